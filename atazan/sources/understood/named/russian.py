"""Russian names: adjectives that agree, the head, and what depends on it after it."""

from __future__ import annotations

import re

from atazan.sources.understood.named.forms import Agreed
from atazan.sources.understood.named.heads import Head, listed
from atazan.sources.understood.named.line import Line, Phrase

_ORDINAL = re.compile(r"(?:\d{1,3}|[ivxlc]{1,6})(?:-(?:й|ый|го|ого|му|ому|м|ом|я|ая|ю|ую|е|ое))?$")
_NUMBERED = re.compile(r" №\s?\d+")
_PASSED_OVER = listed("ru", "passed_over")
"""Adjectives that tell no name, unless a capital inside the sentence says so."""
_TELLING = listed("ru", "telling")
"""Adjectives that make a name with a head even in small letters."""
_COMMON = listed("ru", "common")
"""Nouns that end a name in small letters rather than go on with it."""
_OF_STATES = listed("ru", "of_states")
_RENEWED = frozenset(("конституция", "редакция"))
_UNITS = frozenset(("города", "области", "района"))
_ALWAYS = frozenset(("министр", "министерство", "маслихат", "акимат"))
"""Heads whose names are written with small letters."""
_HALVES = frozenset(("верхний", "нижний"))
_OURS = frozenset(("конституционный", "верховный", "высокий", "центральный"))
_AIM = listed("ru", "aim")
_NAMED = frozenset(("имени", "им"))
_PLACED = listed("ru", "placed")


_LONGEST = 24
"""Words of a name at most."""


def phrases(line: Line) -> list[Phrase]:
    """The names of a Russian line told by a head word, each as long as it goes."""
    found: list[Phrase] = []
    for at in line.loud:
        head = line.looks[at].head
        if head:
            found += _phrases(line, at, head)
    return found


def _phrases(line: Line, at: int, head: Head) -> list[Phrase]:
    first, agreed = _modified(line, at)
    last, end, title = _tail(line, at, head)
    first = _begun(line, first, at)
    if not _told(line, head, first, at, last, end):
        return []
    told = Phrase(head, first, at, last, line.words[first].start, end, agreed, title)
    return _apart(line, told) if head.sort == "body" and _plural(agreed) else [told]


def _plural(agreed: frozenset[Agreed]) -> bool:
    return bool(agreed) and all(many for _, many in agreed)


def _apart(line: Line, told: Phrase) -> list[Phrase]:
    """Several bodies told by a head in the plural, each by its own: верховные суды Индии и Мальдив."""
    places, at = [], told.at + 1
    while at <= told.last:
        place = line.place(at)
        if place:
            places.append((line.words[at].start, line.words[place[0]].end))
            at = place[0] + 1
        elif line.small(at) == "и" and places:
            at += 1
        else:
            return [told]
    if len(places) < 2:
        return [told]
    return [
        told._replace(start=owner[0] if one else told.start, end=owner[1], owner=owner)
        for one, owner in enumerate(places)
    ]


def _modified(line: Line, at: int) -> tuple[int, frozenset[Agreed]]:
    """The leftmost adjective that agrees with the head, and the cases all of them leave it."""
    here = line.form(at)
    agreed = here.noun or here.adjective
    first = at
    while line.joined(first):
        before = line.form(first - 1)
        small = line.words[first - 1].small
        if _ORDINAL.match(small):
            first -= 1
            break
        left = frozenset() if "participle" in before.tags else before.adjective & agreed
        if not left and small == "и" and first - 2 >= 0 and line.words[first - 2].capital:
            left = line.form(first - 2).adjective & agreed
            if left and line.joined(first - 1) and line.words[first].capital and first < at:
                first -= 1
        if not left:
            break
        agreed = left
        first -= 1
    return first, agreed


def _begun(line: Line, first: int, at: int) -> int:
    """Where the name begins among its adjectives: at the first that tells a name."""
    for one in range(first, at):
        small, told = line.words[one].small, line.form(one).lemma
        if (_ORDINAL.match(small) and not small.isalpha()) or small.isdigit():
            return one
        if line.capital(one) and not (told in _PASSED_OVER and not line.capital(one + 1)):
            return one
        if line.words[one].capital and told not in _PASSED_OVER:
            return one
        if told in _TELLING or (told == "новый" and line.form(at).lemma in _RENEWED):
            return one
    return at


