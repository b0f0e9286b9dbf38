"""Where a source speaks from: the gazette, an official site, the press, or elsewhere.

The table is `outlets.yaml`, by domain. A source is an address, a file of a document described in
the record, or words that begin with a domain or a name ("vlast.kz article 55100").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from atazan.rules.book import FileRefused, read_yaml

Outlet = Literal["gazette", "official", "press", "other"]
OUTLETS: tuple[Outlet, ...] = get_args(Outlet)
Teller = Literal["both", "gazette", "official", "press", "other"]
TELLERS: tuple[Teller, ...] = get_args(Teller)
"""Who tells of an act: gazette and press `both`; the `gazette` without the press; an `official`
site without the gazette; the `press` with neither; none of these (`other`)."""

_FILE = Path(__file__).with_name("outlets.yaml")
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")


class Entered(Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the table."""

    sort: Outlet
    texts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def table() -> Mapping[str, Entered]:
    """The outlets by domain. Raises FileRefused."""
    found = {}
    for domain, written in read_yaml(_FILE).items():
        try:
            found[domain] = msgspec.convert(written, Entered)
        except msgspec.ValidationError as wrong:
            raise FileRefused(_FILE, domain, str(wrong)) from wrong
    return found


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    return {name.casefold(): domain for domain, one in table().items() for name in one.names}


@lru_cache(maxsize=8192)
def outlet(source: str) -> Outlet:
    """Where words or an address speak from.

    >>> outlet("https://adilet.zan.kz/kaz/docs/S2000000001"), outlet("vlast.kz article 55100")
    ('gazette', 'press')
    >>> outlet("https://www.akorda.kz/ru/legal_acts/decrees/1"), outlet("https://akorda.kz/ru/news")
    ('gazette', 'official')
    """
    domain = _domain(source)
    if domain is None:
        return "other"
    entered = table()[domain]
    small = source.casefold()
    return "gazette" if any(part.casefold() in small for part in entered.texts) else entered.sort


def _domain(source: str) -> str | None:
    """The longest domain of the table that the source is of."""
    if source.startswith(("http://", "https://")):
        return _within(urlsplit(source.partition(" ")[0]).hostname or "")
    small = source.casefold()
    match = _DOMAIN.search(small)
    if match is None or match.start():
        for name, domain in _names().items():
            if small.startswith(name):
                return domain
    return _within(match[0]) if match else None


def _within(host: str) -> str | None:
    known, parts = table(), host.split(".")
    return next((one for i in range(len(parts)) if (one := ".".join(parts[i:])) in known), None)


class Outlets:
    """Outlets of sources, with the documents of the record taken by whom they are published."""

    def __init__(self, documents: Iterable[tuple[Iterable[str], str | None, str | None]]) -> None:
        """`documents`: the files each is cited by, its address, its publisher."""
        self._published = {
            file: url or publisher or "" for files, url, publisher in documents for file in files
        }

    def of(self, source: str) -> Outlet:
        """Where a source speaks from."""
        found = outlet(self._published.get(source, source))
        return outlet(source) if found == "other" else found

    def each(self, sources: Iterable[str]) -> Iterator[tuple[str, Outlet]]:
        """Every source with its outlet."""
        return ((one, self.of(one)) for one in sources)

    def teller(self, sources: Iterable[str]) -> Teller:
        """Who tells of an act that rests on these sources."""
        found = {self.of(one) for one in sources}
        if "gazette" in found:
            return "both" if "press" in found else "gazette"
        return next((one for one in ("official", "press") if one in found), "other")
