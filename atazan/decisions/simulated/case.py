"""One made-up petition and those who act on it, each in their own role, on days that follow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from random import Random
from typing import Any

import msgspec
from msgspec import Struct

from atazan.decisions.acts import Holding, ResolutionAdopted
from atazan.decisions.models import Resolution
from atazan.decisions.publish import publish
from atazan.decisions.simulated.facts import facts
from atazan.decisions.simulated.people import Story, applicant, in_three, said
from atazan.docket import acts, filing, vault
from atazan.docket.checks.common import must_adapt
from atazan.docket.models import Petition
from atazan.docket.queries import NoSuchPetition
from atazan.docket.steps import STEP
from atazan.docket.voting import ballot, recused
from atazan.institutions.bench import bench
from atazan.journal.acts import Act, kind_of
from atazan.journal.record import By, record
from atazan.journal.statements import one as stored
from atazan.rules.book import rules
from atazan.rules.calendar import YearNotCovered, calendars

CHAIR_ACCOUNT = "chair"
CLERK, SECRETARY = By("registry", "registry"), By("secretary", "secretary")
PUBLISHER = By("publisher", "publisher")
_PENDING = rules().rules["transition.pending_2026"][0].term.since
_FIRST_NUMBER = 1001
"""Made-up resolutions are numbered from here; the Court's own are far below."""


class Plan(Struct, frozen=True, kw_only=True):
    """What is to become of a petition.

    `answer`: what it leads to; `ground` of a return, refusal or end; `cure` what follows a return
    and `again` what the petition leads to then;
    `outcome` a code of rules/decisions.yaml; `stop`: the kind of act it waits after (without
    its shape number); `brisk`: no day is lost; the rest says what happens on the way.
    """

    on: date
    owner: By
    story: Story
    answer: str = "admitted"
    ground: str = ""
    cure: str = ""
    again: str = "admitted"
    again_ground: str = "rf1-form-admissibility-subject"
    outcome: str = "conforms"
    disagree: bool = False
    recuse: bool = False
    suspend: bool = False
    prolong: bool = False
    adjourn: bool = False
    urgent: bool = False
    change: bool = False
    join: bool = False
    brisk: bool = False
    stop: str = ""
    files: bool = False

    @property
    def ends(self) -> str:
        """What it leads to in the end."""
        return self.again if self.answer == "returned" and self.cure else self.answer

    @property
    def end_ground(self) -> str:
        """The ground of that."""
        return self.again_ground if self.answer == "returned" else self.ground


