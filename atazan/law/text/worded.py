"""Days written out in Russian and Kazakh: "5 ноября 2022 года", "2022 жылғы 5 қараша"."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    stem: n
    for n, stems in enumerate(
        (
            "январ қаңтар", "феврал ақпан", "март наурыз", "апрел сәуір", "ма мамыр", "июн маусым",
            "июл шілде", "август тамыз", "сентябр қыркүйек", "октябр қазан", "ноябр қараша",
            "декабр желтоқсан",
        ),
        1,
    )
    for stem in stems.split()
}  # fmt: skip
_STEMS = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WORDED = re.compile(
    rf"(?P<d>[0-3]?[0-9])\s+(?P<m>{_STEMS})\w*\s+(?P<y>[12][0-9]{{3}})\s+года"
    rf"|(?P<y2>[12][0-9]{{3}})\s+жылғы\s+(?P<d2>[0-3]?[0-9])\s+(?P<m2>{_STEMS})\w*"
)


def worded(text: str) -> date | None:
    """The first day written out in a text.

    >>> worded("от 5 ноября 2022 года"), worded("2026 жылғы 11 маусымдағы")
    (datetime.date(2022, 11, 5), datetime.date(2026, 6, 11))
    """
    found = _WORDED.search(text)
    if found is None:
        return None
    day, month, year = (found[one] or found[f"{one}2"] for one in "dmy")
    try:
        return date(int(year), _MONTHS[month], int(day))
    except ValueError:
        return None
