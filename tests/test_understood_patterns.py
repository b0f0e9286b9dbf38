"""The patterns: every example in their files is a test; a file that says nonsense is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from atazan.sources.understood.patterns import (
    BadPattern,
    Compiled,
    Example,
    frames,
    patterns,
    read_patterns,
)
from atazan.sources.understood.told import Kind
from atazan.sources.understood.understanding import understand
from atazan.words import LANGS, Lang

_EXAMPLES = [
    pytest.param(lang, one, example, id=f"{one.name}-{number}")
    for lang in LANGS
    for one in patterns(lang)
    for number, example in enumerate(one.pattern.examples, 1)
]


@pytest.mark.parametrize(("lang", "pattern", "example"), _EXAMPLES)
def test_an_example_tells_what_stands_beside_it(
    lang: Lang, pattern: Compiled, example: Example
) -> None:
    published = date.fromisoformat(example.published) if example.published else None
    told = [
        one for one in understand(example.text, lang, published).acts if one.kind == pattern.kind
    ]

    if example.act == "none":
        assert not told
        return
    assert len(told) == 1, told
    said: dict[str, Any] = {
        "actors": list(told[0].actors),
        "objects": list(told[0].objects),
        "counterparts": list(told[0].counterparts),
        "office": told[0].office,
        "date": told[0].date,
        "modality": told[0].modality,
    }
    assert {name: said[name] for name in example.act} == example.act


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_has_patterns_and_an_example_in_every_language(lang: Lang) -> None:
    found = {one.kind for one in patterns(lang)}
    shown = {one.kind for one in patterns(lang) if one.pattern.examples}

    assert found == set(Kind) == set(frames())
    assert shown == set(Kind)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("appoint:\n  - {saiz: назначить}", "saiz"),
        ("crown:\n  - {says: короновать}", "crown"),
        ("appoint: [", "ru.yaml"),
    ],
)
def test_a_pattern_file_that_says_nonsense_is_told_with_its_place(words: str, place: str) -> None:
    with pytest.raises(BadPattern, match=place):
        read_patterns(words, "ru", "ru.yaml")
