"""Gives every request its day, so that views of any app need not know the portal."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from atazan.portal.day import asked

Answer = Callable[[HttpRequest], HttpResponse]


def day_of_the_page(answer: Answer) -> Answer:
    """`request.asked` is the day the page is asked for (portal.day.Asked)."""

    def with_day(request: HttpRequest) -> HttpResponse:
        request.asked = SimpleLazyObject(lambda: asked(request))  # type: ignore[attr-defined]
        return answer(request)

    return with_day
