"""What the law asks of a filing, a return, and of the applicant later: art. 42, 44–47, 66."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec

from atazan.docket import acts, clocks
from atazan.docket.checks.common import day_of, grounds, heard, no, reasoned
from atazan.docket.facts import read_facts
from atazan.docket.models import Petition
from atazan.journal.problems import BadAct, Problem
from atazan.law.target import check_target
from atazan.rules import due_days
from atazan.rules.admissibility import assess
from atazan.rules.bad_petition import BadPetition
from atazan.rules.book import RulesOnDay, rules
from atazan.rules.finding import Finding


def filed(act: acts.PetitionFiled, law: RulesOnDay) -> Iterator[Finding]:
    _facts_agree(act, law)
    return iter(())


def _facts_agree(act: Any, law: RulesOnDay) -> None:
    """The findings told are those the rules of the day give on the facts told. Raises BadAct."""
    for norm in act.norms:
        check_target(norm.work, norm.provision)
    try:
        told = findings(act.facts, law.day)
    except msgspec.MsgspecError as wrong:
        raise BadAct(Problem("docket.bad.facts", {"why": str(wrong)})) from wrong
    if act.found != told:
        raise BadAct(Problem("docket.bad.findings", {"day": law.day}))


@lru_cache(maxsize=1)
def findings(facts: str, day: date) -> acts.Found:
    """What the rules of a day find on the facts of a filing.

    The last answer is kept: the door asks, and the check asks again of the same words.
    Facts that cannot be (no provision named, a day ahead) may be filed too: nothing is found then
    and a person looks. Raises msgspec.MsgspecError where the text is no facts at all.
    """
    try:
        found = assess(read_facts(facts, day), day)
    except BadPetition:
        return acts.Found()
    ids = tuple(one.id for one in found.grounds)
    return acts.Found(outcome=found.outcome, grounds=ids, missing=len(found.missing))


def _corrected(act: acts.PetitionCorrected, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    _facts_agree(act, law)
    counts = counts_as_filed(row, day_of(act.done_on), law)
    if act.counts_as_filed != counts.isoformat():
        yield no(law[due_days.CORRECTION], "docket.no.counts", day=counts)


def counts_as_filed(row: Petition, refiled: date, law: RulesOnDay) -> date:
    """The day on which a petition filed again counts as filed: art. 47(4).

    A notice not known to be received was received on the day of the second filing at the latest.
    """
    curable = clocks.curable(row)
    notified = day_of(row.noticed_on) if row.noticed_on else refiled
    first = day_of(row.counts_on)
    return due_days.effective_filing_day(first, notified, refiled, rules(), curable=curable)


def _returned(act: acts.PetitionReturned, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    yield from grounds(act, law, "returned_by_staff", "step.returned")
    yield from reasoned(act.reasons, law["step.returned"])


def _noticed(act: acts.NoticeReceived, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    if row.noticed_on:
        facts = {"id": row.id, "day": day_of(row.noticed_on)}
        yield no(law["step.notice_received"], "docket.no.noticed", **facts)


def _changed(act: acts.PetitionChanged, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    for norm in act.norms:
        check_target(norm.work, norm.provision)
    if not act.norms:
        yield no(law["step.changed"], "docket.no.norm")
    if row.step == "joined":
        yield from heard(row, law["step.changed"])
    yield from reasoned(act.statement, law["step.changed"])


def _withdrawal(act: acts.WithdrawalAsked, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    return heard(row, law["step.withdrawn"])


def _adapted(act: acts.PetitionAdapted, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    begins = law["step.adapted"].term.since
    if day_of(row.received_on) >= begins:
        yield no(law["step.adapted"], "docket.no.adapted", day=day_of(row.received_on))
    yield from reasoned(act.statement, law["step.adapted"])


OWN: dict[type[Any], Any] = {
    acts.PetitionCorrected: _corrected,
    acts.PetitionReturned: _returned,
    acts.NoticeReceived: _noticed,
    acts.WithdrawalAsked: _withdrawal,
    acts.PetitionChanged: _changed,
    acts.PetitionAdapted: _adapted,
}
