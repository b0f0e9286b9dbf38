"""An OAI-PMH 2.0 data provider over the register of decisions.

Datestamps are moments of the journal (seconds, UTC), so a harvest from the last one misses nothing.
A decision that left the register stays as a deleted record for ever: the journal forgets nothing.
Resumption tokens hold their place themselves and do not expire. Of the protocol's errors
`noSetHierarchy` cannot come (there are sets); `noMetadataFormats` comes for a deleted record.
Source: The Open Archives Initiative Protocol for Metadata Harvesting, version 2.0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

from lxml import etree
from msgspec import Struct

from atazan.library.exported.judgment.akn import akn
from atazan.library.exported.stamps import Stamp, stamps
from atazan.library.exported.told import Told, told
from atazan.library.feeds import dublin
from atazan.library.feeds.oai_asked import Asked, OaiError, Resumed, resumed, written
from atazan.rules.words import phrase

OAI = "http://www.openarchives.org/OAI/2.0/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = f"{OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
AKN_SCHEMA = (
    "http://docs.oasis-open.org/legaldocml/akn-core/v1.0/os/part2-specs/schemas/akomantoso30.xsd"
)
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
PAGE = 50
"""How many records an answer holds at most."""


class Format(Struct, frozen=True):
    """A form records come in."""

    schema: str
    namespace: str
    write: Callable[[Told, str], etree._Element]


def _akn(one: Told, site: str) -> etree._Element:
    return etree.fromstring(akn(one, "kk"))


def _akn_ru(one: Told, site: str) -> etree._Element:
    return etree.fromstring(akn(one, "ru"))


FORMATS = {
    "oai_dc": Format(dublin.SCHEMA, dublin.OAI_DC, dublin.write),
    "akn": Format(AKN_SCHEMA, AKN, _akn),
    "akn_ru": Format(AKN_SCHEMA, AKN, _akn_ru),
}
"""Akoma Ntoso in Kazakh is `akn`, in Russian `akn_ru`."""


class Provider:
    """The register as the protocol sees it, read once for one answer."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.url = f"{site}/oai"
        self.stamps = stamps()
        self.told = {one.row.id: one for one in told()}
        self.sets = _sets(self.told)

    def answer(self, given: Mapping[str, list[str]], now: datetime) -> bytes:
        """The answer to the arguments of a request, at that moment."""
        root = etree.Element(_tag("OAI-PMH"), nsmap={None: OAI, "xsi": XSI})
        root.set(f"{{{XSI}}}schemaLocation", _SCHEMA)
        _sub(root, "responseDate", written(now))
        request = _sub(root, "request", self.url)
        try:
            asked = Asked.read(given)
            told_here = self._verbs[asked.verb](self, asked)
        except OaiError as wrong:
            if wrong.code not in ("badVerb", "badArgument"):
                _attributes(request, given)
            _sub(root, "error", str(wrong)).set("code", wrong.code)
        else:
            _attributes(request, given)
            root.append(told_here)
        found: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        return found + b"\n"

    # -- verbs -------------------------------------------------------------------------------------

    def _identify(self, asked: Asked) -> etree._Element:
        around = etree.Element(_tag("Identify"))
        first = min(
            (one.at for one in self.stamps.values()), default=datetime(2000, 1, 1, tzinfo=UTC)
        )
        told_here = {
            "repositoryName": phrase("library.feed.title", "en") + " (Ata Zañ)",
            "baseURL": self.url,
            "protocolVersion": "2.0",
            "adminEmail": f"oai@{self._host}",
            "earliestDatestamp": written(first),
            "deletedRecord": "persistent",
            "granularity": "YYYY-MM-DDThh:mm:ssZ",
        }
        for name, words in told_here.items():
            _sub(around, name, words)
        return around

    def _formats(self, asked: Asked) -> etree._Element:
        if asked.identifier is not None and self._known(asked.identifier).gone:
            raise OaiError("noMetadataFormats", "the record was deleted; nothing of it is given")
        around = etree.Element(_tag("ListMetadataFormats"))
        for name, form in FORMATS.items():
            element = _sub(around, "metadataFormat")
            _sub(element, "metadataPrefix", name)
            _sub(element, "schema", form.schema)
            _sub(element, "metadataNamespace", form.namespace)
        return around

    def _list_sets(self, asked: Asked) -> etree._Element:
        if asked.token is not None:
            raise OaiError("badResumptionToken", "the list of sets is whole; it has no next page")
        around = etree.Element(_tag("ListSets"))
        for spec, (name, _) in sorted(self.sets.items()):
            element = _sub(around, "set")
            _sub(element, "setSpec", spec)
            _sub(element, "setName", name)
        return around

    def _get(self, asked: Asked) -> etree._Element:
        stamp = self._known(asked.identifier or "")
        form = _form(asked.prefix)
        around = etree.Element(_tag("GetRecord"))
        around.append(self._record(stamp, form))
        return around

    def _list(self, asked: Asked) -> etree._Element:
        place = resumed(asked.token) if asked.token is not None else Resumed.begun(asked)
        form = _form(place.prefix) if asked.token is None else FORMATS.get(place.prefix)
        if form is None or (place.set and place.set not in self.sets and asked.token):
            raise OaiError("badResumptionToken", "the list it belongs to is not known")
        found = [one for one in sorted(self.stamps.values()) if self._belongs(one, place)]
        left = [one for one in found if (one.entry, one.id) > (place.entry, place.id)]
        if not found:
            raise OaiError("noRecordsMatch", "no record fits the dates and the set asked for")
        around = etree.Element(_tag(asked.verb))
        for one in left[:PAGE]:
            whole = asked.verb == "ListRecords"
            around.append(self._record(one, form) if whole else self._header(one))
        if len(left) == 0:
            raise OaiError("badResumptionToken", "the list has ended; begin it anew")
        if asked.token is not None or len(left) > PAGE:
            token = place.after(left[PAGE - 1]).token() if len(left) > PAGE else ""
            element = _sub(around, "resumptionToken", token)
            element.set("completeListSize", str(len(found)))
            element.set("cursor", str(len(found) - len(left)))
        return around

    _verbs = {
        "Identify": _identify,
        "ListMetadataFormats": _formats,
        "ListSets": _list_sets,
        "GetRecord": _get,
        "ListIdentifiers": _list,
        "ListRecords": _list,
    }

    # -- records -----------------------------------------------------------------------------------

    @property
    def _host(self) -> str:
        return urlsplit(self.site).hostname or "localhost"

    def identifier(self, id: str) -> str:
        """oai:court.example:cc-2023-033"""
        return f"oai:{self._host}:{id}"

    def _known(self, identifier: str) -> Stamp:
        begin = self.identifier("")
        stamp = self.stamps.get(identifier.removeprefix(begin))
        if stamp is None or not identifier.startswith(begin):
            raise OaiError("idDoesNotExist", f"'{identifier[:80]}' is no identifier here")
        return stamp

    def _belongs(self, one: Stamp, place: Resumed) -> bool:
        moment = written(one.at)
        if place.since and moment[: len(place.since)] < place.since:
            return False
        if place.until and moment[: len(place.until)] > place.until:
            return False
        return not place.set or one.id in self.sets.get(place.set, ("", frozenset()))[1]

    def _header(self, one: Stamp) -> etree._Element:
        header = etree.Element(_tag("header"))
        if one.gone:
            header.set("status", "deleted")
        _sub(header, "identifier", self.identifier(one.id))
        _sub(header, "datestamp", written(one.at))
        for spec, (_, ids) in sorted(self.sets.items()):
            if one.id in ids:
                _sub(header, "setSpec", spec)
        return header

    def _record(self, one: Stamp, form: Format) -> etree._Element:
        record = etree.Element(_tag("record"))
        record.append(self._header(one))
        if not one.gone:
            _sub(record, "metadata").append(form.write(self.told[one.id], self.site))
        return record


