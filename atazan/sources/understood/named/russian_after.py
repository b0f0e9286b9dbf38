"""What depends on a Russian head after it: genitives, "по", "при", a title, a place."""

from __future__ import annotations

import re

from atazan.sources.understood.named.forms import Agreed
from atazan.sources.understood.named.heads import Head, listed
from atazan.sources.understood.named.line import Line

_NUMBERED = re.compile(r" №\s?\d+")
_TELLING = listed("ru", "telling")
"""Adjectives that make a name with a head even in small letters."""
_COMMON = listed("ru", "common")
"""Nouns that end a name in small letters rather than go on with it."""
_UNITS = frozenset(("города", "области", "района"))
_ALWAYS = frozenset(("министр", "министерство", "маслихат", "акимат"))
"""Heads whose names are written with small letters."""
_AIM = listed("ru", "aim")
_NAMED = frozenset(("имени", "им"))
_PLACED = listed("ru", "placed")
_WHY = frozenset(
    "рекомендация представление предложение поручение согласие собственный личный просьба "
    "решение истечение достижение итог состояние".split()
)
"""After "по" these tell why or when: по собственному желанию."""
SURNAME = ("ова", "ева", "ёва", "овой", "евой", "ёвой", "ову", "еву", "овым", "евым")
"""So end surnames that could be read as adjectives."""
_LONGEST = 24
"""Words of a name at most."""


def plural(agreed: frozenset[Agreed]) -> bool:
    return bool(agreed) and all(many for _, many in agreed)


def tail(line: Line, at: int, head: Head) -> tuple[int, int, tuple[int, int]]:
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
            until = tail(line, last, inner)
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
        and _lemma(line, one + 1) not in _WHY
        and (head.manner not in ("firm", "own") or _lemma(line, one + 1) in _AIM)
        and head.sort != "document"
        and head.lemma not in ("ассоциация", "ассамблея", "союз")
    ):
        return _aim(line, one + 1, last)
    if small == "при" and one + 1 < len(words) and words[one + 1].capital:
        return _noun_phrase(line, one + 1, "loc", False, last)
    if small == "на" and head.sort == "document" and last > at:
        return _years(line, one, last)
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
        (words[one].word.isascii() or _proper(line, one, head))
        and words[one].capital
        and head.sort == "body"
        and head.manner == "firm"
    ):
        return _capitals(line, last, 3)
    if head.sort == "document" and line.form(last).lemma in _RULES_INSTRUMENTAL:
        if small == "данными":
            return one
        after = _noun_phrase(line, one, "ins", True, last)
        if after > last and line.looks[after].form.noun and not line.words[one].capital:
            return after
    return _noun_phrase(line, one, "gen", _wide(head, last == at), last)


_CALLED = frozenset(("университет", "телеканал", "компания", "холдинг", "газета", "издательство"))


def _proper(line: Line, one: int, head: Head) -> bool:
    """Whether a name that does not agree follows: Университет Нархоз."""
    form = line.form(one)
    alone = not line.joined(one + 1) or not line.words[one + 1].capital
    return head.lemma in _CALLED and alone and not form.adjective and not line.looks[one].places


_RULES_INSTRUMENTAL = frozenset(("обмен", "управление", "пользование", "владение", "торговля"))
"""Nouns that go on in the instrumental: протокол об обмене судебной практикой."""


def _years(line: Line, one: int, last: int) -> int:
    """The last word of «на 2025–2027 годы»; `last` where no years follow."""
    at = one + 1
    while at < len(line.words) and line.words[at].small.replace("–", "").replace("-", "").isdigit():
        at += 1
    years = at > one + 1 and line.small(at) in ("год", "годы")
    return at if years else last


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
    if not plural(line.form(at).noun):
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
        if word.capital and here.name and word.small.endswith(SURNAME):
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
    """A complement after a comma, where "и" and a last one follow: экологии, недр и ресурсов."""
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
