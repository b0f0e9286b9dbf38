"""What is wrong with a request: one shape for every refusal, in the language asked for.

A door never answers in the words of a library: each kind of fault has its phrase in words/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

import msgspec
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import get_language
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.parser import Parser
from pydantic import ConfigDict

from atazan.docket.queries import NoSuchPetition
from atazan.journal.answering import as_json
from atazan.journal.problems import BadAct, NotPermitted, Problem, Stale
from atazan.journal.rights import rights
from atazan.rules.bad_petition import BadPetition
from atazan.rules.book import NoRuleInForce
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

STATUSES = (400, 401, 403, 404, 409, 413, 422, 429, 503)


class Wrong(Schema):
    """One thing wrong. `field` is its place in what was sent, `value` what stood there; `id`,
    `work` and `provision` name the rule and the provision that refuse."""

    model_config = ConfigDict(extra="forbid")

    says: str
    field: str | None = None
    value: Any = None
    id: str | None = None
    work: str | None = None
    provision: str | None = None
    version: int | None = None
    yours: dict[str, Any] | None = None
    theirs: list[dict[str, Any]] | None = None


class Problems(Schema):
    """Why a request was refused, in the language asked for."""

    model_config = ConfigDict(extra="forbid")

    problems: list[Wrong]


class RequestRefused(Exception):
    """A door refuses with a status and its reasons, each a Problem; `field` says where."""

    def __init__(self, status: int, key: str, field: str | None = None, /, **facts: Any) -> None:
        self.status, self.field, self.problem = status, field, Problem(key, facts)
        super().__init__(self.problem.says("en"))


class Body(Parser):  # type: ignore[misc]
    """Reads bodies: JSON in UTF-8 without characters that no text may hold."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body as plain values. Raises ValueError; ninja answers 400."""
        raw = request.body
        if b"\\u0000" in raw or b"\0" in raw:
            raise ValueError("a text holds the character U+0000")
        return msgspec.json.decode(raw)


def language(request: HttpRequest) -> Lang:
    """The language asked for: `?lang=`, else Accept-Language, else Kazakh."""
    asked = request.GET.get("lang") or (get_language() or "kk")[:2]
    return cast(Lang, asked if asked in LANGS else "kk")


def refuse(problems: Iterable[dict[str, Any]], status: int) -> HttpResponse:
    """The answer that says why not."""
    told = [{name: value for name, value in one.items() if value is not None} for one in problems]
    answer = as_json({"problems": told}, status)
    if status == 401:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


def says(one: Any, lang: Lang) -> dict[str, Any]:
    """A Finding or a Problem: its words, and the rule and provision behind it."""
    rule = getattr(one, "rule", None)
    told: dict[str, Any] = {"says": one.says(lang), "field": getattr(one, "field", None)}
    if rule is not None:
        source = rule.source
        told |= {"id": one.id, "work": source.work, "provision": source.provision_eid}
    return told


def handle(api: NinjaAPI) -> None:
    """Give every fault its answer."""
    for fault, answer in _ANSWERS.items():
        api.add_exception_handler(fault, answer)


def _refused(request: HttpRequest, wrong: RequestRefused) -> HttpResponse:
    told = {"says": wrong.problem.says(language(request)), "field": wrong.field}
    return refuse([told], wrong.status)


