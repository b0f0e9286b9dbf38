"""The files the thesaurus is given out in: Turtle, JSON-LD, RDF/XML and plain JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from atazan.rules.concepts import Concept
from atazan.rules.text import LANGS
from atazan.search.thesaurus.graph import Addresses, triples
from atazan.search.thesaurus.written import Writer, jsonld, rdfxml, turtle


class Format(Struct, frozen=True):
    """A way of writing SKOS: the media type, the ending of the file, and what writes it."""

    media: str
    ending: str
    write: Writer


FORMATS: Mapping[str, Format] = {
    "turtle": Format("text/turtle", "ttl", turtle),
    "jsonld": Format("application/ld+json", "jsonld", jsonld),
    "rdfxml": Format("application/rdf+xml", "rdf", rdfxml),
}


def skos(found: Mapping[str, Concept], format: str, site: str) -> str:
    """The concepts as SKOS in one of FORMATS; `site` is the address of the portal."""
    return FORMATS[format].write(triples(found, Addresses(site)))


def as_json(one: Concept) -> dict[str, Any]:
    """A concept in plain JSON, its codes printed both ways."""
    return {
        "id": one.id,
        "kind": one.kind,
        "labels": {lang: list(one.labels(lang)) for lang in LANGS},
        "definition": msgspec.to_builtins(one.definition),
        "broader": list(one.broader),
        "related": list(one.related),
        "provisions": list(one.provisions),
        "codices": [
            {
                "code": code.printed,
                "padded": code.padded,
                "version": code.version,
                "checked": code.sure,
            }
            for code in one.codices
        ],
        "since": one.since and one.since.isoformat(),
        "until": one.until and one.until.isoformat(),
    }
