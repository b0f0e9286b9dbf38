"""`atazan read PATH...`: the acts that news items and official papers report, and who is named.

PATH is a file or a folder: text, Markdown, HTML, PDF, DOCX, RSS, Atom, mail; - reads standard
input. With `--jsonl [FILE]` one object a line is read (`id`, `text`, `lang`, `published`) and one a
line written. It proposes; with `--desk` the papers go to the curator's desk, where a person
decides. Nothing else opens the database, nothing uses the network.

Exit codes: 0 done; 1 some texts were not read, the others were; 2 the command cannot be followed.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from atazan.cli.setup import day, refuse
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

_HELP = "acts that news items and official papers report, and who is named in them"
_PAPERS, _LINES, _DESK = "read_papers", "read_lines", "read_desk"


def add_parser(subparsers: Any) -> None:
    """Add `read`."""
    parser = subparsers.add_parser(
        "read",
        help=_HELP,
        description=_HELP,
        epilog=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files and folders; - reads stdin")
    parser.add_argument(
        "--jsonl",
        metavar="FILE",
        nargs="?",
        const="",
        help="read and write one object a line (FILE; without one, PATH or standard input)",
    )
    parser.add_argument(
        "--published", type=day, metavar="DAY", help="where a text tells no day of its own"
    )
    parser.add_argument(
        "--lang", choices=LANGS, help="language of the texts (default: told by them)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write there; can be gone on with")
    parser.add_argument(
        "--state",
        type=Path,
        metavar="FILE",
        help="what was done is kept there, and not done again (with --out: beside it)",
    )
    parser.add_argument(
        "--limit", type=int, default=50, metavar="MIB", help="largest file that is read (50 MiB)"
    )
    parser.add_argument("--desk", action="store_true", help="take the papers to the curator's desk")
    parser.add_argument("--by", default="read", help="with --desk: who sends them")
    parser.add_argument("--role", default="curator", help="with --desk: in which role")
    parser.add_argument(
        "--lang-out", choices=LANGS, help="language of the answer (--lang, else en)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the subcommand; returns the exit code."""
    out: Lang = args.lang_out or args.lang or "en"
    jsonl = args.jsonl is not None
    if not jsonl and not args.paths:
        return refuse(phrase("reading.no_paths", out))
    if args.desk and (jsonl or args.out or args.state):
        return refuse(phrase("reading.desk_alone", out))
    mode = _DESK if args.desk else _LINES if jsonl else _PAPERS
    code: int = import_module(f"atazan.cli.{mode}").run(args, out)
    return code
