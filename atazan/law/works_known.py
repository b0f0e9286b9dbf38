"""The works the register of the law came to know, told to the rules: `rules.works` imports no
database, so every door says where more works are to be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from django.db import DatabaseError, connections
from django.http import HttpRequest, HttpResponse

from atazan.law.models import RegisteredWork
from atazan.rules.works import Work, works_also_of

_FIELDS = "id uri kind title short number adopted in_force_from in_force_until url".split()
_read: tuple[list[tuple[Any, ...]], tuple[Work, ...]] = ([], ())


def ask_the_register() -> None:
    """From now on `works()` knows what the register holds, asked for when first needed."""
    works_also_of(_registered)


def _registered() -> Iterable[Work]:
    """The works of the register, made anew only where its rows are others than last time."""
    global _read
    try:
        with connections["default"].cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(_FIELDS)} FROM law_registeredwork ORDER BY id")
            rows = cursor.fetchall()
    except DatabaseError:  # no tables yet: nothing is registered
        return ()
    if rows != _read[0]:
        found = RegisteredWork.objects.values(*_FIELDS).order_by("id")
        _read = (rows, tuple(msgspec.convert(row, Work) for row in found))
    return _read[1]


Answer = Callable[[HttpRequest], HttpResponse]


def works_of_the_register(answer: Answer) -> Answer:
    """Every request knows the works registered by then, whichever process recorded them."""

    def with_works(request: HttpRequest) -> HttpResponse:
        ask_the_register()
        return answer(request)

    return with_works
