"""Codes of facets in words, for pages and the command line: works, bodies, states, rights, …"""

from __future__ import annotations

from collections.abc import Callable

from atazan.journal.rights import rights
from atazan.rules.bodies import bodies
from atazan.rules.concepts import concepts
from atazan.rules.text import Lang
from atazan.rules.words import all_words, phrase
from atazan.rules.works import works
from atazan.search.document import Document

FACETS = "kind lang work outcome right applicant body year form state concept".split()
"""What an answer may be narrowed by, in the order they are shown."""
_PHRASES = {
    "kind": ("search.kind",),
    "lang": ("search.lang",),
    "outcome": ("decisions.outcome", "status"),
    "applicant": ("decisions.applicant",),
    "form": ("decisions.form", "law.kind"),
    "state": ("search.state", "law.state"),
}


def label(
    facet: str,
    code: str,
    lang: Lang,
    get: Callable[[str], Document | None] | None = None,
    kind: str | None = None,
) -> str:
    """A code in words; the code itself where it has none (a year).

    `get` looks up documents: partners are named by their own. `kind`: of what it is said; a case
    that is suspended stands otherwise than a provision that is.

    >>> label("kind", "decision", "en"), label("year", "2023", "kk")
    ('Decision', '2023')
    """
    if kind == "case" and facet == "state" and code in rights().states:
        return rights().states[code].says(lang)
    for stem in _PHRASES.get(facet, ()):
        if f"{stem}.{code}" in all_words():
            return phrase(f"{stem}.{code}", lang)
    if facet == "state" and code in rights().states:
        return rights().states[code].says(lang)
    if facet == "work" and code in works():
        return works()[code].short.says(lang)
    if facet in ("right", "concept") and code in concepts():
        return concepts()[code].preferred.says(lang)
    if facet == "body":
        return _body(code, lang, get) or code
    return code


def _body(code: str, lang: Lang, get: Callable[[str], Document | None] | None) -> str | None:
    if code in bodies():
        return bodies()[code].names.says(lang)
    for sort in ("partner", "association"):
        found = get(f"body/{sort}/{code}") if get is not None else None
        if found is not None:
            return found.title.get(lang) or next(iter(found.title.values()), None)
    return None
