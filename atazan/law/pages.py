"""What the pages of the law show, gathered: values only, no words and no markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from atazan.law.decided import Decided, decided
from atazan.law.history import Told, history_of
from atazan.law.marks import Mark, mark_of, mark_of_work, since_of_work
from atazan.law.models import Adoption, Citation, Effect
from atazan.law.queries import Citing, cites, in_order, standing, standings, touched_provisions
from atazan.law.review import UnderReview, reviews
from atazan.law.standing import Standing
from atazan.law.text.document import outer
from atazan.law.timeline import Timeline, timeline
from atazan.rules.book import Rule, rules
from atazan.rules.citation import Provision, levels
from atazan.rules.day import PartialDay
from atazan.rules.finding import Finding
from atazan.rules.works import Work, works

WHOLE = "whole"


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


class CitedBy(Struct, frozen=True):
    """A provision that cites the one shown, as a part in a list."""

    part: Part
    citing: Citing


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
    def changed_articles(self) -> tuple[str, ...]:
        """The articles whose provisions the lawmaker changed."""
        return tuple(dict.fromkeys(outer(part.provision) for part in self.changed))

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
    timeline: Timeline | None
    cited_by: tuple[CitedBy, ...]
    texts_read: tuple[Work, ...]
    reviews: tuple[UnderReview, ...] = ()

    @property
    def review_rule(self) -> Rule | None:
        """That acts under review are marked so, where the law of the day says it."""
        return rules().on(self.standing.day).get("publication.admission_mark")

    @property
    def under_review(self) -> tuple[UnderReview, ...]:
        """The cases in which the Court was reviewing it on the day."""
        return tuple(one for one in self.reviews if one.on(self.standing.day))

    @property
    def untouched(self) -> bool:
        """Whether nothing on record speaks of the provision itself or a part of it."""
        spoken = any(event.relation != "parent" for event in self.standing.history)
        return not spoken and not self.reviewed

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


def of_work(work: Work, day: date) -> WorkPage:
    """Everything the page of a work shows on a day."""
    found = standing(work.id, WHOLE, day)
    touched = [one for one in touched_provisions(day, work.id) if one.provision != WHOLE]
    parts = parts_of(touched)
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
        history=history_of(found),
        rules=sum(1 for rule in rules().on(day).values() if rule.source.work == work.id),
    )


def of_provision(found: Standing, seen: Sequence[Decided]) -> ProvisionPage:
    """Everything the page of a provision shows on its day."""
    work, by = found.work, found.by
    parts = tuple(parts_of(touched_inside(work.id, found.provision, found.day)))
    named = decided([by.by_decision] if by is not None and by.by_decision else [])
    asked = tuple(one for one in reviews(work.id, found.provision) if one.since <= found.day)
    return ProvisionPage(
        standing=found,
        mark=mark_of(found),
        by_work=works().get(by.by_work or "") if by is not None else None,
        by_decision=named.get(by.by_decision or "") if by is not None else None,
        why=found.finding,
        interim=by is not None and by.effect == "does_not_conform" and by.reading is not None,
        parts=parts,
        above=_above(work.id, found.provision),
        same_decision=_same_decision(found),
        history=history_of(found),
        reviewed=tuple(seen),
        rules=tuple(_citing(work.id, found.provision, found.day)),
        turns=_turns(found),
        timeline=timeline(found, [part.where for part in parts], asked),
        cited_by=_cited_by(found),
        texts_read=_texts_read(),
        reviews=asked,
    )


def touched_inside(work: str, provision: str, day: date) -> list[Standing]:
    """The parts of a provision something had happened to by the day, in their order."""
    rows = Effect.objects.filter(work=work, provision__startswith=f"{provision}__")
    past = {row.provision for row in rows if PartialDay.read(row.since).first <= day}
    return list(standings(work, sorted(past, key=in_order), day).values())


def _cited_by(found: Standing) -> tuple[CitedBy, ...]:
    citing = cites(found.work.id, found.provision, found.day)
    parts = parts_of(one.standing for one in citing)
    return tuple(map(CitedBy, parts, citing))


def _texts_read() -> tuple[Work, ...]:
    """The works whose texts were read for citations."""
    read = Citation.objects.order_by("from_work").values_list("from_work", flat=True)
    return tuple(works()[work] for work in read.distinct())


def _spoken(found: Standing) -> bool:
    past = (event for event in found.history if event.counts_on(found.day))
    return any(event.by_decision and event.relation != "child" for event in past)


def parts_of(found: Iterable[Standing], marked: Callable[[Standing], Mark] = mark_of) -> list[Part]:
    """Provisions for a list, each with its mark and what made it stand so."""
    found = list(found)
    named = decided({one.by.by_decision for one in found if one.by and one.by.by_decision})
    return [
        Part(
            one.work,
            one.provision,
            one,
            marked(one),
            works().get(one.by.by_work or "") if one.by else None,
            named.get(one.by.by_decision or "") if one.by else None,
        )
        for one in found
    ]


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
    return tuple(parts_of(standing(*one, found.day) for one in others))


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
