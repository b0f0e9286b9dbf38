"""The Kazakh and the Russian text of a day set beside each other, with what people judged."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from atazan.law import texts
from atazan.law.compared.judged import Listed, listed
from atazan.law.compared.languages import Difference, differing
from atazan.law.leaf.asked import Asked
from atazan.law.text.document import Document
from atazan.rules.text import Lang
from atazan.rules.works import Work

LANGS: tuple[Lang, ...] = ("kk", "ru")


class TwoLanguages(Struct, frozen=True):
    """Where the texts of a day part; `missing` are languages in which none is held of that day."""

    unjudged: tuple[Listed, ...]
    judged: tuple[Listed, ...]
    missing: tuple[Lang, ...] = ()


def two_languages(work: Work, asked: Asked) -> TwoLanguages:
    """Where the Kazakh and the Russian text of the day asked part, as known then."""
    held = {lang: texts.text_on(work.id, lang, asked.day, asked.known) for lang in LANGS}
    kk, ru = held["kk"], held["ru"]
    if kk is None or ru is None:
        return TwoLanguages((), (), tuple(lang for lang in LANGS if held[lang] is None))
    found = listed(_differing(kk, ru), work.id, asked.day)
    return TwoLanguages(
        tuple(one for one in found if one.judged is None),
        tuple(one for one in found if one.judged is not None),
    )


@lru_cache(maxsize=32)
def _differing(kk: Document, ru: Document) -> tuple[Difference, ...]:
    return tuple(differing(kk, ru))
