"""What depends on an English head after it: "of" and its like, a title, a place."""

from __future__ import annotations

import re

from atazan.sources.understood.named.heads import Head, listed
from atazan.sources.understood.named.line import Line
from atazan.sources.understood.people import given

_COURTS = listed("en", "courts")
_FUNCTION = listed("en", "function")
_INSTITUTIONS = listed("en", "institutions")
_LINKS = listed("en", "links")
_PLACED = listed("en", "placed")
_STOPS = _FUNCTION | _LINKS | listed("en", "stops")
_PAPERS = frozenset(
    "memorandum agreement protocol programme program letter plan roadmap treaty contract "
    "declaration statement".split()
)
_NUMBERED = re.compile(r" (?:No\.?|№) ?\d+")
_LONGEST = 24


def tail(line: Line, at: int, head: Head) -> tuple[int, int, tuple[int, int]]:
    """The last word that depends on the head, where the name ends, and where its title stands."""
    if at not in line.tails:
        line.tails[at] = _followed(line, at, head)
    return line.tails[at]


def _followed(line: Line, at: int, head: Head) -> tuple[int, int, tuple[int, int]]:
    last, end = at, line.end(at)
    if head.sort == "office" and line.joined(at + 1) and line.small(at + 1) == "general":
        last, end = at + 1, line.end(at + 1)
    titled = head.sort in ("event", "document", "work") or head.manner == "wide"
    while last - at < _LONGEST and not line.looks[last].ending:
        comma = head.lemma == "project" or head.sort == "event"
        quoted = line.quoted(end, comma=comma) if titled else 0
        numbered = _NUMBERED.match(line.text, end) if head.sort == "body" else None
        if numbered:
            return line.word_before(numbered.end(), last), numbered.end(), (0, 0)
        if quoted and not (head.sort == "body" and last > at):
            return line.word_before(quoted, last), quoted, (end, quoted)
        after = (
            _linked(line, last, at, head)
            if line.joined(last + 1)
            else _listed(line, last, at, head)
        )
        if after <= last:
            break
        after = _years(line, after)
        last, end = after, line.end(after)
        inner = line.looks[last].head
        if inner and inner.sort in ("body", "office", "work"):
            until = tail(line, last, inner)
            if until[0] - at > _LONGEST:
                break
            last, end, title = until
            if title[1]:
                return until
    return last, end, (0, 0)


def _years(line: Line, last: int) -> int:
    """The last word of a span of years: "for 2025–2027"."""
    spans = last + 1 < len(line.words) and line.between(last + 1) in ("–", "-", "—")
    return (
        last + 1
        if spans and line.small(last).isdigit() and line.small(last + 1).isdigit()
        else last
    )


def _institution(line: Line, one: int, last: int) -> int:
    """The last word of a body told in small letters: chair of the ethics commission."""
    for at in range(one, min(one + 4, len(line.words))):
        small = line.small(at)
        if (at > one and not line.joined(at)) or small in _STOPS:
            break
        if at > one and small in _INSTITUTIONS:
            return at
    return last


def _linked(line: Line, last: int, at: int, head: Head) -> int:
    one, words = last + 1, line.words
    small = words[one].small
    if small == "and":
        return _and(line, last, at, head)
    if small in ("under", "to", "at") and head.sort == "body" and one + 1 < len(words):
        nxt = one + 2 if words[one + 1].small == "the" else one + 1
        if small == "under" and nxt < len(words) and words[nxt].small == "president":
            return nxt
        return last
    with_capital = small == "with" and head.sort == "work"
    if not (small in _LINKS or with_capital) or one + 1 >= len(words):
        return last
    nxt = one + 2 if words[one + 1].small == "the" and line.joined(one + 1) else one + 1
    if nxt >= len(words) or not line.joined(nxt):
        return last
    place = line.place(nxt)
    if words[nxt].small in _FUNCTION and words[nxt].small != "new":
        return last
    if small in ("in", "to"):
        if small == "to" and head.lemma not in (
            "ambassador",
            "embassy",
            "adviser",
            "advisor",
            "representative",
            "mission",
        ):
            return last
        wanted = head.lemma in _PLACED or (head.sort == "body" and head.lemma == "commissioner")
        if wanted and not place and line.looks[nxt].head and line.capital(nxt):
            return nxt
        return place[0] if place and wanted else last
    if words[nxt].capital:
        until = _capitals(line, nxt, head.sort == "office")
        if head.sort == "office" and line.joined(until + 1):
            until += line.small(until + 1) in _INSTITUTIONS  # chief of the Judicial administration
        if not place or any(line.looks[one].head for one in range(place[0] + 1, until + 1)):
            return until
    if place:
        held = _institution(line, place[0], 0) if head.sort == "office" else 0
        return held or _and_place(line, place[0], at)
    return _small(line, small, nxt, at, head, last)


def _and_place(line: Line, last: int, at: int) -> int:
    """After a place, others of a head in the plural: courts of India and the Maldives."""
    if not line.small(at).endswith("s"):
        return last
    while last + 2 < len(line.words):
        linked = line.small(last + 1) == "and" and line.joined(last + 1)
        if not (linked or line.between(last + 1).strip() == ","):
            break
        one = last + 2 if linked else last + 1
        place = line.place(one + 1 if line.small(one) == "the" else one)
        if not place:
            break
        last = place[0]
    return last


