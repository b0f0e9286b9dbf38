"""`atazan who OFFICE --on DAY`: who held an office on a day, by whose act and with whose consent.

Exit codes: 0 someone is found; 1 nobody is; 2 there is no such office.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from atazan.cli.setup import day, django_ready, now, refuse
from atazan.rules.text import LANGS, Lang

if TYPE_CHECKING:
    from atazan.institutions.queries import Held

FOUND, NOBODY = 0, 1
_HELP = "who held an office on a day"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("who", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument("office", metavar="OFFICE", help="its slug, constitutional_court_chair")
    parser.add_argument("--on", type=day, metavar="DAY", help="the day, 2024-05-01 (today)")
    parser.add_argument("--lang", choices=LANGS, default="kk", help="language of the words (kk)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the subcommand; returns the exit code."""
    django_ready()
    from atazan.institutions.queries import UnknownOffice, holders
    from atazan.rules.day import day_in_astana

    on: date = args.on or day_in_astana(now())
    try:
        found = holders(args.office, on)
    except UnknownOffice as wrong:
        return refuse(f"no office '{wrong.slug}'", f"the offices are: {', '.join(wrong.known)}")
    if args.format == "json":
        print(json.dumps(_plain(args.office, on, found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(args.office, on, found, args.lang)))
    return FOUND if found else NOBODY


def _plain(office: str, on: date, found: list[Held]) -> dict[str, object]:
    import msgspec

    return {"office": office, "on": on.isoformat(), "holders": msgspec.to_builtins(found)}


def _lines(office: str, on: date, found: list[Held], lang: Lang) -> Iterator[str]:
    from atazan.institutions.queries import office_of
    from atazan.rules.words import in_words, phrase

    place = office_of(office)
    yield f"{place.names.says(lang)}, {in_words(on, lang)}"
    if not found:
        yield phrase("who.nobody" if place.exists(on) else "who.no_office", lang)
    for held in found:
        yield ""
        yield held.name(lang)
        yield from (f"  {line}" for line in _about(held, lang))


def _about(held: Held, lang: Lang) -> Iterator[str]:
    from atazan.rules.words import phrase

    if held.certainty is not None:
        yield phrase(f"who.certainty.{held.certainty}", lang)
    if held.since:
        yield phrase("who.since", lang, {"day": _day(held.since, lang)})
    seen = list(dict.fromkeys(one for one in (held.seen_first, held.seen_last) if one))
    if seen:
        days = ", ".join(_day(one, lang) for one in seen)
        yield phrase("who.seen", lang, {"days": days})
    if held.until:
        yield phrase("who.until", lang, {"day": _day(held.until, lang)})
    if held.ongoing:
        yield phrase("who.ongoing", lang)
    yield from _act(held, lang)
    yield phrase(f"who.confidence.{held.confidence}", lang)
    yield phrase("who.sources", lang, {"sources": "; ".join(held.sources)})


def _act(held: Held, lang: Lang) -> Iterator[str]:
    from atazan.rules.words import phrase

    if held.how:
        yield phrase("who.how", lang, {"how": held.how[lang]})
    if held.by is None:
        yield phrase("who.by_unknown", lang)
    else:
        yield phrase("who.by", lang, {"who": _named(held.by, lang)})
    if held.consent_by is not None:
        who = _named(held.consent_by, lang)
        if held.consent_on:
            facts = {"who": who, "day": _day(held.consent_on, lang)}
            yield phrase("who.consent_on", lang, facts)
        else:
            yield phrase("who.consent", lang, {"who": who})


def _named(slug: str, lang: Lang) -> str:
    from atazan.institutions.queries import place_of

    place = place_of(slug)
    return slug if place is None else place.names.says(lang)


def _day(written: str, lang: Lang) -> str:
    from atazan.rules.day import PartialDay
    from atazan.rules.words import in_words

    found = PartialDay.read(written)
    return in_words(found.first, lang) if found.exact else written
