"""English: keys by the Snowball stemmer, British and American spellings united; lemmas by rule."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import Stemmer

from atazan.words.word import Reading, table_lines

_STEMMER = Stemmer.Stemmer("english")
_HERE = Path(__file__).parent
_BRITISH = re.compile(
    r"(?:[^aeou]i|[ae]ly)s(?=(?:e|es|ed|ing|er|ers|ation|ations|ational|able|ement)$)"
)
_WITH_S = re.compile(
    r"(?:adv|rev|dev|superv|telev|improv|exerc|prom|comprom|compr|surpr|enterpr|franch|merchand"
    r"|expert|prec|conc|exc|inc|prem|treat|parad|w|r|ar|dem|desp|an|advert|circumc|cr|emphas)is"
)
_VOWEL = re.compile(r"[aeiouy]")
_IN_TWO = re.compile(r"([bdglmnprt])\1$")


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """The lemma of each form that no rule gives."""
    found: dict[str, str] = {}
    for name in ("plurals", "verbs"):
        for lemma, *forms in table_lines(_HERE / f"english_{name}.txt"):
            found |= {form: lemma for form in [*forms, lemma] if form not in found}
    return found


@lru_cache(maxsize=1)
def _plurals() -> frozenset[str]:
    """The nouns whose plural no rule gives."""
    return frozenset(line[0] for line in table_lines(_HERE / "english_plurals.txt"))


@lru_cache(maxsize=1)
def _spellings() -> tuple[dict[str, str], re.Pattern[str], dict[str, str]]:
    """British words and beginnings of words by their American ones."""
    pairs = [
        (british, american) for british, american in table_lines(_HERE / "english_spellings.txt")
    ]
    whole = {british: american for british, american in pairs if british[-1] != "-"}
    begun = {one[:-1]: other[:-1] for one, other in pairs if one[-1] == "-"}
    return whole, re.compile(rf"(?:un|dis|re)?({'|'.join(begun)})"), begun


@lru_cache(maxsize=1)
def _kept() -> dict[str, str]:
    """The keys of words that the stemmer would mix with others."""
    lines = table_lines(_HERE / "english_kept.txt")
    return {form: own for own, *forms in lines for form in forms}


@lru_cache(maxsize=1)
def _lemmas() -> frozenset[str]:
    """Lemmas of law and everyday life."""
    return frozenset(word for line in table_lines(_HERE / "english_lemmas.txt") for word in line)


@lru_cache(maxsize=1)
def _lexicon() -> frozenset[str]:
    """Lemmas, and words in whatever form met in English texts (bench/words_learn.py)."""
    return _lemmas().union(line[0] for line in table_lines(_HERE / "english_words.txt"))


@lru_cache(maxsize=1)
def _keys_known() -> frozenset[str]:
    return frozenset(map(key, _lexicon()))


def american(word: str) -> str:
    """The word in American spelling.

    >>> american("organisation"), american("honourable"), american("exercised"), american("centre")
    ('organization', 'honorable', 'exercised', 'center')
    """
    whole, beginnings, begun = _spellings()
    if word in whole:
        return whole[word]
    found = beginnings.match(word)
    if found:
        word = word[: found.start(1)] + begun[found[1]] + word[found.end(1) :]
    ending = _BRITISH.search(word)
    if ending and ending.end() > 4 and not _WITH_S.match(word):
        word = word[: ending.end() - 1] + "z" + word[ending.end() :]
    return word


def key(word: str) -> str:
    """The index key of a folded word: one for all its forms and spellings.

    >>> key("children"), key("organisations"), key("organs"), key("court's")
    ('child', 'organiz', 'organ', 'court')
    """
    word = word.removesuffix("'s").rstrip("'") or word
    word = american(_irregular().get(word, word))
    found = _kept().get(word)
    if found:
        return found
    stem: str = _STEMMER.stemWord(word)
    return stem


def _candidates(word: str) -> list[tuple[str, str]]:
    """Lemmas that the endings of a word allow, with what the ending tells; the likeliest first."""
    found: list[tuple[str, str]] = []
    if word.endswith("ies") and len(word) > 4:
        found.append((word[:-3] + "y", "pl"))
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        found.append((word[:-2], "pl"))
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        found.append((word[:-1], "pl"))
    for ending, tag in (("ied", "past"), ("ed", "past"), ("ing", "participle")):
        base = word.removesuffix(ending)
        if base == word or len(base) < 2:
            continue
        if ending == "ied":
            return [(base + "y", tag)]
        if not _VOWEL.search(base):
            continue
        undoubled = [(base[:-1], tag)] if _IN_TWO.search(base) else []
        found += [(base + "e", tag), *undoubled, (base, tag)]
    return found


def _irregular_tags(form: str, lemma: str) -> tuple[str, ...]:
    if form == lemma:
        return ()
    return ("noun", "pl") if lemma in _plurals() else ("verb",)


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a folded word, the likeliest first.

    >>> [readings(word)[0].lemma for word in ("petitions", "filed", "children", "applying")]
    ['petition', 'file', 'child', 'apply']
    """
    bare = word.removesuffix("'s").rstrip("'") or word
    lexicon = _lexicon()
    if bare in _irregular():
        lemma = _irregular()[bare]
        return (Reading(lemma, key(bare), _irregular_tags(bare, lemma), True),)
    found = [(bare, "")] if bare in _lemmas() else []
    every = _candidates(bare)
    found += [(lemma, tag) for lemma, tag in every if lemma in lexicon]
    if not found and bare in lexicon and not bare.endswith(("s", "ed", "ing")):
        found = [(bare, "")]
    found = found or [_guessed(every) if every else (bare, "")]
    sure = found[0][0] in lexicon or key(bare) in _keys_known()
    return tuple(Reading(lemma, key(bare), (tag,) if tag else (), sure) for lemma, tag in found)


