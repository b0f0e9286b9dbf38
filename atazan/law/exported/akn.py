"""A text as an Akoma Ntoso 3.0 act that validates against the OASIS schema.

Metadata in `akn_meta`, effects in `akn_effects`; how the words are laid out, and read back, in
`akn_body`.
"""

from __future__ import annotations

from lxml import etree

from atazan.law.exported import akn_body
from atazan.law.exported.akn_meta import write_meta
from atazan.law.exported.akn_names import NAMESPACE, OWN, tag
from atazan.law.exported.edition import Edition
from atazan.law.exported.tree import tree


def akn(edition: Edition) -> bytes:
    """The edition as XML in UTF-8; the same edition gives the same bytes.

    Raises ExportRefused where a line holds characters XML has no room for.
    """
    root = etree.Element(tag("akomaNtoso"), nsmap={None: NAMESPACE, "az": OWN})
    act = etree.SubElement(root, tag("act"), name=edition.kind, contains="singleVersion")
    days = write_meta(act, edition)
    akn_body.write(act, tree(edition.document.blocks))
    days.mark(act)
    _lay_out(root)
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


_RUNNING = {tag(name) for name in ("p", "num", "heading")}


def _lay_out(element: etree._Element, depth: int = 0) -> None:
    """Put each element on a line of its own, but nothing inside running text."""
    if len(element) == 0 or element.tag in _RUNNING:
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _lay_out(child, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    element[-1].tail = "\n" + " " * depth
