"""Names brought to the nominative, in the spelling of the text."""

from __future__ import annotations

import re
from functools import lru_cache

from atazan.sources.understood.mention import Case
from atazan.sources.understood.named.forms import CASES, Agreed, form
from atazan.sources.understood.named.known import abbreviated
from atazan.sources.understood.named.line import Line, Phrase
from atazan.words import forms, readings

_ORDINAL = re.compile(r"(\d+)-(?:й|ый|го|ого|му|ому|м|ом|я|ая|ю|ую|е|ое|ые|ых|ым)$")
_MEN = frozenset(("судья", "глава", "мулла"))
_ADJECTIVE_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ым|им|ом|ем|ая|яя|ую|юю|ой|ей|ое|ее|ые|ие|ых|их|ый|ий)$"
)
_KAZAKH_POST = re.compile(r"(?:лығ|ліг)[ыі]$")
_KAZAKH_WHEN = re.compile(r"(?<=ң )(?:бұрынғы|жаңа|қазіргі|тұңғыш|алғашқы) ")
_KAZAKH_AT = re.compile(r"(?:нда|нде|да|де|та|те)ғ?г?[ыі]$")
_KAZAKH_MANY = re.compile(r"[тдл][ае]р([ыі])$")
_KAZAKH_HIS = re.compile(r"(?:ның|нің|нда|нде|нан|нен|мен|на|не|н)$")
_KAZAKH = {
    "gen": re.compile(r"[ндт][ыі]ң$"),
    "acc": re.compile(r"[ндт][ыі]$"),
    "dat": re.compile(r"[ғқ]а$|[гк]е$"),
    "loc": re.compile(r"[дт][ае]$"),
    "abl": re.compile(r"[дтн][ае]н$"),
    "ins": re.compile(r"[мбп]ен$"),
}


def name_of(line: Line, phrase: Phrase) -> str:
    """The name of a phrase in the nominative."""
    if line.lang == "ru":
        return _russian(line, phrase)
    if phrase.owner[1]:
        return _one_of(line, phrase)
    text = line.text[phrase.start : phrase.end]
    if line.lang == "kk":
        word = line.words[phrase.last]
        told = kazakh(word.word, word.small)
        text = text[: word.start - phrase.start]
        if phrase.sort == "office":
            told = _KAZAKH_POST.sub(_holder, told)
            text = _KAZAKH_WHEN.sub("", text)
        text = text + told
    return spaced(text.replace(', "', ' "') if phrase.title[1] else text)


def _one_of(line: Line, phrase: Phrase) -> str:
    """The name of one of several: supreme court of India, Үндістан Жоғарғы соты."""
    owner = line.text[phrase.owner[0] : phrase.owner[1]]
    head = line.words[phrase.at]
    before = line.text[line.words[phrase.first].start : head.start]
    if line.lang == "en":
        return spaced(f"{before}{head.word.removesuffix('s')} of {owner}")
    one = _KAZAKH_MANY.sub(lambda told: told[1], kazakh(head.word, head.small))
    return spaced(f"{owner} {before}{one}")


def _holder(told: re.Match[str]) -> str:
    """Who holds a post: судьялығы is судьясы, мүшелігі is мүшесі."""
    return "сы" if told[0].startswith("л") and told[0][1] == "ы" else "сі"


@lru_cache(maxsize=10_000)
def cases_of(agreed: frozenset[Agreed]) -> frozenset[Case]:
    """The cases of what a head may stand in."""
    return frozenset(case for case, _ in agreed)


def spaced(text: str) -> str:
    """A name with single spaces."""
    return " ".join(text.split())


@lru_cache(maxsize=50_000)
def kazakh(word: str, small: str) -> str:
    """A Kazakh word without the ending of its case; the possessive ending stays.

    >>> kazakh("Сотымен", "сотымен"), kazakh("Сенаттың", "сенаттың")
    ('Соты', 'Сенат')
    >>> kazakh("БҰҰДБ-ның", "бұұдб-ның")
    'БҰҰДБ'
    """
    bare = abbreviated(word)
    if bare != word:
        return bare
    told = form(small, "kk")
    if "attr" in told.tags:
        inner = _KAZAKH_AT.search(small)
        return word[: inner.start()] if inner and len(small) == len(word) else word
    case = next((tag for tag in told.tags if tag in CASES), "")
    if not case:
        return word
    ending = (_KAZAKH_HIS if "its" in told.tags else _KAZAKH[case]).search(small)
    return word[: ending.start()] if ending and len(small) == len(word) else word


