"""The pages of reform as of the day asked; each page also as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from msgspec import Struct

from atazan.journal.answering import day_of, finding, in_figures, lang_of, page, row
from atazan.journal.models import Entry
from atazan.reform import charts, queries
from atazan.reform.models import DraftStep, Referendum
from atazan.reform.queries import (
    Draft,
    DutyOnDay,
    DutyState,
    MeasureOnDay,
    ReferendumOnDay,
    ReferendumState,
)
from atazan.rules.bodies import bodies, offices
from atazan.rules.finding import Finding
from atazan.rules.text import Lang, Text
from atazan.rules.works import works

STATES = (
    DutyState.OVERDUE,
    DutyState.DUE,
    DutyState.WAITS,
    DutyState.MET,
    DutyState.NO_TERM,
)
"""The order in which duties are told: what asks for attention comes first."""


class Counted(Struct, frozen=True):
    """A referendum with its charts, as far as its count was known on the day.

    `voted` and `in_favour` are the published shares in per cent, in the reader's figures.
    """

    told: ReferendumOnDay
    turnout: charts.Bar | None
    approval: charts.Bar | None
    voted: str | None = None
    in_favour: str | None = None


class Step(Struct, frozen=True):
    """A step of a draft: done, or the last one known of a draft still under way."""

    row: DraftStep
    by: Text | str | None
    now: bool


def index(request: HttpRequest) -> HttpResponse:
    """Referendums, drafts, the transition and measures at a glance."""
    day = day_of(request)
    asked, drafts = queries.referendums(day), queries.drafts(day)
    duties, measures = queries.duties(day), queries.measures(day)
    facts = {
        "referendums": [counted(one, lang_of(request)) for one in asked],
        "drafts": [(one, one.steps[-1]) for one in drafts],
        "states": _states(duties),
        "duties": len(duties),
        "areas": Counter(one.row.area for one in measures).most_common(),
        "measures": len(measures),
        "begins": works()["const-2026"].in_force_from,
    }
    return page(
        request,
        "reform/index.html",
        facts,
        lambda: {
            "referendums": [_referendum_json(one) for one in asked],
            "drafts": [_draft_json(one) for one in drafts],
            "duties": [_duty_json(one) for one in duties],
            "measures": [_measure_json(one) for one in measures],
        },
    )


def referendums_page(request: HttpRequest) -> HttpResponse:
    """Every referendum called by the day."""
    found = queries.referendums(day_of(request))
    facts = {"referendums": [counted(one, lang_of(request)) for one in found]}
    told = {"referendums": [_referendum_json(one) for one in found]}
    return page(request, "reform/referendums.html", facts, lambda: told)


def referendum_page(request: HttpRequest, id: str) -> HttpResponse:
    """One referendum: what was asked, by whom, the count, and what the rules make of it."""
    try:
        found = queries.referendum(id, day_of(request))
    except Referendum.DoesNotExist as wrong:
        raise Http404 from wrong
    if found is None:
        known = Referendum.objects.get(pk=id)
        facts: dict[str, Any] = {"row": known, "told": None, "vote_day": _vote_day(known)}
        return page(request, "reform/referendum.html", facts, lambda: {"referendum": None})
    held = found.state is not ReferendumState.CALLED
    count = counted(found, lang_of(request))
    regions = charts.regions(found.row, lang_of(request)) if held else []
    facts = {
        "row": found.row,
        "vote_day": _vote_day(found.row),
        "told": found,
        "held": held,
        "decided": found.state is ReferendumState.DECIDED,
        "count": count,
        "findings": list(_findings(found)),
        "called_by": named(found.row.called_by),
        "regions": regions,
        "hours": sorted({one.hour for one in regions if one.hour}),
        "line": count.turnout.line if count.turnout else None,
        "acts": _acts(f"referendum/{id}"),
    }
    told = {"referendum": _referendum_json(found)}
    return page(request, "reform/referendum.html", facts, lambda: told)


def drafts_page(request: HttpRequest) -> HttpResponse:
    """Every draft with a step by the day."""
    found = queries.drafts(day_of(request))
    facts = {"drafts": [(one, one.steps[-1]) for one in found]}
    told = {"drafts": [_draft_json(one) for one in found]}
    return page(request, "reform/drafts.html", facts, lambda: told)


def draft_page(request: HttpRequest, id: str) -> HttpResponse:
    """One draft, step by step, up to the day."""
    every = list(DraftStep.objects.filter(draft=id))
    if not every:
        raise Http404
    try:
        found = queries.draft(id, day_of(request))
    except LookupError:
        found = Draft(id, [])
    under_way = 0 < len(found.steps) < len(every)
    steps = [
        Step(one, named(one.done_by), under_way and one is found.steps[-1]) for one in found.steps
    ]
    facts = {"draft": found, "steps": steps, "under_way": under_way, "work": works().get(_work(id))}
    return page(request, "reform/draft.html", facts, lambda: {"draft": _draft_json(found)})


def measures_page(request: HttpRequest) -> HttpResponse:
    """Measures of reform by area, each with its state and the rule that states it."""
    found = queries.measures(day_of(request))
    areas: dict[str, list[tuple[MeasureOnDay, Text | str | None]]] = {}
    for one in found:
        areas.setdefault(one.row.area, []).append((one, named(one.row.done_by)))
    facts = {
        "areas": sorted(areas.items(), key=lambda one: -len(one[1])),
        "count": len(found),
        "states": Counter(one.row.state for one in found).most_common(),
    }
    told = {"measures": [_measure_json(one) for one in found]}
    return page(request, "reform/measures.html", facts, lambda: told)


def transition_page(request: HttpRequest) -> HttpResponse:
    """The duties of transition: due day, article, and how each stood on the day."""
    found = queries.duties(day_of(request))
    by_state = {state: [one for one in found if one.state is state] for state in STATES}
    facts = {
        "groups": [
            (state, [(one, _offices(one)) for one in duties])
            for state, duties in by_state.items()
            if duties
        ],
        "states": _states(found),
        "count": len(found),
        "begins": works()["const-2026"].in_force_from,
    }
    told = {"duties": [_duty_json(one) for one in found]}
    return page(request, "reform/transition.html", facts, lambda: told)


def counted(told: ReferendumOnDay, lang: Lang) -> Counted:
    """A referendum with its charts; none before the vote."""
    if told.state is ReferendumState.CALLED:
        return Counted(told, None, None)
    rules = told.by_rules
    return Counted(
        told,
        charts.turnout(told.row, rules.turnout if rules else None),
        charts.approval(told.row, rules.approval if rules else None),
        in_figures(told.row.turnout, lang),
        in_figures(told.row.in_favour_share, lang),
    )


def _vote_day(row: Referendum) -> date:
    return date.fromisoformat(row.vote_on)


def named(slug: str | None) -> Text | str | None:
    """A body or an office by its name; the slug where it is neither."""
    if slug is None:
        return None
    found = bodies().get(slug) or offices().get(slug)
    return found.names if found else slug


def _work(draft: str) -> str:
    return {"constitution-2026": "const-2026", "constitution-1995": "const-1995"}.get(draft, "")


def _findings(told: ReferendumOnDay) -> Iterable[Finding]:
    found = told.by_rules
    if found:
        yield found.turnout
        yield found.approval
        if found.regional:
            yield found.regional


def _offices(duty: DutyOnDay) -> list[tuple[str, Text]]:
    ids = duty.rule.value.offices
    return [(id, offices()[id].names) for id in ids if id in offices()]


def _states(duties: list[DutyOnDay]) -> list[tuple[DutyState, int]]:
    found = Counter(one.state for one in duties)
    return [(state, found[state]) for state in STATES if found[state]]


def _acts(stream: str) -> list[int]:
    found = Entry.objects.filter(stream=stream).order_by("version")
    return list(found.values_list("number", flat=True))


_RESULT = (
    "electorate voted in_favour against invalid not_counted turnout in_favour_share "
    "regions_in_favour regions_total regions facts adopted outcome decided_on"
).split()
"""What is not known before the vote."""


def _referendum_json(one: ReferendumOnDay) -> dict[str, Any]:
    told = row(one.row)
    if one.state is ReferendumState.CALLED:
        told = {name: value for name, value in told.items() if name not in _RESULT}
    return {
        **told,
        "state": one.state,
        "sure": one.sure,
        "by_the_rules": [finding(found) for found in _findings(one)],
    }


def _draft_json(one: Draft) -> dict[str, Any]:
    return {"id": one.id, "steps": [row(step) for step in one.steps]}


def _measure_json(one: MeasureOnDay) -> dict[str, Any]:
    return {**row(one.row), "rule_in_force": one.rule.id if one.rule else None}


def _duty_json(one: DutyOnDay) -> dict[str, Any]:
    source = one.rule.source
    return {
        **row(one.row),
        "state": one.state,
        "late": one.late,
        "due": one.due.last_day,
        "why": finding(one.due.why),
        "work": source.work,
        "provision": source.provision_eid,
    }
