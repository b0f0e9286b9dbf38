"""`atazan library message YEAR`, `atazan library rights [RIGHT …]`: reports made from the register.

message: the draft of the annual message for the decisions of a year. rights: the decisions that
shaped rights of the Constitution, by id (`right_to_pension`) or group (`social_rights`); all where
none is named. Text and JSON go to the screen, a file with --to; PDF and Word ask for --to. Exit
codes: 0 done, 1 the register has nothing of it, 2 wrong input.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from atazan.cli.setup import day, django_ready, now, refuse
from atazan.rules.text import LANGS
from atazan.rules.words import phrase

if TYPE_CHECKING:
    from atazan.papers.report import Block, Report

_MESSAGE = "draft the annual message on constitutional legality from the data of a year"
_RIGHTS = "report the decisions that shaped rights of the Constitution"
_FORMATS = ("text", "json", "pdf", "docx")


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `library message` and `library rights`."""
    message = subparsers.add_parser("message", help=_MESSAGE, description=_MESSAGE, epilog=__doc__)
    message.add_argument("year", type=int, help="the year of the decisions: 2025")
    _common(message)
    message.set_defaults(run=_message)
    rights = subparsers.add_parser("rights", help=_RIGHTS, description=_RIGHTS, epilog=__doc__)
    rights.add_argument("right", nargs="*", help="rights or groups of rights, by id (all)")
    rights.add_argument("--body", choices=("constitutional_council", "constitutional_court"))
    rights.add_argument("--since", type=int, help="first year")
    rights.add_argument("--until", type=int, help="last year")
    _common(rights)
    rights.set_defaults(run=_rights)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", type=day, help="the day of the register (today)")
    parser.add_argument("--lang", choices=LANGS, default="kk", help="language of the report")
    parser.add_argument("--format", choices=_FORMATS, default="text")
    parser.add_argument("--to", type=Path, metavar="FILE", help="write into a file")


def _message(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.library.message.draft import draft
    from atazan.library.message.figures import years
    from atazan.rules.day import day_in_astana

    on = args.on or day_in_astana(now())
    if args.year not in years(on):
        print(phrase("library.message.no_year", args.lang, {"year": args.year}))
        return 1
    return _hand(draft(args.year, on, args.lang), args)


def _rights(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.library.rights.chosen import Choice
    from atazan.library.rights.joined import GROUPS, rights_on
    from atazan.library.rights.report import of_choice
    from atazan.rules.book import NoRuleInForce
    from atazan.rules.day import day_in_astana

    on = args.on or day_in_astana(now())
    try:
        known = {one.concept.id for one in rights_on(on).rights}
    except NoRuleInForce:
        return refuse(phrase("library.rights.too_early", args.lang, {"day": on}))
    for id in args.right:
        if id not in known and id not in GROUPS:
            return refuse(phrase("library.rights.unknown", args.lang, {"id": id}))
    choice = Choice(tuple(args.right), args.body, args.since, args.until)
    return _hand(of_choice(choice, on, args.lang), args)


def _hand(report: Report, args: argparse.Namespace) -> int:
    from atazan.library.reports.printed import FORMATS, told, written

    if args.format in FORMATS:
        if args.to is None:
            return refuse(phrase("library.message.needs_file", args.lang, {"format": args.format}))
        made = written(report, args.lang, args.format)
    elif args.format == "json":
        made = (json.dumps(told(report), ensure_ascii=False, indent=1) + "\n").encode()
    else:
        made = ("\n".join(_lines(report)) + "\n").encode()
    if args.to is None:
        print(made.decode(), end="")
        return 0
    try:
        args.to.write_bytes(made)
    except OSError as wrong:
        facts = {"to": args.to, "why": wrong}
        return refuse(phrase("library.message.not_written", args.lang, facts))
    return 0


def _lines(report: Report) -> Iterator[str]:
    yield from (report.marked, report.title, *report.lede)
    for part in report.parts:
        yield from ("", part.heading)
        for block in part.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    from atazan.papers.report import Bars, Line

    if isinstance(block, Line):
        yield f"  {block.says}"
    elif isinstance(block, Bars):
        yield f"  {block.title}"
        yield from (f"    {bar.name}: {sum(bar.values)}" for bar in block.bars)
    else:
        yield from (f"  {' | '.join(cell.says for cell in row)}" for row in block.rows)
