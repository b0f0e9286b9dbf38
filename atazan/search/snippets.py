"""The passage of a document that shows why it was found: lit by key, not by letters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from atazan.rules.text import LANGS, Lang
from atazan.search.asking import Lit
from atazan.search.document import Document
from atazan.search.keyed import where
from atazan.search.planning import Question, surface

LENGTH = 240
"""Characters of a snippet."""

_END = re.compile(r"[.!?;:…]\s+|\n\s*")
_BLANKS = re.compile(r"\s+")
_NEAR = 80


class Mark(NamedTuple):
    """A run of a text that says a part of the question, and which part."""

    start: int
    end: int
    part: int


class Looked(Struct, frozen=True):
    """What is looked for in texts: the part of each key, and quoted phrases.

    `single` keys say a part alone; of an expression in `joint` (key → parts) all keys stand close.
    """

    single: Mapping[str, int]
    joint: Sequence[tuple[int, tuple[str, ...]]]
    phrases: tuple[str, ...]


class Passage(Struct, frozen=True):
    """A snippet: its language, its runs, and the anchor of the paragraph it is from."""

    lang: Lang
    runs: tuple[Lit, ...]
    anchor: str | None


def looked_for(question: Question) -> Looked:
    """What a question lights."""
    single: dict[str, int] = {}
    joint: list[tuple[int, tuple[str, ...]]] = []
    for part, clause in enumerate(question.plan.clauses):
        for term in clause.terms:
            if len(term.keys) == 1:
                single.setdefault(term.keys[0], part)
            else:
                joint.append((part, term.keys))
    return Looked(single, joint, question.phrases)


def passage(document: Document, looked: Looked, lang: Lang) -> Passage:
    """The best passage: in the reader's language, or where that says nothing, in one that does."""
    texts = {one: text for one, text in document.text.items() if text.strip()}
    order = sorted(texts, key=lambda one: (one != lang, LANGS.index(one)))
    if not order:
        return Passage(_titled(document, lang), (), None)
    for one in order:
        if found := marks(texts[one], looked, one):
            return _cut(document, texts[one], found, one)
    return _cut(document, texts[order[0]], [], order[0])


def marks(text: str, looked: Looked, lang: Lang) -> list[Mark]:
    """Every run of a text that says a part of the question, in order."""
    found = [
        Mark(*one.span(), len(LANGS) + number)
        for number, phrase in enumerate(looked.phrases)
        for one in surface(phrase).finditer(text)
    ]
    single = looked.single
    wanted = {*single, *(key for _, keys in looked.joint for key in keys)}
    runs = list(where(text, lang, wanted))
    found += [Mark(start, end, single[key]) for start, end, key in runs if key in single]
    said = {key for _, _, key in runs}
    for part, keys in looked.joint:
        if not said.issuperset(keys):
            continue
        found += _together(runs, part, keys)
    return sorted(set(found))


def _together(runs: Sequence[tuple[int, int, str]], part: int, keys: tuple[str, ...]) -> list[Mark]:
    """The runs of an expression's keys where they follow one another closely."""
    found: list[Mark] = []
    at: list[tuple[int, int]] = []
    for start, end, key in runs:
        if at and (key != keys[len(at)] or start - at[-1][1] > _NEAR):
            at = []
        if key == keys[len(at)]:
            at.append((start, end))
        if len(at) == len(keys):
            found += [Mark(*span, part) for span in at]
            at = []
    return found


def _cut(document: Document, text: str, found: list[Mark], lang: Lang) -> Passage:
    first, last = _window(found)
    start, end = _whole_words(text, first, last)
    runs: list[Lit] = []
    done = start
    for mark in found:
        if mark.start < done or mark.end > end:
            continue
        runs += [Lit(_even(text[done : mark.start]), False), Lit(text[mark.start : mark.end], True)]
        done = mark.end
    runs.append(Lit(_even(text[done:end]), False))
    if start > 0:
        runs.insert(0, Lit("… ", False))
    if end < len(text.rstrip()):
        runs.append(Lit(" …", False))
    anchor = _anchor(document.places.get(lang, ()), first if found else start)
    return Passage(lang, _joined(runs), anchor)


def _window(found: Sequence[Mark]) -> tuple[int, int]:
    """The stretch, no longer than a snippet, that says most parts, then says them most often."""
    best, at = (0, 0), (0, 0)
    left = 0
    parts: dict[int, int] = {}
    for right, mark in enumerate(found):
        parts[mark.part] = parts.get(mark.part, 0) + 1
        while left < right and mark.end - found[left].start > LENGTH - 40:
            gone = found[left].part
            parts[gone] -= 1
            if not parts[gone]:
                del parts[gone]
            left += 1
        worth = (len(parts), right - left + 1)
        if worth > best:
            best, at = worth, (found[left].start, mark.end)
    return at


def _whole_words(text: str, first: int, last: int) -> tuple[int, int]:
    """Where to cut, at words: from the sentence's beginning if near, else some words before."""
    room = max(0, LENGTH - (last - first))
    start = max(0, first - room // 3)
    sentence = [one.end() for one in _END.finditer(text, max(0, first - room // 2), first)]
    if sentence:
        start = sentence[0]
    elif start > 0:
        start = _after_blank(text, start, first)
    end = min(len(text), start + max(LENGTH, last - start))
    if end < len(text):
        cut = max(text.rfind(" ", last, end), text.rfind("\n", last, end))
        end = cut if cut > last else max(end if last <= start else last, last)
    return start, end


def _after_blank(text: str, start: int, first: int) -> int:
    blank = _BLANKS.search(text, start, first)
    return blank.end() if blank else start


def _anchor(places: Sequence[tuple[int, str]], at: int) -> str | None:
    number = bisect_right(places, at, key=lambda place: place[0]) - 1
    return places[number][1] if number >= 0 else None


def _even(run: str) -> str:
    return _BLANKS.sub(" ", run)


def _joined(runs: Sequence[Lit]) -> tuple[Lit, ...]:
    joined: list[Lit] = []
    for run in runs:
        if not run.words:
            continue
        if joined and joined[-1].lit == run.lit:
            joined[-1] = Lit(joined[-1].words + run.words, run.lit)
        else:
            joined.append(run)
    return tuple(joined)


def _titled(document: Document, lang: Lang) -> Lang:
    return lang if lang in document.title else next(iter(document.title), lang)
