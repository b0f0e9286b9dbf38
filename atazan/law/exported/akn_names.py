"""How things are called in Akoma Ntoso 3.0: elements, addresses, languages.

Naming convention: Akoma Ntoso Naming Convention 1.0 (OASIS). The eIds are those of the platform
(`art_45__para_2`, `chapter_7`), not the abbreviations of the convention (`chp_7`): they are
permanent, and articles count through the whole act.
"""

from __future__ import annotations

from datetime import date

from atazan.rules.text import Lang

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:atazan:akn:1"
"""The namespace of what only the platform tells, inside `meta/proprietary` and as attributes."""

LANGUAGES: dict[Lang, str] = {"kk": "kaz", "ru": "rus", "en": "eng"}
"""ISO 639-2, as addresses name languages."""

ELEMENTS = {
    "book": "book",
    "section": "section",
    "subsection": "subsection",
    "chapter": "chapter",
    "subchapter": "subchapter",
    "art": "article",
    "para": "paragraph",
    "part": "alinea",
    "subpara": "subparagraph",
    "indent": "indent",
}
"""The element of a level. A part (часть, бөлік) is an unnumbered paragraph: `alinea`, for `part` in
Akoma Ntoso is a division of books. Any other level is an `hcontainer` named for it."""

LINES = "lines"
"""The name of an `hcontainer` that is no provision: it holds lines that stand between the parts of
the provision around it (or of the one `refersTo` names)."""


def tag(name: str) -> str:
    """A name in the namespace of Akoma Ntoso, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def own(name: str) -> str:
    """A name in the platform's own namespace."""
    return f"{{{OWN}}}{name}"


def expression(uri: str, lang: Lang, since: date) -> str:
    """The address of a work's text in a language from a day on.

    >>> expression("/akn/kz/act/2022/153-vii", "kk", date(2026, 7, 1))
    '/akn/kz/act/2022/153-vii/kaz@2026-07-01'
    """
    return f"{uri}/{LANGUAGES[lang]}@{since.isoformat()}"


def component(address: str) -> str:
    """The address of the main document in a work or an expression."""
    return f"{address}/!main"


def portion(uri: str, eid: str) -> str:
    """The address of a provision of a work.

    >>> portion("/akn/kz/act/2022/153-vii", "art_45__para_2")
    '/akn/kz/act/2022/153-vii/!main~art_45__para_2'
    """
    return f"{component(uri)}~{eid}"
