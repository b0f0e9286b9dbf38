"""`atazan law export WORK`: a text of the law as Akoma Ntoso, Markdown or JSON, or all in git.

Without --to the text goes to standard output; to a folder it goes under a name of its own. `git`
writes the whole history into a new or empty folder, one commit a version. Exit codes: 0 written,
2 refused.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from atazan.cli.setup import day, django_ready, now, refuse
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

if TYPE_CHECKING:
    from atazan.law.exported.edition import Edition

_HELP = "write a text of the law as Akoma Ntoso, Markdown, JSON, or its history as a git repository"
_SUFFIXES = {"akn": "akn", "md": "md", "json": "json"}


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `law export`."""
    parser = subparsers.add_parser("export", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument("work", help="short id, number or address of the act")
    parser.add_argument("--format", choices=(*_SUFFIXES, "git"), default="akn")
    parser.add_argument("--on", type=day, help="the day of the text (today if left out)")
    parser.add_argument("--lang", choices=LANGS, help="one language (kk; git: every one held)")
    parser.add_argument("--to", type=Path, help="file or folder to write to")
    parser.add_argument("--lang-out", choices=LANGS, default="kk", help="language of messages")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.law.exported.refused import ExportRefused
    from atazan.law.queries import UnknownWork

    lang: Lang = args.lang_out
    try:
        return _history(args) if args.format == "git" else _text(args)
    except ExportRefused as wrong:
        return refuse(wrong.says(lang))
    except UnknownWork as wrong:
        near = ", ".join(wrong.near) or phrase("law.none_near", lang)
        return refuse(phrase("law.no_such_work", lang, {"name": wrong.name, "near": near}))
    except OSError as wrong:
        return refuse(phrase("law.export.not_written", lang, {"why": wrong}))


def _text(args: argparse.Namespace) -> int:
    from atazan.law.exported.akn_names import LANGUAGES
    from atazan.law.exported.gathered import edition_on

    edition = edition_on(args.work, args.lang or "kk", args.on or now().date())
    written = _written(edition, args.format)
    if args.to is None:
        sys.stdout.buffer.write(written)
        return 0
    path: Path = args.to
    if path.is_dir():
        lang = LANGUAGES[edition.document.lang]
        path /= f"{edition.work}_{lang}@{edition.since}.{_SUFFIXES[args.format]}"
    path.write_bytes(written)
    print(phrase("law.export.written", args.lang_out, {"what": path}))
    return 0


def _written(edition: Edition, form: str) -> bytes:
    if form == "md":
        from atazan.law.exported.markdown import markdown

        return markdown(edition).encode()
    if form == "json":
        from atazan.law.exported.gathered import citing
        from atazan.law.exported.json import as_json

        return as_json(edition, citing(edition))
    from atazan.law.exported.akn import akn

    return akn(edition)


def _history(args: argparse.Namespace) -> int:
    from atazan.law.exported.gathered import commits
    from atazan.law.exported.git import write_history
    from atazan.law.exported.refused import ExportRefused

    if args.to is None:
        raise ExportRefused("needs_folder")
    ids = write_history(commits(args.work, [args.lang] if args.lang else LANGS), args.to)
    facts = {"folder": args.to, "n": len(ids), "head": ids[-1][:12]}
    print(phrase("law.export.commits", args.lang_out, facts))
    return 0
