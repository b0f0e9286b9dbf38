"""A question as parts, each with the other ways of saying it, in the three languages."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from atazan import words as analysis
from atazan.rules.text import Lang

Via = Literal["word", "concept", "translation", "spelling"]


class Alternative(Struct, frozen=True, kw_only=True):
    """One way of saying a part of a question, as the index keeps it.

    `keys` are index keys of one language, in order; several of them stand for words that belong
    together. `weight` is above 0 and at most 1: how surely it says what was asked. `shown` is what
    a reader is told was searched; `widened` the id of the `Widened` it comes from (None: it is the
    word asked itself).
    """

    lang: Lang
    keys: tuple[str, ...]
    weight: float
    via: Via = "word"
    widened: str | None = None
    shown: str = ""


class Group(Struct, frozen=True, kw_only=True):
    """One part of a question: a document says it if it says any of the alternatives.

    `asked` is the part as typed. `exact`: it was quoted and must stand in the text as it is.
    """

    asked: str
    alternatives: tuple[Alternative, ...]
    exact: bool = False


def widen(words: str, lang: Lang, *, without: tuple[str, ...] = ()) -> tuple[Group, ...]:
    """The parts of a question with their alternatives, in the order asked."""
    return tuple(
        Group(asked=token.word, alternatives=_own(token.word, lang))
        for token in analysis.tokens(words)
        if not analysis.is_common(token.word, lang)
    )


def _own(word: str, lang: Lang) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(lang=lang, keys=(key,), weight=1.0) for key in analysis.asked_keys(word, lang)
    )
