"""What an index was made with: its fields and the words' analysis. Of another shape is another
index."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from atazan import words

FIELDS = 4
"""Raised when entries, plans or what is kept change, so that an older index is not misread."""

_KEYS_FROM = ("pystemmer", "pymorphy3", "pymorphy3-dicts-ru", "tantivy")


@lru_cache(maxsize=1)
def shape() -> str:
    """The name of the shape: changes with the fields and with anything that makes keys."""
    told = blake2b(digest_size=6)
    home = Path(words.__file__).parent
    for path in sorted(home.rglob("*")):
        if path.is_file() and path.suffix not in (".pyc", ".md"):
            told.update(f"{path.relative_to(home)}".encode())
            told.update(path.read_bytes())
    for package in _KEYS_FROM:
        told.update(version(package).encode())
    return f"{FIELDS}-{told.hexdigest()}"
