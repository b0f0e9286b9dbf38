"""What the rooms share when they write down their documents: words by language, days, places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS, Lang, Text

Said = Text | Mapping[Lang, str] | Mapping[str, str] | None
"""Words in some of the three languages, as an act or a row of a register holds them."""


def by_lang(said: Said) -> dict[Lang, str]:
    """The words by language; a language that has none is left out."""
    if said is None:
        return {}
    if isinstance(said, Text):
        return {lang: said.says(lang) for lang in LANGS}
    return {lang: words for lang in LANGS if (words := said.get(lang))}


def together(*told: Said, between: str = "\n") -> dict[Lang, str]:
    """Several sayings, one after the other in each language; what is said twice stands once."""
    parts = [by_lang(one) for one in told]
    found: dict[Lang, str] = {}
    for lang in LANGS:
        words = dict.fromkeys(one[lang] for one in parts if lang in one)
        if words:
            found[lang] = between.join(words)
    return found


def lines(paragraphs: Iterable[tuple[str, str]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Paragraphs with their anchors as one text, and where in it each anchor begins.

    >>> lines([("art_1", "One."), ("art_1", "Two."), ("art_1__para_2", "Three.")])
    ('One.\\nTwo.\\nThree.', ((0, 'art_1'), (10, 'art_1__para_2')))
    """
    text: list[str] = []
    places: list[tuple[int, str]] = []
    at = 0
    for anchor, words in paragraphs:
        if not places or places[-1][1] != anchor:
            places.append((at, anchor))
        text.append(words)
        at += len(words) + 1
    return "\n".join(text), tuple(places)


def first_day(written: str | date | None) -> str | None:
    """The earliest day a written one may be, in full: 2019-02 is 2019-02-01."""
    if written is None or isinstance(written, date):
        return written.isoformat() if written else None
    return PartialDay.read(written).first.isoformat()


def year_of(written: str | date | None) -> tuple[str, ...]:
    """The year for a facet; empty where no day is known."""
    return (str(written)[:4],) if written else ()


def facets(**told: Iterable[str] | str | None) -> dict[str, tuple[str, ...]]:
    """Facets without those that have no value; a value stands once.

    >>> facets(work=["a", "b", "a"], year=None, body="court")
    {'work': ('a', 'b'), 'body': ('court',)}
    """
    found = {}
    for name, values in told.items():
        listed = (values,) if isinstance(values, str) else tuple(dict.fromkeys(values or ()))
        if kept := tuple(one for one in listed if one):
            found[name] = kept
    return found


def parts(id: str) -> list[str]:
    """A document's id, or the beginning of one, as its steps.

    >>> parts("provision/const-2026/art_45@2026-07-01")
    ['provision', 'const-2026', 'art_45']
    """
    return id.partition("@")[0].split("/")


def under(id: str, subject: str) -> bool:
    """Whether a document is of a subject: the subject itself, a part of it or a wording of it.

    >>> under("provision/w/art_45@2026-07-01", "provision/w/art_4"), under("case/1", "case/1")
    (False, True)
    """
    return id == subject or id.startswith((f"{subject}/", f"{subject}@"))


def of_subjects(changed: Iterable[str] | None, kind: str) -> set[str] | None:
    """The second steps of the subjects of one kind; None: all of the kind are asked for."""
    if changed is None:
        return None
    found = [parts(one) for one in changed]
    return None if [kind] in found else {one[1] for one in found if one[0] == kind}
