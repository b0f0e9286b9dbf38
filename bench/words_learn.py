"""Learn the table of letters by which languages are told, English words, Russian surnames.

They become `letters.txt`, `english_words.txt` and `russian_names.txt` in atazan/words.

From the folder of laws beside the repository and every string of the platform and its facts that
says its language. A line of the table: three letters of a word (`_` is its border) and, for kk, ru
and en, ten times the natural logarithm of how much likelier they are there than on the average.
Kazakh is learned also as typed without its own letters, Kazakh and Russian also in Latin letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import Any

import pymorphy3
import yaml

from atazan.words.latin import KAZAKH, KAZAKH_2021, PLAIN, RUSSIAN
from atazan.words.word import LANGS, Lang

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FILES: dict[str, Lang] = {"kaz.md": "kk", "rus.md": "ru"}
RARE = 4
LEAST = 7


def strings(node: Any, lang: Lang | None = None) -> Iterator[tuple[Lang, str]]:
    """Every string of a YAML document that stands under a language."""
    if isinstance(node, dict):
        for name, one in node.items():
            told = name if name in LANGS else None
            for code in LANGS:
                if isinstance(name, str) and name.endswith(f"_{code}"):
                    told = code
            yield from strings(one, told or lang)
    elif isinstance(node, list):
        for one in node:
            yield from strings(one, lang)
    elif isinstance(node, str) and lang:
        yield lang, node


def texts() -> Iterator[tuple[Lang, str]]:
    """All that is learned from."""
    for name, lang in FILES.items():
        for path in sorted((SHARED / "corpus").rglob(name)):
            yield lang, path.read_text("utf-8")
    for path in sorted([*(ROOT / "atazan").rglob("*.yaml"), *(SHARED / "facts").glob("*.yaml")]):
        yield from strings(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))


def pieces(word: str) -> list[str]:
    """The threes of letters of a word with its borders.

    >>> pieces("сот")
    ['_со', 'сот', 'от_']
    """
    whole = f"_{word}_"
    return [whole[at : at + 3] for at in range(len(whole) - 2)]


def counted() -> dict[tuple[Lang, bool], Counter[str]]:
    """How often each three of letters stands in a language, in Cyrillic (True) and Latin.

    A word counts by the logarithm of its frequency: texts of laws repeat themselves.
    """
    met: dict[Lang, Counter[str]] = {lang: Counter() for lang in LANGS}
    for lang, text in texts():
        met[lang].update(word.lower() for word in re.findall(r"[^\W\d_]+", text))
    found: dict[tuple[Lang, bool], Counter[str]] = {
        (lang, cyrillic): Counter() for lang in LANGS for cyrillic in (True, False)
    }
    for lang, words in met.items():
        for word, count in words.items():
            if word.isascii() != (lang == "en") or (lang == "ru" and set(word) & set("әғқңөұүһі")):
                continue
            for form, weight in written(word, lang):
                into = found[lang, not form[0] < "\u0400"]
                for piece in pieces(form):
                    into[piece] += weight * log(1 + count)
    return found


def written(word: str, lang: Lang) -> Iterator[tuple[str, float]]:
    """The ways a word is typed, with how much each counts."""
    yield word, 1.0
    if lang == "kk":
        yield word.translate(PLAIN), 0.5
        yield word.translate(KAZAKH), 0.5
        yield word.translate(KAZAKH_2021), 0.5
    if lang == "ru":
        yield word.translate(RUSSIAN), 1.0


def table() -> Iterator[str]:
    """The lines of the table: only pieces often enough met and telling enough."""
    found = counted()
    for cyrillic in (True, False):
        langs = [lang for lang in LANGS if found[lang, cyrillic]]
        total = {lang: sum(found[lang, cyrillic].values()) for lang in langs}
        every = set().union(*(found[lang, cyrillic] for lang in langs))
        for piece in sorted(every):
            counts = {lang: found[lang, cyrillic][piece] for lang in langs}
            if sum(counts.values()) < RARE:
                continue
            share = {lang: log((counts[lang] + 0.5) / (total[lang] + 500)) for lang in langs}
            mean = sum(share.values()) / len(langs)
            told = {lang: round(10 * (share[lang] - mean)) for lang in langs}
            if max(map(abs, told.values())) >= LEAST:
                yield f"{piece}\t{told['kk']}\t{told['ru']}\t{told.get('en', 0)}"


def english() -> list[str]:
    """English words met more than once in small letters."""
    met: Counter[str] = Counter()
    for lang, text in texts():
        if lang == "en":
            met.update(re.findall(r"\b[a-z]{2,}\b", text))
    return sorted(word for word, count in met.items() if count > 1)


def russian_names() -> list[str]:
    """Surnames whose ending the stemmer takes for a case: never met in small letters."""
    met = {
        word
        for lang, text in texts()
        if lang == "ru"
        for word in re.findall(r"\b[а-яё]+\b", text, re.I)
    }
    names = {word.lower() for word in met if re.fullmatch(r"[А-ЯЁ][а-яё]{2,}(?:[ое]в|[иы]н)", word)}
    morph = pymorphy3.MorphAnalyzer()
    return sorted(
        name
        for name in names - met
        if all(
            not parse.is_known or {"Surn", "Name"} & parse.tag.grammemes
            for parse in morph.parse(name)
        )
    )


if __name__ == "__main__":
    tables = {
        "letters": list(table()),
        "english_words": english(),
        "russian_names": russian_names(),
    }
    for name, lines in tables.items():
        (ROOT / f"atazan/words/{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{name}: {len(lines)} lines")
