"""What a decision does to the register of decisions, and through it to the law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from atazan.decisions import described, lawfulness
from atazan.decisions.acts import (
    DecisionAdopted,
    DecisionPublished,
    DutyMet,
    ResolutionAdopted,
    ResolutionPublished,
    ResolutionServed,
)
from atazan.decisions.models import Decision, DecisionText, Holding, Resolution
from atazan.docket.models import Petition
from atazan.docket.steps import STEP
from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.rows import Amend, Change, Put
from atazan.law.models import Effect, Review
from atazan.law.target import check_target
from atazan.rules.book import RulesOnDay
from atazan.rules.finding import Finding

_FIELDS = (
    "body form number number_kk done_on title question outcome presiding rapporteur published_on"
    " follow_up_due doc_id subject applicant outcome_note follow_up facts constitution composition"
    " relates_to"
).split()


def _decision(act: DecisionAdopted | DecisionPublished) -> Iterator[Change]:
    yield Put(Decision, act.id, values(act, *_FIELDS))
    place = 0
    for held, known in ((act.holdings, True), (act.challenged, False)):
        for holding in held:
            for provision in holding.provisions:
                place += 1
                row = {
                    "work": holding.work,
                    "provision": provision,
                    "extent": msgspec.to_builtins(holding.extent),
                    "since": holding.since or act.done_on,
                }
                yield Put(
                    Holding,
                    f"{act.id}-{place}",
                    {
                        **row,
                        "decision": act.id,
                        "place": place,
                        "outcome": holding.outcome if known else None,
                        "reading": msgspec.to_builtins(holding.reading),
                    },
                )
                if known and row["since"]:
                    yield Put(
                        Effect,
                        f"{act.id}-{place}",
                        {
                            **row,
                            "effect": holding.outcome,
                            "by_decision": act.id,
                            "says": msgspec.to_builtins(holding.reading),
                            "span": msgspec.to_builtins(holding.span),
                        },
                    )


def _met(act: DutyMet) -> Iterator[Change]:
    met = {"follow_up_met": msgspec.to_builtins(act.how), "follow_up_met_on": act.done_on}
    yield Amend(Decision, act.decision, met)


def _published(act: DecisionPublished) -> Iterator[Change]:
    yield from _decision(act)
    for language, paragraphs in act.texts.items():
        row = {"decision": act.id, "language": language, "paragraphs": list(paragraphs)}
        yield Put(DecisionText, f"{act.id}-{language}", row)


_RESOLUTION = "number number_kk title subject holdings texts constitution asks_measures term"


def _adopted(act: ResolutionAdopted) -> Iterator[Change]:
    row = values(act, *_RESOLUTION.split())
    more = {"petition": act.id, "adopted_on": act.done_on}
    yield Put(Resolution, act.decision, {**row, **more})
    yield from _step(act, decision=act.decision, decided_on=act.done_on)
    yield Amend(Review, act.id, {"until": act.done_on})


def _told(act: ResolutionPublished) -> Iterator[Change]:
    yield from _step(act, published_on=act.done_on)
    yield Amend(Review, act.id, {"told": True})


def _step(act: Any, **row: Any) -> Iterator[Change]:
    step = STEP[act.kind]
    yield Amend(Petition, act.id, {**({"step": step} if step else {}), **row})


def _check(act: DecisionAdopted, rules: RulesOnDay) -> Iterator[Finding]:
    for holding in (*act.holdings, *act.challenged):
        for provision in holding.provisions:
            check_target(holding.work, provision)
    return iter(())


def _of_case(act: type[Any], rule: str, rows: Any) -> Deed[Any]:
    check = lawfulness.of(act)
    return Deed(act, lambda one: f"petition/{one.id}", rows, check, rule=f"step.{rule}")


DEEDS = [
    Deed(DecisionAdopted, stream=lambda act: f"decision/{act.id}", rows=_decision, check=_check),
    Deed(
        DecisionPublished,
        stream=lambda act: f"decision/{act.id}",
        rows=_published,
        check=lawfulness.as_adopted,
        rule="step.published",
    ),
    Deed(DutyMet, stream=lambda act: f"decision/{act.decision}", rows=_met),
    _of_case(ResolutionAdopted, "decided", _adopted),
    _of_case(ResolutionPublished, "published", _told),
    _of_case(ResolutionServed, "served", lambda act: _step(act, served_on=act.done_on)),
    *described.DEEDS,
]
