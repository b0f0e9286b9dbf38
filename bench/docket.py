"""A petition filed, moved on, listed and followed, against plain Django in the same run.

The peer is Django with django-fsm-2 and django-simple-history: a row of the same fields with the
same texts (about 3.8 KB), a transition with a permission, a history row for each change. It keeps
no chain, no seen-check, no dated rules, no findings, no deadlines, no sealed texts: ours does all
that in the figures below. Each deed is one transaction; best of three rounds; one core. On SQLite
in a file and, where ATAZAN_BENCH_POSTGRESQL names an empty database, on PostgreSQL as well.

    python bench/docket.py [--petitions N] [--queue N] [--cpu]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

HOME = Path(tempfile.mkdtemp(prefix="atazan-bench-"))
os.environ.setdefault("ATAZAN_DATABASE", f"sqlite:///{HOME / 'bench.sqlite3'}")
os.environ.update(
    ATAZAN_HOME=str(HOME),
    ATAZAN_SECRET="bench",
    ATAZAN_DEMO="1",
    DJANGO_SETTINGS_MODULE="atazan.config.settings",
)
MOMENT = datetime(2026, 9, 7, 5, tzinfo=UTC)
DAY = date(2026, 9, 7)
TEXT = "Сөз " * 540
"""About 3.8 KB in UTF-8: what a statement of a page and a half takes."""


_clock = time.perf_counter


def best(deed: Callable[[int], int], rounds: int = 3) -> float:
    """The highest rate over a few rounds, in deeds a second; `deed` gets the round's number."""
    rates = []
    for number in range(rounds):
        begun = _clock()
        count = deed(number)
        rates.append(count / (_clock() - begun))
    return max(rates)


def quickest(deed: Callable[[], object], times: int = 20) -> float:
    """The shortest of several runs, in milliseconds; the first warms up and is not counted."""
    deed()
    spans = []
    for _ in range(times):
        begun = _clock()
        deed()
        spans.append(_clock() - begun)
    return min(spans) * 1000


def ours(petitions: int) -> dict[str, float]:
    """File, and register with the deadlines counted anew."""
    from atazan.decisions.simulated.facts import facts
    from atazan.docket import acts, clocks, filing
    from atazan.docket.models import Petition
    from atazan.journal.record import By, record

    norm = acts.Norm(work="civil-procedure-code-2015", provision="art_151")
    file = acts.FileRef(sha256="0" * 64, size=50_000, media="application/pdf", what="other")
    told = facts(DAY, norm, None)
    filed: list[list[str]] = []

    def one() -> str:
        handed = filing.Handed(
            language="kk",
            applicant='{"name":"Ойданова Үлгі","iin":"900101300007"}',
            statement=TEXT,
            facts=told,
            names='{"' + "0" * 64 + '":"akt.pdf"}',
            norms=(norm,),
            files=(file,),
        )
        return filing.file(handed, by=By("bench", "citizen"), at=MOMENT).id

    def create(_: int) -> int:
        filed.append([one() for _ in range(petitions)])
        return petitions

    def move(number: int) -> int:
        for id in filed[number]:
            act = acts.PetitionRegistered(id=id, done_on=DAY.isoformat())
            record(act, by=By("registry", "registry"), at=MOMENT, seen=1)
            clocks.next_due(Petition.objects.get(pk=id))
        return petitions

    return {"create": best(create), "change of state": best(move)}


def peer(petitions: int, queued: int) -> dict[str, float]:
    """The same with the peer; and its queue of 50 among as many rows."""
    case = _peer_model()
    from django.contrib.auth.models import Group, User
    from django.db import transaction
    from django_fsm import has_transition_perm

    user = User.objects.create(username="peer")
    user.groups.add(Group.objects.get_or_create(name="registry")[0])
    filed: list[list[int]] = []

    def one() -> int:
        with transaction.atomic():
            return int(case.objects.create(**_peer_row()).pk)

    def create(_: int) -> int:
        filed.append([one() for _ in range(petitions)])
        return petitions

    def move(number: int) -> int:
        for pk in filed[number]:
            with transaction.atomic():
                row = case.objects.select_for_update().get(pk=pk)
                if not has_transition_perm(row.register, user):
                    raise PermissionError
                row.register()
                row.save()
        return petitions

    found = {"create": best(create), "change of state": best(move)}
    case.objects.bulk_create(
        (case(**_peer_row(), filed=f"{2001 + n % 20}-01-01") for n in range(queued)), batch_size=500
    )

    def queue() -> object:
        rows = case.objects.filter(step="lodged")
        return rows.count(), list(rows.order_by("filed", "id")[:50])

    found["queue"] = quickest(queue)
    return found


