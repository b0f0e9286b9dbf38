"""The thesaurus: concepts of constitutional law and of the law around it, in kk, ru and en.

Files: jurisdictions/*/concepts/*.yaml, one or more a kind. A label is the law's own term; other
labels are synonyms, short forms and what people say. Inflected forms are not listed: words are
matched by their lemmas.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from msgspec import Struct

from atazan.rules.book import NoRuleInForce
from atazan.rules.citation import Provision, levels
from atazan.rules.text import Lang, Text
from atazan.rules.works import works

Kind = Literal[
    "right",
    "duty",
    "principle",
    "institution",
    "office",
    "procedure",
    "outcome",
    "act",
    "branch",
    "term",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

CONSTITUTIONS = ("const-1995", "const-2026")
"""The works whose rights are asked for by day, the oldest first."""


class Code(Struct, frozen=True, order=True):
    """A place in the Systematic Thesaurus of the Venice Commission, in one version of it.

    Numbers move between versions, so a code without its version says nothing. `sure`: compared with
    the text of that version; where it is not, it is a proposal to be checked before use.
    """

    code: tuple[int, ...]
    version: int
    sure: bool = True

    @property
    def printed(self) -> str:
        """As printed: 1.2.1.8."""
        return ".".join(map(str, self.code))

    @property
    def padded(self) -> str:
        """As the database of CODICES writes it: 01.02.01.08."""
        return ".".join(f"{number:02}" for number in self.code)


class Concept(Struct, frozen=True, kw_only=True):
    """One concept. `others` are further labels by language, the usual ones first.

    `broader` and `related` are ids; `related` goes both ways. `provisions` name where it stands in
    the constitutions ("const-2026#art_31"), with all that stands under them. `since` counts,
    `until` does not; None where no day bounds it. `doubts` are ids of doubts.yaml.
    """

    id: str
    kind: Kind
    preferred: Text
    others: dict[Lang, tuple[str, ...]]
    definition: Text | None = None
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    codices: tuple[Code, ...] = ()
    provisions: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    doubts: tuple[str, ...] = ()

    def labels(self, lang: Lang) -> tuple[str, ...]:
        """Every label in a language, the preferred one first."""
        return (self.preferred.says(lang), *self.others.get(lang, ()))

    def in_work(self, work: str) -> tuple[str, ...]:
        """The eIds of its provisions in a work, in the order of the file."""
        return tuple(
            eid for one, _, eid in (p.partition("#") for p in self.provisions) if one == work
        )


@lru_cache(maxsize=4)
def concepts(jurisdiction: str = "kz") -> Mapping[str, Concept]:
    """Every concept by id: by kind, then as the files say. Raises FileRefused."""
    from atazan.rules.concepts_file import read_concepts

    return read_concepts(jurisdiction)


@lru_cache(maxsize=4)
def _below(jurisdiction: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for one in concepts(jurisdiction).values():
        for above in one.broader:
            found.setdefault(above, []).append(one.id)
    return {above: tuple(ids) for above, ids in found.items()}


def narrower(id: str, jurisdiction: str = "kz") -> tuple[str, ...]:
    """The ids of the concepts directly below one. Raises KeyError on an unknown id."""
    concepts(jurisdiction)[id]
    return _below(jurisdiction).get(id, ())


def constitution_of(day: date) -> str:
    """The id of the Constitution in force that day. Raises NoRuleInForce before the first held."""
    for id in CONSTITUTIONS:
        work = works()[id]
        begun = work.in_force_from is not None and work.in_force_from <= day
        if begun and (work.in_force_until is None or day < work.in_force_until):
            return id
    raise NoRuleInForce("constitution", day)


def rights(day: date, jurisdiction: str = "kz") -> list[Concept]:
    """The rights of the Constitution of that day, in its order. Raises NoRuleInForce."""
    work = constitution_of(day)
    found = [
        (min(map(_place, eids)), one)
        for one in concepts(jurisdiction).values()
        if one.kind == "right" and (eids := one.in_work(work))
    ]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def rights_of(
    provisions: Iterable[str | Provision],
    *,
    kinds: tuple[Kind, ...] = ("right",),
    jurisdiction: str = "kz",
) -> tuple[str, ...]:
    """The ids of the rights that the provisions are about, in the order of the provisions.

    A provision is "const-2026#art_31__para_1" or a Provision. It is about a right that stands at it
    or above it; where it stands above the right (an article named whole), about all rights in it.
    `kinds` asks for other concepts too, such as principles.
    """
    at, within = _places(kinds, jurisdiction)
    ids: dict[str, None] = {}
    for one in provisions:
        written = f"{one.work}#{one.eid}" if isinstance(one, Provision) else one
        *above, itself = _from_outside(written)
        for place in above:
            ids.update(dict.fromkeys(at.get(place, ())))
        ids.update(dict.fromkeys(within.get(itself, ())))
    return tuple(ids)


Places = Mapping[str, list[str]]


@lru_cache(maxsize=16)
def _places(kinds: tuple[Kind, ...], jurisdiction: str) -> tuple[Places, Places]:
    """The ids of the concepts that stand at a provision, and of those at it or under it."""
    at: dict[str, list[str]] = {}
    within: dict[str, list[str]] = {}
    placed = [
        (written, one.id)
        for one in concepts(jurisdiction).values()
        if one.kind in kinds
        for written in one.provisions
    ]
    for written, id in sorted(placed, key=lambda pair: _place(pair[0].partition("#")[2])):
        at.setdefault(written, []).append(id)
        for outer in _from_outside(written):
            within.setdefault(outer, []).append(id)
    return at, within


def _from_outside(written: str) -> list[str]:
    """A provision and all it stands in, the outermost first: w#art_1, w#art_1__para_2."""
    steps = written.split("__")
    return ["__".join(steps[:n]) for n in range(1, len(steps) + 1)]


def _place(eid: str) -> tuple[tuple[int, ...], ...]:
    """Where an eId stands in its text, for sorting: art_9 before art_10, 8 before 8-1."""
    if eid == "preamble":
        return ()
    return tuple(tuple(map(int, number.partition("@")[0].split("-"))) for _, number in levels(eid))
