"""The gold of citations: phrases marked by hand in the corpus and in made-up sentences."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from atazan.law.cited import Citation, citations

GOLD = Path(__file__).parent / "gold" / "citations"
_LAW = "codes/01-const-laws/2022/1105-o-konstitutsionnom-sude-respubliki-kazakhstan-173456"
FILES = {
    "law-2023-ru": (f"{_LAW}/rus.md", "cl-court-2022", date(2023, 7, 1)),
    "law-2023-kk": (f"{_LAW}/kaz.md", "cl-court-2022", date(2023, 7, 1)),
    "law-2026-ru": (f"{_LAW}/versions/2026-07-01/rus.md", "cl-court-2022", date(2026, 7, 1)),
    "law-2026-kk": (f"{_LAW}/versions/2026-07-01/kaz.md", "cl-court-2022", date(2026, 7, 1)),
    "const-2026-ru": ("codes/00-constitution-2026/rus.md", "const-2026", date(2026, 7, 1)),
    "const-2026-kk": ("codes/00-constitution-2026/kaz.md", "const-2026", date(2026, 7, 1)),
    "const-1995-ru": ("codes/00-constitution-1995/rus.md", "const-1995", date(2026, 6, 1)),
}


class Marked(NamedTuple):
    """One citation: its case, place, act and provisions."""

    case: str
    start: int
    end: int
    work: str | None
    targets: tuple[str, ...]


def lines(name: str) -> list[dict[str, Any]]:
    """The objects of a gold file."""
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines() if line]


def from_corpus(corpus: Path) -> tuple[set[Marked], set[Marked]]:
    """What is marked in the lines of the corpus, and what the recogniser finds in those lines."""
    wanted: set[Marked] = set()
    found: set[Marked] = set()
    rows = lines("corpus.jsonl")
    for file, (path, context, day) in FILES.items():
        text = (corpus / path).read_text("utf-8")
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        read = citations(text, None, context, day)
        for row in rows:
            if row["file"] != file:
                continue
            begin, end = starts[row["line"] - 1], starts[row["line"]]
            case = f"{file}:{row['line']}"
            for one in row["citations"]:
                at = one["at"]
                wanted.add(
                    Marked(case, at, at + len(one["text"]), one["work"], tuple(one["targets"]))
                )
            found |= {marked(case, one, begin) for one in read if begin <= one.start < end}
    return wanted, found


def from_sentences(name: str = "sentences.jsonl") -> tuple[set[Marked], set[Marked]]:
    """The same for a file of made-up sentences, negative ones among them."""
    wanted: set[Marked] = set()
    found: set[Marked] = set()
    for row in lines(name):
        text, at = row["text"], 0
        for one in row["citations"]:
            at = text.index(one["text"], at)
            wanted.add(
                Marked(row["id"], at, at + len(one["text"]), one["work"], tuple(one["targets"]))
            )
            at += len(one["text"])
        day = date.fromisoformat(row["day"]) if "day" in row else date(2026, 11, 28)
        read = citations(text, row["lang"], row.get("context"), day)
        found |= {marked(row["id"], one, 0) for one in read}
    return wanted, found


def marked(case: str, one: Citation, begin: int) -> Marked:
    """A citation found, in the form of the gold."""
    work = one.work and (one.work.id or one.work.uri)
    return Marked(case, one.start - begin, one.end - begin, work, one.targets)


def f1(wanted: set[Marked], found: set[Marked]) -> float:
    """Exact match of place, act and provisions: harmonic mean of precision and recall."""
    hit = len(wanted & found)
    return 2 * hit / (len(wanted) + len(found)) if wanted or found else 1.0
