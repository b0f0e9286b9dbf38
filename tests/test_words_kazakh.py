"""The Kazakh analyser brings the forms of a word together, and keeps words apart."""

from pathlib import Path

import pytest

from atazan.words.kazakh import forms, key, readings, restored

GOLD = Path(__file__).parent / "gold" / "words"
BACK = set("аоұыяёу")


def rows(name):
    lines = (GOLD / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def declined(stem, genitive, dative):
    """Seven cases of a stem, from two of them: written apart from the analyser's own tables."""
    n, d = genitive[len(stem)], dative[-1]
    front = d == "е"
    locative = ("т" if n == "т" else "д") + d
    accusative = stem + n + ("і" if front else "ы")
    ablative = stem + ("н" if stem[-1] in "мнң" else locative[0]) + d + "н"
    instrumental = stem + {"т": "пен"}.get(n, "бен" if stem[-1] in "зж" else "мен")
    return [stem, genitive, dative, accusative, stem + locative, ablative, instrumental]


def possessed(its):
    d = "а" if its[-1] == "ы" else "е"
    return [
        its,
        its + "н" + its[-1] + "ң",
        its + "н" + d,
        its + "н",
        its + "нд" + d,
        its + "н" + d + "н",
        its + "мен",
    ]


def paradigm(noun, plural, genitive, dative, its):
    d = plural[-2]
    y = "ы" if d == "а" else "і"
    g = "ға" if d == "а" else "ге"
    return (
        declined(noun, genitive, dative)
        + declined(plural, plural + "д" + y + "ң", plural + g)
        + possessed(its)
        + possessed(plural + y)
    )
