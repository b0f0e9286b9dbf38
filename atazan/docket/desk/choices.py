"""What a form of a deed offers to choose from: judges of the day, grounds of the day, cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from atazan.docket import acts, clocks, voting
from atazan.docket.checks.common import done
from atazan.docket.desk.forms import Field, Form
from atazan.docket.desk.people import names
from atazan.docket.models import Petition, Recusal
from atazan.docket.queries import open_on
from atazan.institutions.bench import bench
from atazan.journal.deeds import deed_of
from atazan.rules.book import Rule, RulesOnDay, rules

AT_WORK = (
    "under_study admission_session admitted suspended in_session adjourned deliberation"
).split()
"""Steps at which a petition is a judge's work."""


class Seat(Struct, frozen=True):
    """A judge who may be chosen, or not and why: `suspended`, `recused`, `gone` (out of office).

    `load` is the number of open petitions given to the judge to study or to report on.
    """

    person: str
    names: Any
    why: str = ""
    load: int = 0
    chair: bool = False
    deputy: bool = False
    chosen: bool = False


class Choice(Struct, frozen=True):
    """A ground to choose, with the words for it as far as there are any."""

    id: str
    rule: Rule
    chosen: bool
    words: str


def seats(petition: str, day: date, chosen: Iterable[str] = ()) -> list[Seat]:
    """The bench of a day, the Chair first; those chosen before stay chosen where they may sit."""
    sat, out, loads, kept = bench(day), voting.recused(petition), load(), set(chosen)
    found = []
    for judge in sat.judges:
        why = "suspended" if judge.suspended else "recused" if judge.person in out else ""
        found.append(
            Seat(
                judge.person,
                judge.names,
                why,
                loads[judge.person],
                judge.person == sat.chair,
                judge.person == sat.deputy,
                not why and judge.person in kept,
            )
        )
    return found


def convened(row: Petition, day: date, chosen: Iterable[str]) -> list[Seat]:
    """Those convened to the session, with why one may not sit today."""
    called = list((row.session or {}).get("judges", ()))
    known = {one.person: one for one in seats(row.id, day, chosen)}
    said = names(one for one in called if one not in known)
    return [known.get(one) or Seat(one, said.get(one) or {"en": one}, "gone") for one in called]


def load() -> Counter[str]:
    """How many open petitions each judge has: to study, or as rapporteur."""
    found: Counter[str] = Counter()
    rows = Petition.objects.filter(step__in=AT_WORK).values_list("step", "judges", "rapporteurs")
    for step, judges, rapporteurs in rows:
        early = step in ("under_study", "admission_session")
        found.update(judges if early else rapporteurs or judges)
    return found


def suggested(found: list[Seat], number: int) -> tuple[str, ...]:
    """The judges with the fewest open petitions; of equals those named first on the bench."""
    able = [one for one in found if not one.why]
    return tuple(one.person for one in sorted(able, key=lambda one: one.load)[:number])


def presiding(found: list[Seat], judges: Iterable[str]) -> str:
    """Who presides: the Chair, else the Deputy Chair, else the first judge named: art. 25(5)."""
    sitting = [one for one in found if one.person in set(judges)]
    first = [one for one in sitting if one.chair] or [one for one in sitting if one.deputy]
    return next((one.person for one in first or sitting), "")


def grounds(
    field: Field,
    given: Mapping[str, list[str]],
    row: Petition,
    law: RulesOnDay,
    lang: Any,
    said: Mapping[str, str],
) -> list[Choice]:
    """The grounds of the day that lead to this outcome; at first those the check found, in the
    words in which it found them (`said`), in the petition's language."""
    fresh = "grounds" not in given
    told = set(row.found.get("grounds", ())) if fresh else set(given["grounds"])
    found = []
    for rule in _leading_to(field.leads_to, law):
        id = rule.id.removeprefix("ground.")
        words = next(iter(given.get(f"reason-{id}", ())), None)
        if words is None:
            words = said.get(id) or rule.says.says(lang)
        found.append(Choice(id, rule, id in told, words))
    return found


