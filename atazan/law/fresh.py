"""Whether what was read of the register still holds: a stamp, the same until something is recorded.

Where no request is served every question asks anew; while one is served the first asks, and those
after its own writes: a page is of one state. SQLite tells in a few microseconds whether another
connection wrote, and for nothing whether this one did; only then is the last entry of the journal
looked up; inside a transaction that wrote, a stamp holds until the next write. PostgreSQL is asked
for that entry; inside a transaction that may write, at every question. What was read before a
rollback is gone with it.

The registers follow from the journal, so its last entry stands for them. `restore` alone writes
them without an entry: a server that runs meanwhile is to be started again.
"""

from __future__ import annotations

import threading
from typing import Any

from django.core.signals import request_finished, request_started
from django.db import DEFAULT_DB_ALIAS, connections

from atazan.law.quickly import answers


class _Last(threading.local):
    """The last stamp this thread was given, and what it was given for."""

    serving = False
    only_reads = False
    version: int | None = None
    hooks: Any = None
    marks: Any = None
    stamp: object = None


_last = _Last()
_LAST_ENTRY = "SELECT number, hash FROM journal_entry ORDER BY number DESC LIMIT 1"


def stamp() -> object:
    """What is equal to an earlier stamp only where the register reads as it did then."""
    db = connections[DEFAULT_DB_ALIAS]
    if db.connection is None:
        db.ensure_connection()
    marks = _marks(db)
    # Django makes this list anew at every commit, rollback and return to a savepoint.
    if marks is not None and marks == _last.marks and db.run_on_commit is _last.hooks:
        return _last.stamp
    _last.hooks, _last.marks = db.run_on_commit, marks
    own = db.in_atomic_block and db.vendor == "sqlite"
    _last.stamp = object() if own else _last_entry()
    return _last.stamp


def _marks(db: Any) -> object:
    """What changes with every write SQLite knows of; on PostgreSQL None: ask."""
    if db.vendor == "sqlite":
        own = db.connection
        if _last.version is None or not _last.serving:
            _last.version = own.execute("PRAGMA data_version").fetchone()[0]
        return own.total_changes, _last.version
    once = _last.serving and (_last.only_reads or not db.in_atomic_block)
    return "request" if once else None


def _last_entry() -> object:
    rows = answers(_LAST_ENTRY)
    return tuple(rows[0]) if rows else ()


def _begins(environ: dict[str, Any] | None = None, **_: object) -> None:
    _last.serving = True
    _last.only_reads = (environ or {}).get("REQUEST_METHOD") in ("GET", "HEAD")
    _anew()


def _ends(**_: object) -> None:
    _last.serving = False
    _anew()


def _anew() -> None:
    """The next question asks the database, whatever this thread knew."""
    _last.version = None
    if _last.marks == "request":
        _last.marks = None


request_started.connect(_begins, dispatch_uid="atazan.law.fresh.begins")
request_finished.connect(_ends, dispatch_uid="atazan.law.fresh.ends")
