"""XML from outside, parsed without trust: no document type, no entity, no network."""

from __future__ import annotations

import re

from lxml import etree

from atazan.law.text.unread import UnreadText

_PROLOG = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def parsed(data: bytes, file: str) -> etree._Element:
    """The root of an XML document. Raises UnreadText: it declares a type, or is broken off."""
    wide = data.replace(b"\0", b"")  # UTF-16 hides the words from a search by bytes
    if _PROLOG.search(wide):
        raise UnreadText("document_type", file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        line = getattr(wrong, "lineno", None) or 1
        raise UnreadText("broken_xml", file, line=line) from wrong


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