def _peer_row() -> dict[str, Any]:
    return {
        "statement": TEXT,
        "applicant": '{"name":"Ойданова Үлгі","iin":"900101300007"}',
        "facts": "{}" * 400,
        "names": "akt.pdf",
        "norms": [{"work": "civil-procedure-code-2015", "provision": "art_151"}],
        "files": [{"sha256": "0" * 64, "size": 50_000, "media": "application/pdf"}],
        "code": os.urandom(7).hex(),
    }


def _peer_model() -> Any:
    from django.db import connection, models
    from django_fsm import FSMField, transition
    from simple_history.models import HistoricalRecords

    def may(instance: object, user: Any) -> bool:
        return bool(user.groups.filter(name="registry").exists())

    class Case(models.Model):
        step = FSMField(default="lodged", protected=False)
        code = models.CharField(max_length=14, unique=True)
        filed = models.CharField(max_length=10, default="2026-09-07")
        language = models.CharField(max_length=2, default="kk")
        channel = models.CharField(max_length=6, default="portal")
        statement = models.TextField()
        applicant = models.TextField()
        facts = models.TextField()
        names = models.TextField()
        norms = models.JSONField(default=list)
        files = models.JSONField(default=list)
        found = models.JSONField(default=dict)
        judges = models.JSONField(default=list)
        session = models.JSONField(null=True)
        history = HistoricalRecords()

        class Meta:
            app_label = "simple_history"
            indexes = [models.Index(fields=["step", "filed", "id"], name="peer_queue")]

        @transition(field=step, source="lodged", target="registered", permission=may)
        def register(self) -> None:
            """The registry registers it."""

    for name in (
        "returned_on noticed_on demanded_on admitted_on refused_on notified_on joined_to joined_on"
        " withdrawn_on adapted_on decision decided_on published_on served_on ended_on"
    ).split():
        field = models.CharField(max_length=12, null=True)
        field.contribute_to_class(Case, name)
        models.CharField(max_length=12, null=True).contribute_to_class(Case.history.model, name)
    with connection.schema_editor() as editor:
        editor.create_model(Case)
        editor.create_model(Case.history.model)
    return Case


def queue(number: int) -> dict[str, float]:
    """The registry's queue of 50 among `number` petitions: the rows, and the page a clerk sees.

    The rows are put into the tables as they are; the texts of those shown are there to be read.
    """
    _fill(number)
    from django.test import Client

    from atazan.docket import queries, sight

    viewer = sight.Viewer("registry", ("registry",))
    clerk, citizen = (_signed_in(Client(), name) for name in ("registry", "aigul"))
    first = queries.queue().rows[0].id
    return {
        "queue: rows": quickest(lambda: queries.queue()),
        "queue: as the clerk sees them": quickest(
            lambda: sight.show_all(queries.queue().rows, viewer)
        ),
        "queue: the whole page": quickest(lambda: _page(clerk, "/kk/desk/petitions/"), 10),
        "tracker: the whole page": quickest(lambda: _page(citizen, f"/kk/petitions/{first}/"), 10),
    }


