"""What a decision does to the register of decisions, and through it to the law."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from atazan.decisions.acts import DecisionAdopted, DutyMet
from atazan.decisions.models import Decision, Holding
from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.rows import Amend, Change, Put
from atazan.law.models import Effect
from atazan.law.record import check_target
from atazan.rules.book import RulesOnDay
from atazan.rules.finding import Finding

_FIELDS = (
    "body form number number_kk done_on title question outcome presiding rapporteur published_on"
    " follow_up_due doc_id subject applicant outcome_note follow_up facts constitution composition"
    " relates_to"
).split()


def _decision(act: DecisionAdopted) -> Iterator[Change]:
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
                        },
                    )


def _met(act: DutyMet) -> Iterator[Change]:
    met = {"follow_up_met": msgspec.to_builtins(act.how), "follow_up_met_on": act.done_on}
    yield Amend(Decision, act.decision, met)


def _check(act: DecisionAdopted, rules: RulesOnDay) -> Iterator[Finding]:
    for holding in (*act.holdings, *act.challenged):
        for provision in holding.provisions:
            check_target(holding.work, provision)
    return iter(())


DEEDS = [
    Deed(DecisionAdopted, stream=lambda act: f"decision/{act.id}", rows=_decision, check=_check),
    Deed(DutyMet, stream=lambda act: f"decision/{act.decision}", rows=_met),
]
