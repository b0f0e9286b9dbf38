"""All that is named in a text, put together from phrases, abbreviations and places."""

from __future__ import annotations

from collections.abc import Sequence

from atazan.sources.understood.mention import Case, Mention, Sort
from atazan.sources.understood.named import english, kazakh, russian
from atazan.sources.understood.named.forms import form
from atazan.sources.understood.named.fuller import fuller
from atazan.sources.understood.named.known import abbreviated, is_short, longer_at
from atazan.sources.understood.named.line import Line
from atazan.sources.understood.named.nominative import cases_of, name_of
from atazan.sources.understood.named.nominative import kazakh as kazakh_name
from atazan.sources.understood.named.places import place_at
from atazan.sources.understood.named.registered import body_id, office_id
from atazan.sources.understood.sentences import Sentence

_GRAMMARS = {"kk": kazakh.phrases, "ru": russian.phrases, "en": english.phrases}
_INSIDE: frozenset[tuple[Sort, Sort]] = frozenset(
    (
        ("office", "body"),
        ("event", "body"),
        ("document", "body"),
        ("document", "office"),
        ("document", "work"),
        ("event", "work"),
    )
)
"""What is told too though it stands inside a longer name."""


def mentions(text: str, sentences: Sequence[Sentence]) -> list[Mention]:
    """The bodies, offices, places, events, documents and works named, in order of their beginning.

    The longest name wins; a body inside an office, an event or a document is told too.
    """
    found: list[Mention] = []
    for sentence in sentences:
        found += _outermost(_of_line(Line(text, sentence)))
    return fuller(text, found)


def _of_line(line: Line) -> list[Mention]:
    found = []
    for phrase in _GRAMMARS[line.lang](line):
        found.append(
            Mention(
                phrase.sort,
                phrase.start,
                phrase.end,
                name_of(line, phrase),
                line.lang,
                cases_of(phrase),
            )
        )
    for at, word in enumerate(line.words):
        if not word.capital:
            continue
        short = _short(line, at)
        if short:
            found.append(short)
        place = place_at(line, at)
        if place:
            last = line.words[place[0]]
            end = last.end - 2 if last.small.endswith("'s") else last.end
            cases = _cases(last.small, line.lang)
            found.append(Mention("place", word.start, end, place[1].name, line.lang, cases))
    return found


def _short(line: Line, at: int) -> Mention | None:
    word = line.words[at]
    last = longer_at(line, at)
    if last >= 0:
        end = line.words[last].end
        name = line.text[word.start : end]
        if line.lang == "kk":
            name = name[: line.words[last].start - word.start] + kazakh_name(
                line.words[last].word, line.words[last].small
            )
        return Mention("body", word.start, end, " ".join(name.split()), line.lang)
    if not is_short(word.word, line.lang) or _shouted(line):
        return None
    name = abbreviated(word.word)
    end = word.start + len(name)
    return Mention(
        "body",
        word.start,
        end,
        name,
        line.lang,
        _cases(word.small, line.lang) if line.lang == "kk" else frozenset(),
    )


def _shouted(line: Line) -> bool:
    """Whether the line is a heading all in capitals."""
    return len(line.words) > 3 and sum(word.word.isupper() for word in line.words) * 2 > len(
        line.words
    )


def _cases(small: str, lang: str) -> frozenset[Case]:
    if lang == "en":
        return frozenset()
    told = form(small, lang)
    return frozenset(case for case, _ in told.noun)


def _outermost(found: list[Mention]) -> list[Mention]:
    """Those not inside a longer name, and those that are told nevertheless; with ids."""
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Mention] = []
    open_: list[Mention] = []
    for one in found:
        open_ = [other for other in open_ if other.end > one.start]
        over = [other for other in open_ if other.end >= one.end or other.end > one.start]
        if any((other.sort, one.sort) not in _INSIDE or other.end < one.end for other in over):
            continue
        open_.append(one)
        kept.append(one)
    return [_identified(one, kept) for one in kept]


def _identified(one: Mention, kept: list[Mention]) -> Mention:
    if one.sort == "body":
        return one._replace(id=body_id(one.name, one.lang))
    if one.sort == "office":
        body = next(
            (
                two
                for two in kept
                if two.sort == "body" and one.start <= two.start and two.end <= one.end
            ),
            None,
        )
        of = body.name if body else ""
        known = body_id(body.name, body.lang) if body else ""
        return one._replace(of=of, id=office_id(one.name, one.lang, known, bool(body)))
    return one
