"""`atazan check`: may this petition be admitted, until when, and why.

Exit codes: 0 every petition is admissible; 1 at least one is not, or cannot be told yet; 2 the
input cannot be read or cannot be so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec

from atazan.rules.book import NoRuleInForce
from atazan.rules.day import day_in_astana
from atazan.rules.text import LANGS, Lang

ADMISSIBLE, NOT_ADMISSIBLE, WRONG_INPUT = 0, 1, 2
_ENDINGS = (".yaml", ".yml", ".json")
_HELP = "May this petition be admitted? Facts in YAML or JSON (docs/reference/petition.md)."


def add_parser(subparsers: Any) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("check", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument("file", metavar="FILE", help="a file, a folder of files, or - for stdin")
    parser.add_argument(
        "--on", type=_day, metavar="DAY", help="the day asked about, 2026-09-18 (today)"
    )
    parser.add_argument("--lang", choices=LANGS, default="kk", help="language of the words (kk)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a line, in and out")
    parser.set_defaults(run=run)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(
            f"'{written}' is no day; write it as 2026-09-18"
        ) from wrong


def run(args: argparse.Namespace) -> int:
    """Run the subcommand; returns the exit code."""
    on: date = args.on or day_in_astana(datetime.now(UTC))
    if args.jsonl:
        from atazan.cli.check_lines import check_lines

        return _lines(args, on, check_lines)
    shown: list[Any] = []
    worst = ADMISSIBLE
    sources = list(_sources(args.file))
    if not sources:
        print(f"{args.file}: no {', '.join(_ENDINGS)} file here; name a file", file=sys.stderr)
        return WRONG_INPUT
    for name, raw in sources:
        code, answer = _one(name, raw, on, args.lang, args.format, many=len(sources) > 1)
        worst = max(worst, code)
        shown.append(answer)
    if args.format == "json":
        whole = shown if len(sources) > 1 or Path(args.file).is_dir() else shown[0]
        text = msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()
    else:
        text = "\n\n".join(shown)
    print(text)
    return worst


def _lines(args: argparse.Namespace, on: date, check_lines: Any) -> int:
    out = sys.stdout.buffer
    if args.file == "-":
        code: int = check_lines(sys.stdin.buffer, out, on, args.lang)
        return code
    try:
        with open(args.file, "rb") as lines:
            return int(check_lines(lines, out, on, args.lang))
    except OSError as wrong:
        print(f"{args.file}: {wrong.strerror}", file=sys.stderr)
        return WRONG_INPUT


def _sources(given: str) -> Iterator[tuple[str, bytes | OSError]]:
    """Name and content of each file asked for; a folder gives its files in the order of names."""
    if given == "-":
        yield "-", sys.stdin.buffer.read()
        return
    path = Path(given)
    paths = [path]
    if path.is_dir():
        paths = sorted(one for one in path.iterdir() if one.suffix.lower() in _ENDINGS)
    for one in paths:
        try:
            yield str(one), one.read_bytes()
        except OSError as wrong:
            yield str(one), wrong


def _one(
    name: str, raw: bytes | OSError, on: date, lang: Lang, form: str, *, many: bool
) -> tuple[int, Any]:
    from atazan.rules.admissibility import assess
    from atazan.rules.answer import as_json, as_text, refused_json, refused_text
    from atazan.rules.bad_petition import BadPetition, Problem

    try:
        if isinstance(raw, OSError):
            raise BadPetition([Problem(name, "fault.file", {"why": raw.strerror})])
        assessment = assess(_read(name, raw, on), on)
    except BadPetition as bad:
        words = refused_json(name, bad, lang) if form == "json" else refused_text(name, bad, lang)
        return WRONG_INPUT, words
    except NoRuleInForce as none:
        bad = BadPetition([Problem("--on", "fault.no_rule", {"day": none.day})])
        words = refused_json(name, bad, lang) if form == "json" else refused_text(name, bad, lang)
        return WRONG_INPUT, words
    title = name if many else None
    code = ADMISSIBLE if assessment.may_apply else NOT_ADMISSIBLE
    if form == "json":
        return code, as_json(assessment, lang, title)
    return code, as_text(assessment, lang, title)


def _read(name: str, raw: bytes, on: date) -> Any:
    import yaml

    from atazan.rules.bad_petition import BadPetition, Problem, read_facts, read_json

    if name.lower().endswith(".json") or (name == "-" and raw.lstrip()[:1] == b"{"):
        return read_json(raw, on)
    try:
        facts = yaml.load(raw, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as wrong:
        why = " ".join(str(wrong).split())
        raise BadPetition([Problem(name, "fault.not_yaml", {"why": why})]) from wrong
    return read_facts(facts, on)
