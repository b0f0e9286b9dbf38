"""Documents and questions of one's own, a JSON object a line: the same analysis and order as the
portal's, without a database.

A line that cannot be read is named on standard error by its number and left out.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, NamedTuple

import msgspec

from atazan import words
from atazan.cli.setup import refuse
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.search.asking import LONGEST, Asked, Widened
from atazan.search.document import Document
from atazan.search.index import Index, index_in

_ALIASES: Mapping[str, Lang] = {
    **{one: "kk" for one in ("kk", "kaz", "kz", "qaz")},
    **{one: "ru" for one in ("ru", "rus")},
    **{one: "en" for one in ("en", "eng")},
}
_MOST = 1000
_SAMPLE = 4000

Id = str | int | float


class Result(NamedTuple):
    """A document found."""

    id: Id
    score: float


class Line(msgspec.Struct, frozen=True):
    """The answer to one question."""

    id: Id
    results: list[dict[str, Id]]
    widened: tuple[Widened, ...]


class BadLine(ValueError):
    """A line that cannot be read: the phrase that says why."""

    def __init__(self, key: str, **facts: object) -> None:
        self.key, self.facts = key, facts
        super().__init__(key)


class Reading:
    """Reads objects off lines, and tells what was wrong with those left out."""

    def __init__(self, lang: Lang) -> None:
        self.lang, self.bad = lang, False

    def objects(self, name: str, lines: Iterable[bytes]) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each line that is a JSON object, with its number."""
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                read = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
                if not isinstance(read, dict):
                    raise BadLine("search.lines.no_object")
                yield number, read
            except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
                self.tell(name, number, BadLine("search.lines.no_json", why=str(wrong)))
            except BadLine as bad:
                self.tell(name, number, bad)

    def tell(self, name: str, number: int, bad: BadLine) -> None:
        """Name a line that is left out."""
        self.bad = True
        self.note(name, number, bad)

    def note(self, name: str, number: int, about: BadLine) -> None:
        """Say something of a line."""
        why = phrase(about.key, self.lang, about.facts)
        print(f"{name}:{number}: {why}", file=sys.stderr)


def run(args: argparse.Namespace) -> int:
    """Answer every question over the documents; returns the exit code."""
    lang: Lang = args.lang or "en"
    if not (args.docs and args.queries):
        return refuse(phrase("search.lines.both", lang))
    if args.docs == args.queries == "-":
        return refuse(phrase("search.lines.one_stdin", lang))
    if not 1 <= args.top <= _MOST:
        return refuse(phrase("search.lines.top", lang, {"given": args.top, "most": _MOST}))
    reading = Reading(lang)
    try:
        with (
            _opened(args.docs) as documents,
            _opened(args.queries) as queries,
            TemporaryDirectory(prefix="atazan-search-") as folder,
        ):
            ids: dict[str, Id] = {}
            index = index_in(Path(folder))
            index.put(_documents(documents, args.docs, reading, ids))
            if not ids:
                told = phrase("search.lines.no_documents", lang, {"file": args.docs})
                print(told, file=sys.stderr)
            for line in _answers(index, queries, args, reading, ids):
                sys.stdout.buffer.write(line + b"\n")
            sys.stdout.buffer.flush()
            index.close()
    except BrokenPipeError:  # who reads the answers has read enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 -- the process ends with it
        return 1 if reading.bad else 0
    except OSError as wrong:
        return refuse(f"{wrong.filename}: {wrong.strerror}")
    return 1 if reading.bad else 0


def _opened(name: str) -> Any:
    return nullcontext(sys.stdin.buffer) if name == "-" else open(name, "rb")


def _documents(
    lines: BinaryIO, name: str, reading: Reading, ids: dict[str, Id]
) -> Iterator[Document]:
    for number, one in reading.objects(name, lines):
        try:
            document = read_document(one)
        except BadLine as bad:
            reading.tell(name, number, bad)
            continue
        if document.id in ids:
            reading.note(name, number, BadLine("search.lines.twice", id=document.id))
        if not (document.title or document.text):
            reading.note(name, number, BadLine("search.lines.silent", id=document.id))
        ids[document.id] = one["id"]
        yield document


def read_document(one: Mapping[str, Any]) -> Document:
    """A document of a line: `id`, and `title` and `text` by language or as plain words."""
    id = _id(one)
    lang = _ALIASES.get(str(one.get("lang")).lower())
    title = _by_language(one, "title", lang)
    text = _by_language(one, "text", lang)
    return Document(id=id, kind="source", title=title, text=text, path=id)


def _id(one: Mapping[str, Any]) -> str:
    if "id" not in one:
        raise BadLine("search.lines.no_field", field="id")
    id = one["id"]
    if isinstance(id, bool) or not isinstance(id, (str, int, float)) or not str(id).strip():
        raise BadLine("search.lines.no_id", given=_short(id))
    return str(id)


def _by_language(one: Mapping[str, Any], field: str, lang: Lang | None) -> dict[Lang, str]:
    given = one.get(field)
    if given is None:
        return {}
    if isinstance(given, str):
        given = {lang or words.language(given[:_SAMPLE]): given} if given.strip() else {}
    if not isinstance(given, dict):
        raise BadLine("search.lines.no_words", field=field, given=_short(given))
    found: dict[Lang, str] = {}
    for name, said in given.items():
        if said is None:
            continue
        if not isinstance(said, str):
            raise BadLine("search.lines.no_words", field=f"{field}.{name}", given=_short(said))
        of = _ALIASES.get(str(name).lower()) or words.language(said[:_SAMPLE])
        found[of] = f"{found[of]}\n{said}" if of in found else said
    return found


def _answers(
    index: Index, lines: BinaryIO, args: argparse.Namespace, reading: Reading, ids: dict[str, Id]
) -> Iterator[bytes]:
    encode = msgspec.json.Encoder().encode
    for number, one in reading.objects(args.queries, lines):
        try:
            id, asked = one.get("id"), read_question(one)
            _id(one)
        except BadLine as bad:
            reading.tell(args.queries, number, bad)
            continue
        if len(str(one["query"])) > LONGEST:
            reading.note(args.queries, number, BadLine("search.lines.long", longest=LONGEST))
        found = index.rank(asked, args.top)
        results: list[dict[str, Id]] = [
            {"id": ids.get(name, name), "score": score} for name, score in found.places
        ]
        yield encode(Line(id, results, found.widened))


def read_question(one: Mapping[str, Any]) -> Asked:
    """The question of a line: `query`, and `lang` where it is told."""
    if "query" not in one:
        raise BadLine("search.lines.no_field", field="query")
    said = one["query"]
    if not isinstance(said, str):
        raise BadLine("search.lines.no_query", given=_short(said))
    lang = _ALIASES.get(str(one.get("lang")).lower())
    return Asked(words=said[:LONGEST], lang=lang)


def _short(given: object) -> str:
    shown = msgspec.json.encode(given).decode()
    return shown if len(shown) <= 60 else f"{shown[:60]}…"
