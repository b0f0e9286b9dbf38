"""What an Akoma Ntoso judgment says of itself: identity, days, classification, people, outcome."""

from __future__ import annotations

from datetime import date

from lxml import etree

from atazan.decisions.identity import expression_uri
from atazan.law.exported.akn_names import LANGUAGES, component, own, tag
from atazan.law.exported.gathered import done_by
from atazan.library.exported.judgment.analysis import Periods, write_analysis
from atazan.library.exported.judgment.body import Source
from atazan.library.exported.told import Told, number_of
from atazan.rules.text import Lang
from atazan.rules.words import phrase

EDITOR = "#atazan"
COURT = "court"
UNDATED = date(1, 1, 1)
"""Stands where no day was found: the schema wants one. Its name is `notFound`."""


def write_meta(document: etree._Element, one: Told, lang: Lang, source: Source) -> None:
    """Append `meta`. `source` tells where in the body an effect is done."""
    meta = _sub(document, "meta")
    done = done_by(one.row.id, lang)
    periods = Periods(one, done)
    _identification(meta, one, lang)
    _classification(meta, one, lang)
    periods.write_lifecycle(meta, EDITOR)
    write_analysis(meta, one, lang, done, periods, source)
    periods.write_temporal_data(meta, EDITOR)
    _references(meta, one, lang)
    _proprietary(meta, one, lang)


def _identification(meta: etree._Element, one: Told, lang: Lang) -> None:
    row, uri = one.row, one.uri
    around = _sub(meta, "identification", source=EDITOR)
    work = _frbr(around, "FRBRWork", uri)
    _sub(work, "FRBRalias", value=one.neutral, name="neutralCitation")
    if one.ecli:
        _sub(work, "FRBRalias", value=one.ecli, name="ECLI")
    _sub(work, "FRBRdate", date=_day(one).isoformat(), name=_day_name(one))
    _sub(work, "FRBRauthor", href=f"#{COURT}")
    _sub(work, "FRBRcountry", value="kz")
    _sub(work, "FRBRsubtype", value=row.form)
    if number := number_of(row, lang):
        _sub(work, "FRBRnumber", value=number)
    text = expression_uri(row, lang)
    read = _frbr(around, "FRBRExpression", text)
    _sub(read, "FRBRdate", date=_day(one).isoformat(), name=_day_name(one))
    _sub(read, "FRBRauthor", href=f"#{COURT}" if lang in one.texts else EDITOR)
    _sub(read, "FRBRauthoritative", value="false")
    _sub(read, "FRBRlanguage", language=LANGUAGES[lang])
    file = _sub(around, "FRBRManifestation")
    _sub(file, "FRBRthis", value=f"{component(text)}.akn")
    _sub(file, "FRBRuri", value=f"{text}.akn")
    _sub(file, "FRBRdate", date=one.stamp.at.date().isoformat(), name="recorded")
    _sub(file, "FRBRauthor", href=EDITOR)
    _sub(file, "FRBRformat", value="application/akn+xml")


def _day(one: Told) -> date:
    return one.day.first if one.day else UNDATED


def _day_name(one: Told) -> str:
    """What is known of the day: all of it, its month, its year, nothing."""
    if one.day is None:
        return "notFound"
    if one.day.exact:
        return "decided"
    return "decidedInMonth" if one.day.month else "decidedInYear"


def _frbr(around: etree._Element, name: str, uri: str) -> etree._Element:
    element = _sub(around, name)
    _sub(element, "FRBRthis", value=component(uri))
    _sub(element, "FRBRuri", value=uri)
    return element


def _classification(meta: etree._Element, one: Told, lang: Lang) -> None:
    """Our concepts, and the codes of the Systematic Thesaurus a person indexed it under."""
    codes = one.indexing.codes if one.indexing else []
    if not one.concepts and not codes:
        return
    around = _sub(meta, "classification", source=EDITOR)
    for concept in one.concepts:
        _keyword(around, concept.id, concept.preferred.says(lang), "/akn/ontology/concept/atazan")
    for code in codes:
        version = one.indexing.thesaurus if one.indexing else ""
        _keyword(around, code, code, f"/codices/systematic-thesaurus/{version}")


def _keyword(around: etree._Element, value: str, shown: str, dictionary: str) -> None:
    _sub(around, "keyword", value=value, showAs=shown, dictionary=dictionary)


def _references(meta: etree._Element, one: Told, lang: Lang) -> None:
    row = one.row
    around = _sub(meta, "references", source=EDITOR)
    _sub(around, "original", eId="original", href=one.uri, showAs=one.neutral)
    court = phrase(f"decisions.body.{row.body}", lang)
    for id, name, place in ((COURT, court, row.body), ("atazan", "Ata Zañ", "atazan")):
        href = f"/akn/ontology/organization/kz/{place}"
        _sub(around, "TLCOrganization", eId=id, href=href, showAs=name)
    for id in dict.fromkeys(filter(None, (row.presiding, row.rapporteur, *row.composition))):
        shown = one.people.get(id, {}).get(lang) or id
        href = f"/akn/ontology/person/kz/{id}"
        _sub(around, "TLCPerson", eId=f"person_{id}", href=href, showAs=shown)
    for role in ("presiding", "rapporteur", "judge"):
        href = f"/akn/ontology/role/kz/{role}"
        shown = phrase(f"library.role.{role}", lang)
        _sub(around, "TLCRole", eId=f"role_{role}", href=href, showAs=shown)


def _proprietary(meta: etree._Element, one: Told, lang: Lang) -> None:
    """What only the platform tells: whether the words are the Court's, who sat, how sure it is."""
    row = one.row
    around = _sub(meta, "proprietary", source=EDITOR)
    told = {
        "decision": row.id,
        "doneOn": row.done_on,
        "text": "held" if lang in one.texts else "none",
        "subject": row.subject[lang],
        "question": row.question,
        "confidence": row.confidence,
        "note": (row.note or {}).get(lang),
        "journalEntry": str(one.stamp.entry),
    }
    for name, value in told.items():
        if value:
            etree.SubElement(around, own(name)).text = str(value)
    for role, ids in (
        ("presiding", [row.presiding]),
        ("rapporteur", [row.rapporteur]),
        ("judge", row.composition),
    ):
        for id in filter(None, ids):
            etree.SubElement(around, own("sat"), who=f"#person_{id}", role=f"#role_{role}")
    for source in row.sources:
        etree.SubElement(around, own("source")).text = source


def _sub(parent: etree._Element, called: str, /, **given: str) -> etree._Element:
    return etree.SubElement(parent, tag(called), given)
