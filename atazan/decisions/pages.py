"""What the pages of the decisions show, gathered: values only, no words and no markup."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from atazan.decisions.follow_up import FollowUp
from atazan.decisions.listing import code_of, outcomes_of
from atazan.decisions.models import Decision
from atazan.decisions.queries import DecisionOn, Held, duties_of
from atazan.institutions.models import Person, Sitting
from atazan.law.marks import Mark, mark_of
from atazan.law.models import Effect as OnProvision
from atazan.law.queries import standing
from atazan.law.standing import Standing
from atazan.rules.book import NoRuleInForce, Rule, rules
from atazan.rules.citation import Provision
from atazan.rules.day import PartialDay
from atazan.rules.finding import Finding
from atazan.rules.transition import months_after
from atazan.rules.works import Work, works

COURT = "constitutional_court"
_FINAL = frozenset({"normative_resolution", "conclusion"})


class HeldTogether(Struct, frozen=True):
    """Provisions of one work of which the same was held. `now` is how the first stood on the day,
    where something other than this decision says so."""

    held: Held
    where: tuple[Provision, ...]
    mark: str
    now: Standing | None = None
    now_mark: Mark | None = None


class Member(Struct, frozen=True):
    """A judge or member who sat; `names` is None where the record does not know the person."""

    id: str
    names: dict[str, str] | None

    @property
    def path(self) -> str:
        return f"people/{self.id}"


class Afterwards(Struct, frozen=True):
    """What the lawmaker did later to a provision the decision spoke of."""

    where: Provision
    effect: str
    since: PartialDay
    by: Work | None

    @property
    def path(self) -> str:
        return f"norms/{self.by.id}" if self.by else "norms/"


class Term(Struct, frozen=True):
    """The term of what was to be done: its rule, and what of the arithmetic is known.

    `not_before` is the earliest day it could end where publication was not found.
    """

    rule: Rule | None
    months: int | None
    not_before: date | None


class DecisionPage(Struct, frozen=True):
    """One decision on a day."""

    on: DecisionOn
    outcomes: tuple[str, ...]
    held: tuple[HeldTogether, ...]
    duties: tuple[Finding, ...]
    term: Term
    form: Rule | None
    force: Rule | None
    secrecy: Rule | None
    members: tuple[Member, ...]
    people: dict[str, Member]
    afterwards: tuple[Afterwards, ...]
    same_day: tuple[Sitting, ...]

    @property
    def row(self) -> Decision:
        return self.on.decision

    @property
    def made(self) -> date | None:
        """The day it was made, where the whole day is known."""
        written = PartialDay.read(self.row.done_on) if self.row.done_on else None
        return written.first if written is not None and written.exact else None

    @property
    def presiding(self) -> Member | None:
        return self.people.get(self.row.presiding or "")

    @property
    def rapporteur(self) -> Member | None:
        return self.people.get(self.row.rapporteur or "")

    @property
    def applicant(self) -> Member | None:
        """The person who applied, where it was the holder of an office who is named."""
        return self.people.get((self.row.applicant or {}).get("person") or "")

    @property
    def silent(self) -> bool:
        """Whether something was held of which the rules of its day name no effect."""
        return any(one.held.outcome and one.held.effect is None for one in self.held)

    @property
    def follow_up(self) -> FollowUp:
        return self.on.follow_up


def of_decision(found: DecisionOn) -> DecisionPage:
    """Everything the page of a decision shows on a day."""
    row = found.decision
    made = PartialDay.read(row.done_on).first if row.done_on else None
    applicant = (row.applicant or {}).get("person")
    names = [*row.composition, *filter(None, (row.presiding, row.rapporteur, applicant))]
    people = _members(dict.fromkeys(names))
    return DecisionPage(
        on=found,
        outcomes=outcomes_of([row])[row.id],
        held=tuple(_together(found)),
        duties=duties_of(held.effect for held in found.held),
        term=_term(found, made),
        form=_form(row, made),
        force=_rule("force.binding", made) if row.form in _FINAL else None,
        secrecy=_rule("decision.adoption.secrecy", made) if row.body == COURT else None,
        members=tuple(people[id] for id in row.composition),
        people=people,
        afterwards=tuple(_afterwards(found, made)),
        same_day=tuple(Sitting.objects.filter(done_on=row.done_on)) if row.done_on else (),
    )


def _members(ids: Iterable[str]) -> dict[str, Member]:
    ids = list(ids)
    known = Person.objects.in_bulk(ids)
    return {id: Member(id, known[id].names if id in known else None) for id in ids}


def _together(found: DecisionOn) -> Iterable[HeldTogether]:
    """Holdings in the order of the text; neighbours of which the same was held stand together."""
    groups: list[list[Held]] = []
    for held in found.held:
        if groups and _same(groups[-1][0], held):
            groups[-1].append(held)
        else:
            groups.append([held])
    for group in groups:
        first = group[0]
        mark = code_of(first.outcome or "outcome_not_found", first.extent is not None)
        now = _otherwise(first.provision, found)
        where = tuple(held.provision for held in group)
        yield HeldTogether(first, where, mark, now, mark_of(now) if now else None)


def _same(one: Held, other: Held) -> bool:
    def told(held: Held) -> tuple[object, ...]:
        return held.provision.work, held.outcome, held.extent, held.reading, held.since

    return told(one) == told(other)


def _otherwise(where: Provision, found: DecisionOn) -> Standing | None:
    """How the provision stood on the day, unless this very decision made it so."""
    now = standing(where.work, where.eid, found.day)
    if now.by is not None and now.by.by_decision == found.decision.id:
        return None
    return now if now.by is not None or now.state == "work_ended" else None


def _term(found: DecisionOn, made: date | None) -> Term:
    """The rule on the term of a follow-up, by the law of the decision's day."""
    if made is None or found.follow_up.state == "none":
        return Term(None, None, None)
    for finding in duties_of(held.effect for held in found.held):
        if finding.rule.kind == "follow_up":
            months: int = finding.rule.value.months
            return Term(finding.rule, months, months_after(made, months))
    return Term(None, None, None)


def _form(row: Decision, made: date | None) -> Rule | None:
    council = row.body == "constitutional_council"
    return _rule("decision.form.council" if council else f"decision.form.{row.form}", made)


def _rule(id: str, day: date | None) -> Rule | None:
    """The rule of that day; None where none was in force or the day is not known."""
    if day is None:
        return None
    try:
        return rules().on(day)[id]
    except NoRuleInForce:
        return None


def _afterwards(found: DecisionOn, made: date | None) -> Iterable[Afterwards]:
    """What the lawmaker did by the day to the provisions the decision spoke of."""
    wheres = {held.provision for held in found.held}
    rows = OnProvision.objects.filter(work__in={one.work for one in wheres}, by_work__isnull=False)
    for row in rows.order_by("since", "id"):
        where, since = Provision(row.work, row.provision), PartialDay.read(row.since)
        later = made is not None and made < since.first <= found.day
        if where in wheres and later:
            yield Afterwards(where, row.effect, since, works().get(row.by_work or ""))
