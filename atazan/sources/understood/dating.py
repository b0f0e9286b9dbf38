"""On which day a deed was done: the day told beside it, or one told just before."""

from __future__ import annotations

from atazan.sources.understood.mention import Day
from atazan.sources.understood.sentences import Sentence, Word
from atazan.sources.understood.told import Kind
from atazan.sources.understood.tongues import TONGUES
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import Trigger
from atazan.words import LANGS, Lang

HOLDS_ON = 3
"""A day told holds on for so many sentences more."""
AT_SITTINGS = frozenset(
    {
        Kind.ADMIT_MEMBER,
        Kind.ELECT,
        Kind.CONSENT,
        Kind.SIGN_AGREEMENT,
        Kind.DECIDE_CASE,
        Kind.ADOPT_LAW,
        Kind.AMEND_LAW,
        Kind.OATH,
        Kind.HOLD_MEETING,
        Kind.APPOINT,
    }
)
"""Deeds that are done at a sitting or during a visit whose day was told before."""

BY_PAPER = frozenset(
    {
        Kind.APPOINT,
        Kind.RELEASE,
        Kind.CALL_REFERENDUM,
        Kind.ADOPT_LAW,
        Kind.DECIDE_CASE,
        Kind.CONSENT,
        Kind.ELECT,
        Kind.AMEND_LAW,
    }
)
"""Deeds done by a paper: its day is theirs («Указом от 16 июня назначена»)."""


def day_of(sentence: Sentence, trigger: Trigger, days: list[Day]) -> Day | None:
    """The day of a deed among the days of its sentence; None where none is of an act."""
    best: tuple[float, Day] | None = None
    for day in days:
        goes_on = trigger.pattern.kind is Kind.PROJECT and _since(sentence, day)
        if (day.of == "term" and not goes_on) or day.how == "open" or _of_telling(sentence, day):
            continue
        cost = _cost(sentence, trigger, day)
        if day.of == "paper":
            if trigger.pattern.kind not in BY_PAPER:
                continue
            cost += 1.0
        if best is None or cost < best[0]:
            best = (cost, day)
    return best[1] if best and best[0] < TOO_DEAR else None


TOO_DEAR = 3.0
_PER_WORD = 0.06
_SINCE: dict[Lang, frozenset[str]] = {lang: words(lang, "since") for lang in LANGS}
_TELLS: dict[Lang, frozenset[str]] = {lang: words(lang, "tells") for lang in LANGS}


def _since(sentence: Sentence, day: Day) -> bool:
    """Whether a project is told to go on since a day."""
    if sentence.lang == "kk":  # «2023 жылдан бері»
        near = [one.small for one in sentence.words if one.end > day.start][:5]
        return not _SINCE["kk"].isdisjoint(near)
    before = [one.small for one in sentence.words if one.end <= day.start][-1:]
    return not _SINCE[sentence.lang].isdisjoint(before)


def _of_telling(sentence: Sentence, day: Day) -> bool:
    """Whether a day is the day someone told of it: «сообщили в четверг в пресс-службе»."""
    before = [one.small for one in sentence.words if one.end <= day.start][-2:]
    if sentence.lang == "ru" and before[-1:] == ["на"] and len(day.day) == 4:
        return True  # «план мероприятий на 2026 год»
    return not _TELLS[sentence.lang].isdisjoint(before)


def _cost(sentence: Sentence, trigger: Trigger, day: Day) -> float:
    said, tongue = sentence.words, TONGUES[sentence.lang]
    first = next((i for i, word in enumerate(said) if word.end > day.start), 0)
    last = next((i - 1 for i, word in enumerate(said) if word.start >= day.end), len(said) - 1)
    near = min(
        (trigger.head, *trigger.others), key=lambda one: min(abs(one - first), abs(one - last))
    )
    start, end = (last + 1, near) if last < near else (near + 1, first)
    between = range(start, end)
    if sentence.lang == "kk" and first > trigger.head + 1:
        # the verb ends a Kazakh clause: a day after it is of another
        return min(TOO_DEAR, len(between) * _PER_WORD + 1.2)
    if sentence.lang == "en" and _of_another(said, trigger, first):
        return 2.0
    if len(between) * _PER_WORD >= TOO_DEAR:
        return TOO_DEAR
    joined = (
        last < near and sentence.lang == "en" and any(said[one].small == "and" for one in between)
    )
    marks = range(min(near, last), max(near, first))
    commas = sum(1 for one in marks if said[one + 1].start - said[one].end > 1)
    barriers = sum(1 for one in between if tongue.barrier(said[one].small))
    return len(between) * _PER_WORD + commas * _COMMA + barriers * 1.2 + joined * 0.6


def _of_another(said: tuple[Word, ...], trigger: Trigger, first: int) -> bool:
    """A day of another deed: "the results of the referendum of 15 March"."""
    return (
        first > 1
        and said[first - 1].small == "of"
        and said[first - 2].small == "referendum"
        and first - 2 not in (trigger.head, *trigger.others)
    )


_COMMA = 0.25
"""What a mark between a day and its deed costs."""


_FOR: dict[Lang, frozenset[str]] = {lang: words(lang, "called_for") for lang in LANGS}
_DATIVE = frozenset("ға ге қа ке на не".split())
_LET = ("сын", "сін")
"""«7 маусымда референдум тағайындалсын»: a decree names the day of the vote."""


def day_called_for(sentence: Sentence, trigger: Trigger, days: list[Day]) -> Day | None:
    """The day a deed sets for another: «назначен на 15 марта», "for 15 March", «15 наурызға»."""
    for day in sorted(days, key=lambda one: abs(one.start - sentence.words[trigger.head].start)):
        inside = [at for at, word in enumerate(sentence.words) if day.start <= word.start < day.end]
        if day.of == "paper" or not inside:
            continue
        if sentence.lang == "kk":
            said = sentence.words[inside[-1] : inside[-1] + 2]
            ordered = sentence.words[trigger.head].small.endswith(_LET)
            if ordered or any(word.small[-2:] in _DATIVE for word in said):
                return day
        elif inside[0] and sentence.words[inside[0] - 1].small in _FOR[sentence.lang]:
            return day
    return None
