"""How an endpoint is made: its answer, every refusal in one shape, its language, an example.

What each takes and gives is checked against the schema by tests/test_api_fuzz.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from functools import wraps
from inspect import signature
from typing import Annotated, Any
from urllib.parse import quote

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from atazan.api.auth import ANYONE
from atazan.api.faults import STATUSES, Problems, RequestRefused
from atazan.rules.text import LANGS

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
_LANG = {
    "in": "query",
    "name": "lang",
    "required": False,
    "description": "The language of words: else that of Accept-Language, else Kazakh.",
    "schema": {"type": "string", "enum": list(LANGS)},
}
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(written: Any) -> Any:
    """A day as it is written in JSON and in addresses; nothing else is one."""
    try:
        found = date.fromisoformat(written) if _WRITTEN.fullmatch(str(written)) else None
    except ValueError:
        found = None
    if found is None or not EARLIEST <= found <= LATEST:
        raise PydanticCustomError("day", "not a day")
    return found


Day = Annotated[date, BeforeValidator(_day), Field(json_schema_extra={"example": "2026-07-01"})]
"""A day, 2026-07-01, between 1900 and 2199."""
Word = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]+$")]
"""A name in an address: 1 to 200 characters."""
After = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
"""The last id of the page before; empty: from the beginning."""
Place = Annotated[int, Field(ge=0, le=2_147_483_647)]
Size = Annotated[int, Field(ge=1, le=1000)]
Number = Annotated[
    str, Field(pattern=r"^[0-9]{4}-[0-9]{5,7}$", json_schema_extra={"example": "2026-00001"})
]
"""A petition's number."""


class Told(Schema):
    """An answer; more fields than those named here may follow in later versions."""

    model_config = ConfigDict(extra="allow")


SAMPLES = {"number": "2026-00001", "code": "7K2M-9QXD-4TRW", "key": "88-НП"}
"""What stands in the addresses of examples for what only a record of one's own has."""


def door(
    router: Router,
    method: str,
    path: str,
    ok: Any,
    example: str | dict[str, Any],
    *,
    auth: Any = ANYONE,
    status: int = 200,
    media: tuple[str, ...] = (),
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Open an endpoint. `example` is an address to get, or a body to send; `media` are the kinds of
    file it may answer with beside JSON."""

    def opened(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(request: HttpRequest, **given: Any) -> Any:
            asked = request.GET.get("lang")
            if asked is not None and asked not in LANGS:
                raise RequestRefused(
                    422, "api.bad.choice", "lang", limit=", ".join(LANGS), field="lang"
                )
            return view(request, **given)

        # the types are those of the view's own module
        guarded.__signature__ = signature(view, eval_str=True)  # type: ignore[attr-defined]
        router.api_operation(
            [method],
            path,
            auth=auth,
            response={status: ok, **dict.fromkeys(STATUSES, Problems)},
            operation_id=view.__name__,
            summary=(view.__doc__ or "").split(". ")[0].split(": ")[0].strip(". \n"),
            openapi_extra={
                **_told(method, path, example, auth in (ANYONE, None)),
                **({"responses": {status: {"content": _files(media)}}} if media else {}),
            },
        )(guarded)
        return view

    return opened


def _told(method: str, path: str, example: Any, for_anyone: bool) -> dict[str, Any]:
    """What the schema says beside types: the language, the example, that no key is needed."""
    address = example if method == "GET" else f"/api{path}"
    sample = {"lang": "shell", "source": _curl(method, example, address, for_anyone)}
    extra: dict[str, Any] = {"parameters": [_LANG], "x-codeSamples": [sample]}
    if for_anyone:
        extra["security"] = [{}]
    if isinstance(example, dict):
        extra["requestBody"] = {"content": {"application/json": {"example": example}}}
    return extra


def _files(media: tuple[str, ...]) -> dict[str, Any]:
    """Answers that are files, for the schema."""
    return {one: {"schema": {"type": "string", "format": "binary"}} for one in media}


def _curl(method: str, example: Any, address: str, for_anyone: bool) -> str:
    """How to ask it on the command line: it runs as it stands, with one's own key and server."""
    key = "" if for_anyone else " -H 'Authorization: Bearer atz_…'"
    where = f"'https://court.example{quote(address.format(**SAMPLES), safe='/?&=():')}'"
    if method == "GET":
        return f"curl{key} {where}"
    if not example:
        return f"curl{key} -F file=@court.pdf {where}"
    sent = json.dumps(example, ensure_ascii=False, indent=1)
    return f"curl{key} -H 'Content-Type: application/json' -d @- {where} <<'JSON'\n{sent}\nJSON"
