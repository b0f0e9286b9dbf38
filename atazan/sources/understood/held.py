"""A day that holds on: of a sitting, a visit, a heading, a paper."""

from __future__ import annotations

from collections.abc import Sequence

from atazan.sources.understood.before import BY_DECREE, LISTED, Before
from atazan.sources.understood.dating import AT_SITTINGS, BY_PAPER, HOLDS_ON
from atazan.sources.understood.filling import Scene
from atazan.sources.understood.mention import Day, Mention
from atazan.sources.understood.official import HEAD
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.told import Kind
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import Trigger
from atazan.words import LANGS, Lang

_SAME_DAY: dict[Lang, frozenset[str]] = {lang: words(lang, "same_day") for lang in LANGS}
_DAY: dict[Lang, frozenset[str]] = {lang: words(lang, "day") for lang in LANGS}
_EARLIER: dict[Lang, frozenset[str]] = {lang: words(lang, "earlier") for lang in LANGS}
_SITTING: dict[Lang, frozenset[str]] = {lang: words(lang, "sitting") for lang in LANGS}
_WEEKDAYS: dict[Lang, frozenset[str]] = {lang: words(lang, "weekdays") for lang in LANGS}
_GREETS = 9
"""Words at most of a sentence that opens a post with its day."""
_HEADED = 6
"""Words of a line at most that is a day and heads what follows."""


def dayline(before: Before, sentence: Sentence, days: Sequence[Day], number: int) -> Before:
    """Before, after a line that is only a day: «Сейсенбі, 14 мамыр.»."""
    if sentence.lang == "kk" and number < HEAD and len(sentence.words) <= _GREETS:
        told = next((one for one in days if one.how == "relative" and len(one.day) == 10), None)
        if told:  # «Достар, бүгін қызықты күн болды!»
            return before._replace(day=told, told_at=number)
    if (
        len({one.day for one in days}) != 1
        or len(sentence.words) > _HEADED
        or len(days[0].day) < 10
        or _WEEKDAYS[sentence.lang].isdisjoint(sentence.said)
    ):
        return before
    day = days[0]
    outside = [
        one for one in sentence.words if not any(at.start <= one.start < at.end for at in days)
    ]
    if any(one.small not in _WEEKDAYS[sentence.lang] for one in outside):
        return before
    return before._replace(day=day, told_at=number, listed_at=max(number, before.listed_at))


_ANNOUNCES: dict[Lang, frozenset[str]] = {lang: words(lang, "announces") for lang in LANGS}


def announced(sentence: Sentence) -> bool:
    """Whether a text begins as a list of what is to come: «Анонсы на завтра, 24 октября»."""
    return any(word.small in _ANNOUNCES[sentence.lang] for word in sentence.words[:3])


def sits(before: Before, sentence: Sentence, days: Sequence[Day], number: int) -> Before:
    """Before, after a sentence that tells the day of a sitting and no deed."""
    day = next((one for one in days if one.of == "act" and one.how != "open"), None)
    if (
        day is None
        or len(day.day) < 10
        or _SITTING[sentence.lang].isdisjoint(one.small for one in sentence.words)
    ):
        return before
    return before._replace(day=day, told_at=number)


def heading(
    before: Before, mentions: Sequence[Mention], days: Sequence[Day], number: int
) -> Before:
    """Before, after a line that heads a list: «Сегодня на заседании Мажилиса:»."""
    body = next((one for one in mentions if one.sort == "body"), None)
    day = next((one for one in days if one.of == "act" and one.how != "open"), None)
    if body is None and day is None:
        return before
    return before._replace(
        listed=body or before.listed,
        body=body or before.body,
        day=day or before.day,
        listed_at=number,
        told_at=number if day else before.told_at,
    )


def day_before(told: Scene, trigger: Trigger, before: Before, number: int) -> Day | None:
    """The day told before that still holds; None where the deed says it was done earlier."""
    small = told.sentence.said
    lang = told.sentence.lang
    earlier = small & _EARLIER[lang] and not small & _SITTING[lang]
    if not (before.day or before.paper_day) or earlier:
        return None
    if before.resolver and number >= before.told_at:
        return before.day or before.paper_day
    if number - before.listed_at <= LISTED:
        return before.day
    kind = trigger.pattern.kind
    if lang == "ru" and kind in BY_DECREE and "же" in small and before.day:
        return before.day  # «этим же указом освобождён»
    if before.paper_day and (kind in AT_SITTINGS or kind in BY_PAPER):
        holds = number - before.told_at <= HOLDS_ON
        return before.day if before.day and holds else before.paper_day
    if small & _SAME_DAY[lang] and small & _DAY[lang]:
        return before.day
    holds = number - before.told_at <= HOLDS_ON
    return before.day if holds and trigger.pattern.kind in AT_SITTINGS else None


_VISIT: dict[Lang, frozenset[str]] = {lang: words(lang, "visit") for lang in LANGS}
_AT_VISITS = AT_SITTINGS | {Kind.HOLD_CONGRESS, Kind.PUBLISH_DRAFT}


def on_visit(told: Scene, trigger: Trigger, before: Before, number: int) -> bool:
    """Whether a deed goes on at the visit or sitting just told: «Сапар барысында … қол қояды»."""
    if before.last is None or number - before.last_at > HOLDS_ON:
        return False
    first = [word.small for word in told.sentence.words[:2]]
    said = _VISIT[told.sentence.lang]
    return trigger.pattern.kind in _AT_VISITS and any(one in said for one in first)