def _leading_to(outcome: str, law: RulesOnDay) -> list[Rule]:
    keys = sorted(key for key in rules().rules if key.startswith("ground."))
    found = [law.get(key) for key in keys]
    return [one for one in found if one is not None and one.value.leads_to == outcome]


def cases(row: Petition) -> list[Petition]:
    """Admitted cases it may be joined with, those on the same provision first: art. 49(2)."""
    same = {one.id for norm in row.norms for one in open_on(norm["work"], norm["provision"])}
    found = Petition.objects.filter(step="admitted").exclude(pk=row.id).order_by("admitted_on")
    return sorted(found[:200], key=lambda one: one.id not in same)


def waiting_recusals(row: Petition) -> list[tuple[str, Any]]:
    """Judges whose self-recusal waits for a decision."""
    stated = Recusal.objects.filter(petition=row.id, granted=None)
    found = list(stated.values_list("judge", flat=True))
    said = names(found)
    return [(one, said.get(one) or {"en": one}) for one in found]


def first_values(
    form: Form, row: Petition, today: date, statement: str = ""
) -> dict[str, list[str]]:
    """What a form holds when it is opened; `statement` are the words of the petition so far."""
    found: dict[str, list[str]] = {"done_on": [today.isoformat()], "statement": [statement]}
    if form.kind == "petition.changed/1":
        found["norms"] = [f"{norm['work']} {norm['provision']}" for norm in row.norms]
    if form.kind.endswith("convened/1"):
        return found | _session(form, row, today)
    if form.kind == "petition.assigned/1" and not row.judges:
        found["judges"] = list(suggested(seats(row.id, today), 1))
    if form.kind == "petition.assigned/1" and row.judges:
        found["judges"] = list(row.judges)
    if form.kind == "rapporteur.appointed/1":
        found["judges"] = list(row.rapporteurs or row.judges[:1])
    if form.kind in ("judges.retired/1", "minutes.kept/1"):
        called = tuple((row.session or {}).get("judges", ()))
        out = voting.sits(called, row.id, today)
        found["present"] = [one for one in row.present or called if one not in out]
    if form.kind == "vote.reopened/1":
        found["present"] = list(voting.voters(row))
    if form.kind == "participants.notified/1":
        found["of"] = list(to_tell(row)[:1])
    if issubclass(deed_of(form.kind).act, acts.Ruling):
        found |= _ruling(row, today)
    if form.kind == "term.prolonged/1" and (ledger := clocks.decision(row)) and ledger.due:
        found["to"] = [ledger.due.isoformat()]
    return found


def to_tell(row: Petition) -> tuple[str, ...]:
    """What the participants are still to be told of: the decision on admission, every prolonged
    period and every adjournment (art. 48(4), 52(2), 53)."""
    told = Counter(one.of for one in done(row.id, "participants.notified/1"))
    happened = {
        "admission": bool(row.admitted_on or row.refused_on),
        "adjournment": len(done(row.id, "session.adjourned/1")),
        "prolongation": len(done(row.id, "term.prolonged/1")),
    }
    return tuple(of for of, times in happened.items() if times > told[of])


def _ruling(row: Petition, today: date) -> dict[str, list[str]]:
    """Those of the session that is on, or the whole bench, but who asked not to sit."""
    asked = {judge for judge, _ in waiting_recusals(row)}
    here = seats(row.id, today)
    able = [one.person for one in here if not one.why and one.person not in asked]
    called = row.present or (row.session or {}).get("judges", ())
    sat = [one for one in able if one in called]
    present = sat if len(sat) == len(called) and sat else able
    return {"present": present, "presiding": [presiding(here, present)]}


def _session(form: Form, row: Petition, today: date) -> dict[str, list[str]]:
    bench_ = seats(row.id, today)
    purpose = form.kind.partition(".")[0]
    plenary = purpose == "hearing" and row.to_plenary
    number = len(bench_) if plenary else 3 if purpose == "admission" else 5
    judges = suggested(bench_, number)
    kind = "plenary" if plenary else form.fields[0].choices[0]
    told = {"form": [kind], "judges": list(judges), "presiding": [presiding(bench_, judges)]}
    return told | {"sits_on": [today.isoformat()]}
