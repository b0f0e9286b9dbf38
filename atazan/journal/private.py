"""Personal data: kept beside the journal, found by salted digests, erasable; the chain holds."""

from __future__ import annotations

import secrets

import msgspec

from atazan.journal.acts import Act
from atazan.journal.chain import digest
from atazan.journal.models import PrivateDatum

PREFIX = "sha256:"


def seal(act: Act) -> Act:
    """The act with its private fields replaced by salted digests; the words are put aside."""
    changed: dict[str, str] = {}
    for name in act.private:
        value = getattr(act, name)
        if isinstance(value, str) and value and not value.startswith(PREFIX):
            changed[name] = _put_aside(value)
    return msgspec.structs.replace(act, **changed) if changed else act


def _put_aside(value: str) -> str:
    salt = secrets.token_hex(16)
    found = PREFIX + digest((salt + value).encode())
    PrivateDatum.objects.create(digest=found, salt=salt, value=value)
    return found


def reveal(sealed: str) -> str | None:
    """The words behind a digest, or None where they were erased.

    Raises ValueError where the words kept do not give the digest: someone changed them.
    """
    kept = PrivateDatum.objects.filter(pk=sealed).first()
    if kept is None:
        return None
    if PREFIX + digest((kept.salt + kept.value).encode()) != sealed:
        raise ValueError(f"the words kept for {sealed} were changed")
    return kept.value


def erase(sealed: str) -> bool:
    """Erase the words behind a digest; the journal stays whole. False where none were kept."""
    done, _ = PrivateDatum.objects.filter(pk=sealed).delete()
    return bool(done)
