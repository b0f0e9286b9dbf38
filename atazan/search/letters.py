"""A word as it may be written in the other languages: names are, and so is what no table knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atazan import words as analysis
from atazan.rules.text import Lang
from atazan.search.asked_word import AskedWord, Key
from atazan.words.latin import KAZAKH, PLAIN, RUSSIAN

IN_OTHER_LETTERS = 0.7
"""A word brought over letter by letter: it is the same if it is a name, and else is found
nowhere."""

MOST = 4

_YE = re.compile(r"(?<=[aeiouy])e|^e")


def elsewhere(word: AskedWord) -> Iterator[Key]:
    """The keys of a word in the languages it is not read in.

    >>> from atazan.search.asked_word import asked_words
    >>> "tokayev" in [key.key for key in elsewhere(asked_words("Тоқаев", "kk")[0])]
    True
    """
    small = word.text.lower()
    if small[0].isdigit():
        return
    for lang, written in _written(small, word.langs):
        keys = (
            analysis.asked_keys(written, lang) if lang != "en" else (analysis.key(written, "en"),)
        )
        for key in keys[:MOST]:
            yield Key(lang, key, IN_OTHER_LETTERS)


def _written(word: str, langs: tuple[Lang, ...]) -> Iterator[tuple[Lang, str]]:
    if word.isascii():
        yield from (("kk", one) for one in analysis.asked_keys(word, "ru") if not one.isascii())
        return
    yield from (("en", latin) for latin in _latin(word))
    plain = word.translate(PLAIN)
    if "ru" not in langs:
        yield "ru", plain
    if "kk" not in langs:
        yield "kk", word


def _latin(word: str) -> Iterator[str]:
    plain = word.translate(PLAIN).translate(RUSSIAN)
    yield from dict.fromkeys((plain, _YE.sub("ye", plain), word.translate(KAZAKH)))