def _fill(number: int) -> None:
    from django.db import transaction

    from atazan.docket.models import ChallengedNorm, Petition
    from atazan.journal.models import PrivateDatum, Stream
    from atazan.journal.private import _datum
    from atazan.journal.statements import insert

    with transaction.atomic():
        for start in range(0, number, 5000):
            rows, texts = [], []
            for n in range(start, min(start + 5000, number)):
                told = [_datum('{"name":"Ойданова Үлгі"}'), _datum(TEXT), _datum('{"petition":{}}')]
                texts += told if n < 200 else []
                rows.append(_row(n, [one["digest"] for one in told]))
            insert(Petition, rows)
            insert(PrivateDatum, texts)
            insert(Stream, [_stream(row) for row in rows])
            insert(ChallengedNorm, [_norm(row) for row in rows])


def _row(n: int, digests: list[str]) -> dict[str, Any]:
    year = 2001 + n // 5000
    applicant, statement, facts = digests
    day = f"{year}-{n % 12 + 1:02}-{n % 28 + 1:02}"
    return {
        "id": f"{year}-{n % 5000 + 1:05}",
        "stream": f"petition/{year}-{n % 5000 + 1:05}",
        "entry": 1,
        "code": f"{n:04X}-{n:04}-{n:04}"[:14],
        "step": "lodged" if n % 10 == 0 else "returned",
        **{name: day for name in ("filed_on", "received_on", "counts_on")},
        **{"language": "kk", "channel": "portal", "outcome": "admissible"},
        "norms": [{"work": "civil-procedure-code-2015", "provision": "art_151"}],
        **{"applicant": applicant, "statement": statement, "facts": facts},
        **({} if n % 10 == 0 else {"returned_on": day, "grounds": ["sr2-form-content"]}),
    }


def _stream(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **{"name": row["stream"], "version": 1, "head": "0" * 64, "state": row["step"]},
        **{"owner": "aigul", "day": row["filed_on"]},
    }


def _norm(row: dict[str, Any]) -> dict[str, Any]:
    carried = {"stream": row["stream"], "entry": 1, "petition": row["id"]}
    return {**carried, **row["norms"][0], "id": f"{row['id']}-1"}


def _signed_in(client: Any, name: str) -> Any:
    from django.contrib.auth.models import User

    client.force_login(
        User.objects.get(username=name),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return client


def _page(client: Any, path: str) -> None:
    answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answers {answer.status_code}")


def main() -> None:
    """Print every rate and span, and ours as ratios of the peer's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--petitions", type=int, default=200, help="filed and moved in a round")
    parser.add_argument("--queue", type=int, default=100_000, help="petitions on the docket")
    parser.add_argument("--cpu", action="store_true", help="CPU time: on a machine others use too")
    args = parser.parse_args()
    if args.cpu:
        global _clock
        _clock = time.process_time
    import django
    from django.conf import settings

    settings.INSTALLED_APPS += ["simple_history"]
    settings.ALLOWED_HOSTS = ["*"]
    settings.DEBUG = False
    django.setup()
    from django.db import connection

    _report(connection.vendor, args)
    other = os.environ.pop("ATAZAN_BENCH_POSTGRESQL", "")
    if other:
        subprocess.run(
            [sys.executable, *sys.argv], env={**os.environ, "ATAZAN_DATABASE": other}, check=True
        )


def _report(vendor: str, args: argparse.Namespace) -> None:
    _prepare()
    mine, theirs = ours(args.petitions), peer(args.petitions, args.queue)
    for what in ("create", "change of state"):
        ratio = mine[what] / theirs[what]
        told = f"{mine[what]:>8,.0f} a second, peer {theirs[what]:>8,.0f}, ratio {ratio:.2f}"
        print(f"{vendor:<11} {what:<32} {told}")
    for what, span in queue(args.queue).items():
        print(f"{vendor:<11} {what:<32} {span:>8.2f} ms")
    print(f"{vendor:<11} {'queue: rows, peer':<32} {theirs['queue']:>8.2f} ms")


def _prepare() -> None:
    from django.core.management import call_command

    from atazan.journal.load import load, record_files
    from atazan.journal.record import By
    from atazan.portal.accounts import demo

    call_command("migrate", verbosity=0)
    load(record_files(), by=By("load", "founder"), at=MOMENT)
    demo.make(DAY)


if __name__ == "__main__":
    sys.exit(main())
