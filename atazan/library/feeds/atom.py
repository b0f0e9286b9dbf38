"""Decisions as an Atom feed (RFC 4287), newest change first, in pages (RFC 5005).

Ids are `urn:atazan:decision:…` and do not depend on the address of the portal; `updated` is the
moment of the journal entry that last changed what is told. A decision that left the register is an
`at:deleted-entry` (RFC 6721) in the feed of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlencode

from lxml import etree
from msgspec import Struct

from atazan.library.exported.stamps import Stamp
from atazan.library.exported.told import Told, number_of
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import all_words, partly, phrase

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
HISTORY = "http://purl.org/syndication/history/1.0"
PAGE = 50
FILTERS = ("outcome", "right", "work")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
START = datetime(2000, 1, 1, tzinfo=UTC)
"""`updated` of a feed in which nothing stands yet."""


class Feed(Struct, frozen=True, kw_only=True):
    """What a feed is of. `title` in its language; `chosen` are the filters in use; `at` is the
    address of the feed, `site` that of the portal without a language, `page` counts from 1."""

    lang: Lang
    title: str
    site: str
    at: str
    chosen: dict[str, str]
    page: int = 1


def fits(one: Told, chosen: dict[str, str]) -> bool:
    """Whether a decision belongs into a feed of these filters."""
    has = {
        "outcome": {code.removesuffix("_in_part") for code in one.outcomes},
        "right": {concept.id for concept in one.rights},
        "work": {held.work for held in one.holdings},
    }
    return all(value in has[name] for name, value in chosen.items())


def atom(feed: Feed, found: Iterable[Told], gone: Iterable[Stamp] = ()) -> bytes:
    """The page of the feed. `found` and `gone` in any order."""
    kept = sorted(found, key=lambda one: one.stamp, reverse=True)
    lost = sorted(gone, reverse=True)
    here = kept[(feed.page - 1) * PAGE : feed.page * PAGE]
    newest = max((*(one.stamp.at for one in kept), *(one.at for one in lost)), default=START)
    root = etree.Element(_tag("feed"), nsmap={None: ATOM, "at": TOMBSTONES, "fh": HISTORY})
    root.set(_XML_LANG, feed.lang)
    _sub(root, "id", _feed_id(feed))
    _sub(root, "title", feed.title)
    _sub(root, "updated", _moment(newest))
    _sub(_sub(root, "author"), "name", phrase("portal.name", feed.lang))
    _sub(root, "rights", phrase("library.feed.rights", feed.lang))
    _links(root, feed, len(kept))
    for one in here:
        _entry(root, feed, one)
    for stamp in lost if feed.page == 1 else ():
        deleted = etree.SubElement(root, f"{{{TOMBSTONES}}}deleted-entry")
        deleted.set("ref", _id(stamp.id))
        deleted.set("when", _moment(stamp.at))
    etree.indent(root, " ")
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _links(root: etree._Element, feed: Feed, total: int) -> None:
    last = max(1, -(-total // PAGE))
    _link(root, "self", _page(feed, feed.page), "application/atom+xml")
    _link(root, "alternate", f"{feed.site}/{feed.lang}/decisions/", "text/html")
    _link(root, "first", _page(feed, 1), "application/atom+xml")
    _link(root, "last", _page(feed, last), "application/atom+xml")
    for name, page in (("previous", feed.page - 1), ("next", feed.page + 1)):
        if 1 <= page <= last:
            _link(root, name, _page(feed, page), "application/atom+xml")


def _page(feed: Feed, page: int) -> str:
    query = urlencode({**feed.chosen, **({"page": page} if page > 1 else {})})
    return f"{feed.at}?{query}" if query else feed.at


def _entry(root: etree._Element, feed: Feed, one: Told) -> None:
    lang, row = feed.lang, one.row
    around = _sub(root, "entry")
    _sub(around, "id", _id(row.id))
    _sub(around, "title", title(one, lang))
    _sub(around, "updated", _moment(one.stamp.at))
    for name in LANGS:
        address = f"{feed.site}/{name}/decisions/{row.id}"
        _link(around, "alternate", address, "text/html", lang=name)
    for name in ("kk", "ru"):
        address = f"{feed.site}/{lang}/decisions/{row.id}/judgment-{name}.akn"
        _link(around, "related", address, "application/akn+xml", lang=name)
    for code in one.outcomes:
        _category(around, "outcome", code, _outcome(code, lang))
    for concept in one.rights:
        _category(around, "right", concept.id, concept.preferred.says(lang))
    for work in dict.fromkeys(held.work for held in one.holdings):
        _category(around, "work", work, work)
    _sub(around, "summary", summary(one, lang))


def title(one: Told, lang: Lang) -> str:
    """What a reader recognises a decision by: who, what, number, day."""
    row, number = one.row, number_of(one.row, lang)
    day = partly(one.day, lang) if one.day else phrase("library.feed.no_day", lang)
    named = phrase(f"decisions.form.{row.form}", lang) + (f" № {number}" if number else "")
    return f"{phrase(f'decisions.body.{row.body}', lang)}, {named}, {day}"


def summary(one: Told, lang: Lang) -> str:
    """The subject and what was decided; a made-up decision says that it is made up."""
    told = [one.row.subject[lang]]
    outcomes = [_outcome(code, lang) for code in one.outcomes or ("outcome_not_found",)]
    told.append("; ".join(outcomes))
    if one.row.note:
        told.append(one.row.note[lang])
    return ". ".join(words.rstrip(".") for words in told) + "."


def _outcome(code: str, lang: Lang) -> str:
    key = f"status.{code}"
    return phrase(key, lang) if key in all_words() else code


def _category(around: etree._Element, scheme: str, term: str, label: str) -> None:
    given = {"term": term, "scheme": f"urn:atazan:{scheme}", "label": label}
    etree.SubElement(around, _tag("category"), given)


def _feed_id(feed: Feed) -> str:
    chosen = "".join(f":{name}:{value}" for name, value in sorted(feed.chosen.items()))
    return f"urn:atazan:feed:decisions:{feed.lang}{chosen}"


def _id(id: str) -> str:
    return f"urn:atazan:decision:{id}"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _link(around: etree._Element, rel: str, href: str, type: str, lang: str | None = None) -> None:
    given = {"rel": rel, "href": href, "type": type}
    etree.SubElement(around, _tag("link"), {**given, **({"hreflang": lang} if lang else {})})


def _sub(around: etree._Element, name: str, words: str | None = None) -> etree._Element:
    element = etree.SubElement(around, _tag(name))
    if words is not None:
        element.text = _sayable(words)
    return element


def _sayable(words: str) -> str:
    """Without the signs XML has no room for."""
    return "".join(sign for sign in words if sign >= " " or sign in "\t\n")


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"
