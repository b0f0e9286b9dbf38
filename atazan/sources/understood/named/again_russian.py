"""Russian bodies named again by their bare sort in small letters: «суд отказал», «ведомство»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from atazan.sources.understood.kept import Kept
from atazan.sources.understood.mention import Case, Mention
from atazan.sources.understood.sentences import Sentence
from atazan.words import readings

_HEADS = frozenset(
    "суд совет комиссия палата союз академия министерство ассоциация комитет агентство институт"
    " университет фонд прокуратура ведомство орган".split()
)
_OFFICIAL = frozenset("министерство комитет агентство прокуратура комиссия департамент".split())
"""«Ведомство» is one of these."""
_CASES: tuple[Case, ...] = ("gen", "dat", "acc", "ins", "loc")
_ADJECTIVE = (
    "ый",
    "ий",
    "ая",
    "ое",
    "ой",
    "ого",
    "его",
    "ому",
    "ему",
    "ым",
    "им",
    "ую",
    "ее",
    "ом",
)
_SAME = frozenset("этот этого этому этим этом эта этой эту это само самом самого сам сама".split())


def again(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """The bodies named by a bare word in small letters, each with the name last told of its sort.

    `mentions` in order of their beginning; a word within one of them is left alone.
    """
    found: list[Mention] = []
    told: dict[str, str] = {}
    at, until = 0, 0
    for sentence in sentences:
        if sentence.lang != "ru":
            continue
        words = sentence.words
        bares = [
            (number, bare)
            for number, word in enumerate(words)
            if (bare := _BARE[word[0] if number else word[3]])
        ]
        for number, bare in bares:
            word = words[number]
            while at < len(mentions) and mentions[at].start <= word.start:
                one = mentions[at]
                until = max(until, one.end)
                if one.sort == "body" and " " in one.called:
                    for head in _kinds(one.called):
                        told[head] = one.called
                at += 1
            if word.start < until or bare[0] not in told or not _alone(sentence, number):
                continue
            found.append(
                Mention("body", word.start, word.end, bare[0], "ru", bare[1], full=told[bare[0]])
            )
    return found


@lru_cache(maxsize=10_000)
def _kinds(name: str) -> tuple[str, ...]:
    """The sorts a body may be called by: the first of its words that is one."""
    head = next((one for one in name.casefold().split() if one in _HEADS), "")
    if not head:
        return ()
    return (head, "ведомство") if head in _OFFICIAL else (head,)


def _bare(word: str) -> tuple[str, frozenset[Case]] | None:
    """The sort of body a word in small letters is, with its cases."""
    if not word.islower():
        return None
    cases: set[Case] = set()
    lemma = ""
    for one in readings(word, "ru"):
        if one.lemma in _HEADS and "noun" in one.tags and "pl" not in one.tags:
            lemma = one.lemma
            cases.update([case for case in _CASES if case in one.tags] or ["nom"])
    return (lemma, frozenset(cases)) if lemma else None


_BARE = Kept(_bare)


def _alone(sentence: Sentence, at: int) -> bool:
    """Whether nothing before or after makes it another one: «районный суд», «суд города»."""
    words = sentence.words
    if at:
        before = words[at - 1].small
        if before.endswith(_ADJECTIVE) and before not in _SAME:
            return False
    if at + 1 >= len(words) or words[at + 1].start - words[at].end != 1:
        return True
    after = words[at + 1]
    tags = readings(after.small, "ru")[:1]
    genitive = bool(tags) and "noun" in tags[0].tags and "gen" in tags[0].tags
    return not genitive and not (after.capital and "gen" in (tags[0].tags if tags else ()))
