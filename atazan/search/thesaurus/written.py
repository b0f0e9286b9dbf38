"""Triples written down: Turtle, JSON-LD and RDF/XML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET

from atazan.search.thesaurus.graph import PREFIXES, Literal, Triple

Writer = Callable[[Iterable[Triple]], str]
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_XML = "http://www.w3.org/XML/1998/namespace"


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """As Turtle: a block a subject, a line a predicate."""
    blocks = [f"@prefix {name}: <{iri}> ." for name, iri in prefixes.items()]
    for subject, predicates in _by_subject(triples):
        lines = []
        for predicate, values in predicates:
            name = "a" if predicate == "rdf:type" else predicate
            lines.append(f"    {name} {', '.join(_in_turtle(one, prefixes) for one in values)}")
        blocks.append(f"\n<{subject}>\n" + " ;\n".join(lines) + " .")
    return "\n".join(blocks) + "\n"


def _in_turtle(value: str | Literal, prefixes: Mapping[str, str]) -> str:
    if isinstance(value, str):
        return value if value.partition(":")[0] in prefixes else f"<{value}>"
    said = f'"{value.words.translate(_ESCAPES)}"'
    if value.lang is not None:
        return f"{said}@{value.lang}"
    return f"{said}^^<{value.datatype}>" if value.datatype else said


def jsonld(triples: Iterable[Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """As JSON-LD: one node a subject."""
    graph = []
    for subject, predicates in _by_subject(triples):
        node: dict[str, Any] = {"@id": subject}
        for predicate, values in predicates:
            name = "@type" if predicate == "rdf:type" else predicate
            node[name] = [v if name == "@type" else _in_json(v) for v in values]
        graph.append(node)
    told = {"@context": dict(prefixes), "@graph": graph}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _in_json(value: str | Literal) -> dict[str, str]:
    if isinstance(value, str):
        return {"@id": value}
    said = {"@value": value.words}
    if value.lang is not None:
        return {**said, "@language": value.lang}
    return {**said, "@type": value.datatype} if value.datatype else said


def rdfxml(triples: Iterable[Triple]) -> str:
    """As RDF/XML: a description a subject."""
    for name, iri in PREFIXES.items():
        ET.register_namespace(name, iri)
    rdf = PREFIXES["rdf"]
    root = ET.Element(f"{{{rdf}}}RDF")
    for subject, predicates in _by_subject(triples):
        node = ET.SubElement(root, f"{{{rdf}}}Description", {f"{{{rdf}}}about": subject})
        for predicate, values in predicates:
            for value in values:
                _in_xml(ET.SubElement(node, _clark(predicate)), value)
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _in_xml(element: ET.Element, value: str | Literal) -> None:
    rdf = PREFIXES["rdf"]
    if isinstance(value, str):
        element.set(f"{{{rdf}}}resource", _full(value))
        return
    element.text = value.words
    if value.lang is not None:
        element.set(f"{{{_XML}}}lang", value.lang)
    if value.datatype is not None:
        element.set(f"{{{rdf}}}datatype", value.datatype)


def _by_subject(
    triples: Iterable[Triple],
) -> Iterator[tuple[str, list[tuple[str, list[str | Literal]]]]]:
    """Triples as they come, gathered by subject, then by predicate."""
    for subject, of_it in groupby(triples, lambda one: one.subject):
        gathered: dict[str, list[str | Literal]] = {}
        for one in of_it:
            gathered.setdefault(one.predicate, []).append(one.object)
        yield subject, list(gathered.items())


def _full(name: str) -> str:
    prefix, _, rest = name.partition(":")
    return PREFIXES[prefix] + rest if prefix in PREFIXES else name


def _clark(name: str) -> str:
    prefix, _, rest = name.partition(":")
    return f"{{{PREFIXES[prefix]}}}{rest}"
