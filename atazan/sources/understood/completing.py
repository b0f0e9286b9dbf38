"""A deed's parts completed from what stands before it in the text."""

from __future__ import annotations

from atazan.sources.understood.actors import actors, as_bodies
from atazan.sources.understood.before import OF_PERSONS, Before
from atazan.sources.understood.filling import Filled, Scene
from atazan.sources.understood.here import CANDIDACY, ITS, PERSONAL, POST, THEY, Here
from atazan.sources.understood.parties import office_before, parties_of
from atazan.sources.understood.told import Kind
from atazan.sources.understood.triggers import Trigger


def completed(told: Scene, trigger: Trigger, filled: Filled, before: Before, number: int) -> Filled:
    """The parts found, with those that only stand before. `number` is that of the sentence."""
    here = Here(told, trigger, before, number)
    filled = _objects(here, filled)
    filled = actors(here, as_bodies(here, filled))
    return (
        parties_of(here, filled) if trigger.pattern.frame.parties else office_before(here, filled)
    )


def _objects(here: Here, filled: Filled) -> Filled:
    given = here.lang == "en" and filled.objects and here.trigger.form.voice != "noun"
    theirs = here.of_whom() if here.kind in OF_PERSONS and not given else None
    if theirs:
        actors = tuple(one for one in filled.actors if one != theirs)
        return filled._replace(objects=(theirs,), actors=actors, cost=filled.cost + 0.2)
    if here.kind in OF_PERSONS and here.active and here.takes_pronoun():
        person = here.other() or here.before.subject or here.before.person
        if person and all(one.sort != "person" for one in filled.objects):
            actors = tuple(one for one in filled.actors if one != person) or filled.objects
            if here.lang == "en" and not actors and here.person() != person:
                actors = tuple(one for one in (here.person(),) if one)
            return filled._replace(objects=(person,), actors=actors, cost=filled.cost + 0.3)
    if filled.objects:
        return filled
    sorts = here.trigger.pattern.frame.objects.sorts
    if here.says(ITS) or ("event" not in sorts and here.again()):
        thing = here.thing(sorts)
        if thing:
            return filled._replace(objects=(thing,), cost=filled.cost + 0.4)
    if here.speaks_first() and (speaker := here.speaker()):
        return filled._replace(objects=(speaker,), cost=filled.cost + 0.3)
    to_be = here.before.chosen if here.kind in (Kind.CONSENT, Kind.NOMINATE) else None
    person = to_be or here.before.subject or here.before.person
    if here.kind not in OF_PERSONS or not person:
        return filled
    speaks = here.says(PERSONAL)
    alone = all(one.mention.sort != "person" for one in here.told.names)
    if speaks:
        named = here.person() if here.trigger.form.voice == "noun" else None
        if here.says(THEY) and not named:
            return filled._replace(objects=here.before.subjects, cost=filled.cost + 0.4)
        found = named or to_be or here.before.subject or here.before.person
        return filled._replace(objects=(found,) if found else (), cost=filled.cost + 0.4)
    leaves = here.kind is Kind.RELEASE and here.active
    told = here.trigger.form.voice != "noun" and (filled.office or filled.actors or leaves)
    if here.kind is Kind.NOMINATE and here.lang == "ru" and not filled.office:
        told = here.says(CANDIDACY) or here.says(POST)  # «прокурор предложил десять лет»
    if alone and told:
        return filled._replace(objects=(person,), cost=filled.cost + 0.4)
    return filled
