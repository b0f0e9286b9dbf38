"""The keys of texts, worked out once for each run of letters between blanks.

Words never reach over a blank, so that a text is its runs; most runs are old acquaintances. All
languages share the engine's fields, so a key bears its language: `ru:пенс`, `kk:зейнетақы`. Those
in plain Latin letters and digits bear none: they stand in texts of every language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from atazan import words
from atazan.rules.text import LANGS, Lang
from atazan.words.word import folded, own_lang

_MOST = 300_000
_LONGEST = 80


class _Runs(dict[str, str]):
    """The keys of each run, joined by blanks; emptied when it holds too many."""

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self._lang: Lang = lang

    def __missing__(self, run: str) -> str:
        keys = " ".join(key for _, _, key in _keyed(run, self._lang))
        if len(run) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[run] = keys
        return keys


def marked(key: str, lang: Lang) -> str:
    """A key with its language.

    >>> marked("пенс", "ru"), marked("pension", "en"), marked("33-1", "ru")
    ('ru:пенс', 'pension', '33-1')
    """
    return key if key.isascii() else f"{lang}:{key}"


def _keyed(run: str, lang: Lang) -> Iterator[tuple[int, int, str]]:
    """Each word of a run with its place and its key."""
    for word, start, end in words.tokens(run):
        if key := words.key(word, lang):
            yield start, end, marked(key, own_lang(folded(word), lang))


_RUNS: Mapping[Lang, _Runs] = {lang: _Runs(lang) for lang in LANGS}


def keyed(text: str, lang: Lang) -> str:
    """The keys of a text in order, joined by blanks.

    >>> keyed("Courts decide; Ltd и суд", "ru")
    'court decid ltd ru:и ru:суд'
    """
    return " ".join(filter(None, map(_RUNS[lang].__getitem__, text.split())))


def where(text: str, lang: Lang, wanted: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Where words of the wanted keys stand (start, end, key), in order; in linear time."""
    runs = _RUNS[lang]
    holding = [run for run in set(text.split()) if _holds(runs[run], wanted)]
    found: set[tuple[int, int, str]] = set()
    for run in holding:
        inside = [one for one in _keyed(run, lang) if one[2] in wanted]
        for at in _places(text, run):
            found.update((at + start, at + end, key) for start, end, key in inside)
    yield from sorted(found)


def _holds(keys: str, wanted: Set[str]) -> bool:
    return keys in wanted or (" " in keys and not wanted.isdisjoint(keys.split()))


def _places(text: str, run: str) -> Iterator[int]:
    """Where a run stands as a whole."""
    at = text.find(run)
    while at >= 0:
        end = at + len(run)
        before, after = text[at - 1 : at] if at else " ", text[end : end + 1] or " "
        if before.isspace() and after.isspace():
            yield at
        at = text.find(run, end)
