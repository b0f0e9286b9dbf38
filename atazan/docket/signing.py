"""Who sat and who signs: the judges who voted countersign a decision, then the Chair signs it.

Source: law on the Court, articles 25(3) second part, 27(3), 58(5).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from atazan.institutions.bench import Bench, bench
from atazan.institutions.models import Person
from atazan.papers.kinds import Signature
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase

_OFFICE = {
    "chair": "citizen.office.chair",
    "deputy": "paper.office.deputy",
    "judge": "citizen.office.judge",
    "acting": "paper.office.acting",
}


def composition(judges: Iterable[str], presiding: str, day: date) -> tuple[Signature, ...]:
    """Those who sat, the one who presided first, then the Chair."""
    sat = bench(day)
    order = sorted(judges, key=lambda one: (one != presiding, one != sat.chair))
    return _signed([(one, _office(one, sat)) for one in order])


def signatures(voted: Iterable[str], presiding: str, day: date) -> tuple[Signature, ...]:
    """Those who voted, the one who presided first; always the Chair last, who signs once.

    Where the Chair is not able on the day, who acts for the Chair signs last instead.
    """
    sat = bench(day)
    last, office = _signs_last(sat, presiding)
    before = sorted((one for one in voted if one != last), key=lambda one: one != presiding)
    return _signed([*((one, _office(one, sat)) for one in before), (last, office)])


def _signs_last(sat: Bench, presiding: str) -> tuple[str, str]:
    """The Chair; without the Chair the deputy, and without both the judge who presided, whom the
    Chair named: art. 27(3)."""
    if sat.chair in sat.able:
        return str(sat.chair), "chair"
    return (str(sat.deputy) if sat.deputy in sat.able else presiding), "acting"


def _office(judge: str, sat: Bench) -> str:
    return {sat.chair: "chair", sat.deputy: "deputy"}.get(judge, "judge")


def _signed(people: list[tuple[str, str]]) -> tuple[Signature, ...]:
    known = Person.objects.in_bulk([judge for judge, _ in people])
    return tuple(
        Signature(
            name=Text(**{lang: known[judge].names.get(lang) or judge for lang in LANGS}),
            office=Text(**{lang: phrase(_OFFICE[office], lang) for lang in LANGS}),
        )
        for judge, office in people
    )
