"""Years of petitions at the real scale: each is planned by lot, so that the shares come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import msgspec
from django.db.models import Q
from msgspec import Struct
from msgspec.structs import replace

from atazan.decisions.models import Holding
from atazan.decisions.simulated.case import Case, Plan
from atazan.decisions.simulated.course import DEMAND, IN_TIME, LATE
from atazan.decisions.simulated.people import Story, stories
from atazan.decisions.simulated.shares import Assumed, Shares
from atazan.docket.models import Petition
from atazan.journal.models import Entry
from atazan.journal.record import By
from atazan.rules.book import rules

_ARTICLES = 100
"""Provisions challenged are drawn from the first so many articles of a story's act."""


class Years(Struct, frozen=True):
    """What is simulated: days from `since` up to, not including, `until`; petitions a month."""

    since: date
    until: date
    monthly: float
    seed: int = 0


def cases(years: Years, aims: Shares, assumed: Assumed) -> Iterator[Case]:
    """The cases in the order of their days; the same seed plans the same."""
    luck, number = Random(years.seed), 0
    day = years.since
    while day < years.until:
        for _ in range(_drawn(years.monthly / 30.4375, luck)):
            number += 1
            yield Case(plan(day, number, aims, assumed, luck), luck)
        day += timedelta(days=1)


def _drawn(mean: float, luck: Random) -> int:
    return int(mean) + (luck.random() < mean % 1)


def plan(day: date, number: int, aims: Shares, assumed: Assumed, luck: Random) -> Plan:
    """What is to become of one petition."""
    owner, story = By(f"made-up-{number}", "citizen"), _story(luck)
    told = Plan(on=day, owner=owner, story=story)
    corrected = assumed.corrected_in_time + assumed.corrected_late + assumed.demanded
    again = aims.returned.value * corrected * assumed.admitted_again
    at_once = max(aims.admitted.value - again, 0)
    left = luck.random()
    if left < aims.returned.value:
        return _returned(told, aims, assumed, luck)
    if left < aims.returned.value + at_once:
        return _admitted(told, aims, assumed, luck)
    if left < aims.returned.value + at_once + assumed.withdrawn:
        return replace(told, answer="withdrawn")
    return replace(told, answer="refused", ground=luck.choice(_grounds("refused", day)))


def _story(luck: Random) -> Story:
    """One of the stories; one in five keeps to its own provision, so that petitions meet."""
    story = luck.choice(stories())
    if luck.random() < 0.2:
        return story
    return replace(story, provision=f"art_{luck.randint(1, _ARTICLES)}")


def _grounds(leads_to: str, day: date) -> list[str]:
    law = rules().on(day)
    found = (rule.id.removeprefix("ground.") for rule in law.under("ground."))
    return [one for one in found if law[f"ground.{one}"].value.leads_to == leads_to]


def _returned(told: Plan, aims: Shares, assumed: Assumed, luck: Random) -> Plan:
    shares = {
        "sr1-no-competence": aims.not_ours.value,
        "sr2-form-content": assumed.form,
        "sr3-improper-subject": assumed.subject,
        "sr4-fee-unpaid": assumed.fee,
    }
    known = _grounds("returned_by_staff", told.on)
    shares = {ground: share for ground, share in shares.items() if ground in known}
    shares["sr5-conditions"] = max(1 - sum(shares.values()), 0)
    (ground,) = luck.choices(list(shares), list(shares.values()))
    cures = (IN_TIME, LATE, DEMAND, "")
    some = (assumed.corrected_in_time, assumed.corrected_late, assumed.demanded)
    (cure,) = luck.choices(cures, (*some, 1 - sum(some)))
    again = "admitted" if luck.random() < assumed.admitted_again else "refused"
    way = _admitted(told, aims, assumed, luck) if again == "admitted" else told
    return replace(way, answer="returned", ground=ground, cure=cure, again=again)


def _admitted(told: Plan, aims: Shares, assumed: Assumed, luck: Random) -> Plan:
    outcomes = {
        "does_not_conform": aims.does_not_conform.value,
        "conforms_as_interpreted": aims.as_interpreted.value,
    }
    outcomes["conforms"] = max(1 - sum(outcomes.values()), 0)
    (outcome,) = luck.choices(list(outcomes), list(outcomes.values()))
    happens = {
        field: luck.random() < getattr(assumed, name)
        for field, name in (
            ("disagree", "disagreed"),
            ("recuse", "recused"),
            ("suspend", "suspended"),
            ("prolong", "prolonged"),
            ("adjourn", "adjourned"),
            ("urgent", "urgent"),
            ("change", "changed"),
            ("join", "joined"),
        )
    }
    found = replace(told, outcome=outcome, files=luck.random() < 0.5, **happens)
    if luck.random() < assumed.terminated:
        return replace(
            found, answer="terminated", ground=luck.choice(_grounds("terminated", told.on))
        )
    return found


def counted() -> dict[str, float]:
    """The shares that came out, of all petitions on the docket (of holdings for outcomes)."""
    rows = Petition.objects.all()
    number = rows.count() or 1
    returned = rows.filter(returned_on__isnull=False)
    told = {
        "returned": returned.count() / number,
        "admitted": rows.filter(admitted_on__isnull=False).count() / number,
        "refused": rows.filter(refused_on__isnull=False).count() / number,
        "withdrawn": rows.filter(step="withdrawn").count() / number,
    }
    held = Counter(Holding.objects.filter(_made_up()).values_list("outcome", flat=True))
    of = sum(held.values()) or 1
    told["not_ours"] = _first_ground_is("sr1-no-competence")
    told["does_not_conform"] = held["does_not_conform"] / of
    told["as_interpreted"] = held["conforms_as_interpreted"] / of
    return told


def _first_ground_is(ground: str) -> float:
    """The share of returns whose first ground is this one."""
    bodies = Entry.objects.filter(kind="petition.returned/1").values_list("body", flat=True)
    found = Counter(msgspec.json.decode(body)["act"]["grounds"][0] for body in bodies.iterator())
    return found[ground] / (sum(found.values()) or 1)


def _made_up() -> Q:
    return Q(stream__startswith="decision/made-up-")
