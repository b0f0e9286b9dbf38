"""`atazan rules check`: schema, sources, days, doubts, quotes. `atazan rules on DAY`: the rules."""

from __future__ import annotations

import argparse
from pathlib import Path

from atazan.cli.setup import day, now, refuse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `rules`."""
    parser = subparsers.add_parser("rules", help="check the rule files, or show rules of a day")
    parser.add_argument("what", choices=["check", "on"])
    parser.add_argument("day", nargs="?", type=day, help="the day, for `on` (default: today)")
    parser.add_argument("--topic", help="only rules of this file")
    parser.add_argument("--lang", choices=["kk", "ru", "en"], default="kk")
    parser.add_argument("--corpus", type=Path, help="folder of law texts to look quotes up in")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    return _check(args.corpus) if args.what == "check" else _show(args)


def _check(corpus: Path | None) -> int:
    from atazan.rules.book import JURISDICTIONS, FileRefused, load
    from atazan.rules.completeness import check_book

    wrong: list[str] = []
    count = 0
    for folder in sorted(JURISDICTIONS.glob("*/rules")):
        try:
            wrong += check_book(folder)
            count += sum(map(len, load(folder).rules.values()))
        except FileRefused as refused:
            wrong.append(str(refused))
    if corpus is not None:
        wrong += _quotes(corpus)
    for line in wrong:
        print(line)
    print(f"{count} versions of rules, {len(wrong)} mistakes")
    return 1 if wrong else 0


def _quotes(corpus: Path) -> list[str]:
    from atazan.rules.book import rules
    from atazan.rules.quotes import check_quotes

    return check_quotes(rules(), corpus)


def _show(args: argparse.Namespace) -> int:
    from atazan.rules.book import rules
    from atazan.rules.day import day_in_astana
    from atazan.rules.works import works

    on = args.day or day_in_astana(now())
    shown = [r for r in rules().on(on).values() if args.topic in (None, r.topic)]
    if not shown:
        return refuse(f"no rule of '{args.topic}' was in force on {on}")
    for rule in shown:
        source = rule.source
        print(f"{rule.id}: {rule.says.says(args.lang)}")
        work = works()[source.work].short.says(args.lang)
        print(f"    {work}, {source.provision.cite(args.lang)}")
    return 0
