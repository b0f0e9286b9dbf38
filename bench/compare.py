"""Two versions of an act compared, against difflib and diff-match-patch over the whole text.

The act is made up: 100 articles of five paragraphs, about 238,000 characters; the later version
has 30 changed paragraphs and one article less. Ours gives the change of every provision and words
in readable pieces; the peers give letters or words of one long text, without provisions. All in
one run, time of one core; the middle of several runs; a peer that is not installed is left out.

    python bench/compare.py [--runs N]
"""

from __future__ import annotations

import argparse
import importlib
import random
import time
from collections.abc import Callable
from datetime import date
from difflib import SequenceMatcher
from statistics import median

from atazan.law.compared.changes import followed
from atazan.law.compared.days import between
from atazan.law.text.document import Block, Document, Facts

LETTERS = 238_000
ARTICLES, PARAGRAPHS, CHANGED = 100, 5, 30


def act() -> tuple[Document, Document]:
    """An act and its later version."""
    dice = random.Random(7)
    syllables = "ба ве го ди ка ле мо ни по ру са те ход ция ние".split()
    words = ["".join(dice.choices(syllables, k=dice.randint(1, 5))) for _ in range(1200)]
    commonness = [1 / (rank + 5) for rank in range(len(words))]
    old, new = [], []
    gone = dice.randrange(ARTICLES)
    staying = [n for n in range(ARTICLES * PARAGRAPHS) if n // PARAGRAPHS != gone]
    changed = set(dice.sample(staying, CHANGED))
    for article in range(1, ARTICLES + 1):
        lines = [Block(f"art_{article}", "heading", "Предмет регулирования", f"Статья {article}.")]
        edited = list(lines)
        for para in range(1, PARAGRAPHS + 1):
            said: list[str] = []
            while sum(map(len, said)) + len(said) < LETTERS / ARTICLES / PARAGRAPHS:
                said += dice.choices(words, commonness)
            eid = f"art_{article}__para_{para}"
            lines.append(Block(eid, "text", " ".join(said) + ".", f"{para}."))
            if (article - 1) * PARAGRAPHS + para - 1 in changed:
                place = dice.randrange(len(said) - 6)
                said[place : place + 3] = dice.choices(words, commonness, k=4)
                said[-2:] = dice.choices(words, commonness, k=2)
            edited.append(Block(eid, "text", " ".join(said) + ".", f"{para}."))
        old += lines
        new += edited if article - 1 != gone else []
    day = Facts(version=date(2026, 7, 1))
    return (
        Document(lang="ru", blocks=tuple(old)),
        Document(lang="ru", blocks=tuple(new), facts=day),
    )


def middle(deed: Callable[[], object], runs: int) -> float:
    """The middle of several runs in milliseconds; the first warms up and is not counted."""
    deed()
    spans = []
    for _ in range(runs):
        begun = time.process_time()
        deed()
        spans.append(time.process_time() - begun)
    return median(spans) * 1000


def peers(old: str, new: str, runs: int) -> dict[str, float]:
    """Milliseconds of each peer that is installed."""
    found = {
        "difflib, words": middle(
            lambda: SequenceMatcher(None, old.split(), new.split(), autojunk=False).get_opcodes(),
            max(1, runs // 20),
        )
    }
    for module, call in (
        ("fast_diff_match_patch", lambda made: made.diff(old, new)),
        ("diff_match_patch", lambda made: made.diff_match_patch().diff_main(old, new)),
    ):
        try:
            made = importlib.import_module(module)
        except ImportError:
            print(f"left out: {module} is not installed")
            continue
        found[f"{module}, letters"] = middle(lambda: call(made), runs)  # noqa: B023
    return found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=40)
    runs = asked.parse_args().runs
    old, new = act()
    compared = between(old, new)
    assert compared.counts == {"amended": CHANGED, "repealed": PARAGRAPHS + 1}, compared.counts
    ours = middle(lambda: between(old, new), runs)
    print(f"{len(old.printed):,} letters, {ARTICLES} articles, {CHANGED} paragraphs changed")
    print(f"between (provisions and words)   {ours:8.2f} ms   (due: under 15)")
    print(f"followed (names and changes)     {middle(lambda: followed(old, new), runs):8.2f} ms")
    for name, took in peers(old.printed, new.printed, runs).items():
        print(f"{name:32} {took:8.2f} ms   {took / ours:7.1f} times ours")


if __name__ == "__main__":
    main()
