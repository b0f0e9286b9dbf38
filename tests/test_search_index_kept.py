"""What is kept in folders: marks, crashes, writers, shapes, and that what is dropped is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from atazan.search import shape
from atazan.search.asking import Asked
from atazan.search.bad import IndexBusy
from atazan.search.document import Document
from atazan.search.index import open_index
from atazan.search.writing import Writing
from tests.search_documents import document

ONE, TWO = document("source/1", "Пенсия."), document("source/2", "Пенсия и пособие.")


def test_an_index_opened_again_is_as_it_was_left(tmp_path: Path):
    index = open_index(home=tmp_path)
    index.put([ONE, TWO], entry=7, state="abc")
    index.close()

    again = open_index(home=tmp_path)

    assert (again.size, again.entry, again.state) == (2, 7, "abc")
    assert again.get("source/2") == TWO
    assert again.get("source/3") is None
    assert again.ask(Asked(words="пособие")).total == 1


def test_audiences_are_two_folders(tmp_path: Path):
    open_index("public", tmp_path).put([ONE])
    open_index("court", tmp_path).put([ONE, TWO])

    assert open_index("public", tmp_path).size == 1
    assert open_index("court", tmp_path).size == 2


def test_a_document_put_again_takes_the_place_of_the_first_also_within_one_writing(tmp_path: Path):
    index = open_index(home=tmp_path)
    index.put([document("source/1", "Старое."), document("source/1", "Среднее.")])
    index.put([document("source/1", "Новое.")], entry=3)

    assert index.size == 1
    assert index.entry == 3
    assert [index.ask(Asked(words=w)).total for w in ("старое", "среднее", "новое")] == [0, 0, 1]


def test_others_see_what_was_written_without_opening_anew(tmp_path: Path):
    reader, writer = open_index(home=tmp_path), open_index(home=tmp_path)
    writer.put([ONE], entry=1)
    assert (reader.size, reader.entry) == (1, 1)
    writer.drop([ONE.id], entry=2)
    assert (reader.size, reader.entry) == (0, 2)


def test_a_writing_that_breaks_off_leaves_the_last_finished_one(tmp_path: Path):
    index = open_index(home=tmp_path)
    index.put([ONE], entry=1)

    def broken():
        yield TWO
        raise RuntimeError

    with pytest.raises(RuntimeError):
        index.put(broken(), entry=2)

    assert (index.size, index.entry) == (1, 1)
    assert index.ask(Asked(words="пособие")).total == 0
    index.put([TWO], entry=2)
    assert (index.size, index.entry) == (2, 2)


KILLED = """
import os, sys
from pathlib import Path
from threading import Event, Thread
from atazan.search.index import open_index
from tests.search_documents import document

def dying():
    for n in range(300):
        yield document(f"source/new-{n}", "Пособие.")
    if sys.argv[2] == "late":
        from atazan.search.shelf import SqliteShelf
        SqliteShelf.forget = lambda *_: os._exit(9)
    else:
        os._exit(9)

