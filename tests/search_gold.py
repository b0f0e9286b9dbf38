"""The collection and the queries search is judged by.

Documents come from three places: articles of the laws (read from the folder of law texts at run
time, never kept here), the record, and short made-up texts. Of each, some languages are left out
by a fixed rule, so that many a query can be answered only in another language than its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import yaml

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "search"
RECORD = ROOT / "atazan" / "jurisdictions" / "kz" / "record"
PARTS = ("dev", "heldout", "fresh")
"""Files of queries: to develop with, held out, and held out and written after search was made."""
LANGS = ("kk", "ru", "en")

Texts = dict[str, str]
Document = dict[str, str | Texts]
"""As a line of `atazan search --docs`: id, title and text by language."""

_CODES = "codes"
_COURT = f"{_CODES}/01-const-laws/2022/1105-o-konstitutsionnom-sude-respubliki-kazakhstan-173456"
_LAWS = {
    "const-2026": f"{_CODES}/00-constitution-2026",
    "const-1995": f"{_CODES}/00-constitution-1995",
    "court-law-2023": _COURT,
    "court-law-2026": f"{_COURT}/versions/2026-07-01",
}
_NAMES = {
    "const": {
        "kk": "Қазақстан Республикасының Конституциясы",
        "ru": "Конституция Республики Казахстан",
    },
    "court": {
        "kk": "«Қазақстан Республикасының Конституциялық Соты туралы» Конституциялық заң",
        "ru": "Конституционный закон «О Конституционном Суде Республики Казахстан»",
    },
}
_FILES = {"kk": "kaz.md", "ru": "rus.md"}
_HEADS = {"kk": "{number}-бап", "ru": "статья {number}"}
_KEPT = (("kk",), ("ru",), ("kk", "ru"))
"""The languages an article keeps, by its number modulo 3."""

_RECORD = {
    "10-persons": ("names", "note"),
    "50-decisions-council": ("subject", "title", "outcome_note"),
    "52-decisions-court": ("subject", "title", "outcome_note", "follow_up"),
    "54-messages": ("subject",),
    "56-other-decisions": ("subject", "note"),
    "64-agreements": ("title", "note"),
    "66-projects": ("title", "note"),
    "68-events": ("title", "place"),
    "72-drafts": ("step",),
    "74-measures": ("title", "programme"),
}
"""Files of the record with the fields that are read: the first is the title, all are the text."""

_DROPPED = (("kk",), ("ru",), ("en",), ("kk", "ru"))
"""The languages a thing of the record keeps, by the checksum of its id modulo 4."""


class Query(NamedTuple):
    """A question, what its asker needs, and the documents judged: 3 answers it, 2 is about it,
    1 touches it, 0 (or not named) does not."""

    id: str
    lang: str
    query: str
    need: str
    judged: dict[str, int]
    part: str


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


def _articles(path: Path) -> Iterator[tuple[str, str]]:
    cut = re.split(r'<a id="st([\d-]+)"></a>', path.read_text("utf-8"))
    for number, body in zip(cut[1::2], cut[2::2], strict=True):
        lines = (line.strip(" *") for line in body.splitlines())
        notes = ("#", ">", "Сноска", "Ескерту", "Примечание", "Ескертпе")
        yield number, "\n".join(line for line in lines if line and not line.startswith(notes))


def laws(corpus: Path) -> Iterator[Document]:
    """Articles of the laws. Of the Constitution of 1995 one article in three, in Russian."""
    for law, folder in _LAWS.items():
        read = {
            lang: dict(_articles(corpus / folder / name))
            for lang, name in _FILES.items()
            if (corpus / folder / name).exists()
        }
        for number in read["ru"]:
            rest = int(number.split("-")[0]) % 3
            if law == "const-1995" and rest != 1:
                continue
            texts = {
                lang: read[lang][number] for lang in _KEPT[rest] if number in read.get(lang, ())
            }
            title = {
                lang: f"{_NAMES[law.split('-')[0]][lang]}, {_HEADS[lang].format(number=number)}"
                for lang in texts
            }
            if texts:
                yield {"id": f"{law}/{number}", "title": title, "text": texts}


def record() -> Iterator[Document]:
    """Persons, decisions, messages, agreements, projects, events, drafts and measures of the record
    that say something of their own."""
    for name, fields in _RECORD.items():
        for row in _read(RECORD / f"{name}.yaml"):
            said = [row[field] for field in fields if isinstance(row.get(field), dict)]
            if not said or (name == "10-persons" and "note" not in row):
                continue
            if "not found" in said[0].get("en", ""):
                continue
            kept = _DROPPED[crc32(row["id"].encode()) % 4]
            langs = [lang for lang in kept if lang in said[0]] or list(said[0])
            number = {"kk": row.get("number_kk"), "ru": row.get("number")}
            text = {
                lang: "\n".join(filter(None, (number.get(lang), *(one.get(lang) for one in said))))
                for lang in langs
            }
            title = {lang: said[0][lang] for lang in langs}
            yield {"id": row["id"], "title": title, "text": text}


def made_up() -> Iterator[Document]:
    """The short texts written for this."""
    for name, said in _read(GOLD / "documents.yaml").items():
        title, text = ({lang: both[at] for lang, both in said.items()} for at in (0, 1))
        yield {"id": name, "title": title, "text": text}


def collection(corpus: Path | None) -> list[Document]:
    """All documents; without the folder of law texts, all but the laws."""
    return list(chain(laws(corpus) if corpus else (), record(), made_up()))


def queries(*parts: str) -> list[Query]:
    """The queries of the parts named, or all. `court-law/7` is both wordings of article 7."""
    unfit = _read(GOLD / "not.yaml")
    return [
        Query(
            name,
            name[:2],
            row["query"],
            row["need"],
            _both(row["judged"], unfit.get(name, ())),
            part,
        )
        for part in parts or PARTS
        for name, row in _read(GOLD / f"{part}.yaml").items()
    ]


def _both(judged: dict[str, int], unfit: Iterable[str]) -> dict[str, int]:
    return {
        document.replace("court-law/", wording): grade
        for document, grade in (dict.fromkeys(unfit, 0) | judged).items()
        for wording in ("court-law-2023/", "court-law-2026/")
    }


def crosses(query: Query, documents: dict[str, Document]) -> bool:
    """Whether nothing that is about the matter (2 or 3) is held in the language of the query."""
    return not any(
        query.lang in documents[document]["text"]
        for document, grade in query.judged.items()
        if grade >= 2 and document in documents
    )
