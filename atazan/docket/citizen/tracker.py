"""Where a petition stands, for the one who filed it: what was done, what is on, what comes next.

Everything comes from the acts of its stream and the rules of their days. Votes, study reports,
recusals and minutes are never told here; what else is told depends on the reader's sight.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from typing import Any

import msgspec
from msgspec import Struct

from atazan.docket import clocks, queries
from atazan.docket.clocks import Clock
from atazan.docket.guide.told import Told, tell
from atazan.docket.models import Petition
from atazan.docket.sight import Shown, Viewer, show
from atazan.docket.steps import FINAL
from atazan.journal import private
from atazan.journal.deeds import deed_of, read_act
from atazan.journal.models import Entry
from atazan.rules.book import NoRuleInForce, Rule, rules
from atazan.rules.procedure import route_from
from atazan.rules.text import Lang

_TOLD = (
    "petition.filed/1 petition.corrected/1 petition.registered/1 petition.returned/1"
    " notice.received/1 decision.demanded/1 petition.assigned/1 admission.convened/1"
    " petition.admitted/1 petition.refused/1 participants.notified/1 rapporteur.appointed/1"
    " petition.joined/1 proceedings.suspended/1 proceedings.resumed/1 term.prolonged/1"
    " urgency.granted/1 hearing.convened/1 session.adjourned/1 session.resumed/1 judges.retired/1"
    " petition.to_plenary/1 petition.withdrawn/1 withdrawal.asked/1 petition.changed/1"
    " petition.adapted/1 proceedings.terminated/1 petition.closed/1 resolution.adopted/1"
    " resolution.published/1 resolution.served/1"
).split()
"""Acts that the applicant is told of."""
_OF_THE_CASE = [one for one in _TOLD if not one.startswith(("petition.", "notice", "withdrawal"))]
_BY_COURT = frozenset(
    "petition.admitted/1 petition.refused/1 petition.joined/1 proceedings.suspended/1"
    " proceedings.resumed/1 term.prolonged/1 urgency.granted/1 proceedings.terminated/1"
    " resolution.adopted/1 resolution.published/1".split()
)
"""Decisions of the Court, whoever recorded them: arts. 37, 38, 48(1), 49(2), 49(4), 53, 55(1)."""
_MAIN = (
    "lodged registered under_study admission_session admitted in_session deliberation decided"
    " published closed"
).split()
_FEE = "ground.sr4-fee-unpaid"
_BACK = {"returned": "lodged", "suspended": "admitted", "adjourned": "in_session"}
"""A side step, and the step of the main way it leads back to."""
_RULE_OF = {
    "registered": "step.registered",
    "under_study": "step.assigned",
    "admission_session": "step.admission_convened",
    "admitted": "step.admitted",
    "in_session": "step.hearing_convened",
    "deliberation": "step.retired",
    "decided": "step.decided",
    "published": "step.published",
    "closed": "step.served",
}


class Line(Struct, frozen=True):
    """A step that was taken: what, when, by whom (a role, or the Court), under which rule.

    `grounds` are rules of return or refusal, `reasons` their words; `day` and `id` are those the
    act names (a session's, the one that counts as filing; the case joined).
    """

    kind: str
    on: date
    rule: Rule
    by: str
    at: datetime
    grounds: tuple[Rule, ...] = ()
    reasons: tuple[str, ...] = ()
    day: date | None = None
    id: str = ""
    files: int = 0

    @property
    def title(self) -> Any:
        return self.rule.title


class Next(Struct, frozen=True):
    """A step that follows on the main way; `due` is its last day where one is known already."""

    step: str
    rule: Rule
    due: date | None = None


class Tracked:
    """A petition as its tracker shows it, on a day, in one language."""

    def __init__(self, row: Petition, shown: Shown, viewer: Viewer, on: date, lang: Lang) -> None:
        self.row, self.shown, self.viewer, self.on, self.lang = row, shown, viewer, on, lang

    @cached_property
    def lead(self) -> Petition:
        """The petition whose way it follows: its own, or the case it was joined to."""
        if self.row.step != "joined" or not self.row.joined_to:
            return self.row
        found = queries.petition(self.row.joined_to)
        return found if show(found, self.viewer) else self.row

    @property
    def step(self) -> str:
        return self.lead.step

    @cached_property
    def lines(self) -> list[Line]:
        """What was done, in order; after a joinder, what is done in the case."""
        own = list(_lines(self.row, _TOLD, self.shown))
        if self.lead is self.row:
            return own
        since = date.fromisoformat(str(self.row.joined_on))
        lead = show(self.lead, self.viewer)
        more = _lines(self.lead, _OF_THE_CASE, lead) if lead else iter(())
        return own + [one for one in more if one.on >= since]

    @cached_property
    def due(self) -> Clock | None:
        """The period that runs out first."""
        return clocks.next_due(self.lead)

    @cached_property
    def clocks(self) -> list[tuple[Clock, Told]]:
        """Every period with its arithmetic, the one that runs out first on top."""
        found = [(one, tell(one.ledger, self.on, self.lang)) for one in clocks.clocks(self.lead)]
        return sorted(found, key=lambda one: (one[0].done is not None, one[0].due or date.max))

    @property
    def running(self) -> list[tuple[Clock, Told]]:
        """The periods that still run, that which runs out first on top."""
        return [one for one in self.clocks if one[0].done is None]

    @property
    def kept(self) -> list[tuple[Clock, Told]]:
        """The periods that were kept, or ended with the case."""
        return [one for one in self.clocks if one[0].done is not None]

    @property
    def ended(self) -> bool:
        return self.step in FINAL

    @property
    def unread(self) -> bool:
        """Whether a notice of return waits to be opened."""
        return self.row.step == "returned" and not self.row.noticed_on

    @cached_property
    def route(self) -> Rule | None:
        """The rule on what may follow now; None at the end of the way."""
        try:
            return route_from(self.step, self.on, rules())
        except NoRuleInForce:
            return None

    @property
    def here(self) -> Rule | None:
        """The rule on what is done now: the notice to be sent, or the route."""
        return rules().on(self.on)["step.notified"] if self.now.endswith("_notice") else self.route

    @property
    def over(self) -> bool:
        """Whether the period that runs out first has run out, and was not kept."""
        return self.due is not None and self.due.overdue(self.on)

    @property
    def now(self) -> str:
        """What is on now: the step, or the notice that is still to be sent after a ruling."""
        told = self.step not in ("admitted", "refused") or self.lead.notified_on
        return self.step if told else f"{self.step}_notice"

    @property
    def keeps_day(self) -> bool:
        """False after a return on a ground that cannot be put right: art. 47(4)."""
        return self.now != "returned" or clocks.curable(self.row)

    @property
    def told(self) -> str:
        """What is on now as its words name it: a return that keeps the first day of filing, under
        a law that knows the fee (to 30 June 2026) or not, and a return that does not keep it."""
        if not self.keeps_day:
            return "returned_not_kept"
        fee = self.now == "returned" and _FEE in rules().on(
            date.fromisoformat(str(self.row.returned_on))
        )
        return "returned_fee" if fee else self.now

    @cached_property
    def following(self) -> list[Next]:
        """The steps ahead on the main way, as far as the routes of the day lead."""
        return [] if self.ended else list(self._following())

    def _following(self) -> Iterator[Next]:
        law, here = rules().on(self.on), _BACK.get(self.step, self.step)
        if here not in _MAIN:
            return
        if self.step == "returned" and self.keeps_day:
            yield Next("lodged", law["step.corrected"], self._due("correction"))
        for before, step in pairwise(_MAIN):
            if _MAIN.index(before) < _MAIN.index(here):
                continue
            if step not in route_from(before, self.on, rules()).value.to:
                return
            due = {"decided": "decision", "closed": "service"}.get(step, "")
            yield Next(step, law[_RULE_OF[step]], self._due(due))

    def _due(self, what: str) -> date | None:
        return next((one.due for one, _ in self.clocks if one.what == what and not one.done), None)


def _lines(row: Petition, kinds: list[str], shown: Shown) -> Iterator[Line]:
    entries = Entry.objects.filter(stream=f"petition/{row.id}", kind__in=kinds)
    for one in entries.order_by("version"):
        yield _line(one, msgspec.json.decode(one.body), shown)


def _line(entry: Entry, body: dict[str, Any], shown: Shown) -> Line:
    act: Any = read_act(body["act"])
    on = date.fromisoformat(str(act.done_on))
    law = rules().on(on)
    told = "reasons" in shown.sees
    grounds = [law.get(f"ground.{one}") for one in getattr(act, "grounds", ()) if told]
    return Line(
        kind=entry.kind,
        on=on,
        rule=law[str(deed_of(entry.kind).rule)],
        by="court" if entry.kind in _BY_COURT else str(body["role"]),
        at=entry.recorded_at,
        grounds=tuple(one for one in grounds if one),
        reasons=tuple(_reasons(act)) if told else (),
        day=_named_day(act),
        id=str(getattr(act, "into", "") or ""),
        files=len(getattr(act, "files", ())),
    )


def _reasons(act: Any) -> Iterator[str]:
    """The words of a return, a refusal or an end: one for all, or one a ground."""
    words = private.reveal(getattr(act, "reasons", "") or "")
    if not words:
        return
    try:
        said = msgspec.json.decode(words)
    except msgspec.DecodeError:
        said = words
    yield from (str(one) for one in (said.values() if isinstance(said, dict) else [said]) if one)


def _named_day(act: Any) -> date | None:
    for name in ("sits_on", "counts_as_filed", "to"):
        if found := getattr(act, name, None):
            return date.fromisoformat(str(found))
    return None
