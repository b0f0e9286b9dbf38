"""The index of an audience: documents put and dropped, questions asked.

Texts are analysed here and kept twice: as keys in an engine, as they are shown on a shelf beside
it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from atazan.search.analysed import analysed
from atazan.search.answering import Answering, Ranked, Resolve
from atazan.search.asking import Answered, Asked
from atazan.search.document import Audience, Document
from atazan.search.engines import Engine, Entry, Mark, Shelf
from atazan.search.writing import Writing


class Index:
    """An index. Any thread may ask; one process writes at a time, others see what it finished."""

    def __init__(
        self,
        engine: Engine,
        shelf: Shelf,
        writing: AbstractContextManager[None],
        resolve: Resolve | None = None,
    ) -> None:
        self._engine, self._shelf, self._writing = engine, shelf, writing
        self._answering = Answering(engine, shelf, resolve)

    @property
    def entry(self) -> int:
        """The journal's entry the index is up to."""
        return self._engine.mark.entry

    @property
    def state(self) -> str:
        """What else its keeper marked it with at the last writing."""
        return self._engine.mark.state

    @property
    def size(self) -> int:
        """How many documents there are."""
        return self._engine.size

    def put(
        self,
        documents: Iterable[Document],
        *,
        drop: Collection[str] = (),
        entry: int | None = None,
        state: str | None = None,
    ) -> int:
        """Put documents in place of those with their ids, drop ids, and mark; in one step.

        Documents are read as they come; of an id given twice the last counts. `entry` and `state`
        mark what the index is now up to (None: as before). Returns how many were put. Raises
        IndexBusy if another process writes and does not finish in time.
        """
        with self._writing:
            self._mend()
            put: dict[str, int] = {}
            old = self._shelf.rows_of(drop)
            self._engine.write(self._entries(documents, put), drop, self._mark(entry, state))
            self._shelf.forget((old | self._shelf.rows_of(put)) - {*put.values()})
        return len(put)

    def drop(self, ids: Collection[str], *, entry: int | None = None) -> None:
        """Drop documents; ids that are not there say nothing. Their keys may stay in files until
        `purge`."""
        self.put((), drop=ids, entry=entry)

    def replace(self, documents: Iterable[Document], *, entry: int = 0, state: str = "") -> int:
        """Put documents in place of everything there was."""
        with self._writing:
            put: dict[str, int] = {}
            self._engine.rewrite(self._entries(documents, put), Mark(entry, state))
            self._shelf.forget(self._shelf.rows() - {*put.values()})
        return len(put)

    def purge(self) -> None:
        """Write everything anew, so that nothing of what was dropped or replaced stays in any
        file."""
        with self._writing:
            self._mend()
            kept = (analysed(document, row) for row, document in self._shelf.all())
            self._engine.rewrite(kept, self._engine.mark)
            self._shelf.shrink()

    def ask(self, asked: Asked) -> Answered:
        """Answer a question. Raises BadQuestion, which says what to do."""
        return self._answering.answer(asked)

    def rank(self, asked: Asked, most: int) -> Ranked:
        """Only which documents answer a question, `most` of them, without counting or showing."""
        return self._answering.ranked(asked, most)

    def get(self, id: str) -> Document | None:
        """The document of an id."""
        rows = self._shelf.rows_of((id,))
        return self._shelf.fetch(rows).get(max(rows)) if rows else None

    def newer(self, entry: int) -> Iterator[Document]:
        """The documents that rest on a later entry of the journal; each document is looked at."""
        return (one for _, one in self._shelf.all() if one.entry > entry)

    def close(self) -> None:
        """Give back files and locks."""
        self._engine.close()
        self._shelf.close()

    def _entries(self, documents: Iterable[Document], put: dict[str, int]) -> Iterator[Entry]:
        for row, document in self._shelf.add(documents):
            put[document.id] = row
            yield analysed(document, row)

    def _mark(self, entry: int | None, state: str | None) -> Mark:
        now = self._engine.mark
        return Mark(now.entry if entry is None else entry, now.state if state is None else state)

    def _mend(self) -> None:
        """Forget what a writing that broke off left on the shelf."""
        if len(self._shelf) != self._engine.size:
            self._shelf.forget(self._shelf.rows() - self._engine.rows())


def open_index(
    audience: Audience = "public",
    home: Path | None = None,
    *,
    resolve: Resolve | None = None,
    by: str = "tantivy",
) -> Index:
    """The index of an audience in its folder under `home` (default: `search` in ATAZAN_HOME), or
    where else `by` says, as the setting ATAZAN_SEARCH.

    Of another shape, or with its shelf gone, it is empty: fill it anew. Raises ImproperlyConfigured
    if `by` says no place.
    """
    from atazan.search.chosen import parts

    home = home or Path(os.environ.get("ATAZAN_HOME", "var")).resolve() / "search"
    engine, shelf, writing = parts(by, audience, home)
    if engine.size and not len(shelf):
        with writing:
            engine.rewrite((), Mark())
    return Index(engine, shelf, writing, resolve)


def index_in(folder: Path) -> Index:
    """An index of one's own documents in a folder that is not kept."""
    from atazan.search.engines.tantivy import Tantivy
    from atazan.search.shelf import SqliteShelf

    return Index(Tantivy(folder / "keys"), SqliteShelf(folder / "shown.sqlite"), Writing(None))


def index_in_memory() -> Index:
    """An index that goes with the process."""
    from atazan.search.engines.tantivy import Tantivy
    from atazan.search.shelf import SqliteShelf

    return Index(Tantivy(), SqliteShelf(), Writing(None))
