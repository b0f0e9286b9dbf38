"""Votes: every threshold in threes (one short, enough, one more), all bodies, all regimes."""

from datetime import date

import pytest

from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.finding import Finding
from atazan.rules.tally import Base, Share, Tally
from atazan.rules.text import LANGS
from atazan.rules.votes import BadTally, NoQuorum, Outcome, decide, outcome, quorum

COUNCIL = date(2010, 1, 1)
COURT_1995 = date(2024, 1, 1)
COURT_2026 = date(2026, 8, 1)


def vote(key: str, day: date, **counts: object) -> Finding:
    """The finding on a vote; whoever is present and not in favour votes against."""
    counts.setdefault("in_favour", 0)
    counts.setdefault("against", counts["present"] - counts["in_favour"])  # type: ignore[operator]
    return decide(Tally(**counts), key, rules().on(day))  # type: ignore[arg-type]


def sat(key: str, day: date, **counts: int) -> Finding:
    """The finding on a quorum, before anyone votes."""
    return quorum(Tally(in_favour=0, against=0, **counts), rules().on(day)[key])


@pytest.mark.parametrize("day", [COURT_1995, COURT_2026])
@pytest.mark.parametrize(("present", "enough"), [(7, False), (8, True), (9, True)])
def test_the_court_sits_with_eight_of_eleven(day, present, enough):
    assert sat("vote.court.quorum", day, seats=11, present=present).holds is enough


@pytest.mark.parametrize(("present", "enough"), [(6, False), (7, True), (8, True)])
def test_a_suspended_judge_is_not_counted_when_quorum_is_determined(present, enough):
    assert sat("vote.court.quorum", COURT_1995, seats=11, suspended=1, present=present).holds is (
        enough
    )


def test_a_vacant_seat_does_not_lower_the_quorum():
    assert not sat("vote.court.quorum", COURT_1995, seats=11, vacant=3, present=7).holds


def test_without_quorum_the_court_decides_nothing():
    with pytest.raises(NoQuorum) as refused:
        vote("vote.court.plenary", COURT_1995, seats=11, present=7, in_favour=7)

    assert "7 present, at least 8 needed" in refused.value.finding.says("en")


@pytest.mark.parametrize("day", [COURT_1995, COURT_2026])
@pytest.mark.parametrize(("in_favour", "carried"), [(4, False), (5, True), (6, True)])
def test_the_court_decides_by_a_majority_of_those_sitting(day, in_favour, carried):
    found = vote("vote.court.plenary", day, seats=11, present=9, in_favour=in_favour)

    assert found.holds is carried


@pytest.mark.parametrize(("chair", "carried"), [(True, True), (False, False)])
def test_on_a_tie_the_chair_of_the_court_decides(chair, carried):
    found = vote(
        "vote.court.plenary", COURT_1995, seats=11, present=8, in_favour=4, chair_in_favour=chair
    )

    assert found.holds is carried
    assert found.id == f"vote.{'adopted' if carried else 'not_adopted'}"


def test_a_tie_under_a_substituted_chair_leads_to_a_repeat_vote():
    found = vote(
        "vote.court.plenary", COURT_1995, seats=11, present=8, in_favour=4, chair_presides=False
    )

    assert (found.holds, found.id) == (False, "vote.repeat_vote")


def test_a_tie_with_the_chairs_vote_unknown_stays_open():
    found = vote("vote.court.plenary", COURT_1995, seats=11, present=8, in_favour=4)

    assert found.holds is None


@pytest.mark.parametrize("chair", [True, False])
def test_the_chairs_vote_decides_nothing_when_there_is_no_tie(chair):
    found = vote(
        "vote.court.plenary", COURT_1995, seats=11, present=9, in_favour=5, chair_in_favour=chair
    )

    assert found.holds


def test_a_judge_may_not_abstain():
    with pytest.raises(BadTally, match="1 abstained"):
        vote(
            "vote.court.plenary",
            COURT_1995,
            seats=11,
            present=9,
            in_favour=8,
            against=0,
            abstained=1,
        )


