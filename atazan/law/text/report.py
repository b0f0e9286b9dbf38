"""What was understood of a source, as figures and as sentences in three languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from atazan.law.text.document import Anomaly, Block, Document
from atazan.law.text.letters import mixed
from atazan.law.text.notes import Noted
from atazan.rules.citation import levels
from atazan.rules.text import Lang
from atazan.rules.words import phrase

_SHOWN = 10
_COUNTED = ("section", "chapter", "art", "para", "subpara")


class Report(Struct, frozen=True, kw_only=True):
    """Counts of provisions by level, of effects by kind; what was not understood, and where.

    `mixed` is the number of words with letters of two scripts, `examples` the first few different
    ones as printed. `unknown_at` are the source lines of the unknown ones, where they are told,
    `unread` the notes whose meaning was not found. `digest` is that of the source and of what was
    read: they are equal, or nothing is read.
    """

    lines: int
    provisions: dict[str, int]
    effects: dict[str, int]
    unknown: tuple[Block, ...]
    unknown_at: tuple[int, ...]
    unread: tuple[Noted, ...]
    anomalies: tuple[Anomaly, ...]
    mixed: int
    examples: tuple[str, ...]
    digest: str

    def sentences(self, lang: Lang) -> list[str]:
        """The report for a reader, most important first."""
        found = [phrase("text.report.whole", lang, {"n": self.lines, "digest": self.digest[:12]})]
        found += [
            phrase(f"text.report.{level}", lang, {"n": self.provisions[level]})
            for level in _COUNTED
            if self.provisions.get(level)
        ]
        for kind, count in self.effects.items():
            found.append(phrase(f"text.effect.{kind}", lang, {"n": count}))
            if kind == "unread":
                found += [_line(note.line, note.words, lang) for note in self.unread[:_SHOWN]]
        if self.unknown:
            found.append(phrase("text.report.unknown", lang, {"n": len(self.unknown)}))
            places = zip(self.unknown_at, self.unknown, strict=False)
            found += [_line(at, block.printed, lang) for at, block in islice(places, _SHOWN)]
        if self.mixed:
            words = ", ".join(self.examples)
            found.append(phrase("text.report.mixed", lang, {"n": self.mixed, "words": words}))
        return found + list(self._odd(lang))

    def _odd(self, lang: Lang) -> Iterator[str]:
        """The anomalies in words, the first ten of a kind, then how many more there are."""
        many = Counter(one.kind for one in self.anomalies)
        seen: Counter[str] = Counter()
        for one in self.anomalies:
            seen[one.kind] += 1
            if seen[one.kind] <= _SHOWN:
                facts = {"line": one.line, "words": one.words}
                yield phrase(f"text.anomaly.{one.kind}", lang, facts)
            elif seen[one.kind] == many[one.kind]:
                yield phrase("text.report.more", lang, {"n": many[one.kind] - _SHOWN})


def _line(at: int, words: str, lang: Lang) -> str:
    short = words if len(words) <= 100 else words[:100].rsplit(" ", 1)[0] + " …"
    return "  " + phrase("text.report.line", lang, {"line": at, "words": short})


def report(document: Document, effects: Sequence[Noted], at: Sequence[int] = ()) -> Report:
    """Count what a reading understood. `at` are the source lines of the blocks, where known."""
    names = dict.fromkeys(_up(block.eid) for block in document.blocks)
    every = {eid for chain in names for eid in chain}
    words = [one.printed for block in document.blocks for one in mixed(block.printed)]
    return Report(
        lines=len(document.blocks),
        provisions=dict(Counter(levels(eid)[-1][0] for eid in sorted(every))),
        effects=dict(Counter(one.kind for one in effects)),
        unknown=tuple(block for block in document.blocks if block.kind == "other"),
        unknown_at=tuple(
            line for line, one in zip(at, document.blocks, strict=False) if one.kind == "other"
        ),
        unread=tuple(one for one in effects if one.kind == "unread"),
        anomalies=document.anomalies,
        mixed=len(words),
        examples=tuple(dict.fromkeys(words))[:5],
        digest=document.digest,
    )


def _up(eid: str) -> tuple[str, ...]:
    """A provision and all it stands in; nothing for what stands outside."""
    if "_" not in eid:
        return ()
    steps = eid.split("__")
    return tuple("__".join(steps[:n]) for n in range(1, len(steps) + 1))
