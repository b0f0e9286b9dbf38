"""The desk of those who keep the record: reports, acts to record, files and their history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import msgspec
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from atazan.journal import corrections, private
from atazan.journal.acts import Act
from atazan.journal.deeds import read_act
from atazan.journal.models import Entry, Stream
from atazan.journal.record import version_of
from atazan.journal.rights import rights
from atazan.journal.sealed import open_entries, open_streams
from atazan.portal import recording
from atazan.portal.accounts.roles import KEEPERS, groups_of
from atazan.portal.recording import roles_of
from atazan.sources.acts import ErrorAnswered
from atazan.sources.models import ErrorReport

View = Callable[..., HttpResponse]
PER_PAGE = 50
_NOT_BY_HAND = (
    "error.reported/1",
    "error.answered/1",
    "act.corrected/1",
    "act.withdrawn/1",
    "source.added/1",
    "text.recorded/1",  # `atazan law import`
)


def for_staff(view: View) -> View:
    """A view for those who keep the record or check it; citizens and judges have other desks."""

    @wraps(view)
    def seen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not set(KEEPERS).intersection(groups_of(request.user)):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return login_required(seen)


@for_staff
def desk(request: HttpRequest) -> HttpResponse:
    """Readers' reports, those without an answer first, the oldest on top."""
    waiting = ErrorReport.objects.filter(answer=None).order_by("entry")
    answered = ErrorReport.objects.exclude(answer=None).order_by("-entry")
    facts = {"waiting": _with_days(waiting), "answered": _with_days(answered[:PER_PAGE])}
    return render(request, "portal/desk.html", {**facts, "answered_count": answered.count()})


def _with_days(reports: Any) -> list[dict[str, Any]]:
    rows = list(reports)
    streams = [f"report/{row.id}" for row in rows]
    first = Entry.objects.filter(stream__in=streams, version=1)
    days = dict(first.values_list("stream", "done_on"))
    return [
        {"row": row, "says": private.reveal(row.says), "day": days.get(f"report/{row.id}")}
        for row in rows
    ]


@for_staff
def report(request: HttpRequest, id: str) -> HttpResponse:
    """One report with its answer form; a stale answer is shown beside what came meanwhile."""
    row = get_object_or_404(ErrorReport, pk=id)
    stream = f"report/{id}"
    facts: dict[str, Any] = {"row": row, "seen": version_of(stream), "answer": row.answer or ""}
    facts |= {"says": private.reveal(row.says), "contact": private.reveal(row.contact or "")}
    if request.method == "POST":
        facts["answer"] = request.POST.get("answer", "").strip()
        act = ErrorAnswered(id=id, answer=facts["answer"] or "—", sources=(row.page,))
        if not facts["answer"]:
            return render(request, "portal/desk_report.html", {**facts, "empty": True}, status=422)
        told = recording.send(request.user, act, recording.seen(request))
        if told.receipt:
            return render(request, "portal/desk_done.html", {"told": told, "act": act})
        facts |= {"told": told, "seen": told.now if told.stale else facts["seen"]}
        return render(request, "portal/desk_report.html", facts, status=told.status)
    return render(request, "portal/desk_report.html", facts)


@for_staff
def kinds(request: HttpRequest) -> HttpResponse:
    """The kinds of act the signed-in person may record, by what they are about."""
    held = set(roles_of(request.user))
    table = rights()
    streams: dict[str, list[str]] = {}
    for right in table.rights:
        if right.role in held and right.act not in _NOT_BY_HAND and table.is_open(right.stream):
            listed = streams.setdefault(right.stream, [])
            if right.act not in listed:
                listed.append(right.act)
    named = [(table.streams[stream], acts) for stream, acts in streams.items()]
    return render(request, "portal/desk_kinds.html", {"streams": named})


@for_staff
def streams(request: HttpRequest) -> HttpResponse:
    """Files of the record, found by name, the last changed first."""
    wanted = request.GET.get("q", "").strip()[:100].lower()
    last = open_entries().order_by("-number").values_list("stream", flat=True)
    names = list(dict.fromkeys(last.filter(stream__contains=wanted) if wanted else last))
    page = Paginator(names, PER_PAGE).get_page(request.GET.get("page"))
    states = dict(Stream.objects.filter(pk__in=list(page)).values_list("name", "state"))
    versions = dict(Stream.objects.filter(pk__in=list(page)).values_list("name", "version"))
    rows = [(name, versions.get(name), rights().states.get(states.get(name, ""))) for name in page]
    return render(request, "portal/desk_streams.html", {"rows": rows, "page": page, "q": wanted})


@for_staff
def stream(request: HttpRequest, name: str) -> HttpResponse:
    """One file: every act ever recorded of it, and how it reads today."""
    found = get_object_or_404(open_streams(), pk=name)
    rows = list(_history(name))
    facts = {"stream": found, "state": rights().states.get(found.state), "rows": rows[::-1]}
    return render(request, "portal/desk_stream.html", {**facts, "may": _may(request, found)})


def _may(request: HttpRequest, found: Stream) -> set[str]:
    """The kinds of correction the signed-in person may make here (first word of each)."""
    sort = found.name.partition("/")[0]
    return {
        kind.replace(".", "_").removesuffix("/1")
        for kind in ("act.corrected/1", "source.added/1", "act.withdrawn/1")
        for role in roles_of(request.user)
        if rights().of(role, kind, sort, found.state)
    }


def _history(name: str) -> Iterator[dict[str, Any]]:
    entries = list(Entry.objects.filter(stream=name).order_by("version"))
    standing = {
        number: act
        for number, act, _ in corrections.effective(
            msgspec.json.decode(one.body) for one in entries
        )
    }
    for entry in entries:
        body = msgspec.json.decode(entry.body)
        act = read_act(body["act"])
        now = standing.get(entry.number)
        yield {
            "entry": entry,
            "act": act,
            "told": recording.told(act),
            "flags": body["flags"],
            "role": body["role"],
            "correction": corrections.is_one(act),
            "now": recording.told(now) if now is not None and now != act else None,
            "withdrawn": now is None and not corrections.is_one(act),
        }


def standing_act(name: str, version: int) -> Act:
    """An act of a file as it reads today. Raises Http404 where it was withdrawn or never was, and
    where the file is sealed: its own room shows it."""
    entry = open_entries().filter(stream=name, version=version).first()
    bodies = open_entries().filter(stream=name).order_by("version").values_list("body", flat=True)
    found = corrections.effective(msgspec.json.decode(body) for body in bodies)
    for number, act, _ in found:
        if entry and number == entry.number:
            return act
    raise Http404


@for_staff
def record_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """Record an act of one kind."""
    return recording.of_kind(request, kind)


@for_staff
def correct(request: HttpRequest, version: int, name: str) -> HttpResponse:
    """Put an act of a file right by a later act."""
    return recording.correct(request, name, version, standing_act(name, version))
