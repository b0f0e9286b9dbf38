"""Personal data: kept beside the journal, found by salted digests, erasable; the chain holds."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

import msgspec

from atazan.journal.acts import Act
from atazan.journal.chain import digest
from atazan.journal.models import PrivateDatum
from atazan.journal.statements import insert

PREFIX = "sha256:"


def seal(act: Act) -> Act:
    """The act with its private fields replaced by salted digests; the words are put aside."""
    if not act.private:
        return act
    aside: dict[str, dict[str, str]] = {}
    for name in act.private:
        value = getattr(act, name)
        if isinstance(value, str) and value and not value.startswith(PREFIX):
            aside[name] = _datum(value)
    if not aside:
        return act
    insert(PrivateDatum, aside.values())
    return msgspec.structs.replace(act, **{name: one["digest"] for name, one in aside.items()})


def _datum(value: str) -> dict[str, str]:
    salt = secrets.token_hex(16)
    return {"digest": PREFIX + digest((salt + value).encode()), "salt": salt, "value": value}


def reveal(sealed: str) -> str | None:
    """The words behind a digest, or None where they were erased.

    Raises ValueError where the words kept do not give the digest: someone changed them.
    """
    return reveal_all([sealed]).get(sealed)


def reveal_all(sealed: Iterable[str]) -> dict[str, str]:
    """The words behind digests, by digest; those erased are left out. Raises ValueError."""
    found = {}
    for kept in PrivateDatum.objects.filter(pk__in=[one for one in sealed if one]):
        if PREFIX + digest((kept.salt + kept.value).encode()) != kept.digest:
            raise ValueError(f"the words kept for {kept.digest} were changed")
        found[kept.digest] = kept.value
    return found


def erase(sealed: str) -> bool:
    """Erase the words behind a digest; the journal stays whole. False where none were kept."""
    done, _ = PrivateDatum.objects.filter(pk=sealed).delete()
    return bool(done)
