"""The words of a decision as the blocks of an Akoma Ntoso judgment.

Paragraphs bear our permanent anchors as eIds (`p-12`); a citation in them is a `ref`. A text is
parted where its own formula says so («постановляет:», «қаулы етеді:»), else it is one block with
`az:divided="false"`. Without a text the blocks say what the register knows: `introduction` the
subject, `decision` each holding (`dec_1`), both with `class="register"`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from lxml import etree

from atazan.decisions.descriptions import NONE, anchor
from atazan.decisions.models import Holding
from atazan.law.cited import citations
from atazan.law.exported.akn_names import component, own, portion, tag
from atazan.library.exported.told import Told, made, number_of
from atazan.rules.citation import cite
from atazan.rules.day import PartialDay
from atazan.rules.text import Lang
from atazan.rules.words import partly, phrase
from atazan.rules.works import works

_FOUND = re.compile(r"(установил[аи]?|анықтады)\s*:\s*$", re.I)
_DECIDES = re.compile(r"(постановля\w+|постановил[аи]?|қаулы ет\w+)\s*:\s*$", re.I)
REGISTER = "register"
Source = Callable[[str], str]
"""The place in the document that does an effect of that id."""


def write_body(heading: etree._Element, body: etree._Element, one: Told, lang: Lang) -> Source:
    """Fill the heading and the body; tells where in it each effect is done."""
    _write_heading(heading, one, lang)
    held = one.texts.get(lang)
    if held:
        return _write_text(body, one, held, lang)
    return _write_register(body, one, lang)


def _write_heading(heading: etree._Element, one: Told, lang: Lang) -> None:
    row = one.row
    line = _sub(heading, "p")
    line.text = phrase(f"decisions.body.{row.body}", lang) + ", "
    kind = _sub(line, "docType")
    kind.text = phrase(f"decisions.form.{row.form}", lang)
    if number := number_of(row, lang):
        kind.tail = " № "
        kind = _sub(line, "docNumber")
        kind.text = number
    if row.done_on:
        kind.tail = ", "
        day = PartialDay.read(row.done_on)
        kind = _sub(line, "docDate", date=day.first.isoformat())
        kind.text = partly(day, lang)
    if title := row.title.get(lang):
        _sub(_sub(heading, "p"), "docTitle").text = title


def _write_text(body: etree._Element, one: Told, held: list[str], lang: Lang) -> Source:
    parts = _parted(held)
    if len(parts) == 1:
        body.set(own("divided"), "false")
    if body.tag == tag("mainBody"):
        parts = [("", parts[0][1] if len(parts) == 1 else list(enumerate(held, 1)))]
    day = made(one.row)
    for name, lines in parts:
        block = _sub(body, name, eId=name) if name else body
        for place, line in lines:
            if line != NONE:
                _write_line(_sub(block, "p", eId=anchor(place)), line, lang, day)
    done = "#decision" if len(parts) > 1 else "#body"
    return lambda effect: done


def _parted(held: list[str]) -> list[tuple[str, list[tuple[int, str]]]]:
    """Block by block, with the place of each line; `motivation` alone where nothing parts them."""
    found: list[tuple[str, list[tuple[int, str]]]] = []
    name, lines = "introduction", list[tuple[int, str]]()
    for place, line in enumerate(held, 1):
        lines.append((place, line))
        after = _after(line, name)
        if after and place < len(held):
            found.append((name, lines))
            name, lines = after, []
    if name != "decision":
        return [("motivation", list(enumerate(held, 1)))]
    return [*found, (name, lines)]


def _after(line: str, name: str) -> str | None:
    """The block that begins after a line, by its formula."""
    if name == "introduction" and _FOUND.search(line):
        return "motivation"
    return "decision" if name != "decision" and _DECIDES.search(line) else None


def _write_line(element: etree._Element, line: str, lang: Lang, day: date | None) -> None:
    at, last = 0, None
    for found in citations(line, lang, None, day) if lang != "en" else ():
        if found.work is None or found.start < at:
            continue
        _say(element, last, line[at : found.start])
        sure = found.targets and not found.why
        target = portion(found.work.uri, found.targets[0]) if sure else found.work.uri
        last = _sub(element, "ref", href=target)
        last.text = line[found.start : found.end]
        at = found.end
    _say(element, last, line[at:])


def _say(element: etree._Element, last: etree._Element | None, words: str) -> None:
    if last is None:
        element.text = (element.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def _write_register(body: etree._Element, one: Told, lang: Lang) -> Source:
    message = body.tag == tag("mainBody")
    first = body if message else _sub(body, "introduction", eId="introduction")
    _sub(first, "p", {"class": REGISTER}).text = one.row.subject[lang]
    lines = list(_decided(one, lang))
    if not lines:
        return lambda effect: "#body"
    block = body if message else _sub(body, "decision", eId="decision")
    for line in lines:
        block.append(line)
    named = {holding.id: f"#dec_{holding.place}" for holding in one.holdings}
    whole = "#body" if message else "#decision"
    return lambda effect: named.get(effect) or named.get(effect.rpartition("_")[0]) or whole


def _decided(one: Told, lang: Lang) -> Iterator[etree._Element]:
    for holding in one.holdings:
        line = etree.Element(tag("p"), {"eId": f"dec_{holding.place}", "class": REGISTER})
        where = _sub(line, "ref", href=target(holding))
        where.text = _where(holding, lang)
        words = [phrase(f"status.{holding.outcome or 'outcome_not_found'}", lang)]
        words += [text[lang] for text in (holding.extent, holding.reading) if text]
        where.tail = ": " + "; ".join(words)
        yield line
    if one.row.outcome_note:
        line = etree.Element(tag("p"), {"class": REGISTER})
        line.text = one.row.outcome_note[lang]
        yield line


def target(holding: Holding) -> str:
    """The address of the provision a holding speaks of."""
    work = works().get(holding.work)
    uri = work.uri if work else f"/akn/kz/act/{holding.work}"
    return component(uri) if holding.provision == "whole" else portion(uri, holding.provision)


def _where(holding: Holding, lang: Lang) -> str:
    work = works().get(holding.work)
    name = work.short.says(lang) if work else holding.work
    if holding.provision == "whole":
        return name
    try:
        return f"{name}, {cite(holding.provision, lang)}"
    except ValueError:
        return f"{name}, {holding.provision}"


def _sub(
    parent: etree._Element, called: str, given: dict[str, str] | None = None, /, **more: str
) -> etree._Element:
    return etree.SubElement(parent, tag(called), {**(given or {}), **more})
