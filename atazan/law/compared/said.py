"""What one text says of a paragraph and the other does not: figures, terms and citations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from atazan.law.compared.abreast import Group
from atazan.law.compared.features import Feature, bare_units, features, reference_features
from atazan.law.compared.terms import term_features
from atazan.law.compared.tree import Node
from atazan.rules.text import Lang

_NUMBERED = ("section", "chapter", "art", "para", "subpara")
_NEAR = 20  # characters: words nearer than that are one phrase


class Said(Struct, frozen=True):
    """A feature and the provision it stands in."""

    feature: Feature
    node: Node
    pair: int

    @property
    def sense(self) -> tuple[str, str]:
        return self.feature.family, self.feature.value


def said_apart(group: Group, day: date | None) -> tuple[list[Said], list[Said]]:
    """What only the Kazakh text says, and what only the Russian."""
    kk, ru = _without_moved(_left(group, "kk", day), _left(group, "ru", day), group, day)
    return _as_phrases(_apart(kk)), _as_phrases(_apart(ru))


def _as_phrases(said: list[Said]) -> list[Said]:
    """Words that limit, side by side in one provision, as one phrase: in full or in part."""
    found: list[Said] = []
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
            found[-1] = Said(phrase, last.node, last.pair)
        else:
            found.append(one)
    return found


def _left(group: Group, lang: Lang, day: date | None) -> list[Said]:
    """What one text says in a provision and the other does not say there."""
    found = []
    for n, pair in enumerate(group.pairs):
        kk, ru = pair
        mine, theirs = (kk, ru) if lang == "kk" else (ru, kk)
        if mine is None or mine.gone or (theirs is not None and theirs.gone):
            continue
        if theirs is None and mine.level in _NUMBERED:
            continue  # told as a provision the other text has not
        other: Lang = "ru" if lang == "kk" else "kk"
        said = _features(theirs, other, day)
        senses = {(one.family, one.value) for one in said}
        bare = bare_units(theirs.words, other) if theirs else set()
        found += [
            Said(one, mine, n)
            for one in _features(mine, lang, day)
            if (one.family, one.value) not in senses and not _implied(one, bare)
        ]
    return found


def _features(node: Node | None, lang: Lang, day: date | None) -> tuple[Feature, ...]:
    if node is None:
        return ()
    words = node.words
    return (
        *features(words, lang),
        *term_features(words, lang),
        *reference_features(words, lang, day),
    )


def _apart(said: list[Said]) -> list[Said]:
    """Without the numbers that stand in a citation told as one."""
    cited = [one for one in said if one.feature.family == "reference"]
    return [one for one in said if not any(_within(one, other) for other in cited)]


def _within(one: Said, other: Said) -> bool:
    a, b = one.feature, other.feature
    return a.family == "number" and one.pair == other.pair and b.start <= a.start and a.end <= b.end


def _implied(one: Feature, bare: set[str]) -> bool:
    """One month, where the other text says "a month"."""
    number, _, unit = one.value.partition(" ")
    return one.family == "term" and number == "1" and unit in bare


def _without_moved(
    kk: list[Said], ru: list[Said], group: Group, day: date | None
) -> tuple[list[Said], list[Said]]:
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
    said_kk = {_sense(one) for one in _every(group, "kk", day)}
    said_ru = {_sense(one) for one in _every(group, "ru", day)}
    return (
        [one for one in kept_kk if not (_outer(one, group) and one.sense in said_ru)],
        [one for one in kept_ru if not (_outer(one, group) and one.sense in said_kk)],
    )


def _sense(feature: Feature) -> tuple[str, str]:
    return feature.family, feature.value


def _every(group: Group, lang: Lang, day: date | None) -> Iterable[Feature]:
    for kk, ru in group.pairs:
        yield from _features(kk if lang == "kk" else ru, lang, day)


def _outer(one: Said, group: Group) -> bool:
    """Whether it stands in a line without a number, or in an item the other text has not."""
    return one.node.level != "subpara" or None in group.pairs[one.pair]


def _may_move(one: Said, other: Said, group: Group) -> bool:
    return _last(one, group) or _last(other, group) or _outer(one, group) or _outer(other, group)


def _last(one: Said, group: Group) -> bool:
    """Whether it stands in the last item of a list, behind which Kazakh puts the verb."""
    items = [n for n, pair in enumerate(group.pairs) if all(pair) and pair[0].level == "subpara"]  # type: ignore[union-attr]
    return bool(items) and one.pair == items[-1]
