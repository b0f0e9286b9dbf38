"""`atazan docs`: write the generated pages, check that they are true, find strings left out."""

from __future__ import annotations

import argparse

from atazan.cli.setup import django_ready


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `docs`."""
    parser = subparsers.add_parser("docs", help="generated pages and strings of the interface")
    parser.add_argument("what", choices=["check", "write", "messages"])
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    django_ready()
    if args.what == "messages":
        return _messages()
    from atazan.cli.reference import outdated, write

    if args.what == "write":
        for path in write():
            print(f"wrote {path}")
        return 0
    found = outdated()
    for path in found:
        print(f"{path} is not what the program says; run `atazan docs write` and read it")
    return 1 if found else 0


def _messages() -> int:
    from atazan.portal.messages import missing

    found = missing()
    for line in found:
        print(line)
    print(f"{len(found)} strings left out")
    return 1 if found else 0
