"""`atazan read PATH...`: papers one by one, as pages of text or as an object a line."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from atazan.cli.read_kept import Kept, kept
from atazan.cli.read_progress import Progress
from atazan.cli.read_told import told
from atazan.cli.setup import refuse
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.sources.opened import Paper, Unopened, papers
from atazan.sources.opened.alike import Known
from atazan.sources.opened.opening import Keep
from atazan.sources.reading.answered import NAMED, acts, written
from atazan.sources.reading.asked import day_of
from atazan.sources.reading.done import StateRefused, key
from atazan.sources.understood.told import Understood


def run(args: argparse.Namespace, out: Lang) -> int:
    """Read every paper; 1 where some could not be opened, 2 where a file cannot be had."""
    try:
        with kept(args, args.format, out) as answers:
            met, refused = _answer(args, out, answers)
    except StateRefused as refusal:
        return refuse(phrase(refusal.key, out, refusal.facts))
    except BrokenPipeError:
        raise
    except OSError as wrong:
        return refuse(f"{wrong.filename or args.out or '-'}: {wrong.strerror}")
    if met and args.format == "text" and not args.out and "-" not in args.paths:
        day = ["--published", str(args.published)] if args.published else []
        print(phrase("reading.next", out, {"paths": shlex.join([*day, *args.paths])}))
    if refused:
        print(phrase("reading.left_out", out, {"n": refused}), file=sys.stderr)
    return 1 if refused else 0


def opened(
    args: argparse.Namespace,
    refused: list[Unopened],
    out: Lang,
    progress: Progress,
    keep: Keep | None = None,
) -> Iterator[Paper]:
    """The papers of all paths; what cannot be opened is said, kept in `refused`, and passed by.

    `keep` is given each paper's own bytes and place.
    """

    def refuse_one(one: Unopened) -> None:
        refused.append(one)
        progress.clear()
        print(one.says(out), file=sys.stderr)

    published = args.published.isoformat() if args.published else None
    limit = args.limit * 2**20
    for path in args.paths:
        given = sys.stdin.buffer.read(limit + 1) if path == "-" else Path(path)
        place = "-" if path == "-" else ""
        yield from papers(
            given,
            place=place,
            published=published,
            limit=limit,
            refused=refuse_one,
            keep=keep,
        )


def understood(paper: Paper, lang: Lang | None) -> Understood:
    """What a paper tells."""
    from atazan.sources.understood.understanding import understand

    return understand(paper.text, lang, day_of(paper.published))


def _answer(args: argparse.Namespace, out: Lang, answers: Kept) -> tuple[int, int]:
    """Answer every paper that was not answered before; how many were met, how many refused."""
    progress, refused, reports = Progress(out), list[Unopened](), _Reports()
    place, number, met = "", 0, 0
    for paper in opened(args, refused, out, progress):
        met += 1
        number = number + 1 if paper.place == place else 0
        place = paper.place
        item = key(place, number, paper.hash)
        repeats = reports.repeated(paper)
        new = not answers.has(item)
        if new:
            one = understood(paper, args.lang)
            if args.format == "json":
                answer = written(as_json(paper, one, repeats)) + b"\n"
            else:
                answer = told(paper, one, out, _said(repeats, out)).encode("utf-8", "replace")
            answers.put(item, answer)
        progress.step(new=new)
    progress.clear()
    return met, len(refused)


class Repeats(NamedTuple):
    """The earlier paper that tells the same report; `alike` from 0 to 1, `same` word for word."""

    place: str
    hash: str
    alike: float
    same: bool


class _Reports:
    """The reports met so far in this reading."""

    def __init__(self) -> None:
        self._known = Known()
        self._places: dict[str, str] = {}

    def repeated(self, paper: Paper) -> Repeats | None:
        """The earlier paper this one repeats; it is known from now on."""
        if not paper.text:
            return None
        self._places.setdefault(paper.hash, paper.place)
        found = self._known.add(paper.hash, paper.text)
        return found and Repeats(self._places[found.of], found.of, found.alike, found.same)


def _said(repeats: Repeats | None, lang: Lang) -> str:
    if repeats is None:
        return ""
    facts = {"place": repeats.place, "share": round(100 * repeats.alike)}
    return phrase("reading.repeats", lang, facts)


def as_json(paper: Paper, one: Understood, repeats: Repeats | None) -> dict[str, Any]:
    """A paper and what it tells; offsets are code points of `text`, `end` exclusive."""
    about = {
        name: getattr(paper, name)
        for name in "place hash title outlet author published url format".split()
    }
    about |= {"lang": one.lang, "noted": [name.rpartition(".")[2] for name in paper.noted]}
    named = {name: getattr(one, name) for name in NAMED}
    again = repeats and repeats._asdict()
    return about | {"repeats": again, "text": paper.text, "acts": acts(one)} | named
