"""A page of institutions, or what it tells as JSON (`?format=json`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

import msgspec
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from atazan.institutions.queries import Held
from atazan.institutions.seats import Seat
from atazan.institutions.telling import Told
from atazan.journal.rows import RegisterRow
from atazan.rules.bodies import Body


def page(
    request: HttpRequest,
    name: str,
    facts: dict[str, Any],
    told: Callable[[], Mapping[str, Any]],
) -> HttpResponse:
    """The page, or with `?format=json` what it tells."""
    if request.GET.get("format") == "json":
        said = {"on": day_of(request).isoformat(), **told()}
        return JsonResponse(said, json_dumps_params={"ensure_ascii": False, "indent": 1})
    query = request.GET.copy()
    query["format"] = "json"
    facts["json_url"] = f"{request.path}?{query.urlencode()}"
    return render(request, f"institutions/{name}.html", facts)


def day_of(request: HttpRequest) -> date:
    """The day the page is asked for."""
    return cast(date, request.asked.day)  # type: ignore[attr-defined]


def today_of(request: HttpRequest) -> date:
    """The day on which it is asked."""
    return cast(date, request.asked.today)  # type: ignore[attr-defined]


def seat_json(seat: Seat) -> dict[str, Any]:
    return {
        **msgspec.to_builtins(seat.place),
        "holders": [msgspec.to_builtins(one.held) for one in seat.told],
    }


def office_json(place: Body, now: list[Told], told: list[Held]) -> dict[str, Any]:
    certain = {one.held.tenure: one.certainty for one in now}
    return {
        "office": msgspec.to_builtins(place),
        "on_this_day": [
            {"tenure": tenure, "certainty": certainty} for tenure, certainty in certain.items()
        ],
        "tenures": msgspec.to_builtins(told),
    }


def row_json(row: RegisterRow) -> dict[str, Any]:
    """A row of the record with all it carries."""
    return {"id": row.pk, **model_to_dict(row, exclude=["stream"])}
