"""How fast the index is, and how large, against SQLite FTS5 and a plain scan in the same run.

Paragraphs are made up: words and forms of the platform's own phrases in Kazakh, Russian and
English, a third of the paragraphs in each, drawn by Zipf's law. FTS5 gets the same keys. Times are
of the processor, so that neighbours on the machine do not count: for indexing of all threads, for
a question of the thread that asks, in milliseconds, of the middle question and of the worst in a
hundred. `engine` is the plan alone, `ask` all that a page needs: order, true counts by facet,
snippets.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import tempfile
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, islice
from pathlib import Path
from time import perf_counter, process_time, thread_time

from msgspec.structs import replace

from atazan import words
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import all_words
from atazan.search.analysed import analysed
from atazan.search.asking import Asked
from atazan.search.document import Document
from atazan.search.engines import Clause, Mark, Plan, Term
from atazan.search.engines.tantivy import Tantivy
from atazan.search.index import Index
from atazan.search.keyed import marked
from atazan.search.shelf import SqliteShelf
from atazan.search.writing import Writing

TOP = 10
SCANNED = 20_000
DISTINCT = 50_000
_FORMS = 12
_LEMMAS = 3000


class Language:
    """Words of one language with the weights of Zipf's law."""

    def __init__(self, lang: Lang, dice: random.Random) -> None:
        said = Counter(
            token.word.lower()
            for phrase in all_words().values()
            for text in [phrase[lang]]
            for token in words.tokens(_plain(text))
            if token.word.isalpha()
        )
        self.lang, self.dice = lang, dice
        self.lemmas = [word for word, _ in said.most_common(_LEMMAS)]
        self.forms = [self._forms(lemma) for lemma in self.lemmas]
        self.upto = list(accumulate(1 / (rank + 2) for rank in range(len(self.lemmas))))

    def _forms(self, lemma: str) -> Sequence[str]:
        found = sorted(words.forms(words.lemma(lemma, self.lang), self.lang)) or [lemma]
        return self.dice.sample(found, min(_FORMS, len(found)))

    def paragraph(self) -> str:
        """One to three sentences."""
        many = self.dice.randint(12, 40)
        drawn = (bisect(self.upto, self.dice.random() * self.upto[-1]) for _ in range(many))
        return " ".join(self.dice.choice(self.forms[at % len(self.forms)]) for at in drawn) + "."

    def common(self, most: int) -> list[str]:
        """The commonest words that tell something."""
        telling = (word for word in self.lemmas if not words.is_common(word, self.lang))
        return list(islice(telling, most))


def _plain(said: str | dict[str, str]) -> str:
    """A phrase without the names of the values it mentions."""
    return re.sub(r"\{\w+\}", " ", said if isinstance(said, str) else " ".join(said.values()))


def documents(languages: Sequence[Language], many: int) -> Iterator[Document]:
    """Paragraphs in turn, with the days and facets of provisions."""
    for number in range(many):
        one = languages[number % len(languages)]
        year = 1995 + number % 31
        yield Document(
            id=f"provision/made-{number % 500}/para_{number}@{year}-01-01",
            kind="provision",
            title={},
            text={one.lang: one.paragraph()},
            path=f"norms/made-{number % 500}/para_{number}",
            since=f"{year}-01-01",
            facets={"work": (f"made-{number % 500}",), "year": (str(year),)},
        )


def fts5(path: Path, keyed: Sequence[tuple[int, str]]) -> sqlite3.Connection:
    """The same keys in SQLite FTS5, without a copy of the text."""
    base = sqlite3.connect(path)
    base.execute("create virtual table t using fts5(x, content='', tokenize='unicode61')")
    base.executemany("insert into t(rowid, x) values (?, ?)", keyed)
    base.execute("insert into t(t) values ('optimize')")
    base.commit()
    return base


