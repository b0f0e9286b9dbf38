"""What the law leaves open and what we could not read: doubts as data, each with an id.

A rule lists the doubts about it in `uncertain`; they stand in jurisdictions/*/doubts*.yaml.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from atazan.rules.book import JURISDICTIONS, FileRefused, Rule, RuleBook, read_yaml
from atazan.rules.text import Text
from atazan.rules.works import works

Sort = Literal["reading", "silent", "contradiction", "not_read"]
_HEADINGS: dict[Sort, str] = {
    "silent": "The law is silent",
    "contradiction": "Texts that do not agree",
    "reading": "Our reading of the text",
    "not_read": "Texts and days we could not read",
}


class Doubt(Struct, frozen=True, forbid_unknown_fields=True):
    """One open point: what is open, and about which provision (`about`, as printed, or a work)."""

    id: str
    says: Text
    about: str
    sort: Sort = "reading"


class UnknownDoubt(LookupError):
    """A rule or record names a doubt that stands in no doubts file."""

    def __init__(self, id: str, used_by: str) -> None:
        self.id, self.used_by = id, used_by
        super().__init__(f"{used_by}: doubt '{id}' is in no doubts*.yaml; add it there or drop it")


@lru_cache(maxsize=1)
def doubts() -> dict[str, Doubt]:
    """Every doubt by its id. Raises FileRefused on an unknown key or an id that stands twice."""
    found: dict[str, Doubt] = {}
    for path in sorted(JURISDICTIONS.glob("*/doubts*.yaml")):
        for id, doubt in read_doubts(path).items():
            if id in found:
                raise FileRefused(path, id, "stands in another file already; give it one home")
            found[id] = doubt
    return found


def read_doubts(path: Path) -> dict[str, Doubt]:
    """The doubts of one file. Raises FileRefused."""
    found = {}
    for id, written in read_yaml(path).items():
        try:
            found[id] = msgspec.convert({"id": id, **written}, Doubt)
        except (msgspec.ValidationError, TypeError) as wrong:
            raise FileRefused(path, id, str(wrong)) from wrong
    return found


def doubts_about(rule: Rule) -> tuple[Doubt, ...]:
    """The doubts a rule rests under. Raises UnknownDoubt."""
    known = doubts()
    for id in rule.uncertain:
        if id not in known:
            raise UnknownDoubt(id, f"{rule.topic}.yaml: {rule.id} from {rule.term.since}")
    return tuple(known[id] for id in rule.uncertain)


def unknown_doubts(book: RuleBook) -> list[str]:
    """One line for every doubt a rule or a work names that no file knows."""
    wrong = []
    for versions in book.rules.values():
        for rule in versions:
            try:
                doubts_about(rule)
            except UnknownDoubt as unknown:
                wrong.append(str(unknown))
    for work in works().values():
        wrong += [
            str(UnknownDoubt(id, f"works.yaml: {work.id}"))
            for id in work.uncertain
            if id not in doubts()
        ]
    return wrong


def render_doubts(book: RuleBook) -> str:
    """The page docs/doubts.md: every doubt in three languages, with the rules it touches."""
    rules: dict[str, list[str]] = {}
    for versions in book.rules.values():
        for rule in versions:
            for id in rule.uncertain:
                touched = rules.setdefault(id, [])
                if rule.id not in touched:
                    touched.append(rule.id)
    page = ["# Doubts", "", _INTRODUCTION]
    for sort, heading in _HEADINGS.items():
        page += ["", f"## {heading}"]
        for doubt in (one for one in doubts().values() if one.sort == sort):
            page += ["", f"### {doubt.id}", "", f"*{doubt.about}*", ""]
            page += [f"- {lang}: {doubt.says.says(lang)}" for lang in ("kk", "ru", "en")]
            if doubt.id in rules:
                page += [f"- rules: {', '.join(f'`{id}`' for id in sorted(rules[doubt.id]))}"]
    return "\n".join(page) + "\n"


_INTRODUCTION = (
    "Points on which the law is silent, on which two texts disagree, or which we could not read.\n"
    "A rule under a doubt says so wherever it is shown; nothing here is decided by the software.\n"
    "This page is written from `atazan/jurisdictions/*/doubts*.yaml` by `make docs`; edit those."
)