def _invalid(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    lang = language(request)
    return refuse([_of_value(one, request, lang) for one in wrong.errors], 422)


_KINDS = (
    ("missing", "api.bad.missing"),
    ("extra_forbidden", "api.bad.unknown_field"),
    ("string_too_long|too_long", "api.bad.too_long"),
    ("string_too_short|too_short", "api.bad.too_short"),
    ("date_.*|datetime_.*|day", "api.bad.day"),
    ("literal_error|enum", "api.bad.choice"),
    ("string_pattern_mismatch", "api.bad.form"),
    ("greater_than.*|less_than.*", "api.bad.range"),
    (".*_type|.*_parsing|.*_unicode|.*_from_float", "api.bad.type"),
)


_TYPES = {
    "string": "api.bad.type.text",
    "int": "api.bad.type.whole",
    "float": "api.bad.type.whole",
    "bool": "api.bad.type.truth",
    "list": "api.bad.type.list",
    "dict": "api.bad.type.object",
    "model": "api.bad.type.object",
}


def _of_value(one: dict[str, Any], request: HttpRequest, lang: Lang) -> dict[str, Any]:
    """A value that does not fit: where, which, and what is expected."""
    kind, context = str(one["type"]), one.get("ctx") or {}
    key = next((key for form, key in _KINDS if re.fullmatch(form, kind)), "api.bad.other")
    bounds = ("max_length", "min_length", "expected", "ge", "le", "pattern")
    limit = next((context[name] for name in bounds if name in context), "")
    parts = [str(part) for part in one["loc"][1:]]
    field = ".".join(parts[1:] if parts[:1] in (["sent"], ["filters"]) else parts)
    shown = request.GET[field][:80] if field in request.GET else None
    if key == "api.bad.choice":  # the library joins them with an English word
        limit = ", ".join(re.findall(r"'([^']*)'", str(limit))) or limit
    if key == "api.bad.type":
        key = _TYPES.get(kind.partition("_")[0], "api.bad.other")
    facts = {"field": field, "limit": limit}
    return {"says": phrase(key, lang, facts), "field": field, "value": shown}


def unread(wrong: Exception, lang: Lang) -> dict[str, Any]:
    """An act or facts that cannot be read, and where."""
    said, _, place = str(wrong).partition(" - at ")
    field = place.strip("`").removeprefix("$").removeprefix(".") or None
    named = re.search(r"field `([^`]+)`", said)  # one that is missing or unknown
    where = ".".join(filter(None, (field, named[1] if named else "")))
    key = "api.unreadable" if where else "api.unreadable_whole"
    return {"says": phrase(key, lang, {"field": where}), "field": field}


def _unread(request: HttpRequest, wrong: Exception) -> HttpResponse:
    return refuse([unread(wrong, language(request))], 422)


def _http(request: HttpRequest, wrong: HttpError) -> HttpResponse:
    cause = wrong.__cause__
    if isinstance(cause, RequestDataTooBig):
        return _too_large(request, cause)
    lang = language(request)
    place = re.search(r"byte (\d+)", str(cause))
    key = "api.bad.body_at" if place else "api.bad.body"
    return refuse([{"says": phrase(key, lang, {"at": place[1] if place else ""})}], 400)


def _too_large(request: HttpRequest, wrong: Exception) -> HttpResponse:
    return refuse([{"says": phrase("api.too_large", language(request))}], 413)


def _broken_form(request: HttpRequest, wrong: Exception) -> HttpResponse:
    return refuse([{"says": phrase("api.bad.form_data", language(request))}], 400)


def _not_signed_in(request: HttpRequest, wrong: AuthenticationError) -> HttpResponse:
    return refuse([{"says": phrase("api.sign_in", language(request))}], 401)


def _not_here(request: HttpRequest, wrong: Exception) -> HttpResponse:
    key = "api.no_petition" if isinstance(wrong, NoSuchPetition) else "api.not_found"
    facts = {"id": getattr(wrong, "id", "")}
    return refuse([{"says": phrase(key, language(request), facts)}], 404)


def _not_yours(request: HttpRequest, wrong: Exception) -> HttpResponse:
    return refuse([{"says": phrase("api.no_role", language(request))}], 403)


def _too_often(request: HttpRequest, wrong: Throttled) -> HttpResponse:
    return refuse([{"says": phrase("api.too_often", language(request))}], 429)


def _not_permitted(request: HttpRequest, wrong: NotPermitted) -> HttpResponse:
    return refuse([says(one, language(request)) for one in wrong.findings], 403)


def _bad_act(request: HttpRequest, wrong: BadAct | BadPetition) -> HttpResponse:
    return refuse([says(one, language(request)) for one in wrong.problems], 422)


def _no_rule(request: HttpRequest, wrong: NoRuleInForce) -> HttpResponse:
    told = phrase("fault.no_rule", language(request), {"day": wrong.day})
    return refuse([{"says": told, "field": "on"}], 422)


def _stale(request: HttpRequest, wrong: Stale) -> HttpResponse:
    """Both sides, nothing lost; of a sealed subject only its version: its room shows the rest."""
    facts = {"stream": wrong.stream, "seen": wrong.seen, "now": wrong.now}
    told: dict[str, Any] = {"says": phrase("api.stale", language(request), facts)}
    told |= {"field": "seen", "version": wrong.now}
    if rights().is_open(wrong.stream):
        told |= {"yours": msgspec.to_builtins(wrong.mine)}
        told |= {"theirs": [msgspec.to_builtins(one) for one in wrong.theirs]}
    return refuse([told], 409)


_ANSWERS: dict[type[Exception], Any] = {
    RequestRefused: _refused,
    ValidationError: _invalid,
    msgspec.ValidationError: _unread,
    HttpError: _http,
    RequestDataTooBig: _too_large,
    MultiPartParserError: _broken_form,
    AuthenticationError: _not_signed_in,
    Http404: _not_here,
    NoSuchPetition: _not_here,
    PermissionDenied: _not_yours,
    Throttled: _too_often,
    NotPermitted: _not_permitted,
    BadAct: _bad_act,
    BadPetition: _bad_act,
    NoRuleInForce: _no_rule,
    Stale: _stale,
}
