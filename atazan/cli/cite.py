"""`atazan cite < text`: the citations of laws in a text; `--jsonl`: one text a line in, one a line out."""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from atazan.cli.setup import day as a_day
from atazan.cli.setup import now, refuse
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

if TYPE_CHECKING:
    from atazan.law.cited import Citation

_HELP = "citations of laws in a text, with the provisions they name"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `cite`."""
    parser = subparsers.add_parser("cite", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument("--lang", choices=LANGS, help="language of the text (default: any)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--jsonl", action="store_true", help="read and write one object a line")
    parser.add_argument(
        "--context", help="act the text stands in: address, short id, number, title"
    )
    parser.add_argument("--on", type=a_day, help="the citing day (default: today)")
    parser.add_argument("--lang-out", choices=LANGS, help="language of reasons (--lang, else en)")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    from atazan.rules.day import day_in_astana

    on: date = args.on or day_in_astana(now())
    lang: Lang = args.lang_out or args.lang or "en"
    if args.context and not known_context(args.context):
        print(phrase("cite.context_unknown", lang, {"context": args.context}), file=sys.stderr)
    if args.jsonl:
        return _lines(args.lang, args.context, on, lang)
    try:
        text = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as wrong:
        return refuse(phrase("cite.not_utf8", lang, {"at": wrong.start}))
    from atazan.law.cited import citations

    found = citations(text, args.lang, args.context, on)
    lost = bool(args.context) and not known_context(args.context)
    if args.format == "json":
        told = [as_json(one, text, lost) for one in found]
        print(json.dumps(told, ensure_ascii=False, indent=2))
    elif found:
        print("\n".join(_told(one, text, lang, lost) for one in found))
    else:
        print(phrase("cite.none", lang), file=sys.stderr)
    return 0


def known_context(context: str) -> bool:
    """Whether it names an act: without one, "this law" and the like stay open."""
    from atazan.law.cited.known import of_context

    act = context.replace("!main~", "~").replace("#", "~").partition("~")[0]
    constitution = re.match(r"\s*(?:конституция|constitution|ата заң)", act, re.I)
    return bool(constitution) or of_context(act) is not None


def _why(one: Citation, lost: bool) -> str:
    """Why it is open; `lost`: an act was given as the context, and is not known."""
    return "context_unknown" if lost and one.why == "no_context" else one.why


def as_json(one: Citation, text: str, lost: bool = False) -> dict[str, Any]:
    """A citation as `atazan cite` writes it; offsets are Unicode code points, `end` exclusive."""
    work = one.work
    return {
        "start": one.start,
        "end": one.end,
        "text": text[one.start : one.end],
        "work": None
        if work is None
        else {
            "uri": work.uri,
            "number": work.number,
            "date": work.date.isoformat() if work.date else None,
            "name": work.name,
        },
        "targets": list(one.targets),
        "path": [[{"level": s.level, "number": s.number} for s in way] for way in one.path],
        "why": _why(one, lost),
    }


def _told(one: Citation, text: str, lang: Lang, lost: bool) -> str:
    """One citation as a line: place, words, act and provisions, or what is open."""
    words = " ".join(text[one.start : one.end].split())
    act = one.work.uri if one.work else "—"
    open_ = phrase(f"cite.why.{_why(one, lost)}", lang) if one.why else ""
    parts = [f"{one.start}-{one.end}", words, act, " ".join(one.targets), open_]
    return "\t".join(part for part in parts if part)


def _lines(lang: Lang | None, context: str | None, on: date, out: Lang) -> int:
    """One object a line; a line that cannot be read answers with `error`, the rest goes on."""
    wrong = 0
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        answer = answered(line, lang, context, on, out)
        wrong += "error" in answer
        sys.stdout.buffer.write(_written(answer) + b"\n")
    sys.stdout.flush()
    return 2 if wrong else 0


def _written(answer: dict[str, Any]) -> bytes:
    """The answer in UTF-8; half a surrogate pair, which has none, is written as an escape."""
    try:
        return json.dumps(answer, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(answer).encode()


def answered(
    line: bytes, lang: Lang | None, context: str | None, on: date, out: Lang = "en"
) -> dict[str, Any]:
    """The object that answers one line; `context_unknown` repeats a context that names no act."""
    try:
        given = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as broken:
        return {"id": None, "error": phrase("cite.not_json", out, {"problem": str(broken)})}
    if not isinstance(given, dict):
        return {"id": None, "error": phrase("cite.not_object", out)}
    problem = next(_problems(given, out), None)
    if problem:
        return {"id": given.get("id"), "error": problem}
    from atazan.law.cited import citations

    day = date.fromisoformat(given["day"]) if given.get("day") else on
    text = given["text"]
    act = given.get("context") or context
    lost = bool(act) and not known_context(act)
    found = citations(text, given.get("lang") or lang, act, day)
    told = {"id": given.get("id"), "citations": [as_json(one, text, lost) for one in found]}
    return told | ({"context_unknown": act} if lost else {})


def _problems(given: dict[str, Any], out: Lang) -> Iterator[str]:
    """What is wrong with an object, the first thing first."""
    if not isinstance(given.get("text"), str):
        yield phrase("cite.no_text", out)
    if given.get("lang") not in (None, *LANGS):
        yield phrase("cite.lang", out, {"lang": str(given["lang"])})
    if not isinstance(given.get("context"), str | None):
        yield phrase("cite.context", out)
    day = given.get("day")
    try:
        if day is not None:
            date.fromisoformat(day)
    except (TypeError, ValueError):
        yield phrase("cite.day", out, {"day": str(day)})
