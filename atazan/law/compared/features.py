"""What a provision says in figures and fixed terms, the same in whatever language it says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from atazan.law.cited import citations
from atazan.law.compared.numerals import numerals
from atazan.law.text.letters import plain
from atazan.rules.text import Lang

Family = Literal["term", "share", "number", "date", "reference", "here", "body", "limit"]
"""A length of time; a share; another number, in figures or words; a date; a provision cited; "this
article", "this paragraph"; a body; a word that limits the norm (both of the list in terms.py)."""


class Feature(Struct, frozen=True):
    """One thing said, where it is said: `value` is equal in both languages."""

    family: Family
    value: str
    start: int
    end: int


_MONTHS = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ru": "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
}
_DATES = {
    "kk": re.compile(
        rf"(?P<y>\d{{4}})\s+жылғы\s+(?P<d>\d{{1,2}})\s+(?P<m>{_MONTHS['kk'].replace(' ', '|')})\w*"
    ),
    "ru": re.compile(
        rf"(?P<d>\d{{1,2}})\s+(?P<m>{_MONTHS['ru'].replace(' ', '|')})(?:я|а|ь|й)?"
        r"\s+(?P<y>\d{4})\s+(?:года|г\.)"
    ),
}
_DAY = re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{2})\.(?P<y>\d{4})")
_FIGURE = re.compile(r"(?<![\w-])\d+(?:-\d+)*")
_DASHES = str.maketrans("–—‑ё", "---е")
_UNITS = {
    "kk": re.compile(
        r"\s+(?:(?P<kind>жұмыс|күнтізбелік)\s+)?(?:(?P<day>күн\w{0,7})|(?P<week>апта\w{0,5})"
        r"|(?P<month>ай(?:лық|дан|да|ға|ды|дың|ы|ын|ында|ының|)\w{0,3}\b)|(?P<hour>сағат\w{0,5})"
        r"|(?P<year>жыл\w{0,7}|жас(?:қа|тан|та|ы|ын|ынан|)\b)|(?P<percent>пайыз\w{0,6})"
        r"|(?P<tenge>теңге\w{0,5}))"
    ),
    "ru": re.compile(
        r"\s*(?:(?P<kind>рабоч|календарн)\w+\s+)?(?:(?P<day>дн(?:я|ей|ям|ях|ями|и)\b|день\b|дневн\w+)"
        r"|(?P<week>недел\w+)|(?P<month>месяц\w*|месячн\w+)|(?P<hour>час(?:а|ов|ам|)\b|часов\w+)"
        r"|(?P<year>год(?:а|у|ом|ов|)\b|лет\b|летн\w+|годичн\w+)|(?P<percent>процент\w*)"
        r"|(?P<tenge>тенге))"
    ),
}
_KINDS = {
    "жұмыс": "working",
    "рабоч": "working",
    "күнтізбелік": "calendar",
    "календарн": "calendar",
}
_KIND_BEFORE = re.compile(r"(?<!\w)(?P<kind>күнтізбелік|жұмыс)\s+\Z")  # күнтізбелік алпыс күн
_NAMES = ("day", "week", "month", "hour", "year", "percent", "tenge")
_BARE = {
    "kk": re.compile(r"(?<!\w)(?:(?P<month>айлық|ай)|(?P<year>жылдық|жыл)|(?P<day>тәулік))\w{0,5}"),
    "ru": re.compile(
        r"(?<!\w)(?:(?P<month>месяца?|месячн\w+)|(?P<year>года?|годичн\w+)|(?P<day>суток))\b"
    ),
}
_HERE = {
    "kk": re.compile(
        r"(?<!\w)осы\s+(?:(?P<art>ба(?:п|б)\w*)|(?P<subpara>тармақша\w*)|(?P<para>тарма(?:қ|ғ)\w*)"
        r"|(?P<chapter>тарау\w*)|(?P<part>бөлі(?:к|г)\w*)|(?P<law>(?:конституциялық\s+)?заң(?:да|ның|ға"
        r"|мен|дағы|нан|ды|)\b))"
    ),
    "ru": re.compile(
        r"(?<!\w)настоящ\w+\s+(?:(?P<art>стать\w+)|(?P<subpara>подпункт\w*)|(?P<para>пункт\w*)"
        r"|(?P<chapter>глав\w+)|(?P<part>част\w+)|(?P<law>(?:конституционн\w+\s+)?закон\w{0,2}\b))"
    ),
}


@lru_cache(maxsize=4096)
def features(text: str, lang: Lang) -> tuple[Feature, ...]:
    """What a text says, in order. Offsets count characters of the text as printed.

    >>> [(one.family, one.value) for one in features("он бес жұмыс күні ішінде", "kk")]
    [('term', '15 working day')]
    """
    said = plain(text).lower().translate(_DASHES)
    found = list(_dates(said, lang))
    said = _without(said, found)
    found += list(_counted(said, lang))
    found += [
        Feature("here", match.lastgroup or "", match.start(), match.end())
        for match in _HERE[lang].finditer(said)
        if match.lastgroup != "law"
    ]
    return tuple(sorted(found, key=lambda one: one.start))


@lru_cache(maxsize=4096)
def reference_features(text: str, lang: Lang, day: date | None) -> tuple[Feature, ...]:
    """The provisions a text cites, on the day it read so; those of its own act without a name."""
    found = []
    for one in citations(text, lang, None, day):
        work = (one.work.id or one.work.uri) if one.work else ""
        found += [
            Feature("reference", f"{work} {target}".strip(), one.start, one.end)
            for target in one.targets
        ]
    return tuple(found)


def bare_units(text: str, lang: Lang) -> set[str]:
    """Units of time named without a number, which may mean one: в течение месяца."""
    said = plain(text).lower().translate(_DASHES)
    return {match.lastgroup or "" for match in _BARE[lang].finditer(said)}


def _without(text: str, found: list[Feature]) -> str:
    """The text with those places blank, of the same length."""
    for one in found:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _dates(said: str, lang: Lang) -> Iterator[Feature]:
    months = _MONTHS[lang].split()
    for match in _DATES[lang].finditer(said):
        month = months.index(match["m"]) + 1
        value = f"{match['y']}-{month:02}-{int(match['d']):02}"
        yield Feature("date", value, match.start(), match.end())
    for match in _DAY.finditer(said):
        value = f"{match['y']}-{match['m']}-{int(match['d']):02}"
        yield Feature("date", value, match.start(), match.end())


def _counted(said: str, lang: Lang) -> Iterator[Feature]:
    """Numbers in words and figures, with the unit where one of time follows."""
    numbers: list[tuple[int, int, str, str]] = [
        (one.start, one.end, str(one.value), one.sort) for one in numerals(said, lang)
    ]
    numbers += [(one.start(), one.end(), one[0], "figure") for one in _FIGURE.finditer(said)]
    for start, end, value, sort in sorted(numbers):
        unit = _UNITS[lang].match(said, end) if sort in ("count", "figure", "share") else None
        if unit:
            before = _KIND_BEFORE.search(said, max(0, start - 20), start) if lang == "kk" else None
            kind = _KINDS.get(unit["kind"] or (before["kind"] if before else ""), "")
            name = next(key for key in _NAMES if unit[key])
            begin = before.start() if before else start
            yield Feature("term", " ".join(filter(None, (value, kind, name))), begin, unit.end())
        elif sort == "share":
            yield Feature("share", value, start, end)
        elif not _idle(value, sort):
            yield Feature("number", value, start, end)


def _idle(value: str, sort: str) -> bool:
    """Whether a number says nothing: one of, one and the same; first of all."""
    return value == "1" and sort in ("count", "ordinal")
