"""The lexicon: headwords with part of speech, read from `lexicon.txt`.

A line is `headword pos [stem-] [~] [=key]`; the headword of a verb is its form in -у. `stem-` is
the stem where it cannot be told from the headword: that of a verb in -ы (оқу v оқы-), or the one
endings need where a noun loses a letter (халық n халқ-, конгресс n конгрес-). `~` takes back and
front endings; `=key` joins a word to another's key.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from atazan.words.kazakh.letters import EITHER, VOWELS, final, harmony

VERB: Final = "v"
_VOWELS_OF_VERBS: Final = "ыі"

NAMES: Final = {
    "n": "noun",
    "adj": "adj",
    "adv": "adv",
    "v": "verb",
    "num": "num",
    "pron": "pron",
    "post": "post",
    "conj": "conj",
    "part": "part",
    "intj": "intj",
    "place": "name",
    "person": "name",
    "abbr": "abbr",
}
UNDECLINED: Final = frozenset({"post", "conj", "part", "intj"})


class Entry(NamedTuple):
    """A word of the lexicon; `stem` is where endings are added, `after` and `harmony` its own."""

    lemma: str
    stem: str
    pos: str
    key: str
    after: int
    harmony: int


class Shape(NamedTuple):
    """How a word looks before an ending; `openers` are the letters the ending then begins with.

    A noun softens its last letter (кітаб-ы), a verb melts with its ending: оқ(ы) before у and и,
    қо(й) before ю and я, тау (тап) before ып. Before any ending where `openers` is empty.
    """

    entry: Entry
    openers: str


class Lexicon(NamedTuple):
    """Words by headword, the stems nouns take before endings, and all words by their shapes."""

    nouns: dict[str, tuple[Entry, ...]]
    verbs: dict[str, tuple[Entry, ...]]
    oblique: dict[str, Entry]
    shapes: dict[str, tuple[Shape, ...]]


def verb_headword(stem: str) -> str:
    """Return the form in -у of a verb stem.

    >>> [verb_headword(stem) for stem in ("қабылда", "бер", "оқы", "қой", "ки", "тап")]
    ['қабылдау', 'беру', 'оқу', 'қою', 'кию', 'табу']
    """
    if stem[-1] in _VOWELS_OF_VERBS:
        return stem[:-1] + "у"
    if stem[-1] == "й":
        return stem[:-1] + "ю"
    if stem[-1] == "и":
        return stem + "ю"
    return voiced(stem) + "у"


def voiced(stem: str) -> str:
    """Return a stem as it is before a vowel: кітап, кітаб; құқық, құқығ; but қорқ, парк."""
    if stem[-2:-1] not in VOWELS:
        return stem
    return stem[:-1] + {"п": "б", "к": "г", "қ": "ғ"}.get(stem[-1], stem[-1])


def _verb_stem(headword: str) -> str:
    if headword[-1] == "ю":
        return headword[:-1] if headword[-2] == "и" else headword[:-1] + "й"
    stem = headword[:-1]
    return stem[:-1] + {"б": "п", "г": "к", "ғ": "қ"}.get(stem[-1], stem[-1])


def _verb_shapes(stem: str) -> tuple[tuple[str, str], ...]:
    last = stem[-1]
    if last in _VOWELS_OF_VERBS:
        return ((stem[:-1], "уи"),)
    if last == "й":
        return ((stem[:-1], "юя"),)
    if last == "и":
        return ((stem, "ю"),)
    if last == "п":
        return ((voiced(stem), "аеуыі"), (stem[:-1] + "у", "ыі"))
    return ((voiced(stem), "аеуыі"),) if voiced(stem) != stem else ()


def parsed(line: str) -> Entry:
    """Return the entry of a line of the lexicon."""
    lemma, pos, *rest = line.split()
    stem, key, vowels = lemma, "", 0
    if pos == VERB:
        stem = _verb_stem(lemma)
    for extra in rest:
        if extra[0] == "=":
            key = extra[1:]
        elif extra == "~":
            vowels = EITHER
        elif pos == VERB:
            stem = extra[:-1]
    return Entry(lemma, stem, pos, key or lemma, final(stem), vowels or harmony(stem))


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    words = Lexicon({}, {}, {}, {})
    text = files("atazan.words.kazakh").joinpath("lexicon.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and line[0] != "#":
            _add(words, line)
    return words


def _add(words: Lexicon, line: str) -> None:
    entry = parsed(line)
    by_headword = words.verbs if entry.pos == VERB else words.nouns
    by_headword[entry.lemma] = (*by_headword.get(entry.lemma, ()), entry)
    stem = entry.stem
    _shape(words, stem, entry, "")
    if entry.pos == VERB:
        for shape, openers in _verb_shapes(stem):
            _shape(words, shape, entry, openers)
        return
    if voiced(stem) != stem:
        _shape(words, voiced(stem), entry, "ыі")
    for extra in line.split()[2:]:
        if extra[-1] == "-":
            oblique = extra[:-1]
            words.oblique[oblique] = entry._replace(after=final(oblique))
            _shape(words, oblique, words.oblique[oblique], "")


def _shape(words: Lexicon, shape: str, entry: Entry, openers: str) -> None:
    words.shapes[shape] = (*words.shapes.get(shape, ()), Shape(entry, openers))
