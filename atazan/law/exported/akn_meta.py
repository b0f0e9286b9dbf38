"""What an Akoma Ntoso act says of itself: which work, which text of it, since when, by whom."""

from __future__ import annotations

from lxml import etree

from atazan.law.exported.akn_days import ORIGINAL, Days
from atazan.law.exported.akn_effects import kinds, write_modification
from atazan.law.exported.akn_names import LANGUAGES, component, expression, own, portion, tag
from atazan.law.exported.edition import WHOLE, Edition, Modification

EDITOR = "#atazan"


def write_meta(act: etree._Element, edition: Edition) -> Days:
    """Append `meta` to the act; the days it names are to be marked on the body."""
    meta = _sub(act, "meta")
    days = Days(edition)
    _identification(meta, edition)
    days.write_lifecycle(meta, EDITOR)
    _analysis(meta, edition, days)
    days.write_temporal_data(meta, EDITOR)
    _references(meta, edition, days)
    _proprietary(meta, edition)
    return days


def _analysis(meta: etree._Element, edition: Edition, days: Days) -> None:
    """What others did to the act, and the decisions that changed nothing in it."""
    if not edition.modifications:
        return
    analysis = _sub(meta, "analysis", source=EDITOR)
    eids = {block.eid: block.name for block in edition.document.blocks}
    changing = [one for one in edition.modifications if kinds(one)]
    if changing:
        around = _sub(analysis, "passiveModifications")
        for one in changing:
            period = f"#{days.of_effect[one.id]}"
            write_modification(around, one, one.by, _target(edition, one, eids), period)
    others = [one for one in edition.modifications if not kinds(one)]
    if others:
        around = _sub(analysis, "otherReferences", source=EDITOR)
        for one in others:
            element = _sub(around, "implicitReference", href=one.by, showAs=one.by_name)
            element.set("for", _target(edition, one, eids))


def _target(edition: Edition, one: Modification, eids: dict[str, str]) -> str:
    """Where an effect lands: in this document, or in the work where this text has no such place.

    `eids` are those of the text with the permanent names. What was repealed and gave its number to
    another provision has no place in the text either.
    """
    if one.provision == WHOLE:
        return edition.uri
    name = one.wid or one.provision
    if one.effect == "repealed" and eids.get(one.provision, name) != name:
        return portion(edition.uri, one.provision)
    held = any(eid == one.provision or eid.startswith(f"{one.provision}__") for eid in eids)
    return f"#{one.provision}" if held else portion(edition.uri, one.provision)


def _identification(meta: etree._Element, edition: Edition) -> None:
    around = _sub(meta, "identification", source=EDITOR)
    text = expression(edition.uri, edition.document.lang, edition.since)
    work = _frbr(around, "FRBRWork", component(edition.uri), edition.uri)
    _sub(work, "FRBRalias", value=edition.title, name="title")
    day, name = (edition.adopted, "adopted") if edition.adopted else (edition.since, "firstKnown")
    _sub(work, "FRBRdate", date=day.isoformat(), name=name)
    _sub(work, "FRBRauthor", href="#lawmaker")
    _sub(work, "FRBRcountry", value=edition.uri.split("/")[2])
    if edition.number:
        _sub(work, "FRBRnumber", value=edition.number)
    read = _frbr(around, "FRBRExpression", component(text), text)
    _sub(read, "FRBRdate", date=edition.since.isoformat(), name="textSince")
    _sub(read, "FRBRauthor", href=EDITOR)
    _sub(read, "FRBRauthoritative", value="false")
    _sub(read, "FRBRlanguage", language=LANGUAGES[edition.document.lang])
    file = _frbr(around, "FRBRManifestation", f"{component(text)}.akn", f"{text}.akn")
    _sub(file, "FRBRdate", date=edition.day.isoformat(), name="asOf")
    _sub(file, "FRBRauthor", href=EDITOR)
    _sub(file, "FRBRformat", value="application/akn+xml")


def _frbr(around: etree._Element, name: str, this: str, uri: str) -> etree._Element:
    element = _sub(around, name)
    _sub(element, "FRBRthis", value=this)
    _sub(element, "FRBRuri", value=uri)
    return element


def _references(meta: etree._Element, edition: Edition, days: Days) -> None:
    around = _sub(meta, "references", source=EDITOR)
    _sub(around, "original", eId=ORIGINAL, href=edition.uri, showAs=edition.title)
    for href, (id, name) in days.sources.items():
        _sub(around, "passiveRef", eId=id, href=href, showAs=name)
    country = edition.uri.split("/")[2].upper()
    organisations = {"atazan": "Ata Zañ", "lawmaker": f"Lawmaker ({country})"}
    for id, name in organisations.items():
        href = f"/akn/ontology/organization/{edition.uri.split('/')[2]}/{id}"
        _sub(around, "TLCOrganization", eId=id, href=href, showAs=name)
    for concept in days.concepts():
        href = f"/akn/ontology/concept/atazan/{concept}"
        _sub(around, "TLCConcept", eId=concept, href=href, showAs=concept)


def _proprietary(meta: etree._Element, edition: Edition) -> None:
    """What only the platform tells, the digest of the words among it."""
    around = _sub(meta, "proprietary", source=EDITOR)
    facts = edition.document.facts
    by = next((one.by for one in edition.changes if one.since == edition.since), None)
    told = {
        "work": edition.work,
        "until": edition.until,
        "digest": edition.document.digest,
        "source": facts.source,
        "madeBy": by,
        "kind": facts.kind,
    }
    for name, value in told.items():
        if value is not None:
            etree.SubElement(around, own(name)).text = str(value)


def _sub(parent: etree._Element, called: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, tag(called), attributes)