def _told(line: Line, head: Head, first: int, at: int, last: int, end: int) -> bool:
    """Whether the words make a name, not a common expression."""
    tailed = last > at or end > line.words[last].end
    capital = any(line.words[one].capital for one in range(first, at)) or line.capital(at)
    if head.lemma == "глава":
        return tailed
    if head.sort == "office":
        if head.manner == "alone":
            return True
        return tailed or (first < at and line.capital(first))
    if head.sort in ("event", "document", "work"):
        if head.manner == "bare":
            return True
        return tailed or (first < at and (capital or line.form(first).lemma in _TELLING))
    if head.manner == "own":
        return capital or tailed or line.words[at].capital
    if head.lemma == "министерство":
        return tailed or capital
    if tailed and head.lemma in _OF_STATES and line.place(at + 1):
        return True
    if head.lemma == "комитет" and line.small(at + 1) == "членов":
        return True
    if head.lemma == "палата" and (first == at or line.form(first).lemma in _HALVES):
        return False
    if line.text.startswith(" №", line.words[at].end):
        return True
    if first < at:
        return capital or tailed or line.form(first).lemma in _OURS
    if capital or (tailed and head.manner == "wide" and line.words[at].capital):
        return True
    if end > line.words[last].end:
        return True
    return tailed and any(_names_body(line, one) for one in range(at + 1, last + 1))


def _names_body(line: Line, at: int) -> bool:
    look = line.looks[at]
    return look.short or bool(look.head and look.head.sort == "body" and look.capital)


def _tail(line: Line, at: int, head: Head) -> tuple[int, int, tuple[int, int]]:
    """The last word that depends on the head, where the name ends, and where its title stands."""
    if at not in line.tails:
        line.tails[at] = _followed(line, at, head)
    return line.tails[at]


def _followed(line: Line, at: int, head: Head) -> tuple[int, int, tuple[int, int]]:
    last, end = at, line.words[at].end
    while True:
        quoted = _titled(line, head, last, end)
        if quoted:
            return line.word_before(quoted, last), quoted, (end, quoted)
        after = (
            _linked(line, last, at, head)
            if line.joined(last + 1)
            else _listed(line, last, at, head)
        )
        if after <= last or after - at > _LONGEST:
            return last, end, (0, 0)
        last, end = after, line.words[after].end
        inner = line.looks[last].head
        if inner and inner.sort in ("body", "office") and not line.form(last).adjective:
            until = _tail(line, last, inner)
            if until[0] - at > _LONGEST:
                return last, end, (0, 0)
            last, end, title = until
            if title[1]:
                return until


def _titled(line: Line, head: Head, last: int, end: int) -> int:
    if head.sort == "office" or head.lemma in (
        "суд",
        "парламент",
        "сенат",
        "мажилис",
        "правительство",
    ):
        return 0
    numbered = _NUMBERED.match(line.text, end) if head.sort == "body" else None
    if numbered:
        return numbered.end()
    quoted = line.quoted(end, comma=head.lemma == "проект")
    if quoted or head.sort != "event":
        return quoted
    if (
        last + 2 < len(line.words)
        and line.words[last + 1].small == "на"
        and line.words[last + 2].small == "тему"
    ):
        return line.quoted(line.words[last + 2].end)
    return 0


def _linked(line: Line, last: int, at: int, head: Head) -> int:
    """The last word of what follows a word directly and belongs to the name; `last` if nothing."""
    one, words = last + 1, line.words
    small = words[one].small
    if small in _UNITS and line.place(one + 1):
        one += 1
    place = line.place(one)
    if place and _owns(line, one):
        return _and_place(line, place[0], at)
    if small in _NAMED:
        return _capitals(line, one, 3)
    if (
        small == "по"
        and (head.manner != "firm" or _lemma(line, one + 1) in _AIM)
        and head.sort != "document"
        and head.lemma not in ("ассоциация", "ассамблея", "союз")
    ):
        return _aim(line, one + 1, last)
    if small == "при" and one + 1 < len(words) and words[one + 1].capital:
        return _noun_phrase(line, one + 1, "loc", False, last)
    if small in ("о", "об", "обо") and head.sort in ("document", "work"):
        return _noun_phrase(line, one + 1, "loc", True, last)
    if small in ("в", "во", "на") and head.lemma in _PLACED:
        place = line.place(one + 1)
        if head.sort == "office" and one + 1 < len(words) and line.looks[one + 1].head:
            return one + 1 if line.capital(one + 1) else last
        return place[0] if place else last
    if small == "и":
        return _and(line, last, at, head)
    if (
        words[one].word.isascii()
        and words[one].capital
        and head.sort == "body"
        and head.manner == "firm"
    ):
        return _capitals(line, last, 3)
    return _noun_phrase(line, one, "gen", _wide(head, last == at), last)


