"""Function words: they tell nothing of what a text is about."""

from __future__ import annotations

from pathlib import Path

from atazan.words.latin import PLAIN
from atazan.words.word import LANGS, Lang, folded, table_lines


def _read() -> dict[Lang, frozenset[str]]:
    found: dict[str, set[str]] = {lang: set() for lang in LANGS}
    for lang, *words in table_lines(Path(__file__).parent / "common.txt"):
        found[lang].update(words)
    return {lang: frozenset(found[lang]) for lang in LANGS}


COMMON = _read()
_PLAIN = frozenset(word.translate(PLAIN) for word in COMMON["kk"])
"""As typed without Kazakh letters: жане."""


def is_common(word: str, lang: Lang) -> bool:
    """Whether a word is a function word of the language.

    >>> is_common("және", "kk"), is_common("құқық", "kk")
    (True, False)
    """
    small = folded(word).replace("ё", "е")
    return small in COMMON[lang] or (lang == "kk" and small in _PLAIN)
