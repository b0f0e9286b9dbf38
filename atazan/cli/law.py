"""`atazan law`: texts of the law are imported, compared and looked through."""

from __future__ import annotations

import argparse
import importlib
import importlib.util

_HELP = "texts of the law: import them, compare them, look for what they cite"
_PARTS = ("law_import", "law_citations", "law_compare", "law_conform", "law_export")
"""The modules beside this one, each with an `add(subparsers)`."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `law`."""
    parser = subparsers.add_parser("law", help=_HELP, description=_HELP, epilog=__doc__)
    more = parser.add_subparsers(dest="what", required=True, metavar="COMMAND")
    for name in _PARTS:
        if importlib.util.find_spec(f"atazan.cli.{name}") is not None:
            importlib.import_module(f"atazan.cli.{name}").add(more)
