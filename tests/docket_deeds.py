"""A deed of each kind as it may be told of a petition; whether the law allows it is not asked here.

`pick` chooses where there is a choice: the first of the choices is what the law would have.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

import msgspec

from atazan.decisions.acts import Holding
from atazan.docket import acts
from atazan.docket.checks import counts_as_filed
from atazan.docket.models import Petition, Recusal, Suspension
from atazan.docket.voting import ballot
from atazan.institutions.acts import PowersSuspended
from atazan.institutions.bench import CHAIR, JUDGE, bench
from atazan.institutions.models import Tenure
from atazan.journal.acts import Act
from atazan.journal.deeds import deed_of
from atazan.journal.record import By, record, version_of
from atazan.journal.rights import rights
from atazan.rules.book import rules
from atazan.rules.text import Text
from tests.docket_way import NORM, at, facts_of, petition, waiting_or_recused

Pick = Callable[[Sequence[Any]], Any]
WORDS = Text(kk="сөз", ru="слово", en="word")
KINDS = sorted({right.act for right in rights().rights if right.stream == "petition"})
STATES = sorted(
    {state for right in rights().rights if right.stream == "petition" for state in right.states}
    | {"refused", "withdrawn", "joined", "terminated", "closed"}
)
_NUMBERS = count(70001)


def first(choices: Sequence[Any]) -> Any:
    """What the law would have."""
    return choices[0]


def deed(
    kind: str, id: str, day: date, done_by: str | None = None, pick: Pick = first, **more: Any
) -> Act:
    """A deed of a kind, told of petition `id` on a day; `more` are fields said otherwise."""
    row = Petition.objects.filter(pk=id).first() or Petition(id=id)
    told = _TOLD.get(kind, _nothing)(row, day, pick)
    known = {"id": id, "done_on": day.isoformat(), "done_by": done_by}
    act = deed_of(kind).act
    ruling = _ruling(row, day, pick) if issubclass(act, acts.Ruling) else {}
    return act(**{**known, **ruling, **told, **more})


def able(row: Petition, day: date) -> list[str]:
    """Who may sit in the case, the Chair first."""
    from atazan.docket.voting import recused

    sat = bench(day)
    return [one.person for one in sat.judges if one.person in sat.able - recused(row.id)]


def _ruling(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    out = waiting_or_recused(row.id)
    here = tuple(one for one in able(row, day) if one not in out)
    five = here if row.to_plenary else here[:5]
    present = pick([five, here, here[:4]])
    return {"present": present, "presiding": pick([*present[:1], "nobody"])}


def _nothing(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    return {}


def _filed(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    act = petition(day)
    return {
        name: getattr(act, name) for name in act.__struct_fields__ if name not in ("id", "done_by")
    }


def _corrected(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    facts, found = facts_of(day)
    late = row.returned_on is not None and day >= date.fromisoformat(row.returned_on)
    counts = counts_as_filed(row, day, rules().on(day)) if late else day
    return {
        "language": "kk",
        "applicant": msgspec.json.encode({"name": "Canary Applicant"}).decode(),
        "statement": "Canary statement",
        "facts": facts,
        "found": found,
        "norms": (NORM,),
        "counts_as_filed": pick([counts, counts - timedelta(days=1)]).isoformat(),
    }


def _because(*grounds: str) -> Callable[..., dict[str, Any]]:
    def told(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
        return {"grounds": (pick([*grounds, "sr9-none"]),), "reasons": pick(["Canary reasons", ""])}

    return told


def _judges(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    here = able(row, day)
    return {"judges": pick([tuple(here[1:2]), tuple(here[1:3]), (), ("nobody",)])}


def _studied(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    return {"proposal": "admit", "report": pick(["Canary report", " "])}


def _convened(*sizes: tuple[str, int]) -> Callable[..., dict[str, Any]]:
    def told(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
        form, size = pick([("plenary", 11)] if row.to_plenary else list(sizes))
        here = pick([able(row, day), able(row, day)[1:]])[:size]
        return {
            "form": form,
            "judges": tuple(here),
            "presiding": pick([*here[:1], "nobody"]),
            "sits_on": pick([day, day + timedelta(days=2), day - timedelta(days=1)]).isoformat(),
            "round": pick([row.round + 1, row.round]),
        }

    return told


def _vote(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    return {"round": pick([row.round, row.round + 1]), "vote": pick(["for", "against", "abstain"])}


def _into(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    others = Petition.objects.filter(step="admitted").exclude(pk=row.id).order_by("id")
    return {"into": pick([*others.values_list("id", flat=True)[:2], "2023-99999", row.id])}


def _since(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    stop = Suspension.objects.filter(petition=row.id, until=None).first()
    return {"since": pick([stop.since if stop else day.isoformat(), "2023-01-01"])}


def _prolonged(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    to = pick([day + timedelta(days=200), day + timedelta(days=1)])
    return {"to": to.isoformat(), "reason": pick(["Canary reason", ""])}


def _reason(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    return {"reason": pick(["Canary reason", ""])}


def _suspended(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    return {"cause": "force_majeure", **_reason(row, day, pick)}


def _recusal_decided(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    stated = Recusal.objects.filter(petition=row.id, granted=None).order_by("judge")
    names = [*stated.values_list("judge", flat=True), "nobody"]
    return {"judge": pick(names), "granted": pick([True, False])}


def _present(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    here = tuple(one for one in (row.session or {}).get("judges", ()) if one in able(row, day))
    return {"present": pick([here, here[:-1], ("nobody",)])}


def _reopened(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    known = set(ballot(row).voters) if row.session else set()
    here = able(row, day)
    fresh = [one for one in here if one not in known]
    sat = [one for one in here if one in known]
    with_new = tuple([*sat[1:], *fresh[:1]] if len(sat) > 7 else [*sat, *fresh[:1]])
    causes = ["tie", "new_draft", "composition"]
    return {"cause": pick(causes), "round": row.round + 1, "present": pick([with_new, tuple(sat)])}


def _plenary(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    return {"cause": pick(["not_unanimous", "positions_diverge"])}


def _changed(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    return {"norms": pick([(NORM,), ()]), "statement": pick(["Canary statement", ""])}


def _adopted(row: Petition, day: date, pick: Pick) -> dict[str, Any]:
    number = next(_NUMBERS)
    outcome = pick(["does_not_conform", "conforms", "no_such"])
    asked = [msgspec.convert(norm, acts.Norm) for norm in row.norms or ()]
    holdings = tuple(
        Holding(work=one.work, provisions=(one.provision,), outcome=outcome) for one in asked
    )
    return {
        "decision": f"cc-{day.year}-{number}",
        "number": f"{number}-НП",
        "number_kk": f"{number}-НҚ",
        "title": WORDS,
        "subject": WORDS,
        "holdings": pick([holdings, ()]),
        "texts": msgspec.json.encode({"kk": ["Бір"], "ru": ["Один"]}).decode(),
    }


_TOLD: dict[str, Callable[[Petition, date, Pick], dict[str, Any]]] = {
    "petition.filed/1": _filed,
    "petition.corrected/1": _corrected,
    "petition.taken/1": lambda row, day, pick: {"clerk": "a-registry"},
    "petition.returned/1": _because("sr2-form-content", "sr1-no-competence"),
    "notice.received/1": lambda row, day, pick: {"how": "account"},
    "petition.assigned/1": _judges,
    "study.reported/1": _studied,
    "admission.convened/1": _convened(("panel_of_three", 3), ("plenary", 11), ("panel_of_five", 5)),
    "vote.cast/1": _vote,
    "petition.refused/1": _because("rf1-form-admissibility-subject", "sr1-no-competence"),
    "rapporteur.appointed/1": _judges,
    "petition.joined/1": _into,
    "proceedings.suspended/1": _suspended,
    "proceedings.resumed/1": _since,
    "term.prolonged/1": _prolonged,
    "urgency.granted/1": _reason,
    "recusal.stated/1": _reason,
    "recusal.decided/1": _recusal_decided,
    "hearing.convened/1": _convened(("panel_of_five", 5), ("plenary", 11), ("panel_of_three", 3)),
    "minutes.kept/1": lambda row, day, pick: {**_present(row, day, pick), "text": "Canary minutes"},
    "session.adjourned/1": lambda row, day, pick: {"cause": "other"},
    "judges.retired/1": _present,
    "vote.reopened/1": _reopened,
    "petition.to_plenary/1": _plenary,
    "participants.notified/1": lambda row, day, pick: {
        "of": pick(["admission", "prolongation", "adjournment"])
    },
    "petition.changed/1": _changed,
    "petition.adapted/1": lambda row, day, pick: {"statement": pick(["Canary statement", ""])},
    "proceedings.terminated/1": _because("tm3-no-jurisdiction", "tm1-withdrawal"),
    "resolution.adopted/1": _adopted,
}


def suspend(person: str, day: date) -> str:
    """A judge's powers are suspended from a day; the suspension's id."""
    held = Tenure.objects.filter(person=person, office__in=(JUDGE, CHAIR))
    row = held.order_by("-since").first()
    assert row is not None
    id = f"suspended-{person}-{day}"
    told = {"tenure": row.id, "office": row.office, "cause": "health", "done_on": day.isoformat()}
    act = PowersSuspended(id=id, sources=("a-test",), **told)
    record(act, by=By("a-curator", "curator"), at=at(day), seen=version_of(f"office/{row.office}"))
    return id
