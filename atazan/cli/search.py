"""`atazan search`: find what the record holds, or judge the search on documents of your own.

Exit codes: 0 done; 1 nothing was found, or lines were left out; 2 the input cannot be read.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any

_HELP = "Search everything public, in Kazakh, Russian and English at once."
_RECORD, _LINES = "atazan.cli.search_record", "atazan.cli.search_lines"


def add_parser(subparsers: Any) -> None:
    """Add the subcommand: what to search for, or files of documents and questions."""
    parser = subparsers.add_parser("search", help=_HELP, description=_HELP, epilog=__doc__)
    import_module(_RECORD).add_arguments(parser)
    lines = parser.add_argument_group("documents of your own")
    lines.add_argument("--docs", metavar="FILE", help="documents, a JSON object a line, or -")
    lines.add_argument("--queries", metavar="FILE", help="questions, a JSON object a line, or -")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the subcommand; returns the exit code."""
    mode = _LINES if args.docs or args.queries else _RECORD
    code: int = import_module(mode).run(args)
    return code
