"""`atazan law conform WORK`, `atazan law concordance [ARTICLE]`: a law and the Constitution now.

conform: provisions that name a body that is gone, cite the Constitution by its old numbers, rest on
or repeat a provision held unconstitutional, each with its evidence. concordance: which article of
the former Constitution became which, and what changed. Exit codes: 0 done, 2 wrong input.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atazan.cli.setup import day, django_ready, now, refuse
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

if TYPE_CHECKING:
    from atazan.law.conformity.concordance import Entry
    from atazan.law.conformity.gathered import Checked
    from atazan.law.conformity.nonconformity import Nonconformity

_CONFORM = "what of a law does not conform to the Constitution in force, with its evidence"
_CONCORDANCE = "which article of the former Constitution became which, and what changed"


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `law conform` and `law concordance`."""
    conform = subparsers.add_parser("conform", help=_CONFORM, description=_CONFORM, epilog=__doc__)
    conform.add_argument("work", nargs="?", help="short id, number or address of the act")
    conform.add_argument("--on", type=day, help="the day whose Constitution counts (today)")
    conform.add_argument("--text-of", type=day, help="take the text of this day (that of --on)")
    conform.add_argument("--file", type=Path, help="a text that is not in the register")
    conform.add_argument("--lang", choices=LANGS, help="language of the text (all held)")
    conform.add_argument("--since", type=day, help="with --file: first day the text reads so")
    _common(conform)
    conform.set_defaults(run=_conform)
    table = subparsers.add_parser(
        "concordance", help=_CONCORDANCE, description=_CONCORDANCE, epilog=__doc__
    )
    table.add_argument("article", nargs="?", help='72, "72(1)", "ст. 72 п. 1", art_72 (all)')
    table.add_argument("--work", choices=("const-1995", "const-2026"), help="of which (both)")
    _common(table)
    table.set_defaults(run=_concordance)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang-out", choices=LANGS, default="kk", help="language of the answer")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _conform(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.law.conformity.gathered import NoTextHeld, conform
    from atazan.law.queries import UnknownWork, find_work
    from atazan.rules.day import day_in_astana

    on: date = args.on or day_in_astana(now())
    lang: Lang = args.lang_out
    if args.file is None and args.work is None:
        return refuse(phrase("conformity.no_work_or_file", lang))
    try:
        work = find_work(args.work).id if args.work else None
        if args.file is not None:
            found = [_of_file(args, work, on)]
        else:
            assert work is not None
            found = conform(work, on, args.text_of, args.lang)
    except UnknownWork as wrong:
        near = ", ".join(wrong.near) or phrase("law.none_near", lang)
        return refuse(phrase("law.no_such_work", lang, {"name": wrong.name, "near": near}))
    except NoTextHeld as wrong:
        return refuse(phrase("conformity.no_text", lang, {"work": wrong.work, "day": wrong.day}))
    except _FileNotRead as wrong:
        facts = {"path": str(args.file), "reason": wrong.reason}
        return refuse(phrase("conformity.no_file", lang, facts))
    if args.format == "json":
        from atazan.law.conformity import answer

        _json({"day": on.isoformat(), "texts": [answer.checked(one) for one in found]})
    else:
        print("\n".join(line for one in found for line in _told(one, on, lang)))
    return 0


