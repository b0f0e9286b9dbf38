"""Where the Kazakh and the Russian text of an act part ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from atazan.law.compared.abreast import Group, groups
from atazan.law.compared.features import Feature, bare_units, features
from atazan.law.compared.terms import term_features
from atazan.law.compared.tree import Node
from atazan.law.text.document import Document
from atazan.rules.text import Lang

DifferenceKind = Literal[
    "article", "provision", "repeal", "term", "date", "share", "number", "body", "here",
    "limit", "heading", "lines",
]  # fmt: skip
"""What one text has and the other has not: an article; a numbered provision; the words where the
other says it was repealed; a length of time; a date; a share; a number; a body; "this paragraph"
and the like; a word that limits the norm; a heading; unnumbered lines."""

WEIGHTS: dict[DifferenceKind, int] = {
    "article": 120, "repeal": 110, "term": 100, "date": 95, "share": 90, "provision": 85,
    "number": 80, "body": 70, "here": 60, "limit": 50, "heading": 30, "lines": 20,
}  # fmt: skip


_NEAR = 20  # characters: words nearer than that are one phrase


class Quote(Struct, frozen=True):
    """Words of one text: `start` and `end` count characters in the provision's own words, its
    heading, a line break and its text as printed."""

    eid: str
    start: int
    end: int
    text: str


class Difference(Struct, frozen=True):
    """One place where the texts part: quotes from both, None where that text says nothing of it.

    `values` are what each text says, in one notation; "" where it says nothing.
    """

    kind: DifferenceKind
    weight: int
    eid: str
    kk: Quote | None
    ru: Quote | None
    values: tuple[str, str]


def differing(kk: Document, ru: Document) -> list[Difference]:
    """Where two texts of one act on one day part, the weightiest first, then in their order.

    Listed is what can be told without judging sense: provisions, lengths of time, dates, shares,
    numbers, references inside the act, bodies and words that limit. Whether a difference matters
    is for a person to say.
    """
    found: list[Difference] = []
    for group in groups(kk, ru):
        found += _of_provisions(group)
        found += _of_words(group)
    return sorted(found, key=lambda one: -one.weight)


def _difference(
    kind: DifferenceKind, eid: str, kk: Quote | None, ru: Quote | None, values: tuple[str, str]
) -> Difference:
    return Difference(kind, WEIGHTS[kind], eid, kk, ru, values)


def _whole(node: Node | None) -> Quote | None:
    """The first words of a provision."""
    if node is None:
        return None
    words = node.words or node.whole
    return Quote(node.eid, 0, len(words), words)


def _of_provisions(group: Group) -> Iterator[Difference]:
    for pair in group.pairs:
        kk, ru = pair
        eid = (ru or kk).eid  # type: ignore[union-attr]
        numbered = all(one is None or one.level not in ("part", "indent", "note") for one in pair)
        if kk is None or ru is None:
            if numbered and _says(kk or ru):
                kind: DifferenceKind = "article" if (kk or ru).level == "art" else "provision"  # type: ignore[union-attr]
                yield _difference(kind, eid, _whole(kk), _whole(ru), ("", ""))
        elif kk.gone != ru.gone:
            yield _difference("repeal", eid, _whole(kk), _whole(ru), ("", ""))
        elif bool(kk.heading) != bool(ru.heading):
            yield _difference("heading", eid, _whole(kk), _whole(ru), ("", ""))
    lines = tuple(_lines(node) for node in group.heads)
    if lines[0] != lines[1] and all(group.heads):
        kk, ru = group.heads
        yield _difference(
            "lines", group.eid, _whole(kk), _whole(ru), (str(lines[0]), str(lines[1]))
        )


def _says(node: Node | None) -> bool:
    return node is not None and bool(node.key) and not node.gone


def _lines(node: Node | None) -> int:
    """How many unnumbered lines stand in a provision, whichever of its items they are set under."""
    if node is None or node.gone:
        return 0
    own = node.body.count("\n") + 1 if node.body else 0
    counted = own if node.level not in ("subpara",) else 0
    inner = (part for part in node.parts if part.level in ("part", "indent", "subpara"))
    return counted + sum(_lines(part) for part in inner)


class _Said(Struct, frozen=True):
    """A feature and the provision it stands in."""

    feature: Feature
    node: Node
    pair: int

    @property
    def sense(self) -> tuple[str, str]:
        return self.feature.family, self.feature.value

    @property
    def quote(self) -> Quote:
        one = self.feature
        return Quote(self.node.eid, one.start, one.end, self.node.words[one.start : one.end])


def _of_words(group: Group) -> Iterator[Difference]:
    kk, ru = _left(group, "kk"), _left(group, "ru")
    kk, ru = (_as_phrases(each) for each in _without_moved(kk, ru, group))
    taken: set[int] = set()
    for one in ru:
        other = next(
            (n for n, each in enumerate(kk) if n not in taken and _counterparts(each, one)), None
        )
        if other is not None:
            taken.add(other)
        yield _told(kk[other] if other is not None else None, one)
    for n, each in enumerate(kk):
        if n not in taken:
            yield _told(each, None)


def _as_phrases(said: list[_Said]) -> list[_Said]:
    """Words that limit, side by side in one provision, as one phrase: in full or in part."""
    found: list[_Said] = []
    for one in sorted(said, key=lambda each: (each.pair, each.feature.start)):
        last = found[-1] if found else None
        if (
            last is not None
            and last.pair == one.pair
            and last.feature.family == one.feature.family == "limit"
            and one.feature.start - last.feature.end <= _NEAR
        ):
            value = f"{last.feature.value}, {one.feature.value}"
            phrase = Feature("limit", value, last.feature.start, one.feature.end)
            found[-1] = _Said(phrase, last.node, last.pair)
        else:
            found.append(one)
    return found


def _told(kk: _Said | None, ru: _Said | None) -> Difference:
    said = ru or kk
    assert said is not None
    return _difference(
        _kind(said.feature),
        said.node.eid,
        kk.quote if kk else None,
        ru.quote if ru else None,
        (kk.feature.value if kk else "", ru.feature.value if ru else ""),
    )


def _kind(feature: Feature) -> DifferenceKind:
    return feature.family


def _counterparts(kk: _Said, ru: _Said) -> bool:
    """Whether two things said are of one kind and in one place, and so stand for each other."""
    return kk.pair == ru.pair and kk.feature.family == ru.feature.family not in ("body", "limit")


def _left(group: Group, lang: Lang) -> list[_Said]:
    """What one text says in a provision and the other does not say there."""
    found = []
    for n, pair in enumerate(group.pairs):
        kk, ru = pair
        mine, theirs = (kk, ru) if lang == "kk" else (ru, kk)
        if mine is None or mine.gone or (theirs is not None and theirs.gone):
            continue
        other: Lang = "ru" if lang == "kk" else "kk"
        said = _features(theirs, other)
        senses = {(one.family, one.value) for one in said}
        bare = bare_units(theirs.words, other) if theirs else set()
        found += [
            _Said(one, mine, n)
            for one in _features(mine, lang)
            if (one.family, one.value) not in senses and not _implied(one, bare)
        ]
    return found


def _features(node: Node | None, lang: Lang) -> tuple[Feature, ...]:
    return (*features(node.words, lang), *term_features(node.words, lang)) if node else ()


def _implied(one: Feature, bare: set[str]) -> bool:
    """One month, where the other text says "a month"."""
    number, _, unit = one.value.partition(" ")
    return one.family == "term" and number == "1" and unit in bare


def _without_moved(
    kk: list[_Said], ru: list[_Said], group: Group
) -> tuple[list[_Said], list[_Said]]:
    """Leave out what both texts say in one paragraph, but in other lines of it.

    Kazakh puts the verb and its term behind the list that Russian opens with it. Two items of the
    list that both texts have are not taken for each other.
    """
    kept_ru = list(ru)
    kept_kk = []
    for one in kk:
        twin = next(
            (each for each in kept_ru if each.sense == one.sense and _may_move(one, each, group)),
            None,
        )
        if twin is None:
            kept_kk.append(one)
        else:
            kept_ru.remove(twin)
    said_kk = {_sense(one) for one in _every(group, "kk")}
    said_ru = {_sense(one) for one in _every(group, "ru")}
    return (
        [one for one in kept_kk if not (_outer(one, group) and one.sense in said_ru)],
        [one for one in kept_ru if not (_outer(one, group) and one.sense in said_kk)],
    )


def _sense(feature: Feature) -> tuple[str, str]:
    return feature.family, feature.value


def _every(group: Group, lang: Lang) -> Iterable[Feature]:
    for kk, ru in group.pairs:
        yield from _features(kk if lang == "kk" else ru, lang)


def _outer(one: _Said, group: Group) -> bool:
    """Whether it stands in a line without a number, or in an item the other text has not."""
    return one.node.level != "subpara" or None in group.pairs[one.pair]


def _may_move(one: _Said, other: _Said, group: Group) -> bool:
    return _last(one, group) or _last(other, group) or _outer(one, group) or _outer(other, group)


def _last(one: _Said, group: Group) -> bool:
    """Whether it stands in the last item of a list, behind which Kazakh puts the verb."""
    items = [n for n, pair in enumerate(group.pairs) if all(pair) and pair[0].level == "subpara"]  # type: ignore[union-attr]
    return bool(items) and one.pair == items[-1]
