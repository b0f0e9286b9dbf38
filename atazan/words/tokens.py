"""A text cut into words and numbers, each with its place; in linear time."""

from __future__ import annotations

import re
import unicodedata

from atazan.words.word import Token

_HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_MARKS = "\u0300-\u036f"
_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
ORDINAL = "й|я|е|го|му|м|х|ой|ый|ая|ое|ого|ому|ом|ым|ых|ыми|шы|ші|ншы|нші|ыншы|інші"
"""Endings written after a number."""
_REST = rf"[^\W_]*(?:(?:[{_MARKS}]+|['’ʼ](?=[^\W\d_]))[^\W_]*)*"
"""Of a word: inner apostrophes and digits too, as in court's, o'kimet, CO2."""
_WORD = re.compile(
    # most words: a small letter comes second, so it is none of the rarer kinds
    rf"[^\W\d_][a-zа-яёәғқңөұүһі]{_REST}"
    # 3rd, 3-1, 153-VII, 88-НҚ, 45-й, 2-ші: a number with what belongs to it; not 45-БАП
    r"|\d+(?:st|nd|rd|th)(?![^\W_])"
    rf"|\d+(?:-(?:\d+|(?!БА[ПБ]|ЖЫЛ|КҮН|ТАР)[{_CAPITAL}]{{1,4}}(?![^\W_])|(?:{ORDINAL})(?![^\W_])))*"
    # ҚР-ның: an abbreviation with its ending; e-gov: a single letter with what follows
    rf"|[{_CAPITAL}]{{2,}}-[а-яёәғқңөұүһі]{{1,8}}(?![^\W_])"
    r"|[^\W\d_]-[^\W\d_]{2,}"
    rf"|[^\W_]{_REST}"
)
_UNEVEN = re.compile(rf"[{_HIDDEN}{_MARKS}]")
_PIECE = re.compile(rf"[{_HIDDEN}]+|[^\W\d_][{_MARKS}]{{1,8}}")


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text in order.

    An ending stays with its number or abbreviation; a compound with a hyphen is its parts, so that
    each part can be found.

    >>> [token.word for token in tokens("ҚР-ның 45-бабы, № 88-НҚ; 3-1 (қылмыстық-процестік)")]
    ['ҚР-ның', '45', 'бабы', '88-НҚ', '3-1', 'қылмыстық', 'процестік']
    """
    if not _UNEVEN.search(text):
        return [Token(one[0], one.start(), one.end()) for one in _WORD.finditer(text)]
    plain, starts, ends = _even(text)
    return [
        Token(one[0], starts[one.start()], ends[one.end() - 1]) for one in _WORD.finditer(plain)
    ]


def words(text: str) -> list[str]:
    """The words and numbers without their places; quicker than `tokens`.

    >>> words("Court's rules")
    ["Court's", 'rules']
    """
    if _UNEVEN.search(text):
        text = _even(text)[0]
    return _WORD.findall(text)


def _even(text: str) -> tuple[str, list[int], list[int]]:
    """The text composed and without hidden characters; where each character began and ended."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        out.append(text[done:start])
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        if text[start].isalpha():
            composed = unicodedata.normalize("NFC", piece[0])
            out.append(composed)
            starts.extend([start] * len(composed))
            ends.extend([end] * len(composed))
        done = end
    out.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return "".join(out), starts, ends
