"""A sentence as the words of days in it, and a line of letters that shapes are matched on."""

from __future__ import annotations

import re
from typing import NamedTuple

from atazan.sources.understood.counted.numerals import numerals, run
from atazan.sources.understood.days.words import Form, Told, vocabulary
from atazan.sources.understood.kept import Kept
from atazan.sources.understood.sentences import Sentence, Word
from atazan.words import readings

_DIGITS = re.compile(r"(\d{1,4})(?:-?([^\W\d_]+)|-(\d{1,4}))?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t\d\d.*)?")
_YEAR = re.compile(r"\d{4}")
_MUST = frozenset("mMewYyTVNRAUIHbl")
_OTHER = Told("_", 0)


class Atom(NamedTuple):
    """A word, number or phrase of days: `sort` as in words.txt; d a number from 1 to 31, Y one that
    can be a year, # another, r a range of days ("3-5"), y a range of years, I a whole day.
    `first` and `last` are places of words in the sentence."""

    sort: str
    value: int
    start: int
    end: int
    first: int
    last: int
    form: Form = ""
    until: int = 0
    latin: bool = False


class Line(NamedTuple):
    """The letters of a sentence, and for each the atom it stands for (None between atoms)."""

    letters: str
    atoms: list[Atom | None]


def line(text: str, sentence: Sentence) -> Line | None:
    """The line of a sentence, None where nothing in it can name a day."""
    smalls = sentence.smalls
    if not any([_TELLING[small] for small in sentence.said]):
        return None
    atoms = _atoms(sentence, smalls)
    if not any(one.sort in _MUST for one in atoms):
        return None
    letters: list[str] = []
    places: list[Atom | None] = []
    before: Atom | None = None
    for one in atoms:
        if before is not None and (gap := _gap(text, before, one)):
            letters.append(gap)
            places += [None] * len(gap)
        letters.append(one.sort)
        places.append(one)
        before = one
    if before is not None and before.sort == "Y" and _dashed(text, before.end):
        letters.append("-")
        places.append(None)
    return Line("".join(letters), places)


def _telling(small: str) -> bool:
    """Whether a word alone, or a part of it, makes it likely that a day is named."""
    told = vocabulary().telling
    return bool(_YEAR.search(small)) or small in told or not told.isdisjoint(small.split("-"))


_TELLING = Kept(_telling)


def _dashed(text: str, end: int) -> bool:
    """Whether a dash follows: «2007 – Конституцияға өзгерістер енгізілді»."""
    return text[end : end + 3].lstrip()[:1] in ("–", "—")


def _gap(text: str, before: Atom, after: Atom) -> str:
    if after.first != before.last + 1:
        headed = before.sort == "Y" and _dashed(text, before.end)
        return "" if after.first == before.last else "-_" if headed else "_"
    between = text[before.end : after.start]
    bare = between.strip(" \t\xa0\u2009\u202f")
    if not bare:
        return ""
    if bare in ("-", "–", "—"):
        return "-"
    return bare[-1] if len(bare) <= 2 and set(bare) <= {",", ".", "/"} else "|"


def _atoms(sentence: Sentence, smalls: list[str]) -> list[Atom]:
    words, phrases, _ = vocabulary()
    counted = numerals()
    found: list[Atom] = []
    past = 0
    for place in [place for place, small in enumerate(smalls) if _MAY_COUNT[small]]:
        if place < past:
            continue
        word, small = sentence.words[place], smalls[place]
        if tuple(smalls[place : place + 2]) in phrases and (phrase := _phrase(smalls, place)):
            told, last = phrase
            found.append(_atom(told, sentence.words, place, last))
            past = last + 1
        elif small in words:
            told = words[small]
            if small == "накануне" and _eve(smalls, place):
                continue
            if (told.sort not in "ez") or (told.sort == "e") == word.capital or not small.isascii():
                found.append(_atom(told, sentence.words, place, place))
        elif small[0].isdigit():
            found += _digits(word, place)
        elif "-" in small and (pair := _pair(word, place)):
            found += pair
        elif (small in counted or "-" in small) and (number := run(sentence.words, place)):
            told = Told(_sort(number.value), number.value)
            found.append(_atom(told, sentence.words, place, number.end - 1))
            past = number.end
    return found


def _may_count(small: str) -> bool:
    """Whether a word can be part of a day: most words are passed over by this alone."""
    words, phrases, _ = vocabulary()
    return (
        small in words
        or small[0].isdigit()
        or "-" in small
        or small in numerals()
        or any(small == first for first, _ in phrases)
    )


_MAY_COUNT = Kept(_may_count)


def _atom(told: Told, words: tuple[Word, ...], first: int, last: int) -> Atom:
    sort = "M" if told.sort == "m" and told.form else told.sort
    start, end, latin = words[first].start, words[last].end, words[first].small.isascii()
    return Atom(sort, told.value, start, end, first, last, told.form, 0, latin)


def _eve(smalls: list[str], place: int) -> bool:
    """«накануне заседания» is the eve of something, not yesterday."""
    found = readings(smalls[place + 1], "ru") if place + 1 < len(smalls) else ()
    return bool(found) and "gen" in found[0].tags and "verb" not in found[0].tags


def _pair(word: Word, place: int) -> list[Atom]:
    """«қаңтар-наурыз», "mid-November": two words of days in one."""
    words = vocabulary().words
    first, _, second = word.small.partition("-")
    head, tail = words.get(first), words.get(second)
    if head is None or tail is None or tail.sort not in "me" or head.sort not in "meE":
        return []
    middle = word.start + len(first)
    return [
        Atom(head.sort, head.value, word.start, middle, place, place, head.form),
        Atom(
            "M" if tail.form else tail.sort,
            tail.value,
            middle + 1,
            word.end,
            place,
            place,
            tail.form,
        ),
    ]


def _phrase(smalls: list[str], place: int) -> tuple[Told, int] | None:
    for phrase, told in vocabulary().phrases[smalls[place], smalls[place + 1]]:
        if tuple(smalls[place : place + len(phrase)]) == phrase:
            return told, place + len(phrase) - 1
    return None


def _sort(value: int) -> str:
    return "d" if 1 <= value <= 31 else "Y" if 1850 <= value <= 2150 else "#"


def _digits(word: Word, place: int) -> list[Atom]:
    small = word.small
    if len(small) >= 10 and (iso := _ISO.fullmatch(small)):
        year, month, day = (int(part) for part in iso.groups())
        value = year * 10_000 + month * 100 + day
        return [Atom("I", value, word.start, word.start + 10, place, place)]
    found = _DIGITS.fullmatch(small)
    if found is None:
        return [Atom("#", 0, word.start, word.end, place, place)]
    value, rest, until = int(found[1]), found[2], found[3]
    sort = _sort(value) if len(found[1]) in (1, 2, 4) else "#"
    if until:
        second = _sort(int(until))
        sort = {"dd": "r", "YY": "y"}.get(sort + second, "#")
        return [Atom(sort, value, word.start, word.end, place, place, "", int(until))]
    number = Atom(sort, value, word.start, word.start + len(found[1]), place, place)
    told = vocabulary().words.get(rest or "", _OTHER)
    if told.sort in ("m", "g"):
        start = word.end - len(rest)
        named = "M" if told.form and told.sort == "m" else told.sort
        return [number, Atom(named, told.value, start, word.end, place, place, told.form)]
    return [number._replace(end=word.end)]
