"""A timeline as RDF: properties of Wikidata where it has one for the fact, else our own (`atz`).

Things have addresses of ours (a person's page, an act's receipt); none is said to be an item of
Wikidata. docs/reference/timelines.md says what each property means here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from atazan.institutions.models import Tenure
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase
from atazan.search.thesaurus.graph import Literal, Triple
from atazan.sources.timelines.concerns import organ
from atazan.sources.timelines.statements import Node, day, statements
from atazan.sources.timelines.subjects import SORTS, Subject, subjects
from atazan.sources.timelines.timeline import Entry, Timeline

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "prov": "http://www.w3.org/ns/prov#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "p": "http://www.wikidata.org/prop/",
    "ps": "http://www.wikidata.org/prop/statement/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "pr": "http://www.wikidata.org/prop/reference/",
    "atz": "urn:atazan:timeline:1:",
}
_XSD = "http://www.w3.org/2001/XMLSchema#"
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
"""What RDF allows as an IRI; any other source is a label."""
_CLASS = {"people": "wd:Q5", "offices": "wd:Q4164871"}
_ORGANISATION = "wd:Q43229"


def triples(found: Timeline, site: str) -> Iterator[Triple]:
    """The acts of a timeline, what they say of whom, and the names of all they name.

    `site` is the address of the portal, no slash at the end. Triples of a subject come together.
    """
    gathered: dict[str, dict[Triple, None]] = {}
    for one in _all(found, site):
        gathered.setdefault(one.subject, {})[one] = None
    for told in gathered.values():
        yield from told


def _all(found: Timeline, site: str) -> Iterator[Triple]:
    at = Addresses(site)
    if found.subject is not None:
        yield from _thing(found.subject, at)
    named: set[tuple[str, str]] = set()
    for one in found.entries:
        yield from _entry(one, at, found.subject)
        named |= {key for key in _things(one.act) if key[0] in SORTS}
    for thing in subjects(sorted(named)):
        yield from _thing(thing, at)


class Addresses:
    """The IRIs of a portal."""

    def __init__(self, site: str) -> None:
        self.site = site

    def page(self, path: str) -> str:
        """A thing by the path of its page."""
        return f"{self.site}/{path}"

    @cached_property
    def _holders(self) -> Mapping[str, str]:
        return dict(Tenure.objects.values_list("pk", "person"))

    def holder(self, tenure: str) -> str | None:
        """The id of the person whose tenure it is."""
        return self._holders.get(tenure)

    def act(self, number: int) -> str:
        """An act, by the receipt of its entry."""
        return f"{self.site}/receipt/?no={number}#act"


def _thing(one: Subject, at: Addresses) -> Iterator[Triple]:
    me = at.page(one.path)
    if one.sort != "concepts":
        yield Triple(me, "wdt:P31", _CLASS.get(one.sort, _ORGANISATION))
    yield from _labels(me, one.names)


def _labels(subject: str, names: Mapping[str, str]) -> Iterator[Triple]:
    for lang in LANGS:
        if names.get(lang):
            yield Triple(subject, "rdfs:label", Literal(names[lang], lang))


def _things(act: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The sorts and ids of those an act names."""
    for field in ("done_by", "by", "consent_by", "body", "office", "before", "to"):
        yield from organ(act.get(field) or "")
    for field in ("person", "head", "presiding", "rapporteur"):
        if act.get(field):
            yield "people", act[field]
    yield from (("people", id) for id in act.get("composition", ()))
    yield from (("people", p["person"]) for p in act.get("participants", ()) if p.get("person"))
    yield from (("partners", id) for id in act.get("parties", ()))
    if act.get("association"):
        yield "associations", act["association"]


def _entry(one: Entry, at: Addresses, about: Subject | None) -> Iterator[Triple]:
    act = at.act(one.number)
    yield Triple(act, "rdf:type", "atz:Act")
    yield Triple(act, "atz:kind", Literal(one.told.kind))
    yield from _labels(act, {lang: _title(one, lang) for lang in LANGS})
    if one.day is not None:
        yield Triple(act, "wdt:P585" if one.known == "done" else "atz:seenOn", day(one.day))
    yield Triple(act, "atz:entry", Literal(str(one.number), datatype=f"{_XSD}integer"))
    yield Triple(act, "atz:confidence", Literal(str(one.told.confidence)))
    yield Triple(act, "atz:toldBy", Literal(one.teller))
    if one.told.page:
        yield Triple(act, "atz:page", at.page(one.told.page))
    if about is not None and about.sort != "concepts":
        yield Triple(at.page(about.path), "wdt:P793", act)
    if about is not None and about.sort == "concepts":
        yield Triple(act, "atz:subject", at.page(about.path))
    references = list(_references(one, act, at))
    yield from references
    proofs = [two.subject for two in references]
    yield from (Triple(act, "prov:wasDerivedFrom", ref) for ref in dict.fromkeys(proofs))
    for node in statements(one.act, act, at):
        yield from _node(node, proofs)


def _title(one: Entry, lang: Lang) -> str:
    kind = phrase(f"kind.{one.told.kind}", lang)
    return f"{kind}: {one.told.says(lang)}"


def _references(one: Entry, act: str, at: Addresses) -> Iterator[Triple]:
    for place, cited in enumerate(one.cited, 1):
        ref = act.replace("#act", f"#source-{place}")
        yield Triple(ref, "rdf:type", "prov:Entity")
        yield Triple(ref, "atz:outlet", Literal(cited.outlet))
        if cited.document:
            yield Triple(ref, "pr:P248", at.page(f"record/{cited.document}"))
        if _ADDRESS.fullmatch(cited.source):
            yield Triple(ref, "pr:P854", cited.source)
        else:
            yield Triple(ref, "rdfs:label", Literal(cited.source))


def _node(node: Node, proofs: list[str]) -> Iterator[Triple]:
    for name, value in node.told:
        yield Triple(node.subject, name, value)
    if node.proven:
        yield from (
            Triple(node.subject, "prov:wasDerivedFrom", ref) for ref in dict.fromkeys(proofs)
        )
