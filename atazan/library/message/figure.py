"""A figure of the message: a number and the very rows it counts."""

from __future__ import annotations

from msgspec import Struct


class Row(Struct, frozen=True):
    """A thing counted: its id, its words in the language asked for, the path of its page."""

    id: str
    says: str
    path: str


class Figure(Struct, frozen=True):
    """A figure counts its rows. `facts` are what its sentence says beside the number; `path` is
    the page that shows just these rows, empty where the message shows them itself."""

    id: str
    key: str
    rows: tuple[Row, ...]
    facts: dict[str, str] = {}
    path: str = ""

    @property
    def count(self) -> int:
        return len(self.rows)
