"""What the record says already of an act that a text tells: the same, or something against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atazan.cooperation.acts import (
    AgreementSigned,
    EventHeld,
    MemberAdmitted,
    PresidencyTaken,
    ProjectStarted,
)
from atazan.decisions.acts import DecisionAdopted
from atazan.institutions.acts import (
    CandidateProposed,
    OathTaken,
    OfficeLeft,
    OfficeTaken,
    SittingHeld,
    VoteTaken,
)
from atazan.institutions.models import Tenure
from atazan.journal.acts import Act
from atazan.journal.corrections import effective
from atazan.journal.models import Entry
from atazan.law.acts import LawAdopted
from atazan.reform.acts import (
    DraftPublished,
    ReferendumCalled,
    ReferendumDecided,
    ReferendumHeld,
)
from atazan.rules.bodies import offices
from atazan.rules.day import PartialDay
from atazan.sources.curated.register import Told, words_of
from atazan.sources.curated.same import may_be_one
from atazan.sources.curated.targets.wanted import Wanted

Verdict = Literal["same", "against"]
NEAR = 62
"""The same deed told with another day: up to so many days apart it is a contradiction, further
apart another deed."""


class Standing(Struct, frozen=True):
    """An act of the record as it reads today, and where it stands in the journal."""

    number: int
    stream: str
    version: int
    act: Act


class Says(Struct, frozen=True):
    """What the record says of an act: entries that tell the same, and entries against it."""

    same: tuple[Standing, ...] = ()
    against: tuple[Standing, ...] = ()


class Record:
    """The acts of the journal as they read today, read once a page by the beginning of their
    streams' names."""

    def __init__(self) -> None:
        self._read: dict[str, list[Standing]] = {}

    def under(self, prefix: str) -> list[Standing]:
        """The acts of the streams whose names begin so."""
        if prefix not in self._read:
            self._read[prefix] = list(_standing(prefix))
        return self._read[prefix]

    def says(self, wanted: Wanted, told: Told) -> Says:
        """What the record says of an act that a text tells."""
        found: dict[Verdict, list[Standing]] = {"same": [], "against": []}
        for prefix, compare in _COMPARED.get(wanted.kind, ()):
            for one in self.under(prefix.format_map(wanted.raw)):
                verdict = compare(wanted, told, one.act)
                if verdict is not None:
                    found[verdict].append(one)
        if found["same"]:
            return Says(tuple(_nearest(found["same"], told)))
        return Says((), tuple(found["against"]))


def _standing(prefix: str) -> Iterator[Standing]:
    rows = Entry.objects.order_by("stream", "version")
    rows = (
        rows.filter(stream__startswith=prefix)
        if prefix.endswith("/")
        else rows.filter(stream=prefix)
    )
    bodies: dict[str, list[dict[str, Any]]] = {}
    versions: dict[int, int] = {}
    for number, stream, version, body in rows.values_list("number", "stream", "version", "body"):
        bodies.setdefault(stream, []).append(msgspec.json.decode(body))
        versions[number] = version
    for stream, written in bodies.items():
        for number, act, _ in effective(written):
            yield Standing(number, stream, versions[number], act)


def _nearest(same: list[Standing], told: Told) -> list[Standing]:
    """Of several acts that fit, one that names this document already, else any; the last done: a
    text without a day tells of what is new, and of what was before it in passing."""
    cites = [one for one in same if _cites(told, one.act)]
    return sorted(cites or same, key=lambda one: one.act.done_on or "")[-1:]


def _days(told: Told, cites: bool, *days: str | None) -> Verdict | None:
    """The same where the days may be one, or the act rests on this very document without a day;
    against where they are near."""
    known = [day for day in days if day]
    if told.date is None:
        return "same" if cites or not known or any(_near(told, day) for day in known) else None
    if not known or any(may_be_one(told.date, day) for day in known):
        return "same"
    return "against" if any(_near(told, day) for day in known) else None


