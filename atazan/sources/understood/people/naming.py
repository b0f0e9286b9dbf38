"""The persons named in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from atazan.sources.understood.mention import Case, Mention
from atazan.sources.understood.people import declined, given, known
from atazan.sources.understood.people.chained import Person, Persons
from atazan.sources.understood.people.parts import Part, Row, rows
from atazan.sources.understood.people.signs import signs
from atazan.sources.understood.people.spelt import Spelt, Way, spelt
from atazan.sources.understood.sentences import Sentence
from atazan.words import readings

_CASES: frozenset[Case] = frozenset(("nom", "gen", "dat", "acc", "ins", "loc", "abl"))
_GOVERN: dict[str, frozenset[Case]] = {
    **dict.fromkeys(("с", "со", "между", "перед"), frozenset({"ins"})),
    **dict.fromkeys(("к", "ко", "согласно", "благодаря"), frozenset({"dat"})),
    **dict.fromkeys(("от", "у", "для", "из", "без", "после", "против"), frozenset({"gen"})),
    **dict.fromkeys(("о", "об", "при"), frozenset({"loc"})),
}
"""The case a Russian preposition asks for, where it asks for one."""
_PERSONS = frozenset(("title", "who"))
_JOINED = frozenset((" and ", " и ", " пен ", " мен ", " бен ", " және ", ", "))
_ON_BEHALF = frozenset(("от", "по"))
"""Before «имени» they tell of a person: «от имени»."""


def mentions(
    text: str, sentences: list[Sentence], taken: list[Mention], register: known.Known | None = None
) -> list[Mention]:
    """The persons named in a text, in its order; none overlaps what is `taken`.

    `full` is one spelling for all mentions of a person: the fullest the text has.
    `register`: the persons whose slugs are given as `id`; None: those of the record.
    """
    offices = [one for one in taken if one.sort == "office"]
    beside = _Beside(text, offices)
    all_rows = list(rows(text, sentences, taken))
    found: list[tuple[Spelt, Way]] = []
    alone: list[tuple[Row, int]] = []
    for row in all_rows:
        for name in _names(row, beside, alone):
            last = found[-1] if found else None
            listed = last and text[last[0].end : name.start] in (", ", " и ", ", а также ")
            found.append(
                (name, _likeliest(name, beside, last[1].cases if last and listed else None))
            )
    persons = Persons()
    met = [
        (name, way, persons.joined(name, way, _written(text, name, way)))
        for name, way in _agreed(found)
    ]
    who = (register or known.register()).who
    more = _alone(alone, persons, beside, who)
    told = [
        (name.start, name.end, name.row, _written(text, name, way), way.cases, one)
        for name, way, one in met
    ]
    told += [
        (name.start, name.end, name.row, _written(text, name, way), way.cases, one)
        for name, way, one in more
    ]
    return [
        Mention(
            "person",
            start,
            end,
            name,
            row.sentence.lang,
            cases & _CASES,
            id=who(one.full or name),
            full=one.full or name,
        )
        for start, end, row, name, cases, one in sorted(told, key=lambda each: each[0])
    ]


class _Beside:
    """What stands beside a place of a text: offices, titles, verbs of speech."""

    def __init__(self, text: str, offices: list[Mention]) -> None:
        self._text = text
        self._ends = {one.end: one for one in offices}
        self.named = -1
        self._starts = sorted(one.start for one in offices)

    def office(self, start: int) -> Mention | None:
        """The office that ends right before a place."""
        at = start
        while at and self._text[at - 1] in " \u00a0":
            at -= 1
        return self._ends.get(at)

    def before(self, row: Row, part: Part) -> frozenset[str]:
        """The signs of the word before a part, where nothing but a space is between."""
        if not part.at:
            return frozenset()
        word = row.sentence.words[part.at - 1]
        gap = self._text[word.end : part.word.start]
        return signs(word.small) if not gap.strip(" \u00a0.") else frozenset()

    def after(self, row: Row, part: Part) -> frozenset[str]:
        """The signs of the word after a part."""
        words = row.sentence.words
        if part.at + 1 >= len(words):
            return frozenset()
        word = words[part.at + 1]
        gap = self._text[part.word.end : word.start]
        return signs(word.small) if not gap.strip(" \u00a0") else frozenset()

    def titled(self, row: Row, part: Part) -> bool:
        """Whether an office or title stands right before a part."""
        return self.office(part.word.start) is not None or "title" in self.before(row, part)

    def told(self, row: Row, first: Part, last: Part) -> bool:
        """Whether a verb of speech, or of what persons do, stands beside; or an office after a
        comma; or another name is joined to it.
        """
        if "speech" in self.before(row, first) or "speech" in self.after(row, last):
            return True
        start = first.word.start
        if start - 9 < self.named < start and self._text[self.named : start] in _JOINED:
            return True
        words = row.sentence.words
        if last.at + 1 < len(words):
            gap = self._text[last.word.end : words[last.at + 1].start].strip(" \u00a0")
            if gap == "," and not _PERSONS.isdisjoint(signs(words[last.at + 1].small)):
                return True
        at = bisect_left(self._starts, last.word.end)
        start = self._starts[at] if at < len(self._starts) else -1
        return start >= 0 and self._text[last.word.end : start].strip(" \u00a0") in (
            ",",
            "(",
            "–",
            "—",
        )

    def thing(self, row: Row, first: Part, last: Part) -> bool:
        """Whether the name is part of the name of a thing: a street, a prize, a university."""
        if "thing" in self.after(row, last):
            return True
        if row.sentence.lang == "kk" or "after" not in self.before(row, first):
            return False
        words = row.sentence.words
        two = words[first.at - 2].small if first.at > 1 else ""
        if words[first.at - 1].small == "after":
            return two in ("named", "renamed")
        return two not in _ON_BEHALF


def _names(row: Row, beside: _Beside, alone: list[tuple[Row, int]]) -> Iterator[Spelt]:
    """The names of a row; the places of single words that may be one are put to `alone`."""
    at = 0
    while at < len(row.parts):
        part = row.parts[at]
        titled = beside.titled(row, part)
        if part.kind in "XCc" and not _begins(row, at, titled):
            at += 1
            continue
        name = spelt(row, titled, beside.told(row, part, row.parts[-1]), at)
        if name is None:
            if part.kind in "GSUgPs":
                alone.append((row, at))
            at += 1
            continue
        if len(name.parts) == 1 and name.parts[0].kind != "S":
            alone.append((row, at))
        elif not beside.thing(row, name.parts[0], name.parts[-1]):
            if len(name.parts) == 1:
                alone.append((row, at))
            else:
                yield name
        at += len(name.parts)


def _begins(row: Row, at: int, titled: bool) -> bool:
    """Whether a common word may begin a name: Ли after a title, Park before Jin-woo."""
    part = row.parts[at]
    if row.kinds[at + 1 : at + 2] == "k":
        return part.at > 0
    return titled and part.kind in "Cc" and len(part.word.small) < 4


def _likeliest(name: Spelt, beside: _Beside, listed: frozenset[Case] | None) -> Way:
    """The way to read a name that fits what stands before and after it.

    `listed`: the cases of the name before it in a list.
    """
    if len(name.ways) == 1:
        return name.ways[0]
    first, last = name.parts[0], name.parts[-1]
    cases = listed or _asked(name.row, first, beside)
    if cases:
        fitting = [way for way in name.ways if way.cases & cases]
        if fitting:
            return fitting[0]
    words = name.row.sentence.words
    for at in (first.at - 1, last.at + 1):
        if 0 <= at < len(words) and "speech" in signs(words[at].small):
            woman = words[at].small.endswith(("ла", "лась"))
            fitting = [
                way
                for way in name.ways
                if "nom" in way.cases and way.sex != ("m" if woman else "f")
            ]
            if fitting:
                return fitting[0]
    return name.ways[0]


def _asked(row: Row, first: Part, beside: _Beside) -> frozenset[Case]:
    """The cases that the office or the word before a Russian name asks for."""
    office = beside.office(first.word.start)
    if office is not None and office.cases:
        return office.cases
    if not first.at:
        return frozenset()
    word = row.sentence.words[first.at - 1]
    if word.small in _GOVERN:
        return _GOVERN[word.small]
    if word.end + 1 != first.word.start:
        return frozenset()
    if "title" in signs(word.small):
        return frozenset(_cases(word.small))
    return (
        frozenset({"gen"})
        if any("noun" in one.tags and one.known for one in readings(word.small, "ru")[:1])
        else frozenset()
    )


def _cases(small: str) -> Iterator[Case]:
    for one in readings(small, "ru"):
        if "noun" in one.tags and "pl" not in one.tags:
            tags = _CASES.intersection(one.tags)
            yield from (case for case in _CASES if case in tags)
            if not tags:
                yield "nom"


def _agreed(found: list[tuple[Spelt, Way]]) -> Iterator[tuple[Spelt, Way]]:
    """The names, a doubtful surname read as one that the text spells beyond doubt."""
    sure = {name.ways[0].family for name, _ in found if len({way.family for way in name.ways}) == 1}
    for name, way in found:
        if way.family not in sure and len(name.ways) > 1:
            way = next((one for one in name.ways if one.family in sure), way)
        yield name, way


def _written(text: str, name: Spelt, way: Way) -> str:
    """A name in the nominative, in the letters of the text."""
    pieces, at = [], name.start
    for part, small in zip(name.parts, way.words, strict=True):
        pieces.append(
            " "
            if text[at : part.word.start].strip(" \u00a0") == "" and at < part.word.start
            else text[at : part.word.start]
        )
        pieces.append(
            part.word.word if part.kind in "Ip" else declined.respelt(part.word.word, small)
        )
        at = part.word.end
    return "".join(pieces) + text[at : name.end]


def _alone(
    alone: list[tuple[Row, int]], persons: Persons, beside: _Beside, who: Callable[[str], str]
) -> list[tuple[Spelt, Way, Person]]:
    """Single words that name a person: met in full elsewhere, titled, or of the register."""
    families: dict[str, list[Person]] = {}
    givens: dict[str, list[Person]] = {}
    for one in persons.all:
        for family in one.families:
            families.setdefault(family, []).append(one)
        if one.given:
            givens.setdefault(one.given, []).append(one)
    found = []
    for row, at in alone:
        part = row.parts[at]
        if beside.thing(row, part, part):
            continue
        small = part.word.small.replace("ё", "е")
        ways = _single(small, part)
        met = next(
            ((way, families[way.family][-1]) for way in ways if way.family in families), None
        )
        if met is None and part.kind == "G":
            met = next(
                (
                    (way, givens[way.family][0])
                    for way in ways
                    if len(givens.get(way.family, ())) == 1
                ),
                None,
            )
        if met is None and _stands(row, part, ways, beside, who):
            way = ways[0]
            asked = _asked(row, part, beside) if part.lang == "ru" else frozenset()
            way = next((one for one in ways if one.cases & asked), way)
            one = Person(
                family=way.family, sex=way.sex, full=declined.respelt(part.word.word, way.family)
            )
            families.setdefault(way.family, []).append(one)
            met = (way, one)
        if met:
            found.append((Spelt(row, (part,), ways), met[0], met[1]))
    return found


def _stands(
    row: Row, part: Part, ways: tuple[Way, ...], beside: _Beside, who: Callable[[str], str]
) -> bool:
    """Whether a word alone names a person not met before."""
    if part.kind == "S" and (beside.titled(row, part) or beside.told(row, part, part)):
        return True
    if part.kind == "U" and beside.titled(row, part):
        return True
    return part.kind in "SUs" and any(who(way.family) for way in ways[:1])


def _single(small: str, part: Part) -> tuple[Way, ...]:
    forms: tuple[given.Form, ...]
    if part.lang == "ru":
        forms = (*given.russian(small), *declined.russian(small))
    elif part.lang == "kk":
        forms = (declined.kazakh(small),)
    else:
        forms = (given.Form(small.removesuffix("'s"), "", frozenset()),)
    return tuple(Way("", "", one.name, one.sex, one.cases, (one.name,)) for one in forms)
