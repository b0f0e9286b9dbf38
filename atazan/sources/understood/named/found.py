"""All that is named in a text, put together from phrases, abbreviations and places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atazan.sources.understood.mention import Mention, Sort
from atazan.sources.understood.named import english, kazakh, russian
from atazan.sources.understood.named.fuller import fuller
from atazan.sources.understood.named.known import abbreviated
from atazan.sources.understood.named.line import Line
from atazan.sources.understood.named.nominative import cases_of, name_of
from atazan.sources.understood.named.nominative import kazakh as kazakh_name
from atazan.sources.understood.named.registered import body_id, office_id
from atazan.sources.understood.named.unlisted import unlisted
from atazan.sources.understood.sentences import Sentence

_GRAMMARS = {"kk": kazakh.phrases, "ru": russian.phrases, "en": english.phrases}
_INSIDE: frozenset[tuple[Sort, Sort]] = frozenset(
    (
        ("office", "body"),
        ("office", "place"),
        ("event", "body"),
        ("document", "body"),
        ("document", "office"),
        ("document", "work"),
        ("event", "work"),
        ("work", "work"),
    )
)
"""What is told too though it stands inside a longer name."""


_AMENDS = re.compile(r"измен|дополн|amend|өзгеріс|толықтыру", re.IGNORECASE)
_PART = re.compile(
    r"^(?:комитет|секретариат|президиум|бюро)|^(?:Committee|Secretariat|Presidium|Bureau|Board)\b|"
    r"(?:комитеті|хатшылығы|төралқасы|бюросы)$",
    re.IGNORECASE,
)
"""Bodies that are parts of another, which is told too."""
_FOREIGN = re.compile(r"(?:([A-Z][\w-]+)['’]s? |(U\.[SK]\. ?))$")
_ALSO_GIVEN = frozenset(("орал", "oral", "софия", "sofia", "самара", "абай"))
"""Places that persons are named like."""


def mentions(text: str, sentences: Sequence[Sentence]) -> list[Mention]:
    """The bodies, offices, places, events, documents and works named, in order of their beginning.

    The longest name wins; a body inside an office, an event or a document is told too.
    """
    found: list[Mention] = []
    for sentence in sentences:
        line = Line(text, sentence)
        if line.loud:
            found += _of_line(line)
    return fuller(text, found)


def _of_line(line: Line) -> list[Mention]:
    found, titles = [], []
    for one in _GRAMMARS[line.lang](line):
        if line.in_place(one.at):  # Российская Федерация
            continue
        found.append(
            Mention(
                one.sort, one.start, one.end, name_of(line, one), line.lang, cases_of(one.agreed)
            )
        )
        if one.title[1] and one.sort != "body":
            titles.append(one.title)
    for at in line.loud:
        look = line.looks[at]
        if look.titles or look.short:
            short = _known(line, at) or (
                _short(line, at) if look.short and not _shouted(line) else None
            )
            if short:
                found.append(short)
        if look.places:
            place = _place(line, at)
            if place:
                found.append(place)
        elif look.quiet:
            place = unlisted(line, at)
            if place:
                found.append(place)
    if titles:
        found = [one for one in found if not _within(line, one, titles)]
    if line.lang == "en":
        found = [_of_others(line, one) if one.sort == "body" else one for one in found]
    return _outermost(found)


def _of_others(line: Line, one: Mention) -> Mention:
    """A body with the name of the state it is said to be of before it, told by its id: Japan's."""
    foreign = _FOREIGN.search(line.text, max(line.sentence.start, one.start - 40), one.start)
    return one._replace(id="-") if foreign and foreign[1] != "Kazakhstan" else one


def _within(line: Line, one: Mention, titles: list[tuple[int, int]]) -> bool:
    """Whether a mention stands in a quoted title; the law that another law amends is told."""
    for start, end in titles:
        if start <= one.start and one.end < end:
            return one.sort != "work" or not _AMENDS.search(line.text, start, end)
    return False


