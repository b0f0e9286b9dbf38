"""Recording an act from the desk: fill in, look it over, send; refusals and stale files in words.

The version of the file the sender looked at travels in the form. If someone was faster, both are
shown and nothing is lost: the same form can be sent again with the new version.
"""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from msgspec import Struct

from atazan.journal import forms
from atazan.journal.acts import Act
from atazan.journal.deeds import UnknownKind, deed_of
from atazan.journal.forms import told
from atazan.journal.models import Stream
from atazan.journal.problems import BadAct, NotPermitted, Problem, Stale
from atazan.journal.record import By, Receipt, record, version_of
from atazan.journal.rights import ABSENT, rights
from atazan.portal.accounts.roles import by_of
from atazan.portal.day import now
from atazan.rules.finding import Finding


class Told(Struct, frozen=True):
    """What became of a command: a receipt, or why there is none."""

    receipt: Receipt | None = None
    refused: tuple[Finding | Problem, ...] = ()
    stale: bool = False
    now: int = 0
    theirs: tuple[Any, ...] = ()

    @property
    def status(self) -> int:
        """The HTTP status that says it."""
        return 200 if self.receipt else 409 if self.stale else 422


def roles_of(user: Any) -> list[str]:
    """The roles of a person: their groups that the table of rights knows."""
    if not user.is_authenticated:
        return []
    return [name for name in user.groups.values_list("name", flat=True) if name in rights().roles]


def _by(user: Any, act: Act) -> By:
    """The person, in the role that allows the act; in their first role where none does."""
    name = deed_of(act.kind).stream(act)
    state = Stream.objects.filter(pk=name).values_list("state", flat=True).first() or ABSENT
    held = roles_of(user)
    allowed = [one for one in held if rights().of(one, act.kind, name.partition("/")[0], state)]
    return by_of(user, (allowed or held)[0])


def send(user: Any, act: Act, seen: int, rehearse: bool = False) -> Told:
    """Record an act, or only find what recording it would say (`rehearse`).

    Acts of sealed subjects are refused: what a refusal tells is for their own room to show.
    """
    if not rights().is_open(deed_of(act.kind).stream(act)):
        return Told(refused=(Problem("desk.sealed", {}),))
    try:
        with transaction.atomic():
            receipt = record(act, by=_by(user, act), at=now(), seen=seen)
            if rehearse:
                transaction.set_rollback(True)
    except Stale as wrong:
        theirs = tuple((one.kind, told(one)) for one in wrong.theirs)
        return Told(stale=True, now=wrong.now, theirs=theirs)
    except NotPermitted as wrong:
        return Told(refused=wrong.findings)
    except BadAct as wrong:
        return Told(refused=wrong.problems)
    return Told(receipt=receipt)


def seen(request: HttpRequest) -> int:
    """The version of the file the sender looked at."""
    written = request.POST.get("_seen", "0")
    return int(written) if written.isdigit() else 0


def of_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """The three steps for an act of one kind."""
    try:
        forms.fields(kind)
    except UnknownKind as wrong:
        raise Http404 from wrong
    if request.method != "POST":
        given = {part: words for part, words in forms.sent(kind, request.GET).items() if words}
        return form(request, kind, {**forms.empty(kind), **given})
    raw = forms.sent(kind, request.POST)
    if request.POST.get("_step") == "change":
        return form(request, kind, raw)
    try:
        act = forms.read(kind, raw)
    except forms.Refused as wrong:
        return form(request, kind, raw, wrong.problems)
    if request.POST.get("_step") == "send":
        return _sent(request, act, raw)
    return look_over(request, act, raw)


def form(
    request: HttpRequest,
    kind: str,
    raw: dict[str, str],
    problems: dict[str, Problem] | None = None,
    refused: tuple[Any, ...] = (),
    **more: Any,
) -> HttpResponse:
    """The form, with what was filled in and what is wrong with it."""
    shown = [
        forms.shown(field, raw, (problems or {}).get(field.name)) for field in forms.fields(kind)
    ]
    facts = {"kind": kind, "fields": shown, "problems": problems, "refused": refused, **more}
    status = 422 if problems or refused else 200
    return render(request, "portal/desk_form.html", facts, status=status)


def look_over(request: HttpRequest, act: Act, raw: dict[str, str]) -> HttpResponse:
    """The act as it would be recorded, with what the rules of its day say of it."""
    stream = deed_of(act.kind).stream(act)
    at = version_of(stream)
    said = send(request.user, act, at, rehearse=True)
    if said.refused:
        return form(request, act.kind, raw, refused=said.refused)
    facts = {"act": act, "told": told(act), "raw": raw, "stream": stream, "seen": at}
    facts["flags"] = said.receipt.flags if said.receipt else ()
    return render(request, "portal/desk_look.html", facts)


def _sent(request: HttpRequest, act: Act, raw: dict[str, str]) -> HttpResponse:
    said = send(request.user, act, seen(request))
    if said.receipt:
        return render(request, "portal/desk_done.html", {"told": said, "act": act})
    if said.stale:
        stream = deed_of(act.kind).stream(act)
        facts = {"act": act, "told": told(act), "raw": raw, "stream": stream, "seen": said.now}
        return render(request, "portal/desk_look.html", {**facts, "stale": said}, status=409)
    return form(request, act.kind, raw, refused=said.refused)


def correct(request: HttpRequest, name: str, version: int, act: Act) -> HttpResponse:
    """The form of an act already recorded; sent, it becomes a correction to be looked over."""
    if request.method != "POST":
        return form(request, act.kind, forms.raw_of(act), correcting=(name, version))
    raw = forms.sent(act.kind, request.POST)
    why = {key: request.POST.get(f"_{key}", "").strip() for key in ("reason", "told_by")}
    try:
        wanted = forms.read(act.kind, raw)
    except forms.Refused as wrong:
        return form(request, act.kind, raw, wrong.problems, correcting=(name, version), why=why)
    changes = differences(act, wanted)
    missing = {f"_{key}": Problem("forms.missing", {}) for key, words in why.items() if not words}
    if not changes:
        missing[""] = Problem("forms.nothing_changed", {})
    if missing:
        return form(request, act.kind, raw, missing, correcting=(name, version), why=why)
    written = {"subject": name, "version": str(version), "changes": forms.as_yaml(changes)}
    written |= {"reason": why["reason"], "sources": why["told_by"], "confidence": "high"}
    return look_over(request, forms.read("act.corrected/1", written), written)


def differences(before: Act, after: Act) -> dict[str, Any]:
    """The fields that read differently, with their new values."""
    was, is_ = msgspec.to_builtins(before), msgspec.to_builtins(after)
    return {name: is_[name] for name in is_ if is_[name] != was.get(name)}
