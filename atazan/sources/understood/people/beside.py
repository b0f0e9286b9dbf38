"""What stands beside a name: offices and titles, verbs of speech, names of things."""

from __future__ import annotations

from bisect import bisect_left

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.people.parts import Part, Row
from atazan.sources.understood.people.signs import signs
from atazan.words import readings

_PERSONS = frozenset(("title", "who"))
_BEFORE_OFFICE = frozenset((",", "(", "–", "—"))
_JOINED = frozenset((" and ", " и ", " пен ", " мен ", " бен ", " және ", ", "))
_GIVEN = frozenset("лауазымына қызметіне болып етіп ретінде міндетіне лауазымы қызметі".split())
"""Words after a Kazakh office that someone is put into."""
_ON_BEHALF = frozenset(("от", "по"))
"""Before «имени» they tell of a person: «от имени»."""


def _bare(row: Row, last: Part) -> bool:
    """Whether a Kazakh word after a name is not of it: «Жұмабаев облыс прокуроры», not «облысы»."""
    if row.sentence.lang != "kk":
        return False
    tags = readings(row.sentence.words[last.at + 1].small, "kk")[0].tags
    return "its" not in tags


class Beside:
    """What stands beside a place of a text: offices, titles, verbs of speech."""

    def __init__(self, text: str, taken: list[Mention]) -> None:
        offices = [one for one in taken if one.sort == "office"]
        self._text = text
        self._ends = {one.end: one for one in offices}
        self._places = {one.end: one.start for one in taken if one.sort in ("place", "body")}
        self.named = -1
        self._starts = sorted(one.start for one in offices)

    def office(self, start: int) -> Mention | None:
        """The office that ends right before a place; a country may stand between."""
        at = self._back(start)
        if at in self._places and at not in self._ends:
            at = self._back(self._places[at])
        return self._ends.get(at)

    def _back(self, at: int) -> int:
        while at and self._text[at - 1] in " \u00a0":
            at -= 1
        return at

    def before(self, row: Row, part: Part) -> frozenset[str]:
        """The signs of the word before a part, where nothing but a space is between."""
        if not part.at:
            return frozenset()
        word = row.sentence.words[part.at - 1]
        gap = self._text[word.end : part.word.start]
        return signs(word.small) if not gap.strip(" \u00a0.") else frozenset()

    def after(self, row: Row, part: Part) -> frozenset[str]:
        """The signs of the word after a part."""
        words = row.sentence.words
        if part.at + 1 >= len(words):
            return frozenset()
        word = words[part.at + 1]
        gap = self._text[part.word.end : word.start]
        return signs(word.small) if not gap.strip(" \u00a0") else frozenset()

    def titled(self, row: Row, part: Part) -> bool:
        """Whether an office or title stands right before a part."""
        return self.office(part.word.start) is not None or "title" in self.before(row, part)

    def told(self, row: Row, first: Part, last: Part) -> bool:
        """Whether a verb of speech, or of what persons do, stands beside; or an office after a
        comma; or another name is joined to it.
        """
        if "speech" in self.before(row, first) or "speech" in self.after(row, last):
            return True
        start = first.word.start
        if self._text[start - 2 : start] == ", " and start - 2 in self._ends:
            return True
        if start - 9 < self.named < start and self._text[self.named : start] in _JOINED:
            return True
        words = row.sentence.words
        if last.at + 1 < len(words) and words[last.at + 1].small == "as":
            at = bisect_left(self._starts, last.word.end)
            if at < len(self._starts) and self._starts[at] - words[last.at + 1].end < 10:
                return True  # "chose B. Sumiya as a member of the court"
        if last.at + 1 < len(words):
            gap = self._text[last.word.end : words[last.at + 1].start].strip(" \u00a0")
            if gap == "," and not _PERSONS.isdisjoint(signs(words[last.at + 1].small)):
                return True
        if row.sentence.lang == "kk" and self._to_office(row, first):
            return True
        at = bisect_left(self._starts, last.word.end)
        start = self._starts[at] if at < len(self._starts) else -1
        if not 0 < start - last.word.end < 5:
            return False
        gap = self._text[last.word.end : start].strip(" \u00a0")
        return gap in _BEFORE_OFFICE or (row.sentence.lang == "kk" and not gap)

    def _to_office(self, row: Row, first: Part) -> bool:
        """Whether an office given stands right before: «қала әкімі лауазымына Дария Мун»."""
        if not first.at:
            return False
        word = row.sentence.words[first.at - 1]
        if word.small in _GIVEN and self.office(word.start) is not None:
            return self._text[word.end : first.word.start] == " "
        return False

    def thing(self, row: Row, first: Part, last: Part) -> bool:
        """Whether the name is part of the name of a thing: a street, a prize, a university."""
        if "thing" in self.after(row, last) and not _bare(row, last):
            return True
        if self._goes_on(row, last):
            return True
        if row.sentence.lang == "kk" or "after" not in self.before(row, first):
            return False
        words = row.sentence.words
        two = words[first.at - 2].small if first.at > 1 else ""
        if words[first.at - 1].small == "after":
            return two in ("named", "renamed")
        return two not in _ON_BEHALF

    def _goes_on(self, row: Row, last: Part) -> bool:
        """Whether capitalised words go on to one of a thing: Nazarbayev Intellectual School."""
        words = row.sentence.words
        if (
            last.at + 2 >= len(words)
            or not words[last.at + 1].capital
            or row.parts[-1].at <= last.at
        ):
            return False
        two = words[last.at + 2]
        return self._text[last.word.end : two.start].count(" ") == 2 and "thing" in signs(two.small)
