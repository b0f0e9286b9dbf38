"""Phrases are found without reading every file, and are the same as when all are read."""

from __future__ import annotations

import pytest

from atazan.rules import words
from atazan.rules.words import all_words, has_phrase, phrase


def test_every_phrase_is_known_by_the_file_it_stands_in():
    homes = {key: words._read(path) for key, path in words._homes().items()}

    assert homes.keys() == all_words().keys()
    assert all(homes[key][key] is said for key, said in all_words().items())


def test_a_phrase_that_is_none_is_refused():
    assert has_phrase("words.none") and not has_phrase("words.never")
    with pytest.raises(KeyError):
        phrase("words.never", "en")
