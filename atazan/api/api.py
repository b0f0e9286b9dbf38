"""The REST API: the same answers as the portal, as JSON, and the same one way in for deeds.

Reading needs no account. `POST /api/acts` takes the name and password of a user whose role may.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec
from django.apps import apps
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from ninja.security import HttpBasicAuth

from atazan.institutions.queries import UnknownOffice, holders
from atazan.journal.deeds import UnknownKind, read_act
from atazan.journal.models import Checkpoint, Entry
from atazan.journal.problems import BadAct, NotPermitted, Stale
from atazan.journal.record import By, acts_of, record, version_of
from atazan.journal.rows import RegisterRow
from atazan.journal.verify import receipt
from atazan.law.answer import provision as provision_told
from atazan.law.decided import reviewed
from atazan.law.pages import of_provision
from atazan.law.queries import UnknownWork, as_recorded, find_work, standing
from atazan.rules.admissibility import assess
from atazan.rules.answer import as_json, refused_json
from atazan.rules.bad_petition import BadPetition, Problem, read_json
from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.citation import UnreadCitation, read_citation
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

api = NinjaAPI(title="Ata Zañ", version="1", description=__doc__, docs_url=None)


@api.exception_handler(ValidationError)
def unreadable(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    """A value in the address or body that cannot be read: where, which, and what was expected."""
    problems = [
        {"field": ".".join(str(part) for part in one["loc"][1:]), "says": one["msg"]}
        for one in wrong.errors
    ]
    given = {key: request.GET.getlist(key) for key in request.GET}
    return _json({"problems": problems, "given": given, "schema": "/api/openapi.json"}, 422)


class Wrong(Schema):
    """What is wrong with a request, in the language asked for."""

    problems: list[dict[str, Any]]


def _lang(lang: str) -> Lang:
    if lang not in LANGS:
        raise HttpError(422, f"lang '{lang}' is none of {', '.join(LANGS)}")
    return lang


def _day(request: HttpRequest, on: date | None) -> date:
    return on or request.asked.day  # type: ignore[attr-defined,no-any-return]


def _json(value: Any, status: int = 200) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(value), content_type="application/json", status=status)


@api.get("/rules")
def rules_on(
    request: HttpRequest, on: date | None = None, topic: str | None = None
) -> HttpResponse:
    """Every rule in force on a day (default: today), with its source, words and doubts."""
    day = _day(request, on)
    found = [rule for rule in rules().on(day).values() if topic in (None, rule.topic)]
    return _json({"on": day, "rules": found})


@api.get("/rules/{rule}")
def rule_on(request: HttpRequest, rule: str, on: date | None = None) -> HttpResponse:
    """One rule as of a day, and all its versions. 404 where no such rule is known at all."""
    if rule not in rules().rules:
        raise HttpError(404, f"no rule is called '{rule}'; GET /api/rules lists them")
    day = _day(request, on)
    try:
        found = rules().on(day)[rule]
    except NoRuleInForce:
        found = None
    return _json({"on": day, "rule": found, "versions": rules().rules[rule]})


def registers() -> dict[str, type[RegisterRow]]:
    """Every register by its name in the API: `institutions.tenure`."""
    return {
        model._meta.label_lower: model
        for model in apps.get_models()
        if issubclass(model, RegisterRow)
    }


@api.get("/registers")
def register_names(request: HttpRequest) -> HttpResponse:
    """The registers that can be read whole, and how many rows each has."""
    return _json([{"name": n, "rows": m.objects.count()} for n, m in registers().items()])


@api.get("/registers/{name}")
def register_rows(
    request: HttpRequest, name: str, after: str = "", limit: int = 100
) -> HttpResponse:
    """Rows of a register with sources and confidence, by id; page on with `after=<last id>`."""
    if name not in registers():
        raise HttpError(404, f"no register is called '{name}'; GET /api/registers lists them")
    size = max(1, min(limit, 1000))
    rows = list(registers()[name].objects.filter(pk__gt=after).order_by("pk").values()[:size])
    return _json({"rows": rows, "next": rows[-1]["id"] if len(rows) == size else None})


@api.get("/streams/{path:stream}")
def stream(request: HttpRequest, stream: str) -> HttpResponse:
    """The acts of one subject in order (`office/ombudsman`), and its version now."""
    version = version_of(stream)
    if not version:
        raise HttpError(404, f"nothing is recorded of '{stream}'")
    return _json({"stream": stream, "version": version, "acts": acts_of(stream)})


@api.get("/receipts/{number}")
def receipt_of(request: HttpRequest, number: int) -> HttpResponse:
    """All that is needed to check an entry without us: its body and its path to a checkpoint."""
    try:
        return _json(receipt(number))
    except Entry.DoesNotExist:
        raise HttpError(404, f"the journal has no entry {number}") from None


@api.get("/checkpoints")
def checkpoints(request: HttpRequest) -> HttpResponse:
    """The published roots over the journal, newest first."""
    return _json(list(Checkpoint.objects.order_by("-size").values("size", "root", "at")[:100]))


class _Basic(HttpBasicAuth):
    def authenticate(self, request: HttpRequest, username: str, password: str) -> Any:
        return authenticate(request, username=username, password=password)


class Command(Schema):
    """An act and the version of its subject that the sender looked at."""

    act: dict[str, Any]
    seen: int
    role: str


@api.post(
    "/acts", auth=_Basic(), response={200: dict[str, Any], 403: Wrong, 409: Wrong, 422: Wrong}
)
def record_act(request: HttpRequest, command: Command, lang: str = "en") -> HttpResponse:
    """Record an act in one of the sender's roles; 409 with both where the version seen is stale."""
    words = _lang(lang)
    user = request.auth  # type: ignore[attr-defined]
    if not user.groups.filter(name=command.role).exists():
        facts = {"role": command.role, "name": user.get_username()}
        return _json({"problems": [{"says": phrase("api.not_your_role", words, facts)}]}, 403)
    try:
        done = record(
            read_act(command.act),
            by=By(user.get_username(), command.role),
            at=datetime.now(UTC),
            seen=command.seen,
        )
    except NotPermitted as wrong:
        return _json({"problems": [_finding(one, words) for one in wrong.findings]}, 403)
    except Stale as wrong:
        both = {"yours": wrong.mine, "theirs": wrong.theirs, "version": wrong.now}
        facts = {"stream": wrong.stream, "seen": wrong.seen, "now": wrong.now}
        return _json({"problems": [{"says": phrase("api.stale", words, facts), **both}]}, 409)
    except BadAct as wrong:
        return _json({"problems": [{"says": one.says(words)} for one in wrong.problems]}, 422)
    except (msgspec.ValidationError, UnknownKind) as wrong:
        says = phrase("api.unreadable", words, {"reason": str(wrong)})
        return _json({"problems": [{"says": says}]}, 422)
    return _json(done)


