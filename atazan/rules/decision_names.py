"""Names of a decision of a constitutional body: neutral citation, Akoma Ntoso.

A decision has one identity, however its number is printed: 33-НҚ in Kazakh and 33-НП in Russian
are `33.NQ`. The tables are fixed: a name changes only where a number or a day is found or put
right. A name comes from the body, the day,
the form and the number alone, so it needs no look at other decisions:

- the Court's numbers run on from year to year: `KZ:KKRK:2023:33.NQ`;
- the Council's began anew and came twice in a year, so the month and day stand first (00 for
  what was not found): `KZ:KKS:2002:0419.1.NQ`;
- without a number the name in the record follows a `U` (or its digest a `V`, where it is long):
  `KZ:KKRK:2023:U.MSG.2023.JD`. A year not found is 0000.

Source of the forms: ECLI, Council conclusions 2011/C 127/01 (five parts; the ordinal at most 25
letters, digits and dots); Akoma Ntoso naming convention 1.0 (OASIS).
"""

from __future__ import annotations

import hashlib
import re
from base64 import b32encode
from typing import Protocol

from msgspec import Struct

COUNTRY = "KZ"
COURTS = {
    "constitutional_court": "KKRK",
    "constitutional_council": "KKS",
    "constitutional_court_1992": "KKRK92",
}
FORMS = {
    "normative_resolution": "NQ",
    "conclusion": "QO",
    "message": "JD",
    "resolution": "QA",
    "additional": "QQ",
    "other": "OZ",
}
SERIES = {"НҚ": "NQ", "НП": "NQ"}
"""The letters printed after a number, by language, and the form they stand for."""
RESTARTED = frozenset({"constitutional_council", "constitutional_court_1992"})
"""Bodies whose numbers began anew each year or session."""
LONGEST = 25
LANGUAGES = {"kk": "kaz", "ru": "rus", "en": "eng"}

_SIGNS = {"/": ".", "-": "H"} | {digit: digit for digit in "0123456789"}
_PRINTED = re.compile(r"^([0-9]+)-(\w\w)$")


class Named(Protocol):
    """What names are made of: a row of the register of decisions, or the act that put it there.

    `done_on` is as written: 2023-10-06, 2023-10, 2023 or None.
    """

    @property
    def id(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def form(self) -> str: ...
    @property
    def number(self) -> str | None: ...
    @property
    def done_on(self) -> str | None: ...


class Printed(Struct, frozen=True, kw_only=True):
    """A decision known by what is printed on it."""

    id: str
    body: str
    form: str = "normative_resolution"
    number: str | None = None
    done_on: str | None = None


def neutral_citation(row: Named) -> str:
    """The five parts of ECLI without its first.

    >>> neutral_citation(Printed(id="cc-2023-033", body="constitutional_court", number="33-НП",
    ...     done_on="2023-10-06"))
    'KZ:KKRK:2023:33.NQ'
    """
    return f"{COUNTRY}:{COURTS[row.body]}:{_year(row)}:{_ordinal(row)}"


def unnumbered_citation(row: Named) -> str:
    """The citation it has or had while no number was found: it still leads to the decision."""
    return f"{COUNTRY}:{COURTS[row.body]}:{_year(row)}:{_unnumbered(row)}"


def work_uri(row: Named) -> str:
    """The Akoma Ntoso name of the decision as a work: /akn/kz/judgment/kkrk/2023-10-06/33-nq.

    A message is a `statement`. The day is as far as known, `undated` where none was found.
    """
    kind = "statement" if row.form == "message" else "judgment"
    name = (_numbered(row) or _unnumbered(row)).lower().replace(".", "-")
    return f"/akn/kz/{kind}/{COURTS[row.body].lower()}/{row.done_on or 'undated'}/{name}"


def expression_uri(row: Named, lang: str) -> str:
    """Its text in a language, as of the day it was made: …/33-nq/kaz@2023-10-06."""
    return f"{work_uri(row)}/{LANGUAGES[lang]}@{row.done_on or ''}"


def _year(row: Named) -> str:
    return (row.done_on or "0000")[:4]


def _ordinal(row: Named) -> str:
    numbered = _numbered(row)
    if numbered is None:
        return _unnumbered(row)
    if row.body not in RESTARTED:
        return numbered
    month, day = [*(row.done_on or "").split("-")[1:], "00", "00"][:2]
    return f"{month}{day}.{numbered}"


def _numbered(row: Named) -> str | None:
    """Its number in Latin letters with the code of its form; None where that makes no ordinal."""
    if not row.number:
        return None
    printed = _PRINTED.match(row.number)
    form = FORMS[row.form]
    number = printed[1] if printed and SERIES.get(printed[2]) == form else row.number
    if not set(number) <= set(_SIGNS) or not number[0].isdigit():
        return None
    coded = "".join(_SIGNS[sign] for sign in number)
    return f"{coded}.{form}" if len(coded) + 8 <= LONGEST else None


def _unnumbered(row: Named) -> str:
    """From its name in the record; a digest where that is long or has other signs than hyphens."""
    form = FORMS[row.form]
    plain = re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id)
    if plain and len(row.id) + 5 <= LONGEST:
        return f"U.{row.id.upper().replace('-', '.')}.{form}"
    digest = b32encode(hashlib.sha256(row.id.encode()).digest()).decode()[:20]
    return f"V.{digest}.{form}"
