"""Every role × state × act of a petition: what the table allows passes it, all else is refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from functools import lru_cache

import pytest
from django.db import transaction

from atazan.decisions.acts import ResolutionServed
from atazan.docket import acts
from atazan.docket.steps import FINAL, STEP
from atazan.journal.acts import Act
from atazan.journal.models import Stream
from atazan.journal.problems import BadAct, NotPermitted
from atazan.journal.record import By, record, version_of
from atazan.journal.rights import ABSENT, Right, Whose, rights
from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.procedure import route_from
from tests.docket_deeds import KINDS, STATES, deed
from tests.docket_way import Way, at, by

pytestmark = pytest.mark.django_db
TABLE = [right for right in rights().rights if right.stream == "petition"]
START = date(2023, 3, 1)
"""Under the law of 2023 a petition can come to every step, the demand for a decision included."""
REVISED = "revised"
"""A step the platform does not carry out: the Court revises a decision of its own (art. 61)."""
LAWS = (date(2023, 3, 1), date(2026, 9, 1))


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is recorded inside is not kept."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _withdrawn() -> Way:
    way = Way(START)
    way.step(acts.PetitionWithdrawn, way.owner)
    return way


def _refused() -> Way:
    way = Way(START).registered().studied().before_three()
    way.vote(*way.row.session["judges"])
    way.now(acts.PetitionRefused, by("chair"), grounds=("rf2-no-competence",), reasons="Canary")
    return way


def _returned() -> Way:
    way = Way(START)
    told = {"grounds": ("sr2-form-content",), "reasons": "Canary reasons"}
    way.step(acts.PetitionReturned, by("registry"), **told)
    return way


def _joined() -> Way:
    lead, way = Way(START).admitted(), Way(START).admitted()
    way.now(acts.PetitionJoined, by("chair"), into=lead.id)
    return way


def _from_admitted(kind: type[Act], **told: object) -> Way:
    way = Way(START).admitted()
    way.step(kind, by("chair"), **told)
    return way


def _adjourned() -> Way:
    way = Way(START).admitted().in_session()
    way.now(acts.SessionAdjourned, by("secretary"), cause="absence")
    return way


def _closed() -> Way:
    way = Way(START).published()
    way.now(ResolutionServed, by("secretary"))
    way.now(acts.PetitionClosed, by("registry"))
    return way


BROUGHT = {
    "lodged": lambda: Way(START),
    "registered": lambda: Way(START).registered(),
    "returned": _returned,
    "under_study": lambda: Way(START).registered().studied(),
    "admission_session": lambda: Way(START).registered().studied().before_three(),
    "admitted": lambda: Way(START).admitted(),
    "refused": _refused,
    "withdrawn": _withdrawn,
    "joined": _joined,
    "suspended": lambda: _from_admitted(
        acts.ProceedingsSuspended, cause="force_majeure", reason="Canary"
    ),
    "in_session": lambda: Way(START).admitted().in_session(),
    "adjourned": _adjourned,
    "deliberation": lambda: Way(START).admitted().in_session().retired(),
    "decided": lambda: Way(START).decided(),
    "published": lambda: Way(START).published(),
    "terminated": lambda: _from_admitted(
        acts.ProceedingsTerminated, grounds=("tm3-no-jurisdiction",), reasons="Canary"
    ),
    "closed": _closed,
}


@pytest.fixture(scope="module")
def brought(django_db_setup, django_db_blocker) -> Iterator[dict[str, tuple[str, date]]]:
    """A petition at each step, its number and its last day; all undone after the module."""
    with django_db_blocker.unblock(), undone():
        ways = {state: bring() for state, bring in BROUGHT.items()}
        found = {state: (way.id, way.day) for state, way in ways.items()}
        yield {**found, ABSENT: ("2023-80001", START)}


def outcome(act: Act, id: str, day: date, who: By) -> str | None:
    """The key of the refusal that the table gives; None where it lets the deed pass."""
    with undone():
        try:
            record(act, by=who, at=at(day), seen=version_of(f"petition/{id}"))
        except NotPermitted as no:
            return next((one.key for one in no.findings if one.key in OF_THE_TABLE), None)
        except BadAct:
            return None
    return None


OF_THE_TABLE = {"journal.no_right", "journal.not_own", "journal.not_self"}


def listed(role: str, kind: str, state: str) -> Right | None:
    """The row of the table, read as it is written."""
    return _listed().get((role, kind, state))


@lru_cache(maxsize=1)
def _listed() -> dict[tuple[str, str, str], Right]:
    return {(one.role, one.act, state): one for one in TABLE for state in one.states}


def test_a_petition_is_brought_to_every_state_of_the_table(brought):
    for state, (id, _) in brought.items():
        found = Stream.objects.filter(pk=f"petition/{id}").values_list("state", flat=True).first()
        assert (found or ABSENT) == state
    assert set(STATES) <= set(brought)


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_decides_who_may_do_it_in_which_state(kind, brought):
    wrong = []
    for state, (id, day) in brought.items():
        act = deed(kind, id, day, done_by="azimova")
        for role in rights().roles:
            right = listed(role, kind, state)
            who = By("a-citizen", role, "azimova")  # the account that filed each of them
            told = outcome(act, id, day, who)
            if (told is None) != (right is not None):
                wrong.append((role, state, told))
    assert wrong == []


@pytest.mark.parametrize("kind", sorted({one.act for one in TABLE if one.whose is Whose.OWN}))
def test_what_is_ones_own_is_refused_to_another_account(kind, brought):
    for one in TABLE:
        if one.act == kind and one.whose is Whose.OWN:
            for state in one.states:
                id, day = brought[state]
                stranger = By("a-stranger", one.role)
                assert outcome(deed(kind, id, day), id, day, stranger) == "journal.not_own", state


@pytest.mark.parametrize("kind", sorted({one.act for one in TABLE if one.whose is Whose.SELF}))
def test_what_a_judge_does_in_person_is_refused_in_anothers_name(kind, brought):
    for one in TABLE:
        if one.act == kind and one.whose is Whose.SELF:
            for state in one.states:
                id, day = brought[state]
                act = deed(kind, id, day, done_by="azimova")
                for person in ("another", None):
                    judge = By("a-judge", one.role, person)
                    assert outcome(act, id, day, judge) == "journal.not_self", state


def _ways(day: date) -> dict[str, tuple[str, ...]]:
    routes = [rule.value for rule in rules().on(day).of_kind("route")]
    return {route.step: route.to for route in routes}


def test_each_move_of_the_table_follows_a_route_of_some_day():
    routes = {(step, to) for day in LAWS for step, tos in _ways(day).items() for to in tos}
    for one in TABLE:
        for state in set(one.states) - {ABSENT, one.to}:
            assert (state, one.to) in routes, (one.act, state)


def test_each_step_a_route_leads_to_is_reached_by_an_act_or_lies_outside_the_platform():
    moves = {(state, one.to) for one in TABLE for state in one.states}
    routes = {(step, to) for day in LAWS for step, tos in _ways(day).items() for to in tos}
    left = {(step, to) for step, to in routes - moves if REVISED not in (step, to)}
    assert left == set()


@pytest.mark.parametrize("day", LAWS)
def test_no_state_is_without_a_way_out_or_a_final_mark(day):
    for state in set(STATES) - {ABSENT}:
        out = {one.to for one in TABLE if state in one.states} - {state}
        if state in FINAL:
            assert out <= {"terminated"} if state == "joined" else out == set(), state
            continue
        open_ways = set(route_from(state, day, rules()).value.to)
        assert out & open_ways, state


@pytest.mark.parametrize("day", LAWS)
def test_what_is_final_ends_in_the_routes_too(day):
    ends = {to for rule in rules().on(day).of_kind("route") for to in rule.value.ends}
    assert FINAL - {"closed", "joined"} <= ends
    for state in FINAL - {"joined"}:
        with suppress(NoRuleInForce):
            assert set(route_from(state, day, rules()).value.to) <= {REVISED}, state


def test_the_step_after_each_act_is_that_of_the_table():
    for one in TABLE:
        step = STEP[one.act]
        for state in one.states:
            assert one.to == (step or state), one.act
    assert set(STEP) == set(KINDS)


def test_a_day_that_passes_changes_nothing_of_the_table(brought):
    """Rights hang on role, state and act, not on the day: the rules of the day come after."""
    id, day = brought["lodged"]
    later = day + timedelta(days=700)
    act = deed("petition.registered/1", id, later)
    assert outcome(act, id, later, by("registry")) is None
    assert outcome(act, id, later, by("judge")) == "journal.no_right"
