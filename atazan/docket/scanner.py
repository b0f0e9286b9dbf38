"""Asking the virus scanner of a court (ClamAV, `ATAZAN_CLAMD`) about a file that comes in."""

from __future__ import annotations

import io
import logging
import socket
from collections.abc import Iterator
from typing import BinaryIO, Literal

from django.conf import settings
from msgspec import Struct

from atazan.docket import vault
from atazan.rules.text import Lang
from atazan.rules.words import phrase

SCAN_SECONDS = 30
_ANSWER = 4096
_EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
_log = logging.getLogger(__name__)


class Scan(Struct, frozen=True):
    """What the virus scanner said; `what` names the infection. Silence is never `clean`."""

    state: Literal["clean", "infected", "not_scanned"]
    what: str = ""

    def says(self, lang: Lang) -> str:
        return phrase(f"file.scan.{self.state}", lang, {"what": self.what})


NOT_SCANNED = Scan("not_scanned")


def scanned(source: BinaryIO | bytes) -> Scan:
    """Ask the ClamAV daemon of ATAZAN_CLAMD; where none answers, `not_scanned`.

    The harmless EICAR test file is known without a daemon, so that the path can be tried.
    """
    file = io.BytesIO(source) if isinstance(source, bytes) else source
    if holds(file, _EICAR):
        return Scan("infected", "EICAR test file")
    if not settings.ATAZAN_CLAMD:
        return NOT_SCANNED
    try:
        answer = _asked(file, settings.ATAZAN_CLAMD)
    except (OSError, ValueError) as why:
        answer = str(why)
    if answer == "stream: OK":
        return Scan("clean")
    if answer.endswith(" FOUND"):
        return Scan("infected", answer.removeprefix("stream: ").removesuffix(" FOUND"))
    _log.warning("file not scanned, clamd at %s: %s", settings.ATAZAN_CLAMD, answer)
    return NOT_SCANNED


def _asked(file: BinaryIO, address: str) -> str:
    """Send a file by INSTREAM (clamd(8)) and give the daemon's answer."""
    with _connected(address) as line:
        line.sendall(b"zINSTREAM\0")
        try:
            for piece in pieces(file):
                line.sendall(len(piece).to_bytes(4, "big") + piece)
            line.sendall(bytes(4))
        except (BrokenPipeError, ConnectionResetError):
            pass  # the daemon stops reading past its own limit, and says so in its answer
        return line.makefile("rb").read(_ANSWER).rstrip(b"\0\n").decode("utf-8", "replace")


def _connected(address: str) -> socket.socket:
    if address.startswith("unix:"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(SCAN_SECONDS)
        line.connect(address.removeprefix("unix:"))
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=SCAN_SECONDS)


def holds(file: BinaryIO, sought: bytes) -> bool:
    """Whether the bytes stand anywhere in the file."""
    before = b""
    for piece in pieces(file):
        if sought in before + piece:
            return True
        before = piece[-len(sought) :]
    return False


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """The file from its first byte, a piece at a time."""
    file.seek(0)
    return iter(lambda: file.read(vault.CHUNK), b"")
