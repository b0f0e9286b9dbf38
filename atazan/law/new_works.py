"""Statutes that texts speak of and nobody registered: named from what the source says of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from atazan.law.acts import WorkRegistered
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase
from atazan.rules.works import Work, works

_REQUISITE = re.compile(
    r"(?P<form>.*?)(?:Республики Казахстан)?\s+от (?P<day>\d{1,2}) (?P<month>[а-я]+) "
    r"(?P<year>\d{4}) года № (?P<number>\d+(?:-[IVXІХ]+)?)"
)
_MONTHS = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
)
_KINDS = {
    "constitutional_law": "конституционный закон",
    "code": "кодекс",
    "law": "закон",
    "decree": "указ",
    "resolution": "постановление",
}


def known(uri: str | None, number: str | None, adopted: date | None) -> Work | None:
    """The work of this address, or the one work of this number and day; None where none or two."""
    found = [work for work in works().values() if uri is not None and work.uri == uri]
    if not found and number is not None:
        same = [work for work in works().values() if (work.number or "").upper() == number.upper()]
        found = [work for work in same if adopted is None or work.adopted in (None, adopted)]
    return found[0] if len(found) == 1 else None


def of_folder(path: Path) -> WorkRegistered | None:
    """The act whose text this is, as `meta.yaml` beside it names it; None where it does not."""
    told = _meta(path)
    return _registered(told, str(path.name)) if told else None


def amending(path: Path, number: str) -> WorkRegistered | None:
    """The act that made this version, as `meta.yaml` names it; None where it does not."""
    caused = _meta(path).get("caused_by")
    if not isinstance(caused, Mapping):
        return None
    found = _registered(caused, str(path.name))
    return found if found is not None and found.number == number else None


def of_number(number: str, adopted: date, kind: str = "law") -> WorkRegistered:
    """An act of which no more is known than its number and day."""
    facts = {"number": number, "day": adopted}
    title = Text(**{lang: phrase(f"law.new_work.{kind}", lang, facts) for lang in LANGS})
    short = Text(
        **{
            lang: phrase("law.new_work.short", lang, {"number": number, "year": adopted.year})
            for lang in LANGS
        }
    )
    return WorkRegistered(
        id=f"law-{adopted.year}-{_slug(number)}",
        uri=f"/akn/kz/act/{adopted.year}/{_slug(number)}",
        work_kind=kind,
        title=title,
        short=short,
        number=number,
        adopted=adopted.isoformat(),
        sources=(f"№ {number}, {adopted.isoformat()}",),
    )


def _registered(told: Mapping[str, Any], source: str) -> WorkRegistered | None:
    found = _REQUISITE.match(str(told.get("requisite", "")))
    if found is None or found["month"] not in _MONTHS:
        return None
    day = date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
    form = found["form"].strip().casefold()
    kind = next((kind for kind, words in _KINDS.items() if form.startswith(words)), "law")
    least = of_number(found["number"], day, kind if kind in _KINDS else "law")
    named = told.get("title")
    if not isinstance(named, Mapping) or not named.get("kaz") or not named.get("rus"):
        return least
    title = Text(kk=str(named["kaz"]), ru=str(named["rus"]), en=least.title.en)
    link = told.get("link")
    where = str(link) if link else least.sources[0]
    return WorkRegistered(
        **{
            **{name: getattr(least, name) for name in _SAME},
            "title": title,
            "url": str(link) if link else None,
            "sources": (where,),
        }
    )


_SAME = "id uri work_kind short number adopted".split()


def _slug(number: str) -> str:
    return number.translate(str.maketrans("ІХ", "IX")).lower()


def _meta(path: Path) -> Mapping[str, Any]:
    beside = path.with_name("meta.yaml")
    if not beside.exists():
        return {}
    try:
        read = yaml.load(beside.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return {}
    return read if isinstance(read, Mapping) else {}
