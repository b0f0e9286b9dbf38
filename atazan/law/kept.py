"""The words of texts, beside the journal: each piece once, under the SHA-256 the journal names.

A piece is packed alone, or against another piece it differs little from: most versions of an
article are nearly the one before (docs/adr/0012).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec
from django.db import connections
from msgspec import Struct

from atazan.journal.statements import insert, several
from atazan.law.models import KeptWords, TextPiece
from atazan.law.text.document import Block

Blocks = tuple[Block, ...]

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[tuple[str, str, str, str, int, str]]).decode
_AT_ONCE = 500
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
    for sha256 in _present(list(new)):
        del new[sha256]
    bases = _bases([one.like for one in new.values() if one.like])
    insert(KeptWords, [_packed(one, bases.get(one.like or "")) for one in new.values()])


def _present(asked: list[str]) -> set[str]:
    return {
        row[0] for part in _parts(asked) for row in several(KeptWords, "sha256", "sha256", part)
    }


def _bases(asked: list[str]) -> dict[str, tuple[str, bytes]]:
    """What pieces to be kept may be packed against, by the piece they resemble: always one that is
    packed alone, so that no piece needs more than one other."""
    found: dict[str, tuple[str, bytes]] = {}
    for part in _parts(asked):
        for sha256, base in several(KeptWords, "sha256 base", "sha256", part):
            alone = base or sha256
            found[sha256] = (alone, _raw(alone))
    return found


def _packed(one: Packing, base: tuple[str, bytes] | None) -> dict[str, object]:
    alone = zlib.compress(one.raw, 9)
    if base is not None:
        packer = zlib.compressobj(9, zdict=base[1][-32768:])
        against = packer.compress(one.raw) + packer.flush()
        if len(against) < _WORTH * len(alone):
            return {"sha256": one.sha256, "base": base[0], "packed": against}
    return {"sha256": one.sha256, "base": None, "packed": alone}


def words(sha256: str) -> Blocks:
    """The lines kept under a SHA-256. Raises WordsMissing."""
    return _lines(sha256)


def words_of(many: Iterable[str]) -> list[Blocks]:
    """The lines of several pieces, in the order asked. Raises WordsMissing."""
    return [_lines(sha256) for sha256 in many]


@lru_cache(maxsize=8192)
def _lines(sha256: str) -> Blocks:
    return read(_raw(sha256))


def read(raw: bytes) -> Blocks:
    """The lines of a raw piece."""
    return tuple(Block(*line) for line in _decode(raw))  # type: ignore[arg-type]


_SELECT = (
    "SELECT w.packed, b.packed FROM law_keptwords w"
    " LEFT JOIN law_keptwords b ON b.sha256 = w.base WHERE w.sha256 = %s"
)


def _raw(sha256: str) -> bytes:
    with connections["default"].cursor() as cursor:
        cursor.execute(_SELECT, (sha256,))
        row = cursor.fetchone()
    if row is None:
        raise WordsMissing(sha256)
    return _unpacked(sha256, row[0], row[1])


def _unpacked(sha256: str, packed: bytes, base: bytes | None) -> bytes:
    try:
        if base is None:
            return zlib.decompress(packed)
        opener = zlib.decompressobj(zdict=zlib.decompress(base)[-32768:])
        return opener.decompress(packed) + opener.flush()
    except zlib.error as wrong:
        raise WordsMissing(sha256) from wrong


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


def _parts(asked: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(asked), _AT_ONCE):
        yield tuple(asked[start : start + _AT_ONCE])
