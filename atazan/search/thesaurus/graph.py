"""The thesaurus as SKOS triples, the same for every way of writing them down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from atazan.rules.concepts import KINDS, Code, Concept, narrower
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
}


class Literal(Struct, frozen=True):
    """Words of a language, or a code with the IRI of its notation."""

    words: str
    lang: Lang | None = None
    datatype: str | None = None


class Triple(Struct, frozen=True):
    """`predicate` is prefixed (skos:broader); `subject` and an object that is a str are IRIs."""

    subject: str
    predicate: str
    object: str | Literal


class Addresses(Struct, frozen=True):
    """The IRIs of the thesaurus. `site` is the address of the portal, no slash at the end."""

    site: str

    @property
    def scheme(self) -> str:
        return f"{self.site}/concepts/"

    def concept(self, id: str) -> str:
        return f"{self.scheme}{id}"

    def kind(self, kind: str) -> str:
        return f"{self.scheme}#{kind}"

    def notation(self, version: int) -> str:
        """The notation of one version of the Systematic Thesaurus."""
        return f"{self.scheme}#systematic-thesaurus-{version}"

    def provision(self, written: str) -> str:
        """The page of a provision written "const-2026#art_31"."""
        return f"{self.site}/norms/{written.replace('#', '/')}"


def triples(found: Mapping[str, Concept], at: Addresses) -> Iterator[Triple]:
    """The scheme, the concepts in order, and the kinds as collections of them.

    A part of the thesaurus keeps its links to the rest.
    """
    yield from _scheme(found.values(), at)
    for one in found.values():
        yield from _concept(one, at)
    yield from _kinds(found.values(), at)


def _scheme(found: Iterable[Concept], at: Addresses) -> Iterator[Triple]:
    yield Triple(at.scheme, "rdf:type", "skos:ConceptScheme")
    for lang in LANGS:
        yield Triple(at.scheme, "dct:title", Literal(phrase("concepts.title", lang), lang))
    for one in found:
        if not one.broader:
            yield Triple(at.scheme, "skos:hasTopConcept", at.concept(one.id))


def _concept(one: Concept, at: Addresses) -> Iterator[Triple]:
    me = at.concept(one.id)
    yield Triple(me, "rdf:type", "skos:Concept")
    yield Triple(me, "skos:inScheme", at.scheme)
    for lang in LANGS:
        preferred, *others = one.labels(lang)
        yield Triple(me, "skos:prefLabel", Literal(preferred, lang))
        for word in others:
            yield Triple(me, "skos:altLabel", Literal(word, lang))
        if one.definition is not None:
            yield Triple(me, "skos:definition", Literal(one.definition.says(lang), lang))
    if not one.broader:
        yield Triple(me, "skos:topConceptOf", at.scheme)
    links = (("broader", one.broader), ("narrower", narrower(one.id)), ("related", one.related))
    for name, ids in links:
        for id in ids:
            yield Triple(me, f"skos:{name}", at.concept(id))
    yield from (_code(me, code, at) for code in one.codices)
    for written in one.provisions:
        yield Triple(me, "dct:references", at.provision(written))


def _code(me: str, code: Code, at: Addresses) -> Triple:
    """A code compared with the printed thesaurus is a notation; a proposed one is only a note."""
    if code.sure:
        notation = at.notation(code.version)
        return Triple(me, "skos:notation", Literal(code.printed, datatype=notation))
    said = phrase("concepts.code_proposed", "en", {"code": code.printed, "version": code.version})
    return Triple(me, "skos:editorialNote", Literal(said, "en"))


def _kinds(found: Iterable[Concept], at: Addresses) -> Iterator[Triple]:
    members: dict[str, list[str]] = {}
    for one in found:
        members.setdefault(one.kind, []).append(one.id)
    for kind in KINDS:
        if kind not in members:
            continue
        yield Triple(at.kind(kind), "rdf:type", "skos:Collection")
        for lang in LANGS:
            named = Literal(phrase(f"concepts.kind.{kind}", lang), lang)
            yield Triple(at.kind(kind), "skos:prefLabel", named)
        for id in members[kind]:
            yield Triple(at.kind(kind), "skos:member", at.concept(id))
