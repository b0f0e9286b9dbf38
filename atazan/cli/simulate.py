"""`atazan simulate`: years of made-up petitions through the real commands, by published shares."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import date
from typing import Any

from atazan.cli.setup import day, django_ready, refuse
from atazan.rules.text import LANGS


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("simulate", help="file and decide made-up petitions")
    parser.add_argument("--years", type=int, default=10, help="for how many years (10)")
    parser.add_argument("--from", dest="since", type=day, default=date(2023, 7, 1), metavar="DAY")
    parser.add_argument("--scale", type=float, metavar="N", help="petitions a month (as published)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed plans the same (0)")
    parser.add_argument(
        "--assume", action="append", default=[], metavar="NAME=SHARE", help="an unpublished share"
    )
    parser.add_argument("--yes-made-up", action="store_true", help="also where this is no demo")
    parser.add_argument("--lang", choices=LANGS, default="kk", help="language of the words (kk)")
    parser.set_defaults(run=_simulate)


def _simulate(args: argparse.Namespace) -> int:
    from atazan.cli.serve import demo_of_its_own

    demo_of_its_own()
    django_ready()
    from django.conf import settings

    from atazan.decisions.simulated.shares import NotInRecord, published
    from atazan.monitoring.models import Figure
    from atazan.rules.words import phrase

    if not (settings.ATAZAN_DEMO or args.yes_made_up):
        return refuse(phrase("simulate.no_demo", args.lang))
    assumed = _assumed(args.assume)
    if isinstance(assumed, dict):
        return refuse(phrase("simulate.unknown", args.lang, assumed))
    try:
        aims = published(Figure.objects.all())
    except NotInRecord as missing:
        return refuse(missing)
    return _run(args, aims, assumed)


def _assumed(given: list[str]) -> Any:
    """The assumptions, or the facts of what is wrong with one."""
    from atazan.decisions.simulated.shares import Assumed

    known = Assumed.__struct_fields__
    told: dict[str, float] = {}
    for one in given:
        name, _, share = one.partition("=")
        try:
            told[name] = float(share)
        except ValueError:
            told[name] = -1
        if name not in known or not 0 <= told[name] <= 1:
            return {"name": one, "known": ", ".join(known)}
    return Assumed(**told)


def _run(args: argparse.Namespace, aims: Any, assumed: Any) -> int:
    import msgspec

    from atazan.decisions.simulated.run import run
    from atazan.decisions.simulated.years import Years, cases
    from atazan.journal.models import Head
    from atazan.rules.words import phrase

    def say(key: str, **facts: object) -> None:
        print(phrase(f"simulate.{key}", args.lang, facts), flush=True)

    until = args.since.replace(year=args.since.year + args.years, day=min(args.since.day, 28))
    years = Years(args.since, until, args.scale or aims.monthly.value, args.seed)
    say("begins", since=args.since, until=until, monthly=round(years.monthly), seed=args.seed)
    told = ", ".join(f"{name} {share}" for name, share in msgspec.to_builtins(assumed).items())
    say("assumed", told=told)
    begun, before, seen = time.perf_counter(), Head.objects.get(pk=1).size, [args.since.year]

    def each(today: date, going: int) -> None:
        if today.year != seen[0]:
            seen[0] = today.year
            say("year", day=today, **_so_far(begun))

    docket = run(cases(years, aims, assumed), until, each)
    entries, seconds = Head.objects.get(pk=1).size - before, time.perf_counter() - begun
    say("done", entries=entries, seconds=round(seconds), rate=round(entries / seconds))
    _tell(args.lang, aims, assumed, docket)
    return 0


def _so_far(begun: float) -> dict[str, int]:
    from atazan.docket.models import Petition
    from atazan.journal.models import Head

    return {
        "petitions": Petition.objects.count(),
        "entries": Head.objects.get(pk=1).size,
        "seconds": round(time.perf_counter() - begun),
    }


def _tell(lang: Any, aims: Any, assumed: Any, docket: Any) -> None:
    from atazan.decisions.simulated.years import counted
    from atazan.docket.queries import counts
    from atazan.rules.words import phrase

    print(phrase("simulate.steps", lang))
    for step, number in counts().items():
        print(f"  {step:<18} {number:>7}")
    print(phrase("simulate.published", lang))
    came, aimed = counted(), {one.name: one for one in aims.all}
    for name in ("returned", "not_ours", "admitted", "refused", "withdrawn"):
        _line(lang, name, aimed.get(name), came[name], getattr(assumed, name, None))
    for name in ("does_not_conform", "as_interpreted"):
        _line(lang, name, aimed[name], came[name], None)
    if docket.refused:
        print(phrase("simulate.refused_acts", lang, {"n": len(docket.refused)}))
        for case, why in docket.refused[:5]:
            print(f"  {case.id} {case.day}: {why}")
    sys.stdout.flush()


def _line(lang: Any, name: str, aim: Any, came: float, assumed: float | None) -> None:
    from atazan.rules.words import phrase

    figures = ", ".join(aim.figures) if aim is not None else ""
    of = phrase(f"simulate.of.{name}", lang, {"figures": figures})
    share = aim.value if aim is not None else assumed
    told = {"aim": "—" if share is None else f"{share:.2%}", "came": f"{came:.2%}"}
    print(f"  {phrase('simulate.aimed', lang, told)}: {of}")
