"""What was held unconstitutional, and which provisions of a law rest on it or repeat it.

The law makes such a finding a ground for ending the effect of provisions that contain the same,
rest on it or reproduce it: law on the Court, art. 63(3). Which those are, people decide; here
candidates are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from atazan.law.cited import citations
from atazan.law.conformity.nonconformity import Confidence, Nonconformity, place
from atazan.law.conformity.repeated import LIKELY, SURE, Repeated, Sought, lines_of
from atazan.law.text.document import Document
from atazan.rules.book import NoRuleInForce, Source, rules
from atazan.rules.citation import Provision, meet
from atazan.rules.text import Lang, Text
from atazan.rules.works import works


class Held(Struct, frozen=True):
    """A provision held unconstitutional from `since` on by a decision (its id in the record).

    Without a decision: any provision, whose words and citations are looked for as of `since`.

    `words` by language: those that were held, or all of the provision as it read; {} where no text
    of it is held.
    """

    provision: Provision
    since: date
    decision: str
    words: dict[Lang, str] = {}

    @property
    def named(self) -> Text | str:
        """What the work is called."""
        known = works().get(self.provision.work)
        return known.short if known else self.provision.work


def duty(day: date) -> tuple[Source, ...]:
    """Where the law of the day says what follows for provisions that repeat or rest on one held so.

    Nothing where no rule of that day does. Source: rule consequence.reproducing.
    """
    try:
        rule = rules().on(day)["consequence.reproducing"]
    except NoRuleInForce:
        return ()
    return (rule.source, *rule.also)


def repeating(
    document: Document, work: str | None, held: Iterable[Held], day: date
) -> Iterator[Nonconformity]:
    """Places that repeat the words of a provision held unconstitutional; itself left out."""
    with_words = [one for one in held if one.words.get(document.lang)]
    lines = lines_of(document) if with_words else []
    for one in with_words:
        for found in Sought(one.words[document.lang]).repeated(lines):
            eid = document.blocks[found.line].eid
            if work == one.provision.work and meet(eid, one.provision.eid):
                continue
            yield _repeats(document, one, found, day)


def _repeats(document: Document, one: Held, found: Repeated, day: date) -> Nonconformity:
    run = found.run
    sure: Confidence = "low"
    if run.words >= SURE or (run.words >= LIKELY and found.share >= 0.8):
        sure = "high"
    elif run.words >= LIKELY or found.share >= 0.8:
        sure = "medium"
    return Nonconformity(
        kind="repeats",
        place=place(document, found.line, run.start, run.end),
        about=f"{one.provision.work}/{one.provision.eid}",
        key="conformity.repeats" if one.decision else "conformity.alike",
        facts={**_facts(one), "words": str(run.words)},
        sources=duty(day),
        old=one.provision,
        was=one.words[document.lang][run.other_start : run.other_end],
        confidence=sure,
    )


def resting(
    document: Document, work: str | None, held: Iterable[Held], day: date
) -> Iterator[Nonconformity]:
    """Places that cite a provision held unconstitutional, or a part of it; itself left out."""
    of_work: dict[str, list[Held]] = {}
    for one in held:
        of_work.setdefault(one.provision.work, []).append(one)
    if not of_work:
        return
    for line, block in enumerate(document.blocks):
        if block.kind == "note":
            continue
        for cited in citations(block.text, document.lang, f"{work}#{block.eid}", day):
            for one in of_work.get((cited.work.id if cited.work else None) or "", ()):
                own = work == one.provision.work and meet(block.eid, one.provision.eid)
                hit = [eid for eid in cited.targets if meet(eid, one.provision.eid)]
                if hit and not own:
                    yield Nonconformity(
                        kind="rests",
                        place=place(document, line, cited.start, cited.end),
                        about=f"{one.provision.work}/{one.provision.eid}",
                        key="conformity.rests" if one.decision else "conformity.cites",
                        facts=_facts(one),
                        sources=duty(day),
                        old=one.provision,
                        confidence="high" if one.provision.eid in hit else "medium",
                    )


def _facts(one: Held) -> dict[str, str | Text | date]:
    return {"work": one.named, "cited": f"eid:{one.provision.eid}", "since": one.since}
