"""Bulk downloads kept under ATAZAN_HOME/library until the journal moves on.

Made at the first request after an act, by one process at a time; the names of the folder tell the
journal's head and the program's files, so an old download is never taken for a new one.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from django.conf import settings
from django.db import connection
from msgspec import Struct

from atazan.library.exported import bundle
from atazan.library.exported.stamps import Head, head
from atazan.library.exported.told import told
from atazan.rules.book import JURISDICTIONS
from atazan.rules.words import word_files


class Download(Struct, frozen=True):
    """A file to download: where it lies, its size, its SHA-256."""

    name: str
    path: Path
    bytes: int
    sha256: str

    @property
    def kilobytes(self) -> int:
        """Its size in thousands of bytes, at least one."""
        return max(1, round(self.bytes / 1000))


class Kept(Struct, frozen=True):
    """The downloads of one state of the journal."""

    head: Head
    decisions: int
    downloads: tuple[Download, ...]

    def named(self, name: str) -> Download | None:
        return next((one for one in self.downloads if one.name == name), None)


Made = dict[str, list[tuple[str, bytes]]]
"""The files of each form."""
Maker = Callable[[Made, Head, int, Path], None]


def _zipped(*forms: str) -> Maker:
    def make(made: Made, at: Head, count: int, path: Path) -> None:
        files = (file for form in forms for file in made[form])
        bundle.write_zip(bundle.with_manifest(files, at, count), path)

    return make


def _one(form: str) -> Maker:
    def make(made: Made, at: Head, count: int, path: Path) -> None:
        path.write_bytes(dict(made[form])[path.name])

    return make


DOWNLOADS: dict[str, Maker] = {
    "decisions.zip": _zipped(*bundle.FORMS),
    "decisions.jsonl": _one("json"),
    "decision.schema.json": _one("json"),
    "decisions.csv": _one("csv"),
    "holdings.csv": _one("csv"),
    "judgments-akn.zip": _zipped("akn"),
    "precis-codices.zip": _zipped("codices"),
}
SUMS = "SHA256SUMS"
_MAKING = Lock()


def kept() -> Kept:
    """The downloads as of the journal's head, made where they are not there yet."""
    at = head()
    folder = _home() / f"{at.entry}-{(at.hash or '0')[:12]}-{_made()}"
    with _MAKING:
        if not (folder / SUMS).exists():
            _make(folder, at)
    sums = dict(_sums(folder))
    decisions = int((folder / "count").read_text())
    found = tuple(
        Download(name, folder / name, (folder / name).stat().st_size, sums[name])
        for name in DOWNLOADS
    )
    return Kept(at, decisions, found)


def _make(folder: Path, at: Head) -> None:
    """Make them in a folder of their own and put it in place at once; drop those of older heads."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(mkdtemp(prefix="making-", dir=folder.parent))
    try:
        found = list(told())
        made = {form: list(files(found)) for form, files in bundle.FORMS.items()}
        for name, make in DOWNLOADS.items():
            make(made, at, len(found), making / name)
        (making / "count").write_text(str(len(found)))
        digests = {name: _digest(making / name) for name in DOWNLOADS}
        (making / SUMS).write_text("".join(f"{one}  {name}\n" for name, one in digests.items()))
        try:
            os.replace(making, folder)
        except OSError:  # another process was first
            if not (folder / SUMS).exists():
                raise
    finally:
        shutil.rmtree(making, ignore_errors=True)
    for older in folder.parent.iterdir():
        if older != folder and not older.name.startswith("making-"):
            shutil.rmtree(older, ignore_errors=True)


def _sums(folder: Path) -> Iterator[tuple[str, str]]:
    for line in (folder / SUMS).read_text().splitlines():
        digest, _, name = line.partition("  ")
        yield name, digest


def _digest(path: Path) -> str:
    with path.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()


def _home() -> Path:
    base = connection.settings_dict
    name = "|".join(str(base.get(one) or "") for one in ("ENGINE", "HOST", "PORT", "NAME"))
    return Path(settings.HOME) / "library" / blake2b(name.encode(), digest_size=6).hexdigest()


@lru_cache(maxsize=1)
def _made() -> str:
    """The version of the files that downloads are made by and from beside the journal."""
    here = Path(__file__).parent
    around = [
        *(here.parents[1] / "decisions").glob("*.py"),
        *(here.parents[1] / "law").rglob("*.py"),
    ]
    told = blake2b(f"{settings.ATAZAN_ECLI_COUNTRY}".encode(), digest_size=6)
    for path in sorted(
        {*here.rglob("*.py"), *around, *JURISDICTIONS.rglob("*.yaml"), *word_files()}
    ):
        told.update(path.read_bytes())
    return told.hexdigest()
