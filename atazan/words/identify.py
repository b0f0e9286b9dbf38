"""Which of the three languages a text is in: quoted titles set aside, a vote by clause."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from atazan.words.analysis import known
from atazan.words.common import COMMON
from atazan.words.word import LANGS, LONGEST, Lang, Passage, folded

Scores = tuple[float, float, float]
"""How much speaks for kk, ru, en; the higher the likelier."""

NONE: Scores = (0.0, 0.0, 0.0)
_UNTOLD: Scores = (0.0, 0.1, 0.0)
_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"[IVXLCІХ]+")
_QUOTED = re.compile(r"«[^«»]{1,600}»|“[^“”]{1,600}”|„[^„“”]{1,600}[“”]|\"[^\"]{1,600}\"")
_CLAUSE = re.compile(r"[^,;:.!?()–—\n]{1,2000}[,;:.!?()–—\n]*|[,;:.!?()–—\n]+")
_KAZAKH = frozenset("әғқңөұүһі")
_RUSSIAN_ENDS = ("ого", "его", "ому", "ему", "ыми", "ими", "ться", "ются", "ется", "ость", "ости")
_SEGMENT = re.compile(
    rf"{_QUOTED.pattern}|[^,;:.!?()–—\n«“„\"]{{1,2000}}[,;:.!?()–—\n]*|[,;:.!?()–—\n«“„\"]+"
)
_MARKS = frozenset('«“„"')
"""A segment that begins so may be a quoted title of several clauses; any other is one clause."""
_LOOKED_AT = 20_000
"""Characters of a text by which its language is told."""
_LATIN = 20.0
"""How much likelier a text all in Latin letters is English."""
_CLEAR = 60.0
_SHORT = 40
"""Of so few characters, by so small a lead, the language is not sure."""
_CHANGE = 40.0
_CHANGE_AFTER_SENTENCE = 10.0
"""What it takes to leave the language of the words before."""


@lru_cache(maxsize=1)
def _table() -> dict[str, Scores]:
    """What three letters of a word tell; made by bench/words_learn.py."""
    lines = (Path(__file__).parent / "letters.txt").read_text("utf-8").splitlines()
    parts = (line.split("\t") for line in lines)
    return {piece: (int(kk), int(ru), int(en)) for piece, kk, ru, en in parts}


class _Words(dict[str, Scores]):
    """What each word tells, kept."""

    def __missing__(self, word: str) -> Scores:
        if len(word) > LONGEST:
            return self[word[:LONGEST]]
        if len(self) > 100_000:
            self.clear()
        told = self[word] = NONE if _NUMERAL.fullmatch(word) else _told(folded(word))
        if word[0].isupper() and not word.isupper():
            # A name is written alike in every language: it tells less.
            told = self[word] = (told[0] * 0.4, told[1] * 0.4, told[2] * 0.4)
        return told


_WORDS = _Words()


def _told(word: str) -> Scores:
    """What one folded word tells."""
    whole = f"_{word}_"
    table = _table()
    kk, ru, en = 0.0, 0.0, 0.0
    for at in range(len(whole) - 2):
        one = table.get(whole[at : at + 3], NONE)
        kk, ru, en = kk + one[0], ru + one[1], en + one[2]
    if word[0] < "\u0250":
        kk, ru = kk - 8, ru - 14
    else:
        en -= 80
        kk += 25 * len(_KAZAKH.intersection(word))
        ru += 12 * word.endswith(_RUSSIAN_ENDS)
    kk += 25 * (word in COMMON["kk"])
    ru += 25 * (word.replace("ё", "е") in COMMON["ru"])
    en += 25 * (word in COMMON["en"])
    best = max(kk, ru, en)
    # No word alone outvotes a clause.
    return (max(kk - best, -60.0), max(ru - best, -60.0), max(en - best, -60.0))


def _scores(text: str) -> Scores:
    """What the clauses of a text tell together: each by its clearness, up to a bound."""
    kk, ru, en = 0.0, 0.0, 0.0
    for clause in _CLAUSE.findall(text):
        one = _of_clause(clause)
        kk, ru, en = kk + one[0], ru + one[1], en + one[2]
    return kk, ru, en


def _of_clause(clause: str) -> Scores:
    """What the words of one clause tell, up to the bound."""
    kk, ru, en = 0.0, 0.0, 0.0
    for word in _WORD.findall(clause):
        one = _WORDS[word]
        kk += one[0]
        ru += one[1]
        en += one[2]
    return (
        kk if kk > -400.0 else -400.0,
        ru if ru > -400.0 else -400.0,
        en if en > -400.0 else -400.0,
    )


def _unquoted(text: str) -> str:
    """The text without what stands in quotes, titles inside titles too."""
    for _ in range(3):
        shorter = _QUOTED.sub(" ", text)
        if shorter == text:
            break
        text = shorter
    return text


def language(text: str) -> Lang:
    """The language of a text by its beginning; Russian where nothing tells.

    >>> language("Азаматтың құқығы"), language("Права гражданина"), language("the rights of man")
    ('kk', 'ru', 'en')
    >>> language("«О Конституционном Суде» заңға өзгеріс енгізілді")
    'kk'
    """
    text = text[:_LOOKED_AT]
    scores = _scores(_unquoted(text))
    if scores == NONE:
        scores = _scores(text)
    if text.isascii():
        scores = (scores[0] - _LATIN, scores[1] - _LATIN, scores[2])
    best, second, _ = sorted(scores, reverse=True)
    if best - second < _CLEAR and len(text) <= _SHORT:
        return _by_lexicon(text, scores)
    return LANGS[scores.index(best)]


def _by_lexicon(text: str, scores: Scores) -> Lang:
    """The language of a few words by which lexicon knows them; by the scores where both do."""
    words = [folded(word) for word in _WORD.findall(text)]
    cyrillic = [word for word in words if not word.isascii()]
    if not cyrillic:
        return LANGS[scores.index(max(scores))] if words else "ru"
    kk = sum(known(word, "kk") for word in cyrillic)
    ru = sum(known(word, "ru") for word in cyrillic)
    return "kk" if (kk, scores[0]) > (ru, scores[1]) else "ru"


def passages(text: str) -> list[Passage]:
    """The runs of a text that are in one language, in order; together they are the text.

    A quoted title in another language is a passage of its own.

    >>> [passage.lang for passage in passages("Құқық қорғалады. Право охраняется законом.")]
    ['kk', 'ru']
    """
    found: list[Passage] = []
    segments = [one[0] for one in _SEGMENT.finditer(text)]
    told = [_scores(one) if one[0] in _MARKS else _of_clause(one) for one in segments]
    costs = [_CHANGE, *[_change(one) for one in segments[:-1]]]
    end = 0
    for segment, lang in zip(segments, _way(told, costs), strict=True):
        start, end = end, end + len(segment)
        if found and found[-1].lang == lang:
            start = found.pop().start
        found.append(Passage(start, end, lang))
    return found


def _change(before: str) -> float:
    """What it costs to change the language after these words."""
    return _CHANGE_AFTER_SENTENCE if before.rstrip(" \t")[-1:] in ".!?\n" else _CHANGE


def _way(told: list[Scores], costs: list[float]) -> list[Lang]:
    """The likeliest languages of segments in a row, where a change of language costs."""
    kk, ru, en = _UNTOLD
    came_from: list[tuple[int, int, int]] = []
    for one, cost in zip(told, costs, strict=False):
        most = max(kk, ru, en)
        change = most - cost
        best = 0 if kk == most else 1 if ru == most else 2
        came_from.append(
            (0 if kk >= change else best, 1 if ru >= change else best, 2 if en >= change else best)
        )
        kk = (kk if kk >= change else change) + one[0]
        ru = (ru if ru >= change else change) + one[1]
        en = (en if en >= change else change) + one[2]
    at = (kk, ru, en).index(max(kk, ru, en))
    back: list[Lang] = []
    for before in reversed(came_from):
        back.append(LANGS[at])
        at = before[at]
    return back[::-1]
