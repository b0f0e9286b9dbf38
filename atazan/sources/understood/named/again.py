"""Kazakh bodies named again by their bare sort in small letters: «сот қарады»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from atazan.sources.understood.kept import Kept
from atazan.sources.understood.mention import Case, Mention
from atazan.sources.understood.named import again_english, again_russian
from atazan.sources.understood.sentences import Sentence
from atazan.words import readings

_HEADS = frozenset(
    "сот кеңес комиссия палата одақ академия министрлік қауымдастық комитет агенттік кеңсе алқа қор"
    " ұйым басқарма прокуратура".split()
)
_CASES: tuple[Case, ...] = ("gen", "dat", "acc", "ins", "loc", "abl")
_HARD = {"ғ": "қ", "г": "к"}
"""«одағы» is of одақ, «агенттігі» of агенттік."""
_ATTRIBUTE = re.compile(r"(?:[лдт][ыі][қк]|[дт][ае]ғ?[ғг][ыі])$")
"""«аудандық сот», «Астанадағы сот»: another one than that named before."""
_ADVICE = ("бер", "айт", "өт", "сұра")
"""«кеңес берді», «кеңес өткізді»: advice, or a sitting."""
_OTHERS = frozenset("екі үш бір кез кей барлық басқа өзге әр қай келген".split())


def again(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """The bodies named by a bare word, each with the name last told of its sort.

    `mentions` in order of their beginning; a word within one of them is left alone.
    """
    found = again_english.again(sentences, mentions) + again_russian.again(sentences, mentions)
    told: dict[str, str] = {}
    first: dict[str, str] = {}
    at, until = 0, 0
    for sentence in sentences:
        if sentence.lang != "kk":
            continue
        words = sentence.words
        for number in [n for n, word in enumerate(words) if not n or _BARE[word[0]]]:
            word = words[number]
            while at < len(mentions) and mentions[at].start <= word.start:
                one = mentions[at]
                until = max(until, one.end)
                if one.sort == "body" and " " in one.called:
                    told[_head(one.called)] = one.called
                    first.setdefault(_head(one.called), one.called)
                at += 1
            if word.start < until:
                continue
            bare = _BARE[word.small if number == 0 else word.word]
            if bare and bare[0] in told and _alone(sentence, number, bare[1]):
                head, cases = bare
                full = (first if word.capital else told)[head]
                found.append(Mention("body", word.start, word.end, head, "kk", cases, full=full))
    return found


@lru_cache(maxsize=10_000)
def _head(name: str) -> str:
    """The sort of body a name ends with: «Жоғары Сот Кеңесі» is a кеңес."""
    last = name.rsplit(" ", 1)[-1].casefold()
    for end in ("", "ы", "і", "сы", "сі"):
        bare = last.removesuffix(end)
        bare = bare[:-1] + _HARD.get(bare[-1:], bare[-1:])
        if bare in _HEADS:
            return bare
    return last


def _bare(word: str) -> tuple[str, frozenset[Case]] | None:
    """The sort of body a word in small letters is, with its cases."""
    if not word.islower():
        return None
    for reading in readings(word, "kk")[:1]:
        tags = reading.tags
        if (
            reading.lemma in _HEADS
            and {"noun", "abbr"} & set(tags)
            and not {"its", "pl", "attr"} & set(tags)
        ):
            return reading.lemma, frozenset([one for one in _CASES if one in tags] or ["nom"])
    return None


_BARE = Kept(_bare)


def _alone(sentence: Sentence, at: int, cases: frozenset[Case]) -> bool:
    """Whether nothing before or after makes the word another thing: «сот залы», «екі сот»."""
    if at:
        before = sentence.words[at - 1].small
        if before in _OTHERS or before[0].isdigit() or _ATTRIBUTE.search(before):
            return False
    if "nom" not in cases or at + 1 >= len(sentence.words):
        return True
    if sentence.words[at + 1].capital:
        return True
    after = sentence.words[at + 1].small
    return not (_its(after) or (sentence.words[at].small == "кеңес" and after.startswith(_ADVICE)))


@lru_cache(maxsize=50_000)
def _its(small: str) -> bool:
    return any("its" in one.tags and "noun" in one.tags for one in readings(small, "kk")[:2])
