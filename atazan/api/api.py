"""The REST API: the same answers as the portal, as JSON, and the same one way in for deeds.

Reading what is public needs no account. A program acts for an account with a key of its own
(`Authorization: Bearer atz_…`), made by `atazan users token`; on a demo name and password do too.
Whatever is refused comes back as `problems`, in the language of `?lang=` or Accept-Language.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from atazan.api import (
    cases,
    compared,
    exports,
    law,
    petitions,
    record,
    rulebook,
    search,
    texts,
    timelines,
    words,
)
from atazan.api.components import components, referring
from atazan.api.faults import Body, handle, language, refuse
from atazan.rules.words import phrase


class _Api(NinjaAPI):  # type: ignore[misc]
    _schema: Any = None

    def get_openapi_schema(self, **given: Any) -> Any:
        """The schema, with the types of acts and facts among its components; made once."""
        if self._schema is None:
            self._schema = referring(super().get_openapi_schema(**given))
            self._schema["components"]["schemas"].update(components())
        return self._schema


api = _Api(title="Ata Zañ", version="1", description=__doc__, docs_url=None, parser=Body())
for _router in (
    *(petitions, cases, law, exports, texts, compared),
    *(rulebook, record, timelines, search, words),
):
    api.add_router("", _router.router)
handle(api)


def unknown(request: HttpRequest, rest: str) -> HttpResponse:
    """What is asked of no endpoint: told as every other refusal."""
    return refuse([{"says": phrase("api.not_found", language(request))}], 404)
