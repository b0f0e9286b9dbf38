"""An entry as a row of PostgreSQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from atazan.search.engines import Entry
from atazan.search.engines.kept_keys import short
from atazan.search.engines.postgresql_plan import quoted, without_nul

COLUMNS = """
    id text not null, row bigint not null, keys tsvector not null, words int not null,
    heading int not null, long text, names text[] not null, facets text[] not null,
    since int not null, until int not null, replaced int not null, place bigint not null,
    thing bigint not null, tier smallint not null
"""
"""Those of the table of entries. `words` and `heading` count the keys of texts and titles; `long`
has them in order where there are too many for their places to be kept."""

_LAST_PLACE = 16_383
_MOST_PLACES = 255
_MOST_BYTES = 1_000_000
"""Of keys and their places in one document; PostgreSQL takes 1,048,575. What says more is found by
its first words only."""


def entry_row(entry: Entry) -> tuple[Any, ...]:
    """The values of the columns, in order."""
    titles, texts = _short(entry.titles), _short(entry.texts)
    places = _places(titles, texts)
    last = sum(len(keys) + 1 for keys in (*titles, *texts))
    crowded = last > _LAST_PLACE or any(len(at) > _MOST_PLACES for at in places.values())
    return (
        without_nul(entry.id),
        entry.row,
        _vector(places),
        sum(map(len, texts)),
        sum(map(len, titles)),
        "".join(f" {' '.join(keys)} " for keys in (*titles, *texts)) if crowded else None,
        [without_nul(name) for name in entry.names],
        [without_nul(code) for code in entry.facets],
        entry.since,
        entry.until,
        entry.replaced,
        entry.place,
        entry.thing,
        entry.tier,
    )


def _short(written: Sequence[str]) -> list[list[str]]:
    return [[short(key) for key in keys.split()] for keys in written]


def _places(
    titles: Sequence[Sequence[str]], texts: Sequence[Sequence[str]]
) -> dict[str, list[str]]:
    """Where each key stands: titles first, a place left free between one writing and the next."""
    places: dict[str, list[str]] = defaultdict(list)
    at = 0
    for written, weight in ((titles, "A"), (texts, "")):
        for keys in written:
            for key in keys:
                at += 1
                kept = places[key]
                if len(kept) <= _MOST_PLACES:
                    kept.append(f"{min(at, _LAST_PLACE)}{weight}")
            at += 1
    return places


def _vector(places: dict[str, list[str]]) -> str:
    """The places as PostgreSQL reads them."""
    room, parts = _MOST_BYTES, []
    for key, at in places.items():
        room -= len(key.encode()) + 4 * len(at) + 4
        if room < 0:
            break
        parts.append(f"{quoted(key)}:{','.join(at)}")
    return " ".join(parts)
