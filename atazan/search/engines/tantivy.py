"""An index in a folder (or in memory), by tantivy.

Texts come as keys joined by blanks: the engine only splits them again. The mark is a document of
its own, so that it is written in the same commit as what it speaks of.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import msgspec
import tantivy
from tantivy import FieldType, Occur, Order, Query

from atazan.search import engines
from atazan.search.engines import Candidate, Clause, Entry, Found, Mark, Plan, Term

TITLE_WEIGHT = 2.0
"""A word of the title says more of what a document is about than one of its text."""

EACH_PART = 6.0
"""Added for each part of a question that is said at all: saying two parts once goes before saying
one of them often."""

NAMED = 1000.0
"""Added for a name borne outright: it goes before anything that only says the words."""

_MARK = "mark"
_TIE = 0.0
_HEAP = 64_000_000
_MOST_CODES = 60_000
_EQUAL_MOST = 20_000
"""Of more equal ones than this the order is the engine's."""

_FAST = ("row", "since", "until", "place", "thing", "tier")


def _schema() -> Any:
    build = tantivy.SchemaBuilder()
    build.add_text_field("id", tokenizer_name="raw", index_option="basic")
    build.add_text_field("is", tokenizer_name="raw", index_option="basic")
    build.add_bytes_field("mark", stored=True)
    build.add_text_field("name", tokenizer_name="raw", index_option="basic")
    build.add_text_field("facet", tokenizer_name="raw", index_option="basic", fast=True)
    build.add_unsigned_field("row", indexed=True, fast=True)
    for number in ("since", "until", "replaced", "place", "thing", "tier"):
        build.add_unsigned_field(number, fast=True)
    build.add_text_field("title", tokenizer_name="whitespace")
    build.add_text_field("text", tokenizer_name="whitespace")
    return build.build()


