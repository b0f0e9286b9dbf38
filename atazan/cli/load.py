"""`atazan load`: record files enter the journal. `atazan act`: one act does."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from atazan.cli.setup import django_ready, now, refuse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands that record acts."""
    load = subparsers.add_parser("load", help="record the acts of files, all or none")
    load.add_argument("paths", nargs="*", type=Path, help="record files (default: those shipped)")
    load.add_argument("--by", default="load", help="who sends it")
    load.add_argument("--role", default="founder", help="in which role (see the table of rights)")
    load.add_argument("--check", action="store_true", help="only check: record nothing")
    load.set_defaults(run=_load)
    act = subparsers.add_parser("act", help="record one act (YAML or JSON)")
    act.add_argument("file", help="the file, or - for standard input")
    act.add_argument("--by", required=True, help="who sends it")
    act.add_argument("--role", required=True, help="in which role")
    act.add_argument("--seen", required=True, type=int, help="version of the subject you looked at")
    act.set_defaults(run=_act)


class _OnlyChecked(Exception):
    """Leaves a transaction that should not be kept."""


def _load(args: argparse.Namespace) -> int:
    django_ready()
    from django.db import transaction

    from atazan.journal.load import load, record_files
    from atazan.journal.models import Entry
    from atazan.journal.record import By
    from atazan.journal.verify import checkpoint
    from atazan.rules.book import FileRefused

    if not args.paths and Entry.objects.filter(recorded_by="load").exists():
        print("the record shipped with the platform stands in the journal already")
        return 0
    moment = now()
    try:
        with transaction.atomic():
            paths = args.paths or record_files()
            receipts = load(paths, by=By(args.by, args.role), at=moment)
            if args.check:
                raise _OnlyChecked
            checkpoint(moment)
    except _OnlyChecked:
        print(f"{len(receipts)} acts can be recorded; nothing was recorded")
        return 0
    except FileRefused as wrong:
        return refuse(wrong, "nothing was recorded")
    flagged = sum(1 for receipt in receipts if receipt.flags)
    print(f"{len(receipts)} acts recorded, {flagged} of them do not fit the rules of their day")
    if flagged:
        print("they are kept and shown as questions on the portal's page of the record")
    return 0


def _act(args: argparse.Namespace) -> int:
    django_ready()
    import msgspec

    from atazan.journal.deeds import UnknownKind, read_act
    from atazan.journal.load import days_as_written
    from atazan.journal.problems import BadAct, NotPermitted, Stale
    from atazan.journal.record import By, record

    text = sys.stdin.read() if args.file == "-" else Path(args.file).read_text("utf-8")
    try:
        act = read_act(days_as_written(yaml.safe_load(text)))
        done = record(act, by=By(args.by, args.role), at=now(), seen=args.seen)
    except (msgspec.ValidationError, UnknownKind, BadAct, NotPermitted) as wrong:
        return refuse(wrong, "nothing was recorded")
    except Stale as wrong:
        theirs = [f"theirs: {msgspec.json.encode(one).decode()}" for one in wrong.theirs]
        mine = f"yours: {msgspec.json.encode(wrong.mine).decode()}"
        return refuse(wrong, *theirs, mine)
    print(f"entry {done.number}, {done.stream} version {done.version}, {done.hash}")
    for flag in done.flags:
        print(f"does not fit the rules of its day: {flag}")
    return 0
