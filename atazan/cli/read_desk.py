"""`atazan read --desk PATH...`: papers go to the curator's desk, their originals are kept."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime

from atazan.cli.read_papers import opened, understood
from atazan.cli.read_progress import Progress
from atazan.cli.setup import django_ready, now, refuse
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.sources.opened import Unopened


def run(args: argparse.Namespace, out: Lang) -> int:
    """Take every paper; 1 where some could not be opened or taken, the others were."""
    django_ready()
    from atazan.journal.problems import BadAct, NotPermitted
    from atazan.journal.record import By
    from atazan.sources.curated.taking import take

    by, moment = By(args.by, args.role), now()
    progress, refused, not_taken = Progress(out), list[Unopened](), 0
    keep = _keeper(moment)
    for paper in opened(args, refused, out, progress, keep):
        try:
            taken = take(paper, understood(paper, args.lang), by=by, at=moment)
        except NotPermitted as wrong:
            return refuse(*(finding.says(out) for finding in wrong.findings))
        except BadAct as wrong:
            not_taken += 1
            progress.clear()
            print(f"{paper.place}: {wrong}", file=sys.stderr)
            continue
        facts = {"place": paper.title or paper.place, "id": taken.id, "acts": taken.proposals}
        key = "reading.desk_taken" if taken.fresh else "reading.desk_known"
        progress.clear()
        print(phrase(key, out, facts))
        progress.step()
    progress.clear()
    if left := len(refused) + not_taken:
        print(phrase("reading.left_out", out, {"n": left}), file=sys.stderr)
    print(phrase("reading.desk_next", out))
    return 1 if left else 0


def _keeper(moment: datetime) -> Callable[[bytes, str], object]:
    """Keeps originals by hash in the home folder."""
    from django.conf import settings

    from atazan.sources.opened.kept import Kept

    originals = Kept(settings.HOME / "originals")
    return lambda data, place: originals.keep(data, place, moment)
