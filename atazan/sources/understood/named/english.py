"""English names: capitals before the head, "of" and its like after it."""

from __future__ import annotations

from atazan.sources.understood.named.english_after import tail
from atazan.sources.understood.named.heads import Head, listed
from atazan.sources.understood.named.line import Line, Phrase

_TELLING = listed("en", "telling")
_COURTS = listed("en", "courts")
_FUNCTION = listed("en", "function")
_ORDINALS = listed("en", "ordinals")


def phrases(line: Line) -> list[Phrase]:
    """The names of an English line told by a head word, each as long as it goes."""
    found: list[Phrase] = []
    for at in line.loud:
        head = line.looks[at].head
        if head:
            found += _phrases(line, at, head)
    return found


def _phrases(line: Line, at: int, head: Head) -> list[Phrase]:
    first = _modified(line, at, head)
    last, end, title = tail(line, at, head)
    if not _told(line, head, first, at, last, end):
        return []
    told = Phrase(head, first, at, last, line.words[first].start, end, title=title)
    plural = head.sort == "body" and line.small(at).endswith("s")
    return _apart(line, told) if plural else [told]


def _apart(line: Line, told: Phrase) -> list[Phrase]:
    """Several bodies told by a head in the plural: supreme courts of India and the Maldives."""
    places, at = [], told.at + 2
    while at <= told.last and line.small(told.at + 1) == "of":
        place = line.place(at)
        if place:
            start = (
                line.words[at - 1].start if line.small(at - 1) == "the" else line.words[at].start
            )
            places.append((start, line.end(place[0])))
            at = place[0] + 1
        elif line.small(at) in ("and", "the"):
            at += 1
        else:
            return [told]
    if len(places) < 2:
        return [told]
    return [
        told._replace(start=owner[0] if one else told.start, end=owner[1], owner=owner)
        for one, owner in enumerate(places)
    ]


def _modified(line: Line, at: int, head: Head) -> int:
    """The leftmost capitalised word right before the head, or a small word that tells a name."""
    first = at
    while line.joined(first):
        word = line.words[first - 1]
        if line.looks[first - 1].ending and word.small not in _TELLING:
            break
        owned = head.sort == "office" and line.small(first - 2) == "of"
        if owned and line.in_place(first - 1):
            break  # "to elect the Constitutional Court of Armenia Chair"
        before = line.looks[first - 1].head
        if (
            before
            and before.sort == "office"
            and head.sort == "office"
            and word.small not in _TELLING
        ):
            break
        if not _modifies(line, first - 1, head):
            break
        if word.capital and line.opens(first - 1) and not _proper(line, first - 1, first, at):
            break
        first -= 1
    return first


def _modifies(line: Line, at: int, head: Head) -> bool:
    """Whether a word may stand before a head in its name."""
    word, look = line.words[at], line.looks[at]
    if word.small == "new" and head.lemma in ("constitution", "version", "code"):
        return True
    if word.small in _SHARED and not (word.capital and not line.opens(at)):
        return _many(line.small(at + 1))
    if word.small in _FUNCTION:
        return False
    if head.sort == "event" and (word.small[0].isdigit() or word.small in _ORDINALS):
        return True
    if not word.capital or head.sort != "office":
        return word.capital or word.small in _TELLING
    return bool(look.places) or look.short or not look.form.name


_SHARED = ("joint", "expert", "technical")


def _many(small: str) -> bool:
    """Projects and help named by what they are only: joint projects, expert assistance."""
    return small in ("projects", "programmes", "programs", "assistance")


def _proper(line: Line, at: int, first: int, head_at: int) -> bool:
    """Whether the first word of a sentence belongs to the name that goes on after it."""
    small = line.words[at].small
    return (
        small in _TELLING
        or bool(line.place(at))
        or line.looks[at].short
        or (line.words[first].capital and not small.endswith(("ly", "ing", "ed")))
    )


def _told(line: Line, head: Head, first: int, at: int, last: int, end: int) -> bool:
    tailed = last > at or end > line.words[last].end
    capitals = any(line.words[one].capital for one in range(first, at)) or line.capital(at)
    if head.sort == "office":
        if head.lemma in ("head", "general", "member", "members", "chief", "executive"):
            return tailed
        if head.manner == "alone":
            return line.words[at].word[0].isupper() or tailed or first < at or head.lemma != "chair"
        return tailed or (first < at and line.words[first].capital and line.words[at].capital)
    if head.sort in ("event", "document", "work"):
        if head.manner == "bare":
            return True
        small = not line.words[at].capital and head.lemma not in ("code", "draft")
        if small and head.sort != "event":
            return tailed or (line.words[first].small in _SHARED and _many(line.small(at)))
        return tailed or (first < at and (capitals or head.lemma == "code" or head.sort == "event"))
    if head.manner == "own":
        return line.words[at].capital or tailed or (first < at and capitals)
    if line.words[at].capital:
        return first < at or tailed or line.capital(at)
    if head.lemma == "ministry":
        return tailed
    if head.lemma == "court" and tailed and line.small(at + 1) == "of":
        return True
    if first < at and line.words[first].small in _COURTS:
        return tailed or not line.words[at].small.endswith("s")
    return first < at and capitals and tailed
