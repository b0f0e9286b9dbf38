"""The shares a simulation aims at: those published, read from the record, and those assumed.

No register tells everything, and figures of different days do not have to agree. Each share names
the figures it comes from and of what it is a share; what nobody published is a named assumption.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from msgspec import Struct

from atazan.rules.day import PartialDay

COURT = "constitutional_court"


class Assumed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Shares nobody published: of what each is a share, its name's group says.

    Of all petitions: `withdrawn`. Of those returned: `form`, `fee`, `subject` by ground,
    `corrected_in_time`, `corrected_late`, `demanded`. Of those filed again: `admitted_again`. Of
    those admitted: the rest.
    """

    withdrawn: float = 0.002
    form: float = 0.2
    fee: float = 0.05
    subject: float = 0.05
    corrected_in_time: float = 0.1
    corrected_late: float = 0.03
    demanded: float = 0.03
    admitted_again: float = 0.02
    terminated: float = 0.1
    joined: float = 0.1
    suspended: float = 0.05
    prolonged: float = 0.1
    disagreed: float = 0.1
    recused: float = 0.05
    adjourned: float = 0.05
    urgent: float = 0.02
    changed: float = 0.03


class Figure(Protocol):
    """A published figure, as the record tells it."""

    id: str
    body: str
    metric: str
    value: str
    since: str | None
    until: str | None
    as_of: str | None


class Share(Struct, frozen=True):
    """A published share: of what (`of`, a key of the words) and from which figures."""

    name: str
    value: float
    figures: tuple[str, ...]


class Shares(Struct, frozen=True):
    """What is published, by name."""

    monthly: Share
    returned: Share
    admitted: Share
    not_ours: Share
    does_not_conform: Share
    as_interpreted: Share

    @property
    def all(self) -> tuple[Share, ...]:
        """Every share, in the order of the fields."""
        return tuple(getattr(self, name) for name in self.__struct_fields__)


class NotInRecord(LookupError):
    """The record has no figure of this metric."""

    def __init__(self, metric: str) -> None:
        self.metric = metric
        super().__init__(f"no figure '{metric}' of the court is in the record: run `atazan load`")


def published(figures: Iterable[Figure]) -> Shares:
    """The newest of the published figures as shares. Raises NotInRecord."""
    told = _Told(figures)
    received, returned = told.newest("petitions_received"), told.newest("petitions_returned_share")
    subjects = told.of_the_newest("petitions_share_by_subject")
    largest = max(subjects, key=lambda one: Decimal(one.value))
    return Shares(
        monthly=Share("monthly", float(received.value) / _months(received), (received.id,)),
        returned=Share("returned", _percent(returned), (returned.id,)),
        admitted=told.ratio("admitted", "proceedings_opened", "petitions_received"),
        not_ours=Share("not_ours", _percent(largest), (largest.id,)),
        does_not_conform=told.ratio(
            "does_not_conform", "norms_found_unconstitutional", "final_resolutions"
        ),
        as_interpreted=told.ratio("as_interpreted", "norms_interpreted", "final_resolutions"),
    )


class _Told:
    """The Court's figures by metric, the newest last."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self.figures = [one for one in figures if one.body == COURT]

    def of(self, metric: str) -> list[Figure]:
        rows = [one for one in self.figures if one.metric == metric]
        if not rows:
            raise NotInRecord(metric)
        return sorted(rows, key=lambda one: (one.as_of or one.until or "", one.id))

    def newest(self, metric: str) -> Figure:
        return self.of(metric)[-1]

    def of_the_newest(self, metric: str) -> list[Figure]:
        rows = self.of(metric)
        return [one for one in rows if one.as_of == rows[-1].as_of]

    def ratio(self, name: str, part: str, whole: str) -> Share:
        """The newest figure over that of the same period."""
        top = self.newest(part)
        same = [one for one in self.of(whole) if (one.since, one.until) == (top.since, top.until)]
        if not same:
            raise NotInRecord(whole)
        return Share(name, float(top.value) / float(same[-1].value), (top.id, same[-1].id))


def _percent(figure: Figure) -> float:
    return float(figure.value) / 100


def _months(figure: Figure) -> float:
    since, until = (PartialDay.read(str(one)) for one in (figure.since, figure.until))
    days = (until.last - since.first).days + 1
    return days / 30.4375
