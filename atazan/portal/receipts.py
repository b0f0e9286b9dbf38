"""Receipts: an entry of the journal found by number or hash, and whether it still proves itself."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from atazan.docket.queries import by_code
from atazan.journal.models import Checkpoint, Entry
from atazan.journal.problems import Problem
from atazan.journal.sealed import public_receipt
from atazan.journal.verify import receipt_holds

_NUMBER = re.compile(r"(?:№|#)?\s*([0-9]{1,9})\Z")
_HASH = re.compile(r"[0-9a-f]{12,64}\Z")


def check(request: HttpRequest) -> HttpResponse:
    """The entry asked for with its hash, its place in the chain and its path to a checkpoint.

    The code of a petition's receipt leads to a page of its own.
    """
    written = request.GET.get("no", "").strip()[:80]
    if not written:
        return render(request, "portal/receipt.html", {"written": ""})
    entry = find(written)
    petition = by_code(written) if entry is None else None
    if petition is not None:
        return redirect("receipt-verify", petition.code)
    if entry is None:
        problem = Problem("receipts.not_found", {"written": written})
        return render(request, "portal/receipt.html", {"written": written, "problem": problem})
    return render(request, "portal/receipt.html", {"written": written, **_proved(entry)})


def find(written: str) -> Entry | None:
    """The entry of a number (`№ 12`), of a hash, or of the first twelve signs of one."""
    joined = written.lower().replace(" ", "")
    number = _NUMBER.match(written)
    if number:
        return Entry.objects.filter(number=int(number[1])).first()
    if _HASH.match(joined):
        return Entry.objects.filter(hash__startswith=joined).order_by("number").first()
    return None


def _proved(entry: Entry) -> dict[str, Any]:
    told = public_receipt(entry.number)
    body = msgspec.json.decode(entry.body)
    point = Checkpoint.objects.filter(size=told["size"]).first() if told["size"] else None
    before = Entry.objects.filter(stream=entry.stream, version=entry.version - 1).first()
    return {
        "entry": entry,
        "role": None if told["sealed"] else body["role"],
        "told": told,
        "point": point,
        "holds": receipt_holds(told, point.root) if point else None,
        "chained": entry.previous == (before.hash if before else "0" * 64),
    }


def as_json(request: HttpRequest, number: int) -> JsonResponse:
    """The receipt as a file, to be checked without us: `atazan receipt --check FILE`."""
    try:
        told = public_receipt(number)
    except Entry.DoesNotExist:
        raise Http404 from None
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
