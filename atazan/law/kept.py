"""The words of texts, beside the journal: each piece once, under the SHA-256 the journal names.

A piece is packed against a sample of the text it was first kept with, or against another piece it
differs little from: most versions of an article are nearly the one before (docs/adr/0012).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from atazan.journal.statements import insert, several
from atazan.law.at_hand import AtHand
from atazan.law.models import KeptWords, TextPiece
from atazan.law.quickly import answers
from atazan.law.text.document import Block

Blocks = tuple[Block, ...]

_encode = msgspec.msgpack.Encoder().encode  # a line is an array of its six fields, in their order
_decode = msgspec.msgpack.Decoder(Blocks).decode
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
    named = next((root for root, _ in anchors.values() if root), None)
    root = (named, _raw(named)) if named else _sampled(new.values())
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


def _sampled(pieces: Iterable[Packing]) -> tuple[str, bytes] | None:
    """A sample of a text kept for the first time, for its pieces to be packed against."""
    sample = b"".join(one.raw for one in pieces)[:_WINDOW]
    if len(sample) < _SMALL:
        return None
    sha256 = hashlib.sha256(sample).hexdigest()
    if not _rows_of([sha256]):
        row = {"sha256": bytes.fromhex(sha256), "base": None, "packed": _deflated(sample, None)}
        insert(KeptWords, [row])
    return sha256, sample


def _packed(
    one: Packing, root: tuple[str, bytes] | None, anchor: tuple[str | None, str] | None
) -> dict[str, object]:
    base, sample = root if root else (None, None)
    packed = _deflated(one.raw, sample)
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


_read: AtHand[str, Blocks] = AtHand(32 * 2**20)
"""Pieces as read; about 5 KB each."""
_whole: AtHand[str, bytes] = AtHand(56 * 2**20)
"""Samples, and pieces others are packed against, in their raw form: most pieces need one."""
_near: AtHand[str, tuple[bytes, str | None]] = AtHand(32 * 2**20)
"""Pieces as the table has them: packed, and against what. About 550 bytes each."""


def words(sha256: str) -> Blocks:
    """The lines kept under a SHA-256. Raises WordsMissing."""
    found = _read.get(sha256)
    if found is not None:
        return found
    raw = _raw(sha256)
    return _read.put(sha256, _decode(raw), 2 * len(raw))


def words_of(many: Sequence[str]) -> list[Blocks]:
    """The lines of several pieces, in the order asked. Raises WordsMissing."""
    near(many)
    return [words(one) for one in many]


def far(many: Iterable[str]) -> bool:
    """Whether some of the words would have to be read from the database."""
    return any(one not in _read and one not in _near for one in many)


def near(many: Iterable[str]) -> None:
    """Bring words out of the database together, with what they are packed against."""
    wanted = {bytes.fromhex(one): one for one in many if one not in _near}
    while wanted:
        under: dict[bytes, str] = {}
        keys = list(wanted)
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            places = ", ".join(["%s"] * len(part))
            for key, packed, base in answers(f"{_SELECT} IN ({places})", *part):
                against = bytes(base).hex() if base is not None else None
                _near.put(wanted[bytes(key)], (bytes(packed), against), len(packed) + 330)
                if against is not None and against not in _near:
                    under[bytes(base)] = against
        wanted = {key: one for key, one in under.items() if one not in _near}


def forget() -> None:
    """Read again from the database what is asked next."""
    for each in (_read, _whole, _near):
        each.clear()


_SELECT = "SELECT sha256, packed, base FROM law_keptwords WHERE sha256"


def _raw(sha256: str) -> bytes:
    whole = _whole.get(sha256)
    if whole is not None:
        return whole
    found = _near.get(sha256)
    if found is None:
        near([sha256])
        found = _near.get(sha256)
    if found is None:
        raise WordsMissing(sha256)
    packed, base = found
    try:
        return _inflated(packed, None if base is None else _root(base))
    except zlib.error as wrong:
        _near.drop(sha256)
        raise WordsMissing(sha256) from wrong


def _root(sha256: str) -> bytes:
    """What other pieces are packed against: a sample, or a piece."""
    found = _whole.get(sha256)
    return _whole.put(sha256, raw := _raw(sha256), len(raw) + 200) if found is None else found


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
    forget()
    for n, (sha256, entry) in enumerate(named.items()):
        if n % _AT_ONCE == 0:
            near(list(named)[n : n + _AT_ONCE])
        try:
            whole = hashlib.sha256(_raw(sha256)).hexdigest() == sha256
        except WordsMissing:
            whole = False
        if not whole:
            yield Break(entry, sha256)
