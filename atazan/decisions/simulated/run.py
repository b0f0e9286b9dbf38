"""Cases side by side: whoever's day has come acts, so the journal is in the order of days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from heapq import heappop, heappush
from itertools import count

from django.db import transaction

from atazan.decisions.simulated.case import Case
from atazan.decisions.simulated.course import Docket, course
from atazan.journal.problems import NotPermitted

Going = tuple[date, int, Case, Iterator[date]]


def run(
    cases: Iterable[Case], until: date, told: Callable[[date, int], None] | None = None
) -> Docket:
    """Let every case go its way up to and including `until`; each day's acts stand together.

    What the rules refuse (a bench too small for a session) ends the case there and is told.
    `cases` come in the order of their first days. `told` hears of each day: how many still go.
    """
    docket, waiting, place = Docket(), iter(cases), count()
    going: list[Going] = []
    coming = next(waiting, None)
    while coming is not None or going:
        day = min(([coming.day] if coming else []) + ([going[0][0]] if going else []))
        if day > until:
            break
        while coming is not None and coming.day <= day:
            heappush(going, (coming.day, next(place), coming, course(coming, docket)))
            coming = next(waiting, None)
        with transaction.atomic():
            _one_day(going, day, place, docket)
        if told is not None:
            told(day, len(going))
    return docket


def _one_day(going: list[Going], day: date, place: Iterator[int], docket: Docket) -> None:
    while going and going[0][0] <= day:
        _, _, case, way = heappop(going)
        try:
            then = next(way, None)
        except NotPermitted as refusal:
            docket.refused.append((case, refusal))
            continue
        if then is not None and case.last != case.plan.stop:
            heappush(going, (then, next(place), case, way))