def _near(told: Told, day: str) -> bool:
    first, last = PartialDay.read(day).first, PartialDay.read(day).last
    about = timedelta(days=NEAR)
    return first - about <= told.day <= last + about


def _cites(told: Told, act: Act) -> bool:
    return told.reading.cited_as in act.sources


def _taken(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, OfficeTaken) or act.office != wanted.raw["office"]:
        return None
    if act.person == wanted.raw["person"]:
        seen = act.seen_first if act.since is None else None
        return _days(told, _cites(told, act), act.since, act.appointed_on, seen)
    alone = offices()[act.office].seats == 1 and not act.acting
    if alone and act.since and told.date and may_be_one(act.since, told.date):
        return "against"
    return None


def _left(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, OfficeLeft):
        return None
    person = Tenure.objects.filter(pk=act.tenure).values_list("person", flat=True).first()
    if person != wanted.person:
        return None
    after = (PartialDay.read(act.until).first - timedelta(days=1)).isoformat()
    return _days(told, _cites(told, act), act.until, after, act.done_on)


def _proposed(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, (CandidateProposed, OathTaken)) or act.kind != wanted.kind:
        return None
    if (act.person, act.office) != (wanted.raw["person"], wanted.raw["office"]):
        return None
    return _days(told, _cites(told, act), act.done_on)


def _vote(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, VoteTaken) or act.person != wanted.raw["person"]:
        return None
    if wanted.raw["office"] and act.office and act.office != wanted.raw["office"]:
        return None
    found = _days(told, _cites(told, act), act.done_on)
    if found == "same" and act.carried != (wanted.raw["carried"] == "yes"):
        return "against"
    return found


def _sitting(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, SittingHeld):
        return None
    found = _days(told, _cites(told, act), act.done_on)
    return found if found == "same" and (told.date or _cites(told, act)) else None


