"""From patterns met in sentences to the acts a text tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

import msgspec

from atazan.sources.understood.amended import amended, told_of
from atazan.sources.understood.before import (
    LISTED,
    Before,
    after,
    chamber,
    court,
    past,
    titled,
    topic_of,
)
from atazan.sources.understood.completing import completed
from atazan.sources.understood.dating import day_called_for, day_of
from atazan.sources.understood.filling import Filled, Scene, fill, scene
from atazan.sources.understood.following import added, follows
from atazan.sources.understood.held import announced, day_before, dayline, heading, on_visit, sits
from atazan.sources.understood.joining import joined
from atazan.sources.understood.mention import Day, Mention, Speech
from atazan.sources.understood.offices import office_name
from atazan.sources.understood.official import (
    is_paper,
    ordered,
    ordering,
    paper_day,
    resolved,
    resolving,
)
from atazan.sources.understood.patterns import Frame
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.sureness import sure
from atazan.sources.understood.told import ActTold, Kind, Modality
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import Trigger, triggers

CALLED_FOR = 0.3
"""What speaks against a vote told of only by its call."""
_CALLED = ("person", "body")
"""Named by their fullest name in the text."""
_HELD = frozenset(
    {Kind.HOLD_CONGRESS, Kind.HOLD_MEETING, Kind.HOLD_REFERENDUM, Kind.PROJECT, Kind.PUBLISH_DRAFT}
)
"""Resolving these does not do them."""
_T = TypeVar("_T", Mention, Day, Speech)


def acts(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    days: Sequence[Day],
    speech: Sequence[Speech],
) -> tuple[ActTold, ...]:
    """The acts a text tells, each once, in its order."""
    found: list[ActTold] = []
    before, last = (
        Before(
            body=chamber(mentions),
            chamber=chamber(mentions),
            court=court(mentions),
            paper_day=paper_day(sentences, days),
        ),
        0,
    )
    official = is_paper(sentences)
    for number, sentence in enumerate(sentences):
        met = triggers(sentence, topic_of(sentence, before))
        here = _within(mentions, sentence)
        called = len(found) == last + 2 and found[-1].kind is Kind.HOLD_REFERENDUM
        ahead = sentence.lang == "ru" and any(one.form.time == "future" for one in met)
        if (called or len(found) == last + 1) and follows(sentence) and not ahead:
            told = scene(sentence, here, text)
            found[last] = added(found[last], told, _within(days, sentence))
        last = len(found)
        orders = official and before.resolver is None and ordering(sentence)
        resolves = orders or resolving(sentence)
        its_days = _outside(_within(days, sentence), here)
        if met or resolves:
            told = scene(sentence, here, text)
            before = titled(before, told)
            if orders:
                before = ordered(before, sentences[:2], mentions, days, sentence)
            elif resolves:
                before = resolved(told, before, mentions, days, number)
            if sentence.lang == "kk" and before.paper_day and before.resolver is None:
                orders = any(one.form.time == "infinitive" for one in met)
                # minutes: «Шешім: … келісім берілмесін»
                before = before._replace(resolver=before.body if orders else None)
            quoted = [one for one in _within(speech, sentence) if one.direct] if speech else []
            for filled, act in _told(told, met, its_days, before, number, quoted):
                said = _as_said(_same_law(act, found, sentence), speech)
                if found and number and _was_not_so(found[-1], said, sentences[number - 1]):
                    found[-1] = msgspec.structs.replace(found[-1], modality="denied")
                    continue
                found.append(said)
                before = after(before, filled, said, its_days, number)
        elif number < 2 and announced(sentence):
            before = heading(before, [], its_days, number)._replace(coming=True, listed_at=1_000)
        elif (
            its_days
            and not here
            and (headed := dayline(before, sentence, its_days, number)) != before
        ):
            before = headed
        elif its_days and _heads_list(sentence):
            dated = [one._replace(of="act") for one in its_days]
            before = heading(before, here, dated, number)
        elif text[sentence.end - 3 : sentence.end].rstrip().endswith(":"):
            before = heading(before, here, its_days, number)
        if len(found) == last and sentence.lang in ("ru", "en"):
            before = sits(before, sentence, its_days, number)
        before = past(before, sentence, here, number)
        if found and _takes_back(sentence) and (sentence.lang != "kk" or len(found) == last):
            found[-1] = msgspec.structs.replace(found[-1], modality="denied")
    laws = amended(mentions)
    return tuple(joined([told_of(one, laws) for one in found] if laws else found))


_BRIEF = 9
"""Words at most of a Kazakh sentence that only takes back the one before."""
_SO_SAID = words("kk", "so_said")
_REFUTES = words("kk", "refutes")


def _was_not_so(last: ActTold, act: ActTold, sentence: Sentence) -> bool:
    """Whether a deed said to have been done is now denied: «… деген сөз тарады. … жоқ»."""
    return (
        sentence.lang == "kk"
        and act.modality == "denied"
        and last.kind is act.kind
        and last.modality != "denied"
        and sentence.start <= last.start < sentence.end
        and not _SO_SAID.isdisjoint(sentence.said)
    )


_IT = words("en", "them")


def _same_law(act: ActTold, found: Sequence[ActTold], sentence: Sentence) -> ActTold:
    """Passing "it" or "them" where a law was just amended is amending: the act, of that kind."""
    if act.kind is not Kind.ADOPT_LAW or sentence.lang != "en" or _IT.isdisjoint(sentence.said):
        return act
    amends = (one for one in found[-3:] if one.kind is Kind.AMEND_LAW)
    if any(one.objects == act.objects for one in amends):
        return msgspec.structs.replace(act, kind=Kind.AMEND_LAW)
    return act


_HEADING = words("en", "heading")
_SHORT = 12


def _heads_list(sentence: Sentence) -> bool:
    """Whether a line names a decree and its day: "Resolution of the Senate of 27 March 2025"."""
    short = sentence.lang == "en" and len(sentence.words) <= _SHORT
    return short and not _HEADING.isdisjoint(sentence.smalls[:3])


_SITTING = words("en", "sitting")
_TAKES_BACK = words("en", "takes_back")


def _takes_back(sentence: Sentence) -> bool:
    """Whether a sentence only says that it was not so: "He has not."."""
    said = sentence.words
    if sentence.lang == "kk":  # «Бұл ақпарат расталмады»
        return len(said) <= _BRIEF and not _REFUTES.isdisjoint(sentence.said)
    return sentence.lang == "en" and len(said) <= 4 and said[-1].small in _TAKES_BACK


def _within(all_: Sequence[_T], sentence: Sentence) -> list[_T]:
    first = bisect_left(all_, sentence.start, key=_start)
    last, end = first, sentence.end
    for one in all_[first : first + 40]:
        if one.start >= end:
            return list(all_[first:last])
        last += 1
    return list(all_[first : bisect_left(all_, end, first, key=_start)])


def _outside(days: list[Day], mentions: list[Mention]) -> list[Day]:
    """The days that are not of a paper's name: "a Plan of joint actions for 2024–2026"."""
    papers = [one for one in mentions if one.sort == "document"] if days else []
    return [
        day
        for day in days
        if day.of == "paper" or not any(one.start < day.start < one.end for one in papers)
    ]


