"""What the pages of offices tell as JSON (`?format=json`)."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import msgspec
from django.http import HttpRequest

from atazan.institutions.queries import Held
from atazan.institutions.seats import Seat
from atazan.institutions.telling import Told
from atazan.rules.bodies import Body


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
