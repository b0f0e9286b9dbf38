"""The address harvesters ask: /oai, by GET or POST, the same for every language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from atazan.library.feeds.oai import Provider


@csrf_exempt  # reads only
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    """The answer to a request of OAI-PMH 2.0, its errors too: always with status 200."""
    given = dict((request.POST if request.method == "POST" else request.GET).lists())
    body = Provider(settings.ATAZAN_SITE).answer(given, request.now)  # type: ignore[attr-defined]
    return HttpResponse(body, content_type="text/xml; charset=utf-8")
