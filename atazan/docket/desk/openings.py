"""Which deeds the reader may do now on a petition, and of those not open yet, why.

The table of rights says who and in which state; what a petition's own facts make pointless (a
notice received twice) is left out; what waits for something is told with its finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct

from atazan.docket import voting
from atazan.docket.checks.common import BEFORE_RETIRING, lead, no
from atazan.docket.checks.court import carried
from atazan.docket.checks.ruling import acts_as_chair
from atazan.docket.desk.choices import to_tell
from atazan.docket.desk.forms import FORMS, Form, slug_of
from atazan.docket.models import Petition, Recusal
from atazan.docket.sight import Viewer
from atazan.institutions.bench import bench
from atazan.journal.rights import Whose, rights
from atazan.rules.book import Rule, RulesOnDay, rules
from atazan.rules.finding import Finding
from atazan.rules.votes import NoQuorum, Outcome

ELSEWHERE = {"resolution.adopted/1": "resolution", "resolution.published/1": "publications"}
"""Deeds with pages of their own in the room of decisions."""


class Opening(Struct, frozen=True):
    """A deed the reader may do in `role`; `waits` are the findings that keep it closed for now."""

    kind: str
    role: str
    rule: Rule
    form: Form | None = None
    waits: tuple[Finding, ...] = ()

    @property
    def slug(self) -> str:
        """The deed as it stands in an address and in the keys of its words."""
        return slug_of(self.kind)


def role_for(kind: str, state: str, viewer: Viewer) -> str | None:
    """The role in which the reader may do the deed: in this state, or else in another one."""
    held = [one for one in rights().rights if one.act == kind and one.role in viewer.roles]
    held = [one for one in held if one.whose is not Whose.OWN]
    found = [one.role for one in held if state in one.states] or [one.role for one in held]
    return next(iter(found), None)


def openings(row: Petition, viewer: Viewer, day: date) -> list[Opening]:
    """What may be done now, in the order of a petition's way."""
    law = rules().on(day)
    return list(_openings(row, viewer, law))


def _openings(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Opening]:
    for kind in (*(one.kind for one in FORMS.values()), *ELSEWHERE):
        role = _right(kind, row, viewer)
        if role is None or not _PLAIN.get(kind, _always)(row, viewer, law):
            continue
        form = FORMS.get(slug_of(kind))
        rule = law.get(form.rule) if form else law.get(_RULE[kind])
        if rule is None:
            continue
        chairs = acts_as_chair(str(viewer.person), law) if role == "chair" else ()
        waits = (*chairs, *_WAITS.get(kind, _nothing)(row, viewer, law))
        yield Opening(kind, role, rule, form, waits)


def _right(kind: str, row: Petition, viewer: Viewer) -> str | None:
    for role in viewer.roles:
        right = rights().of(role, kind, "petition", row.step)
        if right is None or right.whose is Whose.OWN:
            continue
        if right.whose is Whose.SELF and not viewer.person:
            continue
        return role
    return None


Plain = Callable[[Petition, Viewer, RulesOnDay], bool]


def _always(row: Petition, viewer: Viewer, law: RulesOnDay) -> bool:
    return True


def _votes(row: Petition, viewer: Viewer, law: RulesOnDay) -> bool:
    return viewer.person in voting.ballot(row).waiting


def _sits(row: Petition, viewer: Viewer, law: RulesOnDay) -> bool:
    sat = bench(law.day).able
    stated = Recusal.objects.filter(petition=row.id, judge=viewer.person)
    return viewer.person in sat and not stated.exists()


def _heard_still(row: Petition) -> bool:
    return lead(row).step in BEFORE_RETIRING


def _recusals(row: Petition, viewer: Viewer, law: RulesOnDay) -> bool:
    return Recusal.objects.filter(petition=row.id, granted=None).exists()


