"""The draft of a message: sentences with their figures, each leading to the rows it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.conf import settings

from atazan.decisions.models import Decision
from atazan.decisions.queries import decisions
from atazan.journal.answering import in_figures
from atazan.library.message.figure import Figure
from atazan.library.message.figures import COUNCIL, COURT, Year, figures
from atazan.library.reports.naming import called, cited, days_written, said
from atazan.library.reports.printed import address, moment
from atazan.monitoring.kazakh import MORE, more_than
from atazan.monitoring.models import Figure as Published
from atazan.monitoring.queries import series, speaks_of
from atazan.papers.report import Bar, Bars, Block, Line, Part, Report
from atazan.rules.book import rules
from atazan.rules.citation import Provision
from atazan.rules.concepts import constitution_of
from atazan.rules.day import PartialDay
from atazan.rules.text import Lang
from atazan.rules.words import partly, phrase

RULES = ("deadline.annual_message", "decision.form.message")
CONSTITUTION = {
    "const-1995": Provision("const-1995", "art_53__subpara_6"),
    "const-2026": Provision("const-2026", "art_56__subpara_14"),
}
"""Where each Constitution has the message heard: by the Chambers, then by the Kurultai."""
_NAMED = ("provisions.fell", "provisions.read", "duties.met", "duties.overdue", "duties.unknown")
"""Figures whose rows the message names itself."""


def draft(year: int, day: date, lang: Lang) -> Report:
    """The draft for a year, as of a day, in one language."""
    return _Draft(Year(year, day, lang)).report()


class _Draft:
    """The parts of one draft; they share the year, the day and the language."""

    def __init__(self, asked: Year) -> None:
        self.asked, self.lang, self.day = asked, asked.lang, asked.day
        self.found = figures(asked)

    def say(self, key: str, **facts: object) -> str:
        return said(f"library.message.{key}", self.lang, **facts)

    def mute(self, key: str, **facts: object) -> Line:
        return Line(says=self.say(key, **facts), mute=True)

    def report(self) -> Report:
        year = str(self.asked.year)
        return Report(
            court=phrase("library.rights.platform", self.lang),
            number="",
            at=moment(self.day),
            address=address(f"message/{year}", self.lang, self.day),
            title=self.say("title", year=year),
            marked=self.say("marked"),
            lede=tuple(self.lede()),
            parts=tuple(self.parts()),
        )

    def lede(self) -> Iterator[str]:
        year = str(self.asked.year)
        if self.asked.ends < date(self.asked.year, 12, 31):
            yield self.say("covers_so_far", year=year, day=self.day)
        else:
            yield self.say("covers", year=year, day=self.day)
        if settings.ATAZAN_DEMO:
            yield self.say("demo")

    def parts(self) -> Iterator[Part]:
        yield self.part("basis", self.basis())
        yield self.part("decisions", self.decisions())
        yield self.part("provisions", self.counted("provisions"))
        yield self.part("duties", [*self.counted("duties"), self.mute("duties_note", day=self.day)])
        yield self.part("petitions", self.petitions())
        if self.found["transition"]:
            yield self.part("transition", self.counted("transition"))
        if self.found["conformity"]:
            blocks = [*self.counted("conformity"), self.mute("conformity_note")]
            yield self.part("conformity", blocks)
        yield self.part("earlier", self.earlier())
        yield self.part("gaps", self.gaps())

    def part(self, key: str, blocks: Iterable[Block]) -> Part:
        return Part(heading=self.say(f"part.{key}"), blocks=tuple(blocks))

    def basis(self) -> Iterator[Block]:
        """The rules of the day the draft is made on, each with its provision."""
        known = rules().on(self.day)
        for id in RULES:
            if id in known:
                rule = known[id]
                under = cited(rule.source.provision, self.lang)
                path = address(f"rules/{id}", self.lang, self.day)
                yield Line(says=f"{rule.says.says(self.lang).rstrip('.')} ({under}).", address=path)
        where = CONSTITUTION[constitution_of(self.day)]
        path = address(f"norms/{where.work}/{where.eid}", self.lang, self.day)
        yield Line(says=self.say("heard", where=cited(where, self.lang)), address=path)

    def line(self, one: Figure) -> Line:
        path = one.path or f"message/{self.asked.year}/{one.id}"
        return Line(
            says=self.say(one.key, n=one.count, **one.facts),
            address=address(path, self.lang, self.day),
            count=one.count,
        )

    def counted(self, name: str) -> Iterator[Block]:
        for one in self.found[name]:
            yield self.line(one)
            if one.id in _NAMED and one.rows:
                says = "; ".join(row.says.rstrip(".") for row in one.rows)
                yield Line(says=says, mute=True)

    def decisions(self) -> Iterator[Block]:
        whole, *parts = self.found["decisions"]
        yield self.line(whole)
        outcomes = [one for one in parts if one.id.startswith("outcome.")]
        for key in ("form", "outcome", "applicant"):
            yield from (self.line(one) for one in parts if one.id.startswith(f"{key}."))
            if key == "outcome" and outcomes:
                yield self.mute("outcomes_note")
                yield self.chart(outcomes)

    def chart(self, found: list[Figure]) -> Bars:
        most = max(found, key=lambda one: one.count)
        return Bars(
            title=self.say("chart", name=most.facts["name"], n=most.count),
            series=(phrase(f"decisions.body.{self.asked.body}", self.lang),),
            bars=tuple(Bar(name=one.facts["name"], values=(one.count,)) for one in found),
        )

    def petitions(self) -> Iterator[Block]:
        published = list(self.published())
        yield from published
        if not published:
            yield self.mute("no_figures", year=str(self.asked.year))
        yield from self.counted("cases")

    def published(self) -> Iterator[Line]:
        """The figures published that speak of the year, the latest of each kind."""
        for one in series(self.day, body=self.asked.body):
            of_year = [
                row
                for row in one.figures
                if not row.category
                and (told := speaks_of(row)) is not None
                and told.year == self.asked.year
            ]
            if of_year:
                row = of_year[-1]
                path = address(f"figures/#{row.body}.{row.metric}", self.lang, self.day)
                yield Line(says=self.told(row), address=path)

    def told(self, row: Published) -> str:
        name = phrase(f"figure.metric.{row.metric}", self.lang)
        shown = in_figures(row.value, self.lang) or row.value
        qualifier = (row.qualifier or {}).get(self.lang, "")
        joined = more_than(shown, row.value, row.unit) if qualifier == MORE else None
        unit = {"percent": "\u00a0%", "tenge": "\u00a0₸"}.get(row.unit, "")
        value = joined or " ".join(filter(None, (qualifier, f"{shown}{unit}")))
        spoken = speaks_of(row)
        when = partly(spoken, self.lang) if spoken else ""
        since = row.since if row.since != row.until else None
        key = "published_since" if since else "published"
        begun = partly(PartialDay.read(since), self.lang) if since else ""
        return self.say(key, name=name, value=value, when=when, since=begun)

    def earlier(self) -> Iterator[Block]:
        found = self.messages()
        for row in reversed(found):
            path = address(f"decisions/{row.id}", self.lang, self.day)
            facts = [fact[self.lang].rstrip(".") for fact in row.facts if fact.get(self.lang)]
            told = days_written("; ".join(facts), self.lang)
            yield Line(says=": ".join(filter(None, (called(row, self.lang), told))), address=path)
        path = address("decisions/?form=message", self.lang, self.day)
        says = self.say("earlier_count", n=len(found))
        yield Line(says=says, address=path, count=len(found))

    def messages(self) -> list[Decision]:
        return [row for row in decisions(self.day, form="message") if row.body in (COURT, COUNCIL)]

    def gaps(self) -> Iterator[Block]:
        for one in (*self.found["decisions"], *self.found["provisions"]):
            if one.id.endswith((".not_found", ".unknown")) and one.count:
                yield self.line(one)
        years = {row.done_on[:4] for row in self.messages() if row.done_on}
        if str(self.asked.year + 1) not in years and self.asked.year < self.day.year:
            yield Line(says=self.say("no_message", year=str(self.asked.year + 1)))
        yield self.mute("by_people")
        yield self.mute("not_never")