def _place(line: Line, at: int) -> Mention | None:
    told = line.place(at)
    if not told:
        return None
    last, place = told
    if last == at and line.looks[at].form.lemma in _ALSO_GIVEN and _beside_a_name(line, at):
        return None
    start, end = line.words[at].start, line.end(last)
    if line.lang == "en":
        name = re.sub(r" regions$", " region", " ".join(line.text[start:end].split()))
        return Mention(
            "place", start, end, f"{name} region" if _one_of_regions(line, last) else name, "en"
        )
    return Mention("place", start, end, place.name, line.lang, line.form(last).cases)


def _one_of_regions(line: Line, last: int) -> bool:
    """Whether a place is the first of "Mangystau and Abai regions"."""
    other = line.place(last + 2) if line.small(last + 1) == "and" else None
    return other is not None and "regions" in (line.small(other[0]), line.small(other[0] + 1))


def _beside_a_name(line: Line, at: int) -> bool:
    """Whether a capital that begins no name told here stands right before or after a word."""
    return any(
        line.joined(max(one, at)) and line.looks[one].capital and line.looks[one].quiet
        for one in (at - 1, at + 1)
        if 0 <= one < len(line.words)
    )


def _known(line: Line, at: int) -> Mention | None:
    """A known name of several words."""
    last = line.title(at)
    if last < 0:
        return None
    start, word = line.words[at].start, line.words[last]
    name = line.text[start : line.end(last)]
    if line.lang == "kk":
        name = line.text[start : word.start] + kazakh_name(word.word, word.small)
    elif line.lang == "ru" and not word.word.isascii():
        name = next(
            " ".join(names) for names in line.looks[at].titles if len(names) == last - at + 1
        )
    name, end = " ".join(name.split()), line.end(last)
    state = line.place(last + 1) if line.lang == "ru" and line.joined(last + 1) else None
    if state and name.endswith(_PARLIAMENTS) and "gen" in line.form(last + 1).cases:
        end = line.end(state[0])
        name += line.text[line.end(last) : end]
    return Mention("body", start, end, name, line.lang)


_PARLIAMENTS = ("Кенеш", "Мажлис", "Меджлис", "милли", "намояндагон", "министров")


def _short(line: Line, at: int) -> Mention:
    word = line.words[at]
    name = abbreviated(word.word)
    cases = line.form(at).cases if line.lang == "kk" else frozenset()
    return Mention("body", word.start, word.start + len(name), name, line.lang, cases)


def _shouted(line: Line) -> bool:
    """Whether the line is a heading all in capitals."""
    return len(line.words) > 3 and sum(word.word.isupper() for word in line.words) * 2 > len(
        line.words
    )


def _outermost(found: list[Mention]) -> list[Mention]:
    """Those not inside a longer name, and those that are told nevertheless; with ids."""
    if len(found) == 1:
        return [_identified(found[0], [])]
    found.sort(key=_order)
    kept: list[Mention] = []
    for one in found:
        over = [other for other in kept[-4:] if other.end > one.start]
        if not any(other.end < one.end or not _told_inside(other, one) for other in over):
            kept.append(one)
    return [_identified(one, kept[at + 1 : at + 4]) for at, one in enumerate(kept)]


def _order(one: Mention) -> tuple[int, int, int]:
    """Longer first; of two of one length a body first."""
    return one.start, -one.end, int(one.sort != "body")


def _told_inside(outer: Mention, inner: Mention) -> bool:
    if outer.sort == inner.sort == "body":
        return (
            bool(_PART.search(outer.name))
            and " " in inner.name
            and (outer.start, outer.end) != (inner.start, inner.end)
        )
    return (outer.sort, inner.sort) in _INSIDE


def _identified(one: Mention, after: list[Mention]) -> Mention:
    """A mention with the slug of the register it is; `after`: those that begin next."""
    if one.sort == "body":
        slug = "" if one.id else body_id(one.name, one.lang)
        return one._replace(id=slug) if one.id != slug else one
    if one.sort == "office":
        inside = [two for two in after if two.sort == "body" and two.end <= one.end]
        body = inside[0].name if inside else ""
        slug = office_id(one.name, one.lang, body_id(body, one.lang) if body else "", bool(body))
        return one._replace(of=body, id=slug) if body or slug else one
    return one
