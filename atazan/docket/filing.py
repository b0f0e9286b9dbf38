"""Filing a petition, and filing it again: the number, the receipt's code, the day that counts."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models.functions import Length
from msgspec import Struct

from atazan.docket import acts, likeness
from atazan.docket.checks import counts_as_filed, findings
from atazan.docket.models import Petition
from atazan.journal.models import Head
from atazan.journal.record import By, Receipt, record
from atazan.journal.statements import last, several
from atazan.rules.book import rules
from atazan.rules.day import day_in_astana

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Handed(Struct, frozen=True, kw_only=True):
    """What is handed in. `applicant`, `statement`, `facts` and `names` are the private texts of
    acts.PetitionFiled; `facts` as docket.facts.write_facts makes them."""

    language: acts.Language
    applicant: str
    statement: str
    facts: str
    names: str = ""
    norms: tuple[acts.Norm, ...] = ()
    files: tuple[acts.FileRef, ...] = ()
    channel: str = "portal"


class Filed(Struct, frozen=True):
    """The petition's number, the code of its receipt, and the journal's receipt."""

    id: str
    code: str
    receipt: Receipt


def file(handed: Handed, *, by: By, at: datetime) -> Filed:
    """File a petition under the next number of its year: art. 44, 45.

    Two filings at once never share a number: the later one waits and takes the next. Raises
    NotPermitted, BadAct.
    """
    day = day_in_astana(at)
    told = _told(handed, day)
    with transaction.atomic():
        _one_at_a_time()
        number, code = next_number(day.year), new_code()
        act = acts.PetitionFiled(id=number, code=code, **told)
        return Filed(number, code, _recorded(act, handed, by=by, at=at, seen=0))


def _one_at_a_time() -> None:
    """Hold the journal's end, so that nobody takes the same number; on SQLite the transaction
    itself does."""
    if connection.features.has_select_for_update:
        Head.objects.select_for_update().filter(pk=1).first()


def correct(id: str, handed: Handed, *, by: By, at: datetime, seen: int) -> Receipt:
    """File a returned petition again: art. 47(4). Raises Stale, NotPermitted, BadAct."""
    day = day_in_astana(at)
    row = Petition.objects.get(pk=id)
    counts = counts_as_filed(row, day, rules().on(day)) if row.returned_on else day
    told = {**_told(handed, day), "counts_as_filed": counts.isoformat()}
    return _recorded(acts.PetitionCorrected(id=id, **told), handed, by=by, at=at, seen=seen)


def _recorded(act: Any, handed: Handed, **more: Any) -> Receipt:
    """Record a filing and note by what it is known again, both or neither."""
    with transaction.atomic():
        receipt = record(act, **more)
        likeness.noted(act.id, handed.applicant, handed.statement)
    return receipt


def _told(handed: Handed, day: date) -> dict[str, Any]:
    told = {name: getattr(handed, name) for name in handed.__struct_fields__}
    return {**told, "done_on": day.isoformat(), "found": findings(handed.facts, day)}


def next_number(year: int) -> str:
    """The number after the last of the year, as long as the year needs."""
    found = last(Petition, f"{year}-")
    if several(Petition, "id", "id", (f"{year}-100000",)):  # longer ones sort before 99999
        longest = Petition.objects.filter(id__startswith=f"{year}-")
        longest = longest.order_by(Length("id").desc(), "-id")
        found = longest.values_list("id", flat=True).first()
    return f"{year}-{int(found.partition('-')[2]) + 1 if found else 1:05}"


def new_code() -> str:
    """A code nobody can guess, written so that it can be read out."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(12))
    return "-".join(letters[place : place + 4] for place in (0, 4, 8))
