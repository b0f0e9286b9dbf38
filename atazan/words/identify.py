"""Which of the three languages a text is in: quoted titles set aside, a vote by clause."""

from __future__ import annotations

import re

from atazan.words.common import is_common
from atazan.words.tokens import words
from atazan.words.word import Lang, Passage, folded, own_lang

_QUOTED = re.compile(r"«[^«»]*»|“[^”]*”|\"[^\"]*\"")
_CLAUSE = re.compile(r"[^.;!?\n]+[.;!?\n]*")


def language(text: str) -> Lang:
    """The language of a text; Russian where nothing tells.

    >>> language("Азаматтың құқығы"), language("Права гражданина"), language("the rights of man")
    ('kk', 'ru', 'en')
    """
    votes: dict[Lang, float] = {"kk": 0.0, "ru": 0.1, "en": 0.0}
    for word in words(_QUOTED.sub(" ", text))[:400] or words(text)[:400]:
        small = folded(word)
        votes[own_lang(small, "ru")] += 3 if own_lang(small, "ru") == "kk" else 1
        votes["kk"] += is_common(small, "kk")
    return max(votes, key=lambda lang: votes[lang])


def passages(text: str) -> list[Passage]:
    """The runs of a text that are in one language, in order; they cover the text.

    >>> [passage.lang for passage in passages("Құқық қорғалады. Право охраняется законом.")]
    ['kk', 'ru']
    """
    found: list[Passage] = []
    for clause in _CLAUSE.finditer(text):
        lang = language(clause[0])
        if found and found[-1].lang == lang:
            found[-1] = Passage(found[-1].start, clause.end(), lang)
        else:
            found.append(Passage(clause.start(), clause.end(), lang))
    return found
