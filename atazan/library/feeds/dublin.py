"""A decision as unqualified Dublin Core (oai_dc), with what ECLI asks of its metadata."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from atazan.decisions.identity import work_uri
from atazan.law.exported.akn_names import LANGUAGES
from atazan.library.exported.told import Told
from atazan.library.feeds.atom import summary, title
from atazan.rules.text import LANGS
from atazan.rules.words import phrase

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Field = tuple[str, str, str | None]


def write(one: Told, site: str) -> etree._Element:
    """The decision; what is said in words is said in each language."""
    root = etree.Element(f"{{{OAI_DC}}}dc", nsmap={"oai_dc": OAI_DC, "dc": DC, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{OAI_DC} {SCHEMA}")
    for name, words, lang in _fields(one, site):
        element = etree.SubElement(root, f"{{{DC}}}{name}")
        element.text = words
        if lang:
            element.set(_XML_LANG, lang)
    return root


def _fields(one: Told, site: str) -> Iterator[Field]:
    row = one.row
    for lang in LANGS:
        yield "title", title(one, lang), lang
        yield "creator", phrase(f"decisions.body.{row.body}", lang), lang
        yield "description", summary(one, lang), lang
        yield "type", phrase(f"decisions.form.{row.form}", lang), lang
        yield "coverage", phrase("library.codices.country_name", lang), lang
        yield "rights", phrase("library.feed.rights", lang), lang
        for concept in one.concepts:
            yield "subject", concept.preferred.says(lang), lang
    yield "publisher", "Ata Zañ", None
    if row.done_on:
        yield "date", row.done_on, None
    for name in (f"{site}/kk/decisions/{row.id}", one.neutral, one.uri, one.ecli):
        if name:
            yield "identifier", name, None
    for lang in one.texts:
        yield "language", LANGUAGES[lang], None  # type: ignore[index]
    for source in row.sources:
        yield "source", source, None
    for other in one.related.values():
        yield "relation", work_uri(other), None
