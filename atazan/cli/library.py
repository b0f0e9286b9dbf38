"""`atazan library`: the library of decisions written out, and précis read back."""

from __future__ import annotations

import argparse

from atazan.cli import library_export, library_precis, library_reports

_HELP = "write decisions out: CODICES, Akoma Ntoso, JSON, CSV; read a précis back"
_PARTS = (library_export, library_precis, library_reports)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `library`."""
    parser = subparsers.add_parser("library", help=_HELP, description=_HELP, epilog=__doc__)
    more = parser.add_subparsers(dest="what", required=True, metavar="COMMAND")
    for part in _PARTS:
        part.add(more)
