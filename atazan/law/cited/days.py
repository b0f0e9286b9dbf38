"""Days as acts are dated by, in Russian, Kazakh and English."""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re
from datetime import date

_MONTHS_RU = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split()
_MONTHS_KK = (
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()
)
_MONTHS_EN = (
    "january february march april may june july august september october november december".split()
)
_MONTH_RU = rf"(?:{'|'.join(_MONTHS_RU)})\w{{0,2}}"
_MONTH_KK = rf"(?:{'|'.join(_MONTHS_KK)})\w*"
_MONTH_EN = rf"(?:{'|'.join(_MONTHS_EN)})"
_FIGURES = r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}"
DATE_RU = (
    rf"(?:от\s+)?(?:[0-9]{{1,2}}\s+{_MONTH_RU}\s+[0-9]{{4}}|{_FIGURES})(?:\s*(?:года|г\.|г(?!\w)))?"
)
DATE_KK = rf"(?:[0-9]{{4}}\s*(?:жылғы|жылы|ж\.)\s+[0-9]{{1,2}}\s+{_MONTH_KK}|{_FIGURES}(?:\s*(?:жылғы|ж\.))?)"
DATE_EN = rf"(?:(?:of|dated)\s+)?(?:[0-9]{{1,2}}\s+{_MONTH_EN},?\s+[0-9]{{4}}|{_MONTH_EN}\s+[0-9]{{1,2}},?\s+[0-9]{{4}}|{_FIGURES})"


def day_of(written: str) -> date | None:
    """A day as written in Russian, Kazakh or English; None where it is no day."""
    written = written.lower()
    figures = [int(one) for one in re.findall(r"[0-9]+", written)]
    try:
        if len(figures) == 3:
            return date(figures[2], figures[1], figures[0])
        if len(figures) == 2:
            year, number = max(figures), min(figures)
            return date(year, _month(written), number)
    except ValueError:
        return None
    return None


def _month(written: str) -> int:
    for months in (_MONTHS_KK, _MONTHS_EN, _MONTHS_RU):
        for n, stem_ in enumerate(months, 1):
            if re.search(rf"(?<!\w){stem_}\w*", written) and not (
                stem_ == "ма" and re.search(r"март|мамыр|маусым", written)
            ):
                return n
    raise ValueError(written)
