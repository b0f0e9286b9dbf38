"""Law texts in files and folders: of which work each is, in which language, from which day.

A folder is walked for texts named by language (`kaz.md`, `rus.xml`, …) with `meta.yaml` beside
them. What the sender says counts before what a file says of itself, and that before editions.yaml.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from atazan.law import new_works
from atazan.law.acts import WorkRegistered
from atazan.law.import_checks import TextRefused, Told
from atazan.law.meta import meta_of
from atazan.law.noted_effects import FromNotes, of_notes
from atazan.law.requisite import latin
from atazan.law.text.document import Document
from atazan.law.text.read import Reading, reading
from atazan.rules.quotes import Edition, editions
from atazan.rules.text import Lang
from atazan.rules.works import Work, works

LANG_OF: dict[str, Lang] = {"kaz": "kk", "rus": "ru", "eng": "en"}
ENDINGS = (".md", ".xml", ".akn", ".html", ".htm", ".docx", ".txt")


class Given(Struct, frozen=True, kw_only=True):
    """What the sender says of the texts; None where the files are to tell.

    `replaces`: they are meant to take the place of texts held of these days (see Told).
    """

    work: str | None = None
    lang: Lang | None = None
    since: date | None = None
    by: str | None = None
    replaces: bool = False


class Read(Struct, frozen=True):
    """A text with what is told of it, and the works it speaks of that nobody knew."""

    path: Path
    reading: Reading
    told: Told
    new_works: tuple[WorkRegistered, ...]
    notes: FromNotes


def text_files(path: Path) -> list[Path]:
    """The texts at a path, versions in the order of their days. Raises TextRefused."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise TextRefused("no_file", path=str(path))
    found = [
        one
        for one in path.rglob("*")
        if one.stem in LANG_OF and one.suffix.lower() in ENDINGS and one.is_file()
    ]
    if not found:
        raise TextRefused("no_texts", path=str(path))
    return sorted(found, key=_in_order)


def _in_order(path: Path) -> tuple[str, bool, str]:
    """An act's own folder before its `versions/*`, those by their days."""
    act, _, version = str(path.parent).partition("/versions/")
    return act, bool(version), f"{version}/{path.name}"


def read_text(path: Path, given: Given) -> Read:
    """Read a file and find what it is. Raises TextRefused, and what `reading` raises."""
    lang = given.lang or LANG_OF.get(path.stem)
    meta_of(path)  # a broken one is told before its days are missed
    found = reading(path, lang=lang)
    document = found.document
    edition = _edition(path)
    work, registered = _work(path, document, given, edition)
    since = given.since or document.facts.version or (edition.term.since if edition else None)
    if since is None:
        raise TextRefused("no_since", path=str(path))
    by, also = _made_by(path, document, given)
    source = document.facts.source or path.name
    told = Told(
        work=work,
        lang=document.lang,
        since=since,
        source=source[:300],
        by=by,
        replaces=given.replaces,
    )
    notes = of_notes(found.noted, document.blocks, work, document.lang)
    new = {one.id: one for one in (*notes.new_works, *registered, *also)}
    return Read(path, found, told, tuple(new.values()), notes)


def _edition(path: Path) -> Edition | None:
    folder = path.resolve().parent.as_posix()
    every = (one for of_work in editions().values() for one in of_work)
    return next((one for one in every if folder.endswith(f"/{one.folder}")), None)


def _work(
    path: Path, document: Document, given: Given, edition: Edition | None
) -> tuple[str, tuple[WorkRegistered, ...]]:
    facts = document.facts
    if given.work is not None:
        return work_named(given.work, document)
    if edition is not None:
        return edition.work, ()
    found = new_works.known(facts.uri, facts.number, facts.adopted)
    if found is not None:
        return found.id, ()
    registered = new_works.of_folder(path) or new_works.of_text(document)
    if registered is None:
        raise TextRefused("no_work", path=str(path))
    return registered.id, (registered,)


def known_work(name: str) -> str:
    """The short id of the act meant. Raises TextRefused."""
    from atazan.law.queries import UnknownWork, find_work

    try:
        found: Work = find_work(name)
    except UnknownWork as wrong:
        raise TextRefused("unknown_work", work=name) from wrong
    return found.id


def work_named(name: str, text: Document | None = None) -> tuple[str, tuple[WorkRegistered, ...]]:
    """The short id of the act meant, known or named by its requisite or address; `text` is its own.

    Raises TextRefused.
    """
    try:
        return known_work(name), ()
    except TextRefused:
        found = new_works.of_name(name, text)
        if found is None:
            raise
        return found.id, (found,) if isinstance(found, WorkRegistered) else ()


def _made_by(
    path: Path, document: Document, given: Given
) -> tuple[str | None, tuple[WorkRegistered, ...]]:
    if given.by is not None:
        return work_named(given.by)
    number = document.facts.amended_by
    if number is None:
        return None, ()
    same = [work for work in works().values() if latin(work.number or "") == latin(number)]
    if len(same) == 1:
        return same[0].id, ()
    registered = new_works.amending(path, number)
    return (registered.id, (registered,)) if registered else (None, ())
