"""`atazan law compare WORK DAY DAY`, `atazan law languages WORK`: two texts beside each other.

compare: what changed between two days, provision by provision, then word by word; `[-gone-]`,
`{+new+}`. languages: where the Kazakh and the Russian text part, what nobody judged yet first.
Both take two files instead with --files. Exit codes: 0 done, 2 wrong input.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from msgspec import to_builtins

from atazan.cli.setup import day, django_ready, now, refuse
from atazan.law.compared.changes import ChangeKind
from atazan.law.text.document import OUTSIDE
from atazan.rules.citation import cite
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

if TYPE_CHECKING:
    from atazan.law.compared.days import Comparison, Part, Row
    from atazan.law.compared.judged import Listed
    from atazan.law.compared.languages import Quote
    from atazan.law.compared.words import Piece
    from atazan.law.text.document import Document

_COMPARE = "what changed in a law between two days, word by word"
_LANGUAGES = "where the Kazakh and the Russian text of a law part"
_AROUND = 60
"""Characters of unchanged words shown on each side of a change."""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `law compare` and `law languages`."""
    compare = subparsers.add_parser("compare", help=_COMPARE, description=_COMPARE, epilog=__doc__)
    compare.add_argument("work", nargs="?", help="short id, number or address of the act")
    compare.add_argument("days", nargs="*", type=day, metavar="DAY", help="the two days")
    compare.add_argument("--lang", choices=LANGS, default="kk", help="language of the text")
    _common(compare)
    compare.set_defaults(run=_compare)
    differ = subparsers.add_parser(
        "languages", help=_LANGUAGES, description=_LANGUAGES, epilog=__doc__
    )
    differ.add_argument("work", nargs="?", help="short id, number or address of the act")
    differ.add_argument("--on", type=day, help="the day of the texts (today)")
    _common(differ)
    differ.set_defaults(run=_languages)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--files", nargs=2, type=Path, metavar=("A", "B"), help="two files instead")
    parser.add_argument("--lang-out", choices=LANGS, default="kk", help="language of the answer")
    parser.add_argument("--format", choices=("text", "json"), default="text")


class _Refused(ValueError):
    """Nothing to compare; says what to do, in the reader's language."""


