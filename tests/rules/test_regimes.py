"""Which constitution, review body and law governed on a day: every border in threes."""

from datetime import date, timedelta

import pytest

from atazan.rules.bodies import bodies
from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.doubts import doubts_about
from atazan.rules.quotes import check_quotes
from atazan.rules.regime import regime, regimes
from atazan.rules.text import LANGS
from atazan.rules.works import works
from tests.conftest import shared

OURS = ("regimes", "bodies", "offices", "voting")


@pytest.mark.parametrize(
    ("first_day", "order"),
    [
        (date(1998, 10, 8), 2),
        (date(2007, 5, 22), 3),
        (date(2011, 2, 3), 4),
        (date(2017, 3, 14), 5),
        (date(2019, 3, 23), 6),
        (date(2022, 6, 8), 7),
        (date(2022, 9, 17), 8),
        (date(2023, 1, 1), 9),
        (date(2026, 7, 1), 10),
    ],
)
def test_each_regime_begins_on_its_day(first_day, order):
    orders = [
        regime(first_day + timedelta(days=shift), rules()).value.order for shift in (-1, 0, 1)
    ]

    assert orders == [order - 1, order, order]


def test_the_court_replaces_the_council_on_1_january_2023():
    before, after = (regime(day, rules()) for day in (date(2022, 12, 31), date(2023, 1, 1)))

    assert (before.value.review_body, before.value.law) == (
        "constitutional_council",
        "cl-council-1995",
    )
    assert (after.value.review_body, after.value.law) == ("constitutional_court", "cl-court-2022")


def test_the_constitution_of_2026_holds_from_1_july():
    constitutions = [
        regime(day, rules()).value.constitution for day in (date(2026, 6, 30), date(2026, 7, 1))
    ]

    assert constitutions == ["const-1995", "const-2026"]


def test_before_5_september_1995_there_is_no_regime_and_no_guess():
    assert regime(date(1995, 9, 5), rules()).value.order == 1
    with pytest.raises(NoRuleInForce):
        regime(date(1995, 9, 4), rules())


def test_regimes_follow_each_other_without_a_gap():
    all_of_them = regimes(rules())

    assert [one.value.order for one in all_of_them] == list(range(1, 11))
    assert [one.term.until for one in all_of_them[:-1]] == [
        one.term.since for one in all_of_them[1:]
    ]
    assert all_of_them[-1].term.until is None


@pytest.mark.parametrize("lang", LANGS)
def test_every_regime_names_its_era_and_its_changes(lang):
    for one in regimes(rules()):
        assert one.era_name(lang)
        assert all(one.changes(lang))
        assert one.changes(lang) or one.value.order == 1


def test_a_regime_names_known_works_and_bodies():
    for one in regimes(rules()):
        named = {one.value.constitution, one.value.law, one.value.amended_by} - {None}
        assert named <= set(works())
        assert one.value.review_body in bodies()


@pytest.mark.parametrize("topic", OURS)
def test_every_doubt_of_a_rule_is_known(topic):
    for versions in rules().rules.values():
        for rule in versions:
            if rule.topic == topic:
                assert len(doubts_about(rule)) == len(rule.uncertain)


@pytest.mark.corpus
def test_the_words_these_rules_rest_on_stand_in_the_law():
    folder = shared()
    if folder is None:
        pytest.skip("needs the folder of law texts beside the repository (ATAZAN_SHARED)")
    wrong = check_quotes(rules(), folder / "corpus")

    assert [line for line in wrong if line.split(".yaml")[0] in OURS] == []


@pytest.mark.parametrize(
    ("day", "seats"),
    [(date(2023, 3, 18), 107), (date(2023, 3, 19), 98), (date(2023, 3, 20), 98)],
)
def test_the_mazhilis_has_98_seats_since_the_election_of_2023(day, seats):
    assert rules().on(day)["body.mazhilis.composition"].value.seats == seats


@pytest.mark.parametrize(
    ("body", "day", "seats"),
    [
        ("constitutional_council", date(2022, 12, 31), 7),
        ("constitutional_court", date(2023, 1, 1), 11),
        ("constitutional_court", date(2026, 7, 1), 11),
        ("kurultai", date(2026, 7, 1), 145),
        ("khalyk_kenesi", date(2026, 7, 1), 126),
        ("central_election_commission", date(2026, 7, 1), 7),
        ("supreme_audit_chamber", date(2026, 7, 1), 9),
    ],
)
def test_a_body_has_so_many_seats(body, day, seats):
    assert rules().on(day)[f"body.{body}.composition"].value.seats == seats
    assert bodies()[body].seats == seats
