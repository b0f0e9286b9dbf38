"""Anyone who holds a receipt's code can check what was filed and when, never by whom.

A file can be compared by its SHA-256; it is read as it comes and not kept.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from atazan.docket import papers, queries
from atazan.journal.models import Checkpoint
from atazan.journal.verify import receipt, receipt_holds


@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """The receipt of a code; a file sent is compared with those it names."""
    row = queries.by_code(code)
    if row is None:
        raise Http404
    filings = [_filing(one) for one in papers.told(row, "petition.filed/1", "petition.corrected/1")]
    facts = {"code": row.code, "number": row.id, "filings": filings}
    sent = request.FILES.get("file") if request.method == "POST" else None
    if sent is not None:
        facts |= _compared(sent, filings)
    facts["nothing_sent"] = request.method == "POST" and sent is None
    status = 422 if facts["nothing_sent"] else 200
    return render(request, "docket/citizen/verify.html", facts, status=status)


def _filing(one: papers.Told) -> dict[str, Any]:
    """What may be shown of a filing: its moment, language, channel, files, entry and proof."""
    act: Any = one.act
    told = receipt(one.entry.number)
    point = Checkpoint.objects.filter(size=told["size"]).first() if told["size"] else None
    return {
        "at": one.at,
        "language": act.language,
        "channel": act.channel,
        "files": act.files,
        "first": act.kind == "petition.filed/1",
        "entry": one.entry,
        "path": told["path"],
        "point": point,
        "holds": receipt_holds(told, point.root) if point else None,
    }


def _compared(sent: Any, filings: list[dict[str, Any]]) -> dict[str, Any]:
    digest = hashlib.sha256()
    for piece in sent.chunks():
        digest.update(piece)
    found = digest.hexdigest()
    places = [
        place
        for filing in filings
        for place, one in enumerate(filing["files"], 1)
        if one.sha256 == found
    ]
    return {"sha256": found, "place": places[0] if places else None, "compared": True}
