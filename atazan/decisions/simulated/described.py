"""What describes the made-up decisions of the demonstration: every part of their page can be seen.

The first decision states two positions; the second follows one and leaves the other aside; the
third changes one. Each act says that it is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from atazan.decisions import described_acts as acts
from atazan.decisions.models import Decision, Holding, Position
from atazan.journal.acts import Act, Confidence
from atazan.journal.deeds import deed_of
from atazan.journal.record import By, record, version_of
from atazan.rules.book import read_yaml
from atazan.rules.day import day_in_astana
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase

_FILE = Path(__file__).with_name("described.yaml")
_BY = By("publisher", "publisher")


def describe(now: datetime) -> int:
    """Describe the made-up decisions published by now, unless they are described already.

    How many acts were recorded.
    """
    rows = Decision.objects.filter(pk__startswith="made-up-").order_by("done_on", "id")
    made = list(rows[:3])
    if len(made) < 3 or Position.objects.filter(decision=made[0].id).exists():
        return 0
    told = list(_acts([row.id for row in made], day_in_astana(now).isoformat()))
    for act in told:
        record(act, by=_BY, at=now, seen=version_of(deed_of(act.kind).stream(act)))
    return len(told)


def _acts(ids: list[str], day: str) -> Iterator[Act]:
    first, second, third = ids
    words = read_yaml(_FILE)
    author = _text(words["author"])
    for place, says in enumerate(words["positions"], 1):
        yield _act(
            acts.PositionStated,
            first,
            id=f"{first}.{place}",
            says=_text(says),
            paragraphs=(f"p-{place + 2}",),
            provisions=_reviewed(first),
            author=author,
        )
    ways = [(second, 1, "followed"), (second, 2, "distinguished"), (third, 2, "changed")]
    for by, place, how in ways:
        yield _act(
            acts.PositionTreated,
            by,
            position=f"{first}.{place}",
            treatment=acts.Treatment(how),
            why=_text(words[how]),
            paragraphs=("p-4",),
            author=author,
        )
    for id in ids:
        summary = _text(words["summary"])
        yield _act(acts.DecisionSummarised, id, summary=summary, author=author, done_on=day)
    keywords = _text(words["keywords"])
    yield _act(acts.DecisionIndexed, first, keywords=keywords, author=author, done_on=day)
    yield _act(
        acts.PrecisWritten,
        first,
        language=acts.Language.EN,
        author=author,
        done_on=day,
        **{name: tuple(told) for name, told in words["precis"].items()},
    )


def _act(kind: Any, decision: str, **told: Any) -> Act:
    note = {lang: phrase("decisions.made_up", lang) for lang in LANGS}
    carried = {"sources": (f"decisions/{decision}",), "confidence": Confidence.LOW, "note": note}
    made: Act = kind(decision=decision, **carried, **told)
    return made


def _reviewed(decision: str) -> tuple[str, ...]:
    rows = Holding.objects.filter(decision=decision).order_by("place")
    return tuple(f"{row.work}#{row.provision}" for row in rows)


def _text(words: dict[str, str]) -> Text:
    return msgspec.convert(words, Text)
