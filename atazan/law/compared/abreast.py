"""Two texts of one act in two languages, paragraph beside paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from atazan.law.compared.features import features
from atazan.law.compared.terms import term_features
from atazan.law.compared.tree import Node, grown
from atazan.law.text.document import Document
from atazan.rules.text import Lang

Pair = tuple[Node | None, Node | None]
"""The Kazakh and the Russian provision."""

_GAIN = 1.0
"""How much better (in pairs that say the same) another alignment must be than that by numbers."""


class Group(Struct, frozen=True):
    """One paragraph, or an article without paragraphs, in both texts: its provisions in pairs.

    Within a group the languages put words in different lines; between groups they do not.
    """

    heads: Pair
    pairs: tuple[Pair, ...]

    @property
    def eid(self) -> str:
        """Where it stands in the Russian text, or in the Kazakh one alone."""
        return (self.heads[1] or self.heads[0]).eid  # type: ignore[union-attr]


def groups(kk: Document, ru: Document) -> Iterator[Group]:
    """The paragraphs of both texts in order, those of one text alone too."""
    for pair in aligned(grown(kk.blocks), grown(ru.blocks)):
        yield from _groups(pair)


def _groups(pair: Pair) -> Iterator[Group]:
    kk, ru = pair
    paragraphs: list[Pair] = []
    inner: list[Pair] = []
    for each in aligned(kk.parts if kk else [], ru.parts if ru else []):
        level = (each[1] or each[0]).level  # type: ignore[union-attr]
        (paragraphs if level in ("para", "art") else inner).append(each)
    within = [one for each in inner for one in _below(each)]
    yield Group(pair, (pair, *within))
    if kk is None or ru is None:
        return  # told as a whole
    for each in paragraphs:
        yield from _groups(each)


def _below(pair: Pair) -> list[Pair]:
    kk, ru = pair
    inner = aligned(kk.parts if kk else [], ru.parts if ru else [])
    return [pair, *(one for each in inner for one in _below(each))]


def aligned(kk: list[Node], ru: list[Node]) -> list[Pair]:
    """Parts of one provision in both texts, by their numbers.

    Where the numbers are not the same, and the figures and terms of the parts fit clearly better
    in another order, by those: a number slipped.
    """
    by_number = _by_number(kk, ru)
    if all(one is not None and other is not None for one, other in by_number):
        return by_number
    by_sense = _by_sense(kk, ru)
    return by_sense if _fit(by_sense) >= _fit(by_number) + _GAIN else by_number


def _by_number(kk: list[Node], ru: list[Node]) -> list[Pair]:
    there = {one.step: one for one in kk}
    found: list[Pair] = []
    done: set[str] = set()
    waiting = list(kk)
    for other in ru:
        one = there.get(other.step)
        if one is not None:
            while waiting and waiting[0] is not one and waiting[0].step not in done:
                if any(each.step == waiting[0].step for each in ru):
                    break
                found.append((waiting.pop(0), None))
            if one in waiting:
                waiting.remove(one)
            done.add(other.step)
        found.append((one, other))
    return found + [(one, None) for one in waiting]


def _fit(pairs: list[Pair]) -> float:
    return sum(_alike(one, other) for one, other in pairs if one is not None and other is not None)


def _alike(one: Node, other: Node) -> float:
    """How much of what two provisions say in figures and terms is the same, 0 to 1."""
    kk, ru = _senses(one, "kk"), _senses(other, "ru")
    if one.level != other.level or not kk | ru:
        return 0.0
    return len(kk & ru) / len(kk | ru)


def _senses(node: Node, lang: Lang) -> set[tuple[str, str]]:
    said = (*features(node.whole, lang), *term_features(node.whole, lang))
    return {(one.family, one.value) for one in said}


def _by_sense(kk: list[Node], ru: list[Node]) -> list[Pair]:
    """The alignment in order that fits best."""
    best = [[0.0] * (len(ru) + 1) for _ in range(len(kk) + 1)]
    for i in range(len(kk) - 1, -1, -1):
        for j in range(len(ru) - 1, -1, -1):
            taken = best[i + 1][j + 1] + _alike(kk[i], ru[j])
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    found: list[Pair] = []
    i = j = 0
    while i < len(kk) and j < len(ru):
        if best[i][j] == best[i + 1][j + 1] + _alike(kk[i], ru[j]) and kk[i].level == ru[j].level:
            found.append((kk[i], ru[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((kk[i], None))
            i += 1
        else:
            found.append((None, ru[j]))
            j += 1
    found += [(one, None) for one in kk[i:]]
    return found + [(None, other) for other in ru[j:]]
