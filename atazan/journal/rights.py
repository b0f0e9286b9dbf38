"""The table of rights: which role may do which kind of act to a subject in which state.

One table, in jurisdictions/*/rights.yaml; what it does not list is not allowed.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from atazan.rules.book import JURISDICTIONS, FileRefused, read_yaml
from atazan.rules.text import Text

ABSENT = "absent"
"""The state of a subject nobody has recorded yet."""


class OnContradiction(StrEnum):
    """What becomes of an act that the rules of its day do not allow."""

    REFUSE = "refuse"  # a deed done through the platform: it does not happen
    FLAG = "flag"  # a deed of the world, only told here: it is kept and questioned


class Whose(StrEnum):
    """Whose subject or deed a right is limited to."""

    ANY = "any"
    OWN = "own"  # a subject the same account began
    SELF = "self"  # a deed done by the person the account belongs to


class Right(Struct, frozen=True, forbid_unknown_fields=True):
    """`role` may do `act` to a subject of `stream` in one of `states`; it is in `to` afterwards."""

    role: str
    act: str
    stream: str
    states: tuple[str, ...]
    to: str
    contradiction: OnContradiction = OnContradiction.REFUSE
    whose: Whose = Whose.ANY


class Sight(Struct, frozen=True, forbid_unknown_fields=True):
    """`role` may read these classes of `fields` of a `stream` in one of `states`."""

    role: str
    stream: str
    states: tuple[str, ...]
    fields: tuple[str, ...]
    whose: Whose = Whose.ANY


class Rights(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table with the names of its roles, streams and states."""

    basis: Text
    roles: dict[str, Text]
    streams: dict[str, Text]
    states: dict[str, Text]
    rights: tuple[Right, ...]
    fields: dict[str, Text] = {}
    sealed: tuple[str, ...] = ()
    sight: tuple[Sight, ...] = ()

    def sees(
        self, role: str, stream: str, state: str, own: bool, himself: bool = False
    ) -> frozenset[str]:
        """The classes of fields a role may read; `own`: the reader began the subject; `himself`:
        the reader is a person it concerns. Nothing where no row of the table says so."""
        met = {Whose.ANY, *([Whose.OWN] * own), *([Whose.SELF] * himself)}
        return frozenset(
            field
            for one in self.sight
            if (one.role, one.stream) == (role, stream) and state in one.states
            if one.whose in met
            for field in one.fields
        )

    def is_open(self, stream: str) -> bool:
        """Whether anyone may read the acts of such a subject as they stand in the journal."""
        return stream.partition("/")[0] not in self.sealed

    def of(self, role: str, act: str, stream: str, state: str) -> Right | None:
        """The right that allows it, or None: the default is no."""
        return _index(self).get((role, act, stream, state))


_INDEX: dict[int, dict[tuple[str, str, str, str], Right]] = {}


def _index(rights: Rights) -> dict[tuple[str, str, str, str], Right]:
    found = _INDEX.get(id(rights))
    if found is None:
        found = _INDEX[id(rights)] = {
            (right.role, right.act, right.stream, state): right
            for right in rights.rights
            for state in right.states
        }
    return found


@lru_cache(maxsize=2)
def rights(jurisdiction: str = "kz") -> Rights:
    """The table of a jurisdiction. Raises FileRefused where a row names an unknown word."""
    path = JURISDICTIONS / jurisdiction / "rights.yaml"
    written = read_yaml(path)
    rows = []
    for number, row in enumerate(written.get("rights", []), 1):
        acts, roles = row.get("act"), row.get("role")
        rows += [
            {**one, "act": act, "role": role}
            for act in (acts if isinstance(acts, list) else [acts])
            for role in (roles if isinstance(roles, list) else [roles])
            for one in _said_once(row)
        ]
        if not acts or not roles:
            raise FileRefused(path, f"right {number}", "names no role or no act")
    sight = [
        {**row, "role": role}
        for row in written.get("sight", [])
        for role in (row["role"] if isinstance(row["role"], list) else [row["role"]])
    ]
    try:
        found = msgspec.convert({**written, "rights": rows, "sight": sight}, Rights)
    except msgspec.ValidationError as wrong:
        raise FileRefused(path, "rights", str(wrong)) from wrong
    _check(path, found)
    return found


def _said_once(row: dict[str, Any]) -> list[dict[str, Any]]:
    """A row that leaves every state as it was (`to: same`) is one row a state."""
    if row.get("to") != "same":
        return [row]
    return [{**row, "states": [state], "to": state} for state in row.get("states", [])]


def _check(path: object, table: Rights) -> None:
    for one in table.sight:
        names = {*table.roles, *table.streams, *table.states, *table.fields}
        for name in (one.role, one.stream, *one.states, *one.fields):
            if name not in names:
                raise FileRefused(str(path), f"sight of {one.role}", f"unknown word '{name}'")
    seen: set[tuple[str, str, str, str]] = set()
    for right in table.rights:
        at = f"{right.role} / {right.act}"
        for word, known, what in (
            (right.role, table.roles, "role"),
            (right.stream, table.streams, "stream"),
            *((state, table.states, "state") for state in (*right.states, right.to)),
        ):
            if word not in known:
                raise FileRefused(str(path), at, f"unknown {what} '{word}'")
        for state in right.states:
            cell = (right.role, right.act, right.stream, state)
            if cell in seen:
                raise FileRefused(str(path), at, f"state '{state}' stands in two rows")
            seen.add(cell)