def _form(prefix: str) -> Format:
    form = FORMATS.get(prefix)
    if form is None:
        known = ", ".join(FORMATS)
        raise OaiError("cannotDisseminateFormat", f"'{prefix[:40]}' is none of {known}")
    return form


def _sets(found: Mapping[str, Told]) -> dict[str, tuple[str, frozenset[str]]]:
    """Sets by body, by outcome, by right: the name and the decisions in each."""
    members: dict[str, tuple[str, set[str]]] = {}
    for id, one in found.items():
        for spec, name in _specs(one):
            members.setdefault(spec, (name, set()))[1].add(id)
    return {spec: (name, frozenset(ids)) for spec, (name, ids) in members.items()}


def _specs(one: Told) -> Iterator[tuple[str, str]]:
    body = one.row.body
    yield f"body-{body}", phrase(f"decisions.body.{body}", "en")
    for code in one.outcomes:
        yield f"outcome-{code}", phrase(f"status.{code}", "en")
    for concept in one.rights:
        yield f"right-{concept.id}", concept.preferred.says("en")


def _attributes(request: etree._Element, given: Mapping[str, list[str]]) -> None:
    for name, values in given.items():
        request.set(name, values[0])


def _sub(around: etree._Element, name: str, words: str | None = None) -> etree._Element:
    element = etree.SubElement(around, _tag(name))
    if words is not None:
        element.text = words
    return element


def _tag(name: str) -> str:
    return f"{{{OAI}}}{name}"
