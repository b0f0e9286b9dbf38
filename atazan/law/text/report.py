"""What was understood of a source, as figures and as sentences in three languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from atazan.law.text.document import Anomaly, Block, Document
from atazan.law.text.letters import mixed
from atazan.law.text.notes import Noted
from atazan.rules.citation import levels
from atazan.rules.text import Lang
from atazan.rules.words import phrase

_COUNTED = ("section", "chapter", "art", "para", "subpara")


class Report(Struct, frozen=True, kw_only=True):
    """Counts of provisions by level, of effects by kind; what was not understood, and where.

    `mixed` is the number of words with letters of two scripts, `examples` the first few different
    ones as printed. `digest` is that of the source and of what was read: they are equal, or nothing
    is read.
    """

    lines: int
    provisions: dict[str, int]
    effects: dict[str, int]
    unknown: tuple[Block, ...]
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
        found += [
            phrase(f"text.effect.{kind}", lang, {"n": count})
            for kind, count in self.effects.items()
        ]
        if self.unknown:
            found.append(phrase("text.report.unknown", lang, {"n": len(self.unknown)}))
        if self.mixed:
            words = ", ".join(self.examples)
            found.append(phrase("text.report.mixed", lang, {"n": self.mixed, "words": words}))
        return found + [
            phrase(f"text.anomaly.{one.kind}", lang, {"line": one.line, "words": one.words})
            for one in self.anomalies
        ]


def report(document: Document, effects: Sequence[Noted]) -> Report:
    """Count what a reading understood."""
    names = dict.fromkeys(_up(block.eid) for block in document.blocks)
    every = {eid for chain in names for eid in chain}
    words = [one.printed for block in document.blocks for one in mixed(block.printed)]
    return Report(
        lines=len(document.blocks),
        provisions=dict(Counter(levels(eid)[-1][0] for eid in sorted(every))),
        effects=dict(Counter(one.kind for one in effects)),
        unknown=tuple(block for block in document.blocks if block.kind == "other"),
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
