"""How the draft of a resolution is asked for: fields with their words, values and problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from atazan.decisions import drafting
from atazan.decisions.drafting import Asked, Content
from atazan.docket.models import Petition
from atazan.journal.problems import Problem
from atazan.rules.book import Rule, rules
from atazan.rules.citation import Provision
from atazan.rules.decisions import possible_outcomes, required_contents
from atazan.rules.effects import Finding
from atazan.rules.text import LANGS

QUESTION = "act_in_force"
Problems = Mapping[str, Any]
_AT = {
    "decisions.bad.texts": "text_kk",
    "decisions.no.term": "term",
}
_IN_HOLDING = {
    "decisions.no.holding": "outcome",
    "decisions.no.outcome": "outcome",
    "decisions.no.reading": "reading_kk",
    "decisions.no.other_day": "since",
}


class Line(Struct, frozen=True):
    """One control: its name, what it holds, what is wrong with it. `label` is a phrase."""

    name: str
    value: str
    label: str
    problem: Any = None
    lang: str = ""
    hint: str = ""


class Words(Struct, frozen=True):
    """Words asked for in the three languages."""

    name: str
    label: str
    lines: tuple[Line, ...]

    @property
    def bad(self) -> bool:
        return any(one.problem for one in self.lines)

    @property
    def open(self) -> bool:
        """Whether it is shown unfolded: something is written or wrong."""
        return self.bad or any(one.value for one in self.lines)


class Holding(Struct, frozen=True):
    """What is asked about one provision. `outcomes` are the rules of the day, with the chosen."""

    n: int
    where: Provision
    outcomes: tuple[tuple[str, Rule, bool], ...]
    problem: Any
    scope: str
    extent: Words
    reading: Words
    since: Line


class Form(Struct, frozen=True):
    """The whole form. `contents` are what art. 57(1) asks for, with those ticked."""

    lines: dict[str, Line]
    words: dict[str, Words]
    holdings: tuple[Holding, ...]
    contents: tuple[tuple[str, Rule, bool], ...]
    measures: bool
    problems: tuple[tuple[str, Any], ...]


def form(row: Petition, content: Content, asked: Asked, day: date, problems: Problems) -> Form:
    """The form of a draft on a day."""
    ticked = set(content.get("contents", "").split())
    needed = required_contents("does_not_conform", day, rules())
    return Form(
        lines={one: _line(one, content, problems) for one in drafting.PLAIN},
        words={one: _words(one, one, content, problems) for one in (*drafting.TEXTS, "asks")},
        holdings=tuple(
            _holding(n, Provision(*where), content, day, problems)
            for n, where in zip(drafting.numbers(asked), asked, strict=True)
        ),
        contents=tuple((rule.id, rule, rule.id in ticked) for rule in needed),
        measures=content.get("measures") == "yes",
        problems=tuple(problems.items()),
    )


def _line(name: str, content: Content, problems: Problems, label: str = "") -> Line:
    return Line(name, content.get(name, ""), f"decisions.f.{label or name}", problems.get(name))


def _words(name: str, label: str, content: Content, problems: Problems) -> Words:
    parts = [(f"{name}_{lang}", lang) for lang in LANGS]
    lines = (
        Line(part, content.get(part, ""), f"decisions.in.{lang}", problems.get(part), lang)
        for part, lang in parts
    )
    return Words(name, f"decisions.f.{label}", tuple(lines))


def _holding(n: int, where: Provision, content: Content, day: date, problems: Problems) -> Holding:
    chosen = content.get(f"h{n}_outcome", "")
    outcomes = possible_outcomes(QUESTION, day, rules())
    return Holding(
        n=n,
        where=where,
        outcomes=tuple((r.value.outcome, r, r.value.outcome == chosen) for r in outcomes),
        problem=problems.get(f"h{n}_outcome"),
        scope=content.get(f"h{n}_scope", ""),
        extent=_words(f"h{n}_extent", "extent", content, problems),
        reading=_words(f"h{n}_reading", "reading", content, problems),
        since=_line(f"h{n}_since", content, problems, "since"),
    )


def at_fields(refused: Iterable[Finding | Problem], asked: Asked, content: Content) -> Problems:
    """Why it was refused, by the field to change; what belongs to none stands under `top…`."""
    found: dict[str, Any] = {}
    for place, one in enumerate(refused):
        found.setdefault(_field(one, asked, content) or f"top{place}", one)
    return found


def _field(one: Finding | Problem, asked: Asked, content: Content) -> str | None:
    if one.key == "decisions.bad.number":
        return "number" if one.facts.get("number") == content.get("number") else "number_kk"
    if one.key in _IN_HOLDING:
        where = tuple(str(one.facts.get("at", "")).split(" ", 1))
        n = asked.index(where) + 1 if where in asked else 0  # type: ignore[arg-type]
        return f"h{n}_{_IN_HOLDING[one.key]}" if n else None
    return _AT.get(one.key)


def changed(mine: Content, theirs: Content) -> list[tuple[str, str, str]]:
    """Fields in which two drafts differ: the phrase of its name, the place in it, their words."""
    names = sorted(name for name in {*mine, *theirs} if mine.get(name) != theirs.get(name))
    return [(_label(name), _place(name), theirs.get(name, "")) for name in names]


def _label(name: str) -> str:
    bare = name.partition("_")[2] if name[:1] == "h" and name[1:2].isdigit() else name
    if bare in drafting.PLAIN or bare in drafting.OF_HOLDING:
        return f"decisions.f.{bare}"
    return f"decisions.f.{bare.rpartition('_')[0]}"


def _place(name: str) -> str:
    n = name[1:].partition("_")[0] if name[:1] == "h" else ""
    lang = name.rpartition("_")[2]
    return " ".join(filter(None, (n, lang if lang in LANGS else "")))
