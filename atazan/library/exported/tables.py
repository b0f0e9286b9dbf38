"""Decisions and their holdings as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF.

A cell that a spreadsheet could take for a formula begins with an apostrophe; several values in a
cell are parted by "; ".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from atazan.library.exported.judgment.body import target
from atazan.library.exported.told import Told, told
from atazan.rules.text import LANGS

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
Row = dict[str, Any]


def decisions_csv(found: Iterable[Told] | None = None) -> Iterator[bytes]:
    """One row a decision; all of them where none are given."""
    return _written(_decision, found)


def holdings_csv(found: Iterable[Told] | None = None) -> Iterator[bytes]:
    """One row a holding, also where what was held was not found."""
    return _written(_holdings, found)


def cell(value: Any) -> str:
    """A value as a cell that no spreadsheet runs as a formula.

    >>> cell("=1+1"), cell(["a", "b"]), cell(None)
    ("'=1+1", 'a; b', '')
    """
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _written(
    rows_of: Callable[[Told], Iterator[Row]], found: Iterable[Told] | None
) -> Iterator[bytes]:
    first = True
    for one in told() if found is None else found:
        for row in rows_of(one):
            if first:
                yield (BOM + _line(row)).encode()
                first = False
            yield _line([cell(value) for value in row.values()]).encode()


def _line(cells: Iterable[str]) -> str:
    kept = io.StringIO()
    csv.writer(kept).writerow(cells)
    return kept.getvalue()


def _decision(one: Told) -> Iterator[Row]:
    row = one.row
    yield {
        "id": row.id,
        "neutral_citation": one.neutral,
        "ecli": one.ecli,
        "uri": one.uri,
        "body": row.body,
        "form": row.form,
        "number_ru": row.number,
        "number_kk": row.number_kk,
        "done_on": row.done_on,
        "outcomes": one.outcomes,
        **_words("title", row.title),
        **_words("subject", row.subject),
        "applicant_type": (row.applicant or {}).get("type"),
        "question": row.question,
        **_words("outcome_note", row.outcome_note),
        "works": list(dict.fromkeys(held.work for held in one.holdings)),
        "constitution": row.constitution,
        "rights": [concept.id for concept in one.rights],
        "presiding": row.presiding,
        "rapporteur": row.rapporteur,
        "composition": row.composition,
        "published_on": row.published_on,
        "follow_up_due": row.follow_up_due,
        "follow_up_met_on": row.follow_up_met_on,
        "relates_to": row.relates_to,
        "positions": [position.id for position in one.positions],
        "texts": list(one.texts),
        "doc_id": row.doc_id,
        "confidence": row.confidence,
        "sources": row.sources,
        "journal_entry": one.stamp.entry,
        "recorded_at": one.stamp.at.isoformat(),
    }


def _holdings(one: Told) -> Iterator[Row]:
    for held in one.holdings:
        yield {
            "decision": one.row.id,
            "neutral_citation": one.neutral,
            "done_on": one.row.done_on,
            "place": held.place,
            "work": held.work,
            "provision": held.provision,
            "address": target(held),
            "outcome": held.outcome,
            **_words("extent", held.extent),
            **_words("reading", held.reading),
            "since": held.since,
        }


def _words(name: str, words: dict[str, str] | None) -> Row:
    return {f"{name}_{lang}": (words or {}).get(lang) for lang in LANGS}
