"""The files of a draft: each looked at as it comes; those taken stay when another is refused."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from atazan.docket import drafts
from atazan.docket.citizen.doors import of_draft, today
from atazan.docket.citizen.handing import kinds_of_file
from atazan.docket.drafts import Draft, DraftFile
from atazan.docket.intake import FILE_MOST, FILING_MOST, Looked, fits_together, take, written_size
from atazan.journal.problems import Problem
from atazan.rules.book import rules


@require_http_methods(["GET", "POST"])
@of_draft
def files(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Add files, say what each is, take one away. Every button saves what the page says."""
    if request.method == "GET":
        return _show(request, draft)
    _name(request, draft)
    refused = _add(request, draft)
    removed = request.POST.get("remove", "")
    if removed.isdecimal():
        draft.files.filter(pk=int(removed)).delete()  # type: ignore[attr-defined]
    drafts.touch(draft, request.now)  # type: ignore[attr-defined]
    if refused:
        return _show(request, draft, refused)
    if "go" in request.POST:
        return HttpResponseRedirect(reverse("draft-review", args=[draft.id]))
    if "leave" in request.POST:
        return HttpResponseRedirect(reverse("petition-draft", args=[draft.id]))
    return HttpResponseRedirect(reverse("draft-files", args=[draft.id]))


def _name(request: HttpRequest, draft: Draft) -> None:
    """Keep what each file is said to be, where that is one of the kinds of the day."""
    known = kinds_of_file(today(request))
    for one in draft.files.all():  # type: ignore[attr-defined]
        what = request.POST.get(f"what-{one.pk}")
        if what is not None and (what in known or what == "") and what != one.what:
            one.what = what
            one.save()


def _add(request: HttpRequest, draft: Draft) -> list[Any]:
    """Take the files sent; what is wrong with those refused."""
    refused: list[Any] = []
    for sent in request.FILES.getlist("files"):
        looked = take(sent, sent.name or "")
        refused += looked.problems or _keep(draft, looked)
    if "add" in request.POST and not request.FILES.getlist("files"):
        refused.append(Problem("draft.bad.no_file"))
    return refused


def _keep(draft: Draft, looked: Looked) -> tuple[Any, ...]:
    sizes = list(draft.files.values_list("size", flat=True))  # type: ignore[attr-defined]
    if together := fits_together([*sizes, looked.size or 0]):
        return (together,)
    try:
        with transaction.atomic():
            DraftFile.objects.create(
                draft=draft,
                sha256=looked.sha256,
                name=looked.name,
                size=looked.size,
                media=looked.media,
                scan=looked.scan.state,
            )
    except IntegrityError:
        return (Problem("draft.bad.file_twice", {"name": looked.name}),)
    return ()


def _show(request: HttpRequest, draft: Draft, refused: list[Any] | None = None) -> HttpResponse:
    day = today(request)
    law, known = rules().on(day), kinds_of_file(day)
    rows = [
        {"file": one, "size": written_size(one.size)}
        for one in draft.files.order_by("pk")  # type: ignore[attr-defined]
    ]
    given = {one["file"].what for one in rows}
    facts = {
        "draft": draft,
        "rows": rows,
        "kinds": list(known.items()),
        "wanted": [(code, rule, code in given) for code, rule in known.items()],
        "eds": law["form.eds"],
        "refused": refused,
        "file_most": written_size(FILE_MOST),
        "filing_most": written_size(FILING_MOST),
    }
    return render(request, "docket/citizen/files.html", facts, status=422 if refused else 200)
