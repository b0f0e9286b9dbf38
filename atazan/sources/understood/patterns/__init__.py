"""The patterns: which words tell a deed of which kind; one readable file a language, with examples.

A pattern says words by their dictionary form, alternatives divided by `|`, a phrase by spaces:
`дать|выразить согласие`. The words of a phrase may stand in any order, `within` words apart.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml
from msgspec import Struct

from atazan.sources.understood.mention import Sort
from atazan.sources.understood.told import Kind
from atazan.sources.understood.tongues.form import Slot, Voice
from atazan.words import Lang

_HERE = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """Who or what may fill a part, and in which places beside a verb of each voice."""

    sorts: tuple[Sort, ...] = ()
    active: tuple[Slot, ...] = ()
    passive: tuple[Slot, ...] = ()
    noun: tuple[Slot, ...] = ()

    def slots(self, voice: Voice) -> tuple[Slot, ...]:
        """The places beside a word of this voice."""
        return (
            self.active if voice == "active" else self.passive if voice == "passive" else self.noun
        )


class Frame(Struct, frozen=True, forbid_unknown_fields=True):
    """The parts a kind of act has. `parties`: the first of those together, then the others."""

    actors: Part
    objects: Part
    counterparts: Part = Part()
    office: bool = False
    parties: bool = False
    needs: tuple[str, ...] = ()


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and what it tells of the pattern's kind: parts named, or `none`."""

    text: str
    act: dict[str, Any] | Literal["none"]
    published: str | None = None


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell a deed.

    `head`: which word of a phrase is its verb, from 1 (default: the first; in Kazakh the last).
    `voice` is given where the word itself does not show it. `needs` and the parts replace those of
    the kind. `unless`: dictionary forms in the sentence that make it something else. `only`: it
    counts only beside one of these. `objects_are`, `objects_not`: beginnings of words that the name
    of an object must or must not have. `also`: a deed on the day named after it, to come. `bare`:
    the other words stand in no case of place, way or means («отырыс өтті», not «отырыста өтті»).
    `line`: it counts only in a line without a verb («10:00 – Сенат отырысы»), as what is to come.
    """

    says: str
    id: str = ""
    head: int = 0
    within: int = 5
    voice: Voice | None = None
    times: tuple[str, ...] = ()
    needs: tuple[str, ...] | None = None
    actors: Part | None = None
    objects: Part | None = None
    counterparts: Part | None = None
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    also: Kind | None = None
    planned: bool = False
    denied: bool = False
    objects_are: tuple[str, ...] = ()
    objects_not: tuple[str, ...] = ()
    bare: bool = False
    line: bool = False
    examples: tuple[Example, ...] = ()


class Compiled(Struct, frozen=True):
    """A pattern ready for use: the words of its phrase, each a set of dictionary forms."""

    kind: Kind
    pattern: Pattern
    frame: Frame
    words: tuple[frozenset[str], ...]
    head: int
    name: str
    unless: frozenset[str]
    only: frozenset[str]


class BadPattern(ValueError):
    """A pattern file that does not say what patterns say; the message names file and place."""


@lru_cache(maxsize=1)
def frames() -> dict[Kind, Frame]:
    """The parts of every kind."""
    given = yaml.load((_HERE.parent / "frames.yaml").read_text("utf-8"), _LOADER)
    return msgspec.convert(given, dict[Kind, Frame])


@lru_cache(maxsize=3)
def patterns(lang: Lang) -> tuple[Compiled, ...]:
    """Every pattern of a language, in the order of its file. Raises BadPattern."""
    path = _HERE / f"{lang}.yaml"
    return read_patterns(path.read_text("utf-8"), lang, path.name)


def read_patterns(words: str, lang: Lang, name: str) -> tuple[Compiled, ...]:
    """The patterns a file of this name says. Raises BadPattern, which names the place."""
    try:
        given = msgspec.convert(yaml.load(words, _LOADER), dict[Kind, tuple[Pattern, ...]])
    except (msgspec.ValidationError, yaml.YAMLError) as wrong:
        raise BadPattern(f"{name}: {wrong}") from wrong
    return tuple(
        _compiled(lang, kind, number, one)
        for kind, found in given.items()
        for number, one in enumerate(found, 1)
    )


def _compiled(lang: Lang, kind: Kind, number: int, pattern: Pattern) -> Compiled:
    frame = frames()[kind]
    changed = {
        name: part
        for name in ("actors", "objects", "counterparts", "needs")
        if (part := getattr(pattern, name)) is not None
    }
    words = tuple(frozenset(word.replace("_", " ").split("|")) for word in pattern.says.split())
    head = pattern.head - 1 if pattern.head else (len(words) - 1 if lang == "kk" else 0)
    name = pattern.id or f"{lang}.{kind.value}.{number}"
    return Compiled(
        kind,
        pattern,
        msgspec.structs.replace(frame, **changed),
        words,
        head,
        name,
        frozenset(pattern.unless),
        frozenset(pattern.only),
    )
