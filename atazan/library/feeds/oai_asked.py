"""What a harvester asks, checked by the rules of OAI-PMH: arguments, dates, resumption tokens."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as BadBase64
from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from atazan.library.exported.stamps import Stamp

_LIST = (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"}))
VERBS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "Identify": (frozenset(), frozenset()),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"})),
    "ListSets": (frozenset(), frozenset()),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset()),
    "ListIdentifiers": _LIST,
    "ListRecords": _LIST,
}
"""The arguments each verb needs and those it may have beside `resumptionToken`."""
_RESUMED = frozenset({"ListSets", "ListIdentifiers", "ListRecords"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")
_XML = re.compile(r"[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class OaiError(ValueError):
    """An error of the protocol: its `code`, and what is wrong."""

    def __init__(self, code: str, says: str) -> None:
        self.code = code
        super().__init__(_XML.sub("?", says))


class Asked(Struct, frozen=True, kw_only=True):
    """One request. `since` and `until` as written; `token` only ever alone."""

    verb: str
    identifier: str | None = None
    prefix: str = ""
    since: str = ""
    until: str = ""
    set: str = ""
    token: str | None = None

    @classmethod
    def read(cls, given: Mapping[str, list[str]]) -> Asked:
        """The request in these arguments. Raises OaiError."""
        verb = (given.get("verb") or [""])[0]
        if verb not in VERBS or len(given["verb"]) != 1:
            raise OaiError("badVerb", f"'{verb[:40]}' is none of {', '.join(VERBS)}")
        found = _once({name: values for name, values in given.items() if name != "verb"})
        if "resumptionToken" in found and verb in _RESUMED:
            if len(found) > 1:
                raise OaiError("badArgument", "resumptionToken stands alone beside the verb")
            return cls(verb=verb, token=found["resumptionToken"])
        needed, allowed = VERBS[verb]
        _named(verb, found, needed, allowed)
        since, until = _days(found.get("from"), found.get("until"))
        return cls(
            verb=verb,
            identifier=found.get("identifier"),
            prefix=found.get("metadataPrefix", ""),
            since=since,
            until=until,
            set=found.get("set", ""),
        )


def _once(given: Mapping[str, list[str]]) -> dict[str, str]:
    for name, values in given.items():
        if len(values) != 1:
            raise OaiError("badArgument", f"'{name[:40]}' is given {len(values)} times")
        if _XML.search(values[0]):
            raise OaiError("badArgument", f"'{name[:40]}' has signs that XML has no room for")
    return {name: values[0] for name, values in given.items()}


def _named(
    verb: str, found: Mapping[str, str], needed: frozenset[str], allowed: frozenset[str]
) -> None:
    for name in sorted(needed - set(found)):
        raise OaiError("badArgument", f"{verb} needs {name}")
    for name in sorted(set(found) - needed - allowed):
        raise OaiError("badArgument", f"{verb} knows no argument '{name[:40]}'")


def _days(since: str | None, until: str | None) -> tuple[str, str]:
    """Both as written. Raises OaiError where one is no day, or they do not go together."""
    for name, value in (("from", since), ("until", until)):
        if value is not None and not _is_moment(value):
            raise OaiError("badArgument", f"{name} is no UTC date: '{value[:40]}'")
    if since and until and len(since) != len(until):
        raise OaiError("badArgument", "from and until are not written to the same precision")
    if since and until and since > until:
        raise OaiError("badArgument", "from is later than until")
    return since or "", until or ""


def _is_moment(value: str) -> bool:
    if not _DAY.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


class Resumed(Struct, frozen=True, array_like=True):
    """A list and the place in it: what comes after that entry and id is left."""

    prefix: str
    since: str
    until: str
    set: str
    entry: int = 0
    id: str = ""

    @classmethod
    def begun(cls, asked: Asked) -> Resumed:
        """The list from its beginning."""
        return cls(asked.prefix, asked.since, asked.until, asked.set)

    def after(self, one: Stamp) -> Resumed:
        """The place after a record."""
        return msgspec.structs.replace(self, entry=one.entry, id=one.id)

    def token(self) -> str:
        """The place as a resumption token."""
        return urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


def resumed(token: str) -> Resumed:
    """The place of a token. Raises OaiError where it is none of ours."""
    try:
        padded = token + "=" * (-len(token) % 4)
        found = msgspec.json.decode(urlsafe_b64decode(padded), type=Resumed)
        _days(found.since or None, found.until or None)
    except (ValueError, BadBase64, msgspec.DecodeError) as wrong:
        raise OaiError("badResumptionToken", "the token is not one given here") from wrong
    return found


def written(at: datetime) -> str:
    """A moment as the protocol writes it: 2026-11-28T12:00:00Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
