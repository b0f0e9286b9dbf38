"""What a doubt is about, as its file names it (`cl-court-2022, art. 53 part 2`), for readers."""

from __future__ import annotations

import re

from atazan.rules.text import Lang
from atazan.rules.works import works

_ARTICLES = re.compile(r"art\. (.+?)(?=,? part [0-9]|, 20[0-9]{2}|$)")
_PART = re.compile(r",? part ([0-9]+)")
_SECTIONS = re.compile(r"sections? ([IVX]+(?:(?:, | and )[IVX]+)*)( as of ([0-9]{4}))?")
_FORMS: dict[Lang, tuple[str, str, str]] = {
    "kk": (r"\1-бап", r", \1-бөлік", r"\1 бөлім"),
    "ru": (r"ст. \1", r", ч. \1", r"раздел \1"),
    "en": (r"art. \1", r", part \1", r"section \1"),
}
_AND: dict[Lang, str] = {"kk": "және", "ru": "и", "en": "and"}


def place(about: str, lang: Lang) -> str:
    """The place in words; what is no work or provision stays as it is written.

    >>> place("cl-court-2022, art. 25(3) and 58(2)", "ru")
    'Закон о Конституционном Суде, ст. 25(3) и 58(2)'
    """
    return "; ".join(_one(part.strip(), lang) for part in about.split(";"))


def _one(part: str, lang: Lang) -> str:
    id, rest = re.match(r"([a-z0-9-]*)[, ]*(.*)", part).groups()  # type: ignore[union-attr]
    if id not in works():
        return part
    article, piece, section = _FORMS[lang]
    words = _SECTIONS.sub(section, _PART.sub(piece, _ARTICLES.sub(article, rest)))
    return ", ".join(filter(None, (works()[id].short.says(lang), words.replace("and", _AND[lang]))))
