"""Everything that can be read out of the files of an index, however it is packed."""

from __future__ import annotations

import re
import zlib
from pathlib import Path


def kept_words(folder: Path) -> str:
    """The bytes of every file as text, and of every compressed stream found in them."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            found.append(data)
            found += _unpacked(data)
    return b"\n".join(found).decode("utf-8", "replace")


def _unpacked(data: bytes) -> list[bytes]:
    """What unpacks at any place where a zlib stream may begin."""
    found = []
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        try:
            found.append(
                zlib.decompressobj().decompress(data[match.start() : match.start() + 200_000])
            )
        except zlib.error:
            continue
    return found
