"""Builders for a petition's way: each step as the person who may take it, on a day that follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

import msgspec

from atazan.decisions.acts import Holding, ResolutionAdopted
from atazan.decisions.publish import publish
from atazan.docket import acts
from atazan.docket.checks import findings
from atazan.docket.checks.common import must_adapt
from atazan.docket.facts import write_facts
from atazan.docket.models import Petition, Recusal
from atazan.institutions.bench import bench
from atazan.journal.acts import Act, kind_of
from atazan.journal.record import By, Receipt, record, version_of
from atazan.rules.book import rules
from atazan.rules.petition import Applicant, Challenged
from atazan.rules.petition import Petition as Facts
from atazan.rules.text import Text

_NUMBERS: Iterator[int] = count(90001)
NORM = acts.Norm(work="civil-procedure-code-2015", provision="art_151")


def by(role: str, person: str | None = None) -> By:
    """The account that acts in a role; a judge's belongs to a person of the record, and so does
    the Chair's, who is that of the day unless named."""
    return By(person or f"a-{role}", role, person)


def at(day: date) -> datetime:
    """Midday in Astana on a day."""
    return datetime.combine(day, time(7), UTC)


def do(act: Act, who: By, day: date | None = None) -> Receipt:
    """Record an act as the last one seen."""
    done = date.fromisoformat(str(act.done_on))
    number = act.id  # type: ignore[attr-defined]
    act, who = in_person(act, who)
    return record(act, by=who, at=at(day or done), seen=version_of(f"petition/{number}"))


def in_person(act: Act, who: By) -> tuple[Act, By]:
    """What the Chair does is done by the Chair of its day."""
    if who.role != "chair":
        return act, who
    person = who.person or bench(date.fromisoformat(str(act.done_on))).chair
    done_by = act.done_by or person
    return msgspec.structs.replace(act, done_by=done_by), By(who.name, who.role, person)


def facts_of(day: date, **told: Any) -> tuple[str, acts.Found]:
    """Facts of a petition and what the rules of the day find."""
    norm = Challenged(act=NORM.work, provision=NORM.provision)
    known = {"applicant": Applicant(capacity="citizen"), "challenged": (norm,), "stage": "filed"}
    facts = write_facts(Facts(**{**known, **told}))
    return facts, findings(facts, day)


def petition(day: date, **more: Any) -> acts.PetitionFiled:
    """A petition to file on a day."""
    facts, found = facts_of(day)
    number = next(_NUMBERS)
    told = {
        "id": f"{day.year}-{number}",
        "code": f"T{number % 1000:03}-{number:04X}"[:9].ljust(9, "0") + f"-{number % 10000:04}",
        "done_on": day.isoformat(),
        "language": "kk",
        "applicant": msgspec.json.encode({"name": "Canary Applicant"}).decode(),
        "statement": "Canary statement",
        "facts": facts,
        "found": found,
        "norms": (NORM,),
    }
    return acts.PetitionFiled(**{**told, **more})


def waiting_or_recused(id: str) -> set[str]:
    """Judges who do not sit in a case, or have asked not to."""
    stated = Recusal.objects.filter(petition=id).exclude(granted=False)
    return set(stated.values_list("judge", flat=True))


