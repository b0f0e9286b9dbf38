"""Texts of the law on any day, against git in the same run.

A made-up corpus: 120 acts of 60 articles in two languages, each text in 13 versions: 50,000
versions of articles in all; words drawn as in a language (few often, most seldom). Ours goes
through the import (`prepare`, `record_text`): followed from version to version, effects told,
chained, kept. Git holds one file an act and language, one commit a version, packed by `git gc`; it
is asked with `git rev-list -1 --before` and `git cat-file`, and gives the whole file, no provision.

    python bench/texts.py [--acts N] [--asked N] [--rounds N] [--many N]
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="atazan-bench-"))
os.environ.setdefault("ATAZAN_DATABASE", f"sqlite:///{HOME / 'bench.sqlite3'}")
os.environ.update(
    ATAZAN_HOME=str(HOME), ATAZAN_SECRET="bench", DJANGO_SETTINGS_MODULE="atazan.config.settings"
)
MOMENT = datetime(2026, 9, 7, 5, tzinfo=UTC)
FIRST = date(2010, 1, 1)
ARTICLES, VERSIONS, CHANGED = 60, 13, 12.36
PHRASE = "жиырма төрт жұлдыз", "двадцать четыре звезды"


class Language:
    """Made-up words, drawn as words of a language are: the n-th n times less than the first."""

    def __init__(self, letters: str, seed: int) -> None:
        own = random.Random(seed)
        self.words = ["".join(own.choices(letters, k=own.randint(2, 11))) for _ in range(6000)]
        self.weights = [1 / (n + 2) for n in range(6000)]
        self.total: list[float] = []
        at = 0.0
        for weight in self.weights:
            at += weight
            self.total.append(at)

    def sentence(self, rng: random.Random) -> str:
        drawn = rng.choices(self.words, cum_weights=self.total, k=rng.randint(12, 40))
        return " ".join(drawn).capitalize() + "."


LETTERS = "аәбвгғдежзийкқлмнңоөпрстуұүшыі", "абвгдежзийклмнопрстуфхцчшщыьэюя"
LANGUAGES = tuple(Language(letters, n) for n, letters in enumerate(LETTERS))


def article(number: int, of: int, rng: random.Random) -> list[str]:
    """An article's paragraphs, the first line its heading: about 1,500 characters."""
    head = f"{number}-бап." if of == 0 else f"Статья {number}."
    lines = [f"**{head} {' '.join(LANGUAGES[of].sentence(rng).split()[:5])}**"]
    for n in range(rng.randint(3, 9)):
        lines.append(f"{n + 1}. {LANGUAGES[of].sentence(rng)}")
    return lines


def amended(lines: list[str], of: int, rng: random.Random) -> list[str]:
    """The article with one paragraph in other words in part."""
    n = rng.randrange(1, len(lines))
    words = lines[n].split()
    at = rng.randrange(1, max(2, len(words) - 6))
    words[at : at + rng.randint(1, 6)] = LANGUAGES[of].sentence(rng).split()[: rng.randint(1, 8)]
    return [*lines[:n], " ".join(words), *lines[n + 1 :]]


def versions(act: int, of: int) -> Iterator[tuple[date, str]]:
    """The versions of an act in a language: first day and Markdown."""
    rng = random.Random(act * 2 + of)
    text = [article(n + 1, of, rng) for n in range(ARTICLES)]
    text[30][1] += f" {PHRASE[of]}."
    for version in range(VERSIONS):
        if version:
            many = int(CHANGED) + (rng.random() < CHANGED % 1)
            for n in rng.sample(range(ARTICLES), many):
                text[n] = amended(text[n], of, rng)
        since = FIRST + timedelta(days=400 * version + act)
        body = "\n\n".join("\n\n".join(lines) for lines in text)
        yield since, f"# {'Заң' if of == 0 else 'Закон'} {act}\n\n{body}\n"


