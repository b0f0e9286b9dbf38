"""The words an index holds, to put a question's misspellings right by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from atazan.rules.text import LANGS, Lang
from atazan.search.engines import Engine, Mark, Shelf
from atazan.search.widening import Group
from atazan.words import Vocabulary


class Spelling(Mapping[Lang, Vocabulary]):
    """The vocabulary of each language, made ready when asked for, anew after each writing."""

    def __init__(self, engine: Engine, shelf: Shelf) -> None:
        self._engine, self._shelf = engine, shelf
        self._ready: dict[Lang, tuple[tuple[Mark, int], Vocabulary]] = {}

    def __getitem__(self, lang: Lang) -> Vocabulary:
        state = (self._engine.mark, self._engine.size)
        ready = self._ready.get(lang)
        if ready is None or ready[0] != state:
            ready = (state, Vocabulary(self._shelf.vocabulary(lang)))
            self._ready[lang] = ready
        return ready[1]

    def __iter__(self) -> Iterator[Lang]:
        return iter(LANGS)

    def __len__(self) -> int:
        return len(LANGS)


def meant(asked: str, groups: tuple[Group, ...]) -> str | None:
    """The question with its likely misspellings put right; None if none is likely."""
    right = asked
    for group in groups:
        for one in group.alternatives:
            if one.via == "spelling" and one.shown:
                right = right.replace(one.asked, one.shown, 1)
    return right if right != asked else None
