"""A process that files petitions, to be killed: `python -m tests.docket_nursery SEED KILLS`.

Each child files one petition after another, says so in a file once it holds the receipt, and is
killed: at a point of its way that is named, or at a moment nobody chose. After each, another child
looks at what is there. The last line printed is what was found, as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

NOW = datetime(2026, 9, 1, 7, tzinfo=UTC)
POINTS = ("file_kept", "before_rows", "before_commit", "after_commit")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _dying(work: Callable[..., Any], after: int, first: bool) -> Callable[..., Any]:
    """`work`, and death before or after its `after`-th time."""
    times = iter(range(after + 1))

    def done(*given: Any, **named: Any) -> Any:
        last = next(times) == after
        if last and first:
            die()
        found = work(*given, **named)
        if last:
            die()
        return found

    return done


def arm(point: str | None, after: int) -> None:
    """Lay the trap of a named point."""
    from atazan.docket import filing, vault
    from atazan.journal import record

    if point == "file_kept":
        vault.keep = _dying(vault.keep, after, first=False)
    elif point == "before_rows":
        record.write = _dying(record.write, after, first=True)
    elif point == "before_commit":
        record._Pen.lay_down = _dying(record._Pen.lay_down, after * 2 + 1, first=False)
    elif point == "after_commit":
        filing.file = _dying(filing.file, after, first=False)


def file_on(said: Path, dice: random.Random) -> None:
    """File petitions until killed; a line of `said` for each receipt held."""
    from atazan.docket import acts, filing, vault
    from atazan.journal.record import By
    from tests.docket_way import facts_of

    facts, _ = facts_of(NOW.date())
    with said.open("a") as out:
        while True:
            kept = vault.put(BytesIO(dice.randbytes(2000)), 10_000)
            paper = acts.FileRef(
                sha256=kept.sha256, size=2000, media="application/pdf", what="other"
            )
            told = {"language": "kk", "applicant": "{}", "statement": "s", "facts": facts}
            handed = filing.Handed(**told, files=(paper,))
            done = filing.file(handed, by=By("a-citizen", "citizen"), at=NOW)
            out.write(f"{done.id} {done.code} {done.receipt.hash} {kept.sha256}\n")
            out.flush()


def look(said: Path) -> list[str]:
    """What is not as it should be."""
    from atazan.docket import vault
    from atazan.docket.models import Petition
    from atazan.journal.models import Entry, Head, PrivateDatum, Stream
    from atazan.journal.replay import replay
    from atazan.journal.verify import verify

    wrong = [str(one) for one in (*verify().breaks, *replay().differences)]
    for line in said.read_text().splitlines():
        id, code, proof, sha256 = line.split()
        row = Petition.objects.filter(pk=id, code=code).first()
        if row is None or not Entry.objects.filter(hash=proof).exists():
            wrong.append(f"{id} was acknowledged and is not there")
        elif vault.open(sha256).read() == b"" or row.files[0]["sha256"] != sha256:
            wrong.append(f"the file of {id} is not there")
    counts = {
        Petition.objects.count(),
        Entry.objects.count(),
        Stream.objects.count(),
        Head.objects.get().size if Head.objects.exists() else 0,
        PrivateDatum.objects.count() // 3,
    }
    return wrong if len(counts) == 1 else [*wrong, f"half a filing: {counts}"]


def orphans() -> dict[str, int]:
    """How many files nobody names are swept, and whether every named one stays."""
    from atazan.docket import vault
    from atazan.docket.models import Petition

    named = {
        file["sha256"]
        for files in Petition.objects.values_list("files", flat=True)
        for file in files
    }
    gone = vault.sweep(named, datetime.now(UTC) + timedelta(days=1))
    for sha256 in named:
        vault.open(sha256).close()
    return {"swept": len(gone), "named": len(named), "swept_again": len(vault.sweep(named, NOW))}


def child(work: Callable[[], Any]) -> tuple[int, Any]:
    """Do it in a child; its process number and, where it ends by itself, what it gave."""
    read, write = os.pipe()
    number = os.fork()
    if number == 0:
        os.close(read)
        os.write(write, json.dumps(work()).encode())
        os._exit(0)
    os.close(write)
    return number, read


def given(number: int, read: int) -> Any:
    told = b""
    while piece := os.read(read, 65536):
        told += piece
    os.close(read)
    os.waitpid(number, 0)
    return json.loads(told) if told else None


def main(seed: int, kills: int) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    given(*child(lambda: call_command("migrate", verbosity=0)))
    from tests import docket_way  # noqa: F401  what a child needs is read once

    dice, said = random.Random(seed), Path(os.environ["ATAZAN_HOME"]) / "said"
    said.touch()
    found: dict[str, Any] = {"wrong": [], "filed": [], "died_of": []}
    for turn in range(kills):
        point = POINTS[turn] if turn < len(POINTS) else None
        pause, after, salt = dice.uniform(0.02, 0.4), dice.randrange(1, 4), dice.random()

        def run(point: str | None = point, after: int = after, salt: float = salt) -> None:
            arm(point, after)
            file_on(said, random.Random(salt))

        number, read = child(run)
        if point is None:
            time.sleep(pause)
            os.kill(number, signal.SIGKILL)
        os.close(read)
        found["died_of"].append(os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]))
        found["wrong"] += given(*child(lambda: look(said)))
        found["filed"].append(len(said.read_text().splitlines()))
    found["orphans"] = given(*child(orphans))
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
