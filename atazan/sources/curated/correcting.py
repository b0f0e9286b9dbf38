"""What a proposal tells, as strings of a form, and read back as a correction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_args

import msgspec

from atazan.journal.forms import Refused
from atazan.journal.problems import Problem
from atazan.rules.day import PartialDay, day_in_astana
from atazan.sources.acts import ProposalCorrected
from atazan.sources.models import Proposal
from atazan.sources.understood.told import Kind, Modality

LISTS = ("actors", "objects", "counterparts")
"""Fields with a name a line."""
MODALITIES: tuple[str, ...] = get_args(Modality)


def retold_from(row: Proposal) -> dict[str, str]:
    """The strings of the form that would say what the proposal says."""
    return {
        "tells": row.tells,
        "date": row.date or "",
        "actors": "\n".join(row.actors),
        "objects": "\n".join(row.object_names),
        "office": row.office or "",
        "counterparts": "\n".join(row.counterparts),
        "modality": row.modality,
    }


def correction(row: Proposal, sent: Mapping[str, Any], at: datetime) -> ProposalCorrected:
    """The correction that the strings of the form write down. Raises Refused."""
    given = {name: str(sent.get(name, "")).strip() for name in retold_from(row)}
    problems: dict[str, Problem] = {}
    if given["tells"] not in list(Kind):
        problems["tells"] = Problem("curated.unknown_kind", {"kind": given["tells"]})
    if given["modality"] not in MODALITIES:
        problems["modality"] = Problem("curated.unknown_modality", {"given": given["modality"]})
    date = None
    try:
        date = str(PartialDay.read(given["date"])) if given["date"] else None
    except ValueError:
        problems["date"] = Problem("forms.bad_day", {"field": "date"})
    if problems:
        raise Refused(problems)
    lists = {name: tuple(filter(None, map(str.strip, given[name].splitlines()))) for name in LISTS}
    return ProposalCorrected(
        id=row.id,
        document=row.document,
        tells=given["tells"],
        date=date,
        office=given["office"] or None,
        modality=msgspec.convert(given["modality"], Modality),
        done_on=str(day_in_astana(at)),
        sources=tuple(row.sources),
        actors=lists["actors"],
        objects=lists["objects"],
        counterparts=lists["counterparts"],
    )
