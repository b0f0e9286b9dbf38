"""`atazan words TEXT`: each word of a text with its language, dictionary form and search key.

`-` reads the text from standard input. With `--format json` one object a line: token, start, end
(code points, `end` exclusive), lang, lemma, stem, tags, key, known, others (further readings).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from atazan.cli.setup import refuse
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import all_words, phrase

if TYPE_CHECKING:
    from atazan.words.analysed import Analysed

_HELP = "words of a text: language, dictionary form, search key"
_COLUMNS = ("word", "lang", "lemma", "key", "tags", "others")
_WIDEST = 48
_ALIGNED = 200
"""Words that are put in columns; of a longer text the fields are divided by tabs."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `words`."""
    parser = subparsers.add_parser("words", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument("text", metavar="TEXT", nargs="+", help="the text; - reads standard input")
    parser.add_argument("--lang", choices=LANGS, help="language of the text (default: told by it)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--lang-out", choices=LANGS, help="language of headings (--lang, else en)")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    from atazan.words.analysed import analysed, as_json

    out: Lang = args.lang_out or args.lang or "en"
    text = " ".join(args.text)
    if text == "-":
        given = sys.stdin.buffer.read()
        try:
            text = given.decode("utf-8-sig")
        except UnicodeDecodeError as wrong:
            key = "words.binary" if b"\0" in given else "words.not_utf8"
            return refuse(phrase(key, out, {"at": wrong.start}))
    if "\0" in text:
        return refuse(phrase("words.binary", out))
    words = analysed(text, args.lang)
    first = next(words, None)
    if first is None:
        return refuse(phrase("words.none", out))
    strange: list[str] = []
    every = _noting(chain([first], words), strange)
    if args.format == "json":
        for one in every:
            sys.stdout.write(json.dumps(as_json(one), ensure_ascii=False) + "\n")
    else:
        _table(every, out)
    if strange:
        facts = {"n": len(strange), "word": strange[0]}
        print(phrase("words.other_script", out, facts), file=sys.stderr)
    return 0


def _noting(words: Iterator[Analysed], strange: list[str]) -> Iterator[Analysed]:
    """The same words; those in foreign letters are noted on the way."""
    for one in words:
        if not one.ours:
            strange.append(one.token.word)
        yield one


def _table(words: Iterator[Analysed], lang: Lang) -> None:
    """A line a word, under headings."""
    heading = [phrase(f"words.heading.{column}", lang) for column in _COLUMNS]
    rows = [heading, *(_row(one, lang) for one in islice(words, _ALIGNED))]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")
    for one in words:
        sys.stdout.write("\t".join(_row(one, lang)) + "\n")


def _row(one: Analysed, lang: Lang) -> list[str]:
    tags = ", ".join(_tag(tag, lang) for tag in one.reading.tags)
    if not one.reading.known:
        tags = ", ".join(filter(None, (tags, phrase("words.unknown", lang))))
    others = dict.fromkeys(other.lemma for other in one.others if other.lemma != one.reading.lemma)
    return [one.token.word, one.lang, one.reading.lemma, one.key, tags, ", ".join(others)]


def _tag(tag: str, lang: Lang) -> str:
    """A tag in words, where there are any."""
    key = f"words.tag.{tag}"
    return phrase(key, lang) if key in all_words() else tag
