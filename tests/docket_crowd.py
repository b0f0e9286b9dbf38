"""Several people at once on one database: `python -m tests.docket_crowd`, in a process of its own.

The database is made for it (a file on SQLite, a test database on PostgreSQL) and taken away again.
The last line printed is what was found, as JSON.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import django
from django.conf import settings

DAY = date(2026, 9, 1)
ROUNDS = 8


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Do deeds at the same moment, each in a thread with a connection of its own."""
    from django.db import connections

    gate, done = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(place: int, deed: Callable[[], Any]) -> None:
        try:
            gate.wait(30)
            done[place] = deed()
        except Exception as wrong:
            done[place] = f"{type(wrong).__name__}: {wrong}"
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(deeds)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(120)
    return done


def file(name: str) -> str:
    """File a petition; its number."""
    from atazan.docket.filing import Handed, file
    from atazan.journal.record import By
    from tests.docket_way import at, facts_of

    facts, _ = facts_of(DAY)
    handed = Handed(language="kk", applicant="{}", statement=f"of {name}", facts=facts)
    return file(handed, by=By(name, "citizen"), at=at(DAY)).id


def clerks() -> list[dict[str, Any]]:
    """Two clerks see the same petition; one registers it, the other returns it."""
    from atazan.docket.acts import PetitionRegistered, PetitionReturned
    from atazan.docket.models import Petition
    from atazan.journal.record import version_of

    found = []
    for _ in range(ROUNDS):
        id = file("a-citizen")
        seen = version_of(f"petition/{id}")
        known = {"id": id, "done_on": DAY.isoformat()}
        why = {"grounds": ("sr2-form-content",), "reasons": "words"}
        mine = [PetitionRegistered(**known), PetitionReturned(**known, **why)]
        done = at_once(*(partial(_send, act, seen) for act in mine))
        step = Petition.objects.get(pk=id).step
        found.append({"step": step, "version": version_of(f"petition/{id}"), "done": done})
    return found


def _send(act: Any, seen: int) -> dict[str, Any]:
    from atazan.journal.problems import Stale
    from atazan.journal.record import record
    from tests.docket_way import at, by

    try:
        return {"kind": record(act, by=by("registry"), at=at(DAY), seen=seen).kind}
    except Stale as stale:
        theirs = [one.kind for one in stale.theirs]
        return {"mine": stale.mine.kind, "theirs": theirs, "now": stale.now}


def filings(number: int) -> dict[str, Any]:
    """So many citizens file at once."""
    from atazan.docket.models import Petition
    from atazan.journal.models import Entry

    before = Entry.objects.count()
    ids = at_once(*(partial(file, f"c-{one}") for one in range(number)))
    numbers = list(Entry.objects.order_by("number").values_list("number", flat=True))
    return {
        "ids": ids,
        "there": Petition.objects.filter(pk__in=ids).count(),
        "new": len(numbers) - before,
        "gapless": numbers == list(range(1, len(numbers) + 1)),
    }


def main() -> None:
    django.setup()
    from django.db import connection

    if connection.vendor == "sqlite":
        name = str(Path(settings.HOME) / "crowd.sqlite3")
    else:
        name = f"test_crowd_{connection.settings_dict['NAME']}"
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        from atazan.journal.replay import replay
        from atazan.journal.verify import verify

        found = {"clerks": clerks(), "two": filings(2), "twenty": filings(20)}
        found["wrong"] = [str(one) for one in (*verify().breaks, *replay().differences)]
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
