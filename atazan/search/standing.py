"""How a thing found stands: the codes of its marks, with their words by language."""

from __future__ import annotations

from msgspec import Struct

from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase
from atazan.search.asking import Hit
from atazan.search.labels import label

ENDED = "replaced repealed work_ended held_unconstitutional ceased void changed".split()
"""How a thing stood in the end; on an earlier day it was in force, a position unchanged."""
_MARKS = {
    "replaced": "past",
    "work_ended": "repealed",
    "adopted": "not_said",
    "held_unconstitutional": "ceased",
    "in_part": "does_not_conform_in_part",
    "applies_as_interpreted": "conforms_as_interpreted",
    "officially_interpreted": "official_interpretation",
    "conforming_confirmed": "conforms",
    "stands": "adopted",
    "changed": "past",
    "distinguished": "conforms_as_interpreted",
}
"""Shapes of states whose code has none of its own."""
_SHAPED = ("provision", "decision", "position")
"""Kinds whose state is a mark; of others it is told in words."""


class Standing(Struct, frozen=True):
    """A mark: the code of its shape (None: words alone) and what it says in each language."""

    code: str | None
    words: dict[Lang, str]


def standing(hit: Hit) -> list[Standing]:
    """How a thing stood on the day asked; of a decision, what it held."""
    if hit.kind == "decision":
        return [_of("outcome", code, code) for code in hit.facets.get("outcome", ())]
    codes = states(hit)
    if hit.binds is False and not codes:
        return [Standing("past", {lang: phrase("search.state.ended", lang) for lang in LANGS})]
    return [_of("state", code, _shape(hit.kind, code)) for code in codes]


def states(hit: Hit) -> list[str]:
    """The codes of its states; where it stood on the day asked, not those it ended in later."""
    found = hit.facets.get("state", ())
    then = {"provision": "in_force", "position": "stands"}.get(hit.kind) if hit.binds else None
    return [then if then and one in ENDED else one for one in found]


def _shape(kind: str, code: str) -> str | None:
    return _MARKS.get(code, code) if kind in _SHAPED else None


def _of(facet: str, code: str, shape: str | None) -> Standing:
    return Standing(shape, {lang: label(facet, code, lang) for lang in LANGS})
