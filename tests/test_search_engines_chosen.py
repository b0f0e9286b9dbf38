"""A whole index on each engine the settings may choose answers alike. Documents are made up."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured

from atazan.search import chosen
from atazan.search.asking import Answered, Asked
from atazan.search.bad import IndexBusy, ServerFails
from atazan.search.document import Document
from atazan.search.index import Index, open_index
from tests.conftest import on_postgresql
from tests.opensearch_standin import StandIn, stand_in
from tests.search_documents import document, indexed

Opened = Callable[..., Index]
ON = ["postgresql"] if on_postgresql() else ["tantivy", "opensearch"]
MARKS = {"postgresql": [pytest.mark.postgresql]}

DOCUMENTS = (
    document("decision/1", "О пенсии судьи.", names=("33-НП",), day="2024-05-01"),
    document("decision/2", {"kk": "Зейнетақы мөлшері туралы.", "ru": "О размере пенсии."}),
    document(
        "provision/a@2000-01-01", "Право на жилище.", since="2000-01-01", replaced="2026-07-01"
    ),
    document("provision/a@2026-07-01", "Право на жильё и землю.", since="2026-07-01"),
    document("source/en", {"en": "A pension is not a gift's price."}, facets={"work": ("x", "y")}),
    document("source/odd", "Взяли Заём  «под ключ» вчера.", facets={"work": ("x",)}),
)
QUESTIONS = (
    Asked(words=""),
    Asked(words="пенсия"),
    Asked(words="зейнетақы мөлшері"),
    Asked(words="pension", widen=False),
    Asked(words="право на жилище", day=date(2026, 8, 1)),
    Asked(words="право", day=date(2026, 6, 30)),
    Asked(words='"заем под ключ"'),
    Asked(words='"займы под ключ"'),
    Asked(words="33-нп"),
    Asked(words="пенсия", only={"lang": ("kk", "en"), "work": ("x",)}),
    Asked(words="пенсия \x00 'судьи' & (", only={"work": ("\x00'",)}),
    Asked(words="пенсия", order="newest"),
    Asked(words="жылище", lang="ru"),
)


@pytest.fixture(params=[pytest.param(name, marks=MARKS.get(name, ())) for name in ON])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opened]:
    """Open an index of an audience; another audience is another name."""
    own, made = uuid4().hex[:8], []

    def at(by: str) -> Opened:
        def open(audience: str = "public") -> Index:
            made.append(open_index(f"{own}-{audience}", tmp_path, by=by))
            return made[-1]

        return open

    if request.param == "opensearch":
        with stand_in() as standing:
            yield at(standing.address)
    else:
        yield at(request.param)
    if request.param == "postgresql":
        from atazan.search.engines.postgresql_base import drop_tables

        drop_tables(made[0]._engine._base, own)
    for index in made:
        index.close()


def told(answer: Answered) -> tuple[object, ...]:
    """What must be the same on every engine: what is found, not in which order."""
    ids = sorted(hit.id for hit in answer.hits)
    snippets = {hit.id: hit.snippet for hit in answer.hits}
    return ids, answer.total, answer.facets, answer.straight, answer.meant, snippets


def test_every_question_has_the_same_answer(opened: Opened):
    index, plain = opened(), indexed(*DOCUMENTS)
    index.put(DOCUMENTS, entry=5, state="x")

    for asked in QUESTIONS:
        assert told(index.ask(asked)) == told(plain.ask(asked)), asked
    again = opened()
    assert (again.size, again.entry, again.state) == (len(DOCUMENTS), 5, "x")
    assert again.get("decision/2") == DOCUMENTS[1]
    assert again.get("decision/none") is None


def test_what_is_put_dropped_replaced_and_purged(opened: Opened):
    index = opened()
    index.put(DOCUMENTS, entry=1)
    index.put([document("decision/1", "Об аренде.")], drop=["source/en", "none"], entry=2)

    assert index.size == len(DOCUMENTS) - 1
    assert index.ask(Asked(words="pension")).total == 1
    assert index.ask(Asked(words="аренда")).total == 1
    index.purge()
    assert (index.size, index.entry) == (len(DOCUMENTS) - 1, 2)
    assert index.ask(Asked(words="аренда")).total == 1
    assert "судьи" not in index._shelf.vocabulary("ru")
    index.replace(DOCUMENTS[:2], entry=3)
    assert (index.size, index.entry, len(index._shelf)) == (2, 3, 2)
    assert [one.id for _, one in index._shelf.all()] == ["decision/1", "decision/2"]
    assert index._shelf.vocabulary("kk") == {"зейнетақы": 1, "мөлшері": 1, "туралы": 1}


def test_audiences_are_kept_apart(opened: Opened):
    public, court = opened("public"), opened("court")
    public.put(DOCUMENTS[:1])
    court.put(DOCUMENTS[1:])

    assert (public.size, court.size) == (1, len(DOCUMENTS) - 1)
    assert [hit.id for hit in public.ask(Asked(words="пенсия")).hits] == ["decision/1"]
    court.replace(())
    assert opened("public").ask(Asked(words="пенсия")).total == 1


def test_a_writing_that_breaks_off_leaves_no_trace(opened: Opened):
    index = opened()
    index.put(DOCUMENTS[:1], entry=1)

    def broken() -> Iterator[Document]:
        yield DOCUMENTS[1]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        index.put(broken(), drop=["decision/1"], entry=2)

    assert (index.size, index.entry) == (1, 1)
    assert index.ask(Asked(words="зейнетақы", widen=False)).total == 0
    index.put(DOCUMENTS[1:2], entry=2)
    assert (index.size, len(index._shelf)) == (2, 2)


@pytest.mark.parametrize("order", ["best", "newest", "oldest"])
def test_pages_show_everything_once_also_when_something_is_written_between(
    opened: Opened, order: str
):
    index = opened()
    index.put(
        document(f"decision/{n}", "Пенсия. " * (n % 5 + 1), day=f"20{n % 20:02}-01-01")
        for n in range(40)
    )
    seen, after = [], None

    while True:
        told = index.ask(Asked(words="пенсия", order=order, most=15, after=after))
        seen += [hit.id for hit in told.hits]
        if after is None:
            index.put([document("decision/new", "Пенсия.", day="2010-06-01")])
        after = told.after
        if after is None:
            break

    assert len(seen) == len({*seen})
    assert {f"decision/{n}" for n in range(40)} <= {*seen}


def test_one_writes_at_a_time(opened: Opened):
    first, second = opened(), opened()
    second._writing._wait = 0.05

    with first._writing, pytest.raises(IndexBusy):
        second.put(DOCUMENTS)
    second.put(DOCUMENTS)
    assert first.size == len(DOCUMENTS)


def test_an_index_of_another_shape_is_another_and_the_old_one_goes(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
):
    opened().put(DOCUMENTS)
    monkeypatch.setattr(chosen, "shape", lambda: "0-other")

    index = opened()

    assert index.size == 0
    index.replace(DOCUMENTS[:1])
    assert index.size == 1
    monkeypatch.undo()
    assert opened().size == 0


def test_a_setting_that_says_no_place_is_told_with_what_it_may_be(tmp_path: Path):
    for by in ("sqlite", "", "https://", "opensearch:9200", "PostgreSQL"):
        with pytest.raises(ImproperlyConfigured, match="tantivy, postgresql") as bad:
            open_index("public", tmp_path, by=by)
        assert f"“{by}”" in str(bad.value)


@pytest.mark.skipif(on_postgresql(), reason="the database is PostgreSQL")
def test_postgresql_is_no_place_beside_another_database(tmp_path: Path):
    with pytest.raises(ImproperlyConfigured, match="ATAZAN_DATABASE"):
        open_index("public", tmp_path, by="postgresql")


@pytest.fixture
def standing() -> Iterator[StandIn]:
    if on_postgresql():
        pytest.skip("asked in the run without PostgreSQL")
    with stand_in() as one:
        yield one


def served(standing: StandIn, key: str = "", **more: str):
    """The engine on the stand-in, by its address with more in it."""
    from atazan.search.engines.opensearch import OpenSearch
    from atazan.search.engines.opensearch_http import Server

    address = standing.address.replace("http://", f"http://{more.get('who', '')}")
    return OpenSearch(Server(address, key, waits=(0, 0, 0)), "made-up")


def test_a_busy_server_is_asked_again(standing: StandIn):
    from atazan.search.engines import Mark, Plan
    from tests.search_contract import entry

    engine = served(standing)
    standing.troubles = [429, 503, 200, 0, 502]
    standing.full = [429, 429]
    engine.write([entry(row, "court") for row in range(1, 5)], (), Mark(3))

    assert (engine.size, engine.rows(), engine.mark.entry) == (4, {1, 2, 3, 4}, 3)
    assert engine.find(Plan(), 10).total == 4


def test_a_server_that_stays_busy_or_silent_is_told_and_nothing_is_half_done(standing: StandIn):
    from atazan.search.engines import Mark
    from tests.search_contract import entry

    engine = served(standing)
    engine.write([entry(1, "court")], (), Mark(1))
    for trouble, said in ((429, "429"), (503, "503"), (0, "127.0.0.1"), (500, "trouble")):
        standing.troubles = [200, 200, trouble, trouble, trouble, trouble]
        with pytest.raises(ServerFails) as fails:
            engine.write([entry(2, "court")], ["source/1"], Mark(2))
        assert len({fails.value.says(lang) for lang in ("kk", "ru", "en")}) == 3
        assert said in fails.value.says("kk")
        standing.troubles = []
        assert (engine.rows(), engine.mark) == ({1}, Mark(1))
    standing.full = [400]
    with pytest.raises(ServerFails):
        engine.write([entry(2, "court")], (), Mark(2))


def test_a_server_lets_in_by_name_or_by_key(standing: StandIn):
    standing.allow("ата", "a:b@c")
    with pytest.raises(ServerFails, match="ATAZAN_SEARCH_KEY"):
        served(standing)
    assert served(standing, who="%D0%B0%D1%82%D0%B0:a%3Ab%40c@").size == 0
    standing.allowed = "ApiKey made-up"
    assert served(standing, key="made-up").size == 0


def test_what_is_no_server_is_told(standing: StandIn):
    from atazan.search.engines.opensearch_http import Server

    with pytest.raises(ServerFails, match=r"127\.0\.0\.1"):
        Server("http://127.0.0.1:1", waits=()).ask("GET", "/")
    with pytest.raises(ServerFails, match="refused a request"):
        Server(standing.address, waits=()).ask("GET", "/no/such/thing")


def test_the_server_never_gets_a_word_as_it_is_written(standing: StandIn, tmp_path: Path):
    index = open_index("public", tmp_path, by=standing.address)
    index.put([document("source/1", "Обжалованию подлежит.", title={"ru": "Заглавие"})])

    kept = str([vars(one) for i in standing.indexes.values() for one in i.now.values()])

    assert "обжалован" in kept
    assert "Обжалованию" not in kept and "Заглавие" not in kept
    assert os.listdir(tmp_path / "public")
