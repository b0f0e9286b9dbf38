"""Ask the docket: the registry's queue, a person's petitions, cases, petitions on a provision."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet
from msgspec import Struct

from atazan.docket.models import ChallengedNorm, Petition
from atazan.docket.steps import FINAL
from atazan.journal.models import Stream
from atazan.rules.citation import meet

AT_REGISTRY = ("lodged",)
PUBLIC = (
    "admitted joined suspended in_session adjourned deliberation decided published terminated"
    " closed"
).split()
"""Steps at which a petition stands in the public register of cases."""


class NoSuchPetition(LookupError):
    """There is none of this number, or none for this reader."""

    def __init__(self, id: str) -> None:
        self.id = id
        super().__init__(f"no petition {id} is on the docket")


class Page(Struct, frozen=True):
    """A stretch of a list: `first` to `last` of `total`; `after` opens the next one."""

    rows: tuple[Petition, ...]
    total: int
    first: int
    after: str | None

    @property
    def last(self) -> int:
        """The place of the last row shown; 0 where there is none."""
        return self.first + len(self.rows) - 1 if self.rows else 0


def petition(id: str) -> Petition:
    """One petition. Raises NoSuchPetition."""
    row = Petition.objects.filter(pk=id).first()
    if row is None:
        raise NoSuchPetition(id)
    return row


def by_code(code: str) -> Petition | None:
    """The petition of a receipt's code, written with or without dashes."""
    letters = "".join(one for one in code.upper() if one.isalnum())
    if len(letters) != 12:
        return None
    asked = "-".join(letters[place : place + 4] for place in (0, 4, 8))
    return Petition.objects.filter(code=asked).first()


def queue(
    steps: Iterable[str] = AT_REGISTRY, *, after: str | None = None, size: int = 50, **asked: str
) -> Page:
    """Petitions at these steps, oldest first; `asked` are columns (`clerk`, `outcome`).

    `after` is a petition's number: the page begins behind it. Nothing is ever left out in silence:
    `total` counts all.
    """
    found = Petition.objects.filter(step__in=tuple(steps), **asked)
    return page(found, "filed_on", after, size)


def page(found: QuerySet[Petition], order: str, after: str | None, size: int) -> Page:
    """A stretch of a list by a day and then by number, oldest first."""
    total, before = found.count(), 0
    if after is not None:
        last = Petition.objects.filter(pk=after).values_list(order, flat=True).first()
        behind = Q(**{f"{order}__gt": last}) | Q(**{order: last, "id__gt": after})
        before = total - found.filter(behind).count()
        found = found.filter(behind)
    rows = tuple(found.order_by(order, "id")[: size + 1])
    more = rows[size - 1].id if len(rows) > size else None
    return Page(rows[:size], total, before + 1 if rows else 0, more)


def counts() -> dict[str, int]:
    """How many petitions stand at each step."""
    found = Petition.objects.values_list("step").annotate(number=Count("id"))
    return {step: number for step, number in found.order_by("step")}


def mine(account: str) -> list[Petition]:
    """The petitions an account filed, the newest first."""
    names = Stream.objects.filter(owner=account, name__startswith="petition/")
    ids = [name.partition("/")[2] for name in names.values_list("name", flat=True)]
    return list(Petition.objects.filter(pk__in=ids).order_by("-filed_on", "-id"))


def open_on(work: str, provision: str) -> list[Petition]:
    """Petitions still open that challenge the provision, one it is part of or a part of it."""
    named = ChallengedNorm.objects.filter(work=work).values_list("petition", "provision")
    ids = [one for one, other in named if meet(provision, other)]
    found = Petition.objects.filter(pk__in=ids).exclude(step__in=FINAL)
    return list(found.exclude(step__in=("decided", "published")).order_by("filed_on", "id"))


def joined_with(id: str) -> list[Petition]:
    """The petitions joined to a case and heard in it, in the order of their numbers."""
    return list(Petition.objects.filter(joined_to=id, step="joined").order_by("id"))
