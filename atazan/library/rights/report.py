"""The decisions of a choice of rights as a report: for lawyers at home and abroad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlencode

from django.conf import settings

from atazan.decisions.listing import outcomes_of
from atazan.decisions.models import Decision
from atazan.decisions.positions import positions_of
from atazan.decisions.queries import held_in
from atazan.law.marks import mark_of
from atazan.law.queries import standing
from atazan.library.reports.naming import (
    called,
    cited,
    days_written,
    outcome_said,
    placed,
    said,
)
from atazan.library.reports.printed import address, moment
from atazan.library.rights.chosen import BODIES, Choice, Chosen, as_query, chosen
from atazan.library.rights.joined import GENERAL, RightOn
from atazan.papers.report import Bar, Bars, Block, Line, Part, Report, Table
from atazan.rules.concepts import Concept, concepts
from atazan.rules.doubts import doubts
from atazan.rules.text import Lang
from atazan.rules.words import in_words, phrase

PATH = "constitution/rights/report"
DOUBTS = ("decision-positions",)


def of_choice(choice: Choice, day: date, lang: Lang) -> Report:
    """The report of a choice in one language, as of a day. Raises NoRuleInForce before 1995."""
    return _Written(chosen(choice, day), day, lang).report()


def group_name(id: str, lang: Lang) -> str:
    """A group of rights by its name."""
    if id == GENERAL:
        return phrase("library.rights.general", lang)
    return named(concepts()[id], lang)


def named(right: Concept, lang: Lang) -> str:
    """A right by its name, as a title begins."""
    name = right.preferred.says(lang)
    return name[:1].upper() + name[1:]


class _Written:
    """The parts of one report; they share the choice, the day and the language."""

    def __init__(self, found: Chosen, day: date, lang: Lang) -> None:
        self.found, self.day, self.lang = found, day, lang
        self.rows = found.decisions

    def say(self, key: str, **facts: object) -> str:
        return said(f"library.rights.{key}", self.lang, **facts)

    def report(self) -> Report:
        query = urlencode(as_query(self.found.choice), doseq=True)
        return Report(
            court=self.say("platform"),
            number="",
            at=moment(self.day),
            address=address(f"{PATH}?{query}" if query else PATH, self.lang, self.day),
            title=self.title(),
            marked=self.say("marked"),
            lede=tuple(self.ledes()),
            parts=tuple(self.parts()),
        )

    def title(self) -> str:
        asked = self.found.choice.rights
        if not asked:
            return self.say("report.title_all")
        known = [id for id in asked if id in concepts()]
        names = "; ".join(group_name(id, self.lang) for id in known)
        return self.say("report.title", rights=names)

    def ledes(self) -> Iterator[str]:
        yield self.lede()
        yield self.say("how_joined")
        if settings.ATAZAN_DEMO:
            yield phrase("library.message.demo", self.lang)

    def lede(self) -> str:
        choice = self.found.choice
        who = (
            phrase(f"decisions.body.{choice.body}", self.lang)
            if choice.body
            else self.say("both_bodies")
        )
        counted = self.say("report.found", n=len(self.rows), day=self.day)
        when = self.say("report.years", since=self.first(), until=self.last()) if self.rows else ""
        return " ".join(filter(None, (f"{who}. {counted}", when)))

    def first(self) -> str:
        return str(self.found.choice.since or min(self.years(), default=""))

    def last(self) -> str:
        return str(self.found.choice.until or max(self.years(), default=""))

    def years(self) -> list[str]:
        return [row.done_on[:4] for row in self.rows if row.done_on]

    def parts(self) -> Iterator[Part]:
        if not self.rows:
            yield Part(heading=self.say("report.none"), blocks=(self.mute("not_never"),))
        else:
            yield self.part("report.by_year", self.by_year())
            yield self.part("report.by_right", self.by_right())
            yield self.part("report.decisions", self.decisions())
            yield from self.optional("report.provisions", self.provisions())
            yield from self.optional("report.positions", self.positions())
        yield self.part("report.gaps", self.gaps())
        yield from self.optional("report.sources", self.sources())

    def part(self, key: str, blocks: Iterable[Block]) -> Part:
        return Part(heading=self.say(key), blocks=tuple(blocks))

    def optional(self, key: str, blocks: Iterable[Block]) -> Iterator[Part]:
        if made := tuple(blocks):
            yield Part(heading=self.say(key), blocks=made)

    def mute(self, key: str, **facts: object) -> Line:
        return Line(says=self.say(key, **facts), mute=True)

    def by_year(self) -> Iterator[Block]:
        dated = [row for row in self.rows if row.done_on]
        bodies = [one for one in BODIES if self.found.choice.body in (None, one)]
        counts: dict[str, Counter[str]] = {}
        for row in dated:
            counts.setdefault((row.done_on or "")[:4], Counter())[row.body] += 1
        yield Bars(
            title=self.finding({year: count.total() for year, count in counts.items()}),
            series=tuple(phrase(f"decisions.body.{one}", self.lang) for one in bodies),
            bars=tuple(
                Bar(name=year, values=tuple(counts[year][one] for one in bodies))
                for year in sorted(counts)
            ),
        )
        if undated := len(self.rows) - len(dated):
            yield self.mute("report.undated", n=undated)

    def finding(self, counts: dict[str, int]) -> str:
        """What the chart shows: the year with most decisions, where one year has them."""
        most = max(counts.values(), default=0)
        of_most = [year for year, n in counts.items() if n == most]
        if len(of_most) != 1:
            return self.say("report.chart_even", n=sum(counts.values()), years=len(counts))
        return self.say("report.chart", year=of_most[0], n=most)

    def by_right(self) -> Iterator[Block]:
        yield Table(
            caption=self.say("report.by_right"),
            head=tuple(self.say(f"head.{one}") for one in ("right", "where", "council", "court")),
            rows=tuple(self.right(one, rows) for one, rows in self.found.rights if rows),
            widths=(5, 5, 2, 2),
        )
        empty = [one for one, rows in self.found.rights if not rows]
        if empty:
            names = "; ".join(one.concept.preferred.says(self.lang) for one in empty)
            yield self.mute("report.empty", n=len(empty), rights=names)

    def right(self, one: RightOn, rows: tuple[Decision, ...]) -> tuple[Line, ...]:
        name = named(one.concept, self.lang)
        path = address(f"constitution/rights/{one.concept.id}", self.lang, self.day)
        places = "; ".join(placed(where, self.lang) for where in one.places)
        counts = [sum(row.body == body for row in rows) for body in BODIES]
        return (
            Line(says=name, address=path),
            Line(says=places),
            *(Line(says=str(n), count=n) for n in counts),
        )

    def decisions(self) -> Iterator[Block]:
        outcomes = outcomes_of(self.rows)
        yield Table(
            caption=self.say("report.decisions"),
            head=tuple(self.say(f"head.{one}") for one in ("decision", "about", "rights", "held")),
            rows=tuple(self.decision(row, outcomes[row.id]) for row in reversed(self.rows)),
            widths=(4, 6, 5, 4),
        )

    def decision(self, row: Decision, outcomes: tuple[str, ...]) -> tuple[Line, ...]:
        rights = [one.concept.preferred.says(self.lang) for one in self.found.rights_of(row)]
        return (
            self.linked(row),
            Line(says=days_written(row.subject[self.lang], self.lang)),
            Line(says="; ".join(rights)),
            Line(says="; ".join(outcome_said(one, self.lang) for one in outcomes)),
        )

    def linked(self, row: Decision) -> Line:
        path = address(f"decisions/{row.id}", self.lang, self.day)
        return Line(says=called(row, self.lang), address=path)

    def provisions(self) -> Iterator[Block]:
        rows = tuple(line for row in reversed(self.rows) for line in self.held(row))
        if rows:
            names = ("provision", "decision", "held", "now")
            yield Table(
                caption=self.say("report.provisions"),
                head=tuple(self.say(f"head.{one}") for one in names),
                rows=rows,
                widths=(6, 4, 4, 4),
            )

    def held(self, row: Decision) -> Iterator[tuple[Line, ...]]:
        """What fell or is read in one way only; where an act simply conforms nothing changed."""
        for one in held_in(row):
            if one.outcome in (None, "conforms"):
                continue
            where = one.provision
            path = address(f"norms/{where.work}/{where.eid}", self.lang, self.day)
            now = mark_of(standing(where.work, where.eid, self.day))
            in_part = one.outcome == "does_not_conform" and one.extent is not None
            code = "does_not_conform_in_part" if in_part else str(one.outcome)
            yield (
                Line(says=cited(where, self.lang), address=path),
                self.linked(row),
                Line(says=outcome_said(code, self.lang)),
                Line(says=phrase(now.key, self.lang)),
            )

    def positions(self) -> Iterator[Block]:
        for row in reversed(self.rows):
            for one in positions_of(row.id, self.day):
                says = f"{called(row, self.lang)}: {one.row.says[self.lang]}"
                path = address(f"positions/{one.row.id}", self.lang, self.day)
                yield Line(says=says, address=path)

    def gaps(self) -> Iterator[Block]:
        yield self.mute("not_never")
        if self.found.unplaced:
            yield Line(says=self.say("report.unplaced", n=len(self.found.unplaced)))
            named = "; ".join(called(row, self.lang) for row in self.found.unplaced)
            yield Line(says=named, mute=True)
        unsure = [row for row in self.rows if row.confidence != "high"]
        if unsure:
            yield Line(says=self.say("report.unsure", n=len(unsure)))
        for one in DOUBTS:
            yield Line(says=doubts()[one].says.says(self.lang), mute=True)

    def sources(self) -> Iterator[Block]:
        for row in reversed(self.rows):
            if row.sources:
                says = f"{called(row, self.lang)}: {'; '.join(row.sources)}"
                yield Line(says=says, mute=True)
        day = in_words(self.day, self.lang)
        yield Line(says=self.say("report.as_of", day=day, site=settings.ATAZAN_SITE), mute=True)