class Way:
    """A petition on its way; `day` moves on by one at each step that is not told another day."""

    def __init__(self, day: date, owner: str = "a-citizen") -> None:
        self.day = day
        act = petition(day)
        self.id = act.id
        self.owner = By(owner, "citizen")
        do(act, self.owner)

    @property
    def row(self) -> Petition:
        return Petition.objects.get(pk=self.id)

    def step(self, kind: type[Act], who: By, **told: Any) -> Receipt:
        self.day += timedelta(days=1)
        return self.now(kind, who, **told)

    def now(self, kind: type[Act], who: By, **told: Any) -> Receipt:
        self.adapt(kind_of(kind))
        if issubclass(kind, acts.Ruling):
            told = {**self.ruling(), **told}
        return do(kind(id=self.id, done_on=self.day.isoformat(), **told), who)

    def ruling(self) -> dict[str, Any]:
        """Who rules: five who may sit in the case, before a session of the Court all of them."""
        sat, out = bench(self.day), waiting_or_recused(self.id)
        able = [one.person for one in sat.judges if one.person in sat.able - out]
        present = tuple(able if self.row.to_plenary else able[:5])
        return {"present": present, "presiding": present[0]}

    def adapt(self, kind: str) -> None:
        """Bring it into line first where it was pending on 1 July 2026 and the deed waits."""
        if must_adapt(self.row, kind, rules().on(self.day)):
            told = {"done_on": self.day.isoformat(), "statement": "Canary adapted"}
            do(acts.PetitionAdapted(id=self.id, **told), self.owner)

    def judges(self, number: int) -> tuple[str, ...]:
        """Judges able to sit today, the Chair first."""
        sat = bench(self.day)
        able = [one.person for one in sat.judges if one.person in sat.able]
        return tuple(able[:number])

    def registered(self) -> Way:
        self.step(acts.PetitionRegistered, by("registry"))
        return self

    def studied(self) -> Way:
        judge = self.judges(3)[1]
        self.step(acts.PetitionAssigned, by("chair"), judges=(judge,))
        told = {"done_by": judge, "proposal": "admit", "report": "Canary report"}
        self.step(acts.StudyReported, by("judge", judge), **told)
        return self

    def before_three(self) -> Way:
        self.convene(acts.AdmissionConvened, "panel_of_three", self.judges(3))
        return self

    def convene(self, kind: type[Act], form: str, judges: tuple[str, ...]) -> None:
        self.day += timedelta(days=1)
        sits_on = (self.day + timedelta(days=1)).isoformat()
        told = {"presiding": judges[0], "sits_on": sits_on, "round": self.row.round + 1}
        self.now(kind, by("chair"), form=form, judges=judges, **told)
        self.day += timedelta(days=1)

    def vote(self, *against: str) -> Way:
        """Everyone votes, the Chair last; those named vote against."""
        from atazan.docket.voting import ballot

        now, chair = ballot(self.row), bench(self.day).chair
        for judge in sorted(now.waiting, key=lambda one: one == chair):
            vote = "against" if judge in against else "for"
            told = {"done_by": judge, "round": now.round, "vote": vote}
            self.now(acts.VoteCast, by("judge", judge), **told)
        return self

    def admitted(self) -> Way:
        self.registered().studied().before_three().vote()
        self.now(acts.PetitionAdmitted, by("chair"))
        return self

    def in_session(self, form: str = "panel_of_five", number: int = 5) -> Way:
        self.step(acts.RapporteurAppointed, by("chair"), judges=(self.judges(2)[1],))
        self.convene(acts.HearingConvened, form, self.judges(number))
        return self

    def retired(self) -> Way:
        present = tuple(self.row.session["judges"])
        self.now(acts.MinutesKept, by("secretary"), present=present, text="Canary minutes")
        self.now(acts.JudgesRetired, by("chair"), present=present)
        return self

    def adopt(self, outcome: str = "does_not_conform", **more: Any) -> Receipt:
        words = Text(kk="сөз", ru="слово", en="word")
        number = next(_NUMBERS)
        told = {
            "decision": f"cc-{self.day.year}-{number}",
            "number": f"{number}-НП",
            "number_kk": f"{number}-НҚ",
            "title": words,
            "subject": words,
            "holdings": (Holding(work=NORM.work, provisions=(NORM.provision,), outcome=outcome),),
            "texts": msgspec.json.encode({"kk": ["Бір"], "ru": ["Один"]}).decode(),
            "asks_measures": words,
        }
        return self.now(ResolutionAdopted, by("chair"), **{**told, **more})

    def decided(self) -> Way:
        self.admitted().in_session().retired().vote()
        self.adopt()
        return self

    def published(self) -> Way:
        self.decided()
        self.day += timedelta(days=1)
        decision, seen = str(self.row.decision), version_of(f"petition/{self.id}")
        publish(decision, by=by("publisher"), at=at(self.day), seen=seen)
        return self
