"""`atazan library precis FILE`: a précis a person worked on (Word, XML, JSON), read and shown.

The fields are printed as JSON, those of a Word file as they stand there now. Exit codes: 0 read,
2 refused.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from atazan.cli.setup import refuse
from atazan.rules.text import LANGS
from atazan.rules.words import phrase

_HELP = "read a CODICES précis back from Word, XML or JSON and print its fields"


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `library precis`."""
    parser = subparsers.add_parser("precis", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--lang-out", choices=LANGS, default="kk", help="language of messages")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    from atazan.cli.setup import django_ready

    django_ready()
    from zipfile import BadZipFile

    from docx.opc.exceptions import PackageNotFoundError
    from lxml import etree
    from msgspec import DecodeError

    from atazan.library.exported.codices import docx, twin

    readers = {".docx": docx.from_docx, ".xml": twin.from_xml, ".json": twin.from_json}
    path: Path = args.file
    try:
        read = readers[path.suffix.lower()]
        sys.stdout.buffer.write(twin.as_json(read(path.read_bytes())))
    except (
        KeyError,
        OSError,
        BadZipFile,
        PackageNotFoundError,
        etree.XMLSyntaxError,
        DecodeError,
        docx.NotAPrecis,
    ) as wrong:
        return refuse(phrase("library.precis.unread", args.lang_out, {"file": path, "why": wrong}))
    return 0