def test_a_judge_who_sits_must_vote():
    with pytest.raises(BadTally, match="9 sat, 8 voted"):
        vote("vote.court.plenary", COURT_1995, seats=11, present=9, in_favour=8, against=0)


@pytest.mark.parametrize("day", [COURT_1995, COURT_2026])
@pytest.mark.parametrize(("in_favour", "follows"), [(4, "full_session"), (5, "adopted")])
def test_a_panel_of_five_adopts_a_normative_resolution_only_unanimously(day, in_favour, follows):
    found = vote("vote.court.panel_of_five", day, seats=11, present=5, in_favour=in_favour)

    assert found.id == f"vote.{follows}"


@pytest.mark.parametrize("present", [4, 6])
def test_a_panel_of_five_is_five(present):
    with pytest.raises((NoQuorum, BadTally)):
        vote("vote.court.panel_of_five", COURT_1995, seats=11, present=present, in_favour=present)


@pytest.mark.parametrize(("in_favour", "carried"), [(2, False), (3, True), (4, True)])
def test_other_rulings_of_a_panel_of_five_need_three(in_favour, carried):
    key = "vote.court.panel_of_five.ruling"

    assert vote(key, COURT_1995, seats=11, present=5, in_favour=in_favour).holds is carried


@pytest.mark.parametrize(("in_favour", "carried"), [(1, False), (2, True), (3, True)])
def test_two_of_three_judges_admit_a_petition(in_favour, carried):
    key = "vote.court.panel_of_three"

    assert vote(key, COURT_2026, seats=11, present=3, in_favour=in_favour).holds is carried


@pytest.mark.parametrize(("present", "enough"), [(4, False), (5, True), (6, True)])
def test_the_council_sits_with_two_thirds_of_its_members(present, enough):
    assert sat("vote.council.decision", COUNCIL, seats=7, present=present).holds is enough


def test_a_life_member_raises_the_base_of_the_council():
    assert not sat("vote.council.decision", COUNCIL, seats=8, present=5).holds
    assert sat("vote.council.decision", COUNCIL, seats=8, present=6).holds


@pytest.mark.parametrize(("in_favour", "carried"), [(3, False), (4, True), (5, True)])
def test_members_who_stay_away_count_in_the_council(in_favour, carried):
    found = vote("vote.council.decision", COUNCIL, seats=7, present=5, in_favour=in_favour)

    assert found.holds is carried  # 3 of 5 present would do in the Court


def test_the_same_three_of_five_would_carry_if_the_base_were_those_present():
    assert Share(of=Base.PRESENT, more_than="1/2").needed(5) == 3
    assert Share(of=Base.TOTAL, more_than="1/2").needed(7) == 4


def test_on_a_tie_the_chair_of_the_council_decides():
    found = vote(
        "vote.council.decision", COUNCIL, seats=7, present=6, in_favour=3, chair_in_favour=True
    )

    assert found.holds


def test_a_substituted_chair_of_the_council_has_no_casting_vote():
    found = vote(
        "vote.council.decision", COUNCIL, seats=7, present=6, in_favour=3, chair_presides=False
    )

    assert found.id == "vote.repeat_vote"


def test_the_council_votes_in_secret_if_a_member_demands_and_the_court_does_not():
    council = rules().on(COUNCIL)["vote.council.decision"].value
    court = rules().on(COURT_1995)["vote.court.plenary"].value

    assert (council.ballot, court.ballot) == ("secret_on_demand", "open")


@pytest.mark.parametrize(("in_favour", "carried"), [(4, False), (5, True), (6, True)])
def test_the_council_overrode_the_president_by_two_thirds(in_favour, carried):
    key, day = "vote.council.objection_override", date(2017, 3, 13)

    assert vote(key, day, seats=7, present=7, in_favour=in_favour).holds is carried


@pytest.mark.parametrize("day", [date(2017, 3, 14), date(2017, 3, 15)])
def test_since_14_march_2017_there_is_no_objection_to_override(day):
    with pytest.raises(NoRuleInForce):
        vote("vote.council.objection_override", day, seats=7, present=7, in_favour=7)