def times_of(
    draw: Callable[[], Callable[[], object]], times: int
) -> tuple[float, float, float, float]:
    """Median and p99 of many runs in milliseconds: by the clock, and of this thread's processor."""
    clock, cpu = [], []
    for _ in range(times):
        deed = draw()
        begun, begun_cpu = time.perf_counter(), time.thread_time()
        answer = deed()
        cpu.append((time.thread_time() - begun_cpu) * 1000)
        clock.append((time.perf_counter() - begun) * 1000)
        assert answer, draw
    clock.sort()
    cpu.sort()
    most = int(times * 0.99)
    return clock[times // 2], clock[most], cpu[times // 2], cpu[most]


def work_of(act: int) -> str:
    return f"bench-{act:04}"


def register(acts: int) -> None:
    """Make the acts known."""
    from atazan.journal.record import By, record_many
    from atazan.law.acts import WorkRegistered
    from atazan.law.works_known import ask_the_register
    from atazan.rules.text import Text

    name = Text(kk="Заң", ru="Закон", en="Law")
    made = [
        WorkRegistered(
            id=work_of(n),
            uri=f"/akn/kz/act/2009/bench-{n}",
            work_kind="law",
            title=name,
            short=name,
            adopted="2009-01-01",
            sources=("bench",),
        )
        for n in range(acts)
    ]
    record_many(made, by=By("bench", "curator"), at=MOMENT)
    ask_the_register()


def fill(acts: int) -> int:
    """Import every version of every act; how many versions of pieces that made."""
    from atazan.journal.record import By
    from atazan.law.import_checks import Told
    from atazan.law.importing import prepare, record_text
    from atazan.law.models import TextPiece
    from atazan.law.text.read import read

    by = By("bench", "curator")
    for act in range(acts):
        for of, lang in enumerate(("kk", "ru")):
            for since, text in versions(act, of):
                told = Told(work=work_of(act), lang=lang, since=since, source="bench")
                prepared = prepare(read(text.encode(), lang=lang, format="markdown"), told)
                assert prepared is not None
                record_text(prepared, by=by, at=MOMENT)
    return TextPiece.objects.count()


def size_of_ours() -> dict[str, int]:
    """Bytes of the database by table, its indexes with it (SQLite only)."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute(
            "SELECT m.tbl_name, SUM(s.pgsize) FROM dbstat s JOIN sqlite_master m ON m.name = s.name"
            " GROUP BY m.tbl_name ORDER BY 2 DESC"
        )
        return dict(cursor.fetchall())


def git_of(acts: int, folder: Path) -> int:
    """The same versions in git, packed; bytes of its packs."""
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    commits = sorted(
        (since, act, of, text)
        for act in range(acts)
        for of in (0, 1)
        for since, text in versions(act, of)
    )
    with subprocess.Popen(
        ["git", "-C", folder, "fast-import", "--quiet"], stdin=subprocess.PIPE
    ) as importer:
        assert importer.stdin is not None
        for n, (since, act, of, text) in enumerate(commits, 1):
            when = int(datetime(since.year, since.month, since.day, tzinfo=UTC).timestamp())
            data = text.encode()
            path = f"{work_of(act)}/{('kk', 'ru')[of]}.md"
            importer.stdin.write(
                f"commit refs/heads/main\nmark :{n}\ncommitter b <b@b> {when} +0000\n"
                f"data 1\nv\nM 100644 inline {path}\ndata {len(data)}\n".encode()
            )
            importer.stdin.write(data + b"\n")
    subprocess.run(["git", "-C", folder, "gc", "--quiet", "--aggressive"], check=True)
    return sum(one.stat().st_size for one in (folder / ".git/objects/pack").iterdir())


def by_git(folder: Path, work: str, lang: str, day: date) -> str:
    """The file of a day."""
    git = ["git", "-C", str(folder)]
    before = f"--before={day.isoformat()}T23:59:59Z"
    path = f"{work}/{lang}.md"
    found = subprocess.run(
        [*git, "rev-list", "-1", before, "main", "--", path], capture_output=True, text=True
    ).stdout.strip()
    return subprocess.run(
        [*git, "cat-file", "blob", f"{found}:{path}"], capture_output=True, text=True
    ).stdout


def ask(acts: int, asked: int, rounds: int, folder: Path) -> None:
    """The questions, each of another act and day; git in between, in the same run."""
    from atazan.law import kept, pieces, texts

    rng = random.Random(7)

    def anything() -> tuple[str, str, date]:
        day = FIRST + timedelta(days=rng.randrange(800, 400 * VERSIONS))
        return work_of(rng.randrange(acts)), rng.choice(("kk", "ru")), day

    def one_article() -> Callable[[], object]:
        (act, lang, day), eid = anything(), f"art_{rng.randint(1, ARTICLES)}__para_1"
        return lambda: texts.piece_on(act, eid, lang, day)

    def first_of_all() -> Callable[[], object]:
        question = one_article()
        pieces.forget()
        kept.forget()
        return question

    def whole() -> Callable[[], object]:
        act, lang, day = anything()
        return lambda: texts.text_on(act, lang, day)

    def phrase() -> Callable[[], object]:
        act, lang, day = anything()
        return lambda: texts.phrase_since(act, lang, PHRASE[lang == "ru"], day) or "amended away"

    def git() -> Callable[[], object]:
        act, lang, day = anything()
        return lambda: by_git(folder, act, lang, day)

    def nothing() -> Callable[[], object]:
        return lambda: sum(range(1500))

    questions = {
        "an article on a day": (one_article, asked),
        "a whole act on a day": (whole, asked // 10),
        "since when a phrase stands": (phrase, asked // 20),
        "an article, nothing at hand": (first_of_all, asked // 20),
        "a sum, for the noise here": (nothing, asked),
        "git: rev-list + cat-file": (git, 60),
    }
    for draw, times in list(questions.values())[:3]:
        times_of(draw, times)
    found = {name: [] for name in questions}
    for _ in range(rounds):
        for name, (draw, times) in questions.items():
            found[name].append(times_of(draw, times))
    print(f"one round to warm up, then the best of {rounds}; milliseconds, median and p99")
    best = {name: [min(figures) for figures in zip(*of, strict=True)] for name, of in found.items()}
    for name, (half, most, cpu_half, cpu_most) in best.items():
        print(f"{name:<28} by the clock {half:8.3f} {most:8.3f}", end="")
        print("" if name.startswith("git") else f"   processor {cpu_half:8.3f} {cpu_most:8.3f}")
    ours, theirs = best["an article on a day"], best["git: rev-list + cat-file"]
    print(f"an article: {theirs[0] / ours[0]:.0f} times git's median rate,", end=" ")
    print(f"{theirs[0] / ours[1]:.0f} times at our p99")


def own() -> int:
    """Memory of this process alone in MB, without mapped files."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("RssAnon"))


def many(acts: int) -> None:
    """Import acts of one version; memory as it goes."""
    from atazan.journal.record import By
    from atazan.law.import_checks import Told
    from atazan.law.importing import prepare, record_text
    from atazan.law.text.read import read

    by, begun = By("bench", "curator"), time.perf_counter()
    for n in range(acts):
        if n in (acts // 10, acts // 2, acts - 1):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"after {n:>5} acts: {own()} MB of its own, at most {peak} MB with the mapped",
                end="",
            )
            print(f" database, {time.perf_counter() - begun:.1f} s")
        since, text = next(versions(5000 + n, 1))
        told = Told(work=work_of(n), lang="ru", since=since, source="bench")
        prepared = prepare(read(text.encode(), lang="ru", format="markdown"), told)
        assert prepared is not None
        record_text(prepared, by=by, at=MOMENT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=120)
    parser.add_argument("--asked", type=int, default=20_000)
    parser.add_argument("--many", type=int, default=0, help="only import so many acts")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    register(args.many or args.acts)
    if args.many:
        many(args.many)
        return
    begun = time.perf_counter()
    pieces = fill(args.acts)
    print(f"{pieces} versions of pieces imported in {time.perf_counter() - begun:.1f} s")
    packed = git_of(args.acts, HOME / "git")
    ours = size_of_ours()
    for table, size in list(ours.items())[:6]:
        print(f"  {table:<20} {size / 2**20:7.1f} MB")
    texts = sum(ours[f"law_{name}"] for name in ("keptwords", "textpiece", "textversion"))
    print(f"git packed {packed / 2**20:.1f} MB; texts {texts / packed:.2f} times that,", end=" ")
    print(f"the whole database {sum(ours.values()) / packed:.2f} times")
    ask(args.acts, args.asked, args.rounds, HOME / "git")


if __name__ == "__main__":
    main()
    subprocess.run([sys.executable, "-c", f"import shutil; shutil.rmtree({str(HOME)!r})"])