def told(name: str, times: Sequence[float]) -> None:
    """Print one line: the middle and the hundredth."""
    middle, worst = sorted(times)[len(times) // 2], _hundredth(times)
    print(f"  {name:34}{middle * 1000:10.3f}{worst * 1000:10.3f}")


def timed(work: Callable[[], object]) -> float:
    """Seconds a call takes: the best of three, so that the first touch of a page does not count."""
    best = float("inf")
    for _ in range(3):
        begun = thread_time()
        work()
        best = min(best, thread_time() - begun)
    return best


def megabytes(folder: Path) -> float:
    """What a file or folder takes."""
    files = [folder] if folder.is_file() else [one for one in folder.rglob("*") if one.is_file()]
    return sum(one.stat().st_size for one in files) / 1e6


def build(folder: Path, languages: Sequence[Language], many: int) -> tuple[Index, Tantivy]:
    """Index everything, telling where the time goes."""
    made = list(documents(languages, many))
    letters = sum(len(text) for one in made for text in one.text.values())
    print(f"{many:,} paragraphs, {letters / 1e6:.0f} million characters\n")
    for lang in LANGS:
        for lemma_forms in next(one for one in languages if one.lang == lang).forms:
            words.keys(" ".join(lemma_forms), lang)
    alone = Tantivy(folder / "alone")
    begun = process_time()
    entries = [analysed(one, row) for row, one in enumerate(made, 1)]
    keyed_in = process_time() - begun
    begun = process_time()
    alone.write(entries, (), Mark())
    written_in = process_time() - begun
    engine = Tantivy(folder / "keys")
    index = Index(engine, SqliteShelf(folder / "shown.sqlite"), Writing(None))
    begun, clock = process_time(), perf_counter()
    index.put(made)
    whole, clock = process_time() - begun, perf_counter() - clock
    begun = process_time()
    base = fts5(folder / "fts5.sqlite", [(one.row, " ".join(one.texts)) for one in entries])
    theirs = process_time() - begun
    base.close()
    print("indexing, paragraphs a second of one core")
    for name, seconds in {
        "words to keys": keyed_in,
        "keys into the engine": written_in,
        "words to keys, into the engine": keyed_in + written_in,
        "keys into SQLite FTS5": theirs,
        "words to keys, into SQLite FTS5": keyed_in + theirs,
        "all, with what is shown": whole,
        "all, by the clock": clock,
    }.items():
        print(f"  {name:34}{many / seconds:10,.0f}")
    print("size, megabytes")
    print(f"  {'engine':34}{megabytes(folder / 'keys'):10.1f}")
    print(f"  {'what is shown, and its words':34}{megabytes(folder / 'shown.sqlite'):10.1f}")
    print(f"  {'SQLite FTS5':34}{megabytes(folder / 'fts5.sqlite'):10.1f}")
    print()
    return index, engine


def grow(folder: Path, languages: Sequence[Language], many: int) -> None:
    """How the engine alone grows: the same paragraphs again, as documents of their own."""
    made = [analysed(one, row) for row, one in enumerate(documents(languages, DISTINCT), 1)]
    print(f"\ngrowth{'':16}{'a second':>10}{'MB':>8}{'one p99':>10}{'all p99':>10}{'any p99':>10}")
    asked = questions(languages, random.Random(7))
    for size in (many // 10, many):
        engine = Tantivy(folder / f"grown-{size}")
        again = (replace(made[n % DISTINCT], id=str(n), row=n, thing=n) for n in range(size))
        begun = process_time()
        engine.write(again, (), Mark())
        took = process_time() - begun
        worst = [
            _hundredth([timed(partial(engine.find, _plan(*one, need), TOP)) for one in asked[kind]])
            for kind, need in (
                ("one term", 1), ("three very common, all", 3), ("three very common, any", 1),
            )
        ]  # fmt: skip
        room = megabytes(folder / f"grown-{size}")
        told_worst = "".join(f"{one * 1000:10.2f}" for one in worst)
        print(f"  {size:>12,} documents{size / took:9,.0f}{room:8.0f}{told_worst}")


def _hundredth(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, len(times) * 99 // 100)]


def questions(
    languages: Sequence[Language], dice: random.Random
) -> dict[str, list[tuple[Lang, list[str]]]]:
    """Questions of each kind."""
    one, two, three = [], [], []
    for language in languages:
        telling = language.common(600)
        one += [(language.lang, [word]) for word in dice.sample(telling, 43)]
        two += [(language.lang, dice.sample(telling[:200], 2)) for _ in range(30)]
        three += [(language.lang, dice.sample(telling[:12], 3)) for _ in range(15)]
    return {
        "one term": one,
        "two terms, both": two,
        "three very common, all": three,
        "three very common, any": three,
    }


def ask(folder: Path, index: Index, engine: Tantivy, languages: Sequence[Language]) -> None:
    """Ask every kind of question on every level."""
    base = sqlite3.connect(folder / "fts5.sqlite")
    kept = [one.text for _, one in islice(index._shelf.all(), SCANNED)]
    print(f"milliseconds{'':24}{'p50':>10}{'p99':>10}")
    for name, asked in questions(languages, random.Random(7)).items():
        print(name)
        need = 2 if "both" in name else 3 if "all" in name else 1
        whole = "any" not in name  # a page asks for all of the words first
        for level, work in _levels(index, engine, base, need).items():
            if whole or level in ("engine", "SQLite FTS5"):
                told(level, [timed(partial(work, *one)) for one in asked])
        told(f"plain scan of {SCANNED:,}", [timed(partial(_scan, kept, *one)) for one in asked[:5]])


def _levels(
    index: Index, engine: Tantivy, base: sqlite3.Connection, need: int
) -> dict[str, Callable[[Lang, Sequence[str]], object]]:
    sql = "select rowid from t where t match ? order by rank limit ?"
    return {
        "engine": lambda lang, said: engine.find(_plan(lang, said, need), TOP),
        "engine, counts by facet": lambda lang, said: engine.counts(_plan(lang, said, need)),
        "rank (order alone)": lambda lang, said: index.rank(_asked(lang, said), TOP),
        "ask": lambda lang, said: index.ask(_asked(lang, said)),
        "SQLite FTS5": lambda lang, said: base.execute(
            sql, (_match(lang, said, need), TOP)
        ).fetchall(),
    }


def _asked(lang: Lang, said: Sequence[str]) -> Asked:
    return Asked(words=" ".join(said), lang=lang, widen=False, most=TOP)


def _scan(kept: Sequence[dict[Lang, str]], lang: Lang, said: Sequence[str]) -> object:
    return [text for text in kept if all(word in text.get(lang, "") for word in said)]


def _plan(lang: Lang, said: Sequence[str], need: int) -> Plan:
    clauses = tuple(Clause((Term((marked(words.key(word, lang), lang),)),)) for word in said)
    return Plan(clauses=clauses, need=need)


def _match(lang: Lang, said: Sequence[str], need: int) -> str:
    joined = " OR " if need == 1 else " AND "
    return joined.join(f'"{words.key(word, lang)}"' for word in said)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--paragraphs", type=int, default=200_000)
    parser.add_argument("--growth", type=int, default=0, help="also to so many documents (2000000)")
    parser.add_argument("--folder", type=Path, help="where to put the indexes (a passing one)")
    args = parser.parse_args()
    languages = [Language(lang, random.Random(2026)) for lang in LANGS]
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        index, engine = build(Path(folder), languages, args.paragraphs)
        ask(Path(folder), index, engine, languages)
        index.close()
        if args.growth:
            grow(Path(folder), languages, args.growth)


if __name__ == "__main__":
    main()
