"""A petition that was filed: its receipt, its tracker, its file and papers to take away."""

from __future__ import annotations

import tempfile
import zipfile
from typing import Any

import msgspec
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from atazan.docket import papers, vault
from atazan.docket.citizen.acting import acts_open
from atazan.docket.citizen.doors import lang, of_petition, today
from atazan.docket.citizen.handing import STATEMENT
from atazan.docket.citizen.tracker import Tracked
from atazan.docket.models import Petition
from atazan.docket.sight import Shown
from atazan.journal.record import version_of
from atazan.law.queries import standing
from atazan.papers.papers import NotInLanguage
from atazan.papers.papers import render as press
from atazan.rules.book import rules


@require_GET
@of_petition
def receipt(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """The receipt: number, moment, code, the SHA-256 of every file, the journal's entry."""
    filed = papers.told(row, "petition.filed/1", "petition.corrected/1")
    names = {one["sha256"]: one["name"] for one in shown.files}
    law = rules().on(today(request))
    facts = {
        "row": row,
        "code": shown["code"],
        "filings": [_filing(one, names, law) for one in filed],
        "verify": request.build_absolute_uri(reverse("receipt-verify", args=[shown["code"]])),
        "next": law["procedure.lodged"],
    }
    return render(request, "docket/citizen/receipt.html", facts)


def _filing(one: papers.Told, names: dict[str, Any], law: Any) -> dict[str, Any]:
    act: Any = one.act
    files = [
        {"file": file, "name": names.get(file.sha256), "what": papers.what_it_is(file.what, law)}
        for file in act.files
    ]
    return {"told": one, "act": act, "files": files}


@require_GET
@of_petition
def tracker(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """Where the petition stands; with `?format=json` the same as data."""
    viewer = request.viewer  # type: ignore[attr-defined]
    tracked = Tracked(row, shown, viewer, today(request), lang())
    if request.GET.get("format") == "json":
        return _as_json(tracked)
    facts = {
        "row": row,
        "shown": shown,
        "t": tracked,
        "seen": version_of(f"petition/{row.id}"),
        "can": acts_open(row, viewer, today(request)),
        "norms": _norms(row, request),
        "papers": papers_of(row),
        "aid": {"work": "cl-court-2022", "provision": "art_41__para_5"},
        "json_url": f"{request.path}?format=json",
        "today": today(request),
    }
    return render(request, "docket/citizen/tracker.html", facts)


def _norms(row: Petition, request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {"source": one, "standing": standing(one["work"], one["provision"], today(request))}
        for one in row.norms
    ]


def papers_of(row: Petition) -> list[str]:
    """The papers made of the petition so far, by their names in addresses."""
    found = ["receipt"]
    found += ["return-notice"] if row.returned_on and row.noticed_on else []
    found += ["admission-ruling"] if row.admitted_on or row.refused_on else []
    return found


def _as_json(t: Tracked) -> HttpResponse:
    """The tracker as data, through the same sight."""
    says = t.lang
    told = {
        "id": t.row.id,
        "step": t.row.step,
        "case": t.lead.id,
        "now": t.now,
        "due": t.due.due if t.due else None,
        "clocks": [
            {
                "what": one.what,
                "who": one.who,
                "due": one.due,
                "done": one.done,
                "arithmetic": one.ledger.explain(says),
            }
            for one, _ in t.clocks
        ],
        "done": [
            {
                "act": one.kind,
                "on": one.on,
                "at": one.at,
                "by": one.by,
                "title": one.rule.title.says(says),
                "work": one.rule.source.work,
                "provision": one.rule.source.provision_eid,
                "grounds": [ground.id.removeprefix("ground.") for ground in one.grounds],
            }
            for one in t.lines
        ],
        "next": [
            {"step": one.step, "due": one.due, "provision": one.rule.source.provision_eid}
            for one in t.following
        ],
        "norms": t.shown["norms"],
        "files": list(t.shown.files),
    }
    return _json(told)


def _json(told: Any) -> HttpResponse:
    raw = msgspec.json.format(msgspec.json.encode(told), indent=2)
    return HttpResponse(raw, content_type="application/json; charset=utf-8")


@require_GET
@of_petition
def file(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """The file of the petition: what was written, and what was handed in with it."""
    statement = _read(shown["statement"])
    facts = {
        "row": row,
        "person": shown.contact or {},
        "statement": [(name, statement[name]) for name in STATEMENT if statement.get(name)],
        "plain": "" if statement else shown["statement"],
        "files": shown.files,
    }
    return render(request, "docket/citizen/file.html", facts)


def _read(text: str | None) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(text or "{}")
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}


@require_GET
@of_petition
def one_file(request: HttpRequest, row: Petition, shown: Shown, sha256: str) -> HttpResponse:
    """One file, as it was handed in."""
    found = next((one for one in shown.files if one["sha256"] == sha256), None)
    if found is None:
        raise Http404
    try:
        bytes_ = vault.open(sha256)
    except vault.NotKept:
        raise Http404 from None
    return FileResponse(
        bytes_, as_attachment=True, filename=found["name"] or sha256, content_type=found["media"]
    )


@require_GET
@of_petition
def everything(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """All that the reader may see of the petition in one ZIP: words as JSON, files as they came."""
    packed = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as pack:
        viewer = request.viewer  # type: ignore[attr-defined]
        t = Tracked(row, shown, viewer, today(request), lang())
        pack.writestr("way.json", _as_json(t).content)
        pack.writestr("petition.json", _json(_words(shown)).content)
        for place, one in enumerate(shown.files, 1):
            name = f"files/{place:02} {one['name'] or one['sha256'][:12]}"
            try:
                with vault.open(one["sha256"]) as source, pack.open(name, "w") as target:
                    while piece := source.read(vault.CHUNK):
                        target.write(piece)
            except vault.NotKept as gone:
                pack.writestr(f"{name}.txt", gone.says(lang()))
        for kind in papers_of(row):
            pack.writestr(f"papers/{kind}.pdf", _pressed(request, row, kind))
    packed.seek(0)
    return FileResponse(packed, as_attachment=True, filename=f"petition-{row.id}.zip")


def _words(shown: Shown) -> dict[str, Any]:
    return {
        "id": shown.id,
        "applicant": shown.contact,
        "statement": _read(shown["statement"]) or shown["statement"],
        "facts": _read(shown["facts"]),
        **{name: shown[name] for name in ("language", "filed_on", "norms", "found")},
    }


@require_GET
@of_petition
def paper(request: HttpRequest, row: Petition, shown: Shown, kind: str) -> HttpResponse:
    """A paper of the petition as PDF, in the language of the page or of the proceedings."""
    if kind not in papers_of(row):
        raise Http404
    answer = HttpResponse(_pressed(request, row, kind), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{row.id}-{kind}.pdf"'
    return answer


def _pressed(request: HttpRequest, row: Petition, kind: str) -> bytes:
    address = request.build_absolute_uri(reverse("receipt-verify", args=[row.code]))
    found = papers.PAPERS[kind](row, address)
    try:
        return press(found, lang())
    except NotInLanguage:
        return press(found, "ru" if row.language == "ru" else "kk")
