"""Bodies and institutions that a Constitution ended or renamed, and the words that name them.

Data: jurisdictions/*/bodies_abolished.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct

from atazan.law.text.letters import plain
from atazan.rules.bodies import bodies
from atazan.rules.book import JURISDICTIONS, FileRefused, Source, read_yaml
from atazan.rules.text import Lang, Text

_CAPITALS = re.compile(r"(?<![^\W\d_])[А-ЯЁӘІҢҒҮҰҚӨҺ]{3,}(?![^\W\d_])")
Kind = Literal["abolished", "renamed", "unnamed"]
"""`unnamed`: the Constitution no longer names it; that it is gone was not found."""


class Abolished(Struct, frozen=True, forbid_unknown_fields=True):
    """What is out of place from `since` (counts), and the words that name it by language.

    `becomes` is the slug of the body in its place, or None; `now` the new name where it is no body.
    `plural`: its name is one of many things. Words as in the file: `*` any ending, [ ] may lack.
    """

    id: str
    kind: Kind
    since: date = msgspec.field(name="from")
    source: Source
    words: dict[str, tuple[str, ...]]
    becomes: str | None
    plural: bool = False
    body: str | None = None
    names: Text | None = None
    now: Text | None = None
    also: tuple[Source, ...] = ()
    excepted: tuple[str, ...] = msgspec.field(name="except", default=())
    near: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()

    @property
    def called(self) -> Text:
        """Its name."""
        return self.names or bodies()[self.body or ""].names

    @property
    def successor(self) -> Text | None:
        """The name of what came in its place; None where nothing did."""
        return self.now or (bodies()[self.becomes].names if self.becomes else None)


class Mention(NamedTuple):
    """Where a text names one of them: code points, `end` excluded."""

    start: int
    end: int
    what: Abolished


@lru_cache(maxsize=4)
def abolished(jurisdiction: str = "kz") -> dict[str, Abolished]:
    """Everything abolished or renamed, by id. Raises FileRefused."""
    return read_abolished(JURISDICTIONS / jurisdiction / "bodies_abolished.yaml")


def read_abolished(path: Path) -> dict[str, Abolished]:
    """Read a file of abolished bodies. Raises FileRefused."""
    found: dict[str, Abolished] = {}
    for id, written in read_yaml(path).items():
        try:
            one = msgspec.convert({"id": id, **written}, Abolished)
        except (msgspec.ValidationError, TypeError) as wrong:
            raise FileRefused(path, id, str(wrong)) from wrong
        for slug in (one.body, one.becomes):
            if slug is not None and slug not in bodies():
                raise FileRefused(path, id, f"'{slug}' is not in bodies.yaml")
        if one.body is None and one.names is None:
            raise FileRefused(path, id, "needs `body` or `names`, or no one can say what it is")
        found[id] = one
    return found


def mentions(text: str, lang: Lang, day: date) -> Iterator[Mention]:
    """Where a text names what was abolished or renamed by `day`; the longest name at each place.

    Letters of another script that look alike count as meant.

    >>> [(one.start, one.what.id) for one in mentions("с согласия Сената", "ru", date(2026, 7, 1))]
    [(11, 'senate')]
    """
    known = {id: one for id, one in abolished().items() if one.since <= day}
    shape = _shape(lang, tuple(known))
    if shape is None:
        return
    for match in shape.finditer(_titled(plain(text))):
        if (name := match.lastgroup) is not None and name in known:
            yield Mention(match.start(), match.end(), known[name])


@lru_cache(maxsize=64)
def _shape(lang: Lang, ids: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all names of a language: exceptions first, then names in the file's order."""
    known = [abolished()[id] for id in ids]
    no = [pattern(words) for one in known for words in one.excepted]
    yes = [
        f"(?P<{one.id}>{'|'.join(pattern(words) for words in one.words[lang])})"
        for one in known
        if one.words.get(lang)
    ]
    starts = {one for item in known for one in _said(item, lang)}
    first = {word.lstrip("[")[0] for one in starts for word in one.split()[:2]}
    first |= {letter.upper() for letter in first}
    begins = re.escape("".join(sorted(first)))  # looked at first: most letters begin no name
    return re.compile(rf"(?=[{begins}])(?<!\w)(?:{'|'.join([*no, *yes])})(?!\w)") if yes else None


def _said(one: Abolished, lang: Lang) -> Iterator[str]:
    yield from one.excepted
    yield from one.words.get(lang, ())


def pattern(words: str) -> str:
    """The expression for words of the file.

    >>> pattern("[Парламент*] Сенат*")
    '(?:Парламент\\\\w*\\\\s+)?Сенат\\\\w*'
    """
    said = words.split()
    found = ""
    for n, word in enumerate(said):
        one, may_lack = _word(word.strip("[]")), word.startswith("[")
        last = n + 1 == len(said)
        before = "" if n == 0 or (said[n - 1].startswith("[") and n == 1) else r"\s+"
        if may_lack:
            found += rf"(?:{one}\s+)?" if n == 0 and not last else rf"(?:{before}{one})?"
        else:
            found += before + one
    return found


def _word(word: str) -> str:
    """A word of the file: `*` is any ending, and small letters stand for capitals too."""
    shape = re.escape(word).replace(r"\*", r"\w*")
    return shape if word[0].isupper() else f"(?i:{shape})"


def _titled(text: str) -> str:
    """A text where words set in capitals begin with one, as names do; of the same length."""
    return _CAPITALS.sub(lambda word: word[0].capitalize(), text)


def certain(mention: Mention, article: str) -> bool:
    """Whether the name is surely that of the body, by the words of the article around it."""
    near = mention.what.near
    return not near or re.search("|".join(map(pattern, near)), plain(article)) is not None
