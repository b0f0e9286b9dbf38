"""Recording, replaying and verifying acts, against peers in the same run.

Peers: plain Django with django-simple-history (a row and its history row), and the `eventsourcing`
library (an aggregate's event in its store). Each runs on SQLite in a file, on this machine, one
core, best of three. What we do that they do not: the table of rights, the rules' checks, a hash
chain, a check of the version seen, triggers in the database.

    python bench/journal.py [--acts N]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="atazan-bench-"))
os.environ.update(
    ATAZAN_HOME=str(HOME),
    ATAZAN_SECRET="bench",
    ATAZAN_DATABASE=f"sqlite:///{HOME / 'bench.sqlite3'}",
    DJANGO_SETTINGS_MODULE="atazan.config.settings",
)


def best(deed: Callable[[int], int], rounds: int = 3) -> float:
    """The highest rate over a few rounds, in acts a second; `deed` gets the round's number."""
    rates = []
    for number in range(rounds):
        begun = time.perf_counter()
        count = deed(number)
        rates.append(count / (time.perf_counter() - begun))
    return max(rates)


def ours(acts: int) -> dict[str, float]:
    """Record one by one, in bulk, replay, verify."""
    from datetime import UTC, datetime

    from atazan.journal.record import By, record, record_many
    from atazan.journal.replay import rebuilt, replay
    from atazan.journal.verify import verify
    from atazan.monitoring.acts import FigurePublished

    by, at = By("bench", "curator"), datetime(2026, 11, 21, tzinfo=UTC)

    def act(place: str) -> FigurePublished:
        return FigurePublished(
            id=f"f-{place}",
            body=f"body-{place}",
            metric="petitions_received",
            value="800",
            unit="count",
            sources=("a source",),
        )

    def one_by_one(number: int) -> int:
        for i in range(acts // 10):
            record(act(f"{number}-{i}"), by=by, at=at, seen=0)
        return acts // 10

    def in_bulk(number: int) -> int:
        record_many((act(f"bulk-{number}-{i}") for i in range(acts)), by=by, at=at)
        return acts

    found = {"record, one by one": best(one_by_one), "record, in bulk": best(in_bulk)}
    found["rebuild the registers"] = best(lambda _: rebuilt()[1])
    found["replay (rebuild and compare)"] = best(lambda _: replay().entries)
    found["verify"] = best(lambda _: verify().entries)
    return found


def simple_history(acts: int) -> dict[str, float]:
    """Save a row with its history, and read all history back."""
    from django.db import connection, models, transaction
    from simple_history.models import HistoricalRecords

    class Row(models.Model):
        body = models.CharField(max_length=120)
        metric = models.CharField(max_length=80)
        value = models.CharField(max_length=40)
        unit = models.CharField(max_length=20)
        history = HistoricalRecords()

        class Meta:
            app_label = "simple_history"

    with connection.schema_editor() as editor:
        editor.create_model(Row)
        editor.create_model(Row.history.model)

    def save(number: int) -> int:
        for i in range(acts // 10):
            with transaction.atomic():
                Row.objects.create(body=f"b-{number}-{i}", metric="m", value="800", unit="count")
        return acts // 10

    def read(_: int) -> int:
        return sum(1 for row in Row.history.order_by("history_id").iterator() if row.body)

    return {"save a row with its history": best(save), "read the history back": best(read)}


def eventsourcing(acts: int) -> dict[str, float]:
    """Save a new aggregate's event, and read all events back as domain objects."""
    from eventsourcing.application import Application
    from eventsourcing.domain import Aggregate, event

    class Figure(Aggregate):
        @event("Published")
        def __init__(self, body: str, metric: str, value: str, unit: str) -> None:
            self.body, self.metric, self.value, self.unit = body, metric, value, unit

    app: Application = Application(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": str(HOME / "events.sqlite3"),
        }
    )

    def save(number: int) -> int:
        for i in range(acts // 10):
            app.save(Figure(f"b-{number}-{i}", "m", "800", "count"))
        return acts // 10

    def read(_: int) -> int:
        count = start = 0
        while True:
            page = app.recorder.select_notifications(start=start + 1, limit=1000)
            if not page:
                return count
            for notification in page:
                app.mapper.to_domain_event(notification)
                count += 1
            start = page[-1].id

    return {"save an aggregate": best(save), "read the events back": best(read)}


def limit() -> dict[str, float]:
    """The floor under verify: SHA-256 over bodies of the same size, nothing else."""
    body = b"x" * 600

    def hashing(_: int) -> int:
        for _i in range(200_000):
            hashlib.sha256(body).hexdigest()
        return 200_000

    return {"SHA-256 of 600 bytes": best(hashing)}


def main() -> None:
    """Print every rate, and ours as ratios of theirs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=10_000)
    acts = parser.parse_args().acts
    import django
    from django.conf import settings

    settings.INSTALLED_APPS += ["simple_history"]
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    mine, history, events, floor = ours(acts), simple_history(acts), eventsourcing(acts), limit()
    for name, rates in (
        ("Ata Zañ", mine),
        ("django-simple-history", history),
        ("eventsourcing", events),
        ("limit", floor),
    ):
        for what, rate in rates.items():
            print(f"{name:<22} {what:<32} {rate:>10,.0f} a second")
    one = mine["record, one by one"]
    print(f"record / simple-history save   {one / history['save a row with its history']:.2f}")
    print(f"record / eventsourcing save    {one / events['save an aggregate']:.2f}")
    whole = mine["replay (rebuild and compare)"]
    print(f"replay / simple-history read   {whole / history['read the history back']:.2f}")
    print(f"replay / eventsourcing read    {whole / events['read the events back']:.2f}")
    print(f"verify / SHA-256 alone         {mine['verify'] / floor['SHA-256 of 600 bytes']:.3f}")
    for what in ("replay (rebuild and compare)", "verify"):
        print(f"{what} of 100,000 acts: {100_000 / mine[what]:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
