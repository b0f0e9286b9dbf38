"""A judgment read back from the Akoma Ntoso that `akn` writes."""

from __future__ import annotations

from typing import Any, cast

from lxml import etree
from msgspec import Struct

from atazan.law.exported.akn_names import LANGUAGES, NAMESPACE, OWN
from atazan.rules.text import Lang

NS = {"a": NAMESPACE, "az": OWN}
_CONCEPTS = "//a:keyword[contains(@dictionary, 'atazan')]/@value"


class Modified(Struct, frozen=True):
    """One modification of a law: the element and its type, the place and the day it counts from."""

    element: str
    type: str
    target: str
    since: str | None


class HeldThere(Struct, frozen=True):
    """One holding: the address of the provision, our codes and words."""

    target: str
    outcome: str | None
    since: str | None
    extent: str | None
    reading: str | None


class Judgment(Struct, frozen=True, kw_only=True):
    """What a judgment file tells. `paragraphs` by their permanent anchors, empty without a text."""

    decision: str
    neutral_citation: str
    uri: str
    lang: Lang
    form: str
    number: str | None
    done_on: str | None
    subject: str
    text_held: bool
    paragraphs: dict[str, str]
    outcomes: tuple[str, ...]
    holdings: tuple[HeldThere, ...]
    modifications: tuple[Modified, ...]
    treats: tuple[tuple[str, str], ...]
    rests_on: tuple[str, ...]
    sat: tuple[str, ...]
    concepts: tuple[str, ...]


class NotAJudgment(ValueError):
    """The file is no judgment of the platform's making."""


def read(written: bytes) -> Judgment:
    """The judgment in those bytes. Raises NotAJudgment."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(written, parser)
        return _judgment(root)
    except (etree.XMLSyntaxError, IndexError, StopIteration) as wrong:
        raise NotAJudgment(f"not a judgment in Akoma Ntoso: {wrong}") from wrong


def _judgment(root: etree._Element) -> Judgment:
    work = root.xpath("//a:FRBRWork", namespaces=NS)[0]
    language = root.xpath("//a:FRBRExpression/a:FRBRlanguage/@language", namespaces=NS)[0]
    outcomes = root.xpath("//a:otherAnalysis/az:outcome/text()", namespaces=NS)
    numbers = work.xpath("a:FRBRnumber/@value", namespaces=NS)
    return Judgment(
        decision=_one(root, "decision") or "",
        neutral_citation=work.xpath("a:FRBRalias[@name='neutralCitation']/@value", namespaces=NS)[
            0
        ],
        uri=work.xpath("a:FRBRuri/@value", namespaces=NS)[0],
        lang=next(lang for lang, name in LANGUAGES.items() if name == language),
        form=work.xpath("a:FRBRsubtype/@value", namespaces=NS)[0],
        number=numbers[0] if numbers else None,
        done_on=_one(root, "doneOn"),
        subject=_one(root, "subject") or "",
        text_held=_one(root, "text") == "held",
        paragraphs={
            line.get("eId"): "".join(line.itertext())
            for line in root.xpath("//a:p[starts-with(@eId, 'p-')]", namespaces=NS)
        },
        outcomes=tuple(map(str, outcomes)) if outcomes != ["outcome_not_found"] else (),
        holdings=tuple(map(_held, root.xpath("//az:holding", namespaces=NS))),
        modifications=tuple(
            _modified(one, root) for one in root.xpath("//a:activeModifications/*", namespaces=NS)
        ),
        treats=tuple(
            (_name(one), str(one.xpath("a:destination/az:position/text()", namespaces=NS)[0]))
            for one in root.xpath("//a:judicial/*[@eId]", namespaces=NS)
        ),
        rests_on=tuple(map(str, root.xpath("//a:implicitReference/@href", namespaces=NS))),
        sat=tuple(
            str(who).removeprefix("#person_")
            for who in root.xpath("//az:sat[@role='#role_judge']/@who", namespaces=NS)
        ),
        concepts=tuple(map(str, root.xpath(_CONCEPTS, namespaces=NS))),
    )


def _one(root: etree._Element, name: str) -> str | None:
    found = root.xpath(f"//a:proprietary/az:{name}/text()", namespaces=NS)
    return "".join(found) if found else None


def _held(element: etree._Element) -> HeldThere:
    return HeldThere(
        element.get("href"),
        element.get("outcome"),
        element.get("since"),
        element.findtext("az:extent", namespaces=NS),
        element.findtext("az:reading", namespaces=NS),
    )


def _modified(element: etree._Element, root: etree._Element) -> Modified:
    target = element.find("a:destination", NS).get("href")
    period = cast(list[Any], element.xpath("(a:force|a:efficacy)/@period", namespaces=NS))
    since = None
    if period:
        group = f"//a:temporalGroup[@eId='{period[0][1:]}']/a:timeInterval/@start"
        event = root.xpath(group, namespaces=NS)[0][1:]
        since = str(root.xpath(f"//a:eventRef[@eId='{event}']/@date", namespaces=NS)[0])
    return Modified(_name(element), element.get("type"), target, since)


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
