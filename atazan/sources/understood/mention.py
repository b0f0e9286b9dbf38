"""What is named in a text: persons, bodies, offices, places, events, days; each with its place."""

from __future__ import annotations

from typing import Literal, NamedTuple

from atazan.words import Lang

Case = Literal["nom", "gen", "dat", "acc", "ins", "loc", "abl"]
"""Cases of Kazakh and Russian; the Kazakh `ins` is -мен, the Russian `loc` the prepositional."""

Sort = Literal["person", "body", "office", "place", "event", "document", "work"]
"""`body`: an organ or organisation, ours, foreign or international. `event`: a congress, forum,
symposium, meeting or referendum as named. `document`: a memorandum, agreement, draft, project,
decree as named. `work`: a law, code or constitution."""


class Mention(NamedTuple):
    """A name in a text. `start` and `end` are code points, `end` is not part of it.

    `name` is the name in the nominative in the text's own spelling ("Эльвира Азимова" for "Эльвиру
    Азимову"; words that depend on the head keep their form: "Конституционный Суд Индонезии"). `id`
    is the slug of the register of persons, bodies, offices, partners or associations it may be, ""
    where none is known. `cases` are the cases its head may stand in, empty for English and where
    they cannot be told. `of` is, for an office, the body named in it. `full` is the longest name
    the text gives the same person or body (for "Мами": "Кайрат Мами"), else the name itself.
    """

    sort: Sort
    start: int
    end: int
    name: str
    lang: Lang
    cases: frozenset[Case] = frozenset()
    id: str = ""
    of: str = ""
    full: str = ""

    @property
    def called(self) -> str:
        """The name as it goes into an act: the fullest the text has."""
        return self.full or self.name


class Day(NamedTuple):
    """A day or span of days named in a text.

    `day` is a partial day (2019-11-03, 2019-11, 2019); `until` the last day of a span, counted, as
    written. `how`: written out whole, reckoned from the day of publication, completed from days
    named before, or left open: without a year (`day` is then "--11-03" or "--11") or no nearer than
    a week ("last week": `day` is its month, else its year). `of`: whose day it is:
    of what is told, of a paper named ("the Law of 5 November 2022"), or of a time that something
    has lasted or is to last ("since 2019", "by 2025").
    """

    start: int
    end: int
    day: str
    until: str = ""
    how: Literal["absolute", "relative", "completed", "open"] = "absolute"
    of: Literal["act", "paper", "term"] = "act"


class Speech(NamedTuple):
    """A stretch of the text that someone said: quoted, or told after "said that".

    `speaker` is the name in the nominative, "" where it is not told.
    """

    start: int
    end: int
    speaker: str
    direct: bool


class Quantity(NamedTuple):
    """A number with what it counts: value as exact text, unit ("votes", "per cent", "persons")."""

    start: int
    end: int
    value: str
    unit: str
