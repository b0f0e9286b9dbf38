"""Effects in Akoma Ntoso: what each is a modification of.

What each effect becomes (types of the OASIS schema):

| effect | modification |
|---|---|
| inserted, amended | `textualMod` insertion, substitution |
| repealed, renumbered | `textualMod` repeal, renumbering |
| commenced | `forceMod` entryIntoForce |
| does not conform | `forceMod` unconstitutionality; `incomplete` where it reaches only so far |
| … in part | and `efficacyMod` endOfEfficacy, the extent as its `condition` |
| … from a later, an earlier day | and `efficacyMod` postponementOfEfficacy, retroactivity |
| … with a rule until the lawmaker acts | and as an interim rule |
| conforms as interpreted, official interpretation | `meaningMod` authenticInterpretation |
| suspended | `efficacyMod` inapplication |
| void from | `forceMod` unconstitutionality and `efficacyMod` retroactivity |
| interim rule | `efficacyMod` prorogationOfEfficacy, the rule as its `condition` |
| anything else (conforms, …) | changes nothing: an `implicitReference` |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree
from msgspec import Struct

from atazan.law.exported.akn_names import own, portion, tag
from atazan.law.exported.edition import WHOLE, Modification

_TEXTUAL = {
    "inserted": "insertion",
    "amended": "substitution",
    "repealed": "repeal",
    "renumbered": "renumbering",
}
_OTHER = {
    "commenced": ("forceMod", "entryIntoForce"),
    "does_not_conform": ("forceMod", "unconstitutionality"),
    "conforms_as_interpreted": ("meaningMod", "authenticInterpretation"),
    "official_interpretation": ("meaningMod", "authenticInterpretation"),
    "suspended": ("efficacyMod", "inapplication"),
    "void_from": ("forceMod", "unconstitutionality"),
    "interim_rule": ("efficacyMod", "prorogationOfEfficacy"),
}


class _Kind(Struct, frozen=True):
    element: str
    type: str


def kinds(one: Modification) -> tuple[_Kind, ...]:
    """The modifications an effect is in Akoma Ntoso; none where it changes nothing."""
    if one.effect in _TEXTUAL:
        return (_Kind("textualMod", _TEXTUAL[one.effect]),)
    if one.effect not in _OTHER:
        return ()
    found = [_Kind(*_OTHER[one.effect])]
    if one.effect == "does_not_conform":
        if one.extent or one.words:
            found.append(_Kind("efficacyMod", "endOfEfficacy"))
        if one.decided_on is not None and one.since > one.decided_on:
            found.append(_Kind("efficacyMod", "postponementOfEfficacy"))
        elif one.decided_on is not None and one.since < one.decided_on:
            found.append(_Kind("efficacyMod", "retroactivity"))
        if one.reading:
            found.append(_Kind(*_OTHER["interim_rule"]))
    if one.effect == "void_from":
        found.append(_Kind("efficacyMod", "retroactivity"))
    return tuple(found)


def active_modifications(
    modifications: Iterable[Modification],
    uri: str,
    source: str,
    period: Callable[[Modification], str | None] = lambda one: None,
) -> etree._Element | None:
    """What a decision or an amending act says it does to the work at `uri`, for its own `analysis`.

    `source` is the place in the acting document that does it (`#dec_1`), `period` names that
    document's temporal group for an effect. None where nothing is changed.
    """
    around = etree.Element(tag("activeModifications"))
    for one in modifications:
        target = uri if one.provision == WHOLE else portion(uri, one.provision)
        write_modification(around, one, source, target, period(one))
    return around if len(around) else None


def write_modification(
    around: etree._Element, one: Modification, source: str, target: str, period: str | None
) -> None:
    """Append the effect, done at `source` to `target`, as its modifications."""
    for n, kind in enumerate(kinds(one), 1):
        element = _sub(
            around, kind.element, type=kind.type, eId=f"mod_{one.id}_{n}".replace(" ", "_")
        )
        if kind.element == "forceMod" and (one.extent or one.words):
            element.set("incomplete", "true")
        _sub(element, "source", href=source)
        destination = _sub(element, "destination", href=target)
        for words in one.words:
            etree.SubElement(destination, own("words")).text = words
        if one.reading and kind.element == "meaningMod":
            etree.SubElement(destination, own("reading")).text = one.reading
        if period:
            _sub(element, "efficacy" if kind.element == "efficacyMod" else "force", period=period)
        interim = (kind.element, kind.type) == _OTHER["interim_rule"]
        condition = one.reading if interim else one.extent
        if condition:
            told = etree.SubElement(_sub(element, "condition"), own("extent"))
            told.text = condition
        if one.was and kind.type == "renumbering":
            _sub(element, "old", href=f"#{one.was}")


def _sub(parent: etree._Element, called: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, tag(called), attributes)
