"""Days as headers, pages and datelines write them, to partial days; the time of day is left aside.

A moment with a zone keeps the day that is written: it is the day its readers saw.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "янв фев мар апр ма июн июл авг сен окт ноя дек",
    "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
)
_NUMBER = {name: at for row in _MONTHS for at, name in enumerate(row.split(), 1)}
_NAME = (
    r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен"
    r"|окт|ноя|дек|қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел)[^\W\d_]*\.?"
)
_DAY = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})-(?P<m>\d\d)(?:-(?P<d>\d\d))?(?!\d)"
    r"|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>\d{4})(?!\d)"
    r"|(?P<d3>\d{1,2})(?:st|nd|rd|th)?\s+" + _NAME.format("n3") + r",?\s+(?P<y3>\d{4})(?!\d)"
    r"|(?P<y4>\d{4})\s*(?:жыл\w*|ж\.?)?,?\s*(?P<d4>\d{1,2})\s+"
    + _NAME.format("n4")
    + r"|"
    + _NAME.format("n5")
    + r"\s+(?P<d5>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y5>\d{4})(?!\d))",
    re.IGNORECASE,
)
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?"
_ZONE = r"(?:Z|[+-]\d\d:?\d\d|GMT|UTC)?"
_AROUND = re.compile(
    r"(?:date|дата|күні|published|опубликовано|жарияланды)?[:\s]*"
    rf"(?:{_TIME}[,\s|–—-]*)?\0\s*(?:г\.?|года|ж\.?|жыл\w*)?"
    rf"(?:,|\s|T|at|в|сағат|[-–—|•])*(?:{_TIME})?\s*{_ZONE}[.,\s]*",
    re.IGNORECASE,
)
"""What may stand around a day (\\0) in a line that is nothing but it."""


def day_written(text: str) -> str | None:
    """The first day written in a short text, as a partial day; None where there is none.

    >>> day_written("2019-11-04T11:24:00+00:00"), day_written("Wed, 01 Mar 2023 02:00:00 +0600")
    ('2019-11-04', '2023-03-01')
    >>> day_written("2026 жылғы 14 ақпан"), day_written("14.02.2026 10:15"), day_written("2019-11")
    ('2026-02-14', '2026-02-14', '2019-11')
    """
    for one in _DAY.finditer(text[:200]):
        found = _day(one)
        if found:
            return found
    return None


def is_day(line: str) -> bool:
    """Whether a line is a day, with or without a time, and nothing else.

    >>> is_day("14 февраля 2026 г., 10:20"), is_day("14 февраля 2026 принят закон")
    (True, False)
    """
    if len(line) > 80 or not (one := _DAY.search(line)):
        return False
    return bool(_AROUND.fullmatch(line[: one.start()] + "\0" + line[one.end() :]))


def _day(one: re.Match[str]) -> str | None:
    told = one.groupdict()
    year = next(int(told[key]) for key in ("y", "y2", "y3", "y4", "y5") if told[key])
    name = next((told[key] for key in ("n3", "n4", "n5") if told[key]), None)
    month = _month(name) if name else int(told["m"] or told["m2"])
    day = next((int(told[key]) for key in ("d", "d2", "d3", "d4", "d5") if told[key]), None)
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def _month(name: str) -> int:
    small = name.lower()
    return _NUMBER.get(small[:3]) or _NUMBER[small[:2]]
