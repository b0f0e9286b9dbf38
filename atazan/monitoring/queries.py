"""Ask for published figures, as of a day: by body and metric, as series, newest first."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.monitoring.models import Figure
from atazan.rules.day import PartialDay


class Series(Struct, frozen=True):
    """The figures of one metric of a body, oldest first.

    They come from different sources and dates: cumulative and rounded figures need not agree.
    """

    body: str
    metric: str
    figures: list[Figure]

    @property
    def latest(self) -> Figure:
        """The figure that speaks of the latest day."""
        return self.figures[-1]


def series(day: date, body: str | None = None, metric: str | None = None) -> list[Series]:
    """Every series with a figure that speaks of a day up to `day`, by body and metric."""
    found: dict[tuple[str, str], list[Figure]] = {}
    rows = Figure.objects.order_by("id")
    rows = rows.filter(body=body) if body else rows
    rows = rows.filter(metric=metric) if metric else rows
    for row in rows:
        spoken = speaks_of(row)
        if spoken is None or spoken.first <= day:
            found.setdefault((row.body, row.metric), []).append(row)
    return [Series(*key, sorted(rows, key=_oldest)) for key, rows in sorted(found.items())]


def speaks_of(figure: Figure) -> PartialDay | None:
    """The day a figure speaks of: its own, else the end or the start of its period."""
    written = figure.as_of or figure.until or figure.since
    return PartialDay.read(written) if written else None


def _oldest(figure: Figure) -> tuple[date, str]:
    spoken = speaks_of(figure)
    return (spoken.first if spoken else date.min, figure.id)
