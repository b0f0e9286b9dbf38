"""A petition that came on paper: the registry files it by the same service, the scans with it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from atazan.docket import acts, filing, intake
from atazan.docket.citizen.handing import kinds_of_file
from atazan.docket.desk.access import for_roles, lang, opened, today
from atazan.docket.desk.file import statement
from atazan.docket.doing import attempt
from atazan.docket.facts import petition_of, read_told, write_facts
from atazan.docket.guide.norm import WHOLE, norm, suggestions
from atazan.docket.models import Petition
from atazan.docket.sight import Shown
from atazan.journal.problems import BadAct, Problem
from atazan.journal.record import version_of
from atazan.law.target import check_target
from atazan.rules.iin import iin_fault
from atazan.rules.words import phrase

APPLICANT = ("name", "iin", "address", "phone", "email")
STATEMENT = ("essence", "grounds", "request")
FILES = 4
_NEEDED = ("name", "essence")
_LONGEST = 60_000
_REF = ("sha256", "size", "media", "what", "scan")


@require_http_methods(["GET", "POST"])
@for_roles("registry")
def new(request: HttpRequest) -> HttpResponse:
    """The form, and the petition it files."""
    if request.method != "POST":
        return _form(request, {"language": "ru" if lang() == "ru" else "kk"}, {})
    read = _read(request)
    if isinstance(read, HttpResponse):
        return read
    by, at = request.by("registry"), request.now  # type: ignore[attr-defined]
    done = attempt(partial(filing.file, read, by=by, at=at))
    if not done.ok:
        return _form(request, _told(request), {}, list(done.refused))
    return _filed(request, done.result.id, "registry.paper.done", code=done.result.code)


@require_http_methods(["GET", "POST"])
@for_roles("registry")
def again(request: HttpRequest, number: str) -> HttpResponse:
    """A returned petition filed again on paper, with all that was handed in before: art. 47(4)."""
    row, shown = opened(request, number)
    if row.step != "returned":
        return HttpResponseRedirect(reverse("desk-petition", args=(number,)), status=303)
    if request.method != "POST":
        return _form(request, _before(row, shown), {}, row=row)
    read = _read(request, row, shown)
    if isinstance(read, HttpResponse):
        return read
    by, at = request.by("registry"), request.now  # type: ignore[attr-defined]
    seen = int(written) if (written := request.POST.get("_seen", "")).isdigit() else 0
    done = attempt(partial(filing.correct, number, read, by=by, at=at, seen=seen))
    if done.stale:
        return _form(request, _told(request), {}, [Problem("registry.paper.stale")], row, 409)
    if not done.ok:
        return _form(request, _told(request), {}, list(done.refused), row)
    return _filed(request, number, "registry.paper.again_done")


def _filed(request: HttpRequest, number: str, key: str, **facts: str) -> HttpResponse:
    messages.success(request, phrase(key, lang(), facts))
    return HttpResponseRedirect(reverse("desk-petition", args=(number,)), status=303)


def _told(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "").strip() for name in _names()}


def _read(
    request: HttpRequest, row: Petition | None = None, shown: Shown | None = None
) -> filing.Handed | HttpResponse:
    """What the form hands in, or the form again with what is not as it must be."""
    told, day = _told(request), today(request)
    problems = _problems(told, day)
    files, bad = _files(request)
    if problems or bad:
        return _form(request, told, problems, bad, row)
    handed = _handed(told, files, day)
    return _with_earlier(handed, shown) if shown else handed


def _with_earlier(handed: filing.Handed, shown: Shown) -> filing.Handed:
    """The files of the first filing stay with the second one."""
    names = {one["sha256"]: one["name"] for one in shown.files if one["name"]}
    if handed.names:
        names |= msgspec.json.decode(handed.names)
    fresh = {one.sha256 for one in handed.files}
    kept = [one for one in shown.files if one["sha256"] not in fresh]
    earlier = [acts.FileRef(**{name: one[name] for name in _REF}) for one in kept]
    return msgspec.structs.replace(
        handed, files=(*earlier, *handed.files), names=_text(names) if names else ""
    )


def _before(row: Petition, shown: Shown) -> dict[str, str]:
    """What was handed in, to be put right."""
    found = {name: str((shown.contact or {}).get(name) or "") for name in APPLICANT}
    found |= {name: words for name, words in statement(shown) if name in STATEMENT}
    answers = read_told(shown["facts"]).answers or {} if shown["facts"] else {}
    found |= {name: str(answers.get(name, "")) for name in ("act", "provision", "whole")}
    return {**found, "language": row.language}


def _names() -> tuple[str, ...]:
    return (*APPLICANT, *STATEMENT, "language", "act", "provision", "whole")


def _problems(told: dict[str, str], day: date) -> dict[str, Problem]:
    found = {name: Problem("deed.bad.words") for name in _NEEDED if not told[name]}
    if told["iin"] and (fault := iin_fault(told["iin"])):
        found["iin"] = Problem(f"fault.iin.{fault}")
    if told["language"] not in ("kk", "ru"):
        found["language"] = Problem("deed.bad.choice")
    for name in STATEMENT:
        if len(told[name]) > _LONGEST:
            found[name] = Problem("deed.bad.long", {"most": _LONGEST})
    if told["act"] and not _norms(told, day) and not told["provision"] and not told["whole"]:
        found["provision"] = Problem("registry.paper.bad_provision")
    return found


def _norms(told: dict[str, str], day: date) -> tuple[acts.Norm, ...]:
    """The provision named, where the register knows it; else it stays in the words."""
    whole = told["whole"] == "yes"
    found = norm(told["act"], told["provision"], whole, day)
    if found.work is None or found.eid is None:
        return ()
    try:
        check_target(found.work.id, found.eid)
    except BadAct:
        return ()
    return (acts.Norm(work=found.work.id, provision=WHOLE if whole else found.eid),)


def _files(request: HttpRequest) -> tuple[list[tuple[intake.Looked, str]], list[Problem]]:
    """The files taken, each with what it is; and what is wrong with those that were not."""
    taken, bad = [], []
    for place in range(1, FILES + 1):
        upload: Any = request.FILES.get(f"file{place}")
        if upload is None:
            continue
        looked = intake.take(upload, upload.name or "")
        bad += looked.problems
        taken.append((looked, request.POST.get(f"what{place}", "other")))
    together = intake.fits_together(one.size or 0 for one, _ in taken)
    return taken, bad + ([together] if together else [])


def _handed(
    told: dict[str, str], files: list[tuple[intake.Looked, str]], day: date
) -> filing.Handed:
    answers = {"who": "citizen", "stage": "filed", "filed-on": day.isoformat()}
    answers |= {"form": "written", "language": told["language"]}
    answers |= {name: told[name] for name in ("act", "provision", "whole") if told[name]}
    kinds = kinds_of_file(day)
    return filing.Handed(
        language=told["language"],  # type: ignore[arg-type]
        applicant=_text({name: told[name] for name in APPLICANT}),
        statement=_text({name: told[name] for name in STATEMENT}),
        facts=write_facts(petition_of(answers), answers),
        names=_text({str(one.sha256): one.name for one, _ in files}) if files else "",
        norms=_norms(told, day),
        files=tuple(_file(one, what if what in kinds else "other") for one, what in files),
        channel="paper",
    )


def _file(one: intake.Looked, what: str) -> acts.FileRef:
    return acts.FileRef(
        sha256=str(one.sha256),
        size=one.size or 0,
        media=str(one.media),
        what=what,
        scan="clean" if one.scan.state == "clean" else "not_scanned",
    )


def _form(
    request: HttpRequest,
    told: dict[str, str],
    problems: dict[str, Problem],
    refused: list[Any] | None = None,
    row: Petition | None = None,
    status: int = 422,
) -> HttpResponse:
    fields = {name: {"value": told.get(name, ""), "bad": problems.get(name)} for name in _names()}
    context = {
        "fields": fields,
        "person": [(name, fields[name]) for name in APPLICANT],
        "words": [(name, fields[name]) for name in STATEMENT],
        "problems": problems,
        "refused": refused or [],
        "kinds": kinds_of_file(today(request)),
        "places": range(1, FILES + 1),
        "acts": suggestions(lang()),
        "needed": _NEEDED,
        "today": today(request),
        "most": intake.written_size(intake.FILE_MOST),
    }
    if row is not None:
        context |= {"again": row.id, "seen": version_of(f"petition/{row.id}")}
    code = status if problems or refused else 200
    return render(request, "docket/registry/new.html", context, status=code)


def _text(value: dict[str, Any]) -> str:
    return msgspec.json.encode(value).decode()