def _aim(line: Line, one: int, last: int) -> int:
    """The last word of what "по" leads to: по правам человека, по делам государственной службы."""
    until = _noun_phrase(line, one, "dat", True, last)
    while until > last and line.joined(until + 1):
        after = _noun_phrase(line, until + 1, "gen", True, until)
        if after == until or line.words[after].capital:
            break
        until = after
    return until


def _wide(head: Head, first: bool) -> bool:
    if head.sort == "office":
        return head.lemma in ("министр", "вице-министр", "замминистр", "уполномоченный", "тренер")
    return head.manner == "wide" or head.sort in ("document", "event", "work")


def _lemma(line: Line, at: int) -> str:
    return line.form(at).lemma if at < len(line.words) else ""


def _owns(line: Line, at: int) -> bool:
    """Whether the name of a place may stand in the genitive; one that is not declined may."""
    cases = line.form(at).cases
    return not cases or "gen" in cases or "nom" in cases


def _and_place(line: Line, last: int, at: int) -> int:
    """After a place, others of a head in the plural: верховные суды Индии и Мальдив."""
    if not _plural(line.form(at).noun):
        return last
    while last + 2 < len(line.words):
        linked = line.small(last + 1) == "и" and line.joined(last + 1)
        one = last + 2 if linked else last + 1
        place = line.place(one) if linked or line.between(last + 1).strip() == "," else None
        if not place:
            break
        last = place[0]
    return last


def _capitals(line: Line, last: int, most: int) -> int:
    for _ in range(most):
        if not (line.joined(last + 1) and line.words[last + 1].capital):
            break
        last += 1
    return last


def _noun_phrase(line: Line, one: int, case: str, small: bool, last: int) -> int:
    """The last word of adjectives and a noun in a case from a word on; `last` where there is none.

    `small`: whether words with small letters are taken.
    """
    at = one
    while at < len(line.words) and (at == one or line.joined(at)):
        here, word = line.form(at), line.words[at]
        if len(word.word) < (2 if word.word.isupper() else 3):
            return last
        if here.tags & {"prep", "conj"}:
            return last
        title = line.title(at)
        if title > at:
            return title
        if line.looks[at].short:
            return at
        if any(found == case for found, _ in here.noun) and not here.adjective:
            return at if _taken(line, at, one, small) else last
        place = line.place(at)
        if place and at > one:
            return place[0]
        if not any(found == case for found, _ in here.adjective):
            return last
        if here.head and here.head.sort == "office":
            return at if small or word.capital else last
        at += 1
    return last


def _taken(line: Line, at: int, one: int, small: bool) -> bool:
    here, word = line.form(at), line.words[at]
    if any(line.words[before].capital for before in range(one, at)):
        return True
    if here.head and here.head.sort == "body" and at > one and line.form(one).lemma in _TELLING:
        return True
    if word.capital:
        return bool(here.head) or here.place or not here.name
    if here.head and here.head.sort == "office" and not small:
        return line.form(one - 1).lemma == "заместитель"
    if here.lemma in _COMMON and at == one:
        return line.form(one - 1).lemma == "глава" and here.lemma == "государство"
    return small or bool(here.head and here.head.lemma in _ALWAYS)


def _and(line: Line, last: int, at: int, head: Head) -> int:
    """A second complement after "и", in the case of the first: науки и высшего образования."""
    if (
        last == at
        or not _wide(head, False)
        or line.words[last].capital
        or last + 2 >= len(line.words)
    ):
        return last
    if line.words[last + 2].capital or not line.joined(last + 2):
        return last
    cases = frozenset(case for case, _ in line.form(last).noun)
    for case in ("gen", "dat", "loc"):
        if case in cases:
            after = _noun_phrase(line, last + 2, case, True, last)
            if after > last and not line.form(after).head:
                return after
            if after > last and line.form(after).head and any(p for _, p in line.form(after).noun):
                return after
    return last


def _listed(line: Line, last: int, at: int, head: Head) -> int:
    """A complement after a comma, where "и" and a last one follow: экологии, геологии и ресурсов."""
    if last == at or not _wide(head, False) or last + 1 >= len(line.words):
        return last
    if (
        line.between(last + 1).strip() != ","
        or line.words[last + 1].capital
        or line.words[last].capital
    ):
        return last
    for case in ("gen", "dat"):
        if any(found == case for found, _ in line.form(last).noun):
            after = _noun_phrase(line, last + 1, case, True, last)
            while last < after < len(line.words) - 1:
                if line.joined(after + 1) and line.words[after + 1].small == "и":
                    return after if _and(line, after, at, head) > after else last
                more = _noun_phrase(line, after + 1, case, True, after)
                if more == after:
                    break
                after = more
    return last
