"""Publishing a resolution: the case moves on and the decision enters the public record at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from django.conf import settings

from atazan.decisions.acts import Applicant, DecisionPublished, Holding, ResolutionPublished
from atazan.decisions.lawfulness import due_day
from atazan.decisions.models import Resolution
from atazan.docket.models import Petition
from atazan.institutions.bench import bench
from atazan.journal import private
from atazan.journal.acts import Confidence
from atazan.journal.record import By, Receipt, record_together
from atazan.rules.day import day_in_astana
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase

COURT = "constitutional_court"


def publish(decision: str, *, by: By, at: datetime, seen: int) -> list[Receipt]:
    """Publish the resolution in Kazakh and Russian: art. 65(1)(2). `seen`: version of the case.

    From its day of effect its provisions stand as it holds, on every page. Raises Stale,
    NotPermitted, BadAct, Resolution.DoesNotExist.
    """
    row = Resolution.objects.get(pk=decision)
    day = day_in_astana(at)
    done = ResolutionPublished(id=row.petition, done_on=day.isoformat())
    return record_together([(done, seen), (told(row, day.isoformat()), 0)], by=by, at=at)


def told(row: Resolution, published_on: str) -> DecisionPublished:
    """The public act that tells of an adopted resolution."""
    case = Petition.objects.get(pk=row.petition)
    due = due_day(row, datetime.fromisoformat(published_on).date())
    adopted = datetime.fromisoformat(row.adopted_on).date()
    presiding = (case.session or {}).get("presiding") or bench(adopted).chair
    return DecisionPublished(
        id=row.id,
        body=COURT,
        form="normative_resolution",
        number=row.number,
        number_kk=row.number_kk,
        title=dict(row.title),
        subject=msgspec.convert(row.subject, Text),
        applicant=Applicant(type="citizen"),
        question="act_in_force",
        outcome=_outcome(row),
        holdings=msgspec.convert(row.holdings, tuple[Holding, ...]),
        constitution=tuple(row.constitution),
        presiding=presiding,
        rapporteur=next(iter(case.rapporteurs), None),
        composition=tuple(case.present),
        done_on=row.adopted_on,
        published_on=published_on,
        follow_up=msgspec.convert(row.asks_measures, Text | None),
        follow_up_due=due.isoformat() if due else None,
        texts=msgspec.json.decode(private.reveal(row.texts) or "{}"),
        sources=(f"petition/{row.petition}",),
        **_made_up(),
    )


def _made_up() -> dict[str, Any]:
    """On a demo database a decision says of itself, wherever it is shown, that it is made up."""
    if not settings.ATAZAN_DEMO:
        return {}
    note = {lang: phrase("decisions.made_up", lang) for lang in LANGS}
    return {"note": note, "outcome_note": Text(**note), "confidence": Confidence.LOW}


def _outcome(row: Resolution) -> str | None:
    """The outcome where all holdings share one."""
    found = {held["outcome"] for held in row.holdings}
    return found.pop() if len(found) == 1 else None
