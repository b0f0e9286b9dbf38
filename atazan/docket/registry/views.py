"""The registry's desk: the queue, and one petition as a file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from atazan.docket.desk.access import REGISTRY, for_roles, opened, today, viewer_of
from atazan.docket.desk.file import facts
from atazan.docket.registry import lists


@require_GET
@for_roles(*REGISTRY)
def queue(request: HttpRequest) -> HttpResponse:
    """A list, oldest first; those whose notice or service is overdue stand above it."""
    viewer, day = viewer_of(request), today(request)
    names = [name for name in lists.LISTS if lists.visible(viewer, lists.LISTS[name])]
    asked = _asked(request, names)
    page = lists.read(asked, viewer, day)
    late = None if asked.list == "late" else lists.late(viewer, day)
    context = {
        "asked_for": asked,
        "names": names,
        "outcomes": lists.OUTCOMES,
        "page": page,
        "lines": lists.lines(page.rows, viewer, day),
        "late": late,
        "late_lines": lists.lines(late.rows, viewer, day) if late else [],
        "today": day,
        "files": "registry" in viewer.roles,
    }
    return render(request, "docket/registry/queue.html", context)


def _asked(request: HttpRequest, names: list[str]) -> lists.Asked:
    """What is asked for; a name no list has is an address that leads nowhere."""
    told = {key: request.GET.get(key, "") for key in ("list", "who", "outcome")}
    told["list"] = told["list"] or names[0]
    if (
        told["list"] not in names
        or told["who"] not in ("", "me", lists.NOBODY)
        or told["outcome"] not in ("", *lists.OUTCOMES)
    ):
        raise Http404
    return lists.Asked(**told, after=request.GET.get("after") or None)


@require_GET
@for_roles(*REGISTRY)
def file(request: HttpRequest, number: str) -> HttpResponse:
    """One petition: what the applicant saw, what is in it, what may be done now."""
    row, shown = opened(request, number)
    context = facts(request, row, shown, "petitions")
    context["paper_again"] = row.step == "returned" and "registry" in viewer_of(request).roles
    return render(request, "docket/desk/file.html", context)
