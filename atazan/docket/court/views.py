"""The desks of the Chair, the judges, the secretary, the analyst; and the page of a case."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from atazan.docket.court import bench, lists
from atazan.docket.desk import people
from atazan.docket.desk.access import COURT, for_roles, opened, today, viewer_of
from atazan.docket.desk.file import facts


@require_GET
@for_roles(*COURT)
def desk(request: HttpRequest) -> HttpResponse:
    """Every list of the reader's roles, the first of each; one list in full with `?list=`."""
    viewer, day = viewer_of(request), today(request)
    court, names = lists.read(viewer, day), lists.of(viewer)
    wanted = request.GET.get("list")
    if wanted is not None and wanted not in names:
        raise Http404
    if wanted:
        found = [lists.section(court, wanted, request.GET.get("after"), lists.SIZE)]
    else:
        found = [lists.section(court, name) for name in names]
    context: dict[str, Any] = {"found": [one for one in found if one.total or wanted]}
    context |= {"empty": [one.name for one in found if not one.total and not wanted]}
    context |= {"one": wanted, "today": day}
    context["roles"] = [one for one in viewer.roles if one in lists.OF_ROLE]
    return render(request, "docket/court/desk.html", context)


@require_GET
@for_roles(*COURT)
def case(request: HttpRequest, number: str) -> HttpResponse:
    """One case, with the bench of the day and every deed the reader may do now."""
    row, shown = opened(request, number)
    told = facts(request, row, shown, "cases")
    if "composition" in shown.sees:
        called = (shown["session"] or {}).get("judges", ())
        names = people.names([*called, *(shown["present"] or ())])
        told |= {"sheet": bench.sheet(row, today(request))}
        told |= {"session": bench.session(row, shown, names)}
        told |= {"ballot": bench.ballot(row, shown, names)}
    return render(request, "docket/desk/file.html", told)
