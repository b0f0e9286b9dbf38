"""`atazan read --jsonl`: one object a line in, one a line out, in the same order."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from atazan.cli.read_kept import Kept, kept
from atazan.cli.read_progress import Progress
from atazan.cli.setup import refuse
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.sources.reading.answered import Answer, Refusal, answered, written
from atazan.sources.reading.done import StateRefused, key
from atazan.sources.reading.lines import Line, lines


def run(args: argparse.Namespace, out: Lang) -> int:
    """Answer every line; 1 where some could not be read, 2 where a file cannot be had."""
    names = [*([args.jsonl] if args.jsonl else []), *args.paths] or ["-"]
    missing = [name for name in names if name != "-" and not _is_there(Path(name))]
    if missing:
        return refuse(*(phrase("reading.no_place", out, {"place": name}) for name in missing))
    try:
        with kept(args, "jsonl", out) as answers:
            progress = Progress(out, _size(names))
            one = _reader(args, out)
            with _seldom_collected():
                for number, name in enumerate(names):
                    with _opened(name) as file:
                        for size, new in answer(file, number, one, answers):
                            progress.step(size, new)
            progress.clear()
            refused = answers.refused
    except StateRefused as refusal:
        return refuse(phrase(refusal.key, out, refusal.facts))
    except BrokenPipeError:
        raise
    except OSError as wrong:
        return refuse(f"{wrong.filename or args.out or '-'}: {wrong.strerror}")
    if refused:
        print(phrase("reading.left_out", out, {"n": refused}), file=sys.stderr)
    return 1 if refused else 0


def _is_there(path: Path) -> bool:
    return path.exists() and not path.is_dir()


def answer(
    file: BinaryIO, number: int, one: Callable[[Line], Answer | Refusal], answers: Kept
) -> Iterator[tuple[int, bool]]:
    """Answer the lines of a file that were not answered before.

    Gives the bytes of each line and whether it was answered now.

    `number` tells the files of one reading apart.
    """
    for line in lines(file):
        item = key(number, line.number, line.content)
        new = not answers.has(item)
        if new:
            told = one(line)
            answers.put(item, written(told) + b"\n", isinstance(told, Refusal))
        yield len(line.content) + 1, new


def _reader(args: argparse.Namespace, out: Lang) -> Callable[[Line], Answer | Refusal]:
    from atazan.sources.understood.understanding import understand

    return lambda line: answered(line, understand, out, args.lang, args.published)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """What is loaded stays: to look through it again and again takes a tenth of the time."""
    often = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*often)
        gc.unfreeze()


def _size(names: list[str]) -> int:
    """Bytes to read; 0 where that is not known."""
    stats = [os.fstat(0) if name == "-" else os.stat(name) for name in names]
    return sum(one.st_size for one in stats) if all(S_ISREG(one.st_mode) for one in stats) else 0


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if name == "-" else open(name, "rb")
