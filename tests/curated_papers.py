"""Texts read by hand for the tests of the curator's desk: the seeds' first, and made-up ones."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from atazan.sources.opened.paper import Paper
from atazan.sources.understood.told import ActTold, Kind, Understood
from atazan.words import LANGS

AACC = (
    "3 ноября состоялось заседание комитета членов Ассоциации азиатских конституционных судов. "
    "В состав организации приняты новые члены - верховные суды Индии и Мальдивской Республики.\n"
    "Единогласным решением Конституционный совет Казахстана избран председателем Ассоциации. "
    "По итогам переговоров подписан меморандум о сотрудничестве между Конституционным советом "
    "Казахстана и Конституционным судом Индонезии."
)


def paper(text: str, **told: str | None) -> Paper:
    """A paper of these words; its hash is theirs unless told otherwise."""
    given = {"place": "made-up.txt", "hash": hashlib.sha256(text.encode()).hexdigest(), **told}
    return Paper(text=text, **given)  # type: ignore[arg-type]


def tells(text: str, kind: Kind, words: str, date: str | None = None, **told) -> ActTold:
    """An act told by these words of the text."""
    start = text.index(words)
    given = {
        "actors": (),
        "objects": (),
        "office": None,
        "counterparts": (),
        "modality": "done",
        "confidence": 0.9,
        **told,
    }
    return ActTold(kind=kind, date=date, start=start, end=start + len(words), **given)


def aacc() -> tuple[Paper, Understood]:
    """The report of the Association's meeting, as one of the five documents tells it."""
    acts = (
        tells(
            AACC,
            Kind.HOLD_MEETING,
            "состоялось заседание комитета членов Ассоциации азиатских конституционных судов",
            "2019-11-03",
            actors=("комитет членов Ассоциации азиатских конституционных судов",),
        ),
        tells(
            AACC,
            Kind.ADMIT_MEMBER,
            "приняты новые члены - верховные суды Индии и Мальдивской Республики",
            "2019-11-03",
            actors=("Ассоциация азиатских конституционных судов",),
            objects=("Верховный суд Индии", "Верховный суд Мальдивской Республики"),
        ),
        tells(
            AACC,
            Kind.ELECT,
            "Конституционный совет Казахстана избран председателем Ассоциации",
            "2019-11-03",
            actors=("Ассоциация азиатских конституционных судов",),
            objects=("Конституционный совет Казахстана",),
            office="председатель Ассоциации",
        ),
        tells(
            AACC,
            Kind.SIGN_AGREEMENT,
            "подписан меморандум о сотрудничестве между Конституционным советом Казахстана и "
            "Конституционным судом Индонезии",
            "2019-11",
            actors=("Конституционный совет Казахстана",),
            objects=("меморандум о сотрудничестве",),
            counterparts=("Конституционный суд Индонезии",),
        ),
    )
    where = {
        "place": "seeds/000_8570015f5e1db7a1.txt",
        "title": "Кайрат Мами возглавил Ассоциацию азиатских конституционных судов",
        "outlet": "Tengrinews.kz",
        "published": "2019-11-04",
    }
    return paper(AACC, **where), Understood(lang="ru", acts=acts)


GOLD = Path(__file__).parent / "gold" / "reading" / "seen"
FILES = {
    "seed-000": "000_8570015f5e1db7a1.txt",
    "seed-001": "001_7666358ad92006c9.txt",
    "seed-002": "002_2b55926e714f2837.txt",
    "seed-003": "003_7339cb7163b2c10b.txt",
    "seed-004": "004_43e455769c68acaa.txt",
}


def seeds() -> list[tuple[Paper, Understood]]:
    """The five documents with the acts a careful reader finds in them."""
    written = (json.loads(line) for lang in LANGS for line in _lines(lang))
    found = {one["id"]: one for one in written if one["id"] in FILES}
    return [_seed(FILES[id], found[id]) for id in FILES]


def _lines(lang: str) -> list[str]:
    return (GOLD / f"{lang}.jsonl").read_text("utf-8").splitlines()


def _seed(file: str, gold: dict[str, Any]) -> tuple[Paper, Understood]:
    text = gold["text"]
    acts = tuple(
        tells(
            text,
            Kind(act["kind"]),
            act["says"],
            act["date"],
            actors=tuple(act["actors"]),
            objects=tuple(act["objects"]),
            office=act["office"],
            counterparts=tuple(act["counterparts"]),
            modality=act["modality"],
        )
        for act in gold["acts"]
    )
    read = paper(text, place=file, published=gold["published"])
    return read, Understood(lang=gold["lang"], acts=acts)
