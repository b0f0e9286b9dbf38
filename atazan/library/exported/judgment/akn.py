"""A decision as an Akoma Ntoso judgment in one language; a message is a `statement`.

Metadata in `meta`, what the decision did to laws in `analysis`, its words in `body`.
"""

from __future__ import annotations

from lxml import etree

from atazan.law.exported.akn_names import NAMESPACE, OWN, tag
from atazan.library.exported.judgment.body import write_body
from atazan.library.exported.judgment.meta import write_meta
from atazan.library.exported.told import Told
from atazan.rules.text import Lang

RUNNING = {tag(name) for name in ("p", "docTitle", "remark")}


def akn(one: Told, lang: Lang) -> bytes:
    """The decision as XML in UTF-8; the same record gives the same bytes.

    Its text in that language where one is held; else what the register knows of it, which
    `proprietary` says. Kazakh and Russian are languages of the text, English of the register only.
    """
    root = etree.Element(tag("akomaNtoso"), nsmap={None: NAMESPACE, "az": OWN})
    message = one.row.form == "message"
    name = "statement" if message else "judgment"
    document = etree.SubElement(root, tag(name), name=name, contains="originalVersion")
    words = etree.Element(tag("mainBody" if message else "judgmentBody"), eId="body")
    heading = etree.Element(tag("preface" if message else "header"))
    source = write_body(heading, words, one, lang)
    write_meta(document, one, lang, source)
    document.extend((heading, words))
    _lay_out(root)
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def _lay_out(element: etree._Element, depth: int = 0) -> None:
    """Each element on a line of its own, but nothing inside running text."""
    if len(element) == 0 or element.tag in RUNNING:
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _lay_out(child, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    element[-1].tail = "\n" + " " * depth
