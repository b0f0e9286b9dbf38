"""Which mark a state or a deed bears: circle for the lawmaker, diamond for a court."""

from __future__ import annotations

from msgspec import Struct

from atazan.law.event import Event
from atazan.law.standing import Standing
from atazan.rules.day import PartialDay
from atazan.rules.works import Work

_MARKS = {
    "conforming_confirmed": "conforms",
    "held_unconstitutional": "ceased",
    "ceased": "ceased",
    "cannot_be_signed": "ceased",
    "applies_as_interpreted": "conforms_as_interpreted",
    "officially_interpreted": "official_interpretation",
    "reviewed": "outcome_not_found",
    "renumbered": "in_force",
    "amended": "in_force",
    "article_amended": "in_force",
    "work_ended": "repealed",
    "in_part": "does_not_conform_in_part",
    "not_in_text": "past",
    "suspended": "not_yet",
    "void": "ceased",
    "interim_rule": "conforms_as_interpreted",
}
_DEEDS = {
    "suspended": "not_yet",
    "void_from": "does_not_conform",
    "interim_rule": "conforms_as_interpreted",
}


class Mark(Struct, frozen=True):
    """The mark of a state (a code of the portal's marks) and the key of the words beside it."""

    code: str
    key: str


def mark_of(found: Standing) -> Mark:
    """Shape and words for a state: a diamond only where a court made it so."""
    state = found.state
    of_work_only = found.by is None or found.by.provision == "whole"
    if state == "in_force" and found.provision != "whole" and of_work_only and not found.in_text:
        return _of_parts(found) or Mark("not_said", "law.mark.not_said")
    if state == "in_part" and (found.by is None or not found.by.by_decision):
        return Mark("in_force", "law.mark.part_repealed")
    return Mark(_MARKS.get(state, state), f"law.mark.{found.told_as}")


def _of_parts(found: Standing) -> Mark | None:
    """What is known of the parts of a provision of which itself nothing is."""
    told = [one for one in found.history if one.relation == "child" and one.holds_on(found.day)]
    if not told:
        return None
    if all(one.effect in ("inserted", "commenced") for one in told):
        return Mark("in_force", "law.mark.parts_begun")
    return Mark("not_said", "law.mark.parts_said")


def mark_of_text(found: Standing) -> Mark:
    """The mark of a provision whose words stand in the text of the day: that much is known."""
    mark = mark_of(found)
    return Mark("in_force", "law.mark.in_force") if mark.code == "not_said" else mark


def mark_of_work(found: Standing) -> Mark:
    """The mark of a whole work: parts that fell do not make the work itself apply in part."""
    if found.state != "in_force" and not _of_a_part(found):
        return mark_of(found)
    key = "law.mark.adopted" if _unknown_start(found.work) else "law.mark.in_force"
    return Mark("in_force", key)


def since_of_work(found: Standing) -> PartialDay | None:
    """Since when a whole work stands so; an event on a part of it says nothing of that."""
    if not _of_a_part(found):
        return found.since
    begun = found.work.in_force_from
    return PartialDay.read(begun.isoformat()) if begun is not None else None


def _of_a_part(found: Standing) -> bool:
    return found.by is not None and found.by.relation == "child"


def _unknown_start(work: Work) -> bool:
    return work.in_force_from is None


def mark_of_deed(event: Event) -> Mark:
    """The mark of what was done; a decision that reaches only so far bears its own."""
    part = event.effect == "does_not_conform" and event.extent is not None
    code = "does_not_conform_in_part" if part else event.effect
    return Mark(_DEEDS.get(code, code), f"law.done.{code}")
