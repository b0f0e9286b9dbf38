"""How fast the index is in PostgreSQL, beside tantivy, over the same paragraphs and questions.

    ATAZAN_TEST_POSTGRESQL=postgresql://… python bench/engines.py [--paragraphs 200000]

Times are of the processor, of the asking thread and of the server's process together, so that
neighbours on the machine do not count; `by the clock` is what passes. Best of three.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time

from search import TOP, Language, _hundredth, _plan, documents, megabytes, questions

from atazan.rules.text import LANGS
from atazan.search.analysed import analysed
from atazan.search.engines import Engine, Entry, Mark, Plan
from atazan.search.engines.postgresql import Postgresql
from atazan.search.engines.postgresql_base import Base, drop_tables
from atazan.search.engines.tantivy import Tantivy

NAME = "bench"
MOST = 30
"""Questions of a kind."""


def served(base: Base) -> float:
    """Seconds of the processor the server has spent for us."""
    with base.connected() as connection:
        pid = connection.info.backend_pid
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def timed(work: Callable[[], object], spent: Callable[[], float]) -> tuple[float, float]:
    """Seconds of the processor, and by the clock."""
    best = (float("inf"), float("inf"))
    for _ in range(3):
        begun, clock = spent(), perf_counter()
        work()
        best = min(best, (spent() - begun, perf_counter() - clock))
    return best


def room(base: Base) -> Iterator[tuple[str, float]]:
    """Megabytes of each table with its indexes."""
    with base.connected() as connection:
        for part in ("_entry", "_key"):
            table = base.table(part).as_string(connection)
            size = connection.execute("select pg_total_relation_size(%s)", (table,)).fetchone()
            yield part[1:], size[0] / 1e6 if size else 0.0


def fill(name: str, engine: Engine, entries: list[Entry]) -> None:
    begun = perf_counter()
    engine.rewrite(entries, Mark())
    print(f"  {name:12}{len(entries) / (perf_counter() - begun):12,.0f} a second, by the clock")
    begun = perf_counter()
    engine.write(entries[:20], (), Mark())
    print(f"  {name:12}{(perf_counter() - begun) * 1000:12,.0f} ms to put 20 again, by the clock")


def compare(
    spent: dict[str, tuple[Engine, Callable[[], float]]], languages: Sequence[Language]
) -> None:
    """Ask every kind of question of each engine."""
    print(f"\nmilliseconds{'':24}{'p50':>8}{'p99':>8}{'clock p50':>12}")
    for kind, asked in questions(languages, random.Random(7)).items():
        print(kind)
        need = 2 if "both" in kind else 3 if "all" in kind else 1
        plans = [_plan(*one, need) for one in asked[:MOST]]
        for name, (engine, of) in spent.items():
            for what, work in _work(engine).items():
                took = [timed(partial(work, plan), of) for plan in plans]
                told(f"{name}, {what}", *zip(*took, strict=True))


def _work(engine: Engine) -> dict[str, Callable[[Plan], object]]:
    return {
        "the best": lambda plan: engine.find(plan, TOP),
        "how many": lambda plan: engine.find(plan, 0),
        "by facet": engine.counts,
    }


def told(name: str, spent: Sequence[float], clock: Sequence[float]) -> None:
    """Print one line."""
    middle, passed = sorted(spent)[len(spent) // 2], sorted(clock)[len(clock) // 2]
    worst = _hundredth(spent)
    print(f"  {name:34}{middle * 1000:8.2f}{worst * 1000:8.2f}{passed * 1000:12.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--paragraphs", type=int, default=200_000)
    args = parser.parse_args()
    languages = [Language(lang, random.Random(2026)) for lang in LANGS]
    made = documents(languages, args.paragraphs)
    entries = [analysed(one, row) for row, one in enumerate(made, 1)]
    # One process of the server for each question, so that its time can be told.
    alone = "-c max_parallel_workers_per_gather=0"
    base = Base({"conninfo": os.environ["ATAZAN_TEST_POSTGRESQL"], "options": alone}, NAME)
    with tempfile.TemporaryDirectory() as folder:
        local, remote = Tantivy(Path(folder) / "keys"), Postgresql(base)
        try:
            print(f"{args.paragraphs:,} paragraphs")
            fill("tantivy", local, entries)
            fill("PostgreSQL", remote, entries)
            print(f"  tantivy     {megabytes(Path(folder)):12.0f} MB")
            for part, size in room(base):
                print(f"  PostgreSQL  {size:12.0f} MB {part}")
            compare(
                {
                    "tantivy": (local, thread_time),
                    "PostgreSQL": (remote, lambda: thread_time() + served(base)),
                },
                languages,
            )
        finally:
            drop_tables(base, f"{NAME}_")
            base.close()


if __name__ == "__main__":
    main()
