"""`atazan concepts [QUERY]`: the thesaurus, found by words of any language, or given out as SKOS.

Exit codes: 0 done; 1 the words name no concept.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from atazan.cli.setup import refuse
from atazan.rules.text import LANGS, Lang

if TYPE_CHECKING:
    from atazan.rules.concepts import Concept

_HELP = "The thesaurus of concepts in Kazakh, Russian and English."
_SKOS = {"skos": "turtle", "turtle": "turtle", "jsonld": "jsonld", "rdfxml": "rdfxml"}


def add_parser(subparsers: Any) -> None:
    """Add the command."""
    parser = subparsers.add_parser("concepts", help=_HELP, description=_HELP, epilog=__doc__)
    parser.add_argument("query", nargs="?", help="words in any language, or an id; without: all")
    parser.add_argument("--lang", choices=LANGS, default="kk", help="language of what is said (kk)")
    parser.add_argument(
        "--format",
        choices=("text", "json", *_SKOS),
        default="text",
        help="skos is Turtle; jsonld and rdfxml are SKOS too",
    )
    parser.add_argument(
        "--site",
        default=os.environ.get("ATAZAN_SITE", "http://localhost:8000"),
        help="address of the portal, for the IRIs of SKOS (ATAZAN_SITE)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    from atazan.rules.concepts import concepts
    from atazan.rules.words import phrase
    from atazan.search.thesaurus.finding import find
    from atazan.search.thesaurus.formats import as_json, skos

    found: Mapping[str, Concept] = concepts()
    if args.query:
        found = {one.id: one for one in find(args.query)}
        if not found:
            refuse(phrase("concepts.cli_none", args.lang, {"words": args.query}))
            return 1
    if args.format == "json":
        print(json.dumps(list(map(as_json, found.values())), ensure_ascii=False, indent=1))
    elif args.format in _SKOS:
        sys.stdout.write(skos(found, _SKOS[args.format], args.site.rstrip("/")))
    else:
        print("\n".join(_lines(found, args.lang)))
    return 0


def _lines(found: Mapping[str, Concept], lang: Lang) -> Iterator[str]:
    """One concept a line where there are many; a few are told whole."""
    if len(found) > 5:
        for one in found.values():
            yield f"{one.id}\t{one.preferred.kk}\t{one.preferred.ru}\t{one.preferred.en}"
        return
    for number, one in enumerate(found.values()):
        yield from ([""] if number else [])
        yield from _whole(one, lang)


def _whole(one: Concept, lang: Lang) -> Iterator[str]:
    from atazan.rules.citation import cite
    from atazan.rules.concepts import CONSTITUTIONS, concepts, narrower
    from atazan.rules.words import phrase
    from atazan.rules.works import works

    yield f"{one.preferred.says(lang)} ({phrase(f'concepts.kind.{one.kind}', lang)}; {one.id})"
    for other in LANGS:
        yield f"  {other}: {'; '.join(one.labels(other))}"
    around = (("broader", one.broader), ("narrower", narrower(one.id)), ("related", one.related))
    for key, ids in around:
        if ids:
            named = "; ".join(concepts()[id].preferred.says(lang) for id in ids)
            yield f"  {phrase(f'concepts.{key}', lang)}: {named}"
    for work in CONSTITUTIONS:
        if places := one.in_work(work):
            cited = "; ".join(cite(eid, lang) for eid in places)
            yield f"  {works()[work].short.says(lang)}: {cited}"
    for code in one.codices:
        said = {"code": code.printed, "padded": code.padded, "version": code.version}
        state = phrase("concepts.code_checked" if code.sure else "concepts.code_unchecked", lang)
        yield f"  {phrase('concepts.codes', lang)}: {phrase('concepts.code', lang, said)} – {state}"
