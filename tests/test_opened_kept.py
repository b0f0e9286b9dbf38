"""Originals are kept once, whole, with each time they came."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest

from atazan.sources.opened import Unopened
from atazan.sources.opened.kept import Kept, Received

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 9, 2, 12, tzinfo=UTC)
DATA = "Сот отырысы".encode()


def test_the_same_bytes_are_kept_once_with_each_time_they_came(tmp_path):
    kept = Kept(tmp_path)
    one, two = kept.keep(DATA, "a.txt", NOON), kept.keep(DATA, "b.txt", LATER)
    kept.keep(DATA, "a.txt", NOON)

    assert one == two == hashlib.sha256(DATA).hexdigest()
    assert kept.read(one) == DATA and kept.path(one) == tmp_path / one[:2] / one[2:]
    assert kept.received(one) == [Received(NOON, "a.txt"), Received(LATER, "b.txt")]
    assert sorted(p.name for p in (tmp_path / one[:2]).iterdir()) == [one[2:], one[2:] + ".jsonl"]


def test_a_torn_line_loses_nothing_else(tmp_path):
    kept = Kept(tmp_path)
    digest = kept.keep(DATA, "a.txt", NOON)
    beside = kept.path(digest).with_name(digest[2:] + ".jsonl")
    with beside.open("ab") as file:
        file.write(b'{"when":"2026-')
    kept.keep(DATA, "b.txt", LATER)

    assert [came.place for came in kept.received(digest)] == ["a.txt", "b.txt"]


def test_bytes_that_could_not_be_written_whole_are_not_there(tmp_path, monkeypatch):
    def fails(*_):
        raise OSError("the disk is full")

    monkeypatch.setattr("os.replace", fails)
    with pytest.raises(OSError, match="full"):
        Kept(tmp_path).keep(DATA, "a.txt", NOON)

    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_an_original_altered_since_is_told(tmp_path):
    kept = Kept(tmp_path)
    digest = kept.keep(DATA, "a.txt", NOON)
    kept.path(digest).write_bytes(b"altered")

    with pytest.raises(Unopened, match="altered"):
        kept.read(digest)


@pytest.mark.parametrize("digest", ["0" * 64, "../../etc/passwd", ""])
def test_what_is_not_kept_is_told(tmp_path, digest):
    with pytest.raises(Unopened, match="No original"):
        Kept(tmp_path).read(digest)
