"""The files of the thesaurus, read and checked whole.

A file says its `kind`, what its concepts stand `under` unless they say otherwise, and its
`concepts`: an id with the labels of each language (the first is the preferred one) and, where there
are any, `broader`, `related`, `provisions`, `codices`, `definition`, `from`, `until` and `doubts`.
A code is "5.3.2@22": code @ version; "?" after it says that nobody has compared it with the text of
that version. `homonyms.yaml` lists the words that are meant to name two concepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from atazan.rules.bodies import Body, bodies, offices
from atazan.rules.book import JURISDICTIONS, FileRefused, read_yaml
from atazan.rules.citation import levels
from atazan.rules.concepts import KINDS, Code, Concept, Kind
from atazan.rules.text import LANGS, Lang, Text
from atazan.rules.works import shipped

HOMONYMS = "homonyms.yaml"
_ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
_CODE = re.compile(r"([1-9][0-9]?(?:\.[1-9][0-9]?)*)@([1-9][0-9]*)(\??)\Z")


class _Written(Struct, frozen=True, forbid_unknown_fields=True):
    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    definition: Text | None = None
    broader: tuple[str, ...] | None = None  # None: as the file says; empty: at the top
    related: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    codices: tuple[str, ...] = ()
    since: date | None = msgspec.field(name="from", default=None)
    until: date | None = None
    doubts: tuple[str, ...] = ()


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    kind: Kind
    concepts: dict[str, _Written]
    under: tuple[str, ...] = ()


def read_concepts(jurisdiction: str) -> Mapping[str, Concept]:
    """The concepts of a jurisdiction, its bodies and offices among them. Raises FileRefused."""
    return read_folder(JURISDICTIONS / jurisdiction / "concepts", jurisdiction)


def read_folder(folder: Path, jurisdiction: str | None = None) -> Mapping[str, Concept]:
    """Read the files of a folder; `jurisdiction`: whose bodies and offices are concepts too.

    Raises FileRefused on an id said twice, an empty language, an unknown id, a circle of broader
    concepts, a malformed code or provision, or a label of two concepts that is no listed homonym.
    """
    found: dict[str, Concept] = {}
    at: dict[str, Path] = {}
    named = _named(jurisdiction) if jurisdiction else {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name == HOMONYMS:
            continue
        try:
            file = msgspec.convert(read_yaml(path), _File)
        except msgspec.ValidationError as wrong:
            raise FileRefused(path, "whole file", str(wrong)) from wrong
        for id, written in file.concepts.items():
            if id in found:
                raise FileRefused(path, id, f"stands in {at[id].name} already; give it one home")
            found[id], at[id] = _concept(path, id, written, file, named.pop(id, None)), path
    for id, (kind, body) in named.items():
        found[id], at[id] = _of_body(kind, body), folder
    _check_links(found, at)
    _check_words(found, at, folder / HOMONYMS)
    both = _both_ways(found)
    return dict(sorted(both.items(), key=lambda item: KINDS.index(item[1].kind)))


def _named(jurisdiction: str) -> dict[str, tuple[Kind, Body]]:
    """The bodies and offices by slug; where both have the same one (president), the office."""
    institutions: dict[str, tuple[Kind, Body]] = {
        id: ("institution", body) for id, body in bodies(jurisdiction).items()
    }
    return {**institutions, **{id: ("office", one) for id, one in offices(jurisdiction).items()}}


def _of_body(kind: Kind, body: Body) -> Concept:
    """The concept of a body or an office that no file of the thesaurus says more of."""
    above = (body.body,) if body.body is not None and body.body != body.id else ()
    return Concept(
        id=body.id,
        kind=kind,
        preferred=body.names,
        others={},
        broader=above or (("state_bodies",) if kind == "institution" else ("state_offices",)),
        since=body.since,
        until=body.until,
    )


def _concept(
    path: Path, id: str, written: _Written, file: _File, named: tuple[Kind, Body] | None
) -> Concept:
    if not _ID.match(id):
        raise FileRefused(path, id, "an id is small Latin letters, digits and _: right_to_life")
    labels: dict[Lang, tuple[str, ...]] = {lang: getattr(written, lang) for lang in LANGS}
    if named is not None:  # its official name is a label, though not the usual one
        labels = {lang: (*labels[lang], named[1].names.says(lang)) for lang in LANGS}
    labels = {lang: _once(words) for lang, words in labels.items()}
    for lang, words in labels.items():
        if not words or not all(word.strip() for word in words):
            raise FileRefused(path, id, f"has no words in '{lang}', or an empty one; add them")
    return Concept(
        id=id,
        kind=file.kind,
        preferred=Text(**{lang: words[0] for lang, words in labels.items()}),
        others={lang: words[1:] for lang, words in labels.items() if words[1:]},
        definition=written.definition,
        broader=file.under if written.broader is None else written.broader,
        related=written.related,
        provisions=tuple(_provision(path, id, one) for one in written.provisions),
        codices=tuple(_code(path, id, one) for one in written.codices),
        since=written.since or (named[1].since if named else None),
        until=written.until or (named[1].until if named else None),
        doubts=written.doubts,
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """The words in order, each once whatever its capitals."""
    said: dict[str, str] = {}
    for word in words:
        said.setdefault(word.casefold(), word)
    return tuple(said.values())


def _code(path: Path, id: str, written: str) -> Code:
    match = _CODE.match(written)
    if match is None:
        raise FileRefused(path, id, f"code '{written}' should read like 5.3.2@22: code @ version")
    return Code(tuple(map(int, match[1].split("."))), int(match[2]), not match[3])


def _provision(path: Path, id: str, written: str) -> str:
    work, _, eid = written.partition("#")
    if work not in shipped():
        raise FileRefused(path, id, f"'{written}': no work '{work}' in works.yaml")
    try:
        if eid != "preamble":
            levels(eid)
    except ValueError as wrong:
        raise FileRefused(path, id, str(wrong)) from wrong
    return written


def _check_links(found: Mapping[str, Concept], at: Mapping[str, Path]) -> None:
    for id, one in found.items():
        for other in (*one.broader, *one.related):
            if other not in found or other == id:
                raise FileRefused(at[id], id, f"'{other}' is no other concept of the thesaurus")
    left = {id: set(one.broader) for id, one in found.items()}
    while top := [id for id, wanted in left.items() if not wanted]:
        for id in top:
            del left[id]
        for wanted in left.values():
            wanted.difference_update(top)
    for id in left:
        raise FileRefused(at[id], id, "stands in a circle of broader concepts, or below one")
    for id, one in found.items():
        for other in one.related:
            if other in above(id, found) or id in above(other, found):
                raise FileRefused(
                    at[id], id, f"'{other}' is broader or narrower, so not also related"
                )


def above(id: str, found: Mapping[str, Concept]) -> set[str]:
    """The ids of all concepts above one, however far."""
    direct = found[id].broader
    return {*direct, *(far for one in direct for far in above(one, found))}


def _check_words(found: Mapping[str, Concept], at: Mapping[str, Path], homonyms: Path) -> None:
    """A word names one concept in a language, unless homonyms.yaml lists it with more."""
    meant = read_yaml(homonyms) if homonyms.exists() else {}
    for lang in LANGS:
        of: dict[str, str] = {}
        for id, one in found.items():
            for word in one.labels(lang):
                other = of.setdefault(word.casefold(), id)
                if other != id and not {id, other} <= set(meant.get(lang, {}).get(word, ())):
                    raise FileRefused(
                        at[id], id, f"'{word}' ({lang}) is a label of '{other}' too; see {HOMONYMS}"
                    )


def _both_ways(found: Mapping[str, Concept]) -> dict[str, Concept]:
    related: dict[str, dict[str, None]] = {id: dict.fromkeys(o.related) for id, o in found.items()}
    for id, one in found.items():
        for other in one.related:
            related[other].setdefault(id)
    return {
        id: msgspec.structs.replace(one, related=tuple(related[id])) for id, one in found.items()
    }
