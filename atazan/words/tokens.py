"""A text cut into words and numbers, each with its place; in linear time."""

from __future__ import annotations

import re
import unicodedata

from atazan.words.word import Token

_HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_MARKS = "\u0300-\u036f"
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_WORD = re.compile(
    # 3-1, 153-VII, 88-НҚ, 45-й, 2-ші: a number with what belongs to it
    r"\d+(?:-(?:\d+|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{1,4}(?![^\W_])"
    r"|(?:й|я|е|го|му|м|х|ой|ый|ая|ое|ого|ому|ом|ым|ых|ыми|шы|ші|ншы|нші|ыншы|інші|st|nd|rd|th)"
    r"(?![^\W_])))*"
    # ҚР-ның: an abbreviation with its ending; e-gov: a single letter with what follows
    r"|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,}-[а-яёәғқңөұүһі]{1,8}(?![^\W_])"
    r"|[^\W\d_]-[^\W\d_]{2,}"
    # a word with inner apostrophes and digits: court's, o'kimet, CO2
    rf"|[^\W_{_MARKS}](?:[^\W_]|[{_MARKS}]|['’ʼ](?=[^\W\d_]))*"
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
    plain, places = _even(text)
    return [
        Token(one[0], places[one.start()], places[one.end() - 1] + 1)
        for one in _WORD.finditer(plain)
    ]


def words(text: str) -> list[str]:
    """The words and numbers without their places; quicker than `tokens`.

    >>> words("Court's rules")
    ["Court's", 'rules']
    """
    if _UNEVEN.search(text):
        text = _even(text)[0]
    return _WORD.findall(text)


def _even(text: str) -> tuple[str, list[int]]:
    """The text composed and without hidden characters, and where each of its characters stood."""
    out: list[str] = []
    places: list[int] = []
    done = 0
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        out.append(text[done:start])
        places.extend(range(done, start))
        if text[start].isalpha():
            composed = unicodedata.normalize("NFC", piece[0])
            out.append(composed)
            places.extend([start] * (len(composed) - 1) + [end - 1])
        done = end
    out.append(text[done:])
    places.extend(range(done, len(text)))
    return "".join(out), places
