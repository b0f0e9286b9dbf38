"""Archives that are the same, byte for byte, whenever they are made of the same files."""

from __future__ import annotations

import io
import zipfile

MOMENT = (1980, 1, 1, 0, 0, 0)
"""The moment every file in an archive bears: the earliest a ZIP can tell."""


def still(archive: bytes) -> bytes:
    """A ZIP written anew without the moment it was made."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as made, zipfile.ZipFile(kept, "w") as calm:
        for one in made.infolist():
            calm.writestr(entry(one.filename), made.read(one))
    return kept.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """How a file of that name is put into an archive."""
    told = zipfile.ZipInfo(name, MOMENT)
    told.compress_type = zipfile.ZIP_DEFLATED
    told.external_attr = 0o644 << 16
    told.create_system = 3
    return told
