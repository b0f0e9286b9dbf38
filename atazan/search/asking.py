"""A question to the index and its answer, the same for every engine and every door."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.rules.text import Lang
from atazan.search.document import Audience, Kind

LONGEST = 400
"""Characters of a question that are read; more is told, not cut in silence."""


class Asked(Struct, frozen=True, kw_only=True):
    """What a reader asks.

    `words` may hold "exact phrases" in quotes of any kind. `day`: what stood that day (None: every
    wording ever held). `lang` is the language of the words (None: told by themselves). `only`
    narrows by facet, `kind` and `lang` among them; values of one facet are alternatives. `widen`:
    search also by concepts and translations, save the `without` ones (ids of `Widened`). `after` is
    the cursor of the answer before. `most` is 1 to 100.
    """

    words: str
    day: date | None = None
    lang: Lang | None = None
    only: dict[str, tuple[str, ...]] = {}
    widen: bool = True
    without: tuple[str, ...] = ()
    order: Literal["best", "newest", "oldest"] = "best"
    after: str | None = None
    most: int = 20
    audience: Audience = "public"


class Lit(Struct, frozen=True):
    """A run of a snippet; `lit` where it is what was looked for."""

    words: str
    lit: bool


class Hit(Struct, frozen=True, kw_only=True):
    """A document found. `snippet` is in `lang`, one the document has; `anchor` the paragraph it is
    from. `binds`: it stood on the day asked (None: no day was asked)."""

    id: str
    kind: Kind
    title: dict[Lang, str]
    lang: Lang
    snippet: tuple[Lit, ...]
    path: str
    anchor: str | None
    since: str | None
    until: str | None
    day: str | None
    facets: dict[str, tuple[str, ...]]
    binds: bool | None
    score: float


class Widened(Struct, frozen=True, kw_only=True):
    """One way a question was widened: `asked` was also searched as `words` in other languages.

    `id` names it for `Asked.without`; `concept` is that of the thesaurus, where it came from there.
    """

    id: str
    asked: str
    words: dict[Lang, tuple[str, ...]]
    concept: str | None = None


class Answered(Struct, frozen=True, kw_only=True):
    """The answer: hits in order, how many there are in all, and true counts by facet.

    `straight` is the path of the one thing the words name outright (a citation, a number). `meant`
    is the question with its likely misspellings put right; None where none is likely. `after` is
    the cursor of the next page; None on the last. `behind`: the newest acts may be missing,
    another process is writing them into the index.
    """

    asked: Asked
    lang: Lang
    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, tuple[tuple[str, int], ...]]
    widened: tuple[Widened, ...]
    straight: str | None
    meant: str | None
    after: str | None
    behind: bool = False
