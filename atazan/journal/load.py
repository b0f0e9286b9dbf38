"""Load record files: acts written in YAML by hand, with their sources, all or nothing.

A file is a list; each item names its `kind` and the act's fields. Files are read in the order of
their names, so `10-persons.yaml` comes before `20-tenures.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from atazan.journal.acts import Act
from atazan.journal.deeds import UnknownKind, read_act
from atazan.journal.record import BadRow, By, Receipt, record_many
from atazan.rules.book import JURISDICTIONS, FileRefused, read_yaml

Place = tuple[Path, str]


def record_files() -> list[Path]:
    """The record files shipped with the platform, in the order they are loaded."""
    return sorted(JURISDICTIONS.glob("*/record/*.yaml"), key=lambda path: path.name)


def load(paths: list[Path], *, by: By, at: datetime) -> list[Receipt]:
    """Record every act of the files. Raises FileRefused with file, key and reason; all or none."""
    acts: list[Act] = []
    places: list[Place] = []
    for path in paths:
        for place, act in read_file(path):
            acts.append(act)
            places.append((path, place))
    try:
        return record_many(acts, by=by, at=at)
    except BadRow as wrong:
        path, place = places[wrong.place]
        raise FileRefused(path, place, str(wrong.why)) from wrong


def read_file(path: Path) -> Iterator[tuple[str, Act]]:
    """The acts of one file, each with the key it is known by in messages. Raises FileRefused."""
    written = read_yaml(path)
    if not isinstance(written, list):
        raise FileRefused(path, "whole file", "should be a list of acts, each with its `kind`")
    for number, item in enumerate(written, 1):
        place = f"item {number}"
        if isinstance(item, dict):
            place = f"item {number} ({item.get('kind')} {item.get('id', '')})".replace(" )", ")")
        try:
            yield place, read_act(days_as_written(item))
        except (msgspec.ValidationError, UnknownKind, AttributeError) as wrong:
            raise FileRefused(path, place, str(wrong)) from wrong


def days_as_written(item: Any) -> Any:
    """YAML reads 2022-12-29 as a date; acts keep days as written."""
    if isinstance(item, dict):
        return {key: days_as_written(value) for key, value in item.items()}
    if isinstance(item, list):
        return [days_as_written(value) for value in item]
    if isinstance(item, datetime):
        return item.isoformat()
    return item.isoformat() if isinstance(item, date) else item