def _compare(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.law.compared.days import between

    lang: Lang = args.lang_out
    try:
        if args.files:
            old, new = (_read(path, lang) for path in args.files)
        elif args.work and len(args.days) == 2:
            work = _work(args.work, lang)
            old, new = (_held(work, args.lang, on, lang) for on in args.days)
        else:
            raise _Refused(phrase("compared.not_asked", lang))
    except _Refused as wrong:
        return refuse(wrong)
    found = between(old, new, named=not args.files)
    if args.format == "json":
        _print_json(to_builtins(found))
    else:
        print("\n".join(_told(found, lang)))
    return 0


def _languages(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.law.compared.judged import listed
    from atazan.law.compared.languages import differing
    from atazan.rules.day import day_in_astana

    lang: Lang = args.lang_out
    on: date = args.on or day_in_astana(now())
    try:
        work = _work(args.work, lang) if args.work else ""
        if args.files:
            kk, ru = (_read(path, lang) for path in args.files)
            on = args.on or ru.facts.version or on
        elif work:
            kk, ru = _held(work, "kk", on, lang), _held(work, "ru", on, lang)
        else:
            raise _Refused(phrase("compared.not_asked_languages", lang))
        if (kk.lang, ru.lang) != ("kk", "ru"):
            raise _Refused(phrase("compared.one_language", lang, {"lang": f"{kk.lang}, {ru.lang}"}))
    except _Refused as wrong:
        return refuse(wrong)
    found = listed(differing(kk, ru), work, on)
    if args.format == "json":
        _print_json(to_builtins(found))
    else:
        print("\n".join(_list(found, lang)))
    return 0


def _print_json(answer: Any) -> None:
    print(json.dumps(answer, ensure_ascii=False, indent=1))


def _work(name: str, lang: Lang) -> str:
    from atazan.law.queries import UnknownWork, find_work

    try:
        return find_work(name).id
    except UnknownWork as wrong:
        near = ", ".join(wrong.near) or phrase("law.none_near", lang)
        raise _Refused(
            phrase("law.no_such_work", lang, {"name": wrong.name, "near": near})
        ) from wrong


def _held(work: str, text: Lang, on: date, lang: Lang) -> Document:
    from atazan.law.texts import text_on

    found = text_on(work, text, on)
    if found is None:
        facts = {"work": work, "day": on, "lang": text}
        raise _Refused(phrase("compared.no_text", lang, facts))
    return found


def _read(path: Path, lang: Lang) -> Document:
    from atazan.law.text.read import read

    try:
        return read(path)
    except (OSError, ValueError) as wrong:
        says = getattr(wrong, "says", None)
        raise _Refused(f"{path}: {says(lang) if says else wrong}") from wrong


def _place(eid: str, lang: Lang) -> str:
    return phrase(f"compared.place.{eid}", lang) if eid in OUTSIDE else cite(eid, lang)


def _told(found: Comparison, lang: Lang) -> Iterator[str]:
    if not found.parts:
        yield phrase("compared.nothing", lang)
        return
    counts: dict[str, object] = dict.fromkeys(get_args(ChangeKind), 0)
    counts.update({kind: n for kind, n in found.counts.items()}, same=found.same)
    yield phrase("compared.counts", lang, counts)
    for part in found.parts:
        yield ""
        yield _title(part, lang)
        for row in part.rows:
            if row.kind != "same":
                yield from _row(row, lang)


def _title(part: Part, lang: Lang) -> str:
    place = _place(part.eid, lang)
    if not part.moved:
        return f"{place}:"
    former = phrase("compared.was_number", lang, {"place": _place(part.before or "", lang)})
    return f"{place} ({former}):"


def _row(row: Row, lang: Lang) -> Iterator[str]:
    head = f"  {_place(row.eid, lang)} – {phrase(f'compared.kind.{row.kind}', lang)}"
    if row.before and row.after and row.before != row.after:
        former = phrase("compared.was_number", lang, {"place": _place(row.before, lang)})
        head += f" ({former})"
    yield head
    for pieces in (row.heading, row.text):
        if any(piece.kind != "same" for piece in pieces):
            yield "    " + _marked(pieces).replace("\n", "\n    ")


def _marked(pieces: Iterable[Piece]) -> str:
    """The pieces in a line, what stays cut to the words around a change."""
    every = list(pieces)
    said = []
    for n, piece in enumerate(every):
        if piece.kind == "gone":
            said.append(f"[-{piece.text}-]")
        elif piece.kind == "new":
            said.append(f"{{+{piece.text}+}}")
        else:
            said.append(_cut(piece.text, first=n == 0, last=n == len(every) - 1))
    return "".join(said)


def _cut(text: str, first: bool, last: bool) -> str:
    """Unchanged words, shortened in the middle or at the outer end."""
    head = 0 if first else _AROUND
    tail = 0 if last else _AROUND
    if len(text) <= head + tail + 20:
        return text
    start = text[: text.rfind(" ", 0, head)] if head else ""
    end = text[text.find(" ", len(text) - tail) :] if tail else ""
    return f"{start} …{end}"


def _list(found: list[Listed], lang: Lang) -> Iterator[str]:
    open_ones = [one for one in found if one.judged is None]
    closed = [one for one in found if one.judged is not None]
    if not found:
        yield phrase("compared.no_differences", lang)
    for key, some in (("unjudged", open_ones), ("judged", closed)):
        if some:
            yield phrase(f"compared.{key}", lang, {"n": len(some)})
        for one in some:
            yield from _difference(one, lang)
    yield phrase("compared.both_force", lang)


def _difference(one: Listed, lang: Lang) -> Iterator[str]:
    kind = one.difference.kind if one.difference else one.judged.kind if one.judged else ""
    yield f"  {_place(one.eid, lang)}: {phrase(f'compared.why.{kind}', lang)}"
    for text in ("kk", "ru"):
        quote: Quote | None = getattr(one.difference, text) if one.difference else None
        said = quote.text if quote else getattr(one.judged, text, "") if one.judged else ""
        shown = f"«{said}»" if said else f"({phrase('compared.says_nothing', lang)})"
        yield f"    {text}: {shown}"
    if one.judged is not None:
        verdict = phrase(f"compared.verdict.{one.judged.verdict}", lang)
        yield f"    → {verdict}: {one.judged.says.says(lang)}"
