"""Petitions that look like one another: same applicant, same provision, text that agrees.

Nothing readable is kept: the applicant is an HMAC of the IIN, a text the smallest keyed digests of
its runs of three words (a bottom-k sketch). What is alike is told with its reason; a person judges.
Source: law on the Court, article 38(2), 47(2), 48(3)(3).
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b, sha256
from typing import Any

import msgspec
from django.conf import settings
from msgspec import Struct

from atazan.docket.models import ChallengedNorm, Likeness, Petition
from atazan.journal import private
from atazan.journal.statements import amend, insert

KEPT = 128
"""Digests kept of a text: agreement of long texts is known to about 4 per cent."""
ALIKE = 0.6
"""Share of text from which petitions of different people on one provision are named."""
MOST = 5
_WIDTH = 4
_WORD = re.compile(r"\w+")
_IIN = re.compile(r"[0-9]{12}")


class Alike(Struct, frozen=True):
    """A petition like the one asked about. `agrees` is the share of text, in per cent."""

    row: Petition
    same_applicant: bool
    same_provision: bool
    agrees: int


def noted(petition: str, applicant: str, statement: str) -> None:
    """Keep by what a petition is known again; both are the private texts of its filing."""
    told = {"applicant_key": applicant_key(applicant), "sketch": sketch(_words(statement))}
    if not amend(Likeness, {"petition": petition}, told):
        insert(Likeness, [{"petition": petition, **told}])


def forget(petition: str) -> bool:
    """Erase it; False where there was none."""
    return bool(Likeness.objects.filter(pk=petition).delete()[0])


def note_all() -> int:
    """Note the petitions filed before this was kept; how many they were."""
    known = Likeness.objects.values("petition")
    rows = list(Petition.objects.exclude(pk__in=known))
    texts = private.reveal_all(text for row in rows for text in (row.applicant, row.statement))
    for row in rows:
        noted(row.id, texts.get(row.applicant, ""), texts.get(row.statement, ""))
    return len(rows)


def applicant_key(applicant: str) -> str:
    """The HMAC of the applicant's IIN; empty where none is told."""
    iin = "".join(str(_json(applicant).get("iin") or "").split())
    if not _IIN.fullmatch(iin):
        return ""
    return hmac.new(_secret(), iin.encode(), sha256).hexdigest()


def sketch(text: str) -> bytes:
    """The smallest keyed digests of the runs of three words of a text, in ascending order."""
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = {" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))} if words else ()
    found = {blake2b(run.encode(), digest_size=_WIDTH, key=_secret()[:64]).digest() for run in runs}
    return b"".join(sorted(found)[:KEPT])


def agreement(one: bytes, other: bytes) -> float:
    """The share of runs of words two texts have in common, from 0 to 1.

    >>> agreement(b"", b"")
    0.0
    """
    ours, theirs = set(_digests(one)), set(_digests(other))
    together = sorted(ours | theirs)[:KEPT]
    return len(ours & theirs & set(together)) / len(together) if together else 0.0


def alike(row: Petition, most: int = MOST) -> list[Alike]:
    """Petitions like this one, those of the same applicant first, then by text."""
    mine = Likeness.objects.filter(pk=row.id).first()
    if mine is None:
        return []
    norms = {(one["work"], one["provision"]) for one in row.norms}
    found = list(_compared(mine, _candidates(mine, norms), norms))
    found.sort(key=lambda one: (-one.same_applicant, -one.agrees, one.row.id))
    return found[:most]


def _candidates(mine: Likeness, norms: set[tuple[str, str]]) -> list[Likeness]:
    same: set[str] = set()
    if mine.applicant_key:
        keyed = Likeness.objects.filter(applicant_key=mine.applicant_key)
        same.update(keyed.values_list("petition", flat=True))
    for work, provision in norms:
        on = ChallengedNorm.objects.filter(work=work, provision=provision).order_by("-petition")
        same.update(on.values_list("petition", flat=True)[:500])
    return list(Likeness.objects.filter(pk__in=same - {mine.petition}))


def _compared(
    mine: Likeness, others: Iterable[Likeness], norms: set[tuple[str, str]]
) -> Iterator[Alike]:
    shares = {one.petition: agreement(bytes(mine.sketch), bytes(one.sketch)) for one in others}
    same = {
        one.petition: bool(mine.applicant_key) and one.applicant_key == mine.applicant_key
        for one in others
    }
    wanted = [id for id in shares if same[id] or shares[id] >= ALIKE]
    for row in Petition.objects.filter(pk__in=wanted):
        theirs = {(one["work"], one["provision"]) for one in row.norms}
        yield Alike(row, same[row.id], bool(norms & theirs), round(100 * shares[row.id]))


def _words(statement: str) -> str:
    parts = _json(statement)
    return " ".join(str(value) for value in parts.values()) if parts else statement


def _json(text: str) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(text or "{}")
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _digests(kept: bytes) -> Iterator[bytes]:
    return (kept[at : at + _WIDTH] for at in range(0, len(kept), _WIDTH))


def _secret() -> bytes:
    return f"likeness:{settings.SECRET_KEY}".encode()
