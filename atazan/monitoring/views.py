"""Published figures as of the day asked: series by body and metric; also as JSON and CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from msgspec import Struct

from atazan.journal.answering import address_as, day_of, in_figures, lang_of, page, row
from atazan.monitoring import charts
from atazan.monitoring.kazakh import MORE, more_than
from atazan.monitoring.models import Figure
from atazan.monitoring.queries import Series, series
from atazan.rules.bodies import bodies, offices
from atazan.rules.text import LANGS, Lang, Text

COURT, RECEIVED = "constitutional_court", "petitions_received"
_FIRST = (COURT, "constitutional_council")
Kind = Literal["month", "year", "growing", "period", "day", "none"]
_COLUMNS = "id body metric value unit since until as_of confidence".split()


class Told(Struct, frozen=True):
    """A figure as shown: its number in the reader's way, and what its period is.

    `whole` says number and qualifier together where the language joins them.

    `growing` is counted from a first day up to another; `month` and `year` stand for themselves.
    """

    row: Figure
    value: str
    period: Kind
    whole: str | None = None


class Metric(Struct, frozen=True):
    """A series as shown, the latest figure first, with its charts where it has any."""

    series: Series
    figures: list[Told]
    growth: charts.Growth | None
    months: list[charts.Column]
    last: Told | None
    categories: bool


def figures_page(request: HttpRequest) -> HttpResponse:
    """Every series with a figure that speaks of a day up to the day asked."""
    day, lang = day_of(request), lang_of(request)
    found = series(day)
    if request.GET.get("format") == "csv":
        return _csv(found)
    groups: dict[str, list[Metric]] = {}
    for one in sorted(found, key=_order):
        groups.setdefault(one.body, []).append(metric(one, lang))
    facts = {
        "groups": [(body, named(body), metrics) for body, metrics in groups.items()],
        "count": sum(len(one.figures) for one in found),
        "series": len(found),
        "csv_url": address_as(request, "csv"),
    }
    return page(request, "monitoring/figures.html", facts, lambda: {"series": _json(found)})


def metric(found: Series, lang: Lang) -> Metric:
    """A series with its charts and its figures in words."""
    growth = charts.growth(found)
    return Metric(
        found,
        [told(one, lang) for one in reversed(found.figures)],
        growth,
        charts.months(found),
        told(growth.last, lang) if growth else None,
        any(one.category for one in found.figures),
    )


def told(found: Figure, lang: Lang) -> Told:
    """A figure in the reader's way."""
    shown = in_figures(found.value, lang) or ""
    joined = lang == "kk" and (found.qualifier or {}).get("kk") == MORE
    whole = more_than(shown, found.value, found.unit) if joined else None
    return Told(found, shown, _period(found), whole)


def named(slug: str) -> Text | None:
    """A body or an office by its name; None where it is neither."""
    found = bodies().get(slug) or offices().get(slug)
    return found.names if found else None


def _period(found: Figure) -> Kind:
    if found.since and found.since == found.until:
        return "month" if len(found.since) == 7 else "year" if len(found.since) == 4 else "day"
    if found.since and found.until:
        return "growing"
    return "period" if found.since or found.until else "day" if found.as_of else "none"


def _order(one: Series) -> tuple[int, str, int, str]:
    """The Court first, its petitions before all; then the fullest series."""
    first = _FIRST.index(one.body) if one.body in _FIRST else len(_FIRST)
    main = one.metric == RECEIVED
    return (first, one.body, -1000 if main else -len(one.figures), one.metric)


def _json(found: list[Series]) -> list[dict[str, Any]]:
    return [
        {"body": one.body, "metric": one.metric, "figures": [row(fig) for fig in one.figures]}
        for one in found
    ]


def _csv(found: list[Series]) -> HttpResponse:
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="figures.csv"'
    writer = csv.writer(answer)
    words = [f"{name}_{lang}" for name in ("qualifier", "category") for lang in LANGS]
    writer.writerow([*_COLUMNS, *words, "sources"])
    writer.writerows(_lines(found))
    return answer


def _lines(found: list[Series]) -> Iterator[list[Any]]:
    for figure in (one for each in found for one in each.figures):
        words = [
            (told or {}).get(lang, "")
            for told in (figure.qualifier, figure.category)
            for lang in LANGS
        ]
        yield [*(getattr(figure, name) for name in _COLUMNS), *words, " | ".join(figure.sources)]
