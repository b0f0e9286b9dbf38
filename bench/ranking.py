"""How well `atazan search` ranks, against plain BM25 over the same texts in the same run.

The gold is tests/gold/search: queries in Kazakh, Russian and English with graded judgments, most of
them answered only in another language. BM25 is the textbook one (k1 = 1.2, b = 0.75) over lower-
cased words, the texts of all languages in one field. Figures are means over queries: nDCG@10 with
gains 2^grade - 1, recall@10 of what is graded 2 or 3, the reciprocal rank of the first such. What
nobody judged counts as 0; how much of the answers was judged is told beside.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.search_gold import LANGS, PARTS, Document, Query, collection, crosses, queries  # noqa: E402

AIM = 0.25
TOP = 10
Ranked = dict[str, list[str]]


class Figures(NamedTuple):
    """Of one query: each between 0 and 1."""

    ndcg: float
    recall: float
    mrr: float
    judged: float


def bm25(
    documents: Iterable[Document], asked: Iterable[Query], k1: float = 1.2, b: float = 0.75
) -> Ranked:
    """Plain BM25 over surface words."""

    def words(text: str) -> list[str]:
        return re.findall(r"\w+", text.lower())

    held = {
        str(one["id"]): Counter(words(" ".join([*one["title"].values(), *one["text"].values()])))
        for one in documents
    }
    length = {name: counts.total() for name, counts in held.items()}
    usual = mean(length.values())
    where: dict[str, list[str]] = defaultdict(list)
    for name, counts in held.items():
        for word in counts:
            where[word].append(name)
    found: Ranked = {}
    for query in asked:
        scores: dict[str, float] = defaultdict(float)
        for word in words(query.query):
            holding = where.get(word, ())
            rare = math.log(1 + (len(held) - len(holding) + 0.5) / (len(holding) + 0.5))
            for name in holding:
                times = held[name][word]
                scores[name] += (
                    rare * times * (k1 + 1) / (times + k1 * (1 - b + b * length[name] / usual))
                )
        found[query.id] = sorted(scores, key=lambda name: (-scores[name], name))[:TOP]
    return found


def searched(
    documents: Iterable[Document], asked: Iterable[Query], top: int = TOP
) -> dict[str, Any]:
    """The lines `atazan search --docs --queries` answers, by query."""
    with tempfile.TemporaryDirectory() as folder:
        docs, lines = Path(folder) / "docs.jsonl", Path(folder) / "queries.jsonl"
        docs.write_text(
            "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents), "utf-8"
        )
        lines.write_text(
            "".join(
                json.dumps({"id": q.id, "lang": q.lang, "query": q.query}, ensure_ascii=False)
                + "\n"
                for q in asked
            ),
            "utf-8",
        )
        command = [sys.executable, "-m", "atazan.cli.main", "search"]
        told = subprocess.run(
            [*command, "--docs", str(docs), "--queries", str(lines), "--top", str(top)],
            capture_output=True, text=True, check=False, cwd=ROOT,
        )  # fmt: skip
    if told.returncode:
        sys.exit(f"atazan search failed ({told.returncode}):\n{told.stderr}{told.stdout[:2000]}")
    return {line["id"]: line for line in map(json.loads, told.stdout.splitlines())}


def figures(query: Query, ranked: list[str], held: dict[str, Document]) -> Figures:
    """What one answer is worth."""
    grades = {name: grade for name, grade in query.judged.items() if name in held}

    def gain(wanted: Iterable[int]) -> float:
        return sum((2**grade - 1) / math.log2(at + 2) for at, grade in enumerate(wanted))

    best = gain(sorted(grades.values(), reverse=True)[:TOP])
    good = {name for name, grade in grades.items() if grade >= 2}
    first = next((at for at, name in enumerate(ranked[:TOP], 1) if name in good), 0)
    return Figures(
        ndcg=gain(grades.get(name, 0) for name in ranked[:TOP]) / best,
        recall=len(good & set(ranked[:TOP])) / min(len(good), TOP),
        mrr=1 / first if first else 0.0,
        judged=mean(name in grades for name in ranked[:TOP]) if ranked else 1.0,
    )


def table(asked: list[Query], held: dict[str, Document], of: dict[str, dict[str, Figures]]) -> None:
    """Print the means of each ranker, for each slice of the queries."""
    slices: dict[str, Callable[[Query], bool]] = {
        "all": lambda query: True,
        **{lang: lambda query, lang=lang: query.lang == lang for lang in LANGS},
        "own language": lambda query: not crosses(query, held),
        "across languages": lambda query: crosses(query, held),
        "dev": lambda query: query.part == "dev",
        "held out": lambda query: query.part != "dev",
        "held out, own": lambda query: query.part != "dev" and not crosses(query, held),
        "held out, across": lambda query: query.part != "dev" and crosses(query, held),
        "written last": lambda query: query.part == "fresh",
    }
    print(
        f"{'':18}{'n':>4}"
        + "".join(f"{f'{name} nDCG':>13}{'recall':>8}{'MRR':>7}" for name in of)
        + f"{'gain':>8}"
    )
    for name, kept in slices.items():
        chosen = [query.id for query in asked if kept(query)]
        if not chosen:
            continue
        means = [
            [mean(column) for column in zip(*(found[q] for q in chosen), strict=True)]
            for found in of.values()
        ]
        row = "".join(f"{m[0]:13.3f}{m[1]:8.3f}{m[2]:7.3f}" for m in means)
        print(f"{name:18}{len(chosen):4}{row}{means[-1][0] - means[0][0]:+8.3f}")


def worst(
    asked: list[Query],
    held: dict[str, Document],
    found: dict[str, Figures],
    told: dict[str, Any],
    most: int,
) -> None:
    """Print the queries answered worst: what is missing, what is in its place, what was widened."""
    for query in sorted(asked, key=lambda query: found[query.id].ndcg)[:most]:
        ranked = [hit["id"] for hit in told[query.id]["results"]]
        missing = [
            f"{name} ({'+'.join(held[name]['text'])})"
            for name, grade in query.judged.items()
            if grade >= 2 and name in held and name not in ranked
        ]
        print(
            f"\n{found[query.id].ndcg:.2f}  {query.id} ({query.part}) «{query.query}»: {query.need}"
        )
        print(f"      not in the first {TOP}: {', '.join(missing) or 'none (wrong order)'}")
        first = ", ".join(f"{name}={query.judged.get(name, 0)}" for name in ranked[:5])
        print(f"      first: {first or 'nothing found'}")
        for one in told[query.id].get("widened") or ():
            print(f"      also: {json.dumps(one, ensure_ascii=False)[:200]}")


def main() -> None:
    reader = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    reader.add_argument("--part", choices=PARTS, action="append", help="default: all")
    reader.add_argument(
        "--worst", type=int, default=10, help="of dev only: held-out queries are not shown"
    )
    reader.add_argument("--bm25-only", action="store_true")
    reader.add_argument("--json", type=Path, help="write the figures and the answers here too")
    given = reader.parse_args()
    corpus = Path(os.environ.get("ATAZAN_SHARED", ROOT.parent / "shared")) / "corpus"
    if not corpus.is_dir():
        print(f"no law texts at {corpus} (set ATAZAN_SHARED): some queries have nothing to find")
    documents = collection(corpus if corpus.is_dir() else None)
    held = {str(one["id"]): one for one in documents}
    asked = [
        q
        for q in queries(*(given.part or ()))
        if any(g >= 2 and d in held for d, g in q.judged.items())
    ]
    plain = bm25(documents, asked)
    of = {"BM25": {q.id: figures(q, plain[q.id], held) for q in asked}}
    told: dict[str, Any] = {}
    if not given.bm25_only:
        told = searched(documents, asked)
        ours = {q.id: [hit["id"] for hit in told[q.id]["results"]] for q in asked}
        of["atazan"] = {q.id: figures(q, ours[q.id], held) for q in asked}
    across = sum(crosses(q, held) for q in asked)
    print(f"{len(documents)} documents, {len(asked)} queries, {across} across languages\n")
    table(asked, held, of)
    for name, found in of.items():
        seen = mean(one.judged for one in found.values())
        print(f"{name}: {seen:.2f} of the first {TOP} were judged")
    if told:
        won = mean(f.ndcg for f in of["atazan"].values()) - mean(
            f.ndcg for f in of["BM25"].values()
        )
        met = "met" if won >= AIM else "not met"
        print(f"\nnDCG@10 is {won:+.3f} against BM25; the aim is +{AIM:.2f}: {met}")
        worst([q for q in asked if q.part == "dev"], held, of["atazan"], told, given.worst)
    if given.json:
        given.json.write_text(
            json.dumps({"bm25": plain, "atazan": told, "figures": of}, ensure_ascii=False), "utf-8"
        )


if __name__ == "__main__":
    main()
