"""A reader says that a page is wrong: it enters the journal and the reader gets a receipt."""

from __future__ import annotations

import secrets
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from atazan.journal.problems import BadAct, NotPermitted, Problem
from atazan.journal.record import By, record
from atazan.portal.day import now, read, today
from atazan.sources.acts import ErrorReported

VISITOR = By("visitor", "visitor")
LONGEST = {"page": 300, "says": 4000, "contact": 200}


def report(request: HttpRequest) -> HttpResponse:
    """The form; sent, it shows the receipt."""
    if request.method != "POST":
        page = page_named(request.GET.get("page", ""))[: LONGEST["page"]]
        return render(request, "portal/report.html", {"sent": {"page": page}})
    sent = {name: request.POST.get(name, "").strip() for name in LONGEST}
    problems = _problems(sent)
    if problems:
        return render(
            request, "portal/report.html", {"sent": sent, "problems": problems}, status=422
        )
    try:
        receipt = record(_act(sent), by=VISITOR, at=now(), seen=0)
    except (BadAct, NotPermitted) as wrong:
        told = getattr(wrong, "problems", None) or getattr(wrong, "findings", ())
        facts = {"sent": sent, "problems": {"says": told[0]}}
        return render(request, "portal/report.html", facts, status=422)
    facts = {"receipt": receipt, "sent": sent, "back": _back(request, sent["page"])}
    return render(request, "portal/reported.html", facts)


def _back(request: HttpRequest, page: str) -> str | None:
    """The page reported, where it is one of ours: no other address is made a link."""
    ours = page.startswith("/") and url_has_allowed_host_and_scheme(page, request.get_host())
    return page if ours else None


def _problems(sent: dict[str, str]) -> dict[str, Problem]:
    found = {}
    if not sent["says"]:
        found["says"] = Problem("reports.empty")
    for name, longest in LONGEST.items():
        if len(sent[name]) > longest:
            found[name] = Problem("reports.too_long", {"n": len(sent[name]), "most": longest})
    return found


def page_named(written: str) -> str:
    """The page a report is about: its path and day, never what else a reader's address carries.

    Answers of the check stand in the query of its result; another site's address is none of ours.
    """
    parts = urlsplit(written)
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return "/"
    day = read(parse_qs(parts.query).get("on", [None])[0], today())
    return parts.path if day.is_today else f"{parts.path}?on={day.day.isoformat()}"


def _act(sent: dict[str, str]) -> ErrorReported:
    day, page = today(), page_named(sent["page"])
    return ErrorReported(
        id=f"{day:%Y%m%d}-{secrets.token_hex(4)}",
        page=page,
        says=sent["says"],
        contact=sent["contact"] or None,
        done_on=day.isoformat(),
        sources=(page,),
    )