class Tantivy:
    """The engine; `folder` None keeps everything in memory. See `Engine` for what it promises."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(folder) if folder else None)
        self._index.config_reader("manual")
        self._seen: tuple[int, int] = (0, 0)
        self._told: tuple[Mark, int] | None = None
        self._built: tuple[Plan, Query] | None = None

    @property
    def mark(self) -> Mark:
        return self._state()[0]

    @property
    def size(self) -> int:
        return self._state()[1]

    def _state(self) -> tuple[Mark, int]:
        """What is told by the index itself, read once for each writing."""
        searcher = self._searcher()
        if self._told is None:
            hits = searcher.search(self._term("is", _MARK), limit=1, count=False).hits
            kept = [searcher.doc(address)["mark"][0] for _, address in hits]
            mark = msgspec.json.decode(bytes(kept[0]), type=Mark) if kept else Mark()
            self._told = (mark, searcher.num_docs - len(kept))
        return self._told

    def write(self, put: Iterable[Entry], drop: Collection[str], mark: Mark) -> None:
        self._write(put, drop, mark, anew=False)

    def rewrite(self, put: Iterable[Entry], mark: Mark) -> None:
        self._write(put, (), mark, anew=True)

    def _write(
        self, put: Iterable[Entry], drop: Collection[str], mark: Mark, *, anew: bool
    ) -> None:
        writer = self._index.writer(_HEAP, 1)
        try:
            had = not anew and self.size
            if anew:
                writer.delete_all_documents()
            for id in drop:
                writer.delete_documents_by_term("id", id)
            seen: set[str] = set()
            for entry in put:
                if had or entry.id in seen:
                    writer.delete_documents_by_term("id", entry.id)
                seen.add(entry.id)
                writer.add_document(self._document(entry))
            writer.delete_documents_by_term("is", _MARK)
            kept = {"is": _MARK, "mark": msgspec.json.encode(mark)}
            writer.add_document(tantivy.Document.from_dict(kept, self._schema))
            writer.commit()
            if anew:
                writer.garbage_collect_files()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()
            self._index.reload()
            self._told = None

    def _document(self, entry: Entry) -> Any:
        fields: dict[str, Any] = {
            "id": entry.id,
            "row": entry.row,
            "since": entry.since,
            "until": entry.until,
            "replaced": entry.replaced,
            "place": entry.place,
            "thing": entry.thing,
            "tier": entry.tier,
            "facet": list(entry.facets),
            "name": list(entry.names),
            "title": list(entry.titles),
            "text": list(entry.texts),
        }
        return tantivy.Document.from_dict(fields, self._schema)

    def find(
        self,
        plan: Plan,
        most: int,
        *,
        order: engines.Order = "best",
        beyond: int | None = None,
    ) -> Found:
        searcher = self._searcher()
        query = self._query(plan)
        if most == 0:
            return Found((), searcher.search(query, limit=1).count)
        if order == "best":
            return _found(searcher, *_best(searcher, query, most))
        ascending = order == "oldest"
        ahead = query if beyond is None else _both(query, self._past(beyond, ascending))
        total = searcher.search(query, limit=1).count
        hits = searcher.search(
            ahead,
            limit=max(most, 1),
            count=False,
            order_by_field="place",
            order=Order.Asc if ascending else Order.Desc,
        ).hits[:most]
        return _found(searcher, [(0.0, address) for _, address in hits], total)

    def counts(self, plan: Plan) -> dict[str, int]:
        wanted = {"codes": {"terms": {"field": "facet", "size": _MOST_CODES}}}
        found = self._searcher().aggregate(self._query(plan), wanted)
        return {one["key"]: one["doc_count"] for one in found["codes"]["buckets"]}

    def rows(self) -> frozenset[int]:
        searcher = self._searcher()
        hits = searcher.search(Query.exists_query("row"), limit=max(1, searcher.num_docs)).hits
        return frozenset(searcher.fast_field_values("row", [at for _, at in hits]))

    def close(self) -> None:
        """Nothing is held open but files that go with the object."""

    def _searcher(self) -> Any:
        """The newest state: what another process committed is seen by the file that says it."""
        if self._folder is not None:
            told = os.stat(self._folder / "meta.json")
            seen = (told.st_mtime_ns, told.st_ino)
            if seen != self._seen:
                self._index.reload()
                self._seen, self._told = seen, None
        return self._index.searcher()

    # The plan as queries of tantivy

    def _query(self, plan: Plan) -> Query:
        """The query of a plan; the last is kept, as one answer asks it several times."""
        last = self._built
        if last is None or last[0] != plan:
            last = self._built = (plan, self._made(plan))
        return last[1]

    def _made(self, plan: Plan) -> Query:
        said = [self._clause(clause, plan) for clause in plan.clauses]
        named = [Query.const_score_query(self._term("name", name), NAMED) for name in plan.names]
        parts: list[tuple[Occur, Query]] = []
        if said or named:
            parts.append((Occur.Must, _said(said, plan.need, named)))
        parts += [(Occur.Must, self._any(clause.terms)) for clause in plan.must]
        if not parts:
            parts.append((Occur.Must, Query.exists_query("row")))
        parts += [(Occur.Must, _still(one)) for one in self._filters(plan)]
        parts += [(Occur.Should, _lifted(self._any(clause.terms))) for clause in plan.besides]
        return parts[0][1] if len(parts) == 1 else Query.boolean_query(parts)

    def _filters(self, plan: Plan) -> Iterable[Query]:
        if plan.day is not None:
            yield self._range("since", None, plan.day)
            yield self._range("replaced", plan.day + 1, None)
        for name, values in plan.only:
            codes = [f"{name}={value}" for value in values]
            yield Query.term_set_query(self._schema, "facet", codes)
        if plan.among is not None:
            yield Query.term_set_query(self._schema, "row", list(plan.among))

    def _clause(self, clause: Clause, plan: Plan) -> Query:
        best = self._any(clause.terms)
        if plan.need >= len(plan.clauses):
            return best
        return _lifted(best)

    def _any(self, terms: Collection[Term]) -> Query:
        ways = [
            _boosted(self._keys(where, term), term.weight * weight)
            for term in terms
            for where, weight in (("text", 1.0), ("title", TITLE_WEIGHT))
        ]
        return ways[0] if len(ways) == 1 else Query.disjunction_max_query(ways, _TIE)

    def _keys(self, field: str, term: Term) -> Query:
        if term.together and len(term.keys) > 1:
            return Query.phrase_query(self._schema, field, list(term.keys))
        all = [
            Query.term_query(self._schema, field, key, "freq") for key in dict.fromkeys(term.keys)
        ]
        return all[0] if len(all) == 1 else Query.boolean_query([(Occur.Must, q) for q in all])

    def _term(self, field: str, value: str | int) -> Query:
        return Query.term_query(self._schema, field, value, "basic")

    def _range(self, field: str, low: int | None, high: int | None) -> Query:
        return Query.range_query(self._schema, field, FieldType.Unsigned, low, high)

    def _past(self, place: int, ascending: bool) -> Query:
        return (
            self._range("place", place + 1, None)
            if ascending
            else self._range("place", None, place - 1)
        )


def _best(searcher: Any, query: Query, most: int) -> tuple[list[tuple[float, Any]], int]:
    """The first `most` by score, equal ones by place. The engine leaves the order of equal ones
    open: more are fetched until the last wanted is better than the last fetched."""
    fetched = most + 1
    while True:
        result = searcher.search(query, limit=fetched)
        hits = result.hits
        cut = len(hits) <= most or hits[-1][0] < hits[most - 1][0]
        if cut or fetched >= min(result.count, _EQUAL_MOST):
            break
        fetched *= 4
    places = searcher.fast_field_values("place", [address for _, address in hits])
    ranked = sorted(zip(hits, places, strict=True), key=lambda one: (-one[0][0], one[1]))
    return [hit for hit, _ in ranked[:most]], result.count


def _found(searcher: Any, hits: list[tuple[float, Any]], total: int) -> Found:
    at = [address for _, address in hits]
    columns = [searcher.fast_field_values(name, at) for name in _FAST]
    rows = zip(*columns, strict=True)
    return Found(
        tuple(
            Candidate(row, float(hit[0]), since, until, place, thing, tier)
            for hit, (row, since, until, place, thing, tier) in zip(hits, rows, strict=True)
        ),
        total,
    )


def _said(said: list[Query], need: int, named: list[Query]) -> Query:
    """What says enough of the clauses, or bears a name."""
    words: Query | None = None
    if len(said) == 1:
        words = said[0]
    elif said:
        words = Query.boolean_query(
            [(Occur.Should, one) for one in said], minimum_number_should_match=min(need, len(said))
        )
    ways = ([words] if words is not None else []) + named
    return ways[0] if len(ways) == 1 else Query.boolean_query([(Occur.Should, w) for w in ways])


def _lifted(part: Query) -> Query:
    """A part with what is added for its being said at all."""
    plus = Query.const_score_query(Query.all_query(), EACH_PART)
    return Query.boolean_query([(Occur.Must, part), (Occur.Should, plus)])


def _both(one: Query, other: Query) -> Query:
    return Query.boolean_query([(Occur.Must, one), (Occur.Must, _still(other))])


def _still(query: Query) -> Query:
    """The query without a say in the score."""
    return Query.boost_query(Query.const_score_query(query, 1.0), 0.0)


def _boosted(query: Query, weight: float) -> Query:
    return query if weight == 1.0 else Query.boost_query(query, weight)
