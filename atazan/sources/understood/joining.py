"""Deeds told twice in one text are one: the fuller telling stands, the other adds what it knows."""

from __future__ import annotations

import re

import msgspec

from atazan.sources.understood.told import ActTold, Kind
from atazan.sources.understood.tongues.tables import words
from atazan.words import LANGS

_OF_PERSONS = frozenset({Kind.APPOINT, Kind.ELECT, Kind.RELEASE, Kind.NOMINATE, Kind.CONSENT})
_ALONE = frozenset({Kind.CALL_REFERENDUM, Kind.HOLD_REFERENDUM, Kind.DECLARE_RESULT})
_REFUSED = ".refused"
"""Ends the id of patterns of a petition refused: another deed than what was held on a provision."""
_FAR = 200
"""Deeds of a kind at most that one is compared with, so that a very long text stays linear."""
_STAGED = frozenset({Kind.PROJECT, Kind.HOLD_MEETING})
"""What is planned of these on another day is another deed than what was done."""
_RANK = {"done": 3, "denied": 3, "reported": 2, "planned": 1}


_CHAMBERS = frozenset().union(*(words(lang, "chambers") for lang in LANGS))
_STATE = re.compile(r"[«»\"“”]|of the republic of kazakhstan ?|республики казахстан ?")


def joined(acts: list[ActTold]) -> list[ActTold]:
    """The acts, each deed once, in the order of the text."""
    found: list[ActTold] = []
    of_kind: dict[Kind, list[int]] = {}
    for act in acts:
        places = of_kind.setdefault(act.kind, [])
        for at in places[-_FAR:]:
            if _same(found[at], act):
                found[at] = _one(found[at], act)
                break
        else:
            places.append(len(found))
            found.append(act)
    return found


_ASSOCIATIONS = ("ассоциац", "қауымдаст", "associat")


def _headed(one: ActTold, other: ActTold) -> bool:
    """Mami "headed the Association" where his Council was elected its chair."""
    if one.office or one.actors or not other.office:
        return False
    return any(stem in other.office.casefold() for stem in _ASSOCIATIONS)


def _ahead(act: ActTold) -> bool:
    return act.modality == "planned"


def _same(one: ActTold, other: ActTold) -> bool:
    if one.kind != other.kind or not _days_fit(one.date, other.date):
        return False
    if "denied" in (one.modality, other.modality) and one.modality != other.modality:
        return False
    if one.kind in _ALONE:
        return True
    if one.kind is Kind.HOLD_CONGRESS and _of_other_sort(one, other):
        return False
    if one.kind in _STAGED and _ahead(one) != _ahead(other) and one.date != other.date:
        return False
    if one.pattern != other.pattern and _REFUSED in one.pattern + other.pattern:
        return bool(one.objects) and one.objects == other.objects
    if one.kind is Kind.ELECT and (_headed(one, other) or _headed(other, one)):
        return True
    if one.kind in _OF_PERSONS:
        offices = not one.office or not other.office or _alike(one.office, other.office)
        proposed = one.kind is not Kind.NOMINATE or _meet(one.actors, other.actors)
        return offices and proposed and _meet(one.objects, other.objects)
    if one.kind is Kind.OATH:
        return _meet(one.actors, other.actors)
    if one.kind is Kind.HOLD_MEETING:
        mine, theirs = {*one.actors, *one.counterparts}, {*other.actors, *other.counterparts}
        return (
            not mine or not theirs or (bool(mine & theirs) and (mine <= theirs or theirs <= mine))
        )
    if one.kind is Kind.SIGN_AGREEMENT:
        mine, theirs = {*one.actors, *one.counterparts}, {*other.actors, *other.counterparts}
        same = one.objects == other.objects and " " in "".join(one.objects)
        meet = same or not mine or not theirs or bool(mine & theirs)
        return meet and _objects_alike(one, other)
    if one.kind is Kind.ADOPT_LAW and (one.modality == "planned") != (other.modality == "planned"):
        return False
    if one.kind is Kind.DECIDE_CASE and one.modality != other.modality:
        return bool(one.objects and other.objects) and _objects_alike(one, other)
    if one.kind is Kind.ADOPT_LAW and _by_chamber(one) != _by_chamber(other):
        return not one.actors or not other.actors
    return _objects_alike(one, other)


def _by_chamber(act: ActTold) -> bool:
    return any(actor.casefold().split()[0] in _CHAMBERS for actor in act.actors)


def _bare(act: ActTold) -> bool:
    """Whether an event is told by its sort alone: "the forum"."""
    return len(act.objects) == 1 and " " not in act.objects[0]


def _of_other_sort(one: ActTold, other: ActTold) -> bool:
    """Whether an event told by its sort alone is of another sort: «съезд», a round table."""
    for bare, named in ((one, other), (other, one)):
        if _bare(bare) and named.objects:
            stem = bare.objects[0].casefold()[:_STEM]
            return stem in _EVENTS and stem not in named.objects[0].casefold()
    return False


_STEM = 4
_EVENTS = frozenset("семи съез конф конг симп дөңг конк фору".split())


def _objects_alike(one: ActTold, other: ActTold) -> bool:
    if not one.objects or not other.objects:
        return True
    if one.kind is Kind.HOLD_CONGRESS and any(_bare(each) for each in (one, other)):
        return True
    return any(_alike(mine, theirs) for mine in one.objects for theirs in other.objects)


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _alike(one: str, other: str) -> bool:
    """One name says the other in fewer words."""
    plain = (" ".join(_STATE.sub("", name.casefold()).split()) for name in (one, other))
    small, large = sorted(plain, key=len)
    return large.startswith(small) or small in large


def _days_fit(one: str | None, other: str | None) -> bool:
    return not one or not other or one.startswith(other) or other.startswith(one)


def _one(one: ActTold, other: ActTold) -> ActTold:
    fuller = _weight(one) >= _weight(other)
    if one.kind is Kind.SIGN_AGREEMENT:  # who signed is told first, those who held the pen after
        whole = bool(one.actors and one.counterparts and one.objects)
        fuller = whole or _weight(one)[:2] >= _weight(other)[:2]
    first, second = (one, other) if fuller else (other, one)
    longer = max((first.date, second.date), key=lambda day: len(day or ""))
    return msgspec.structs.replace(
        first,
        date=longer,
        actors=first.actors or second.actors,
        objects=first.objects or second.objects,
        office=first.office or second.office,
        counterparts=first.counterparts or second.counterparts,
        confidence=max(first.confidence, second.confidence),
    )


def _weight(act: ActTold) -> tuple[int, int, float]:
    parts = len(act.actors) + len(act.objects) + len(act.counterparts) + bool(act.office)
    return _RANK[act.modality], parts + bool(act.date), act.confidence
