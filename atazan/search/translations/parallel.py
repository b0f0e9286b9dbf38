"""Texts that stand in two or three languages, as pairs of the dictionary forms of their words.

For the builder of the table; nothing here is read at run time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from atazan import words
from atazan.rules.text import LANGS, Lang
from atazan.words.names import name_keys

_ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
_FILES: dict[Lang, str] = {"kk": "kaz.md", "ru": "rus.md"}
_NOT_WORDS = re.compile(r"\{[^}]*\}|https?:\S+|\W*\d+[-\w]*|[*_#>]")
_NAME = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮІ][^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮІ]{3,}")
_LONGEST = 120


class Pair(NamedTuple):
    """One statement in two languages as the dictionary forms of its telling words."""

    source: str
    langs: tuple[Lang, Lang]
    sides: tuple[tuple[str, ...], tuple[str, ...]]


def of_corpus(folder: Path) -> Iterator[Pair]:
    """Paragraphs of laws that are held in Kazakh and Russian, matched article by article."""
    for kazakh in sorted(folder.rglob(_FILES["kk"])):
        russian = kazakh.with_name(_FILES["ru"])
        if russian.exists():
            yield from _of_act(_articles(kazakh), _articles(russian))


def _articles(file: Path) -> dict[str, list[str]]:
    """The paragraphs of each article, by its anchor."""
    parts = _ANCHOR.split(file.read_text("utf-8"))
    return {
        anchor: [line.strip() for line in text.splitlines() if line.strip()]
        for anchor, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def _of_act(kazakh: dict[str, list[str]], russian: dict[str, list[str]]) -> Iterator[Pair]:
    for anchor in kazakh.keys() & russian.keys():
        left, right = kazakh[anchor], russian[anchor]
        if len(left) == len(right):
            for one, other in zip(left, right, strict=True):
                yield from _pairs("corpus", {"kk": one, "ru": other})


def of_house(folder: Path) -> Iterator[Pair]:
    """Statements of our own YAML files that stand in two or three languages."""
    for file in sorted(folder.rglob("*.yaml")):
        for said in _statements(yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)):
            yield from _pairs("house", said)


def of_names(folder: Path) -> list[tuple[str, ...]]:
    """Names that statements of ours write in Kazakh, Russian and English, in small letters; of the
    forms of one name the shortest."""
    best: dict[str, tuple[str, ...]] = {}
    for file in sorted(folder.rglob("*.yaml")):
        for said in _statements(yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)):
            if len(said) == len(LANGS):
                for sound, name in _names(said):
                    best[sound] = min(
                        name, best.get(sound, name), key=lambda one: len("".join(one))
                    )
    return sorted(best.values())


def _names(said: dict[Lang, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Capitalised words that sound the same in all three languages, with their sound."""
    by_sound: dict[Lang, dict[str, str]] = {lang: {} for lang in LANGS}
    for lang, text in said.items():
        for token in words.tokens(text):
            if _NAME.fullmatch(token.word) and token.word.isascii() == (lang == "en"):
                for sound in name_keys(token.word):
                    by_sound[lang].setdefault(sound, token.word.lower())
    for sound in by_sound["kk"].keys() & by_sound["ru"].keys() & by_sound["en"].keys():
        yield sound, tuple(by_sound[lang][sound] for lang in LANGS)


def _statements(data: Any) -> Iterator[dict[Lang, str]]:
    if isinstance(data, dict):
        said = {lang: data[lang] for lang in LANGS if isinstance(data.get(lang), str)}
        listed = {lang: data[lang] for lang in LANGS if isinstance(data.get(lang), list)}
        if len(said) > 1:
            yield said
        elif len(listed) > 1:
            yield from _labels(listed)
        for value in data.values():
            yield from _statements(value)
    elif isinstance(data, list):
        for value in data:
            yield from _statements(value)


def _labels(listed: dict[Lang, list[Any]]) -> Iterator[dict[Lang, str]]:
    """The first labels of a concept: they translate each other, later ones need not."""
    first = {lang: labels[0] for lang, labels in listed.items() if labels}
    if len(first) > 1 and all(isinstance(label, str) for label in first.values()):
        yield first


def _pairs(source: str, said: dict[Lang, str]) -> Iterator[Pair]:
    forms = {lang: lemmas(text, lang) for lang, text in said.items()}
    for one, other in combinations(said, 2):
        if 0 < len(forms[one]) <= _LONGEST and 0 < len(forms[other]) <= _LONGEST:
            yield Pair(source, (one, other), (forms[one], forms[other]))


def lemmas(text: str, lang: Lang) -> tuple[str, ...]:
    """The dictionary forms of the words of a text that tell something.

    >>> lemmas("1) право на труд", "ru")
    ('право', 'труд')
    """
    found = []
    for token in words.tokens(_NOT_WORDS.sub(" ", text)):
        if len(token.word) > 1 and not words.is_common(token.word, lang):
            found.append(words.lemma(token.word, lang).replace("ё", "е"))
    return tuple(found)