@pytest.mark.parametrize(
    ("key", "needed"),
    [
        ("vote.kurultai.law", 73),
        ("vote.kurultai.consent", 73),
        ("vote.kurultai.chair", 73),
        ("vote.kurultai.chair_recall", 73),
        ("vote.kurultai.supreme_court", 73),
        ("vote.kurultai.immunity", 73),
        ("vote.kurultai.no_confidence", 73),
        ("vote.kurultai.impeachment_start", 73),
        ("vote.kurultai.constitutional_law", 97),
        ("vote.kurultai.veto_law", 97),
        ("vote.kurultai.minister", 97),
        ("vote.kurultai.veto_constitutional_law", 109),
        ("vote.kurultai.incapacity", 109),
        ("vote.kurultai.impeachment", 109),
    ],
)
def test_the_kurultai_needs_so_many_of_145(key, needed):
    for in_favour, carried in ((needed - 1, False), (needed, True), (needed + 1, True)):
        found = vote(key, COURT_2026, seats=145, present=145, in_favour=in_favour)
        assert (found.holds, found.facts["needed"]) == (carried, needed)


@pytest.mark.parametrize(("present", "enough"), [(96, False), (97, True), (98, True)])
def test_the_kurultai_sits_with_97(present, enough):
    assert sat("vote.kurultai.quorum", COURT_2026, seats=145, present=present).holds is enough


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("vote.kurultai.no_confidence", 29),
        ("vote.kurultai.minister", 49),
        ("vote.kurultai.impeachment_start", 49),
    ],
)
def test_a_question_is_raised_in_the_kurultai_by_so_many(key, number):
    assert rules().on(COURT_2026)[key].value.initiative.needed(145) == number


def test_a_tie_in_the_kurultai_carries_nothing():
    found = vote(
        "vote.kurultai.law", COURT_2026, seats=145, present=144, in_favour=72, chair_in_favour=True
    )

    assert not found.holds


def test_each_candidate_is_voted_on_apart_in_the_kurultai():
    assert rules().on(COURT_2026)["vote.kurultai.consent"].value.per_candidate


@pytest.mark.parametrize(
    ("key", "seats", "needed"),
    [
        ("vote.parliament.law", 98, 50),
        ("vote.parliament.constitutional_law", 98, 66),
        ("vote.parliament.veto_law", 98, 66),
        ("vote.parliament.veto_constitutional_law", 98, 74),
        ("vote.parliament.incapacity", 98, 74),
        ("vote.parliament.impeachment", 98, 74),
        ("vote.mazhilis.impeachment_start", 98, 50),
        ("vote.mazhilis.no_confidence", 98, 50),
        ("vote.mazhilis.prime_minister", 98, 50),
        ("vote.mazhilis.after_conciliation", 98, 66),
        ("vote.mazhilis.chair", 98, 50),
        ("vote.mazhilis.judges", 98, 50),
        ("vote.senate.consent", 50, 26),
        ("vote.senate.election", 50, 26),
        ("vote.senate.judges", 50, 26),
        ("vote.senate.chair", 50, 26),
    ],
)
def test_a_chamber_of_parliament_needs_so_many(key, seats, needed):
    for in_favour, carried in ((needed - 1, False), (needed, True), (needed + 1, True)):
        found = vote(key, COURT_1995, seats=seats, present=seats, in_favour=in_favour)
        assert (found.holds, found.facts["needed"]) == (carried, needed)


def test_each_chamber_meets_the_share_by_itself():
    rule = rules().on(COURT_1995)["vote.parliament.constitutional_law"]

    assert rule.value.each_chamber
    assert vote(rule.id, COURT_1995, seats=98, present=98, in_favour=90).holds
    assert not vote(rule.id, COURT_1995, seats=50, present=50, in_favour=30).holds


def test_89_of_107_deputies_could_consent_to_the_prime_minister_in_2022():
    found = vote(
        "vote.mazhilis.prime_minister", date(2022, 1, 11), seats=107, present=89, in_favour=89
    )

    assert found.holds


@pytest.mark.parametrize("key", ["vote.parliament.law", "vote.senate.consent"])
def test_parliament_votes_on_its_last_day_and_not_after(key):
    last, after = date(2026, 6, 30), date(2026, 7, 1)

    assert vote(key, last, seats=50, present=50, in_favour=50).holds
    with pytest.raises(NoRuleInForce):
        vote(key, after, seats=50, present=50, in_favour=50)


