"""How fast texts are read and understood: articles a second on one core, memory, cold start.

Articles are made of the annotated texts (tests/gold/reading/seen), several joined to about 400
words. No two are alike: in each the letters of the persons' names are changed for others of their
sort, endings kept, and every day and year is drawn anew, so that what was kept of one article's
names does not help with the next. Common words repeat, as they do in news; how many forms were new
to an article is told.

In the same run: (a) the limit, the same lines decoded and cut into sentences and words and nothing
more; (b) peers over the Russian articles: pymorphy3 tagging every word, and natasha (words, tags,
names in the nominative) where it is installed. No peer tells acts.

    python bench/reading.py [--articles 3000] [--memory 100000]
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import namedtuple
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from threading import Thread
from time import perf_counter, process_time

from atazan.sources.measured import Item, items
from atazan.sources.reading.answered import answered, written
from atazan.sources.reading.asked import asked
from atazan.sources.reading.lines import Line
from atazan.sources.understood.sentences import sentences

ROOT = Path(__file__).resolve().parents[1]
SEEN = ROOT / "tests" / "gold" / "reading" / "seen"
WORDS = 400
"""Words of an article, about."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\d.,/-])(?:(?P<year>(?:19|20)\d\d)|(?P<day>[12]?\d))(?![\d.,/-])")
_SORTS = {
    "kk": ("аеоуыәөүұі", "бвгджзклмнпрстхшқңғһ"),
    "ru": ("аеиоуыэюя", "бвгджзклмнпрстфхцчшщ"),
    "en": ("aeiou", "bcdfghjklmnpqrstvwxz"),
}
PARTS = "sentences named people days speech sources acts quantities".split()
_KEPT = 3
"""Last letters of a name's word that stay: its endings."""


def articles(dice: random.Random) -> Iterator[tuple[str, str, str]]:
    """Articles without end: language, text, day of publication; the languages take turns."""
    gold = list(items(SEEN))
    turns = [
        _of(list(filter(lambda one, lang=lang: one.lang == lang, gold)), dice)
        for lang in ("kk", "ru", "en")
    ]
    for turn in cycle(turns):
        yield next(turn)


def _of(texts: list[Item], dice: random.Random) -> Iterator[tuple[str, str, str]]:
    while True:
        joined: list[str] = []
        while sum(len(text.split()) for text in joined) < WORDS * 3 // 4:
            joined.append(varied(dice.choice(texts), dice))
        day = f"{dice.randint(2019, 2026)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        yield texts[0].lang, "\n".join(joined), day


def varied(item: Item, dice: random.Random) -> str:
    """A text with other names and days."""
    begins = {
        word[:4].lower() for name in item.persons for word in _WORD.findall(name) if len(word) > 4
    }
    letters: dict[str, str] = {}
    for sort in _SORTS[item.lang]:
        letters |= dict(zip(sort, dice.sample(sort, len(sort)), strict=True))

    def other(found: re.Match[str]) -> str:
        word = found[0]
        if word[:4].lower() not in begins or not word[0].isupper():
            return word
        cut = max(4, len(word) - _KEPT)
        made = "".join(letters.get(one, one) for one in word[:cut].lower())
        return made[:1].upper() + made[1:] + word[cut:]

    def another(found: re.Match[str]) -> str:
        return str(dice.randint(1996, 2026) if found["year"] else dice.randint(1, 28))

    return _NUMBER.sub(another, _WORD.sub(other, item.text))


def lines(count: int, seed: int = 6) -> list[bytes]:
    """So many articles as lines of JSON."""
    made = islice(enumerate(articles(random.Random(seed))), count)
    return [line(number, *one) for number, one in made]


def line(number: int, lang: str, text: str, day: str) -> bytes:
    """An article as a line of JSON."""
    one = {"id": number, "text": text, "lang": lang, "published": day}
    return json.dumps(one, ensure_ascii=False).encode()


def rate(name: str, given: list[bytes], work: Callable[[bytes], object]) -> float:
    """Articles a second of processor time; prints it with what one takes."""
    begun = process_time()
    for one in given:
        work(one)
    spent = process_time() - begun
    found = len(given) / spent
    print(f"{name:52} {found:9,.0f} articles/s   {1000 / found:8.3f} ms each")
    return found


def ours() -> Callable[[bytes], object]:
    """The whole way of a line, as `atazan read --jsonl` goes it."""
    from atazan.sources.understood.understanding import understand

    return lambda one: written(answered(Line(1, one, False), understand, "en"))


def parts(given: list[bytes]) -> None:
    """What each part of the understanding takes of an article; the clock itself costs a little."""
    module = importlib.import_module("atazan.sources.understood.understanding")
    spent: dict[str, float] = {}

    def timed(name: str, part: Callable[..., object]) -> Callable[..., object]:
        def work(*given: object, **known: object) -> object:
            begun = process_time()
            try:
                return part(*given, **known)
            finally:
                spent[name] = spent.get(name, 0) + process_time() - begun

        return work

    own = {name: getattr(module, name) for name in PARTS if hasattr(module, name)}
    for name, part in own.items():
        setattr(module, name, timed(name, part))
    begun = process_time()
    for one in map(asked, given):
        module.understand(one.text, one.lang, one.published)
    whole = process_time() - begun
    for name, part in own.items():
        setattr(module, name, part)
    spent["the rest"] = whole - sum(spent.values())
    told = ", ".join(f"{name} {1000 * took / len(given):.2f}" for name, took in spent.items())
    print(f"ms an article by part: {told}")


