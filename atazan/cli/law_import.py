"""`atazan law import PATH`: a text of a law, or a folder of them, enters the register.

An act new to the register is named by --work with its requisite or its address
(/akn/kz/act/2025/21-viii), by the head of its text, or by a meta.yaml beside it with the fields
requisite, title, approved_on, version_date, source, link and caused_by (docs/reference/texts.md).
Each text is looked at, reported and then recorded whole or not at all; with --dry-run nothing is
recorded. Exit codes: 0 every text is recorded or was held already; 2 at least one was refused.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from atazan.cli.setup import day, django_ready, now, refuse
from atazan.rules.text import LANGS, Lang

_HELP = "record texts of laws from files: Markdown, Akoma Ntoso, HTML, DOCX, plain text"


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `law import`."""
    parser = subparsers.add_parser("import", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument(
        "path", type=Path, nargs="?", help="a text, or a folder with kaz.* and rus.* in it"
    )
    parser.add_argument(
        "--amending", type=Path, metavar="FILE", help="an amending law: carry out its orders"
    )
    parser.add_argument("--partly", action="store_true", help="even where some orders do not fit")
    parser.add_argument("--work", help="short id, number or address of the act")
    parser.add_argument("--lang", choices=LANGS, help="language of the text")
    parser.add_argument("--since", type=day, help="first day the text reads so, 2026-07-01")
    parser.add_argument("--made-by", help="the act that made this version")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="it is meant to correct the text held of that day, or to leave out most of the law",
    )
    parser.add_argument("--dry-run", action="store_true", help="tell all, record nothing")
    parser.add_argument("--by", default="import", help="who sends it")
    parser.add_argument("--role", default="curator", help="in which role (see the table of rights)")
    parser.add_argument("--lang-out", choices=LANGS, default="kk", help="language of the report")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.journal.record import By
    from atazan.law.files import Given, text_files
    from atazan.law.import_checks import TextRefused
    from atazan.law.import_report import import_texts

    lang: Lang = args.lang_out
    if args.amending is not None:
        return _amend(args)
    if args.path is None:
        return refuse("name a text or a folder, or an amending law with --amending FILE")
    given = Given(
        work=args.work, lang=args.lang, since=args.since, by=args.made_by, replaces=args.replace
    )
    try:
        paths = text_files(args.path)
    except TextRefused as wrong:
        return refuse(wrong.says(lang))
    told, refused = [], 0
    by = By(args.by, args.role)
    found = import_texts(_counted(paths), given, by=by, at=now(), dry=args.dry_run)
    for done in found:
        refused += done.refused is not None
        if args.format == "json":
            told.append(done.as_json())
        else:
            print("\n".join(done.lines(lang)), flush=True)
    if args.format == "json":
        _print_json(told)
    return 2 if refused else 0


def _amend(args: argparse.Namespace) -> int:
    from atazan.journal.record import By
    from atazan.law.files import Given
    from atazan.law.import_amending import import_amending

    given = Given(
        work=args.work, lang=args.lang, since=args.since, by=args.made_by, replaces=args.replace
    )
    by = By(args.by, args.role)
    done = import_amending(
        args.amending, given, by=by, at=now(), dry=args.dry_run, partly=args.partly
    )
    if args.format == "json":
        _print_json([done.as_json()])
    else:
        print("\n".join(done.lines(args.lang_out)))
    return 2 if done.refused else 0


def import_folder(folder: Path) -> int:
    """Import what of a folder is not held yet; a line says how much. 2 where one was refused."""
    django_ready()
    from atazan.journal.record import By
    from atazan.law.files import Given, text_files
    from atazan.law.import_checks import TextRefused
    from atazan.law.import_report import import_text

    by, new, refused = By("import", "curator"), 0, 0
    try:
        paths = text_files(folder)
    except TextRefused as wrong:
        return refuse(wrong)
    for path in paths:
        done = import_text(path, Given(), by=by, at=now(), dry=False)
        new += done.entry is not None
        if done.refused is not None:
            refused += 1
            print(f"{path}: {done.refused.says('en')}", file=sys.stderr)
    held = len(paths) - new - refused
    print(f"{len(paths)} texts of laws in {folder}: {new} imported, {held} held already")
    return 2 if refused else 0


def _counted(paths: list[Path]) -> Iterator[Path]:
    """The paths, each told on the terminal as its turn comes."""
    for place, path in enumerate(paths, 1):
        _progress(place, len(paths), path)
        yield path


def _progress(place: int, many: int, path: Path) -> None:
    if sys.stderr.isatty() and many > 1:
        print(f"\r\x1b[K{place}/{many} {path}", end="\n" if place == many else "", file=sys.stderr)


def _print_json(told: list[Any]) -> None:
    import json

    print(json.dumps(told, ensure_ascii=False, indent=1))