open_index(home=Path(sys.argv[1])).put(dying(), drop=["source/1"], entry=2)
"""


@pytest.mark.parametrize(("when", "size", "entry"), [("early", 1, 1), ("late", 300, 2)])
def test_a_process_killed_while_writing_leaves_all_of_it_or_nothing(
    tmp_path: Path, when: str, size: int, entry: int
):
    open_index(home=tmp_path).put([ONE], entry=1)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), when], cwd=Path(__file__).parents[1]
    )
    assert killed.returncode == 9

    index = open_index(home=tmp_path)

    assert (index.size, index.entry) == (size, entry)
    assert index.ask(Asked(words="пенсия")).total == (1 if when == "early" else 0)
    index.put([TWO], entry=3)
    assert index.size == size + 1
    assert len(index._shelf) == size + 1  # what the dead one left is forgotten


def test_one_process_writes_at_a_time(tmp_path: Path):
    with Writing(tmp_path):
        other = os.fork()
        if not other:
            try:
                Writing(tmp_path, wait=0.05).__enter__()
            except IndexBusy as busy:
                os._exit(5 if busy.says("kk") else 6)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(other, 0)[1]) == 5


def test_a_writer_that_waits_gets_its_turn_after_another_thread(tmp_path: Path):
    first, second = Writing(tmp_path), Writing(tmp_path, wait=0.05)
    with first, pytest.raises(IndexBusy):
        second.__enter__()
    with second:
        pass


def test_an_index_of_another_shape_is_not_read_and_goes(tmp_path: Path, monkeypatch):
    open_index(home=tmp_path).put([ONE], entry=1)
    monkeypatch.setattr(shape, "FIELDS", shape.FIELDS + 1)
    shape.shape.cache_clear()
    try:
        index = open_index(home=tmp_path)
        assert (index.size, index.entry) == (0, 0)
        index.put([ONE], entry=1)
        assert [one.name for one in (tmp_path / "public").iterdir()] == [shape.shape()]
    finally:
        shape.shape.cache_clear()


def test_with_its_shelf_lost_an_index_is_empty(tmp_path: Path):
    index = open_index(home=tmp_path)
    index.put([ONE], entry=1)
    index.close()
    for path in tmp_path.rglob("shown.sqlite*"):
        path.unlink()

    again = open_index(home=tmp_path)

    assert (again.size, again.entry) == (0, 0)


def holds(folder: Path, words: str) -> list[Path]:
    """The files that hold the words, as they are or compressed as a document alone."""
    raw = words.encode()
    return [one for one in folder.rglob("*") if one.is_file() and raw in one.read_bytes()]


@pytest.mark.parametrize("how", ["dropped", "replaced"])
def test_what_is_dropped_or_replaced_is_in_no_file_after_a_purge(tmp_path: Path, how: str):
    secret = "құпиясөз"
    index = open_index(home=tmp_path)
    index.put([ONE, document(f"source/{secret}", f"{secret} {secret}", names=(secret,))], entry=1)
    assert holds(tmp_path, secret)

    index.put([TWO], drop=[f"source/{secret}"], entry=2)
    if how == "dropped":
        index.purge()
    else:
        index.replace([ONE, TWO], entry=2)

    assert not holds(tmp_path, secret)
    assert (index.size, index.entry) == (2, 2)
    assert index.ask(Asked(words="пособие")).total == 1
    assert secret not in index._shelf.vocabulary("ru")


def test_replacing_everything_leaves_only_what_was_given(tmp_path: Path):
    index = open_index(home=tmp_path)
    index.put([ONE], entry=1)
    index.replace(iter([TWO]), entry=9, state="x")

    assert (index.size, index.entry, index.state) == (1, 9, "x")
    assert index.get(ONE.id) is None


def test_documents_come_back_whole(tmp_path: Path):
    whole = Document(
        id="provision/x@2026-07-01", kind="provision", title={"kk": "1-бап"}, path="norms/x",
        text={"kk": "Бірінші.\nЕкінші.", "ru": "Первый."}, names=("x",), since="2026-07-01",
        until="2026-08-01", replaced="2026-09-01", day="2026-07-01", facets={"work": ("x",)},
        places={"kk": ((0, "para_1"), (9, "para_2"))}, entry=5,
    )  # fmt: skip
    index = open_index(home=tmp_path)
    index.put([whole])

    assert index.get(whole.id) == whole


def test_the_folder_is_that_of_the_home_by_default(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("ATAZAN_HOME", str(tmp_path))
    open_index().close()

    assert os.listdir(tmp_path / "search") == ["public"]


def test_many_may_ask_while_one_writes(tmp_path: Path):
    index = open_index(home=tmp_path)
    index.put([document(f"source/{n}", "Пенсия.") for n in range(10)])
    totals: set[int] = set()
    wrong: list[BaseException] = []
    written = Event()

    def ask() -> None:
        try:
            while not written.is_set():
                told = index.ask(Asked(words="пенсия", widen=False))
                totals.add(told.total)
        except BaseException as one:
            wrong.append(one)

    askers = [Thread(target=ask) for _ in range(3)]
    for one in askers:
        one.start()
    for first in range(0, 40, 10):
        index.put([document(f"source/{n}", "Пенсия и суд.") for n in range(first, first + 10)])
    written.set()
    for one in askers:
        one.join()

    assert not wrong
    assert totals <= {10, 20, 30, 40}
    assert index.size == 40
