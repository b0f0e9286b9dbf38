"""An index on an OpenSearch, or what speaks its interface.

The server knows no transactions. So a writing has a number: its documents bear it as `born`, and
are seen only once the mark, a document of its own, bears it too; the mark also names what went at
that writing. A writing that broke off is never seen, and cleared by the next. Rewriting fills an
index of its own and then turns an alias to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar
from uuid import uuid4

import msgspec
from msgspec import Struct

from atazan.search import engines
from atazan.search.bad import ServerFails
from atazan.search.engines import Candidate, Entry, Found, Mark, Plan
from atazan.search.engines.kept_keys import short
from atazan.search.engines.opensearch_http import Server
from atazan.search.engines.opensearch_plan import Query, any_of, query

_T = TypeVar("_T")
_BATCH = 500
_PAGE = 10_000
"""Documents of one answer; the server gives no more."""
_MOST_CODES = 60_000
_MARK = "mark"
_NUMBERS = ("row", "since", "until", "place", "thing", "tier")
_KEYS = {"type": "text", "analyzer": "whitespace"}
_MAPPINGS = {
    "dynamic": False,
    "_source": {"includes": [_MARK]},
    "properties": {
        **{name: {"type": "keyword"} for name in ("id", "name", "facet")},
        **{name: {"type": "long"} for name in (*_NUMBERS, "replaced", "born")},
        "title": _KEYS,
        "text": _KEYS,
        _MARK: {"type": "object", "enabled": False},
    },
}
_SETTINGS = {"number_of_shards": 1, "refresh_interval": "-1"}
"""One shard, so that counts by facet are true; it is refreshed when a writing is done."""


class _State(Struct):
    """What the mark says: the writing that is seen, the rows that went with it, and sizes."""

    mark: Mark = Mark()
    writing: int = 0
    gone: tuple[int, ...] = ()
    size: int = 0


class OpenSearch:
    """The engine; `name` is that of its alias. Other indexes whose names begin with `family` are of
    other shapes, and go. See `Engine` for what it promises."""

    def __init__(self, server: Server, name: str, family: str = "") -> None:
        self._server, self._name, self._family = server, name, family or name
        if server.ask("GET", f"/_alias/{name}", none=True) is None:
            self._turned(self._made(_State()))

    @property
    def mark(self) -> Mark:
        return self._state().mark

    @property
    def size(self) -> int:
        return self._state().size

    def write(self, put: Iterable[Entry], drop: Collection[str], mark: Mark) -> None:
        self._refreshed(self._name)
        before = self._state()
        self._cleared(before)
        writing = before.writing + 1
        rows = self._filled(self._name, put, writing)
        gone = self._rows_of([*drop, *rows], before)
        size = before.size + len(rows) - len(gone)
        self._told(self._name, _State(mark, writing, tuple(sorted(gone)), size))
        self._cleared(self._state())

    def rewrite(self, put: Iterable[Entry], mark: Mark) -> None:
        index = self._made(_State())
        try:
            rows = self._filled(index, put, 1)
            self._told(index, _State(mark, 1, (), len(rows)))
        except BaseException:
            self._server.ask("DELETE", f"/{index}", none=True)
            raise
        self._turned(index)

    def find(
        self,
        plan: Plan,
        most: int,
        *,
        order: engines.Order = "best",
        beyond: int | None = None,
    ) -> Found:
        asked = query(plan, _visible(self._state()))
        if most == 0:
            return Found((), self._count(asked))
        if order == "best":
            sort: list[Any] = [{"_score": "desc"}, {"place": "asc"}]
            return self._pages(asked, sort, most, None)
        sort = [{"place": "asc" if order == "oldest" else "desc"}]
        found = self._pages(asked, sort, most, None if beyond is None else [beyond])
        return Found(found.candidates, self._count(asked))

    def counts(self, plan: Plan) -> dict[str, int]:
        wanted = {"codes": {"terms": {"field": "facet", "size": _MOST_CODES}}}
        asked = {"size": 0, "query": query(plan, _visible(self._state())), "aggs": wanted}
        found = self._server.ask("POST", f"/{self._name}/_search", asked)
        return {one["key"]: one["doc_count"] for one in found["aggregations"]["codes"]["buckets"]}

    def rows(self) -> frozenset[int]:
        return frozenset(self._rows(self._name, _visible(self._state())))

    def close(self) -> None:
        self._server.close()

    def _state(self) -> _State:
        kept = self._server.ask("GET", f"/{self._name}/_doc/{_MARK}", none=True)
        return msgspec.convert(kept["_source"][_MARK], _State) if kept else _State()

    def _made(self, state: _State) -> str:
        """A new index that only says what it is up to; its name."""
        index = f"{self._name}-{uuid4().hex[:12]}"
        self._server.ask("PUT", f"/{index}", {"settings": _SETTINGS, "mappings": _MAPPINGS})
        self._told(index, state)
        return index

    def _told(self, index: str, state: _State) -> None:
        self._server.ask("PUT", f"/{index}/_doc/{_MARK}", {_MARK: msgspec.to_builtins(state)})

    def _turned(self, index: str) -> None:
        """Let the alias mean this index, in one step, and drop every other of its family."""
        known = [*(self._server.ask("GET", f"/{self._family}-*", none=True) or {})]
        others = [one for one in known if one != index]
        actions = [{"remove_index": {"index": one}} for one in others]
        add = {"add": {"index": index, "alias": self._name}}
        try:
            self._server.ask("POST", "/_aliases", {"actions": [*actions, add]})
        except ServerFails:  # done already, where only the answer was lost
            if {index} != {*(self._server.ask("GET", f"/_alias/{self._name}", none=True) or {})}:
                raise

    def _filled(self, index: str, put: Iterable[Entry], writing: int) -> dict[str, int]:
        """Send entries; of an id given twice the last stays. The row of each id."""
        rows: dict[str, int] = {}
        old: list[int] = []
        for batch in _batches(put):
            for entry in batch:
                if entry.id in rows:
                    old.append(rows[entry.id])
                rows[entry.id] = entry.row
            lines = [({"index": {"_id": str(one.row)}}, _document(one, writing)) for one in batch]
            self._server.bulk(index, lines)
        self._dropped(index, old)
        self._refreshed(index)
        return rows

    def _cleared(self, state: _State) -> None:
        """Take away what is not seen: what went, and what a broken writing left."""
        left = {"range": {"born": {"gt": state.writing}}}
        rows = {*state.gone, *self._rows(self._name, left)}
        if rows:
            self._dropped(self._name, rows)
            self._refreshed(self._name)
        if state.gone:
            state.gone = ()
            self._told(self._name, state)

    def _dropped(self, index: str, rows: Iterable[int]) -> None:
        for batch in _batches(rows):
            self._server.bulk(index, [({"delete": {"_id": str(row)}}, None) for row in batch])

    def _refreshed(self, index: str) -> None:
        self._server.ask("POST", f"/{index}/_refresh")

    def _rows_of(self, ids: Collection[str], state: _State) -> set[int]:
        found: set[int] = set()
        for batch in _batches(ids):
            asked = [any_of("id", [short(id) for id in batch]), _visible(state)]
            found.update(self._rows(self._name, {"bool": {"filter": asked}}))
        return found

    def _rows(self, index: str, asked: Query) -> Iterator[int]:
        """The rows of all that is found."""
        after: list[Any] | None = None
        while True:
            hits = self._hits(index, asked, [{"row": "asc"}], _PAGE, after)["hits"]["hits"]
            yield from (hit["fields"]["row"][0] for hit in hits)
            if len(hits) < _PAGE:
                return
            after = hits[-1]["sort"]

    def _pages(self, asked: Query, sort: list[Any], most: int, after: list[Any] | None) -> Found:
        """The first `most` in an order, by as many answers as it takes."""
        found: list[Candidate] = []
        total: int | None = None
        while True:
            size = min(_PAGE, most - len(found))
            told = self._hits(self._name, asked, sort, size, after)["hits"]
            total = told["total"]["value"] if total is None else total
            found += [_candidate(hit) for hit in told["hits"]]
            if len(told["hits"]) < size or len(found) >= most:
                return Found(tuple(found), total or 0)
            after = told["hits"][-1]["sort"]

    def _hits(
        self, index: str, asked: Query, sort: list[Any], size: int, after: list[Any] | None
    ) -> Any:
        body = {
            "query": asked,
            "size": size,
            "sort": sort,
            "_source": False,
            "docvalue_fields": list(_NUMBERS),
            "track_total_hits": True,
            "track_scores": True,
        }
        if after is not None:
            body["search_after"] = after
        return self._server.ask("POST", f"/{index}/_search", body)

    def _count(self, asked: Query) -> int:
        found: int = self._server.ask("POST", f"/{self._name}/_count", {"query": asked})["count"]
        return found


def _visible(state: _State) -> Query:
    """What the last finished writing left."""
    seen: Query = {"filter": [{"range": {"born": {"lte": state.writing}}}]}
    if state.gone:
        seen["must_not"] = [any_of("row", list(state.gone))]
    return {"bool": seen}


def _document(entry: Entry, writing: int) -> dict[str, Any]:
    return {
        "id": short(entry.id),
        "row": entry.row,
        "born": writing,
        "since": entry.since,
        "until": entry.until,
        "replaced": entry.replaced,
        "place": entry.place,
        "thing": entry.thing,
        "tier": entry.tier,
        "facet": list(entry.facets),
        "name": list(entry.names),
        "title": [_shortened(keys) for keys in entry.titles],
        "text": [_shortened(keys) for keys in entry.texts],
    }


def _shortened(keys: str) -> str:
    return " ".join(map(short, keys.split()))


def _candidate(hit: Any) -> Candidate:
    row, since, until, place, thing, tier = (hit["fields"][name][0] for name in _NUMBERS)
    return Candidate(row, float(hit.get("_score") or 0.0), since, until, place, thing, tier)


def _batches(many: Iterable[_T]) -> Iterator[list[_T]]:
    rest = iter(many)
    while batch := list(islice(rest, _BATCH)):
        yield batch
