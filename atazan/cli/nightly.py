"""`atazan nightly`: the watch over the docket, the letters of saved searches and watch lists.

Run each night.

1 where something is stuck.
"""

from __future__ import annotations

import argparse
from datetime import timedelta

from atazan.cli.setup import day, django_ready, now
from atazan.rules.text import LANGS


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("nightly", help="find what is stuck, overdue or moved")
    parser.add_argument("--on", type=day, metavar="DAY", help="as of this day (today in Astana)")
    parser.add_argument("--lang", choices=LANGS, default="kk", help="language of the words (kk)")
    parser.set_defaults(run=_nightly)


def _nightly(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.api.models import Upload
    from atazan.cli.alerts import told as told_of_searches
    from atazan.docket import drafts, vault, watch
    from atazan.rules.day import day_in_astana
    from atazan.rules.words import phrase

    moment = now()
    on = args.on or day_in_astana(moment)
    stuck = [*watch.stuck(on), *watch.files()]
    overdue, moved, letters = watch.overdue(on), watch.moved(), watch.letters()
    swept = drafts.sweep(moment)
    uploads = set(Upload.objects.values_list("sha256", flat=True))
    known = watch.named_files() | drafts.known_files() | uploads
    vault.sweep(known, moment - timedelta(days=2))
    for one in (*stuck, *overdue, *moved, *letters):
        print(one.says(args.lang))
    told = {"stuck": stuck, "overdue": overdue, "moved": moved, "letters": letters}
    facts = {name: len(found) for name, found in told.items()}
    told_of_searches(args.lang)
    print(phrase("watch.summary", args.lang, {"day": on, "swept": swept, **facts}))
    return 1 if stuck else 0
