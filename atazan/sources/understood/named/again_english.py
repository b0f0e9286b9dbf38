"""English bodies told in small letters: "the commission" named before, "the town council"."""

from __future__ import annotations

from collections.abc import Sequence

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.named.heads import listed
from atazan.sources.understood.sentences import Sentence, Word

_HEADS = listed("en", "again")
_WHICH = listed("en", "which_body")
_GOES_ON = listed("en", "goes_on")
_LINKS = (" of ", " for ", " in ", " on ", " to ", " against ")
_THE = frozenset(("the", "this", "that"))


def again(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """The bodies told by small letters alone; one named before has its name for `full`.

    `mentions` in order of their beginning; a word within one of them is left alone.
    """
    found: list[Mention] = []
    told: dict[str, str] = {}
    at, until = 0, 0
    for sentence in sentences:
        if sentence.lang != "en" or _HEADS.isdisjoint(sentence.said):
            continue
        words = sentence.words
        for number, word in enumerate(words):
            if not number or word.small not in _HEADS or not word.word.islower():
                continue
            while at < len(mentions) and mentions[at].start <= word.start:
                until = max(until, mentions[at].end)
                _hear(mentions[at], told)
                at += 1
            if word.start < until or not _alone(words, number):
                continue
            before = words[number - 1]
            if before.small in _THE and word.small in told:
                full = told[word.small]
                found.append(Mention("body", word.start, word.end, word.small, "en", full=full))
            elif before.small in _WHICH and before.word.islower():
                name = f"{before.small} {word.small}"
                found.append(Mention("body", before.start, word.end, name, "en"))
                told[word.small] = name
    return found


def _hear(one: Mention, told: dict[str, str]) -> None:
    """Keep the body a mention names, or an office is of ("chair of the ethics commission")."""
    name = one.called
    if one.sort == "office" and " of the " in name:
        name = one.of or name.split(" of the ", 1)[1]
    elif one.sort != "body" or " " not in name:
        return
    told[head_of(name)] = name


def head_of(name: str) -> str:
    """The sort of body an English name tells: a "Programme Office in Astana" is an office."""
    for link in _LINKS:
        name = name.split(link, 1)[0]
    return name.rsplit(" ", 1)[-1].casefold()


def _alone(words: tuple[Word, ...], at: int) -> bool:
    """Whether no other noun goes on from a word: not "the court room"."""
    if at + 1 >= len(words) or words[at + 1].start - words[at].end != 1:
        return True
    small = words[at + 1].small
    return small in _GOES_ON or small.endswith("ed") or words[at + 1].capital
