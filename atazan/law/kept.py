"""The words of texts, beside the journal: each piece once, under the SHA-256 the journal names.

A piece is packed against a sample of the text it was first kept with, or against another piece it
differs little from: most versions of an article are nearly the one before (docs/adr/0012).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from atazan.journal.statements import insert, several
from atazan.law.models import KeptWords, TextPiece
from atazan.law.quickly import answers
from atazan.law.text.document import Block

Blocks = tuple[Block, ...]

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[tuple[str, str, str, str, int, str]]).decode
_AT_ONCE = 500
_WINDOW = 32768
"""How far back deflate looks, in bytes."""
_SMALL = 8192
"""A text of fewer bytes is not worth a sample."""
_WORTH = 0.6
"""A piece is packed against another only where that leaves less than this part of its size."""


class WordsMissing(LookupError):
    """The journal names words that are not kept here, or are not what it names.

    Import the same text again: it brings them back.
    """

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256
        super().__init__(
            f"the words under {sha256} are not kept whole; import the text they come from again, "
            "or restore the database from a copy"
        )


class Packing(Struct, frozen=True):
    """A piece to be kept: its raw form, the SHA-256 of that, and of what it likely resembles."""

    sha256: str
    raw: bytes
    like: str | None = None


def packing(blocks: Sequence[Block], like: str | None = None) -> Packing:
    """A piece made ready to be kept."""
    raw = _encode([(b.eid, b.kind, b.text, b.number, b.indent, b.wid) for b in blocks])
    return Packing(hashlib.sha256(raw).hexdigest(), raw, like)


def keep(pieces: Iterable[Packing]) -> None:
    """Keep pieces that are not kept yet. Inside the transaction that records their version."""
    new = {one.sha256: one for one in pieces}
    for sha256 in _rows_of(new):
        del new[sha256]
    if not new:
        return
    anchors = _anchors(one.like for one in new.values() if one.like)
    root = next((root for root, _ in anchors.values() if root), None) or _sampled(new.values())
    insert(KeptWords, [_packed(one, root, anchors.get(one.like or "")) for one in new.values()])


def present(asked: Iterable[str]) -> set[str]:
    """Those of the pieces whose words are kept."""
    return set(_rows_of(asked))


def _rows_of(asked: Iterable[str]) -> dict[str, str | None]:
    """Those of the pieces that are kept, and what each is packed against."""
    keys = [bytes.fromhex(one) for one in asked]
    found: dict[str, str | None] = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = tuple(keys[start : start + _AT_ONCE])
        for sha256, base in several(KeptWords, "sha256 base", "sha256", part):  # type: ignore[arg-type]
            found[bytes(sha256).hex()] = bytes(base).hex() if base is not None else None
    return found


def _anchors(asked: Iterable[str]) -> dict[str, tuple[str | None, str]]:
    """For pieces that are kept: the sample they rest on, and the piece others may be packed
    against: itself, or where it is packed against a piece already, that one."""
    base = _rows_of(asked)
    under = _rows_of(one for one in base.values() if one)
    found: dict[str, tuple[str | None, str]] = {}
    for sha256, one in base.items():
        deep = under.get(one) if one else None
        found[sha256] = (deep, one) if one and deep else (one, sha256)
    return found


def _sampled(pieces: Iterable[Packing]) -> str | None:
    """A sample of a text kept for the first time, for its pieces to be packed against."""
    sample = b"".join(one.raw for one in pieces)[:_WINDOW]
    if len(sample) < _SMALL:
        return None
    sha256 = hashlib.sha256(sample).hexdigest()
    if not _rows_of([sha256]):
        row = {"sha256": bytes.fromhex(sha256), "base": None, "packed": _deflated(sample, None)}
        insert(KeptWords, [row])
    return sha256


def _packed(
    one: Packing, root: str | None, anchor: tuple[str | None, str] | None
) -> dict[str, object]:
    base, packed = root, _deflated(one.raw, _root(root) if root else None)
    if anchor is not None:
        against = _deflated(one.raw, _raw(anchor[1]))
        if len(against) < _WORTH * len(packed):
            base, packed = anchor[1], against
    key = bytes.fromhex(one.sha256)
    return {"sha256": key, "base": bytes.fromhex(base) if base else None, "packed": packed}


def _deflated(raw: bytes, against: bytes | None) -> bytes:
    given = {"zdict": against[-_WINDOW:]} if against else {}
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, **given)  # type: ignore[arg-type]
    return packer.compress(raw) + packer.flush()


def _inflated(packed: bytes, against: bytes | None) -> bytes:
    if against is None:
        return zlib.decompress(packed, -15)
    return zlib.decompressobj(-15, zdict=against[-_WINDOW:]).decompress(packed)


_read: dict[str, Blocks] = {}
_MOST = 8192
"""Pieces kept at hand, as read; about 5 KB each."""


def words(sha256: str) -> Blocks:
    """The lines kept under a SHA-256. Raises WordsMissing."""
    found = _read.get(sha256)
    return _remembered(sha256, _raw(sha256)) if found is None else found


def words_of(many: Sequence[str]) -> list[Blocks]:
    """The lines of several pieces, in the order asked. Raises WordsMissing."""
    far = [one for one in dict.fromkeys(many) if one not in _read]
    near = {one: _read[one] for one in many if one in _read}
    for start in range(0, len(far), _AT_ONCE):
        part = far[start : start + _AT_ONCE]
        places = ", ".join(["%s"] * len(part))
        rows = answers(_SELECT + f"IN ({places})", *(bytes.fromhex(one) for one in part))
        raws = {bytes(row[0]).hex(): row for row in rows}
        for one in part:
            near[one] = _remembered(one, _of_row(one, raws.get(one)))
    return [near[one] for one in many]


def forget() -> None:
    """Read again from the database what is asked next."""
    _read.clear()
    _root.cache_clear()


def _remembered(sha256: str, raw: bytes) -> Blocks:
    if len(_read) >= _MOST:
        for old in list(_read)[: _MOST // 2]:
            _read.pop(old, None)
    found = _read[sha256] = tuple(Block(*line) for line in _decode(raw))  # type: ignore[arg-type]
    return found


_SELECT = (
    "SELECT w.sha256, w.packed, w.base, b.base,"
    " CASE WHEN b.base IS NULL THEN NULL ELSE b.packed END"
    " FROM law_keptwords w LEFT JOIN law_keptwords b ON b.sha256 = w.base WHERE w.sha256 "
)


def _raw(sha256: str) -> bytes:
    rows = answers(f"{_SELECT}= %s", bytes.fromhex(sha256))
    return _of_row(sha256, rows[0] if rows else None)


def _of_row(sha256: str, row: tuple[Any, ...] | None) -> bytes:
    if row is None:
        raise WordsMissing(sha256)
    _, packed, base, under, base_packed = row
    try:
        if base is None:
            return _inflated(packed, None)
        if under is None:
            return _inflated(packed, _root(bytes(base).hex()))
        return _inflated(packed, _inflated(base_packed, _root(bytes(under).hex())))
    except zlib.error as wrong:
        raise WordsMissing(sha256) from wrong


@lru_cache(maxsize=256)
def _root(sha256: str) -> bytes:
    """A sample, or a piece that stands alone."""
    return _raw(sha256)


class Break(Struct, frozen=True):
    """Words the journal names that are not kept as it names them: `entry` names them first."""

    entry: int
    sha256: str


def breaks() -> Iterator[Break]:
    """Every piece of a text whose words are missing or are not those the journal names."""
    rows = TextPiece.objects.filter(words__isnull=False).order_by("entry")
    named: dict[str, int] = {}
    for sha256, entry in rows.values_list("words", "entry").iterator(chunk_size=5000):
        named.setdefault(str(sha256), entry)
    for sha256, entry in named.items():
        try:
            whole = hashlib.sha256(_raw(sha256)).hexdigest() == sha256
        except WordsMissing:
            whole = False
        if not whole:
            yield Break(entry, sha256)
