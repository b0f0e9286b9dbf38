"""`atazan deliver`: send applicants the letters that wait, once or over and over."""

from __future__ import annotations

import argparse
import time

from atazan.cli.setup import django_ready, now


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `deliver`."""
    parser = subparsers.add_parser("deliver", help="send applicants the letters that wait")
    parser.add_argument(
        "--every", type=int, metavar="SECONDS", help="go on until stopped, with this pause between"
    )
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.docket.letters import TRIES, deliver
    from atazan.docket.models import Delivery

    while True:
        sent = deliver(now())
        left = Delivery.objects.filter(sent_at=None, tries__lt=TRIES).count()
        print(f"{sent} sent, {left} waiting", flush=True)
        if args.every is None:
            return 1 if left else 0
        time.sleep(args.every)
