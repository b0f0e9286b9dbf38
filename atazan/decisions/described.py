"""Deeds that describe decisions: what makes them refused, what they put into the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from atazan.decisions.described_acts import (
    DecisionIndexed,
    DecisionSummarised,
    DecisionTextRecorded,
    PositionStated,
    PositionTreated,
    PrecisWritten,
)
from atazan.decisions.models import (
    Decision,
    DecisionText,
    Indexing,
    Position,
    Precis,
    Summary,
    Treatment,
)
from atazan.decisions.queries import in_order
from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.problems import BadAct, Problem
from atazan.journal.rows import Change, Put
from atazan.law.target import check_target
from atazan.rules.book import RulesOnDay
from atazan.rules.concepts import concepts
from atazan.rules.day import PartialDay
from atazan.rules.finding import Finding
from atazan.rules.text import LANGS

No = Iterator[Finding]


def _stated(act: PositionStated) -> Iterator[Change]:
    row = values(act, *"decision says paragraphs provisions concepts author".split())
    yield Put(Position, act.id, {**row, "written_on": act.done_on})


def _treated(act: PositionTreated) -> Iterator[Change]:
    row = values(act, *"decision position treatment why paragraphs author".split())
    yield Put(Treatment, f"{act.decision}--{act.position}", row)


def _summarised(act: DecisionSummarised) -> Iterator[Change]:
    row = values(act, "decision", "summary", "author")
    yield Put(Summary, f"{act.decision}@{act.done_on}", {**row, "written_on": act.done_on})


def _indexed(act: DecisionIndexed) -> Iterator[Change]:
    row = values(act, *"decision codes thesaurus concepts author".split())
    words = {lang: _parted(act.keywords.says(lang)) for lang in LANGS} if act.keywords else {}
    row |= {"keywords": words, "written_on": act.done_on}
    yield Put(Indexing, f"{act.decision}@{act.done_on}", row)


def _parted(words: str) -> list[str]:
    return [part.strip() for part in words.split(";") if part.strip()]


def _precis(act: PrecisWritten) -> Iterator[Change]:
    names = "decision language headnotes facts reasoning supplementary author"
    row = {**values(act, *names.split()), "written_on": act.done_on}
    yield Put(Precis, f"{act.decision}@{act.done_on}-{act.language}", row)


def _texts(act: DecisionTextRecorded) -> Iterator[Change]:
    for lang, paragraphs in _given(act).items():
        row = {"decision": act.decision, "language": lang, "paragraphs": list(paragraphs)}
        yield Put(DecisionText, f"{act.decision}-{lang}", row)


def _given(act: DecisionTextRecorded) -> dict[str, tuple[str, ...]]:
    told = {"kk": act.kk, "ru": act.ru, "en": act.en}
    return {lang: paragraphs for lang, paragraphs in told.items() if paragraphs}


def _position_sound(act: PositionStated, law: RulesOnDay) -> No:
    """Paragraphs, provisions and concepts can be found. Raises BadAct."""
    _paragraphs(act.decision, act.paragraphs)
    for place in act.provisions:
        check_target(*place.split("#"))
    _known(act.concepts)
    return iter(())


def _treatment_sound(act: PositionTreated, law: RulesOnDay) -> No:
    """A later decision, a position on record, not its own. Raises BadAct."""
    position = Position.objects.filter(pk=act.position).first()
    if position is None:
        raise BadAct(Problem("decisions.bad.no_position", {"position": act.position}))
    if position.decision == act.decision:
        raise BadAct(Problem("decisions.bad.own_position", {"position": act.position}))
    if not _later(act.decision, position.decision):
        facts = {"decision": act.decision, "earlier": position.decision}
        raise BadAct(Problem("decisions.bad.not_later", facts))
    _paragraphs(act.decision, act.paragraphs)
    return iter(())


def _later(decision: str, other: str) -> bool:
    """Whether it came after the other: by day and, on one day, by number; where a day is not known
    whole, whether it may have."""
    rows = Decision.objects.in_bulk([decision, other])
    days = {id: PartialDay.read(row.done_on) for id, row in rows.items() if row.done_on}
    if len(days) < 2:
        return False
    mine, earlier = days[decision], days[other]
    if mine.exact and earlier.exact:
        return in_order(rows[decision]) > in_order(rows[other])
    return mine.last >= earlier.first


def _paragraphs(decision: str, anchors: Iterable[str]) -> None:
    """The text of the decision is held and has these paragraphs. Raises BadAct."""
    wanted = max((int(one.removeprefix("p-")) for one in anchors), default=0)
    if not wanted:
        return
    texts = DecisionText.objects.filter(decision=decision).values_list("paragraphs", flat=True)
    held = max((len(one) for one in texts), default=0)
    if wanted > held:
        facts = {"anchor": f"p-{wanted}", "decision": decision, "n": held}
        raise BadAct(Problem("decisions.bad.paragraph", facts))


def _known(ids: Iterable[str]) -> None:
    """The thesaurus has them. Raises BadAct."""
    for one in ids:
        if one not in concepts():
            raise BadAct(Problem("decisions.bad.concept", {"concept": one}))


def _dated(act: Any, law: RulesOnDay) -> No:
    """The day it was written is told whole. Raises BadAct."""
    if act.day is None or not act.day.exact:
        raise BadAct(Problem("decisions.bad.undated", {"day": act.done_on or "—"}))
    return iter(())


def _index_sound(act: DecisionIndexed, law: RulesOnDay) -> No:
    """Codes come with the version of their thesaurus. Raises BadAct."""
    if act.codes and act.thesaurus is None:
        raise BadAct(Problem("decisions.bad.thesaurus", {"code": act.codes[0]}))
    _known(act.concepts)
    return _dated(act, law)


def _text_sound(act: DecisionTextRecorded, law: RulesOnDay) -> No:
    """Texts with their source, paragraph beside paragraph. Raises BadAct."""
    given = _given(act)
    if not given or not act.sources:
        raise BadAct(Problem("decisions.bad.no_text", {"decision": act.decision}))
    lengths: dict[str, int] = {lang: len(given.get(lang, ())) for lang in LANGS}
    held = DecisionText.objects.filter(decision=act.decision).values_list("language", "paragraphs")
    lengths |= {lang: len(told) for lang, told in held}
    if len(set(filter(None, lengths.values()))) > 1:
        raise BadAct(Problem("decisions.bad.unequal", {**lengths}))
    return iter(())


def _of_decision(act: type[Any], rows: Any, check: Any) -> Deed[Any]:
    return Deed(act, lambda one: f"decision/{one.decision}", rows, check)


DEEDS = [
    _of_decision(PositionStated, _stated, _position_sound),
    _of_decision(PositionTreated, _treated, _treatment_sound),
    _of_decision(DecisionSummarised, _summarised, _dated),
    _of_decision(DecisionIndexed, _indexed, _index_sound),
    _of_decision(PrecisWritten, _precis, _dated),
    _of_decision(DecisionTextRecorded, _texts, _text_sound),
]
