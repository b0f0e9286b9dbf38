"""`atazan timeline [SORT/ID]`: what the record says happened to a thing, by day, with its sources.

`press` instead of a thing: all acts, by who tells them. Without a thing: all that have a timeline.
Exit codes: 0 done; 1 nothing by the day asked; 2 there is no such thing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from atazan.cli.setup import day, django_ready, now, refuse
from atazan.rules.text import LANGS, Lang

if TYPE_CHECKING:
    from atazan.sources.timelines.timeline import Entry, Timeline

_HELP = "what the record says happened to a body, person, office, partner or subject"
_FORMATS = ("text", "json", "csv", "ttl", "jsonld")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("timeline", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument(
        "thing", nargs="?", metavar="SORT/ID", help="such as people/azimova; or press"
    )
    parser.add_argument("--on", type=day, metavar="DAY", help="as of this day (today in Astana)")
    parser.add_argument(
        "--told",
        choices=("both", "gazette", "official", "press", "other", "differ"),
        help="only acts that this side tells, or whose sources differ",
    )
    parser.add_argument("--newest", action="store_true", help="the newest first")
    parser.add_argument("--lang", choices=LANGS, default="kk", help="language of the words (kk)")
    parser.add_argument("--format", choices=_FORMATS, default="text")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    django_ready()
    from atazan.rules.day import day_in_astana
    from atazan.rules.words import phrase
    from atazan.sources.timelines.subjects import SORTS, UnknownSubject, subject
    from atazan.sources.timelines.timeline import timeline

    if args.thing is None:
        print("\n".join(_all(args.lang)))
        return 0
    sort, _, id = args.thing.strip("/").partition("/")
    try:
        one = None if args.thing == "press" else subject(sort, id)
    except UnknownSubject as wrong:
        facts = {"sort": wrong.sort, "id": wrong.id, "sorts": ", ".join(SORTS)}
        return refuse(phrase("timelines.cli.none", args.lang, facts))
    on = args.on or day_in_astana(now())
    found = timeline(one, on, only=args.told, newest=args.newest, whole=True)
    sys.stdout.write(_written(found, args.format, args.lang))
    return 0 if found.total else 1


def _written(found: Timeline, format: str, lang: Lang) -> str:
    from atazan.sources.timelines.formats import FORMATS, in_json

    if format == "json":
        return in_json(found)
    if format in FORMATS:
        return FORMATS[format].write(found)
    return "".join(f"{line}\n" for line in _lines(found, lang))


def _all(lang: Lang) -> Iterator[str]:
    from atazan.sources.timelines.ledger import ledger
    from atazan.sources.timelines.subjects import with_acts

    for one, n in with_acts(ledger()):
        yield f"{n:>5}  {one.path:<48}  {one.says(lang)}"


def _lines(found: Timeline, lang: Lang) -> Iterator[str]:
    from atazan.rules.words import phrase

    if found.subject is not None:
        yield found.subject.says(lang)
    key = "timelines.acts_by" if found.total else "timelines.none_by"
    yield phrase(key, lang, {"n": found.total, "day": found.on})
    for one in found.entries:
        yield from _entry(one, lang)


def _entry(one: Entry, lang: Lang) -> Iterator[str]:
    from atazan.rules.words import phrase
    from atazan.sources.watched.digests import day_in_words

    what = phrase(f"kind.{one.told.kind}", lang)
    yield f"{day_in_words(one, lang)}  {what}: {one.told.says(lang)}  (№ {one.number})"
    sure = phrase(f"confidence.{one.told.confidence}", lang)
    yield f"    {sure}; {phrase(f'timelines.told_long.{one.teller}', lang)}"
    if one.told.sources:
        named = "; ".join(one.told.sources)
        yield f"    {phrase('timelines.cli.sources', lang, {'named': named})}"