def _finding(one: Any, lang: Lang) -> dict[str, Any]:
    rule = getattr(one, "rule", None)
    told: dict[str, Any] = {"says": one.says(lang)}
    if rule is not None:
        told |= {"id": one.id, "work": rule.source.work, "provision": rule.source.provision_eid}
    return told


@api.post("/check", response={200: dict[str, Any], 422: dict[str, Any]})
def check(request: HttpRequest, on: date | None = None, lang: str = "en") -> HttpResponse:
    """May this petition be admitted? The body is a petition (docs/reference/petition.md)."""
    words, day = _lang(lang), _day(request, on)
    try:
        return _json(as_json(assess(read_json(request.body, day), day), words))
    except BadPetition as bad:
        return _json(refused_json("petition", bad, words), 422)
    except NoRuleInForce as none:
        bad = BadPetition([Problem("on", "fault.no_rule", {"day": none.day})])
        return _json(refused_json("petition", bad, words), 422)


@api.get("/offices/{office}")
def office(request: HttpRequest, office: str, on: date | None = None) -> HttpResponse:
    """Who held an office on a day, by whose act, with whose consent, and how sure that is."""
    day = _day(request, on)
    try:
        return _json({"on": day, "office": office, "holders": holders(office, day)})
    except UnknownOffice as wrong:
        raise HttpError(404, str(wrong)) from wrong


@api.get("/norms/{work}/{provision}")
def norm(request: HttpRequest, work: str, provision: str, on: date | None = None) -> HttpResponse:
    """How a provision stood on a day, by which law or decision, and its whole history.

    `work` is a short id or a number (153-VII), `provision` an eId or a citation (45(2)(1)).
    """
    day = _day(request, on)
    try:
        known = find_work(work)
        found = standing(known.id, as_recorded(known.id, read_citation(provision)), day)
    except (UnknownWork, UnreadCitation) as wrong:
        raise HttpError(404, str(wrong)) from wrong
    told = provision_told(of_provision(found, reviewed(found.work.id, found.provision, day)))
    return _json({"on": day, **told})
