"""Whom an act concerns, read from the act's own fields: who did it, to whom, in which office.

A key is a sort and an id: ("people", "azimova"). Beside the sorts that have timelines there are
keys by which they are put together: "tenures" (an act about a tenure is about its holder),
"decisions", "kinds", "provisions" (the changed one and all above it), "provision" (it alone), and
"names" of institutions and persons whom acts call by name alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from atazan.rules.bodies import bodies, offices

Key = tuple[str, str]
Fields = Mapping[str, Any]

OF_THE_RECORD = frozenset(
    "person.registered partner.registered work.registered document.described document.read"
    " mechanism.named citation.noted text.recorded figure.published decision.text_recorded"
    " decision.indexed decision.summarised precis.written position.stated position.treated"
    " error.reported error.answered act.proposed".split()
)
"""Deeds of those who keep the record. They say nothing of a day in the world, and no timeline
tells them; neither does it tell what was done to proposals (`proposal.…`)."""

_PEOPLE = ("person", "head", "presiding", "rapporteur")
_ORGANS = ("done_by", "by", "consent_by", "body", "before", "to")


def told(kind: str) -> bool:
    """Whether timelines tell acts of the kind (`office.taken/1`)."""
    name = kind.partition("/")[0]
    return name not in OF_THE_RECORD and not name.startswith("proposal.")


def concerns(act: Fields) -> frozenset[Key]:
    """The keys of an act as the journal holds it."""
    found = {("kinds", act["kind"].partition("/")[0]), *_organs(act), *_persons(act)}
    found |= {("associations", one) for one in _texts(act.get("association"))}
    found |= {key for one in act.get("parties", ()) for key in (("partners", one), *organ(one))}
    found |= {("tenures", one) for one in _texts(act.get("tenure"))}
    found |= {("decisions", one) for one in _texts(act.get("decision"))}
    found |= {("names", one) for one in _names(act)}
    return frozenset(found | set(_itself(act)) | set(_provisions(act)))


def organ(id: str) -> Iterator[Key]:
    """An office with the body it is of, or a body; some, as the President, are both."""
    if office := offices().get(id):
        yield "offices", id
        if office.body:
            yield "bodies", office.body
    if id in bodies():
        yield "bodies", id


def _organs(act: Fields) -> Iterator[Key]:
    for field in (*_ORGANS, "office"):
        for id in _texts(act.get(field)):
            yield from organ(id)
    for id in _texts(act.get("done_by")):
        if id not in offices() and id not in bodies():
            yield "people", id


def _persons(act: Fields) -> Iterator[Key]:
    for field in _PEOPLE:
        yield from (("people", id) for id in _texts(act.get(field)))
    yield from (("people", id) for id in act.get("composition", ()))
    applicant = act.get("applicant") or {}
    for one in (applicant, *act.get("participants", ())):
        yield from (("people", id) for id in _texts(one.get("person")))
    if act["kind"].startswith("election."):
        yield from (("people", id) for id in act.get("results", {}).values())


_OWN = {"office.taken": "tenures", "association.founded": "associations"}


def _itself(act: Fields) -> Iterator[Key]:
    kind = act["kind"].partition("/")[0]
    if kind in _OWN:
        yield _OWN[kind], act["id"]
    if kind in ("decision.adopted", "decision.published"):
        yield "decisions", act["id"]


def _provisions(act: Fields) -> Iterator[Key]:
    if "work" not in act or "provision" not in act:
        return
    eid = act["provision"]
    yield "provision", f"{act['work']}#{eid}"
    while eid:
        yield "provisions", f"{act['work']}#{eid}"
        eid = eid.rpartition("__")[0]


def _names(act: Fields) -> Iterator[str]:
    """Hosts, institutions, signatories and guests whom an act calls by name."""
    for field in ("institution", "host"):
        yield from as_named((act.get(field) or {}).values())
    for field in ("people", "signed_by"):
        for one in act.get(field, ()):
            yield from as_named(one.values())


def as_named(names: Iterable[str]) -> Iterator[str]:
    """Names as keys, without regard to case or to the order of their words.

    >>> list(as_named(["Kairat Mami"])) == list(as_named(["MAMI Kairat"]))
    True
    """
    for one in names:
        yield " ".join(sorted(one.casefold().split()))


def _texts(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else ()
