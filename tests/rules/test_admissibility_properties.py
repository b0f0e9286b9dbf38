"""What holds for every petition."""

from datetime import date, timedelta
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from atazan.rules.admissibility import assess
from atazan.rules.bad_petition import problems
from atazan.rules.book import rules
from atazan.rules.petition import Petition
from tests.rules.petitions import facts, judicial_act, petition

YES_NO = st.sampled_from([None, True, False])
DAYS = st.dates(date(2023, 1, 1), date(2028, 12, 31))


@st.composite
def any_petition(draw: Any) -> Petition:
    """Facts of every shape, sensible or not, that the class can hold."""
    return draw(st.builds(msgspec.convert, any_facts(), st.just(Petition)))


@st.composite
def any_facts(draw: Any) -> dict[str, Any]:
    fields = {field.name: field.type for field in msgspec.structs.fields(Petition)}
    choose = lambda name: draw(st.sampled_from(_choices(fields[name])))  # noqa: E731
    acts = st.fixed_dictionaries(
        {
            "instance": st.sampled_from([None, "first", "appeal", "cassation", "supreme"]),
            "adopted_on": st.none() | DAYS,
            "in_force": YES_NO,
        }
    )
    part = st.fixed_dictionaries(
        {
            "act": st.just("Law"),
            "provision": st.just("art_1"),
            "kind": st.sampled_from([None, "normative", "individual"]),
            "status": st.sampled_from([None, "in_force", "repealed", "lost_force"]),
            "still_applies": YES_NO,
            "affects_rights": YES_NO,
        }
    )
    return {
        "question": choose("question"),
        "stage": choose("stage"),
        "applicant": {"capacity": draw(st.sampled_from(["citizen", "court", "deputies"]))},
        "challenged": draw(st.lists(part, min_size=1, max_size=2)),
        "case": {
            "norm_applied": draw(YES_NO),
            "directly_affects": draw(YES_NO),
            "applicant_took_part": draw(YES_NO),
            "judicial_acts": draw(st.none() | st.lists(acts, max_size=2)),
            "supreme_court_reading": draw(YES_NO),
            "imperative_norm": draw(YES_NO),
            "suspended": draw(YES_NO),
        },
        "rights": {"whose": draw(st.sampled_from([None, "own", "another"]))},
        "papers": {
            "signed": draw(YES_NO),
            "fee": draw(st.sampled_from([None, "paid", "unpaid"])),
            "contents": draw(st.none() | st.just(["c14-substance"])),
        },
        "events": {"filed_on": draw(st.none() | DAYS), "admitted_on": draw(st.none() | DAYS)},
    }


def _choices(kind: Any) -> tuple[str, ...]:
    return kind.__args__


@settings(max_examples=150, deadline=None)
@given(any_petition(), st.dates(date(1996, 1, 1), date(2028, 12, 31)))
def test_every_petition_that_can_be_is_answered_in_words(asked: Petition, on: date) -> None:
    if list(problems(asked, on, rules())):
        return
    answer = assess(asked, on)

    assert (answer.outcome == "admissible") == (answer.may_apply is True)
    assert bool(answer.grounds) == (answer.outcome not in ("admissible", None))
    assert {one.id for ground in answer.grounds for one in ground.because} <= {
        finding.id for finding in answer.findings if finding.holds is False
    }
    assert all(finding.says("kk") for finding in answer.findings)


@settings(max_examples=100, deadline=None)
@given(DAYS, st.integers(0, 800), st.integers(0, 400))
def test_what_is_late_stays_late(act: date, wait: int, more: int) -> None:
    case = {**facts()["case"], "judicial_acts": [judicial_act(act)]}
    first, later = act + timedelta(days=wait), act + timedelta(days=wait + more)

    in_time = [
        next(
            f.holds
            for f in assess(petition(on, case=case), on).findings
            if f.id == "deadline.citizen_limit"
        )
        for on in (first, later)
    ]
    assert in_time != [False, True]


@settings(max_examples=100, deadline=None)
@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_a_correction_never_moves_the_day_of_filing_forward(first: date, a: int, b: int) -> None:
    received = first + timedelta(days=a)
    again = received + timedelta(days=b)
    case = {**facts()["case"], "judicial_acts": [judicial_act(first - timedelta(days=100))]}
    asked = petition(
        again,
        stage="filed",
        case=case,
        events={"filed_on": again},
        earlier_filing={
            "filed_on": first,
            "grounds": ["sr2-form-content"],
            "notification_received_on": received,
        },
    )
    answer = assess(asked, again)

    assert answer.effective_filing_date in (first, again)
    assert (answer.effective_filing_date == first) == (
        answer.correction_deadline is not None and again <= answer.correction_deadline
    ) or first == again