def _russian(line: Line, phrase: Phrase) -> str:
    plural = not phrase.owner[1] and bool(phrase.agreed) and all(many for _, many in phrase.agreed)
    head = line.words[phrase.at]
    lemma = form(head.small, "ru").lemma
    if lemma.startswith("исполня"):
        plain = written_like(head.word, "исполняющий")
        return spaced(plain + line.text[head.end : phrase.end])
    gender = _gender(lemma)
    written, at = [], line.words[phrase.first].start
    for one in range(phrase.first, phrase.at):
        word = line.words[one]
        written += [line.text[at : word.start], _adjective(word.word, word.small, gender, plural)]
        at = word.end
    written += [line.text[at : head.start], _noun(head.word, head.small, lemma, plural)]
    if phrase.owner[1]:
        written += [" ", line.text[phrase.owner[0] : phrase.owner[1]]]
    else:
        rest = line.text[head.end : phrase.end]
        written.append(rest.removeprefix(",") if phrase.title[1] else rest)
    return spaced("".join(written))


def _gender(lemma: str) -> str:
    if lemma in _MEN:
        return "m"
    return {"а": "f", "я": "f", "о": "n", "е": "n"}.get(lemma[-1:], "m")


@lru_cache(maxsize=20_000)
def _noun(word: str, small: str, lemma: str, plural: bool) -> str:
    if not plural:
        return written_like(word, lemma)
    for one in (small, *forms(lemma, "ru")):
        if any(
            read.lemma == lemma and "pl" in read.tags and not CASES & set(read.tags)
            for read in readings(one, "ru")
        ):
            return written_like(word, one)
    return word


@lru_cache(maxsize=20_000)
def _adjective(word: str, small: str, gender: str, plural: bool) -> str:
    ordinal = _ORDINAL.match(small)
    if ordinal:
        return ordinal[1] + "-" + ("е" if plural else {"m": "й", "f": "я", "n": "е"}[gender])
    told = form(small, "ru")
    if not told.adjective:
        return word
    lemma = next((one.lemma for one in readings(small, "ru") if "adj" in one.tags), "")
    if not lemma:
        return word
    stem = _ADJECTIVE_ENDING.sub("", small)
    if not lemma.startswith(stem):  # высший, whose dictionary form is высокий
        lemma = stem + ("ий" if stem[-1:] in "кгхжшчщ" else "ый")
    return written_like(word, _agreed(lemma, gender, plural))


def _agreed(lemma: str, gender: str, plural: bool) -> str:
    """An adjective in the nominative: верховный, верховная, верховное, верховные."""
    stem, ending = lemma[:-2], lemma[-2:]
    if gender == "m" and not plural:
        return lemma
    if lemma == "третий":
        return "третьи" if plural else {"f": "третья", "n": "третье"}[gender]
    hard = ending != "ий" or stem[-1:] in "кгх"
    if plural:
        return stem + ("ие" if ending == "ий" or stem[-1:] in "кгхжшчщ" else "ые")
    if gender == "f":
        return stem + ("ая" if hard or stem[-1:] in "жшчщ" else "яя")
    return stem + ("ое" if hard else "ее")


def written_like(word: str, other: str) -> str:
    """A form of a word with the capitals of another."""
    if word.isupper() and len(word) > 1:
        return other.upper()
    if "ё" in word.lower() and "ё" not in other:
        shared = word.lower().replace("ё", "е")
        other = "".join(
            "ё" if at < len(shared) and word[at].lower() == "ё" and one == "е" else one
            for at, one in enumerate(other)
        )
    return "".join(
        one.upper() if at < len(word) and word[at].isupper() and at < len(other) else one
        for at, one in enumerate(other)
    )
