"""What of a petition a reader sees: the one projection pages, JSON, search, export, mail and papers
pass through. Default: nothing; the table of rights says what and in which state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from django.conf import settings
from msgspec import Struct

from atazan.docket.models import Petition
from atazan.docket.voting import Ballot, ballot, voters, votes
from atazan.journal import private
from atazan.journal.models import Stream
from atazan.journal.rights import rights

VISITOR = "visitor"
_NUMBER = (
    "step filed_on received_on counts_on returned_on noticed_on admitted_on refused_on notified_on"
    " joined_to joined_on urgent to_plenary withdrawn_on adapted_on decided_on published_on"
    " served_on ended_on language channel"
).split()
_OPEN = {
    "number": _NUMBER,
    "norms": ["norms"],
    "contact": ["code"],
    "facts": ["found", "outcome"],
    "reasons": ["grounds"],
    "clerk": ["clerk"],
    "composition": ["judges", "rapporteurs", "session", "present"],
    "study": ["proposal", "proposed"],
    "ballot": ["round"],
    "draft": ["decision"],
}
_PRIVATE = {
    "applicant": ["applicant"],
    "contact": ["applicant"],
    "statement": ["statement"],
    "facts": ["facts"],
    "files": ["names"],
    "reasons": ["reasons"],
    "study": ["report"],
    "minutes": ["minutes"],
}


class Viewer(Struct, frozen=True):
    """Who reads: the account, its roles, the person of the record it belongs to."""

    name: str = ""
    roles: tuple[str, ...] = ()
    person: str | None = None


ANYONE = Viewer()


class Shown(Struct, frozen=True):
    """A petition as one reader sees it: what is not in `sees` is not here at all.

    `told` holds values by column; texts once private are read back; `applicant` and `contact` are
    mappings, `initials` what stands for the name, `files` carry their names. `votes` are there only
    for a judge of this vote, once all have voted: among themselves the judges vote openly
    (art. 58(2)), to nobody else is it disclosed (art. 51(5)).
    """

    id: str
    sees: frozenset[str]
    own: bool
    told: dict[str, Any]
    applicant: dict[str, Any] | None = None
    contact: dict[str, Any] | None = None
    initials: str = ""
    files: tuple[dict[str, Any], ...] = ()
    ballot: Ballot | None = None
    votes: Mapping[str, str] | None = None

    def __getitem__(self, name: str) -> Any:
        """A value; None where it is not this reader's to see. Templates ask for fields here too."""
        return getattr(self, name) if name in self.__struct_fields__ else self.told.get(name)


def sees(row: Petition, viewer: Viewer, own: bool) -> frozenset[str]:
    """The classes of fields the reader may see of a petition: `own`, it is theirs."""
    sits = viewer.person is not None and viewer.person in voters(row)
    roles = (*viewer.roles, VISITOR)
    found = (rights().sees(one, "petition", row.step, own, sits) for one in roles)
    return frozenset().union(*found)


def show(row: Petition, viewer: Viewer) -> Shown | None:
    """The petition for one reader; None where nothing of it is for them."""
    return next(iter(show_all([row], viewer)), None)


def show_all(rows: Iterable[Petition], viewer: Viewer) -> list[Shown]:
    """Petitions for one reader, in their order, those with nothing to see left out."""
    rows = list(rows)
    names = [f"petition/{row.id}" for row in rows]
    owners = dict(Stream.objects.filter(pk__in=names).values_list("name", "owner"))
    allowed = {}
    for row in rows:
        own = bool(viewer.name) and owners.get(f"petition/{row.id}") == viewer.name
        found = sees(row, viewer, own)
        if "number" in found:
            allowed[row.id] = (found, own)
    wanted = [row for row in rows if row.id in allowed]
    digests = {getattr(row, one) for row in wanted for one in _columns(allowed[row.id][0])}
    texts = private.reveal_all(digests)
    return [_shown(row, *allowed[row.id], texts) for row in wanted]


def _columns(found: frozenset[str]) -> list[str]:
    columns = [name for field in found for name in _PRIVATE.get(field, ())]
    named = "applicant" in found or settings.ATAZAN_PUBLIC_NAMES == "initials"
    return [*columns, "applicant"] if named and "applicant" not in columns else columns


def _shown(row: Petition, found: frozenset[str], own: bool, texts: dict[str, str]) -> Shown:
    told = {name: getattr(row, name) for field in found for name in _OPEN.get(field, ())}
    for name in _columns(found):
        if name not in ("applicant", "names"):
            told[name] = texts.get(getattr(row, name))
    if row.published_on and "number" in found:
        told["decision"] = row.decision  # published: art. 65(1)(2)
    person = _json(texts.get(row.applicant))
    return Shown(
        id=row.id,
        sees=found,
        own=own,
        told=told,
        applicant={"name": person.get("name")} if "applicant" in found else None,
        contact={**person} if "contact" in found else None,
        initials=initials(str(person.get("name") or "")),
        files=_files(row, texts) if "files" in found else (),
        ballot=ballot(row) if "ballot" in found and row.session else None,
        votes=votes(row) if "votes" in found and row.session else None,
    )


def _files(row: Petition, texts: dict[str, str]) -> tuple[dict[str, Any], ...]:
    names = _json(texts.get(row.names))
    return tuple({**one, "name": names.get(one["sha256"])} for one in row.files)


def _json(text: str | None) -> dict[str, Any]:
    if not text:
        return {}
    found = msgspec.json.decode(text)
    return found if isinstance(found, dict) else {}


def initials(name: str) -> str:
    """The first letters of a name written surname first, kept on one line; empty without a name.

    >>> initials("Ахметова Айгүл Серікқызы").split()
    ['А.', 'А.']
    """
    letters = [part[0].upper() for part in name.split()[:2]]
    return " ".join(f"{one}." for one in letters).replace(" ", "\u00a0")
