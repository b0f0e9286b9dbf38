"""Russian names: adjectives that agree, the head, and what depends on it after it."""

from __future__ import annotations

import re

from atazan.sources.understood.named.forms import Agreed
from atazan.sources.understood.named.heads import Head, listed
from atazan.sources.understood.named.line import Line, Phrase
from atazan.sources.understood.named.russian_after import SURNAME, plural, tail

_ORDINAL = re.compile(r"(?:\d{1,3}|[ivxlc]{1,6})(?:-(?:й|ый|го|ого|му|ому|м|ом|я|ая|ю|ую|е|ое))?$")
_PASSED_OVER = listed("ru", "passed_over")
"""Adjectives that tell no name, unless a capital inside the sentence says so."""
_TELLING = listed("ru", "telling")
"""Adjectives that make a name with a head even in small letters."""
_OF_STATES = listed("ru", "of_states")
_AGE = frozenset(("новый", "действующий"))
_RENEWED = frozenset(("конституция", "редакция"))
_HALVES = frozenset(("верхний", "нижний"))
_PARTS = listed("ru", "parts")
_OURS = frozenset(("конституционный", "верховный", "высокий", "центральный"))


def phrases(line: Line) -> list[Phrase]:
    """The names of a Russian line told by a head word, each as long as it goes."""
    found: list[Phrase] = []
    for at in line.loud:
        head = line.looks[at].head
        if head:
            found += _phrases(line, at, head)
    return found


def _phrases(line: Line, at: int, head: Head) -> list[Phrase]:
    first, agreed = _modified(line, at, head)
    if line.small(at).endswith("ии"):  # «в состав Ассоциации»: names are in the singular
        agreed = frozenset(one for one in agreed if not one[1]) or agreed
    last, end, title = tail(line, at, head)
    first = _begun(line, first, at)
    if not _told(line, head, first, at, last, end):
        return []
    before = first - 2
    if line.small(first - 1) == "обязанности" and line.small(before).startswith("исполняющ"):
        agreed = line.form(before).adjective
        return [Phrase(head, before, before, last, line.words[before].start, end, agreed)]
    told = Phrase(head, first, at, last, line.words[first].start, end, agreed, title)
    return _apart(line, told) if head.sort == "body" and plural(agreed) else [told]


def _apart(line: Line, told: Phrase) -> list[Phrase]:
    """Several bodies told by a head in the plural, each by its own: суды Индии и Непала."""
    places, at = [], told.at + 1
    while at <= told.last:
        place = line.place(at)
        if place:
            places.append((line.words[at].start, line.words[place[0]].end))
            at = place[0] + 1
        elif line.small(at) == "и" and places:
            at += 1
        else:
            return [told]
    if len(places) < 2:
        return [told]
    return [
        told._replace(start=owner[0] if one else told.start, end=owner[1], owner=owner)
        for one, owner in enumerate(places)
    ]


def _modified(line: Line, at: int, head: Head) -> tuple[int, frozenset[Agreed]]:
    """The leftmost adjective that agrees with the head, and the cases all of them leave it."""
    here = line.form(at)
    agreed = here.noun or here.adjective
    first = at
    while line.joined(first):
        before = line.form(first - 1)
        small = line.words[first - 1].small
        if _ORDINAL.match(small):  # «III конгресс», not «14:30 Суд», «статьи 8 Закона»
            first -= head.sort == "event" or small.isalpha()
            break
        other = "participle" in before.tags or (before.name and small.endswith(SURNAME))
        left = frozenset() if other else before.adjective & agreed
        if not left and small == "и" and first - 2 >= 0 and line.words[first - 2].capital:
            left = line.form(first - 2).adjective & agreed
            if left and line.joined(first - 1) and line.words[first].capital and first < at:
                first -= 1
        if not left:
            break
        agreed = left
        first -= 1
    return first, agreed


def _begun(line: Line, first: int, at: int) -> int:
    """Where the name begins among its adjectives: at the first that tells a name."""
    for one in range(first, at):
        small, told = line.words[one].small, line.form(one).lemma
        if (_ORDINAL.match(small) and not small.isalpha()) or small.isdigit():
            return one
        if line.capital(one) and not (told in _PASSED_OVER and not line.capital(one + 1)):
            return one
        if line.words[one].capital and told not in _PASSED_OVER:
            return one
        if told in _TELLING or (told in _AGE and line.form(at).lemma in _RENEWED):
            return one
    return at


def _told(line: Line, head: Head, first: int, at: int, last: int, end: int) -> bool:
    """Whether the words make a name, not a common expression."""
    tailed = last > at or end > line.words[last].end
    capital = any(line.words[one].capital for one in range(first, at)) or line.capital(at)
    if head.lemma == "глава":
        return tailed
    if head.sort == "office":
        if head.manner == "alone":
            return True
        return tailed or (first < at and line.capital(first))
    if head.sort in ("event", "document", "work"):
        if head.manner == "bare":
            return True
        return tailed or (first < at and (capital or line.form(first).lemma in _TELLING))
    if head.manner == "own":
        return capital or tailed or line.words[at].capital
    if head.lemma == "министерство":
        return tailed or capital
    if tailed and head.lemma in _OF_STATES and line.place(at + 1):
        return True
    if head.lemma == "комитет" and line.small(at + 1) == "членов":
        return True
    if head.lemma == "палата" and (first == at or line.form(first).lemma in _HALVES):
        return False
    if line.text.startswith(" №", line.words[at].end):
        return True
    if first < at:
        named = any(line.looks[one].capital for one in range(at + 1, last + 1))
        return capital or (tailed and named) or line.form(first).lemma in _OURS
    if capital or (tailed and head.manner == "wide" and line.words[at].capital):
        return True
    if end > line.words[last].end:
        return True
    if head.lemma not in _PARTS:
        return False
    return tailed and any(_names_body(line, one) for one in range(at + 1, last + 1))


def _names_body(line: Line, at: int) -> bool:
    look = line.looks[at]
    return look.short or bool(look.head and look.head.sort == "body" and look.capital)
