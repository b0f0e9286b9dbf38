"""What an act says of whom, as statements with the properties of Wikidata: a function a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from msgspec import Struct

from atazan.rules.bodies import bodies, offices
from atazan.rules.text import LANGS
from atazan.search.thesaurus.graph import Literal

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATATYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
Value = str | Literal
Act = Mapping[str, Any]


class At(Protocol):
    """Where things are."""

    def page(self, path: str) -> str:
        """The IRI of a thing by the path of its page."""

    def holder(self, tenure: str) -> str | None:
        """The id of the person whose tenure it is."""


class Node(Struct, frozen=True):
    """What is told of one subject; `proven`: it is a statement, resting on the act's sources."""

    subject: str
    told: tuple[tuple[str, Value], ...]
    proven: bool = False


def day(written: str) -> Literal:
    """A day as known: xsd:date, xsd:gYearMonth or xsd:gYear.

    >>> day("2019-02").datatype
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    return Literal(written, datatype=_XSD + _DATATYPES[len(written)])


def statements(act: Act, me: str, at: At) -> Iterator[Node]:
    """What the act whose IRI is `me` says."""
    kind = act["kind"].partition("/")[0]
    if kind in _KINDS:
        yield from _KINDS[kind](act, me, at)
    yield from _everywhere(act, me, at)


def _everywhere(act: Act, me: str, at: At) -> Iterator[Node]:
    """Where it was, who took part, who did it: the same for every kind."""
    told: list[tuple[str, Value]] = []
    if act.get("place"):
        place = me.replace("#act", "#place")
        yield Node(place, tuple(("rdfs:label", one) for one in _words(act["place"])))
        told.append(("wdt:P276", place))
    if act.get("host"):
        host = me.replace("#act", "#host")
        yield Node(host, tuple(("rdfs:label", one) for one in _words(act["host"])))
        told.append(("wdt:P664", host))
    signs = act["kind"].startswith("agreement.")
    for id in act.get("parties", ()):
        told.append(("wdt:P1891" if signs else "wdt:P710", at.page(f"partners/{id}")))
    for one in act.get("participants", ()):
        if one.get("person"):
            told.append(("wdt:P710", at.page(f"people/{one['person']}")))
    told += [("atz:doneBy", one) for one in _organ(act.get("done_by"), at)]
    told += [("atz:body", one) for one in _organ(act.get("body"), at)]
    if act.get("until") and act["kind"].startswith(("event.", "project.", "agreement.")):
        told.append(("wdt:P582", day(act["until"])))
    if told:
        yield Node(me, tuple(told))


def _taken(act: Act, me: str, at: At) -> Iterator[Node]:
    person, office = at.page(f"people/{act['person']}"), at.page(f"offices/{act['office']}")
    held = f"{person}#{act['id']}"
    yield Node(person, (("wdt:P39", office), ("p:P39", held)))
    told: list[tuple[str, Value]] = [("ps:P39", office)]
    if since := act.get("since") or act.get("done_on"):
        told.append(("pq:P580", day(since)))
    told += [("pq:P585", day(act[n])) for n in ("seen_first", "seen_last") if act.get(n)]
    told += [("pq:P748", one) for one in _organ(act.get("by"), at)]
    told += [("atz:consentBy", one) for one in _organ(act.get("consent_by"), at)]
    yield Node(held, tuple(told), proven=True)
    yield Node(me, (("atz:statement", held),))


def _left(act: Act, me: str, at: At) -> Iterator[Node]:
    """The end of what the act of taking the office began: `until` is the first day out of it."""
    person = at.holder(act["tenure"])
    if person is None:
        return
    held = f"{at.page(f'people/{person}')}#{act['tenure']}"
    told: list[tuple[str, Value]] = [("pq:P582", day(act["until"]))]
    yield Node(held, tuple(told), proven=True)
    yield Node(me, (("atz:statement", held),))


def _presidency(act: Act, me: str, at: At) -> Iterator[Node]:
    association = at.page(f"associations/{act['association']}")
    chair = f"{association}#{act['id']}"
    told: list[tuple[str, Value]] = [("rdfs:label", one) for one in _words(act["institution"])]
    if act.get("head"):
        person = at.page(f"people/{act['head']}")
        yield Node(association, (("wdt:P488", person), ("p:P488", chair)))
        told.append(("ps:P488", person))
    else:
        yield Node(association, (("atz:presidency", chair),))
    told += _term(act)
    yield Node(chair, tuple(told), proven=True)


def _member(act: Act, me: str, at: At) -> Iterator[Node]:
    association = at.page(f"associations/{act['association']}")
    member = f"{association}#{act['id']}"
    standing = f"{member}-membership"
    yield Node(member, tuple(("rdfs:label", one) for one in _words(act["institution"])))
    yield Node(member, (("wdt:P463", association), ("p:P463", standing)))
    told: list[tuple[str, Value]] = [("ps:P463", association)]
    if act.get("done_on"):
        told.append(("pq:P580", day(act["done_on"])))
    if act.get("ended"):
        told.append(("pq:P582", day(act["ended"])))
    told.append(("atz:standing", Literal(act.get("standing", "member"))))
    yield Node(standing, tuple(told), proven=True)


def _decision(act: Act, me: str, at: At) -> Iterator[Node]:
    decision = at.page(f"decisions/{act['id']}")
    told: list[tuple[str, Value]] = [("atz:act", me)]
    judges = dict.fromkeys([*([act["presiding"]] if act.get("presiding") else ())])
    judges.update(dict.fromkeys(act.get("composition", ())))
    told += [("wdt:P1594", at.page(f"people/{id}")) for id in judges]
    if act.get("published_on"):
        told.append(("wdt:P577", day(act["published_on"])))
    yield Node(decision, tuple(told))


def _law(act: Act, me: str, at: At) -> Iterator[Node]:
    if act.get("in_force_from"):
        yield Node(me, (("wdt:P7588", day(act["in_force_from"])),))


def _referendum(act: Act, me: str, at: At) -> Iterator[Node]:
    vote = at.page(f"referendums/{act['id']}")
    told: list[tuple[str, Value]] = [("wdt:P31", "wd:Q43109"), ("atz:act", me)]
    if act.get("vote_on"):
        told.append(("wdt:P585", day(act["vote_on"])))
    elif act["kind"].startswith("referendum.held") and act.get("done_on"):
        told.append(("wdt:P585", day(act["done_on"])))
    for field, name in (("electorate", "wdt:P1867"), ("voted", "wdt:P1868")):
        if act.get(field) is not None:
            told.append((name, Literal(str(act[field]), datatype=f"{_XSD}integer")))
    yield Node(vote, tuple(told))


def _election(act: Act, me: str, at: At) -> Iterator[Node]:
    yield Node(me, (("wdt:P31", "wd:Q40231"),))


def _project(act: Act, me: str, at: At) -> Iterator[Node]:
    if act.get("since"):
        yield Node(me, (("wdt:P580", day(act["since"])),))


_KINDS: Mapping[str, Callable[[Act, str, At], Iterator[Node]]] = {
    "office.taken": _taken,
    "office.left": _left,
    "presidency.taken": _presidency,
    "member.admitted": _member,
    "decision.adopted": _decision,
    "decision.published": _decision,
    "law.adopted": _law,
    "referendum.called": _referendum,
    "referendum.held": _referendum,
    "referendum.decided": _referendum,
    "election.held": _election,
    "project.started": _project,
}


def _term(act: Act) -> list[tuple[str, Value]]:
    names = (("since", "pq:P580"), ("until", "pq:P582"))
    return [(name, day(act[field])) for field, name in names if act.get(field)]


def _organ(id: str | None, at: At) -> Iterator[str]:
    if not id:
        return
    if id in offices():
        yield at.page(f"offices/{id}")
    elif id in bodies():
        yield at.page(f"bodies/{id}")
    else:
        yield at.page(f"people/{id}")


def _words(said: Mapping[str, str]) -> Iterator[Literal]:
    yield from (Literal(said[lang], lang) for lang in LANGS if said.get(lang))
