"""On the way to an office: candidates proposed and oaths taken, the earliest first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.institutions.happenings import is_later
from atazan.institutions.models import Candidacy, Oath, Person
from atazan.rules.bodies import Body, bodies, offices


class Step(Struct, frozen=True):
    """A candidate proposed, or an oath taken. `by` proposes; `to` is to decide, or takes the oath;
    None where not found. `later`: after the day asked about."""

    kind: Literal["candidate.proposed/1", "oath.taken/1"]
    row: Candidacy | Oath
    names: Mapping[str, str]
    place: Body
    by: Body | None
    to: Body | None
    later: bool


def steps(day: date, **of: str) -> list[Step]:
    """The steps of an office (`office=`) or a person (`person=`)."""
    rows: list[Candidacy | Oath] = [*Candidacy.objects.filter(**of), *Oath.objects.filter(**of)]
    names = Person.objects.in_bulk({row.person for row in rows})
    rows.sort(key=lambda row: (row.done_on or "", row.entry))
    return [_step(row, names[row.person].names, day) for row in rows if row.person in names]


def _step(row: Candidacy | Oath, names: Mapping[str, str], day: date) -> Step:
    later = is_later(row.done_on, day)
    place = offices()[row.office]
    if isinstance(row, Candidacy):
        by, to = _organ(row.by), _organ(row.body)
        return Step("candidate.proposed/1", row, names, place, by, to, later)
    return Step("oath.taken/1", row, names, place, None, _organ(row.before), later)


def _organ(slug: str | None) -> Body | None:
    return bodies().get(slug or "") or offices().get(slug or "")
