"""Work out `learned.txt` from what is held in two or three languages.

Run by hand: `python -m atazan.search.translations.build CORPUS`, CORPUS being the folder of law
texts (`kaz.md` beside `rus.md`). Only single words go in, no sentences: those that translate each
other and names written in three languages. Words that the files written by hand translate already
are left out, and so are those of `not_learned.txt`, read and found wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from atazan import words
from atazan.rules.text import LANGS, Lang
from atazan.search.translations.aligning import Link, links
from atazan.search.translations.parallel import Pair, of_corpus, of_house, of_names
from atazan.search.translations.table import HERE, LEARNED, read

MOST = 2
"""Translations kept of a word into one language."""

SURE = {("kk", "ru"): 0.4, ("kk", "en"): 0.6, ("ru", "en"): 0.6}
"""How sure a link must be: with English there are only our own short strings to learn from."""

_HOUSE = HERE.parents[1]


def main(corpus: Path) -> None:
    """Write the file anew."""
    every = [*of_corpus(corpus), *of_house(_HOUSE)]
    by_langs: dict[tuple[Lang, Lang], list[Pair]] = defaultdict(list)
    for pair in every:
        by_langs[pair.langs].append(pair)
    known, wrong = _by_hand(), _wrong()
    lines: list[str] = []
    for langs, pairs in sorted(by_langs.items()):
        found = links([pair.sides for pair in pairs], sure=SURE[langs])
        fit = [one for one in found if _fit(one, langs) and (one.left, one.right) not in wrong]
        of_law = {one for pair in pairs if pair.source == "corpus" for one in pair.sides[0]}
        new = [one for one in _best(fit) if not _known(one, langs, known)]
        lines += [_line(one, langs, "corpus" if one.left in of_law else "house") for one in new]
        print(langs, len(pairs), "statements,", len(found), "links,", len(new), "kept")
    names = ["\t".join([*name, "1.00", "house"]) for name in of_names(_HOUSE)]
    lines += names
    print(len(names), "names")
    LEARNED.write_text("\n".join([*_HEAD, *lines]) + "\n", "utf-8")


_HEAD = (
    "# Worked out by build.py; do not edit: put what is wrong in not_learned.txt, what is missing",
    "# in hand/. kk, ru, en, weight, source; one language is missing in each line.",
)


def _by_hand() -> dict[tuple[Lang, Lang], set[tuple[str, str]]]:
    """Index keys of single words that are translated by hand, as pairs."""
    known: dict[tuple[Lang, Lang], set[tuple[str, str]]] = defaultdict(set)
    for file in sorted((HERE / "hand").glob("*.txt")):
        for row in read(file):
            for left in LANGS:
                for right in LANGS:
                    known[left, right] |= {
                        (words.key(one, left), words.key(other, right))
                        for one in row.says.get(left, ())
                        for other in row.says.get(right, ())
                    }
    return known


def _known(
    link: Link, langs: tuple[Lang, Lang], known: dict[tuple[Lang, Lang], set[tuple[str, str]]]
) -> bool:
    return (words.key(link.left, langs[0]), words.key(link.right, langs[1])) in known[langs]


def _wrong() -> set[tuple[str, str]]:
    lines = (HERE / "not_learned.txt").read_text("utf-8").splitlines()
    return {(line.split("\t")[0], line.split("\t")[1]) for line in lines if "\t" in line}


def _fit(link: Link, langs: tuple[Lang, Lang]) -> bool:
    """Whether both are words that tell something."""
    return all(
        len(word) > 2
        and not words.is_common(word, lang)
        and word.isalpha()
        and word.isascii() == (lang == "en")
        for word, lang in zip(link[:2], langs, strict=True)
    )


def _best(found: Iterable[Link]) -> Iterator[Link]:
    lefts: Counter[str] = Counter()
    rights: Counter[str] = Counter()
    for link in found:
        lefts[link.left] += 1
        rights[link.right] += 1
        if lefts[link.left] <= MOST and rights[link.right] <= MOST:
            yield link


def _line(link: Link, langs: tuple[Lang, Lang], source: str) -> str:
    says = dict(zip(langs, link[:2], strict=True))
    cells = [says.get(lang, "") for lang in LANGS]
    return "\t".join([*cells, f"{link.sure:.2f}", source])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("corpus", type=Path)
    main(parser.parse_args().corpus)