@pytest.mark.parametrize(
    ("key", "seats", "present", "needed"),
    [
        ("vote.khalyk_kenesi.session", 126, 84, 43),
        ("vote.khalyk_kenesi.chair", 126, 95, 64),
        ("vote.khalyk_kenesi.presidium", 15, 10, 7),
        ("vote.central_referendum_commission.decision", 7, 5, 4),
        ("vote.kurultai_committee.decision", 9, 6, 5),
        ("vote.supreme_court.normative_resolution", 60, 45, 30),
    ],
)
def test_other_bodies_sit_and_decide_with_so_many(key, seats, present, needed):
    with pytest.raises(NoQuorum):
        vote(key, COURT_2026, seats=seats, present=present - 1, in_favour=present - 1)
    for in_favour, carried in ((needed - 1, False), (needed, True), (needed + 1, True)):
        found = vote(key, COURT_2026, seats=seats, present=present, in_favour=in_favour)
        assert found.holds is carried


@pytest.mark.parametrize(("in_favour", "carried"), [(10, False), (11, True), (12, True)])
def test_the_government_proposes_a_referendum_by_a_majority_of_its_members(in_favour, carried):
    key = "vote.government.referendum_initiative"

    assert vote(key, COURT_1995, seats=21, present=21, in_favour=in_favour).holds is carried


def test_vacant_and_suspended_judges_are_not_acting():
    tally = Tally(seats=60, vacant=4, suspended=1, present=55, in_favour=0, against=0)

    assert tally.base(Base.ACTING) == 55


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"seats": 11, "present": 12, "in_favour": 12}, "only 11 can sit"),
        ({"seats": 11, "suspended": 2, "present": 10, "in_favour": 10}, "only 9 can sit"),
        ({"seats": 11, "present": 9, "in_favour": 6, "against": 4}, "more votes than people"),
        ({"seats": 11, "present": 9, "in_favour": -1, "against": 9}, "cannot be negative"),
        (
            {"seats": 11, "present": 9, "in_favour": 9, "chair_in_favour": False},
            "that side has at least one vote",
        ),
    ],
)
def test_a_count_that_cannot_be_is_refused_in_words(counts, words):
    with pytest.raises(BadTally, match=words) as refused:
        vote("vote.court.plenary", COURT_1995, **counts)

    assert all("{" not in refused.value.says(lang) for lang in LANGS)


@pytest.mark.parametrize("lang", LANGS)
def test_a_finding_shows_seats_base_and_threshold_in_each_language(lang):
    found = sat("vote.court.quorum", COURT_1995, seats=11, suspended=1, present=7)

    assert [number in found.says(lang) for number in ("11", "10", "7", "2/3")] == [True] * 4


def test_every_voting_rule_is_decided_in_words():
    for day in (date(1999, 1, 1), COUNCIL, COURT_1995, COURT_2026):
        on_day = rules().on(day)
        for rule in on_day.of_kind("vote"):
            if rule.value.majority is None and not rule.value.unanimous:
                continue
            size = rule.value.panel or 12
            for in_favour in (0, size // 2, size):
                tally = Tally(
                    seats=12,
                    present=size,
                    in_favour=in_favour,
                    against=size - in_favour,
                    chair_presides=False,
                )
                found = decide(tally, rule.id, on_day)
                assert all("{" not in found.says(lang) for lang in LANGS)


def test_a_share_says_exactly_one_of_more_than_and_at_least():
    with pytest.raises(ValueError, match="either more_than or at_least"):
        Share(of=Base.TOTAL)
    with pytest.raises(ValueError, match="not between 0 and 1"):
        Share(of=Base.TOTAL, at_least="3/2")


def test_nobody_voting_is_no_tie():
    value = rules().on(COURT_1995)["vote.court.plenary"].value
    tally = Tally(seats=11, present=8, in_favour=0, against=0, chair_in_favour=None)

    assert outcome(tally, value) is Outcome.NOT_ADOPTED
