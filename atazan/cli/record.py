"""`atazan record --source SEED`: what a document describes and where it lives in the platform.

Exit codes: 0 the source is known; 2 there is no such source. Without --source: every source.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from atazan.cli.setup import django_ready, refuse
from atazan.rules.text import LANGS, Lang

if TYPE_CHECKING:
    from atazan.sources.models import Document
    from atazan.sources.queries import Cited, Described

_HELP = "what a source describes, where it lives, and which acts cite it"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("record", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument(
        "--source", metavar="SOURCE", help="its id, file name, or number (000 to 004)"
    )
    parser.add_argument("--lang", choices=LANGS, default="kk", help="language of the words (kk)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the subcommand; returns the exit code."""
    django_ready()
    from atazan.sources.queries import UnknownSource, described, documents

    if args.source is None:
        found = documents()
        text = (f"{row.id}  {_title(row, args.lang)}" for row in found)
        _print(args.format, [_document(row) for row in found], text)
        return 0
    try:
        one = described(args.source)
    except UnknownSource as wrong:
        return refuse(f"no source '{wrong.given}'", f"the sources are: {', '.join(wrong.known)}")
    _print(args.format, _plain(one), _lines(one, args.lang))
    return 0


def _print(format: str, plain: object, lines: Iterator[str]) -> None:
    if format == "json":
        print(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        print("\n".join(lines))


def _document(row: Document) -> dict[str, object]:
    names = ("id", "title", "language", "publisher", "published", "url", "files")
    return {name: getattr(row, name) for name in names}


def _plain(one: Described) -> dict[str, object]:
    import msgspec

    names = ("id", "says", "page", "command")
    return {
        **_document(one.document),
        "mechanisms": [{name: getattr(row, name) for name in names} for row in one.mechanisms],
        "citing": msgspec.to_builtins(one.citing),
    }


def _lines(one: Described, lang: Lang) -> Iterator[str]:
    from atazan.rules.words import phrase

    row = one.document
    yield _title(row, lang)
    yield ", ".join(filter(None, (row.publisher, row.published and _day(row.published, lang))))
    yield ""
    yield phrase("sources.mechanisms", lang, {"n": len(one.mechanisms)})
    for mechanism in one.mechanisms:
        yield f"  {mechanism.says[lang]}"
        yield f"    /{lang}/{mechanism.page}"
        if mechanism.command:
            yield f"    {mechanism.command}"
    yield ""
    yield phrase("sources.citing", lang, {"n": len(one.citing)})
    yield from (_act(cited, lang) for cited in one.citing)


def _act(cited: Cited, lang: Lang) -> str:
    return f"  {cited.number:>5}  {cited.done_on or '':<10}  {cited.kind:<24}  {cited.says(lang)}"


def _title(row: Document, lang: Lang) -> str:
    title: dict[str, str] = row.title
    return title.get(lang) or next(iter(title.values()), row.id)


def _day(written: str, lang: Lang) -> str:
    from atazan.rules.day import PartialDay
    from atazan.rules.words import in_words

    found = PartialDay.read(written)
    return in_words(found.first, lang) if found.exact else written
