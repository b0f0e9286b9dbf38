"""Words of Kazakh, Russian and English: cut, told apart by language, brought to lemma and key.

A package that others can use alone: no framework, nothing of the rest of the house.
"""

from atazan.words.abbreviations import spelt_out
from atazan.words.analysed import Analysed, analysed
from atazan.words.analysis import (
    AskedKey,
    asked,
    asked_keys,
    forms,
    key,
    keys,
    known,
    lemma,
    readings,
)
from atazan.words.common import is_common
from atazan.words.identify import language, passages
from atazan.words.names import Names, name_keys
from atazan.words.spelling import Vocabulary, suggest
from atazan.words.tokens import tokens
from atazan.words.typed import retyped
from atazan.words.word import LANGS, Lang, Passage, Reading, Token

__all__ = [
    "LANGS",
    "Analysed",
    "AskedKey",
    "Lang",
    "Names",
    "Passage",
    "Reading",
    "Token",
    "Vocabulary",
    "analysed",
    "asked",
    "asked_keys",
    "forms",
    "is_common",
    "key",
    "keys",
    "known",
    "language",
    "lemma",
    "name_keys",
    "passages",
    "readings",
    "retyped",
    "spelt_out",
    "suggest",
    "tokens",
]
