"""What is searched: a document is one thing of the record that has a page of its own."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from atazan.rules.text import Lang

Kind = Literal[
    "provision",
    "decision",
    "position",
    "case",
    "office",
    "person",
    "body",
    "agreement",
    "project",
    "event",
    "referendum",
    "source",
    "rule",
]
Audience = Literal["public", "court"]
"""Who an index is for. A document goes into that of an audience only if all of it may see it."""


class Document(Struct, frozen=True, kw_only=True):
    """One thing that can be found, in the languages it is written in.

    `id` begins with its kind: `provision/const-2026/art_45@2026-07-01`. `path` is its page without
    the language (`norms/const-2026/art_45`). `text` is what may be shown of it, whole; `places`
    give, in order, where in the text of a language a paragraph begins (characters) and its anchor
    or eId. `names` are other writings that must find it as they are: numbers, short titles.

    Days are ISO, in full. `since` counts; `until` does not: from it on the thing no longer binds
    and nothing took its place. `replaced` is the day a later wording of the same thing took its
    place. `day` is the one it is sorted by. `facets` hold codes, not words: work, outcome, right,
    applicant, body, year, form, state, concept. `entry` is the newest journal entry it rests on.
    """

    id: str
    kind: Kind
    title: dict[Lang, str]
    text: dict[Lang, str]
    path: str
    names: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    replaced: str | None = None
    day: str | None = None
    facets: dict[str, tuple[str, ...]] = {}
    places: dict[Lang, tuple[tuple[int, str], ...]] = {}
    entry: int = 0
