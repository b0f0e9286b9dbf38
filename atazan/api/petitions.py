"""Filing and following a petition. Whatever is read here passes through docket.sight."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Router
from ninja.files import UploadedFile

from atazan.api.auth import SIGNED, by
from atazan.api.door import Number, Place, Told, Word, door
from atazan.api.faults import RequestRefused, language, refuse
from atazan.api.handing import EXAMPLE, PetitionSent, Sent, handed
from atazan.api.models import Upload
from atazan.api.rulebook import clock
from atazan.docket import acts, intake, papers, queries
from atazan.docket.clocks import clocks
from atazan.docket.filing import correct, file
from atazan.docket.intake import Looked
from atazan.docket.models import Petition
from atazan.docket.sight import Shown, Viewer, show, show_all
from atazan.journal.answering import as_json
from atazan.journal.record import record, version_of
from atazan.journal.rights import rights
from atazan.journal.sealed import public_receipt
from atazan.rules.day import day_in_astana
from atazan.rules.text import Lang

router = Router(tags=["petitions"])
MAY_FILE = ("citizen", "representative", "registry")
BEFORE_ADMISSION = ("lodged", "registered", "returned", "under_study", "admission_session")
_SEEN = {"seen": 3}


class FileTold(Told):
    """A file that was taken. `scan`: clean, or not_scanned where no scanner answers."""

    name: str
    sha256: str
    size: int
    media: str
    pages: int | None
    scan: str


class ReceiptKept(Told):
    """The journal's receipt of a deed."""

    number: int
    version: int
    hash: str
    at: datetime


class FiledTold(Told):
    """A petition was filed. `code` finds its receipt: whoever holds it can verify."""

    number: str
    code: str
    receipt: ReceiptKept
    found: dict[str, Any]


class ClockTold(Told):
    """A period: the last day (inclusive), who must keep it, and how it was counted."""

    what: str
    who: str
    due: date | None
    done: date | None
    overdue: bool
    explained: list[str]
    work: str
    provision: str


class Brief(Told):
    """A petition in a list, as far as the reader may see it."""

    number: str
    step: str
    says: str
    own: bool


class PetitionTold(Brief):
    """A petition as far as the reader may see it: what is not theirs to see is not here.

    `version` is what a deed sends as `seen`; null for who may do nothing to it.
    """

    version: int | None
    clocks: list[ClockTold]


class Seen(Sent):
    """The version of the petition the sender looked at."""

    seen: Place


class Corrected(PetitionSent):
    """All that is handed in anew, and the version the sender looked at."""

    seen: Place


class FileProved(Told):
    """A file of the filing, by what cannot be forged."""

    sha256: str
    size: int


class Filing(Told):
    """A filing as the journal proves it: its moment, its files, its entry and path."""

    at: datetime
    first: bool
    files: list[FileProved]
    entry: int
    hash: str
    root: str | None
    size: int | None
    path: list[list[str]]


class CodeTold(Told):
    """What a receipt proves: that these files came in under this number at these moments."""

    number: str
    code: str
    filings: list[Filing]


@door(router, "POST", "/files", FileTold, "", auth=SIGNED)
def send_file(request: HttpRequest, file: File[UploadedFile]) -> HttpResponse:
    """Send a file to name in a petition later: what it is, its size and SHA-256 are told at once.

    Empty, encrypted, damaged, infected or mislabelled files are refused in words; nothing is kept.
    """
    who = by(request, *MAY_FILE)
    looked = intake.take(file, str(file.name or ""))
    if not looked.taken:
        told = [
            {"says": one.says(language(request)), "field": "file", "value": looked.name}
            for one in looked.problems
        ]
        too_large = looked.sha256 is None or (looked.size or 0) > intake.FILE_MOST
        return refuse(told, 413 if too_large else 422)
    _keep(looked, who.name, request.now)  # type: ignore[attr-defined]
    return as_json(_looked(looked))


def _keep(looked: Looked, account: str, at: datetime) -> None:
    told = {"name": looked.name, "size": looked.size, "media": looked.media, "at": at}
    told["scan"] = looked.scan.state
    Upload.objects.update_or_create(account=account, sha256=looked.sha256, defaults=told)


def _looked(one: Looked) -> dict[str, Any]:
    same = {name: getattr(one, name) for name in ("name", "sha256", "size", "media", "pages")}
    return {**same, "scan": one.scan.state}


@door(router, "POST", "/petitions", FiledTold, EXAMPLE, auth=SIGNED, status=201)
def file_petition(request: HttpRequest, sent: PetitionSent) -> HttpResponse:
    """File a petition: it is filed even where the check says no, and a person looks at it."""
    who, now = by(request, *MAY_FILE), request.now  # type: ignore[attr-defined]
    done = file(handed(sent, who.name, day_in_astana(now)), by=who, at=now)
    found = queries.petition(done.id).found
    told = {"number": done.id, "code": done.code, "receipt": done.receipt, "found": found}
    answer = as_json(told, 201)
    answer["Location"] = f"/api/petitions/{done.id}"
    return answer


