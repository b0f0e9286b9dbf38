"""`atazan law citations FOLDER`: which provision names which, read from law texts, as YAML."""

from __future__ import annotations

import argparse
from pathlib import Path

import yaml

from atazan.cli.setup import django_ready, refuse

_HELP = "what law texts say of other provisions, proposed for the record"


class _Dumper(yaml.SafeDumper):
    """Writes a day that comes twice out twice, as people do."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `law citations`."""
    parser = subparsers.add_parser("citations", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument("folder", type=Path, help="folder of law texts (see editions.yaml)")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.law.proposed import NoText, proposed

    try:
        acts = proposed(args.folder)
    except NoText as wrong:
        return refuse(wrong)
    print(yaml.dump(acts, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110), end="")
    return 0
