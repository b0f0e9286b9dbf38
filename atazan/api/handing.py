"""A petition as a program hands it in: the body read, its files found among the sender's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from ninja import Schema
from pydantic import ConfigDict, Field

from atazan.api.components import FactsSent
from atazan.api.faults import RequestRefused
from atazan.api.models import Upload
from atazan.docket import acts
from atazan.docket.citizen.handing import kinds_of_file
from atazan.docket.facts import write_facts
from atazan.docket.filing import Handed
from atazan.docket.intake import fits_together
from atazan.journal.problems import BadAct
from atazan.rules.iin import iin_fault
from atazan.rules.petition import Petition

Line = Annotated[str, Field(max_length=300)]
Area = Annotated[str, Field(max_length=40_000)]
Name = Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S")]


class Sent(Schema):
    """A part of what is handed in; an unknown field is refused, so that no word is lost."""

    model_config = ConfigDict(extra="forbid")


class PersonSent(Sent):
    """A representative: name, seat or residence, and how to reach them."""

    kind: Line = ""
    name: Name
    address: Line = ""
    phone: Line = ""
    email: Line = ""


class ApplicantSent(Sent):
    """The applicant: law on the Court, article 44(2)(2). `iin` has twelve digits."""

    name: Name
    iin: Line = ""
    address: Line = ""
    phone: Line = ""
    email: Line = ""
    representative: PersonSent | None = None


class StatementSent(Sent):
    """The words of the petition: article 44(2)(14) to (16)."""

    essence: Area
    grounds: Area = ""
    request: Area = ""
    facts: Area = ""
    other_remedies: Area = ""
    norms: Area = ""


class NormSent(Sent):
    """A provision challenged: a work of the record and an eId, or `whole`."""

    work: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,118}$")]
    provision: Annotated[str, Field(min_length=1, max_length=80)]


class FileNamed(Sent):
    """A file sent before (POST /api/files); `what`: a code of the law's list, or `other`."""

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    what: Annotated[str, Field(max_length=60)] = "other"


class PetitionSent(Sent):
    """All that is handed in. `facts` are read by the rules (docs/reference/petition.md); `stage`
    and the day of filing are set by the platform."""

    language: Literal["kk", "ru"]
    applicant: ApplicantSent
    statement: StatementSent
    facts: FactsSent
    norms: Annotated[list[NormSent], Field(max_length=100)] = []
    files: Annotated[list[FileNamed], Field(max_length=200)] = []


EXAMPLE = {
    "language": "kk",
    "applicant": {"name": "Ахметова Айгүл", "address": "Астана", "email": "aigul@mail.example"},
    "statement": {"essence": "…", "grounds": "…", "request": "…"},
    "facts": {
        "applicant": {"capacity": "citizen"},
        "challenged": [{"act": "civil-procedure-code-2015", "provision": "art_151"}],
    },
    "norms": [{"work": "civil-procedure-code-2015", "provision": "art_151"}],
    "files": [],
}


def handed(sent: PetitionSent, account: str, day: date, had: Sequence[Any] = ()) -> Handed:
    """What is handed in on a day; `had` are files of the petition already.

    Raises RequestRefused where a file is not the sender's, msgspec.ValidationError where the facts
    cannot be read.
    """
    _check_iin(sent.applicant.iin)
    refs = [(_ref(one, account, day, had)) for one in sent.files]
    problem = fits_together(ref.size for ref, _ in refs)
    if problem is not None:
        raise BadAct(problem)
    return Handed(
        language=sent.language,
        applicant=_text(sent.applicant.dict(exclude_none=True)),
        statement=_text(sent.statement.dict()),
        facts=_facts(sent.facts, day),
        names=_text({ref.sha256: name for ref, name in refs}) if refs else "",
        norms=tuple(acts.Norm(work=one.work, provision=one.provision) for one in sent.norms),
        files=tuple(ref for ref, _ in refs),
        channel="api",
    )


def _check_iin(iin: str) -> None:
    fault = iin_fault(iin) if iin else None
    if fault:
        raise RequestRefused(422, f"fault.iin.{fault}", "applicant.iin")


def _facts(sent: dict[str, Any], day: date) -> str:
    """The facts as filed today. Raises msgspec.ValidationError."""
    told = msgspec.convert(sent, Petition)
    events = msgspec.structs.replace(told.events, filed_on=day)
    return write_facts(msgspec.structs.replace(told, stage="filed", events=events))


def _ref(one: FileNamed, account: str, day: date, had: Sequence[Any]) -> tuple[acts.FileRef, str]:
    """A file of the sender: uploaded by the same account, or handed in with the petition before."""
    if one.what != "other" and one.what not in kinds_of_file(day):
        raise RequestRefused(422, "api.no_file_kind", "files.what", what=one.what)
    kept = Upload.objects.filter(account=account, sha256=one.sha256).first()
    told: dict[str, Any] | None = next((x for x in had if x["sha256"] == one.sha256), None)
    if kept is not None:
        told = {name: getattr(kept, name) for name in ("name", "size", "media", "scan")}
    if told is None:
        raise RequestRefused(422, "api.no_file", "files.sha256", sha256=one.sha256)
    scan = "clean" if told["scan"] == "clean" else "not_scanned"
    told = {"name": str(told.get("name") or one.sha256[:8]), **told}
    facts = {"size": told["size"], "media": told["media"], "scan": scan, "what": one.what}
    return acts.FileRef(sha256=one.sha256, **facts), told["name"]


def _text(value: dict[str, Any]) -> str:
    return msgspec.json.encode(value).decode()
