"""Words of Kazakh, Russian and English: cut, told apart by language, brought to lemma and key.

A package that others can use alone: no framework, nothing of the rest of the house.
"""

from atazan.words.analysis import asked_keys, forms, key, keys, lemma, readings
from atazan.words.common import is_common
from atazan.words.identify import language, passages
from atazan.words.spelling import Vocabulary, suggest
from atazan.words.tokens import tokens
from atazan.words.word import LANGS, Lang, Passage, Reading, Token

__all__ = [
    "LANGS",
    "Lang",
    "Passage",
    "Reading",
    "Token",
    "Vocabulary",
    "asked_keys",
    "forms",
    "is_common",
    "key",
    "keys",
    "language",
    "lemma",
    "passages",
    "readings",
    "suggest",
    "tokens",
]
