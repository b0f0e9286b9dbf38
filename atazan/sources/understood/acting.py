"""From patterns met in sentences to the acts a text tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from atazan.sources.understood.dating import AT_SITTINGS, HOLDS_ON, day_called_for, day_of
from atazan.sources.understood.filling import Filled, Scene, fill, scene
from atazan.sources.understood.joining import joined
from atazan.sources.understood.mention import Day, Mention, Speech
from atazan.sources.understood.patterns import Frame
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.told import ActTold, Kind, Modality
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import Trigger, triggers
from atazan.words import LANGS, Lang

_PERSONAL: dict[Lang, frozenset[str]] = {lang: words(lang, "personal") for lang in LANGS}
_PARTIES: dict[Lang, frozenset[str]] = {lang: words(lang, "parties") for lang in LANGS}
_OF_PERSONS = frozenset({Kind.APPOINT, Kind.ELECT, Kind.RELEASE})
_T = TypeVar("_T", Mention, Day, Speech)


class _Before(NamedTuple):
    """What holds on from the sentences before: the person spoken of, the parties, the day."""

    person: Mention | None = None
    parties: tuple[Mention, ...] = ()
    day: Day | None = None
    told_at: int = -100


def acts(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    days: Sequence[Day],
    speech: Sequence[Speech],
) -> tuple[ActTold, ...]:
    """The acts a text tells, each once, in its order."""
    found: list[ActTold] = []
    before = _Before()
    for number, sentence in enumerate(sentences):
        met = triggers(sentence)
        here = list(_within(mentions, sentence))
        if met:
            told = scene(sentence, here, text)
            its_days = list(_within(days, sentence))
            for one in _told(told, met, its_days, before, number):
                filled, act = one
                found.append(_as_said(act, speech))
                before = _after(before, filled, act, its_days, number)
        person = next((one for one in here if one.sort == "person"), None)
        before = before._replace(person=person or before.person)
    return tuple(joined(found))


def _within(all_: Sequence[_T], sentence: Sentence) -> Iterator[_T]:
    at = bisect_left(all_, sentence.start, key=lambda one: one.start)
    while at < len(all_) and all_[at].start < sentence.end:
        yield all_[at]
        at += 1


def _told(
    told: Scene, met: list[Trigger], days: list[Day], before: _Before, number: int
) -> Iterator[tuple[Filled, ActTold]]:
    heads = frozenset(one.head for one in met)
    claimed: set[int] = set()
    for trigger in met:
        if trigger.head in claimed or _no_deed(trigger):
            continue
        filled = _with_before(told, trigger, fill(told, trigger, heads), before, number)
        if not _has(filled, trigger.pattern.frame):
            continue
        claimed.add(trigger.head)
        claimed.update(trigger.others)
        day = _day(told, trigger, days, before, number)
        yield filled, _act(told, trigger, filled, day)
        if trigger.pattern.pattern.also:
            called = day_called_for(told.sentence, trigger, days)
            if called:
                yield Filled((), (), None, (), 0.0), _called(told, trigger, called)


def _no_deed(trigger: Trigger) -> bool:
    """A norm ("is elected for six years") tells no deed."""
    form = trigger.form
    return form.time == "present" and form.voice == "passive"


def _with_before(
    told: Scene, trigger: Trigger, filled: Filled, before: _Before, number: int
) -> Filled:
    """What the sentence itself leaves out, from what was told before."""
    sentence, frame = told.sentence, trigger.pattern.frame
    small = {word.small for word in sentence.words}
    kind = trigger.pattern.kind
    person = before.person
    speaks = bool(small & _PERSONAL[sentence.lang])
    alone = speaks or all(one.mention.sort != "person" for one in told.names)
    if person and kind in _OF_PERSONS and not filled.objects and alone and filled.office:
        return filled._replace(objects=(person,), cost=filled.cost + 0.4)
    if person and kind is Kind.OATH and not filled.actors and alone:
        return filled._replace(actors=(person,), cost=filled.cost + 0.4)
    if (
        person
        and speaks
        and not filled.actors
        and not frame.parties
        and trigger.form.voice == "active"
    ):
        return filled._replace(actors=(person,), cost=filled.cost + 0.4)
    if frame.parties and len(filled.actors) + len(filled.counterparts) < 2:
        if before.parties and (small & _PARTIES[sentence.lang] or kind is Kind.SIGN_AGREEMENT):
            first, *others = dict.fromkeys((*before.parties, *filled.actors, *filled.counterparts))
            return filled._replace(
                actors=(first,), counterparts=tuple(others), cost=filled.cost + 0.5
            )
    return filled


def _has(filled: Filled, frame: Frame) -> bool:
    """Whether the parts without which there is no act were found."""
    return all(any(_is_there(filled, one) for one in need.split("|")) for need in frame.needs)


def _is_there(filled: Filled, need: str) -> bool:
    name, _, sort = need.partition(":")
    found = getattr(filled, name)
    if name == "office":
        return found is not None
    return any(not sort or one.sort == sort for one in found)


def _day(
    told: Scene, trigger: Trigger, days: list[Day], before: _Before, number: int
) -> Day | None:
    pattern = trigger.pattern
    if pattern.pattern.also:
        called = day_called_for(told.sentence, trigger, days)
        days = [one for one in days if one is not called]
    found = day_of(told.sentence, trigger, days)
    if found or days or trigger.form.time in ("future", "infinitive"):
        return found
    holds = before.day and number - before.told_at <= HOLDS_ON
    return before.day if holds and pattern.kind in AT_SITTINGS else None


def _act(told: Scene, trigger: Trigger, filled: Filled, day: Day | None) -> ActTold:
    pattern = trigger.pattern.pattern
    start, end = _span(told.sentence, trigger, filled)
    return ActTold(
        kind=trigger.pattern.kind,
        date=day.day if day else None,
        actors=_names(filled.actors),
        objects=_names(filled.objects),
        office=filled.office.name if filled.office else None,
        counterparts=_names(filled.counterparts),
        modality=_modality(trigger, pattern.planned, pattern.denied),
        confidence=max(0.05, round(0.95 - 0.2 * filled.cost, 2)),
        start=start,
        end=end,
        pattern=trigger.pattern.name,
    )


def _called(told: Scene, trigger: Trigger, day: Day) -> ActTold:
    """The deed to come that a call sets a day for."""
    head = told.sentence.words[trigger.head]
    also = trigger.pattern.pattern.also
    assert also is not None
    modality: Modality = "denied" if trigger.form.negated else "planned"
    return ActTold(
        kind=also,
        date=day.day,
        actors=(),
        objects=(),
        office=None,
        counterparts=(),
        modality=modality,
        confidence=0.85,
        start=min(head.start, day.start),
        end=max(head.end, day.end),
        pattern=trigger.pattern.name,
    )


def _names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(one.called if one.sort == "person" else one.name for one in mentions)
    )


def _span(sentence: Sentence, trigger: Trigger, filled: Filled) -> tuple[int, int]:
    words = [sentence.words[one] for one in (trigger.head, *trigger.others)]
    parts = [*filled.actors, *filled.objects, *filled.counterparts]
    parts += [filled.office] if filled.office else []
    here = [one for one in parts if sentence.start <= one.start < sentence.end]
    places = [(one.start, one.end) for one in (*words, *here)]
    return min(one for one, _ in places), max(one for _, one in places)


def _modality(trigger: Trigger, planned: bool, denied: bool) -> Modality:
    if trigger.form.negated != denied:
        return "denied"
    if planned or (trigger.form.time in ("future", "infinitive") and trigger.form.voice != "noun"):
        return "planned"
    return "done"


def _as_said(act: ActTold, speech: Sequence[Speech]) -> ActTold:
    """The act with who says it, where it stands in someone's speech."""
    for one in speech:
        if one.start <= act.start and act.end <= one.end:
            modality: Modality = "reported" if act.modality == "done" else act.modality
            return msgspec.structs.replace(act, modality=modality, said_by=one.speaker or None)
    return act


def _after(before: _Before, filled: Filled, act: ActTold, days: list[Day], number: int) -> _Before:
    if act.modality == "done" and filled.actors and filled.counterparts:
        before = before._replace(parties=(*filled.actors, *filled.counterparts))
    found = next((one for one in days if one.day == act.date), None)
    if found and act.modality == "done":
        before = before._replace(day=found, told_at=number)
    return before