class Case:
    """A petition on its way; `day` is that of its next act, `last` the kind of the last one."""

    def __init__(self, plan: Plan, luck: Random, now: datetime | None = None) -> None:
        self.plan, self.luck, self.now = plan, luck, now
        self.day, self.id, self.step, self.last, self.seen = plan.on, "", "", "", 0

    @property
    def at(self) -> datetime:
        """Ten in the morning of the day in Astana, or now where that is sooner."""
        moment = datetime.combine(self.day, time(5), UTC)
        return moment if self.now is None else min(moment, self.now)

    @property
    def row(self) -> Petition:
        """The petition as it stands."""
        found = stored(Petition, self.id)
        if found is None:
            raise NoSuchPetition(self.id)
        return found

    def wait(self, least: int, most: int | None = None) -> date:
        """Move on by some days, to a working day as far as the calendar knows."""
        some = least if self.plan.brisk else self.luck.randint(least, most or least)
        self.day += timedelta(days=some)
        try:
            if not calendars().newest.is_working(self.day):
                self.day = calendars().newest.next_working(self.day)
        except YearNotCovered:
            pass
        return self.day

    def do(self, kind: type[Act], who: By, **told: Any) -> None:
        """Record an act of the day; a petition pending on 1 July 2026 is adapted first."""
        if self.plan.on < _PENDING <= self.day and self._waits_for(kind):
            self.do(acts.PetitionAdapted, self.plan.owner, statement=self.plan.story.statement)
        if who.role == "chair":
            told["done_by"] = who.person
        act = kind(id=self.id, done_on=self.day.isoformat(), **told)
        receipt = record(act, by=who, at=self.at, seen=self.seen)
        self.seen, self.last = receipt.version, act.kind.partition("/")[0]
        self.step = STEP[act.kind] or self.step

    def _waits_for(self, kind: type[Act]) -> bool:
        return must_adapt(self.row, kind_of(kind), rules().on(self.day))

    def file(self) -> None:
        """Hand it in."""
        done = filing.file(self._handed(self.plan.ground), by=self.plan.owner, at=self.at)
        self.id, self.seen = done.id, done.receipt.version
        self.step, self.last = "lodged", "petition.filed"

    def correct(self) -> None:
        """Hand it in again with what was missing."""
        again = self._handed(None)
        done = filing.correct(self.id, again, by=self.plan.owner, at=self.at, seen=self.seen)
        self.step, self.last, self.seen = "lodged", "petition.corrected", done.version

    def _handed(self, ground: str | None) -> filing.Handed:
        story, language = self.plan.story, self.plan.story.language
        person = applicant(language, self.luck)
        if self.plan.owner.role == "representative":
            person["representative"] = {"kind": "advocate", **applicant(language, self.luck)}
        files = self._files() if self.plan.files else ()
        names = {one.sha256: said("words")["file_name"][language] for one in files}
        return filing.Handed(
            language=language,
            applicant=msgspec.json.encode(person).decode(),
            statement=story.statement,
            facts=facts(self.day, story.norm, ground),
            names=msgspec.json.encode(names).decode() if names else "",
            norms=(story.norm,),
            files=files,
        )

    def _files(self) -> tuple[acts.FileRef, ...]:
        told = f"{said('words')['file'][self.plan.story.language]} {self.plan.story.norm.work}\n"
        kept = vault.put(BytesIO(told.encode()), 1 << 20)
        one = acts.FileRef(sha256=kept.sha256, size=kept.size, media="text/plain", what="other")
        return (one,)

    def words(self, key: str) -> str:
        """Made-up words in the language of the petition."""
        return str(said("words")[key][self.plan.story.language])

    def reasons(self, ground: str) -> str:
        """Made-up reasons for a ground, as the acts keep them."""
        return msgspec.json.encode({ground: self.words("reasons")}).decode()

    @property
    def chair(self) -> By:
        """The Chair of the day in that role."""
        return By(CHAIR_ACCOUNT, "chair", bench(self.day).chair)

    def judge(self, person: str) -> By:
        """A judge of the day in that role."""
        account = CHAIR_ACCOUNT if person == bench(self.day).chair else person
        return By(account, "judge", person)

    def judges(self, number: int | None, with_chair: bool = False) -> tuple[str, ...]:
        """Judges able to sit in this case, by lot; all where no number is told, the Chair first.

        Those who leave office within a month are passed over.
        """
        sat, soon = bench(self.day), bench(self.day + timedelta(days=30))
        may = (sat.able & soon.able) - recused(self.id)
        able = [one.person for one in sat.judges if one.person in may]
        if number is None:
            return tuple(able)
        rest = [one for one in able if with_chair or one != sat.chair]
        return tuple(self.luck.sample(rest, min(number, len(rest))))

    def rule(self, kind: type[acts.Ruling], without: str = "", **told: Any) -> None:
        """Let five judges rule, the Chair among them where he may; one may be left out."""
        five = tuple(one for one in self.judges(None) if one != without)[:5]
        self.do(kind, self.chair, present=five, presiding=five[0], **told)

    def convene(
        self, kind: type[Act], form: str, judges: tuple[str, ...], least: int, most: int
    ) -> date:
        """Convene a session and wait for its day. Raises NotPermitted where they are too few."""
        convened = self.day
        sits_on = self.wait(least, most)
        self.day = convened
        told = {"presiding": judges[0], "sits_on": sits_on.isoformat(), "round": self._round() + 1}
        self.do(kind, self.chair, form=form, judges=judges, **told)
        self.day = sits_on
        return sits_on

    def _round(self) -> int:
        return self.row.round

    def vote(self, against: Iterable[str] = ()) -> None:
        """Everyone votes, the Chair last; those named vote against."""
        now, chair = ballot(self.row), bench(self.day).chair
        for person in sorted(now.waiting, key=lambda one: one == chair):
            vote = "against" if person in against else "for"
            told = {"done_by": person, "round": now.round, "vote": vote}
            self.do(acts.VoteCast, self.judge(person), **told)

    def adopt(self) -> None:
        """Adopt a made-up resolution with the outcome planned."""
        number = _FIRST_NUMBER + Resolution.objects.count()
        norm, outcome = self.plan.story.norm, self.plan.outcome
        asked = self.row.norms
        reading = in_three("reading") if outcome == "conforms_as_interpreted" else None
        held = tuple(
            Holding(work=work, provisions=(place,), outcome=outcome, reading=reading)
            for work, place in dict.fromkeys((one["work"], one["provision"]) for one in asked)
        )
        self.do(
            ResolutionAdopted,
            self.chair,
            decision=f"made-up-{self.day.year}-{number}",
            number=f"{number}-НП",
            number_kk=f"{number}-НҚ",
            title=in_three("title"),
            subject=in_three("subject"),
            holdings=held
            or (Holding(work=norm.work, provisions=(norm.provision,), outcome=outcome),),
            texts=msgspec.json.encode(said("resolution")["text"]).decode(),
            asks_measures=in_three("measures") if outcome == "does_not_conform" else None,
        )

    def publish(self) -> None:
        """Publish what was adopted."""
        done = publish(str(self.row.decision), by=PUBLISHER, at=self.at, seen=self.seen)
        self.step, self.last, self.seen = "published", "resolution.published", done[0].version
