"""Keys as servers keep them: none longer than what the servers take as one word."""

from __future__ import annotations

from hashlib import blake2b

LONGEST = 200
"""Characters of a key; OpenSearch cuts words at 255, PostgreSQL refuses them over 2,046 bytes."""


def short(key: str) -> str:
    """A key that is not too long: the rest of a longer one is told by a digest.

    >>> short("ru:суд"), len(short("а" * 5000))
    ('ru:суд', 200)
    """
    if len(key) <= LONGEST:
        return key
    told = blake2b(key.encode(), digest_size=16).hexdigest()
    return key[: LONGEST - len(told)] + told
