"""The registry's desk: a petition as a file, checked by the same rules, each ground by its id."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import yaml
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from atazan.docket.guide.answered import Result
from atazan.rules.admissibility import assess
from atazan.rules.answer import as_json
from atazan.rules.bad_petition import BadPetition, Problem, read_facts, read_json
from atazan.rules.book import NoRuleInForce
from atazan.rules.petition import Petition
from atazan.rules.text import Lang

ROLE = "registry"
LARGEST = 256 * 1024


@login_required
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form, and under it the answer to the petition sent."""
    if not request.user.groups.filter(name=ROLE).exists():
        raise PermissionDenied
    if request.method == "GET":
        return render(request, "docket/desk.html", {"written": "", "largest": LARGEST // 1024})
    on: date = request.asked.day  # type: ignore[attr-defined]
    written = _written(request)
    facts: dict[str, Any] = {"written": written, "largest": LARGEST // 1024}
    try:
        assessment = assess(_read(written, on), on)
    except BadPetition as bad:
        return render(request, "docket/desk.html", {**facts, "problems": bad.problems}, status=422)
    except NoRuleInForce as none:
        wrong = (Problem("", "check.bad.no_rule", {"day": none.day}),)
        return render(request, "docket/desk.html", {**facts, "problems": wrong}, status=422)
    lang = _lang()
    if request.POST.get("format") == "json":
        return _file(as_json(assessment, lang))
    shown = Result(assessment, {"written": "yes"}, lang)
    return render(request, "docket/desk.html", {**facts, "result": shown, "assessment": assessment})


def _lang() -> Lang:
    code = (get_language() or "kk")[:2]
    return code if code in ("ru", "en") else "kk"  # type: ignore[return-value]


def _written(request: HttpRequest) -> str:
    """The petition pasted, or that of the file, which goes first."""
    file = request.FILES.get("file")
    if file is None:
        return request.POST.get("petition", "")
    raw: bytes = file.read(LARGEST + 1)
    return raw.decode("utf-8", errors="replace")


def _read(written: str, on: date) -> Petition:
    if not written.strip():
        raise BadPetition([Problem("petition", "check.bad.no_petition")])
    if len(written.encode()) > LARGEST:
        raise BadPetition([Problem("petition", "check.bad.too_large", {"most": LARGEST // 1024})])
    if written.lstrip()[:1] == "{":
        return read_json(written, on)
    try:
        facts = yaml.load(written, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as wrong:
        why = " ".join(str(wrong).split())
        raise BadPetition([Problem("petition", "fault.not_yaml", {"why": why})]) from wrong
    return read_facts(facts, on)


def _file(value: dict[str, Any]) -> HttpResponse:
    raw = msgspec.json.format(msgspec.json.encode(value), indent=2)
    answer = HttpResponse(raw, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="check.json"'
    return answer
