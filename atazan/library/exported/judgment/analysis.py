"""What a decision did, for the `analysis` of its judgment, and the days that it names.

- Effects on laws are `activeModifications`, by the table of `atazan.law.exported.akn_effects`.
- What it did with positions of earlier decisions is `judicial`: followed is `applies`, then
  `distinguishes`, `overrules`. The schema wants one of its own results beside; it has none for
  most of what a constitutional court finds, so that is `decide` (`dismiss` where the Court did not
  go into the matter), and our outcome codes stand in `otherAnalysis`.
- A decision it rests on without saying how is an `implicitReference`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lxml import etree

from atazan.decisions.descriptions import NONE, anchor
from atazan.decisions.identity import work_uri
from atazan.decisions.models import Holding
from atazan.law.exported.akn_effects import active_modifications
from atazan.law.exported.akn_names import own, tag
from atazan.law.exported.edition import Modification
from atazan.library.exported.judgment.body import Source, target
from atazan.library.exported.told import Told, number_of
from atazan.rules.text import Lang

ARGUMENTS = {"followed": "applies", "distinguished": "distinguishes", "changed": "overrules"}
DISMISSED = frozenset({"not_admitted", "proceedings_refused", "terminated"})
Done = Mapping[str, tuple[Modification, ...]]


class Periods:
    """The days of a decision and its effects: an event a day, a group for each span of them."""

    def __init__(self, one: Told, done: Done) -> None:
        self.made = one.day.first if one.day else None
        all_of_them = [effect for found in done.values() for effect in found]
        spans = dict.fromkeys((effect.since, effect.until) for effect in all_of_them)
        self._groups = {span: f"period_{n}" for n, span in enumerate(spans, 1)}
        days = {day for span in spans for day in span if day} | {self.made} - {None}
        self._events = {day: f"event_{day.isoformat()}" for day in sorted(filter(None, days))}

    def of(self, one: Modification) -> str:
        """The temporal group of an effect."""
        return f"#{self._groups[one.since, one.until]}"

    def write_lifecycle(self, meta: etree._Element, editor: str) -> None:
        """Append `lifecycle`; nothing where no day is known."""
        if not self._events:
            return
        around = _sub(meta, "lifecycle", source=editor)
        for day, id in self._events.items():
            given = {"type": "generation"} if day == self.made else {}
            _sub(around, "eventRef", eId=id, date=day.isoformat(), source="#original", **given)

    def write_temporal_data(self, meta: etree._Element, editor: str) -> None:
        """Append `temporalData`; nothing where nothing was changed."""
        if not self._groups:
            return
        around = _sub(meta, "temporalData", source=editor)
        for (since, until), id in self._groups.items():
            group = _sub(around, "temporalGroup", eId=id)
            interval = _sub(group, "timeInterval", refersTo="#original", start=self._at(since))
            if until is not None:
                interval.set("end", self._at(until))

    def _at(self, day: date) -> str:
        return f"#{self._events[day]}"


def write_analysis(
    meta: etree._Element, one: Told, lang: Lang, done: Done, periods: Periods, source: Source
) -> None:
    """Append `analysis`."""
    around = _sub(meta, "analysis", source="#atazan")
    active = etree.Element(tag("activeModifications"))
    for uri, effects in done.items():
        for effect in effects:
            found = active_modifications((effect,), uri, source(effect.id), periods.of)
            active.extend(list(found) if found is not None else ())
    if len(active):
        around.append(active)
    _judicial(around, one, lang)
    _rests_on(around, one, lang)
    _outcomes(around, one, lang)


def _judicial(around: etree._Element, one: Told, lang: Lang) -> None:
    treats = [row for row in one.treats if one.owners[row.position] in one.related]
    if not treats:
        return
    here = {anchor(n) for n, line in enumerate(one.texts.get(lang, ()), 1) if line != NONE}
    judicial = _sub(around, "judicial")
    dismissed = bool(one.outcomes) and DISMISSED.issuperset(one.outcomes)
    result = _sub(judicial, "result", type="dismiss" if dismissed else "decide")
    for code in one.outcomes:
        etree.SubElement(result, own("outcome")).text = code
    for n, row in enumerate(treats, 1):
        argument = _sub(judicial, ARGUMENTS[row.treatment], eId=f"treat_{n}")
        for place in [at for at in row.paragraphs if at in here] or ("body",):
            _sub(argument, "source", href=f"#{place}")
        earlier = work_uri(one.related[one.owners[row.position]])
        destination = _sub(argument, "destination", href=earlier)
        etree.SubElement(destination, own("position")).text = row.position


def _rests_on(around: etree._Element, one: Told, lang: Lang) -> None:
    named = [*one.row.relates_to, *(id for id, _ in one.cites.decisions)]
    found = [one.related[id] for id in dict.fromkeys(named) if id in one.related]
    if not found:
        return
    references = _sub(around, "otherReferences", source="#atazan")
    for row in found:
        shown = number_of(row, lang) or row.subject[lang]
        element = _sub(references, "implicitReference", href=work_uri(row), showAs=shown)
        element.set("for", "#body")


def _outcomes(around: etree._Element, one: Told, lang: Lang) -> None:
    """Our own codes: of the decision, and of each holding with its provision."""
    analysis = _sub(around, "otherAnalysis", source="#atazan")
    for code in one.outcomes or ("outcome_not_found",):
        etree.SubElement(analysis, own("outcome")).text = code
    for holding in one.holdings:
        _holding(analysis, holding, lang)


def _holding(analysis: etree._Element, row: Holding, lang: Lang) -> None:
    element = etree.SubElement(analysis, own("holding"), href=target(row), place=str(row.place))
    if row.outcome:
        element.set("outcome", row.outcome)
    if row.since:
        element.set("since", row.since)
    for name, words in (("extent", row.extent), ("reading", row.reading)):
        if words:
            etree.SubElement(element, own(name)).text = words[lang]


def _sub(parent: etree._Element, called: str, /, **given: str) -> etree._Element:
    return etree.SubElement(parent, tag(called), given)
