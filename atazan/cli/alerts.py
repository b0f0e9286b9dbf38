"""`atazan alerts`: tell what is new in saved searches and watch lists, once or over and over."""

from __future__ import annotations

import argparse
import time

from atazan.cli.setup import django_ready, now
from atazan.rules.text import LANGS, Lang


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `alerts`."""
    parser = subparsers.add_parser(
        "alerts",
        help="send what is new in saved searches and watch lists; `atazan nightly` does it too",
    )
    parser.add_argument(
        "--every", type=int, metavar="SECONDS", help="go on until stopped, with this pause between"
    )
    parser.add_argument("--lang", choices=LANGS, default="kk", help="language of the words (kk)")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    """0 all that was due is sent, 1 some letters failed and will be tried again."""
    django_ready()
    while True:
        failed = told(args.lang)
        if args.every is None:
            return 1 if failed else 0
        time.sleep(args.every)


def told(lang: Lang) -> int:
    """Send what is due, say how it went; how many letters failed."""
    from msgspec.structs import asdict

    from atazan.rules.words import phrase
    from atazan.search.saved import alerts
    from atazan.sources.watched import digests

    moment = now()
    searches, watched = alerts.send(moment), digests.send(moment)
    print(phrase("search.alerts.line", lang, asdict(searches)), flush=True)
    print(phrase("watched.line", lang, asdict(watched)), flush=True)
    return searches.failed + watched.failed
