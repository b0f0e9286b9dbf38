"""The `atazan` command: one subcommand a module of atazan.cli, started quickly.

Subcommands that need the database set Django up themselves; `check` does not need it.
"""

from __future__ import annotations

import argparse
import importlib
import sys

COMMANDS = {
    "check": "check",
    "who": "who",
    "norm": "norm",
    "search": "search",
    "law": "law",
    "cite": "cite",
    "words": "words",
    "read": "read",
    "concepts": "concepts",
    "library": "library",
    "record": "record",
    "timeline": "timeline",
    "rules": "rules",
    "journal": "journal",
    "replay": "journal",
    "verify": "journal",
    "receipt": "journal",
    "erase": "journal",
    "load": "load",
    "act": "load",
    "run": "serve",
    "users": "serve",
    "deliver": "deliver",
    "alerts": "alerts",
    "docs": "docs",
    "simulate": "simulate",
    "nightly": "nightly",
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 the answer is no or something differs, 2 wrong input."""
    given = sys.argv[1:] if argv is None else argv
    wanted = (
        [COMMANDS[given[0]]] if given and given[0] in COMMANDS else sorted({*COMMANDS.values()})
    )
    parser = argparse.ArgumentParser(
        prog="atazan", description="The open platform for constitutional justice."
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in wanted:
        importlib.import_module(f"atazan.cli.{name}").add_parser(subparsers)
    args = parser.parse_args(given)
    try:
        code: int = args.run(args)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as wrong:
        if not _not_prepared(wrong):
            raise
        from atazan.cli.setup import asked_lang, no_record, refuse

        own = getattr(args, "lang_out", None)
        return refuse(no_record(own or asked_lang(given)))
    return code


def _not_prepared(wrong: Exception) -> bool:
    """Whether the tables are not there: said by name, so that Django is not imported for it."""
    missing = ("no such table" in str(wrong), "does not exist" in str(wrong))
    return type(wrong).__module__ == "django.db.utils" and any(missing)


if __name__ == "__main__":
    sys.exit(main())
