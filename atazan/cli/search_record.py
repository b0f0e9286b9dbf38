"""`atazan search QUERY`: search the record; hits with how they stand, or the answer as JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from atazan.cli.setup import asked_lang, day, django_ready, now, refuse
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import in_words, phrase

MOST_VALUES = 12
"""So many values of a facet are told; all of them with --format json."""
if TYPE_CHECKING:
    from atazan.search.asking import Answered, Asked, Hit, Lit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked of the record."""
    parser.add_argument("query", nargs="*", help='words; a citation or a number; a "phrase"')
    parser.add_argument("--lang", choices=LANGS, help="language of the words and of the answer")
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--on", type=day, help="as of that day (today in Astana)")
    when.add_argument("--ever", action="store_true", help="every wording ever held")
    parser.add_argument(
        "--kind", action="append", default=[], help="provision, decision, case, …; may be repeated"
    )
    parser.add_argument(
        "--only", action="append", default=[], help="facet=value, as work=const-2026; repeatable"
    )
    parser.add_argument("--exact", action="store_true", help="these words alone, no translations")
    parser.add_argument(
        "--without", action="append", default=[], help="a widening to leave out, by its id"
    )
    parser.add_argument("--order", choices=("best", "newest", "oldest"), default="best")
    parser.add_argument("--after", help="the mark of the next page, as the answer gave it")
    parser.add_argument("--top", type=int, default=10, help="how many hits, 1 to 100 (10)")
    parser.add_argument("--facets", action="store_true", help="counts by kind, act, year, …")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Ask and print; 0 something was found, 1 nothing, 2 the question cannot be so."""
    django_ready()
    words = " ".join(args.query)
    from atazan.search.bad import BadQuestion, IndexBusy
    from atazan.search.record import answer

    lang = args.lang or asked_lang(sys.argv[1:])
    problem = next(_problems(words, args, lang), None)
    if problem:
        return refuse(problem)
    try:
        found = answer(_asked(words, args))
    except (BadQuestion, IndexBusy) as wrong:
        return refuse(wrong.says(lang))
    if args.format == "json":
        import msgspec

        print(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        print("\n".join(as_text(found, args.lang or found.lang, args.facets)))
    return 0 if found.hits or found.straight else 1


def _asked(words: str, args: argparse.Namespace) -> Asked:
    from atazan.rules.day import day_in_astana
    from atazan.search.asking import Asked

    only: dict[str, tuple[str, ...]] = {}
    for name, value in [("kind", one) for one in args.kind] + [_pair(one) for one in args.only]:
        only[name] = (*only.get(name, ()), value)
    return Asked(
        words=words,
        day=None if args.ever else args.on or day_in_astana(now()),
        lang=args.lang,
        only=only,
        widen=not args.exact,
        without=tuple(args.without),
        order=args.order,
        after=args.after,
        most=args.top,
    )


def _pair(written: str) -> tuple[str, str]:
    name, _, value = written.partition("=")
    return name.strip(), value.strip()


def _problems(words: str, args: argparse.Namespace, lang: Lang) -> Iterator[str]:
    """What is wrong with what was typed, the first thing first."""
    from atazan.search.document import Kind
    from atazan.search.labels import FACETS

    if not words.strip():
        yield phrase("search.record.empty", lang)
    for one in args.kind:
        if one not in get_args(Kind):
            known = ", ".join(get_args(Kind))
            yield phrase("search.record.no_kind", lang, {"given": one, "known": known})
    for one in args.only:
        name, value = _pair(one)
        if name not in FACETS or not value:
            told = {"given": one, "known": ", ".join(FACETS)}
            yield phrase("search.record.bad_only", lang, told)


def as_text(found: Answered, lang: Lang, facets: bool = False) -> Iterator[str]:
    """The answer as lines for a reader."""
    words = found.asked.words
    if found.behind:
        yield phrase("search.line.behind", lang)
    if found.straight:
        yield phrase(
            "search.line.straight", lang, {"path": _address(found.straight, lang, found.asked.day)}
        )
    if found.meant:
        yield phrase("search.line.meant", lang, {"words": found.meant})
    for one in found.widened:
        other = ", ".join(word for said in one.words.values() for word in said)
        yield phrase("search.line.also", lang, {"asked": one.asked, "words": other})
    if not found.hits:
        if not found.straight:
            yield phrase("search.line.none", lang, {"words": words})
        return
    shown = len(found.hits)
    key = "search.line.total" if shown == found.total else "search.line.total_shown"
    yield phrase(key, lang, {"n": found.total, "shown": shown})
    for number, hit in enumerate(found.hits, 1):
        yield ""
        yield from _hit(number, hit, found, lang)
    if found.after:
        yield ""
        yield phrase("search.line.next", lang, {"after": found.after})
    if facets:
        yield from _facets(found, lang)


def _hit(number: int, hit: Hit, found: Answered, lang: Lang) -> Iterator[str]:
    title = hit.title.get(lang) or hit.title.get(hit.lang) or next(iter(hit.title.values()))
    yield f"{number}. {title}"
    yield "   " + " · ".join(_standing(hit, lang))
    snippet = " ".join("".join(map(_lit, hit.snippet)).split())
    if snippet:
        yield f"   {snippet}"
    anchor = f"#{hit.anchor}" if hit.anchor else ""
    earlier = hit.since if "replaced" in hit.facets.get("state", ()) else None
    yield f"   {_address(hit.path + anchor, lang, found.asked.day or earlier)}"


def _standing(hit: Hit, lang: Lang) -> Iterator[str]:
    """Kind, state and day."""
    from datetime import date

    from atazan.search.labels import label
    from atazan.search.standing import states

    yield label("kind", hit.kind, lang)
    for state in states(hit):
        yield label("state", state, lang, kind=hit.kind)
    if hit.binds is False:
        yield phrase("search.state.ended", lang)
    if hit.day:
        told = in_words(date.fromisoformat(hit.day), lang)
        on = {"day": told}
        wording = "@" in hit.id
        yield phrase("search.state.since", lang, on) if wording else told


def _lit(run: Lit) -> str:
    """What was looked for stands out: bold on a terminal, between stars elsewhere."""
    if not run.lit:
        return run.words
    return f"\033[1m{run.words}\033[0m" if sys.stdout.isatty() else f"*{run.words}*"


def _address(path: str, lang: Lang, day: object) -> str:
    """The page on the portal, on a day."""
    from django.conf import settings

    before, hash_, anchor = path.partition("#")
    on = f"?on={day}" if day else ""
    return f"{settings.ATAZAN_SITE}/{lang}/{before}{on}{hash_}{anchor}"


def _facets(found: Answered, lang: Lang) -> Iterator[str]:
    from atazan.search.freshness import kept
    from atazan.search.labels import FACETS, label

    get = kept(found.asked.audience).index.get
    kinds = found.asked.only.get("kind", ())
    kind = kinds[0] if len(kinds) == 1 else None
    for name in FACETS:
        values = found.facets.get(name, ())
        if not values:
            continue
        yield ""
        yield f"{phrase(f'search.facet.{name}', lang)} ({name}):"
        for value, count in values[:MOST_VALUES]:
            words = label(name, value, lang, get, kind)
            yield f"  {count:>5}  {words}" + ("" if words == value else f" ({value})")
        if len(values) > MOST_VALUES:
            told = {"n": len(values) - MOST_VALUES}
            yield "         " + phrase("search.line.more", lang, told)
