"""The arithmetic of the journal: canonical JSON, hash chains, and the Merkle log over all entries.

Canonical JSON: keys sorted, no spaces, UTF-8, no floats (fractions and shares are written as text).
Merkle hashing follows RFC 6962: a leaf is H(0x00 ‖ entry hash), a node H(0x01 ‖ left ‖ right).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

START = "0" * 64
"""What stands as `previous` before the first entry of a stream."""

_encode = msgspec.json.Encoder(order="sorted").encode


def canonical(value: Any) -> bytes:
    """The one way to write a value down. Raises TypeError on a float: it has no one way."""
    _no_floats(value)
    return _encode(value)


def _no_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a float; write it as text so that it has one form")
    if isinstance(value, dict):
        for inner in value.values():
            _no_floats(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _no_floats(inner)


def digest(body: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(body).hexdigest()


def _leaf(entry_hash: str) -> bytes:
    return hashlib.sha256(b"\x00" + bytes.fromhex(entry_hash)).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(hashes: Sequence[str]) -> str:
    """The Merkle root over entry hashes in the order of their numbers ('' hashed where empty)."""
    level = [_leaf(one) for one in hashes]
    if not level:
        return hashlib.sha256(b"").hexdigest()
    while len(level) > 1:
        paired = [_node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = paired + ([level[-1]] if len(level) % 2 else [])
    return level[0].hex()


def proof(hashes: Sequence[str], index: int) -> list[tuple[str, str]]:
    """The path from one entry to the root: `(side, hash)` steps, side of the sibling.

    >>> hs = [digest(b"a"), digest(b"b"), digest(b"c")]
    >>> proven(hs[2], proof(hs, 2)) == root(hs)
    True
    """
    level = [_leaf(one) for one in hashes]
    path: list[tuple[str, str]] = []
    while len(level) > 1:
        sibling = index ^ 1
        if sibling < len(level):
            path.append(("left" if sibling < index else "right", level[sibling].hex()))
        paired = [_node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = paired + ([level[-1]] if len(level) % 2 else [])
        index //= 2
    return path


def proven(entry_hash: str, path: Sequence[tuple[str, str]]) -> str:
    """The root that the path leads to; compare it with the published one."""
    at = _leaf(entry_hash)
    for side, sibling in path:
        other = bytes.fromhex(sibling)
        at = _node(other, at) if side == "left" else _node(at, other)
    return at.hex()
