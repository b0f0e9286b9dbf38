"""What an engine must do: keep analysed documents, find them by a plan, count them by facet.

An engine knows keys, numbers and codes, never words to show: those are on a `Shelf`. The same plan
finds the same documents and the same counts on every engine; scores may differ, and the order a
reader sees is worked out above (`atazan.search.ranking`). Engines: `tantivy` (in a folder, the
default), others beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, Protocol

from msgspec import Struct

from atazan.rules.text import Lang
from atazan.search.document import Document

Order = Literal["best", "newest", "oldest"]

NEVER = 99_999_999
"""A day that does not come: `until` and `replaced` of what still stands."""


class Entry(Struct, frozen=True, kw_only=True):
    """A document as an engine keeps it.

    `row` is its place on the shelf, new for each writing. `titles` and `texts` are index keys,
    each bearing its language, in order and joined by blanks: a string for each language. `names`
    are folded. `facets` are codes as `work=law-2026`, those of kind and language among them. Days
    are whole numbers, 20260701; `since` 0 and the others `NEVER` where there is none. `place`
    orders by day, without ties. `tier` is the ranking's.
    """

    id: str
    row: int
    titles: tuple[str, ...]
    texts: tuple[str, ...]
    names: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    since: int = 0
    until: int = NEVER
    replaced: int = NEVER
    place: int = 0
    thing: int = 0
    tier: int = 0


class Term(Struct, frozen=True):
    """Keys that are all in one title or one text, mostly one alone.

    `together`: one after the other, in this order, with nothing between. `weight` multiplies the
    score.
    """

    keys: tuple[str, ...]
    weight: float = 1.0
    together: bool = False


class Clause(Struct, frozen=True):
    """One part of a question: said by any of the terms; the best of them scores."""

    terms: tuple[Term, ...]


class Plan(Struct, frozen=True, kw_only=True):
    """A question as an engine is asked it.

    Found is what says at least `need` of the clauses, or bears one of `names` (folded) outright;
    with no clause and no name, everything. Besides: every clause of `must` is said; on `day` it
    had begun and no later wording had taken its place; for each facet of `only` it has one of the
    values; its row is one of `among` (None: any). What says the clauses of `besides` too is better,
    but nothing is found or left out for them.
    """

    clauses: tuple[Clause, ...] = ()
    need: int = 1
    besides: tuple[Clause, ...] = ()
    names: tuple[str, ...] = ()
    must: tuple[Clause, ...] = ()
    day: int | None = None
    only: tuple[tuple[str, tuple[str, ...]], ...] = ()
    among: tuple[int, ...] | None = None


class Candidate(Struct, frozen=True):
    """A document found: its row, the engine's score, and what the ranking asks about it."""

    row: int
    score: float
    since: int
    until: int
    place: int
    thing: int
    tier: int


class Found(Struct, frozen=True):
    """The best of what was found, and how many there are in all."""

    candidates: tuple[Candidate, ...]
    total: int


class Mark(Struct, frozen=True):
    """What an index is up to: the journal's entry, and whatever else its keeper checks it by."""

    entry: int = 0
    state: str = ""


class Engine(Protocol):
    """An index of one audience. Reading may go on in many threads and processes; one writes."""

    @property
    def mark(self) -> Mark:
        """What the last finished writing said it is up to."""

    @property
    def size(self) -> int:
        """How many documents there are."""

    def write(self, put: Iterable[Entry], drop: Collection[str], mark: Mark) -> None:
        """Put documents (each in place of the one with its id), drop ids, and mark: all or nothing.

        `put` is read once and may be long. A crash on the way leaves the last finished writing.
        """

    def rewrite(self, put: Iterable[Entry], mark: Mark) -> None:
        """As `write` into an empty index: nothing of what was there stays, in files either."""

    def find(
        self,
        plan: Plan,
        most: int,
        *,
        order: Order = "best",
        beyond: int | None = None,
    ) -> Found:
        """The first `most`: by score, equal ones by place (smaller first); or by `place`, and then
        only those beyond that place in the order asked. `total` counts all that the plan finds;
        with 0 for `most` nothing else is told."""

    def counts(self, plan: Plan) -> dict[str, int]:
        """How many of what the plan finds have each code of `Entry.facets`; zeros left out."""

    def rows(self) -> frozenset[int]:
        """The rows of every document."""

    def close(self) -> None:
        """Give back what is held."""


class Shelf(Protocol):
    """Documents as they are shown, and the words they are made of, beside an engine.

    Rows are added before the engine writes and forgotten after it: a row that no entry points to
    says nothing.
    """

    def add(self, documents: Iterable[Document]) -> Iterable[tuple[int, Document]]:
        """Keep documents; gives each with its new row, as it goes. Made last when all are read."""

    def forget(self, rows: Collection[int]) -> None:
        """Forget rows for good, in files too."""

    def __len__(self) -> int:
        """How many rows there are."""

    def rows(self) -> frozenset[int]:
        """Every row there is."""

    def all(self) -> Iterable[tuple[int, Document]]:
        """Every document with its row, in their order."""

    def shrink(self) -> None:
        """Give back the room of what was forgotten, and leave no trace of it."""

    def rows_of(self, ids: Collection[str]) -> frozenset[int]:
        """Every row of these ids."""

    def fetch(self, rows: Collection[int]) -> dict[int, Document]:
        """The documents of rows; those that are gone left out."""

    def ids(self, rows: Collection[int]) -> dict[int, str]:
        """The ids of rows."""

    def vocabulary(self, lang: Lang) -> dict[str, int]:
        """The words of a language as written, in small letters, and how often each is said."""

    def close(self) -> None:
        """Give back what is held."""