_PLAIN: dict[str, Plain] = {
    "petition.taken/1": lambda row, viewer, law: row.clerk != viewer.name,
    "notice.received/1": lambda row, viewer, law: not row.noticed_on,
    "withdrawal.asked/1": lambda row, viewer, law: not row.withdrawn_on and _heard_still(row),
    "petition.changed/1": lambda row, viewer, law: _heard_still(row),
    "petition.adapted/1": lambda row, viewer, law: bool(
        not row.adapted_on
        and (rule := law.get("step.adapted"))
        and date.fromisoformat(row.received_on) < rule.term.since
    ),
    "participants.notified/1": lambda row, viewer, law: bool(to_tell(row)),
    "resolution.served/1": lambda row, viewer, law: not row.served_on,
    "study.reported/1": lambda row, viewer, law: viewer.person in row.judges,
    "vote.cast/1": _votes,
    "recusal.stated/1": _sits,
    "recusal.decided/1": _recusals,
    "urgency.granted/1": lambda row, viewer, law: not row.urgent,
    "petition.to_plenary/1": lambda row, viewer, law: (
        (row.session or {}).get("form") == "panel_of_five" or bool(voting.lost(row, law.day))
    ),
}
_RULE = {"resolution.adopted/1": "step.decided", "resolution.published/1": "step.published"}

Waits = Callable[[Petition, Viewer, RulesOnDay], Iterator[Finding]]


def _nothing(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Finding]:
    return iter(())


def _admitted(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Finding]:
    return carried(row, law, "step.admitted")


def _adopted(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Finding]:
    return carried(row, law, "step.decided")


def _refused(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Finding]:
    outcome, waits = _counted(row, law, law["step.refused"])
    yield from waits
    if outcome is not None and outcome != Outcome.NOT_ADOPTED:
        yield no(law["step.refused"], f"docket.no.refusal.{outcome}")


def _reopened(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Finding]:
    if voting.lost(row, law.day):
        return
    outcome, waits = _counted(row, law, law["step.vote_again"])
    yield from waits
    if outcome is not None and outcome not in (Outcome.REPEAT_VOTE, Outcome.NOT_ADOPTED):
        yield no(law["step.vote_again"], "docket.no.reopen.new_draft")


def _counted(row: Petition, law: RulesOnDay, rule: Rule) -> tuple[str | None, list[Finding]]:
    if gone := voting.lost(row, law.day):
        return None, [no(rule, "docket.no.lost", who=", ".join(gone), day=law.day)]
    try:
        found = voting.count(row, law.day)
    except NoQuorum as short:
        return None, [short.finding]
    if found is None:
        waiting = ", ".join(voting.ballot(row).waiting)
        return None, [no(rule, "docket.no.vote_open", who=waiting or "—")]
    return found.id.removeprefix("vote."), []


def _heard(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Finding]:
    if not row.rapporteurs:
        yield no(law["step.rapporteur"], "docket.no.rapporteur")


def _sat(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Finding]:
    sits_on = date.fromisoformat((row.session or {})["sits_on"])
    if law.day < sits_on:
        yield no(law["step.retired"], "docket.no.too_early", day=sits_on)


def _vote_day(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Finding]:
    sits_on = date.fromisoformat((row.session or {})["sits_on"])
    if law.day < sits_on:
        yield no(law["step.vote"], "docket.no.too_early", day=sits_on)
    others = [one for one in voting.ballot(row).waiting if one != viewer.person]
    if viewer.person == bench(law.day).chair and others:
        yield no(law["step.vote"], "docket.no.chair_last", who=", ".join(others))


def _served(row: Petition, viewer: Viewer, law: RulesOnDay) -> Iterator[Finding]:
    if not row.served_on:
        yield no(law["step.served"], "docket.no.not_served")


_WAITS: dict[str, Waits] = {
    "petition.admitted/1": _admitted,
    "petition.refused/1": _refused,
    "resolution.adopted/1": _adopted,
    "vote.reopened/1": _reopened,
    "vote.cast/1": _vote_day,
    "hearing.convened/1": _heard,
    "minutes.kept/1": _sat,
    "judges.retired/1": _sat,
    "petition.closed/1": _served,
}
