"""An act that a proposal would become: the strings of its form, filled in as far as known."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, structs

from atazan.journal import forms
from atazan.journal.models import Stream
from atazan.journal.problems import Problem
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase
from atazan.sources.curated.register import Register, Told
from atazan.words import name_keys

_SLUG = re.compile(r"[^a-z0-9]+")


class Wanted(Struct, frozen=True):
    """An act to be recorded, as a form: `raw` holds its strings, empty where nothing is known.

    `person` is whom it is about where the form itself does not say; `first`: it only prepares the
    act after it (a person, a partner, a sitting that the register does not have yet).
    """

    kind: str
    raw: dict[str, str]
    person: str = ""
    first: bool = False

    @property
    def problems(self) -> dict[str, Problem]:
        """What is missing or wrong, by field; nothing where the form makes an act."""
        try:
            forms.read(self.kind, self.raw)
        except forms.Refused as wrong:
            return wrong.problems
        return {}


def wanted(kind: str, told: Told, **fields: str | Text | Iterable[str] | None) -> Wanted:
    """A form of a kind, with what every act takes over from its document: day, source, words."""
    raw = {
        **{part: "" for field in forms.fields(kind) for part in field.parts},
        **forms.empty(kind),
        "done_on": told.date or "",
        "sources": told.reading.cited_as,
        "confidence": "medium",
        f"note.{told.lang}": f"«{told.row.quote}»",
    }
    for name, value in fields.items():
        raw |= _strings(name, value)
    return Wanted(kind, raw)


def _strings(name: str, value: str | Text | Iterable[str] | None) -> dict[str, str]:
    if value is None:
        return {name: ""}
    if isinstance(value, str):
        return {name: value}
    if isinstance(value, Text):
        return {f"{name}.{lang}": value.says(lang) for lang in LANGS}
    return {name: "\n".join(value)}


def slug(*parts: str | None) -> str:
    """A readable name of a thing: words in Latin letters, joined by hyphens."""
    words = [word for part in parts if part for word in _latin(part)]
    return "-".join(words)[:80].strip("-")


def _latin(part: str) -> Iterable[str]:
    for word in part.replace("_", " ").split():
        plain = word.lower() if word.isascii() else name_keys(word)[0]
        if found := _SLUG.sub("-", plain).strip("-"):
            yield found


def unused(prefix: str, id: str) -> str:
    """The id with a number behind it where a file of that name stands already."""
    found, count = id, 1
    while Stream.objects.filter(pk=f"{prefix}/{found}").exists():
        count += 1
        found = f"{id}-{count}"
    return found


def in_words(key: str, **names: Text | None) -> Text | None:
    """A phrase in three languages with names in it; None where one of the names is not known."""
    known = {name: value for name, value in names.items() if value is not None}
    if len(known) < len(names):
        return None
    says = {
        lang: phrase(key, lang, {name: value.says(lang) for name, value in known.items()})
        for lang in LANGS
    }
    return Text(**says)


def person_of(name: str, told: Told, register: Register) -> tuple[list[Wanted], str]:
    """The slug of a person; where the register has none, the act that registers the person too."""
    known = register.person(name, told)
    if known is not None:
        return [], known
    words = name.split()
    surname = words[-1] if words else name
    id = unused("person", slug(surname) or "person")
    written = " ".join([surname, *words[:-1]])
    names = {f"names.{lang}": written if lang == told.lang else "" for lang in LANGS}
    found = wanted("person.registered/1", told, id=id, done_on="", **names)
    return [structs.replace(found, first=True)], id