def _capitals(line: Line, last: int, known: bool = False) -> int:
    """The last of a run of capitals; `known`: of words of the lexicon, as a person may follow."""
    while (
        line.joined(last + 1)
        and line.words[last + 1].capital
        and (not line.words[last].small.endswith("'s") or line.small(last + 1) == "rights")
    ):
        small = line.words[last + 1].small
        if small in _FUNCTION or (
            known and line.form(last + 1).name and not line.looks[last + 1].head
        ):
            break
        next_head = line.looks[last + 1].head
        if next_head and next_head.sort == "office" and line.in_place(last):
            break  # "to elect the Constitutional Court of Armenia Chair"
        if given.sex(small) is not None:  # the court of a country, then who heads it
            break
        head = line.looks[last].head
        if head and head.sort == "body" and not line.looks[last + 1].head:
            break
        last += 1
    return last


def _small(line: Line, link: str, nxt: int, at: int, head: Head, last: int) -> int:
    """Complements in small letters: ministry of justice, commissioner for human rights."""
    words = line.words
    if link == "of" and words[nxt].small == "state" and head.lemma in ("head", "secretary"):
        return nxt
    if head.lemma in ("ministry", "minister", "vice-minister") and link == "of":
        second = words[nxt].small in ("foreign", "internal", "national", "higher")
        return nxt + 1 if second and line.joined(nxt + 1) else nxt
    if link == "of" and head.sort == "document" and head.lemma in ("draft", "version"):
        return _draft(line, nxt, last)
    inner = line.looks[nxt].head
    if link == "of" and head.sort == "office" and words[nxt].small not in _COURTS:
        held = _institution(line, nxt, last)
        if held > last:
            return held
    if (
        link == "of"
        and inner
        and inner.sort in ("body", "office")
        and head.sort in ("office", "body")
    ):
        return tail(line, nxt, inner)[0] if inner.lemma == "ministry" else last
    telling = words[nxt].small in _COURTS and nxt + 1 < len(words) and line.looks[nxt + 1].head
    if link == "of" and telling and head.sort != "body":
        return tail(line, nxt + 1, telling)[0]
    if words[nxt].small == "human" and line.joined(nxt + 1) and words[nxt + 1].small == "rights":
        return nxt + 1
    if head.sort == "document" and link in ("of", "on", "for") and head.lemma in _PAPERS:
        return _plain(line, nxt)
    if (head.lemma in ("law", "bill") and link == "on") or _for_event(head, link, words[nxt].small):
        return _plain(line, nxt)
    return last


def _for_event(head: Head, link: str, small: str) -> bool:
    """A conference on mediation, a seminar for translators; not one on 5 May."""
    told = head.sort == "event" and head.lemma != "referendum"
    return told and link in ("for", "on") and not small[0].isdigit()


def _draft(line: Line, nxt: int, last: int) -> int:
    while nxt + 1 < len(line.words) and line.small(nxt) in ("new", "constitutional", "a", "the"):
        nxt += 1
    inner = line.looks[nxt].head if nxt < len(line.words) else None
    return nxt if inner and inner.sort == "work" else _plain(line, nxt)


def _plain(line: Line, last: int) -> int:
    """Words of a plain complement: understanding, cooperation, mutual legal assistance."""
    at = last
    while line.joined(at + 1) and at - last < 4:
        small = line.words[at + 1].small
        if (
            small == "and"
            and line.joined(at + 2)
            and line.words[at + 2].small.endswith(("tion", "ing", "ance"))
        ):
            at += 2
            continue
        if line.words[at].small.endswith(("tion", "ing", "ance", "ship", "s")) or small in _STOPS:
            break
        at += 1
    return at


def _and(line: Line, last: int, at: int, head: Head) -> int:
    """Words after "and" that are of the same name: Science and Higher Education."""
    one = last + 2
    if last == at or one >= len(line.words) or not line.joined(one) or not line.words[one].capital:
        return last
    if line.place(last) or line.words[last].small.endswith("'s") or head.manner != "wide":
        return last
    if line.looks[one].short or line.looks[last].short or line.place(one):
        return last
    until = _capitals(line, one)
    inner = [line.looks[place].head for place in range(one, until + 1)]
    if any(found and found.sort in ("body", "office") for found in inner):
        plural = line.words[until].small.endswith("s") and line.words[last].small.endswith("s")
        return until if plural else last
    return until


def _listed(line: Line, last: int, at: int, head: Head) -> int:
    """Words after a comma that are of the same name, where "and" and a last one follow."""
    one = last + 1
    if (
        head.manner != "wide"
        or last == at
        or one >= len(line.words)
        or line.between(one).strip() != ","
    ):
        return last
    if not line.words[one].capital or line.place(last):
        return last
    until = _capitals(line, one)
    if any(line.looks[place].head for place in range(one, until + 1)):
        return last
    if until + 1 < len(line.words) and line.words[until + 1].small == "and":
        return until if _and(line, until, at, head) > until else last
    return until if _listed(line, until, at, head) > until else last
