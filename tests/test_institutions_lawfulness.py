"""Whether appointments and votes of the record fit the rules of their day."""

from __future__ import annotations

from datetime import date

import pytest

from atazan.institutions.acts import OfficeTaken, VoteTaken
from atazan.institutions.lawfulness import appointment, vote
from atazan.rules.book import rules
from atazan.rules.text import LANGS, Text

pytestmark = pytest.mark.django_db


def broken(findings) -> set[str]:
    found = list(findings)
    for finding in found:
        for lang in LANGS:
            assert finding.says(lang) and finding.cites(lang)
    return {finding.id for finding in found if finding.holds is False}


def taken(**known: object) -> OfficeTaken:
    since = known.get("since")
    return OfficeTaken(id="t-x", person="mamin", done_on=since, sources=("a source",), **known)


def voted(**known: object) -> VoteTaken:
    day = {"done_on": "2022-02-01", "sitting": "mazhilis-2022-02-01", "body": "mazhilis"}
    about = {"question": "vote.mazhilis.chair", "office": "mazhilis_chair", "ballot": "secret"}
    said = {"id": "v", "title": known.pop("title", _TITLE), "carried": True}
    return VoteTaken(**{**day, **about, **said, "sources": ("a source",), **known})


_TITLE = Text(kk="дауыс", ru="голос", en="vote")


def on(act: VoteTaken):
    assert act.day is not None
    return rules().on(act.day.first)


def test_the_chair_of_the_court_may_not_be_named_by_the_mazhilis():
    act = taken(office="constitutional_court_chair", since="2024-01-01", by="mazhilis")

    assert "tenure.authority" in broken(appointment(act))


def test_until_july_2026_the_chair_needs_the_consent_of_the_senate_and_no_other():
    known = {"office": "constitutional_court_chair", "by": "president"}
    wrong = taken(since="2026-06-30", consent_by="mazhilis", **known)
    later = taken(since="2026-07-01", **known)

    assert "tenure.consent" in broken(appointment(wrong))
    assert "tenure.consent" not in broken(appointment(later))


def test_consent_after_the_appointment_comes_too_late():
    act = taken(
        office="constitutional_court_chair",
        since="2022-12-28",
        by="president",
        consent_by="senate",
        consent="senate-2022-12-29-azimova-consent",
    )

    assert "tenure.consent_day" in broken(appointment(act))


def test_consent_on_the_record_before_the_appointment_is_in_time():
    act = taken(
        office="constitutional_court_chair",
        since="2023-01-01",
        by="president",
        consent_by="senate",
        consent="senate-2022-12-29-azimova-consent",
    )

    assert not {"tenure.consent", "tenure.consent_day"} & broken(appointment(act))


def test_a_fourth_judge_of_the_senate_finds_no_seat():
    act = taken(office="constitutional_court_judge", since="2024-01-01", by="senate")

    assert "tenure.quota" in broken(appointment(act))


def test_nobody_becomes_chair_of_the_senate_once_it_is_gone():
    act = taken(office="senate_chair", since="2026-07-01")

    assert "tenure.office" in broken(appointment(act))


def test_a_day_known_in_part_and_an_unknown_authority_raise_no_question():
    in_part = taken(office="constitutional_court_chair", since="2024", by="mazhilis")
    unknown = taken(office="constitutional_court_judge", since="2025-12-31")

    assert not list(appointment(in_part))
    assert not {"tenure.authority", "tenure.consent"} & broken(appointment(unknown))


def test_a_time_before_the_rules_raises_no_question():
    act = taken(office="first_constitutional_court_chair", since="1992-07-02")

    assert not list(appointment(act))


def test_fifty_four_of_one_hundred_and_seven_elect_the_chair_of_the_mazhilis():
    enough = voted(present=107, in_favour=54, against=53)
    short = voted(present=107, in_favour=53, against=54)

    assert not broken(vote(enough, on(enough)))
    assert any(one.startswith("vote.") for one in broken(vote(short, on(short))))


def test_a_vote_said_to_fail_though_it_carried_is_questioned():
    act = voted(present=107, in_favour=54, against=53, carried=False)

    assert broken(vote(act, on(act))) == {"institutions.vote.declared"}


def test_more_votes_than_seats_cannot_be():
    act = voted(present=110, in_favour=110)

    assert broken(vote(act, on(act))) == {"institutions.vote.impossible"}


def test_the_chair_of_the_mazhilis_is_elected_by_secret_ballot_of_the_mazhilis():
    openly = voted(ballot="open")
    elsewhere = voted(body="senate")

    assert broken(vote(openly, on(openly))) == {"institutions.vote.ballot"}
    assert broken(vote(elsewhere, on(elsewhere))) == {"institutions.vote.body"}


def test_a_vote_whose_count_was_not_disclosed_raises_no_question():
    act = voted(unanimous=True)

    assert not broken(vote(act, on(act)))


def test_a_question_no_rule_of_the_day_decides_raises_no_question():
    act = voted(question="vote.kurultai.chair", done_on="2022-02-01")

    assert not list(vote(act, rules().on(date(2022, 2, 1))))
