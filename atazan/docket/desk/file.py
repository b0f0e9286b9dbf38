"""What the page of one petition shows to those who work on it, as the table of rights lets."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from msgspec import Struct

from atazan.docket import clocks, likeness, queries
from atazan.docket.desk import people
from atazan.docket.desk.access import lang, today, viewer_of
from atazan.docket.desk.history import history
from atazan.docket.desk.openings import openings
from atazan.docket.facts import read_facts, read_told
from atazan.docket.guide.answered import Result
from atazan.docket.guide.told import Told, tell
from atazan.docket.intake import written_size
from atazan.docket.models import Petition, Recusal
from atazan.docket.sight import Shown, show_all
from atazan.journal.record import version_of
from atazan.journal.rights import rights
from atazan.rules.admissibility import assess
from atazan.rules.bad_petition import BadPetition
from atazan.rules.book import NoRuleInForce, Rule, rules

STATEMENT = ("essence", "facts", "grounds", "norms", "request", "other_remedies")
CONTACT = ("iin", "address", "phone", "email")
_MANY = 50
_PAPERS = {"return-notice": "returned_on", "admission-ruling": "admitted_on refused_on"}


class Running(Struct, frozen=True):
    """A period with its arithmetic, and whether it is over."""

    clock: clocks.Clock
    told: Told
    late: bool


class Why(Struct, frozen=True):
    """A ground of a return, a refusal or an end, with the words written for it."""

    rule: Rule | None
    id: str
    words: str


class Like(Struct, frozen=True):
    """A petition that looks like this one, as the reader sees it."""

    shown: Shown
    like: likeness.Alike


def facts(request: HttpRequest, row: Petition, shown: Shown, room: str) -> dict[str, Any]:
    """The context of a file's page."""
    viewer, day, words = viewer_of(request), today(request), lang()
    open_now = openings(row, viewer, day)
    told = {
        "row": row,
        "shown": shown,
        "room": room,
        "today": day,
        "state": rights().states[row.step],
        "version": version_of(f"petition/{row.id}"),
        "openings": [(one, people.in_words(one.waits, words)) for one in open_now],
        "history": history(shown),
        "running": running(row, day),
        "result": result(row, shown),
        "applicant": applicant(shown),
        "statement": statement(shown),
        "reasons": reasons(row, shown),
        "papers": papers(row, shown),
        "recusals": recusals(row, shown),
        "study_by": people.in_order(shown["judges"] or ()),
        "rapporteurs": people.in_order(shown["rapporteurs"] or ()),
        "files": [(one, written_size(one["size"])) for one in shown.files],
    }
    if "applicant" in shown.sees and "statement" in shown.sees:
        told["alike"] = alike(row, viewer)
    if "composition" in shown.sees:
        found = pending(row)
        told |= {"pending": show_all(found[:_MANY], viewer), "pending_total": len(found)}
    return told


def running(row: Petition, day: date) -> list[Running]:
    """The periods of the petition, those that still run first."""
    found = [
        Running(one, tell(one.ledger, day, lang()), one.overdue(day)) for one in clocks.clocks(row)
    ]
    return sorted(found, key=lambda one: one.clock.done is not None)


def result(row: Petition, shown: Shown) -> Result | None:
    """What the check found, as the applicant saw it on the day of filing."""
    written = shown["facts"]
    if not written:
        return None
    on = date.fromisoformat(row.received_on)
    try:
        assessment = assess(read_facts(written, on), on)
    except (BadPetition, NoRuleInForce, msgspec.MsgspecError):
        return None
    answers = {**(read_told(written).answers or {}), "written": "yes"}
    return Result(assessment, answers, lang())


def applicant(shown: Shown) -> list[tuple[str, str]]:
    """Where the applicant can be reached, by field, for those who may know."""
    told = shown.contact or {}
    found = [(name, str(told[name])) for name in CONTACT if told.get(name)]
    other = told.get("representative")
    if isinstance(other, dict) and other.get("name"):
        found.append(("representative", str(other["name"])))
    return found


def statement(shown: Shown) -> list[tuple[str, str]]:
    """The words of the petition by part; told in one piece they stand under `essence`."""
    written = shown["statement"]
    if not written:
        return []
    try:
        told = msgspec.json.decode(written)
    except msgspec.DecodeError:
        told = written
    if not isinstance(told, dict):
        return [("essence", str(told))]
    return [(name, str(told[name])) for name in STATEMENT if told.get(name)]


def reasons(row: Petition, shown: Shown) -> list[Why]:
    """The grounds of the last return, refusal or end, with what was written for each."""
    grounds, written = shown["grounds"] or (), shown["reasons"]
    try:
        words = msgspec.json.decode(written or "{}")
    except msgspec.DecodeError:
        words = {}
    words = words if isinstance(words, dict) else {}
    day = date.fromisoformat(row.ended_on or row.returned_on or row.received_on)
    law = rules().on(day)
    return [Why(law.get(f"ground.{one}"), one, str(words.get(one, ""))) for one in grounds]


def papers(row: Petition, shown: Shown) -> list[tuple[str, str]]:
    """Papers made of the petition, with their addresses."""
    if "reasons" not in shown.sees:
        return []
    found = []
    for kind, days in _PAPERS.items():
        address = _paper(row.id, kind)
        if address and any(getattr(row, day) for day in days.split()):
            found.append((kind, address))
    return found


def _paper(number: str, kind: str) -> str | None:
    try:
        return reverse("petition-paper", args=(number, kind))
    except NoReverseMatch:
        return None


def recusals(row: Petition, shown: Shown) -> list[tuple[Any, Recusal]]:
    """Judges who recused themselves, and what became of it."""
    if "composition" not in shown.sees:
        return []
    found = list(Recusal.objects.filter(petition=row.id).order_by("stated_on"))
    said = people.names(one.judge for one in found)
    return [(said.get(one.judge, {"en": one.judge}), one) for one in found]


def alike(row: Petition, viewer: Any) -> list[Like]:
    """Petitions that look like this one, as far as the reader sees them."""
    found = {one.row.id: one for one in likeness.alike(row)}
    seen = show_all([one.row for one in found.values()], viewer)
    return [Like(one, found[one.id]) for one in seen if "applicant" in one.sees]


def pending(row: Petition) -> list[Petition]:
    """Other open petitions on the same provisions, the oldest first."""
    found = {
        one.id: one
        for norm in row.norms
        for one in queries.open_on(norm["work"], norm["provision"])
        if one.id != row.id
    }
    return list(found.values())
