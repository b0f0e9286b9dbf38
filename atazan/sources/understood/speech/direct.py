"""Direct speech: in quotation marks, and in lines that begin with a dash."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from atazan.sources.understood.mention import Speech
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.speech.quoted import Stretch, stretches
from atazan.sources.understood.speech.speakers import Speakers
from atazan.sources.understood.speech.words import Saying, sayings

TITLE = 5
"""Words at most of a quotation that is a title where nothing says that it is spoken."""
LONG = 14
"""Words at least of a quotation that is spoken though no one is told to say it."""
REACH = 260
"""Characters at most from the end of speech to the word of saying."""

_LINE = re.compile(r"^[ \t]*[–—-][ \t]+(?=[^\W\d_])", re.MULTILINE)
_TURN = re.compile(r"[,!?….][»”\"]?\s+[–—-]\s+(?=[^\W\d_])")
_STOP = re.compile(r"[,.!?…]$")
_BREAK = re.compile(r"[.!?…](?=\s|$)|\n|[–—]\s")
_NAMING = re.compile(r"\s+(?:ата|таны|жария|сана|есепте|белгіле|қаул|өзгер|қабылда)")
_JOINED = re.compile(r"[\s,.–—-]*")


class Said(NamedTuple):
    """The words of saying of a text by place."""

    all: list[Saying]
    starts: list[int]

    def between(self, start: int, end: int, sorts: str = "ST") -> Saying | None:
        """The first of such words between two places."""
        at = bisect_right(self.starts, start - 1)
        while at < len(self.all) and self.all[at].start < end:
            if self.all[at].sort in sorts and self.all[at].end <= end:
                return self.all[at]
            at += 1
        return None


def said(sentences: list[Sentence]) -> Said:
    """The words of saying of all sentences."""
    found = [one for sentence in sentences for one in sayings(sentence)]
    return Said(found, [one.start for one in found])


def direct(text: str, words: Said, speakers: Speakers) -> Iterator[Speech]:
    """The direct speech of a text."""
    last: Speech | None = None
    lines = list(_lines(text, words, speakers))
    starts = [one.start for one in lines]
    yield from lines
    for one in stretches(text):
        within = bisect_right(starts, one.start) - 1
        if within >= 0 and one.start < lines[within].end:
            continue
        broken = list(_turns(text, one.start, one.end, words, speakers))
        if broken:
            last = broken[-1]
            speakers.hear(last)
            yield from broken
        elif (found := _quoted(text, one, words, speakers, last)) is not None:
            last = found
            speakers.hear(last)
            yield found


def _quoted(
    text: str, one: Stretch, words: Said, speakers: Speakers, last: Speech | None
) -> Speech | None:
    content = text[one.start : one.end]
    if not content.strip():
        return None
    count = content.count(" ") + 1
    begun = text.rfind("\n", max(0, one.start - REACH), one.start) + 1
    before = text[max(begun, one.start - REACH) : max(begun, one.start - 1)].rstrip(" -–—")
    tail = _tail(text, one.end + 1)
    spoken = words.between(one.end, tail) or _put(text, one, words, count)
    if spoken is not None and _attributes(text, one, spoken, before, count, words):
        zone = (spoken.end, tail) if speakers.between(spoken.end, tail) else (one.end, spoken.start)
        name = speakers.after(*zone) or _he(words, speakers, one.end, tail, one.start)
        if not name and before:
            name = _ahead(text, one.start, words, speakers)
        return Speech(one.start, one.end, name or _going_on(text, one, last), True)
    if not one.opened:
        return None
    if before.endswith(":") and (count > TITLE or content[:1].isupper()):
        name = _ahead(text, one.start, words, speakers)
        return Speech(one.start, one.end, name, True) if name or count > TITLE else None
    if count >= LONG and (not before or before[-1] in '.!?…,»”"'):
        return Speech(one.start, one.end, _going_on(text, one, last), True)
    return None


def _put(text: str, one: Stretch, words: Said, count: int) -> Saying | None:
    """A Kazakh "деп" after words too long for a name: whatever verb follows, they are said."""
    found = words.between(one.end, one.end + 8, "D") if count > TITLE else None
    return None if found is None or _NAMING.match(text, found.end) else found


def _tail(text: str, start: int) -> int:
    """Where the words that tell who said it end: with the sentence, or a dash that goes on."""
    limit = min(len(text), start + REACH)
    leading = _JOINED.match(text, start, limit)
    found = _BREAK.search(text, leading.end() if leading else start, limit)
    while found is not None and found[0] == "." and text[found.start() - 1].isupper():
        found = _BREAK.search(text, found.end(), limit)
    return found.start() if found else limit


def _attributes(
    text: str, one: Stretch, spoken: Saying, before: str, count: int, words: Said
) -> bool:
    """Whether a word of saying after a quotation tells of it, and does not only follow a title."""
    between = text[one.end + 1 : spoken.start]
    if spoken.first and between.count(",") - between[:3].count(",") > 2:
        return False
    marked = bool(_STOP.search(text[one.start : one.end])) or between[:4].strip()[:1] in (
        ",", "-", "–", "—",
    )  # fmt: skip
    kazakh = words.between(one.end, one.end + 12, "D") is not None
    apart = not before or before[-1] in '.!?…:,»”"' or not one.opened
    if kazakh:
        return apart or count > TITLE
    return marked and (apart or count > LONG)


def _ahead(text: str, start: int, words: Said, speakers: Speakers) -> str:
    """Who is named in the sentence that leads up to a quotation."""
    begun = max(text.rfind("\n", max(0, start - REACH), start), start - REACH, 0)
    stop = max((at.end() for at in _BREAK.finditer(text, begun, start - 1)), default=begun)
    return speakers.before(stop, start) or _he(words, speakers, stop, start, stop)


def _he(words: Said, speakers: Speakers, start: int, end: int, before: int) -> str:
    return speakers.last(before) if words.between(start, end, "P") else ""


def _going_on(text: str, one: Stretch, last: Speech | None) -> str:
    """A quotation right after another has the same speaker."""
    if (
        last is None
        or _JOINED.fullmatch(text[last.end + 1 : max(last.end + 1, one.start - 1)]) is None
    ):
        return ""
    return last.speaker


def _lines(text: str, words: Said, speakers: Speakers) -> Iterator[Speech]:
    """Lines that begin with a dash, as Russian and Kazakh set out dialogue."""
    for line in _LINE.finditer(text):
        end = text.find("\n", line.end())
        yield from _turns(text, line.end(), len(text) if end < 0 else end, words, speakers)


def _turns(text: str, start: int, end: int, words: Said, speakers: Speakers) -> Iterator[Speech]:
    """Speech broken by the words that tell who said it: «– …, – сказал он. – …»."""
    at, name = start, ""
    for turn in _TURN.finditer(text, start, end):
        if turn.end() < at:
            continue
        tail = min(_tail(text, turn.end()), end)
        spoken = words.between(turn.end() - 1, tail)
        if spoken is None:
            continue
        zone = (spoken.end, tail) if speakers.between(spoken.end, tail) else (turn.end(), tail)
        name = speakers.after(*zone) or _he(words, speakers, turn.end(), tail, start) or name
        if turn.start() > at:
            yield Speech(at, turn.start() + (turn[0][0] in "!?…"), name, True)
        going = _JOINED.match(text, min(tail + 1, end), end)
        at = going.end() if going else tail
    if name and at > start and end - at > 8:
        yield Speech(at, end, name, True)
