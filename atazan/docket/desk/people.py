"""Judges by name: findings name them by their slug in the record, readers by their name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from atazan.institutions.models import Person

_WHO = ("who",)


def names(slugs: Iterable[str]) -> dict[str, Any]:
    """The names of people of the record by slug."""
    found = Person.objects.filter(pk__in=set(slugs)).values_list("pk", "names")
    return dict(found)


def in_order(slugs: Iterable[str]) -> list[Any]:
    """The names of people of the record, in this order; who is not in it stands by the slug."""
    listed = list(slugs)
    found = names(listed)
    return [found.get(one, {"en": one}) for one in listed]


def in_words(refused: Iterable[Any], lang: str) -> list[Any]:
    """Findings and problems with names where they name judges by slug."""
    told = list(refused)
    slugs = {slug for one in told for slug in _named(one)}
    known = names(slugs)
    return [_with_names(one, known, lang) for one in told]


def _named(one: Any) -> list[str]:
    return [slug for key in _WHO for slug in str(one.facts.get(key) or "").split(", ")]


def _with_names(one: Any, known: dict[str, Any], lang: str) -> Any:
    if not any(slug in known for slug in _named(one)):
        return one
    facts = dict(one.facts)
    for key in _WHO:
        slugs = str(facts.get(key) or "").split(", ")
        facts[key] = ", ".join(written(known.get(slug), lang) or slug for slug in slugs)
    return msgspec.structs.replace(one, facts=facts)


def written(names: Any, lang: str) -> str:
    """A name in one language, or in the one there is."""
    if not names:
        return ""
    return str(names.get(lang) or names.get("ru") or next(iter(names.values())))