_start: Callable[[Mention | Day | Speech], int] = attrgetter("start")


def _told(
    whole: Scene,
    met: list[Trigger],
    days: list[Day],
    before: Before,
    number: int,
    quoted: Sequence[Speech] = (),
) -> Iterator[tuple[Filled, ActTold]]:
    heads = frozenset(one.head for one in met if not _no_deed(one, days))
    claimed: set[int] = set()
    nouns: set[tuple[Kind, int]] = set()
    spent: set[Mention] = set()
    for trigger in met:
        if trigger.head in claimed or _no_deed(trigger, days):
            continue
        told = _spoken(whole, trigger, quoted) if quoted else whole
        its_nouns = {(trigger.pattern.kind, one) for one in trigger.others}
        if its_nouns & nouns:
            continue
        filled = completed(told, trigger, fill(told, trigger, heads, spent), before, number)
        if not _has(filled, trigger.pattern.frame):
            continue
        claimed.update((trigger.head, *trigger.others))
        nouns |= its_nouns
        spent.update(filled.objects)
        day = _day(told, trigger, days, before, number)
        act = _act(told, trigger, filled, day, before)
        yield filled, act
        before = after(before, filled, act, days, number)
        if trigger.pattern.pattern.also:
            called = day_called_for(told.sentence, trigger, days)
            if called:
                yield Filled((), (), None, (), 0.0), _called(told, trigger, called)


