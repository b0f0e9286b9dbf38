"""Who published: datelines, last lines and the words "reports …" of news, in three languages."""

from __future__ import annotations

import re
from typing import NamedTuple

_CAPITALS = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_DATELINE = re.compile(
    rf"(?P<place>[{_CAPITALS}][{_CAPITALS}-]{{2,30}})[.,]\s+(?:[^./|–—]{{1,25}}[.,]\s+)?"
    r"(?P<outlet>[^\W\d_][\w.-]{2,30}?)(?:\s*[-–—/|:]+\s*|\s+)(?=[^\W\d_]|[«\"“])"
)
_KNOWN = re.compile(
    r"kazinform|казинформ|qazinform|қазақпарат|qazaqparat|tengrinews|zakon\.kz|inform\.kz|interfax|"
    r"интерфакс|akorda|акорда|ақорда|tass|тасс|reuters|kaztag|казтаг|baq\.kz|bnews|sputnik",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:[-–—]\s*)?(?:By|Source|Источник|Дереккөз[іи]?)\b:?\s+(?P<outlet>\S.{1,60}?)\.?",
    re.IGNORECASE,
)
_NAME = (
    r"(?P<outlet>[«\"“][^»\"”]{2,60}[»\"”](?:\s+газеті)?"
    r"|[^\W\d_][\w-]*\.(?:kz|com|org|ru)"
    r"|(?:[^\W\d_]+\s+){1,4}баспасөз\s+қызметі"
    r"|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+){0,2})"
)
_REPORTS = re.compile(
    rf"(?:деп|туралы)\s+(?:хабарлайды|хабарлады|жазады|жазды)\s+{_NAME}"
    r"|(?:передает|передаёт|сообщает|пишет)\s+(?:корреспондент\s+)?(?:ИА\s+|МИА\s+|газета\s+)?"
    + _NAME.replace("<outlet>", "<outlet2>")
)
_REPORTED = re.compile(
    rf"(?:бұл\s+туралы\s+){_NAME}\s+(?:хабарлайды|хабарлады|жазады|жазды)", re.IGNORECASE
)
_PRESS = re.compile(r"баспасөз қызмет|пресс-служб|press[- ](?:service|office)", re.IGNORECASE)
_LATEST = 200
"""Characters of a last line in which an outlet is looked for."""


class Told(NamedTuple):
    """A line without what it said of its outlet; "" where it said nothing else."""

    line: str
    outlet: str | None


def of_first(line: str) -> Told:
    """The outlet of a dateline, which is taken out; the place of the dateline stays.

    >>> of_first("ASTANA. KAZINFORM The Court met.")
    Told(line='ASTANA. The Court met.', outlet='KAZINFORM')
    """
    one = _DATELINE.match(line)
    if one and (_KNOWN.search(one["outlet"]) or one["outlet"].lower().endswith((".kz", ".com"))):
        return Told(f"{one['place']}. {line[one.end() :]}", one["outlet"])
    return Told(line, None)


def of_lead(line: str) -> str | None:
    """The outlet that a first paragraph names ("передает Tengrinews.kz"); press services are none.

    >>> of_lead("Мами возглавил Ассоциацию, передает Tengrinews.kz со ссылкой на пресс-службу.")
    'Tengrinews.kz'
    """
    outlet = _reporting(line[:1000])
    return None if outlet is None or _PRESS.search(outlet) else outlet


def of_last(line: str) -> Told:
    """The outlet of a last line: a line that is nothing but "By the …" goes, another stays.

    >>> of_last("By the Kazakhstanskaya Pravda")
    Told(line='', outlet='Kazakhstanskaya Pravda')
    >>> of_last("Отырыс өтті, деп хабарлайды Жоғарғы соттың баспасөз қызметі.").outlet
    'Жоғарғы соттың баспасөз қызметі'
    """
    if len(line) <= 80 and (one := _BY.fullmatch(line)):
        return Told("", re.sub(r"^the\s+", "", one["outlet"], flags=re.IGNORECASE))
    return Told(line, _reporting(line[-_LATEST:]))


def _reporting(words: str) -> str | None:
    one = _REPORTS.search(words) or _REPORTED.search(words)
    if not one:
        return None
    told = one.groupdict()
    outlet = told["outlet"] or told.get("outlet2") or ""
    return outlet.strip('«»"“”') or None