def limit(one: bytes) -> object:
    """Decoding and cutting alone."""
    given = asked(one)
    return sentences(given.text, given.lang)


def pymorphy() -> Callable[[bytes], object]:
    """Tags of every word, a word once an article."""
    parse = importlib.import_module("pymorphy3").MorphAnalyzer().parse
    return lambda one: [parse(word) for word in set(_WORD.findall(asked(one).text))]


def natasha() -> Callable[[bytes], object]:
    """Names in the nominative. Its pymorphy2 asks for a function that Python 3.11 took away."""
    if not hasattr(inspect, "getargspec"):
        spec = namedtuple("spec", "args varargs keywords defaults")
        inspect.getargspec = lambda of: spec(*inspect.getfullargspec(of)[:4])  # type: ignore[attr-defined]
    kit = importlib.import_module("natasha")
    cut, vocabulary, vectors = kit.Segmenter(), kit.MorphVocab(), kit.NewsEmbedding()
    tags, names = kit.NewsMorphTagger(vectors), kit.NewsNERTagger(vectors)

    def work(one: bytes) -> object:
        text = kit.Doc(asked(one).text)
        text.segment(cut)
        text.tag_morph(tags)
        text.tag_ner(names)
        for span in text.spans:
            span.normalize(vocabulary)
        return text.spans

    return work


def new_forms(given: list[bytes]) -> float:
    """Word forms an article that no article before had, over the second half of the articles."""
    met: set[str] = set()
    half, new = len(given) // 2, 0
    for number, one in enumerate(given):
        words = set(_WORD.findall(asked(one).text))
        new += len(words - met) if number >= half else 0
        met |= words
    return new / max(1, len(given) - half)


def memory(count: int) -> None:
    """Resident memory of `atazan read --jsonl` on its way through so many articles."""
    command = [sys.executable, "-m", "atazan.cli.main", "read", "--jsonl", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdin and process.stdout

    def feed() -> None:
        assert process.stdin
        for number, one in islice(enumerate(articles(random.Random(7))), count):
            process.stdin.write(line(number, *one) + b"\n")
        process.stdin.close()

    feeder = Thread(target=feed)
    feeder.start()
    begun = perf_counter()
    for number, _ in enumerate(process.stdout, 1):
        if number in (count // 100, count // 10, count // 2, count):
            spent = perf_counter() - begun
            held = _resident(process.pid)
            print(f"resident after {number:>8,} articles {held:8.1f} MB   {spent:7.1f} s")
    feeder.join()
    process.wait()


def _resident(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def cold(name: str, given: list[str], stdin: bytes = b"") -> None:
    """Seconds of a whole process, by the clock and of the processor; the middle of five."""
    spent, worked = [], []
    for _ in range(5):
        begun, before = perf_counter(), _of_children()
        subprocess.run(
            [str(Path(sys.executable).with_name("atazan")), "read", *given],
            input=stdin,
            capture_output=True,
            check=True,
        )
        spent.append(perf_counter() - begun)
        worked.append(_of_children() - before)
    print(f"{name:52} {median(spent):9.2f} s by the clock, {median(worked):.2f} s of the processor")


def _of_children() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print every figure."""
    asked_for = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked_for.add_argument("--articles", type=int, default=1500)
    asked_for.add_argument(
        "--memory", type=int, default=0, metavar="ARTICLES", help="100000 takes minutes"
    )
    args = asked_for.parse_args()

    given = lines(args.articles)
    size = sum(map(len, given)) / len(given)
    words = sum(len(asked(one).text.split()) for one in given) / len(given)
    new = new_forms(given)
    print(
        f"{len(given):,} articles of {words:.0f} words, {size:,.0f} bytes, {new:.1f} new forms each"
    )
    warm, read = lines(60, seed=5), ours()
    for one in warm:
        read(one)
    whole = rate("ours: line to line, three languages", given, read)
    for number, lang in enumerate(("kk", "ru", "en")):
        rate(f"  {lang}, once more", given[number::3], read)
    parts(given)
    most = rate("limit: decode, sentences and words alone", given, limit)
    print(f"ours is {whole / most:.0%} of the limit; asked for: 300 articles/s")
    russian = given[1::3]
    rate("peer: pymorphy3 tags alone (ru)", russian[:60], pymorphy())
    try:
        rate("peer: natasha 1.6, names alone (ru)", russian[:30], natasha())
    except ImportError:
        print("peer: natasha is not installed")
    cold("cold start, one line", ["--jsonl"], given[0] + b"\n")
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder, "paper.txt")
        paper.write_text(asked(given[1]).text, "utf-8")
        cold("cold start, one paper as text", [str(paper)])
    if args.memory:
        memory(args.memory)


if __name__ == "__main__":
    main()