class _FileNotRead(ValueError):
    """The file given is no text of a law."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def _of_file(args: argparse.Namespace, work: str | None, on: date) -> Checked:
    """A file checked. Without --since and a day in it, its words count as older than the
    Constitution in force."""
    from django.db import DatabaseError

    from atazan.law.conformity.checked import checked
    from atazan.law.conformity.concordance import concordance
    from atazan.law.conformity.gathered import Checked, constitutions, held_by
    from atazan.law.conformity.numbering import Constitutions
    from atazan.law.text.read import read
    from atazan.rules.works import works

    try:
        document = read(args.file, lang=args.lang)
    except (OSError, ValueError) as wrong:
        says = getattr(wrong, "says", None)
        raise _FileNotRead(says(args.lang_out) if says else str(wrong)) from wrong
    try:
        texts, held = constitutions(document.lang), held_by(on)
    except DatabaseError:  # a file can be checked where nothing was recorded yet
        texts, held = Constitutions(), ()
        print(phrase("conformity.no_record", args.lang_out), file=sys.stderr)
    begins = works()[concordance().new].in_force_from or on
    since: date = args.since or document.facts.version or begins - timedelta(days=1)
    found = checked(
        document,
        on,
        written=lambda eid: since,
        work=work,
        texts=texts,
        held=held,
    )
    given = args.since or document.facts.version
    return Checked(work or args.file.name, document.lang, given, document, found)


def _told(one: Checked, on: date, lang: Lang) -> Iterator[str]:
    """A text and what was found in it, for people."""
    from atazan.rules.works import works

    title = works()[one.work].short.says(lang) if one.work in works() else one.work
    yield phrase("conformity.heading", lang, {"work": title, "day": on})
    if one.since is not None:
        yield phrase("conformity.text_of", lang, {"lang": one.lang, "since": one.since})
    else:
        yield phrase("conformity.undated", lang, {"lang": one.lang})
    if not one.found:
        yield phrase("conformity.none", lang, {"day": on})
        return
    past = sum(each.historical for each in one.found)
    yield phrase("conformity.found", lang, {"todo": len(one.found) - past, "past": past})
    for each in one.found:
        yield from _finding(each, lang)
    yield ""


def _finding(one: Nonconformity, lang: Lang) -> Iterator[str]:
    from atazan.law.conformity.nonconformity import named
    from atazan.rules.works import works

    marks = [phrase(f"conformity.kind.{one.kind}", lang)]
    marks.append(phrase(f"conformity.confidence.{one.confidence}", lang))
    if one.historical:
        marks.append(phrase("conformity.historical", lang))
    yield ""
    yield f"{named(one.place.eid, lang)} [{one.place.start}–{one.place.end}]: «{one.place.words}»"
    yield f"  {one.says(lang)} ({'; '.join(marks)})"
    for key, words in (("stood", one.was), ("stands", one.becomes), ("there", one.there)):
        if (words and words != one.becomes) or (words and key == "stands"):
            yield f"  {phrase(f'conformity.{key}', lang)}: «{words}»"
    if one.kind != "numbering":
        for source in one.sources[:1]:
            said = (source.quote_kk if lang == "kk" else None) or source.quote
            where = f"{works()[source.work].short.says(lang)}, {named(source.provision_eid, lang)}"
            quote = f": «{said}»" if said else ""
            yield f"  {phrase('conformity.source', lang)}: {where}{quote}"


def _concordance(args: argparse.Namespace) -> int:
    from atazan.law.conformity.concordance import concordance
    from atazan.rules.citation import UnreadCitation, read_citation

    lang: Lang = args.lang_out
    table = concordance()
    entries: list[Entry] = list(table.entries)
    if args.article:
        try:
            eid = "preamble" if args.article == "preamble" else read_citation(args.article)
        except UnreadCitation as wrong:
            return refuse(phrase("law.unread_citation", lang, {"text": wrong.text}))
        asked = [args.work] if args.work else [table.old, table.new]
        entries = list(dict.fromkeys(one for work in asked for one in table.of(work, eid)))
        if not entries:
            return refuse(phrase("concordance.unknown", lang, {"eid": eid}))
    if args.format == "json":
        from atazan.law.conformity import answer

        _json([answer.entry(one, table) for one in entries])
    else:
        print("\n".join(line for one in entries for line in _entry(one, lang)))
    return 0


def _entry(one: Entry, lang: Lang) -> Iterator[str]:
    from atazan.law.conformity.nonconformity import named

    before = "; ".join(named(eid, lang) for eid in one.old) or "–"
    after = "; ".join(named(eid, lang) for eid in one.new) or "–"
    marks = [phrase(f"concordance.kind.{one.kind}", lang)]
    marks += [phrase("concordance.split", lang)] if one.split else []
    marks += [phrase("concordance.merged", lang)] if one.merged else []
    yield f"1995: {before} → 2026: {after} ({', '.join(marks)})"
    for said in one.changed:
        yield f"  {phrase(f'concordance.what.{said.what}', lang)}: {said.says.says(lang)}"
        words = [f"«{part}»" if part else "–" for part in (said.was, said.becomes)]
        yield f"    {words[0]} → {words[1]}"


def _json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
