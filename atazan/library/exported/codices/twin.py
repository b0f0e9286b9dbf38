"""A précis as XML and as JSON: the same fields by the same names, so that an intake of the
Commission would need one mapping. Both are read back."""

from __future__ import annotations

from typing import Any, get_args, get_type_hints

import msgspec
from lxml import etree

from atazan.library.exported.codices.blocks import Bulletin

NAMESPACE = "urn:atazan:codices:1"


def as_json(one: Bulletin) -> bytes:
    """The précis as JSON in UTF-8; fields as `blocks.Bulletin`, what is not on record null."""
    return msgspec.json.format(msgspec.json.encode(one), indent=1) + b"\n"


def from_json(written: bytes) -> Bulletin:
    """The précis of that JSON. Raises msgspec.ValidationError."""
    return msgspec.json.decode(written, type=Bulletin)


def as_xml(one: Bulletin) -> bytes:
    """The précis as XML: an element a field, `item` for each of several, none for what is null."""
    root = etree.Element(f"{{{NAMESPACE}}}precis", nsmap={None: NAMESPACE})
    _write(root, msgspec.to_builtins(one))
    etree.indent(root, " ")
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def from_xml(written: bytes) -> Bulletin:
    """The précis of that XML. Raises msgspec.ValidationError, etree.XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return msgspec.convert(_told(etree.fromstring(written, parser), Bulletin), Bulletin)


def _write(around: etree._Element, told: Any) -> None:
    if isinstance(told, dict):
        for name, value in told.items():
            if value is not None:
                _write(etree.SubElement(around, f"{{{NAMESPACE}}}{name}"), value)
    elif isinstance(told, list | tuple):
        for value in told:
            _write(etree.SubElement(around, f"{{{NAMESPACE}}}item"), value)
    else:
        around.text = str(told)


def _told(element: etree._Element, type: Any) -> Any:
    """What an element holds, by the type of its field."""
    if getattr(type, "__struct_fields__", None):
        hints = get_type_hints(type)
        given = {etree.QName(child).localname: child for child in element}
        return {
            name: _told(given[name], hints[name]) if name in given else None
            for name in type.__struct_fields__
        }
    if getattr(type, "__origin__", None) is tuple:
        return [_told(child, get_args(type)[0]) for child in element]
    return element.text or ""
