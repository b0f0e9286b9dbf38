"""Where the answers of `atazan read` go, and what of them is there already."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.sources.reading.done import Done, Output


class Kept:
    """Answers put one by one; `done` None: nothing is kept for another time."""

    def __init__(self, output: Output, done: Done | None) -> None:
        self._output, self._done = output, done
        self.refused = done.refused if done else 0

    def has(self, item: bytes) -> bool:
        """Whether the item was answered before."""
        return self._done is not None and item in self._done

    def put(self, item: bytes, answer: bytes, refused: bool = False) -> None:
        """Write an answer, then keep that it is written."""
        self._output.put(answer)
        self.refused += refused
        if self._done is not None:
            self._done.add(item, self._output.written, refused)


@contextmanager
def kept(args: argparse.Namespace, mode: str, lang: Lang) -> Iterator[Kept]:
    """Answers to `--out` or standard output. Raises StateRefused; OSError."""
    state: Path | None = args.state or (args.out and args.out.with_name(f"{args.out.name}.state"))
    if state is None:
        yield Kept(Output(sys.stdout.buffer), None)
        return
    done = Done(state, mode)
    try:
        output = Output.into(args.out, done) if args.out else Output(sys.stdout.buffer)
    except BaseException:
        done.forget()
        raise
    try:
        if len(done):
            facts = {"n": len(done), "file": state}
            print(phrase("reading.state.before", lang, facts), file=sys.stderr)
        yield Kept(output, done)
    finally:
        done.close()
        if args.out:
            output.close()
