"""Days in Akoma Ntoso: `lifecycle` and `temporalData`, and the periods provisions are marked with.

Starts and ends are references to events, as the standard wants them, never dates. The end of an
interval is the first day that no longer counts.
"""

from __future__ import annotations

from datetime import date

from lxml import etree
from msgspec import Struct

from atazan.law.exported.akn_names import tag
from atazan.law.exported.edition import TEXTUAL, WHOLE, Edition, Modification

_REMOVED = {
    "repealed": "removed",
    "held_unconstitutional": "removed",
    "ceased": "removed",
    "void": "removed",
    "cannot_be_signed": "removed",
    "suspended": "temporarilyRemoved",
}
"""The standard's `status` by state: `removed` is for what was annulled as for what was repealed."""
_BEGIN = ("inserted", "commenced")
_END = ("repealed", "does_not_conform", "void_from")
ORIGINAL = "original"


class _Event(Struct, frozen=True, order=True):
    """Something that happens on a day; `type` is empty where the schema has no word for it."""

    day: date
    type: str
    source: str


class Days:
    """The events, intervals and sources of an edition, each named once and referred to by name."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.sources: dict[str, tuple[str, str]] = {}
        self._events: dict[_Event, str] = {}
        self._groups: dict[tuple[str, str | None, str | None], str] = {}
        self._event(edition.adopted or edition.since, "generation", ORIGINAL)
        for change in edition.changes:
            if change.by is not None:
                self._event(change.since, "amendment", self.source(change.by, change.by_name))
        self.of_effect = {one.id: self._of_effect(one) for one in edition.modifications}
        self.of_text = self._group("inText", edition.since, edition.until)
        begun, ended = edition.in_force_from, edition.in_force_until
        if begun is not None or ended is not None:
            self._group("inForce", begun, ended, end_type="repeal")
        self.of_provision = self._of_provisions()

    def source(self, uri: str, name: str | None) -> str:
        """The name by which the document refers to an act or a decision."""
        if uri == self.edition.uri:
            return ORIGINAL
        if uri not in self.sources:
            self.sources[uri] = (f"ref_{len(self.sources) + 1}", name or uri)
        return self.sources[uri][0]

    def _event(self, day: date, type: str, source: str) -> str:
        event = _Event(day, type, source)
        if event not in self._events:
            same = sum(1 for other in self._events if other.day == day)
            self._events[event] = f"event_{day.isoformat()}" + (f"_{same + 1}" if same else "")
        return self._events[event]

    def _at(self, day: date | None, type: str = "", source: str = ORIGINAL) -> str | None:
        """An event of that day and type, the first there is; a new one where there is none."""
        if day is None:
            return None
        known = self._events.items()
        near = [id for event, id in known if event.day == day and type in ("", event.type)]
        return near[0] if near else self._event(day, type, source)

    def _group(
        self,
        what: str,
        since: date | None,
        until: date | None,
        *,
        end_type: str = "",
    ) -> str:
        start, end = self._at(since), self._at(until, end_type)
        key = (what, start, end)
        return self._groups.setdefault(key, f"period_{len(self._groups) + 1}")

    def _of_effect(self, one: Modification) -> str:
        source = self.source(one.by, one.by_name)
        type = "amendment" if one.effect in TEXTUAL else ""
        if one.effect == "repealed" and one.provision == WHOLE:
            type = "repeal"
        event = self._event(one.since, type, source)
        end = self._at(one.until, "", source)
        key = ("inEfficacy" if one.decided_on else "inForce", event, end)
        return self._groups.setdefault(key, f"period_{len(self._groups) + 1}")

    def _of_provisions(self) -> dict[str, str]:
        """The period a provision is in force, where something on record begins or ends it."""
        begins: dict[str, Modification] = {}
        ends: dict[str, Modification] = {}
        day = self.edition.day
        for one in sorted(self.edition.modifications, key=lambda one: (one.since, one.id)):
            if one.effect in _BEGIN:
                begins[one.provision] = one
            elif one.effect in _END and one.since <= day and self.removed(one.provision):
                ends[one.provision] = one
        found = {}
        for eid in {**begins, **ends}:
            since = begins[eid].since if eid in begins else self.edition.in_force_from
            until = ends[eid].since if eid in ends else None
            if since is None or until is None or since < until:
                found[eid] = self._group("inForce", since, until)
        return found

    def removed(self, eid: str) -> str | None:
        """The `status` of a provision that does not apply on the day of the edition."""
        return _REMOVED.get(self.edition.states.get(eid, ""))

    # -- writing -------------------------------------------------------------------------------

    def mark(self, act: etree._Element) -> None:
        """Set `period` and `status` on the body and on the provisions they are known of."""
        body = act.find(tag("body"))
        body.set("period", f"#{self.of_text}")
        ended = self.edition.in_force_until
        if ended is not None and self.edition.day >= ended:
            body.set("status", "removed")
        for element in body.iter():
            eid = element.get("eId")
            if eid in self.of_provision:
                element.set("period", f"#{self.of_provision[eid]}")
            if eid and self.removed(eid):
                element.set("status", self.removed(eid))

    def write_lifecycle(self, meta: etree._Element, editor: str) -> None:
        """Append `lifecycle`: every event by its day."""
        around = etree.SubElement(meta, tag("lifecycle"), source=editor)
        for event in sorted(self._events):
            element = etree.SubElement(around, tag("eventRef"))
            element.set("eId", self._events[event])
            element.set("date", event.day.isoformat())
            element.set("source", f"#{event.source}")
            if event.type:
                element.set("type", event.type)

    def write_temporal_data(self, meta: etree._Element, editor: str) -> None:
        """Append `temporalData`: every interval, by reference to its events."""
        around = etree.SubElement(meta, tag("temporalData"), source=editor)
        for (what, start, end), id in self._groups.items():
            group = etree.SubElement(around, tag("temporalGroup"), eId=id)
            interval = etree.SubElement(group, tag("timeInterval"), refersTo=f"#{what}")
            if start is not None:
                interval.set("start", f"#{start}")
            if end is not None:
                interval.set("end", f"#{end}")

    def concepts(self) -> list[str]:
        """What the intervals are intervals of."""
        return sorted({what for what, _, _ in self._groups})
