"""What the pages of the law show, gathered: values only, no words and no markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from atazan.law.decided import Decided, decided
from atazan.law.models import Adoption, Effect
from atazan.law.queries import as_recorded, standing, touched_provisions
from atazan.law.standing import Event, Standing
from atazan.rules.book import Rule, rules
from atazan.rules.citation import Provision, levels
from atazan.rules.day import PartialDay
from atazan.rules.finding import Finding
from atazan.rules.works import Work, works

WHOLE = "whole"
KINDS = (
    "constitution constitutional_law code law decree amending_law amending_law_by_referendum"
    " normative_resolution council_resolution supreme_court_resolution order akimat_resolution"
    " law_before_signature statute"
).split()
_MARKS = {
    "conforming_confirmed": "conforms",
    "held_unconstitutional": "ceased",
    "ceased": "ceased",
    "cannot_be_signed": "ceased",
    "applies_as_interpreted": "conforms_as_interpreted",
    "officially_interpreted": "official_interpretation",
    "reviewed": "outcome_not_found",
    "renumbered": "in_force",
    "amended": "in_force",
    "work_ended": "repealed",
    "in_part": "does_not_conform_in_part",
}


class Mark(Struct, frozen=True):
    """The mark of a state (a code of the portal's marks) and the key of the words beside it."""

    code: str
    key: str


class Listed(Struct, frozen=True):
    """A work in a list: how it stood, and how many of its provisions the record tells of."""

    work: Work
    mark: Mark
    since: date | None
    touched: int


class Hit(Struct, frozen=True):
    """What a search found: a work, or with `standing` a provision of it."""

    listed: Listed
    standing: Standing | None = None
    mark: Mark | None = None

    @property
    def where(self) -> Provision | None:
        return None if self.standing is None else _itself(self.standing)


class Told(Struct, frozen=True):
    """A line of history: one deed of the lawmaker or one decision, and what it did to which.

    `why` is the rule that gives a decision its effect; `rules_today`: the state comes from it.
    """

    since: PartialDay
    effect: str
    mark: Mark
    provisions: tuple[Provision, ...]
    by_work: Work | None = None
    by_decision: Decided | None = None
    events: tuple[Event, ...] = ()
    ahead: bool = False
    rules_today: bool = False
    why: Finding | None = None


class Part(Struct, frozen=True):
    """A provision in a list, with its state and the decision or the work that made it so."""

    work: Work
    provision: str
    standing: Standing
    mark: Mark
    by_work: Work | None = None
    by_decision: Decided | None = None

    @property
    def where(self) -> Provision:
        return Provision(self.work.id, self.provision)

    @property
    def article(self) -> str:
        """The number of the article (or of the outermost step), for the margin."""
        return levels(self.provision)[0][1]

    @property
    def step(self) -> str:
        """The number of its last step, for the margin under the article itself."""
        return levels(self.provision)[-1][1]


class WorkPage(Struct, frozen=True):
    """One work on a day. `spoken` are provisions a court spoke of, `changed` the others."""

    work: Work
    day: date
    standing: Standing
    mark: Mark
    since: PartialDay | None
    ended_by: Work | None
    adoption: Adoption | None
    amended_by: tuple[Adoption, ...]
    spoken: tuple[Part, ...]
    changed: tuple[Part, ...]
    history: tuple[Told, ...]
    rules: int

    @property
    def last(self) -> date | None:
        """The last day it was in force."""
        until = self.work.in_force_until
        return until - timedelta(days=1) if until is not None else None


class ProvisionPage(Struct, frozen=True):
    """One provision on a day."""

    standing: Standing
    mark: Mark
    by_work: Work | None
    by_decision: Decided | None
    why: Finding | None
    interim: bool
    parts: tuple[Part, ...]
    above: tuple[Provision, ...]
    same_decision: tuple[Part, ...]
    history: tuple[Told, ...]
    reviewed: tuple[Decided, ...]
    rules: tuple[Rule, ...]
    turns: tuple[tuple[date, date], ...]

    @property
    def to_read(self) -> bool:
        """Whether a decision says how the provision itself is read, or how far it applies."""
        by = self.standing.by
        own = by is not None and by.by_decision is not None and by.relation != "child"
        return own and bool(by and (by.reading or by.extent))

    @property
    def inherited(self) -> Provision | None:
        """The provision its state comes from, where that is not itself."""
        above = self.standing.inherited_from
        return Provision(self.standing.work.id, above) if above else None


def mark_of(found: Standing) -> Mark:
    """Shape and words for a state: a diamond only where a court made it so."""
    state = found.state
    if state == "in_part" and (found.by is None or not found.by.by_decision):
        return Mark("in_force", "law.mark.part_repealed")
    return Mark(_MARKS.get(state, state), f"law.mark.{state}")


def mark_of_work(found: Standing) -> Mark:
    """The mark of a whole work: parts that fell do not make the work itself apply in part."""
    if found.state != "in_force" and not _of_a_part(found):
        return mark_of(found)
    key = "law.mark.adopted" if _unknown_start(found.work) else "law.mark.in_force"
    return Mark("in_force", key)


def since_of_work(found: Standing) -> PartialDay | None:
    """Since when a whole work stands so; an event on a part of it says nothing of that."""
    if not _of_a_part(found):
        return found.since
    begun = found.work.in_force_from
    return PartialDay.read(begun.isoformat()) if begun is not None else None


def _of_a_part(found: Standing) -> bool:
    return found.by is not None and found.by.relation == "child"


def _unknown_start(work: Work) -> bool:
    return work.in_force_from is None


def listed(work: Work, day: date, touched: dict[str, int]) -> Listed:
    """A work for a list: its own dates decide, and what was held of it as a whole."""
    count = touched.get(work.id, 0)
    begins = work.in_force_from or work.adopted
    if work.in_force_until is not None and day >= work.in_force_until:
        return Listed(work, Mark("repealed", "law.mark.work_ended"), work.in_force_until, count)
    if begins is not None and day < begins:
        return Listed(work, Mark("not_yet", "law.mark.not_yet"), begins, count)
    if count:
        found = standing(work.id, WHOLE, day)
        since = since_of_work(found)
        return Listed(work, mark_of_work(found), since.first if since else None, count)
    key = "law.mark.in_force" if work.in_force_from else "law.mark.adopted"
    return Listed(work, Mark("in_force", key), begins, count)


def grouped(found: Iterable[Listed]) -> list[tuple[str, list[Listed]]]:
    """Works for the page: those the record tells something of, the others, and last those that
    were not yet in force."""
    groups: dict[str, list[Listed]] = {"touched": [], "others": [], "ahead": []}
    for one in found:
        ahead = one.mark.code == "not_yet"
        groups["ahead" if ahead else "touched" if one.touched else "others"].append(one)
    for rows in groups.values():
        rows.sort(key=lambda one: (_rank(one.work), -(one.work.adopted or date.min).toordinal()))
    return [(name, rows) for name, rows in groups.items() if rows]


def _rank(work: Work) -> int:
    return KINDS.index(work.kind) if work.kind in KINDS else len(KINDS)


def hit(work: Work, provision: str, day: date, touched: dict[str, int]) -> Hit:
    """A provision found, under the name the record knows it by."""
    found = standing(work.id, as_recorded(work.id, provision), day)
    return Hit(listed(work, day, touched), found, mark_of(found))


def of_work(work: Work, day: date) -> WorkPage:
    """Everything the page of a work shows on a day."""
    found = standing(work.id, WHOLE, day)
    touched = [one for one in touched_provisions(day, work.id) if one.provision != WHOLE]
    parts = _parts(touched)
    amended = [one for one in Adoption.objects.all() if work.id in one.amends]
    return WorkPage(
        work=work,
        day=day,
        standing=found,
        mark=mark_of_work(found),
        since=since_of_work(found),
        ended_by=works().get(work.ended_by or ""),
        adoption=Adoption.objects.filter(work=work.id).first(),
        amended_by=tuple(sorted(amended, key=lambda one: one.done_on or "", reverse=True)),
        spoken=tuple(part for part in parts if _spoken(part.standing)),
        changed=tuple(part for part in parts if not _spoken(part.standing)),
        history=tuple(_told(found.history, found)),
        rules=sum(1 for rule in rules().on(day).values() if rule.source.work == work.id),
    )


def of_provision(found: Standing, seen: Sequence[Decided]) -> ProvisionPage:
    """Everything the page of a provision shows on its day."""
    work, by = found.work, found.by
    told = _told(found.history, found)
    inside = f"{found.provision}__"
    near = touched_provisions(found.day, work.id)
    named = decided([by.by_decision] if by is not None and by.by_decision else [])
    return ProvisionPage(
        standing=found,
        mark=mark_of(found),
        by_work=works().get(by.by_work or "") if by is not None else None,
        by_decision=named.get(by.by_decision or "") if by is not None else None,
        why=found.finding,
        interim=by is not None and by.effect == "does_not_conform" and by.reading is not None,
        parts=tuple(_parts(one for one in near if one.provision.startswith(inside))),
        above=_above(work.id, found.provision),
        same_decision=_same_decision(found),
        history=tuple(told),
        reviewed=tuple(seen),
        rules=tuple(_citing(work.id, found.provision, found.day)),
        turns=_turns(found),
    )


def _spoken(found: Standing) -> bool:
    past = (event for event in found.history if event.counts_on(found.day))
    return any(event.by_decision and event.relation != "child" for event in past)


def _parts(found: Iterable[Standing]) -> list[Part]:
    found = list(found)
    named = decided({one.by.by_decision for one in found if one.by and one.by.by_decision})
    return [
        Part(
            one.work,
            one.provision,
            one,
            mark_of(one),
            works().get(one.by.by_work or "") if one.by else None,
            named.get(one.by.by_decision or "") if one.by else None,
        )
        for one in found
    ]


def _told(history: Sequence[Event], found: Standing) -> list[Told]:
    """History as a reader tells it, latest first: what one act did the same day is one line."""
    groups: dict[tuple[object, ...], list[Event]] = {}
    for event in history:
        key = (event.since, event.by_work, event.by_decision, event.effect, event.extent)
        groups.setdefault((*key, event.reading), []).append(event)
    named = decided({e.by_decision for e in history if e.by_decision})
    lines = [_line(events, found, named) for events in groups.values()]
    return sorted(lines, key=lambda line: line.since.first, reverse=True)


def _line(events: list[Event], found: Standing, named: dict[str, Decided]) -> Told:
    first = events[0]
    code = first.effect
    if first.effect == "does_not_conform" and first.extent is not None:
        code = "does_not_conform_in_part"
    why = None
    if first.by_decision:
        why = standing(found.work.id, first.provision, first.since.first).finding
    return Told(
        since=first.since,
        effect=first.effect,
        mark=Mark(code, f"law.done.{code}"),
        provisions=tuple(Provision(found.work.id, event.provision) for event in events),
        by_work=works().get(first.by_work or ""),
        by_decision=named.get(first.by_decision or ""),
        events=tuple(events),
        ahead=not first.counts_on(found.day),
        rules_today=found.by in events,
        why=why,
    )


def _above(work: str, provision: str) -> tuple[Provision, ...]:
    """The provisions it is part of, the outermost first."""
    steps = provision.split("__")
    return tuple(Provision(work, "__".join(steps[:size])) for size in range(1, len(steps)))


def _same_decision(found: Standing) -> tuple[Part, ...]:
    """What the decision it stands by did to other provisions, as they stood on the day."""
    if found.by is None or not found.by.by_decision:
        return ()
    rows = Effect.objects.filter(by_decision=found.by.by_decision).order_by("id")
    here = (found.work.id, found.provision)
    others = dict.fromkeys(
        (row.work, row.provision)
        for row in rows
        if (row.work, row.provision) != here
        and not (row.work == here[0] and row.provision.startswith(f"{here[1]}__"))
    )
    return tuple(_parts(standing(*one, found.day) for one in others))


def _itself(found: Standing) -> Provision:
    return Provision(found.work.id, found.provision)


def _citing(work: str, provision: str, day: date) -> list[Rule]:
    """The rules of the day that rest on the provision or on a part of it."""

    def rests(eid: str) -> bool:
        return eid == provision or eid.startswith(f"{provision}__")

    return [
        rule
        for rule in rules().on(day).values()
        if any(one.work == work and rests(one.provision_eid) for one in (rule.source, *rule.also))
    ]


def _turns(found: Standing) -> tuple[tuple[date, date], ...]:
    """The days on which its state may have changed, each with the day before it."""
    ends = {found.work.in_force_from, found.work.in_force_until} - {None}
    seen = {event.since.first for event in found.history if event.since.exact} | ends
    return tuple((day - timedelta(days=1), day) for day in sorted(filter(None, seen)))
