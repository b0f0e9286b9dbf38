"""`atazan law`: texts of the law are imported, compared, exported and looked through."""

from __future__ import annotations

import argparse

from atazan.cli import law_citations, law_compare, law_conform, law_export, law_import

_HELP = "texts of the law: import, compare, export; what they cite, what does not fit any more"
_PARTS = (law_import, law_compare, law_export, law_conform, law_citations)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `law`."""
    parser = subparsers.add_parser("law", help=_HELP, description=_HELP, epilog=__doc__)
    more = parser.add_subparsers(dest="what", required=True, metavar="COMMAND")
    for part in _PARTS:
        part.add(more)
