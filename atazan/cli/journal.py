"""`atazan replay`, `verify`, `receipt`, `erase`: does the journal stand, do registers agree?"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from atazan.cli.setup import asked_lang, django_ready, now, refuse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands about the journal."""
    replay = subparsers.add_parser("replay", help="rebuild every register and compare")
    replay.add_argument("--restore", action="store_true", help="write the registers anew")
    replay.set_defaults(run=_replay)
    verify = subparsers.add_parser("verify", help="check every hash, chain and checkpoint")
    verify.add_argument("--checkpoint", action="store_true", help="publish the root of today")
    verify.set_defaults(run=_verify)
    receipt = subparsers.add_parser("receipt", help="print a receipt, or check one in a file")
    receipt.add_argument("number", nargs="?", type=int, help="number of the entry")
    receipt.add_argument("--check", type=Path, metavar="FILE", help="a receipt kept in a file")
    receipt.add_argument("--root", help="the published root to check against")
    receipt.set_defaults(run=_receipt)
    erase = subparsers.add_parser("erase", help="erase personal data kept beside the journal")
    erase.add_argument("digest", help="the digest that stands in the entry (sha256:…)")
    erase.set_defaults(run=_erase)


def _replay(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.journal.replay import replay, restore

    found = restore() if args.restore else replay()
    if args.restore:
        from atazan.search.bad import IndexBusy
        from atazan.search.freshness import look_again

        try:
            look_again()
        except IndexBusy as wrong:  # the registers are restored; the index is looked at later
            print(wrong.says(asked_lang(sys.argv[1:])), file=sys.stderr)
    for one in found.differences:
        print(f"{one.table} {one.row}: {one.what}")
    print(f"{found.entries} entries, {found.rows} rows, {len(found.differences)} differences")
    return 1 if found.differences and not args.restore else 0


def _verify(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.journal.verify import checkpoint, verify
    from atazan.law import kept, texts

    found, lost, torn = verify(), list(kept.breaks()), list(texts.broken())
    for one in found.breaks:
        print(f"entry {one.number}: {one.what}")
    for words in lost:
        print(f"entry {words.entry}: the words under {words.sha256} are not kept as it names them")
    for entry, version in torn:
        print(f"entry {entry}: the pieces held do not make the text of '{version}'")
    breaks = len(found.breaks) + len(lost) + len(torn)
    print(f"{found.entries} entries, {breaks} breaks, root {found.root}")
    if args.checkpoint and not breaks:
        point = checkpoint(now())
        print(f"checkpoint over {point.size} entries: {point.root}")
    return 1 if breaks else 0


def _receipt(args: argparse.Namespace) -> int:
    if args.check is not None:
        return _check(args.check, args.root)
    if args.number is None:
        return refuse("give the number of an entry, or --check FILE")
    django_ready()
    from atazan.journal.models import Entry
    from atazan.journal.verify import receipt

    try:
        json.dump(receipt(args.number), sys.stdout, ensure_ascii=False, indent=1)
    except Entry.DoesNotExist:
        return refuse(f"the journal has no entry {args.number}; see `atazan verify` for its length")
    print()
    return 0


def _check(path: Path, published: str | None) -> int:
    from atazan.journal.chain import digest, proven

    try:
        told = json.loads(path.read_text("utf-8"))
        entry, kept = told["entry"], str(told["hash"])
        root = published or told["root"]
        path_up = [(str(side), str(sibling)) for side, sibling in told["path"]]
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        return refuse(f"{path} is no receipt: {wrong}")
    if root is None:
        return refuse("no checkpoint covered this entry when the receipt was made; ask for it anew")
    whole = entry is None or digest(str(entry).encode()) == kept  # a sealed subject gives no body
    holds = whole and proven(kept, path_up) == root
    print(f"entry {told.get('number')}: {'holds' if holds else 'does NOT hold'} under root {root}")
    return 0 if holds else 1


def _erase(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.journal.private import erase

    if erase(args.digest):
        print("erased; the journal stays whole")
        return 0
    return refuse(
        f"nothing is kept for {args.digest}: it was erased before, or the digest is wrong"
    )