@door(router, "GET", "/petitions", list[Brief], "/api/petitions", auth=SIGNED)
def my_petitions(request: HttpRequest) -> HttpResponse:
    """The petitions the account filed, the newest first."""
    viewer: Viewer = request.auth  # type: ignore[attr-defined]
    lang = language(request)
    return as_json([brief(one, lang) for one in show_all(queries.mine(viewer.name), viewer)])


@door(router, "GET", "/petitions/{number}", PetitionTold, "/api/petitions/{number}")
def petition(request: HttpRequest, number: Number) -> HttpResponse:
    """Where a petition stands: its step, its days, its periods with their arithmetic.

    Each reader gets what the table of rights lists for them in this state; 404 where that is
    nothing.
    """
    row, shown = _seen(request, number)
    viewer: Viewer = request.auth  # type: ignore[attr-defined]
    lang, today = language(request), day_in_astana(request.now)  # type: ignore[attr-defined]
    told = whole(shown, lang)
    acts_on = shown.own or any(one in rights().roles and one != "visitor" for one in viewer.roles)
    told["version"] = version_of(f"petition/{number}") if acts_on else None
    told["clocks"] = [clock(one, lang, today) for one in clocks(row)]
    return as_json(told)


def _seen(request: HttpRequest, number: str) -> tuple[Petition, Shown]:
    """The petition for this reader. Raises NoSuchPetition, also where nothing is theirs to see."""
    row = queries.petition(number)
    shown = show(row, request.auth)  # type: ignore[attr-defined]
    if shown is None:
        raise queries.NoSuchPetition(number)
    return row, shown


def brief(shown: Shown, lang: Lang) -> dict[str, Any]:
    """A line of a list."""
    step = str(shown["step"])
    told = {"number": shown.id, "step": step, "says": rights().states[step].says(lang)}
    days = {name: shown[name] for name in ("filed_on", "received_on", "admitted_on", "ended_on")}
    return {**told, "own": shown.own, **days, "norms": shown["norms"]}


def whole(shown: Shown, lang: Lang) -> dict[str, Any]:
    """Everything of a petition that its reader sees."""
    told = {**shown.told, **brief(shown, lang)}
    for name in ("applicant", "contact", "ballot"):
        if getattr(shown, name) is not None:
            told[name] = getattr(shown, name)
    if "files" in shown.sees:
        told["files"] = shown.files
    return told


@door(
    router,
    "POST",
    "/petitions/{number}/corrected",
    ReceiptKept,
    {**EXAMPLE, **_SEEN},
    auth=SIGNED,
)
def correct_petition(request: HttpRequest, number: Number, sent: Corrected) -> HttpResponse:
    """File a returned petition again, whole: within the month, the first day of filing is kept."""
    who, now = by(request, *MAY_FILE), request.now  # type: ignore[attr-defined]
    row, shown = _seen(request, number)
    had = shown.files if shown.own or who.role == "registry" else ()
    what = handed(sent, who.name, day_in_astana(now), had)
    return as_json(correct(row.id, what, by=who, at=now, seen=sent.seen))


@door(router, "POST", "/petitions/{number}/withdrawn", ReceiptKept, _SEEN, auth=SIGNED)
def withdraw(request: HttpRequest, number: Number, sent: Seen) -> HttpResponse:
    """Withdraw a petition. Once it is admitted, the Court ends the proceedings on this request."""
    row, _ = _seen(request, number)
    before = row.step in BEFORE_ADMISSION
    kind = acts.PetitionWithdrawn if before else acts.WithdrawalAsked
    return _done(request, row, kind, sent)


@door(router, "POST", "/petitions/{number}/notice", ReceiptKept, _SEEN, auth=SIGNED)
def notice(request: HttpRequest, number: Number, sent: Seen) -> HttpResponse:
    """Say that the notice of return was received today: the month for correction begins."""
    row, _ = _seen(request, number)
    how = "post" if by(request, *MAY_FILE).role == "registry" else "account"
    return _done(request, row, acts.NoticeReceived, sent, how=how)


def _done(
    request: HttpRequest, row: Petition, kind: type[Any], sent: Seen, **told: Any
) -> HttpResponse:
    who, now = by(request, *MAY_FILE), request.now  # type: ignore[attr-defined]
    act = kind(id=row.id, done_on=day_in_astana(now).isoformat(), **told)
    return as_json(record(act, by=who, at=now, seen=sent.seen))


@door(router, "GET", "/receipts/by-code/{code}", CodeTold, "/api/receipts/by-code/{code}")
def receipt_by_code(request: HttpRequest, code: Word) -> HttpResponse:
    """What the receipt of a filing proves: number, moment, SHA-256 of every file; no more."""
    row = queries.by_code(code)
    if row is None:
        raise RequestRefused(404, "api.no_code", "code", code=code[:20])
    made = papers.told(row, "petition.filed/1", "petition.corrected/1")
    filings = [_filing(one) for one in made]
    return as_json({"number": row.id, "code": row.code, "filings": filings})


def _filing(one: papers.Told) -> dict[str, Any]:
    act: Any = one.act
    proof = public_receipt(one.entry.number)
    return {
        "at": one.at,
        "first": act.kind == "petition.filed/1",
        "files": [{"sha256": file.sha256, "size": file.size} for file in act.files],
        "entry": one.entry.number,
        **{name: proof[name] for name in ("hash", "root", "size", "path")},
    }