def _spoken(told: Scene, trigger: Trigger, quoted: Sequence[Speech]) -> Scene:
    """What stands around a deed told within quotation marks: only what is quoted with it."""
    at = told.sentence.words[trigger.head].start
    for one in quoted:
        if one.start <= at < one.end:
            inside = (name for name in told.names if one.start <= name.mention.start < one.end)
            return told._replace(names=tuple(inside))
    return told


def _no_deed(trigger: Trigger, days: list[Day]) -> bool:
    """A norm ("is elected for six years") tells no deed."""
    form = trigger.form
    kind = trigger.pattern.kind
    goes_on = kind is Kind.PROJECT or (kind is Kind.ADOPT_LAW and bool(days))
    return form.time == "present" and form.voice == "passive" and not goes_on


def _has(filled: Filled, frame: Frame) -> bool:
    """Whether the parts without which there is no act were found."""
    return all(any(_is_there(filled, one) for one in need.split("|")) for need in frame.needs)


def _is_there(filled: Filled, need: str) -> bool:
    name, _, sort = need.partition(":")
    found = getattr(filled, name)
    if name == "office":
        return found is not None
    return any(not sort or one.sort == sort for one in found)


def _day(told: Scene, trigger: Trigger, days: list[Day], before: Before, number: int) -> Day | None:
    pattern = trigger.pattern
    if pattern.pattern.also:
        called = day_called_for(told.sentence, trigger, days)
        days = [one for one in days if one is not called]
    found = day_of(told.sentence, trigger, days)
    orders = before.resolver is not None
    to_come = trigger.form.time in ("future", "infinitive") and not (orders or before.coming)
    if not (found or days) and on_visit(told, trigger, before, number):
        return before.last
    if found or days or to_come:
        return found
    holds = orders or number - before.listed_at <= LISTED or before.paper_day is not None
    sits_on = told.sentence.lang == "en" and not _SITTING.isdisjoint(told.sentence.said)
    if trigger.form.negated and not (holds or sits_on):
        return None
    return day_before(told, trigger, before, number)


def _act(told: Scene, trigger: Trigger, filled: Filled, day: Day | None, before: Before) -> ActTold:
    pattern = trigger.pattern.pattern
    start, end = _span(told.sentence, trigger, filled)
    return ActTold(
        kind=trigger.pattern.kind,
        date=day.day if day else None,
        actors=_names(filled.actors),
        objects=_names(filled.objects),
        office=office_name(filled.office) if filled.office else None,
        counterparts=_names(filled.counterparts),
        modality=_modality(trigger, pattern.planned, pattern.denied, before),
        confidence=sure(filled.cost),
        cost=round(filled.cost, 3),
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
        confidence=sure(CALLED_FOR),
        cost=CALLED_FOR,
        start=min(head.start, day.start),
        end=max(head.end, day.end),
        pattern=trigger.pattern.name,
    )


def _names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.called if one.sort in _CALLED else one.name for one in mentions))


def _span(sentence: Sentence, trigger: Trigger, filled: Filled) -> tuple[int, int]:
    words = [sentence.words[one] for one in (trigger.head, *trigger.others)]
    parts = [*filled.actors, *filled.objects, *filled.counterparts]
    parts += [filled.office] if filled.office else []
    places = [(one.start, one.end) for one in words]
    places += [(one.start, one.end) for one in parts if sentence.start <= one.start < sentence.end]
    return min(one for one, _ in places), max(one for _, one in places)


def _modality(trigger: Trigger, planned: bool, denied: bool, before: Before) -> Modality:
    if trigger.form.negated != denied:
        return "denied"
    orders = trigger.pattern.kind not in _HELD
    if before.resolver and orders and trigger.form.time in ("infinitive", "future"):
        return "done"
    in_force = trigger.pattern.kind is Kind.ADOPT_LAW and (
        trigger.form.time,
        trigger.form.voice,
    ) == ("present", "passive")
    to_come = ("future",) if trigger.form.voice == "noun" else ("future", "infinitive")
    if planned or before.coming or trigger.form.time in to_come or in_force:
        return "planned"
    return "done"


def _as_said(act: ActTold, speech: Sequence[Speech]) -> ActTold:
    """The act with who says it, where it stands in someone's speech."""
    for one in speech:
        if one.start <= act.start and act.end <= one.end:
            modality: Modality = "reported" if act.modality == "done" else act.modality
            return msgspec.structs.replace(act, modality=modality, said_by=one.speaker or None)
    return act
