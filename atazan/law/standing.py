"""How a provision stood on a day, found from what happened to it: pure, no database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from atazan.law.event import Event
from atazan.rules import effects
from atazan.rules.book import NoRuleInForce, RuleBook
from atazan.rules.day import PartialDay
from atazan.rules.decisions import Question
from atazan.rules.finding import Finding
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.rules.works import Work

BY_FATE = {
    "stands": "conforming_confirmed",
    "repealed": "held_unconstitutional",
    "ceases": "ceased",
    "applies_as_interpreted": "applies_as_interpreted",
    "read_as_interpreted": "officially_interpreted",
}
BY_LAWMAKER = {
    "inserted": "in_force",
    "commenced": "in_force",
    "amended": "amended",
    "renumbered": "renumbered",
    "repealed": "repealed",
}
BY_EITHER = {"suspended": "suspended", "void_from": "void", "interim_rule": "interim_rule"}
"""What the lawmaker or the Court may do alike."""
NOT_IN_TEXT = "not_in_text"
"""The text of that day is held and has no such provision."""
ARTICLE_AMENDED = "article_amended"
"""What contains it was amended later; whether this part changed is not on record."""
STATES = (
    *dict.fromkeys((*BY_LAWMAKER.values(), *BY_FATE.values(), *BY_EITHER.values())),
    *(ARTICLE_AMENDED, "not_yet", "in_part", "work_ended", "reviewed", "cannot_be_signed"),
    NOT_IN_TEXT,
)
FALLEN = frozenset({"repealed", "held_unconstitutional", "ceased", "cannot_be_signed", "void"})
NOT_APPLIED = FALLEN | {"not_yet", "work_ended", "suspended", NOT_IN_TEXT}
ONE_TEXT = frozenset({"inserted", "amended"})
"""What may be done to the text of one language, and leave that of another as it was."""
_BEGIN = frozenset({"inserted", "commenced"})


class Seen(Protocol):
    """What the texts held show of a provision on a day; None where none tells."""

    def present(self, provision: str) -> bool | None:
        """Whether the text of that day has it."""

    def left_alone(self, provision: str, by: Event) -> bool | None:
        """Whether its own words are the same before the event and on that day."""

    def compared(self, by: Event) -> bool:
        """Whether the texts of other languages could show an event seen in one alone."""


class Standing(Struct, frozen=True):
    """How a provision stood on `day`, and all that happened to it before and after.

    `state` is one of STATES; `by` the event that made it so, None where nothing on record did.
    `finding` is what the rules say of a decision's effect, `binding` whether the decision still
    binds that day. `children` are the parts of it that something had happened to. `in_text`:
    whether the text of that day has it (None: no text is held); `spared_by`: the last amendment of
    what contains it that the texts show to have left its own words as they were. `only_in`: the one
    language whose text was changed; both have equal force, so that the provision was amended.
    """

    work: Work
    provision: str
    day: date
    state: str
    since: PartialDay | None = None
    by: Event | None = None
    finding: Finding | None = None
    binding: Finding | None = None
    history: tuple[Event, ...] = ()
    children: tuple[str, ...] = ()
    in_text: bool | None = None
    spared_by: Event | None = None
    only_in: Lang | None = None

    @property
    def applies(self) -> bool:
        """Whether it is to be applied that day, wholly or in part."""
        return self.state not in NOT_APPLIED

    @property
    def inherited_from(self) -> str | None:
        """The provision it is part of (or `whole`) that the state comes from."""
        if self.by is None or self.by.relation != "parent":
            return None
        return self.by.provision

    @property
    def confidence(self) -> str:
        """As sure as the event it rests on; low where the record only shows nothing against it,
        medium where the text of the day has it."""
        if self.by is not None:
            return self.by.confidence
        if self.state in ("work_ended", "not_yet", NOT_IN_TEXT):
            return "high"
        return "medium" if self.in_text else "low"

    @property
    def sources(self) -> tuple[str, ...]:
        return self.by.sources if self.by is not None else ()

    @property
    def next(self) -> Event | None:
        """The first event after the day, if the record knows one."""
        return next((e for e in self.history if not e.counts_on(self.day)), None)

    @property
    def told_as(self) -> str:
        """The state as readers are told it: a repeal only so far, a change of one text alone."""
        by = self.by
        if self.state == "repealed" and by is not None and by.extent is not None:
            return "repealed_so_far"
        if self.only_in is None or by is None:
            return self.state
        return f"{by.effect}_{self.only_in}"

    def says(self, lang: Lang) -> str:
        """The state in one sentence, in the verb of the law of that day."""
        if self.finding is not None and self.state in BY_FATE.values():
            return self.finding.says(lang)
        since = self.since.first if self.since is not None and self.since.exact else self.since
        key = f"law.says.{self.told_as}"
        if self.state == "in_force" and self.provision != "whole":
            key = self._silence() or key
        if key == "law.says.spared" and self.spared_by is not None:
            since = self.spared_by.since
        return phrase(key, lang, {"since": since or "…", "work": self.work.short.says(lang)})

    def _silence(self) -> str | None:
        """What to say of a provision in force of which nothing itself is on record."""
        if self.by is not None and self.by.provision != "whole":
            return None
        if self.spared_by is not None:
            return "law.says.spared"
        if self.in_text:
            return "law.says.in_text"
        return "law.says.untouched" if self.by is None else "law.says.work_in_force"


def stand(
    work: Work,
    provision: str,
    events: Sequence[Event],
    day: date,
    book: RuleBook,
    seen: Seen | None = None,
) -> Standing:
    """How the provision stood on `day`; `events` are all that touch it, whatever their day.

    The end of the whole work goes before everything else. Among the rest the latest event wins, on
    one day the one nearest to the provision. An amendment of an article says nothing sure of its
    paragraphs: that it happened is told, not that they changed, unless the texts (`seen`) show that
    they did not. What the text of the day does not have is not in force.
    """
    gainsaid = {event.id for event in events if _gainsaid(event, seen)}
    history = tuple(sorted((_told_of(event, seen) for event in events), key=_order))
    past = [event for event in history if event.holds_on(day)]
    spared = _spared(provision, past, seen)
    past = [event for event in past if event not in spared and event.id not in gainsaid]
    children = tuple(dict.fromkeys(e.provision for e in past if e.relation == "child"))
    found = _of_work(work, provision, day) or _of_events(work, provision, past, history, day, book)
    fell = _part_that_fell(past, work, day, book)
    if fell is not None and found.applies and found.state != "in_part":
        found = Standing(work, provision, day, "in_part", fell.since, fell.by, None, fell.binding)
    in_text = seen.present(provision) if seen is not None and provision != "whole" else None
    found = replace(found, history=history, children=children, in_text=in_text)
    if in_text is False and _on_silence(found):
        return replace(found, state=NOT_IN_TEXT, since=None, by=None)
    return replace(
        found, spared_by=spared[-1] if spared else None, only_in=_only_in(found.by, past)
    )


def _told_of(event: Event, seen: Seen | None) -> Event:
    """The event; of no language where only the text of one is held to show it."""
    if event.lang is None or seen is None or seen.compared(event):
        return event
    return replace(event, lang=None)


def _only_in(by: Event | None, past: Sequence[Event]) -> Lang | None:
    """The one language in which what made it stand so changed it and its parts that day."""
    if by is None or by.lang is None or by.relation != "own" or by.effect not in ONE_TEXT:
        return None
    that_day = [one for one in past if one.relation in ("own", "child") and one.since == by.since]
    langs = {one.lang for one in that_day if one.by_decision is None} | {by.lang}
    return by.lang if langs == {by.lang} else None


def _spared(provision: str, past: Sequence[Event], seen: Seen | None) -> list[Event]:
    """The amendments around it that the texts show to have left its own words as they were."""
    if seen is None:
        return []
    return [one for one in past if _around(one) and seen.left_alone(provision, one)]


def _gainsaid(event: Event, seen: Seen | None) -> bool:
    """Whether the text of one language alone showed a repeal, and another has the provision."""
    alone = event.effect == "repealed" and event.lang is not None
    return alone and seen is not None and seen.present(event.provision) is True


def _on_silence(found: Standing) -> bool:
    """Whether it only seems in force because nothing that touched it itself is on record."""
    own = found.by is not None and found.by.relation == "own"
    return found.state in ("in_force", ARTICLE_AMENDED) and not own


def _order(event: Event) -> tuple[date, bool, bool, bool, int]:
    """In time; on one day a repeal comes before what took the place of the repealed."""
    own, part = event.relation == "own", event.extent is not None
    return (event.since.first, event.effect != "repealed", own, part, event.entry)


def _of_work(work: Work, provision: str, day: date) -> Standing | None:
    if work.in_force_until is not None and day >= work.in_force_until:
        since = PartialDay.read(work.in_force_until.isoformat())
        return Standing(work, provision, day, "work_ended", since)
    begins = work.in_force_from or work.adopted
    if begins is not None and day < begins:
        return Standing(work, provision, day, "not_yet", PartialDay.read(begins.isoformat()))
    return None


def _of_events(
    work: Work,
    provision: str,
    past: Sequence[Event],
    history: Sequence[Event],
    day: date,
    book: RuleBook,
) -> Standing:
    begins = _begins(history)
    if begins is not None and not begins.counts_on(day):
        return Standing(work, provision, day, "not_yet", begins.since)
    telling = _without_revival([event for event in past if _tells(event)])
    around = [event for event in past if _around(event)]
    if around and (not telling or _only_begun(telling[-1], around[-1])):
        return Standing(work, provision, day, ARTICLE_AMENDED, around[-1].since, around[-1])
    if telling:
        return _by_event(work, provision, telling[-1], day, book)
    started = work.in_force_from
    since = PartialDay.read(started.isoformat()) if started is not None else None
    return Standing(work, provision, day, "in_force", since)


def _begins(history: Sequence[Event]) -> Event | None:
    """What the provision begins with: the first event nearest to it, where that puts it in force.

    A law in force may hold an article that begins later, and an article a later paragraph; what
    was inserted into the text begins with its commencement, where that has a day of its own.
    """
    near = [event for event in history if event.relation != "child" and event.effect in _BEGIN]
    if not near:
        return None
    nearest = max(near, key=lambda event: (event.provision != "whole", len(event.provision)))
    same = [event for event in history if event.provision == nearest.provision]
    first = list(takewhile(lambda event: event.effect in _BEGIN, same))
    commenced = [event for event in first if event.effect == "commenced"]
    return next(iter(commenced or first), None)


def _tells(event: Event) -> bool:
    """Whether the event decides how this provision stands."""
    if event.relation == "child":
        return False
    return event.relation == "own" or event.effect not in ("amended", "renumbered")


def _without_revival(telling: Sequence[Event]) -> list[Event]:
    """Without the commencement of what contains a provision that was repealed itself before."""
    found: list[Event] = []
    for event in telling:
        begins = event.effect == "commenced" and event.relation != "own"
        if not (begins and found and found[-1].relation == "own" and _repealed(found[-1])):
            found.append(event)
    return found


def _repealed(event: Event) -> bool:
    return event.effect == "repealed" and event.by_decision is None


def _around(event: Event) -> bool:
    """Whether it amended what contains the provision, short of the whole work."""
    return (
        event.relation not in ("own", "child")
        and event.provision != "whole"
        and event.effect == "amended"
    )


def _only_begun(last: Event, around: Event) -> bool:
    """Whether the last thing told of the provision is that it, or its work, began before that."""
    began = last.effect in _BEGIN and (last.relation != "own" or last.since != around.since)
    return began and last.since.first <= around.since.first


def _by_event(work: Work, provision: str, event: Event, day: date, book: RuleBook) -> Standing:
    if event.effect in BY_EITHER:
        return Standing(work, provision, day, BY_EITHER[event.effect], event.since, event)
    if event.by_decision is None:
        state = BY_LAWMAKER[event.effect]
        return Standing(work, provision, day, state, event.since, event)
    effect = _effect(work, event, book)
    exact = event.since.exact  # without a day the sentences of the rules would name a wrong one
    if effect is None:
        state, finding = "reviewed", None
    else:
        state = BY_FATE.get(effect.fate, effect.fate)
        finding = effects.standing(effect, max(day, effect.decided_on)) if exact else None
    if state in FALLEN and (event.extent is not None or event.span):
        state = "in_part"
    binding = _binding(event, day, book) if exact else None
    return Standing(work, provision, day, state, event.since, event, finding, binding)


def _effect(work: Work, event: Event, book: RuleBook) -> effects.Effect | None:
    """What the decision did by the rules of its own day; None where they do not say."""
    decided = event.decided_on or event.since.first
    question: Question = "act_in_force"
    if event.effect == "official_interpretation":
        question = "constitution_interpretation"
    elif work.adopted is not None and decided < work.adopted:
        question = "law_before_signature"
    try:
        return effects.effect_of(
            event.effect,  # type: ignore[arg-type]
            question,
            decided,
            book,
            event.since.first if event.since.first != decided else None,
        )
    except (NoRuleInForce, effects.NoOtherDay):
        return None


def _binding(event: Event, day: date, book: RuleBook) -> Finding | None:
    try:
        return effects.still_binding(event.decided_on or event.since.first, day, book)
    except NoRuleInForce:
        return None


def _part_that_fell(
    past: Sequence[Event], work: Work, day: date, book: RuleBook
) -> Standing | None:
    """The last part of it found unconstitutional, by the last event on each part.

    A paragraph that the lawmaker repealed is no longer part of the article: nothing is missing.
    """
    last = {event.provision: event for event in past if event.relation == "child"}
    held = [event for event in last.values() if event.by_decision is not None]
    states = [_by_event(work, e.provision, e, day, book) for e in held]
    fallen = [one for one in states if one.state in FALLEN or one.state == "in_part"]
    return fallen[-1] if fallen else None