def _guessed(candidates: list[tuple[str, str]]) -> tuple[str, str]:
    """Of the lemmas of an unknown word the one English would write."""
    for lemma, tag in candidates:
        if tag == "pl":
            return lemma, tag
    if len(candidates) == 3:  # stopped: stop, not stoppe or stopp
        return candidates[2 if re.fullmatch(r"[^aeiou]*[aeiou]+ll", candidates[2][0]) else 1]
    with_e, without = candidates[0], candidates[-1]
    soft = re.search(
        r"(?:[^eo]at|[^aeiou][aeiou](?:k|ut|ur|in|id)|[cguvsz]|[^aeiou]l)$", without[0]
    )
    return with_e if soft and not without[0].endswith(("ss", "ew")) else without


@lru_cache(maxsize=5_000)
def forms(lemma: str) -> tuple[str, ...]:
    """The forms of a lemma, noun and verb alike.

    >>> forms("apply"), forms("child")
    (('apply', 'applies', 'applied', 'applying'), ('child', 'children'))
    """
    irregular = [form for form, of in _irregular().items() if of == lemma and form != lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        regular = [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    elif lemma.endswith("e"):
        regular = [lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    else:
        s = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
        regular = [lemma + s, lemma + "ed", lemma + "ing"]
    if lemma in _plurals():
        regular = []
    elif irregular:
        regular = [regular[0], regular[-1]]
    return tuple(dict.fromkeys([lemma, *regular, *irregular]))


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[str]]:
    """The words of one root with each word, by key."""
    found: dict[str, frozenset[str]] = {}
    for words in table_lines(_HERE / "english_families.txt"):
        keys = frozenset(map(key, words))
        found |= {one: found.get(one, frozenset()) | keys for one in keys}
    return found


def asked_keys(word: str) -> tuple[str, ...]:
    """The keys a word of a question may stand for: its own, its lemmas', last those of its root.

    >>> asked_keys("election")
    ('elect', 'elector')
    """
    own = dict.fromkeys([key(word), *(key(one.lemma) for one in readings(word))])
    kin = sorted(frozenset[str]().union(*(_families().get(one, frozenset()) for one in own)))
    return tuple(dict.fromkeys([*own, *kin]))
