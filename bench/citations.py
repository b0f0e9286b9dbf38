"""How fast citations are recognised: megabytes and citations a second, by size and density.

Against two peers in the same run: one plain `re` alternation over the words for levels (it finds
places, and reads nothing), and eyecite where it is installed (it reads citations of the United
States). Running text is made of the words of real laws where they are at hand, else of a small list.
Times are of the processor, the best of several runs that take turns; phrases read in one run are
kept for the next, as they are in a corpus. Of the dense text the first run is told too, and the
time by the clock.
"""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from atazan.law.cited import citations

ON = date(2026, 11, 28)
PLAIN = re.compile(
    r"(?:(?:под)?пункт|стат|част)\w*\s+[0-9][0-9\-–), и]*|[0-9][0-9\-, ]*-ба[бп]\w*"
    r"|Articles?\s+[0-9()\-]+|№\s*[0-9]+-\w+"
)
WORDS = (
    "суд рассматривает обращение гражданина в срок установленный законом и выносит решение "
    "сот азаматтың өтінішін белгіленген мерзімде қарайды және шешім шығарады "
    "the court considers the petition within the time set and adopts a decision"
).split()
SIZES = {"20 KB": 20_000, "320 KB": 320_000, "5 MB": 5_000_000, "20 MB": 20_000_000}
DENSITIES = {"none": 0, "law": 600, "research": 2450}
"""Citations a megabyte: none; about as in the law on the Court; as in the study of peers."""


def cited(dice: random.Random) -> str:
    """One citation of a mixed stock."""
    one, two, three = dice.randint(1, 99), dice.randint(1, 20), dice.randint(1, 9)
    return dice.choice(
        [
            f"подпунктом {three}) пункта {two} статьи {one} Конституции",
            f"статьями {one} и {one + 1} Уголовного кодекса",
            f"Конституцияның {one}-бабы {three}-тармағының {two}) тармақшасы",
            f"Article {one}({two})({three}) of the Constitution",
            f"пункта {two} статьи {one} настоящего Закона",
            f"осы баптың {three}-тармағы",
            f"№ {dice.randint(12, 89)}-НП",
        ]
    )


def text_of(size: int, density: int, words: list[str], dice: random.Random) -> str:
    """Running text of `size` bytes in UTF-8 with `density` citations a megabyte."""
    parts: list[str] = []
    done, gap = 0, 1_000_000 / density if density else size
    due = gap
    while done < size:
        sentence = " ".join(dice.choices(words, k=12))
        if density and done >= due:
            sentence += f" {cited(dice)}"
            due += gap
        parts.append(f"{sentence}.\n")
        done += len(parts[-1].encode())
    return "".join(parts)


def best(work: Callable[[], int], times: int) -> tuple[float, int]:
    """The least time of several runs, and what the work answered."""
    least, answer = float("inf"), 0
    for _ in range(times):
        begun = process_time()
        answer = work()
        least = min(least, process_time() - begun)
    return least, answer


def peers() -> dict[str, Callable[[str], int]]:
    """What is measured beside, by name."""
    found: dict[str, Callable[[str], int]] = {"re": lambda text: len(PLAIN.findall(text))}
    try:
        from eyecite import get_citations
    except ImportError:
        print("left out: eyecite is not installed")
    else:
        found["eyecite"] = lambda text: len(get_citations(text[:20_000]))
    return found


def running_words(shared: Path) -> list[str]:
    """Words of real laws without figures and names of levels; a small list where none are there."""
    found = [
        word
        for path in sorted(shared.glob("corpus/codes/**/*.md"))
        for word in path.read_text("utf-8").split()
        if word.isalpha() and word.islower()
    ]
    return found or WORDS


def main() -> None:
    """Print a table of figures, then the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    args = parser.parse_args()
    words, dice, beside = running_words(args.shared), random.Random(7), peers()
    print(f"{'text':>18} {'MB/s':>7} {'found':>7} {'a second':>9}  peers, MB/s")
    warm = text_of(200_000, 5000, words, random.Random(1))
    citations(warm, None, "cl-court-2022", ON)  # tables and patterns are made once
    for density, rate in DENSITIES.items():
        for size, many in SIZES.items():
            text = text_of(many, rate, words, dice)
            times = args.times if many < 5_000_000 else 2
            took, found = best(
                lambda text=text: len(citations(text, None, "cl-court-2022", ON)), times
            )
            size_mb = len(text.encode()) / 1e6
            said = []
            for name, work in beside.items():
                whole = name != "eyecite"
                spent, _ = best(lambda work=work, text=text: work(text), times)
                mb = size_mb if whole else len(text[:20_000].encode()) / 1e6
                said.append(f"{name} {mb / spent:.1f} (×{size_mb / took / (mb / spent):.2f})")
            print(
                f"{density:>9} {size:>8} {size_mb / took:7.1f} {found:7d} {found / took:9.0f}"
                f"  {', '.join(said)}"
            )
    dense = "; ".join(cited(dice) for _ in range(20_000))
    begun = process_time()
    found = len(citations(dense, None, "cl-court-2022", ON))
    first = process_time() - begun
    print(f"nothing but citations, first run: {found / first:.0f} a second")
    clock = perf_counter()
    took, found = best(lambda: len(citations(dense, None, "cl-court-2022", ON)), 2 * args.times)
    clock = (perf_counter() - clock) / (2 * args.times)
    print(f"nothing but citations: {found / took:.0f} a second; by the clock {found / clock:.0f}")
    for path in sorted(args.shared.glob("corpus/codes/00-constitution-2026/*.md")):
        text = path.read_text("utf-8") * 4
        took, found = best(lambda text=text: len(citations(text, None, "const-2026", ON)), 5)
        print(f"{path.stem} of the Constitution: {len(text.encode()) / 1e6 / took:.1f} MB/s")


if __name__ == "__main__":
    main()
