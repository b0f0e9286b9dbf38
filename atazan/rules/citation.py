"""How a provision is named: `eId` in data, "45-бап, 2-тармақ" to readers."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from atazan.rules.text import Lang

_LEVEL = re.compile(r"(art|para|subpara|part|chapter|section)_([0-9]+(?:-[0-9]+)*)\Z")
_WORDS: dict[str, dict[str, str]] = {
    "section": {"kk": "{n}-бөлім", "ru": "раздел {n}", "en": "section {n}"},
    "chapter": {"kk": "{n}-тарау", "ru": "глава {n}", "en": "chapter {n}"},
    "art": {"kk": "{n}-бап", "ru": "статья {n}", "en": "article {n}"},
    "para": {"kk": "{n}-тармақ", "ru": "пункт {n}", "en": "paragraph {n}"},
    "subpara": {"kk": "{n}) тармақша", "ru": "подпункт {n})", "en": "subparagraph {n})"},
    "part": {"kk": "{n}-бөлік", "ru": "часть {n}", "en": "part {n}"},
}


class Provision(Struct, frozen=True, order=True):
    """A piece of the text of a work: `work` by its short id in works.yaml, `eid` as in Akoma Ntoso.

    Levels run from the outside in: `art_45__para_2__subpara_1`; numbers as printed (`8-1`).
    """

    work: str
    eid: str

    def cite(self, lang: Lang) -> str:
        """Name the provision as the Court's own texts do."""
        return cite(self.eid, lang)


@lru_cache(maxsize=8192)
def cite(eid: str, lang: Lang) -> str:
    """Name a provision in words. Raises ValueError where the eId is not of a known form.

    >>> cite("art_45__para_2__subpara_1", "kk")
    '45-бап, 2-тармақ, 1) тармақша'
    >>> cite("art_53__part_1", "ru")
    'статья 53, часть 1'
    """
    return ", ".join(_WORDS[kind][lang].format(n=number) for kind, number in levels(eid))


@lru_cache(maxsize=8192)
def levels(eid: str) -> tuple[tuple[str, str], ...]:
    """Split an eId into its levels. Raises ValueError where a level is unknown.

    >>> levels("art_3-1__para_2")
    (('art', '3-1'), ('para', '2'))
    """
    found = []
    for step in eid.split("__"):
        match = _LEVEL.match(step)
        if match is None:
            raise ValueError(f"'{eid}' is no eId: '{step}' should read like art_45 or para_2")
        found.append((match[1], match[2]))
    return tuple(found)
