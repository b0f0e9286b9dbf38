"""`atazan library export TO`: decisions written out in the forms others read.

TO is a new or empty folder, or a file that ends in .zip. README.md, manifest.json and SHA256SUMS
stand beside; the same journal gives the same bytes. --only writes one decision alone. Exit codes:
0 written, 2 refused.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from atazan.cli.setup import django_ready, refuse
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

_HELP = "write decisions out as CODICES précis, Akoma Ntoso, JSON, CSV, with checksums"
_FORMS = ("json", "csv", "akn", "codices")


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `library export`."""
    parser = subparsers.add_parser("export", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument("to", type=Path, metavar="TO", help="a new or empty folder, or FILE.zip")
    parser.add_argument("--format", choices=_FORMS, action="append", help="every one if left out")
    parser.add_argument("--only", metavar="DECISION", help="one decision by its id or number")
    parser.add_argument("--lang-out", choices=LANGS, default="kk", help="language of messages")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    django_ready()
    from datetime import date

    from atazan.decisions.queries import NoSuchDecision, decision

    lang: Lang = args.lang_out
    to: Path = args.to
    archive = to.suffix.lower() == ".zip"
    if to.exists() and (archive or not to.is_dir() or any(to.iterdir())):
        return refuse(phrase("library.export.taken", lang, {"to": to}))
    try:
        ids = (decision(args.only, date.max).decision.id,) if args.only else None
        return _written(to, archive, args.format or _FORMS, ids, lang)
    except NoSuchDecision:
        return refuse(phrase("library.export.unknown", lang, {"key": args.only}))
    except OSError as wrong:
        return refuse(phrase("library.export.not_written", lang, {"to": to, "why": wrong}))


def _written(
    to: Path, archive: bool, forms: tuple[str, ...], ids: tuple[str, ...] | None, lang: Lang
) -> int:
    from atazan.library.exported import bundle
    from atazan.library.exported.stamps import head
    from atazan.library.exported.told import told

    found, at = list(told(ids)), head()
    files = bundle.with_manifest(bundle.all_files(found, dict.fromkeys(forms)), at, len(found))
    if archive:
        bundle.write_zip(files, to)
    else:
        bundle.write_folder(files, to)
    facts = {"n": len(found), "to": to, "entry": at.entry}
    print(phrase("library.export.written", lang, facts))
    return 0