def _met(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    """A meeting told of parties is the sitting or visit of a body among them on that day."""
    if not isinstance(act, SittingHeld) or wanted.raw["type"] != "meeting":
        return None
    if act.body not in wanted.raw.get("parties", "").split():
        return None
    return _sitting(wanted, told, act)


def _agreement(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, AgreementSigned):
        return None
    ours = set(wanted.raw.get("parties", "").split())
    theirs = set(act.parties)
    if len(ours) > 1 and ours <= theirs:
        return _days(told, _cites(told, act), act.done_on)
    if ours & theirs and act.done_on and told.date and _cites(told, act):
        return "against"
    return None


def _event(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, EventHeld):
        return None
    raw, cites = wanted.raw, _cites(told, act)
    if raw.get("association") and raw.get("number") and raw["type"] == act.type:
        ours = (raw["association"], raw["number"])
        found = (act.association, str(act.number)) == ours
        return _days(told, cites, act.done_on) if found else None
    if (raw["type"] != act.type or told.date is None) and not cites:
        return None
    if raw.get("association") and told.date:
        alike = act.association == raw["association"] and raw["type"] == act.type
    elif parties := set(raw.get("parties", "").split()):
        alike = bool(parties & set(act.parties))
    else:
        alike = _alike(wanted, told, act, act.title.says(told.lang))
    return "same" if alike and _days(told, cites, act.done_on, act.until) == "same" else None


def _alike(wanted: Wanted, told: Told, act: Act, title: str) -> bool:
    ours = set(words_of(wanted.raw.get(f"title.{told.lang}", ""), told.lang))
    theirs = set(words_of(title, told.lang))
    common = len(ours & theirs)
    if _cites(told, act):
        return bool(ours) and common * 2 >= min(len(ours), len(theirs))
    return common > 1 and common * 2 >= max(len(ours), len(theirs))


def _member(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, MemberAdmitted) or not _institution(wanted, told, act.institution):
        return None
    return _days(told, _cites(told, act), act.done_on)


def _presidency(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, PresidencyTaken):
        return None
    if _institution(wanted, told, act.institution):
        return _days(told, _cites(told, act), act.since, act.elected, act.done_on)
    if told.date and any(
        day and may_be_one(day, told.date) for day in (act.since, act.elected, act.done_on)
    ):
        return "against"
    return None


def _institution(wanted: Wanted, told: Told, institution: Any) -> bool:
    ours = words_of(wanted.raw.get(f"institution.{told.lang}", ""), told.lang)
    return bool(ours) and set(ours) <= set(words_of(institution.says(told.lang), told.lang))


def _project(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, ProjectStarted) or not _alike(
        wanted, told, act, act.title.says(told.lang)
    ):
        return None
    ours = set(wanted.raw.get("parties", "").split())
    return "same" if not ours or ours & set(act.parties) or _cites(told, act) else None


def _called(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, ReferendumCalled):
        return None
    if wanted.raw["vote_on"]:
        return _days_of(wanted.raw["vote_on"], told, act.vote_on)
    return _days(told, _cites(told, act), act.done_on)


def _days_of(ours: str, told: Told, theirs: str) -> Verdict | None:
    if may_be_one(ours, theirs):
        return "same"
    apart = PartialDay.read(ours).first - PartialDay.read(theirs).first
    return "against" if abs(apart.days) <= NEAR else None


def _held(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    return _days(told, _cites(told, act), act.done_on) if isinstance(act, ReferendumHeld) else None


def _decided(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, ReferendumDecided):
        return None
    found = _days(told, _cites(told, act), act.done_on)
    return (
        "against" if found == "same" and act.adopted != (wanted.raw["adopted"] == "yes") else found
    )


def _law(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, LawAdopted):
        return None
    if wanted.raw["work"]:
        if act.work != wanted.raw["work"]:
            return None
        if told.date is None:  # a law is adopted once
            return "same"
        return _days(told, _cites(told, act), act.done_on, act.in_force_from)
    if not (told.date and act.done_on and may_be_one(told.date, act.done_on)):
        return None
    amended = set(wanted.raw.get("amends", "").split())
    if amended:
        return "same" if amended & set(act.amends) else None
    return "same" if _alike(wanted, told, act, act.title.says(told.lang)) else None


def _draft(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, DraftPublished) or act.done_on is None:
        return None
    if told.date is None:
        return "same" if _cites(told, act) else None
    return "same" if may_be_one(told.date, act.done_on) else None


def _decision(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, DecisionAdopted) or act.body != wanted.raw["body"]:
        return None
    if wanted.raw["number"]:
        number = wanted.raw["number"].partition("-")[0]
        if number != (act.number or "").partition("-")[0]:
            return None
        return _days(told, _cites(told, act), act.done_on)
    if told.date and act.done_on and may_be_one(told.date, act.done_on):
        return "same"
    return None


Compare = Callable[[Wanted, Told, Act], Verdict | None]
_COMPARED: dict[str, tuple[tuple[str, Compare], ...]] = {
    "office.taken/1": (("office/{office}", _taken),),
    "office.left/1": (("office/{office}", _left),),
    "candidate.proposed/1": (("office/{office}", _proposed),),
    "oath.taken/1": (("office/{office}", _proposed),),
    "vote.taken/1": (("body/{body}", _vote),),
    "sitting.held/1": (("body/{body}", _sitting),),
    "agreement.signed/1": (("agreement/", _agreement),),
    "event.held/1": (("event/", _event), ("body/", _met)),
    "member.admitted/1": (("association/{association}", _member),),
    "presidency.taken/1": (("association/{association}", _presidency),),
    "project.started/1": (("project/", _project),),
    "referendum.called/1": (("referendum/", _called),),
    "referendum.held/1": (("referendum/", _held),),
    "referendum.decided/1": (("referendum/", _decided),),
    "law.adopted/1": (("law/", _law),),
    "draft.published/1": (("draft/", _draft),),
    "decision.adopted/1": (("decision/", _decision),),
}
