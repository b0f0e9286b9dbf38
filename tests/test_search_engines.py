"""What every engine promises, asked of each that is here.

tantivy and OpenSearch with `make test`, PostgreSQL with `make test-postgresql`. OpenSearch is a
stand-in that speaks its interface (`tests/opensearch_standin.py`), not the server.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from atazan.search.engines import Clause, Engine, Mark, Plan, Term
from tests.conftest import on_postgresql
from tests.opensearch_standin import stand_in
from tests.search_contract import counted, entries, entry, found, plans

ENGINES = ["postgresql"] if on_postgresql() else ["tantivy", "opensearch"]
Opened = Callable[[], Engine]
Place = tuple[Opened, Callable[[], None]]


def word(*keys: str, **more: object) -> Clause:
    return Clause((Term(keys, **more),))


def asked(*keys: str, **more: object) -> Plan:
    """A plan that asks for each key."""
    return Plan(clauses=tuple(word(key) for key in keys), **({"need": len(keys)} | more))


def rows(engine: Engine, plan: Plan, most: int = 100, **more: object) -> list[int]:
    return [one.row for one in engine.find(plan, most, **more).candidates]


def _tantivy(folder: Path) -> Iterator[Place]:
    from atazan.search.engines.tantivy import Tantivy

    yield lambda: Tantivy(folder / "keys"), lambda: None


def _postgresql(folder: Path) -> Iterator[Place]:
    from atazan.search.engines.postgresql import Postgresql
    from atazan.search.engines.postgresql_base import Base, drop_tables
    from tests.search_postgresql import REACHED, break_off

    name = f"made-up_{uuid4().hex[:12]}"
    bases: list[Base] = []

    def opened() -> Engine:
        bases.append(Base(REACHED, name))
        return Postgresql(bases[-1])

    yield opened, lambda: break_off(REACHED)
    drop_tables(bases[0], f"{name}_")
    for base in bases:
        base.close()


def _opensearch(folder: Path) -> Iterator[Place]:
    from atazan.search.engines.opensearch import OpenSearch
    from atazan.search.engines.opensearch_http import Server

    with stand_in() as standing:

        def cut() -> None:
            standing.troubles[:] = [0] * 4

        yield lambda: OpenSearch(Server(standing.address, waits=(0, 0)), "made-up"), cut


_PLACES = {"tantivy": _tantivy, "postgresql": _postgresql, "opensearch": _opensearch}


@pytest.fixture(
    params=[
        pytest.param(name, marks=[pytest.mark.postgresql] if name == "postgresql" else [])
        for name in ENGINES
    ]
)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """How to open an engine at one place, again and again, and how to cut a writing off."""
    yield from _PLACES[request.param](tmp_path)


@pytest.fixture
def opened(place: Place) -> Opened:
    return place[0]


@pytest.fixture
def engine(opened: Opened) -> Engine:
    return opened()


def test_an_empty_engine_has_nothing_and_is_up_to_nothing(engine: Engine):
    assert (engine.size, engine.mark, engine.rows()) == (0, Mark(), frozenset())
    assert engine.find(Plan(), 10).total == 0
    assert engine.find(asked("court"), 0).total == 0
    assert engine.counts(Plan()) == {}


def test_the_same_is_found_and_counted_as_plain_python_finds(engine: Engine):
    kept = entries(40, random.Random(5))
    engine.write(kept, (), Mark(1))
    some = 0

    for plan in plans(70, random.Random(6)):
        expected = found(plan, kept)
        told = engine.find(plan, 100)
        assert {one.row for one in told.candidates} == {one.row for one in expected}, plan
        assert told.total == engine.find(plan, 0).total == len(expected)
        assert engine.counts(plan) == counted(expected), plan
        some += 0 < len(expected) < 40

    assert some > 30


def test_a_candidate_tells_what_the_ranking_asks(engine: Engine):
    kept = entry(7, "court", since=20200101, until=20260701, place=20200101 << 32 | 9, thing=2**47)
    engine.write([kept], (), Mark())

    one = engine.find(asked("court"), 1).candidates[0]

    assert (one.row, one.since, one.until) == (7, 20200101, 20260701)
    assert (one.place, one.thing, one.tier) == (20200101 << 32 | 9, 2**47, 0)
    assert one.score > 0


def test_what_is_put_takes_the_place_of_its_id_and_what_is_dropped_is_gone(engine: Engine):
    engine.write([entry(1, "court"), entry(2, "court"), entry(3, "court law")], (), Mark(1, "a"))
    engine.write([entry(4, "law", id="source/1")], ["source/2", "source/none"], Mark(2, "b"))

    assert engine.rows() == {3, 4}
    assert (engine.size, engine.mark) == (2, Mark(2, "b"))
    assert set(rows(engine, asked("court"))) == {3}
    assert set(rows(engine, asked("law"))) == {3, 4}


def test_of_an_id_put_twice_at_once_the_last_stays(engine: Engine):
    twice = [entry(1, "court", id="a"), entry(2, "law", id="b"), entry(3, "pension", id="a")]
    engine.write(twice, (), Mark())
    assert (engine.rows(), engine.size) == ({2, 3}, 2)
    engine.rewrite([entry(4, "court", id="a"), entry(5, "law", id="a")], Mark())
    assert (engine.rows(), engine.size) == ({5}, 1)
    assert rows(engine, asked("court")) == []


def test_written_anew_nothing_of_before_is_left(engine: Engine):
    engine.write([entry(1, "court"), entry(2, "law")], (), Mark(1))
    engine.rewrite([entry(3, "pension")], Mark(5, "x"))

    assert (engine.rows(), engine.size, engine.mark) == ({3}, 1, Mark(5, "x"))
    assert rows(engine, asked("court")) == []
    engine.write([entry(4, "court")], (), Mark(6))
    assert engine.size == 2
    engine.rewrite([], Mark())
    assert (engine.rows(), engine.size, engine.mark) == (frozenset(), 0, Mark())


def test_opened_again_it_is_as_it_was_left_and_others_see_what_is_written(opened: Opened):
    first, second = opened(), opened()
    first.write([entry(1, "court", facets=("kind=source",))], (), Mark(7, "abc"))

    for one in (second, opened()):
        assert (one.size, one.mark) == (1, Mark(7, "abc"))
        assert rows(one, asked("court")) == [1]
        assert one.counts(Plan()) == {"kind=source": 1}
    second.rewrite([entry(2, "law")], Mark(8))
    assert (first.mark, rows(first, asked("law"))) == (Mark(8), [2])


@pytest.mark.parametrize("anew", [False, True])
def test_a_writing_that_breaks_off_leaves_the_last_finished_one(place: Place, anew: bool):
    opened, cut = place
    engine = opened()
    engine.write([entry(1, "court")], (), Mark(1))

    def broken() -> Iterator[object]:
        yield from (entry(row, "pension") for row in range(2, 1500))
        cut()
        yield from (entry(row, "pension") for row in range(1500, 3000))
        raise RuntimeError

    with pytest.raises(Exception):  # noqa: B017
        if anew:
            engine.rewrite(broken(), Mark(2))
        else:
            engine.write(broken(), ["source/1"], Mark(2))

    again = opened()
    assert (again.size, again.mark, again.rows()) == (1, Mark(1), {1})
    assert rows(again, asked("court")) == [1]
    assert again.find(asked("pension"), 10).total == 0
    again.write([entry(9000, "pension")], (), Mark(3))
    assert (again.rows(), again.mark) == ({1, 9000}, Mark(3))


def test_rare_words_titles_and_all_parts_go_first(engine: Engine):
    engine.write(
        [
            *(entry(row, "court law law", titles=("law",), place=row) for row in range(10, 40)),
            entry(1, "court pension", titles=("law",), place=1),
            entry(2, "law of law", titles=("pension",), place=2),
            entry(3, "law of law", names=("o-o",), place=3),
        ],
        (),
        Mark(),
    )

    assert rows(engine, asked("pension"))[0] == 2
    assert rows(engine, asked("court", "pension", need=1))[:2] == [1, 2]
    assert rows(engine, asked("pension", names=("o-o",))) == [3, 2, 1]
    assert rows(engine, asked("law", besides=(word("pension"),)))[0] == 2


def test_a_weight_counts(engine: Engine):
    engine.write([entry(1, "court x", place=2), entry(2, "law x", place=1)], (), Mark())
    ways = Clause((Term(("court",), 1.0), Term(("law",), 0.5)))

    assert rows(engine, Plan(clauses=(ways,))) == [1, 2]


def test_equal_ones_are_ordered_by_place(engine: Engine):
    engine.write([entry(row, "court", place=row * 7 % 31) for row in range(1, 31)], (), Mark())

    told = engine.find(asked("court"), 10)

    assert [one.place for one in told.candidates] == list(range(1, 11))
    assert told.total == 30


@pytest.mark.parametrize(("order", "descending"), [("newest", True), ("oldest", False)])
def test_by_day_pages_go_on_from_the_last_place(engine: Engine, order: str, descending: bool):
    places = [20240101 << 32 | row * 7 % 31 for row in range(1, 31)]
    engine.write([entry(n, "court", place=at) for n, at in enumerate(places)], (), Mark())
    engine.write([entry(99, "law", place=20240101 << 32 | 40)], (), Mark())
    seen: list[int] = []

    while True:
        beyond = seen[-1] if seen else None
        told = engine.find(asked("court"), 8, order=order, beyond=beyond)
        assert told.total == 30
        if not told.candidates:
            break
        seen += [one.place for one in told.candidates]

    assert seen == sorted(places, reverse=descending)


def test_odd_keys_names_and_codes_are_kept_as_they_are(engine: Engine):
    odd = ["a'b", "a\\b", "a:b", "a&b|!c", '"a"', "ru:«а»", "<->", "x" * 300, "ж" * 3000, "*", "+a"]
    engine.write(
        [
            entry(row, f"one {key} two", facets=(f"work={key}",), names=(key[:200],), place=row)
            for row, key in enumerate(odd)
        ],
        (),
        Mark(),
    )

    for row, key in enumerate(odd):
        assert rows(engine, asked(key)) == [row], key
        assert rows(engine, Plan(must=(word("one", key, "two", together=True),))) == [row], key
        assert rows(engine, Plan(only=(("work", (key,)),))) == [row], key
        assert rows(engine, Plan(names=(key[:200],))) == [row], key
    assert rows(engine, asked("x" * 299 + "y")) == []
    assert rows(engine, Plan(only=(("work", ("\x00",)),))) == []


def test_phrases_are_found_however_long_a_text_is(engine: Engine):
    far = " ".join(["law"] * 17_000)
    engine.write(
        [
            entry(1, f"{far} court pension {far}"),
            entry(2, f"{far} pension court {far}"),
            entry(3, [f"{far} court", "pension"]),
            entry(4, "law " * 300 + "court pension", titles=("court",)),
        ],
        (),
        Mark(),
    )

    said = Plan(must=(word("court", "pension", together=True),))
    assert set(rows(engine, said)) == {1, 4}
    assert set(rows(engine, asked("court", "pension"))) == {1, 2, 3, 4}
