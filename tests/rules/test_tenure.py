"""Appointments: authority, consent, seats, term and limits, on both sides of every change."""

from datetime import date, timedelta

import pytest

from atazan.rules.bodies import bodies, office_exists, offices, read_bodies
from atazan.rules.book import FileRefused, NoRuleInForce, rules
from atazan.rules.offices import Appointment
from atazan.rules.tenure import AppointmentFacts, Earlier, appointment_findings, term_end
from atazan.rules.text import LANGS

CHAIR, JUDGE = "constitutional_court_chair", "constitutional_court_judge"
DEPUTY = "constitutional_court_deputy_chair"
DAY = timedelta(days=1)


def findings(on: date, office: str, **known: object) -> dict[str, bool | None]:
    """What the rules of the day say of an appointment made and begun that day."""
    known = {"appointed_on": on, "taken_on": on, **known}
    found = appointment_findings(AppointmentFacts(office=office, **known), rules().on(on))
    return {finding.id.removeprefix("tenure."): finding.holds for finding in found}


def test_the_first_chair_of_the_court_was_appointed_with_the_senates_consent():
    found = findings(
        date(2022, 12, 29),
        CHAIR,
        by="president",
        consent_of="senate",
        consent_on=date(2022, 12, 29),
        taken_on=date(2023, 1, 1),
        others=0,
        earlier=(),
    )

    assert found["authority"] and found["consent"] and found["consent_day"]
    assert found["seats"] and found["limit"]
    assert found["years"] is None


@pytest.mark.parametrize(("shift", "in_time"), [(-1, True), (0, True), (1, False)])
def test_consent_comes_on_the_day_of_appointment_or_before(shift, in_time):
    day = date(2024, 5, 1)
    found = findings(day, CHAIR, by="president", consent_of="senate", consent_on=day + shift * DAY)

    assert found["consent_day"] is in_time


def test_consent_of_the_wrong_chamber_is_no_consent():
    found = findings(date(2024, 5, 1), CHAIR, by="president", consent_of="mazhilis")

    assert found["consent"] is False


def test_consent_not_known_stays_open():
    assert findings(date(2024, 5, 1), CHAIR, by="president")["consent"] is None


@pytest.mark.parametrize(
    ("day", "asked"),
    [(date(2026, 6, 30), True), (date(2026, 7, 1), False), (date(2026, 7, 2), False)],
)
def test_since_1_july_2026_the_chair_needs_no_consent(day, asked):
    assert ("consent" in findings(day, CHAIR, by="president")) is asked


@pytest.mark.parametrize(
    ("day", "by", "may"),
    [
        (date(2026, 6, 30), "senate", True),
        (date(2026, 7, 1), "senate", False),
        (date(2026, 6, 30), "mazhilis", True),
        (date(2026, 7, 1), "mazhilis", False),
        (date(2026, 6, 30), "president", True),
        (date(2026, 7, 1), "president", True),
        (date(2026, 6, 30), "kurultai", False),
    ],
)
def test_who_may_appoint_a_judge(day, by, may):
    assert findings(day, JUDGE, by=by)["authority"] is may


@pytest.mark.parametrize(
    ("by", "taken", "room"),
    [
        ("president", 3, True),
        ("president", 4, False),
        ("senate", 2, True),
        ("senate", 3, False),
        ("mazhilis", 2, True),
        ("mazhilis", 3, False),
    ],
)
def test_the_ten_judges_are_four_three_and_three(by, taken, room):
    assert findings(date(2024, 1, 1), JUDGE, by=by, others_by_same=taken)["quota"] is room


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2026, 8, 1)])
@pytest.mark.parametrize(("others", "room"), [(8, True), (9, True), (10, False)])
def test_there_are_ten_judges_besides_the_chair(day, others, room):
    assert findings(day, JUDGE, by="president", others=others)["seats"] is room


def test_since_2026_the_president_fills_all_ten_seats_so_no_share_is_asked():
    assert "quota" not in findings(date(2026, 8, 1), JUDGE, by="president", others_by_same=7)


def test_a_judge_appointed_in_2026_needs_the_consent_of_the_kurultai():
    found = findings(
        date(2026, 8, 1),
        JUDGE,
        by="president",
        consent_of="kurultai",
        consent_on=date(2026, 7, 31),
    )

    assert found["consent"] and found["consent_day"]


def test_the_chair_of_the_senate_nominates_the_senates_judges():
    day = date(2022, 12, 29)

    assert findings(day, JUDGE, by="senate", nominated_by="senate_chair")["nomination"]
    assert findings(day, JUDGE, by="senate", nominated_by="mazhilis_chair")["nomination"] is False
    assert findings(day, JUDGE, by="senate")["nomination"] is None


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2026, 8, 1)])
def test_the_deputy_chair_is_taken_from_the_judges(day):
    assert findings(day, DEPUTY, by="president", holds=(JUDGE,))["from_among"]
    assert findings(day, DEPUTY, by="president", holds=())["from_among"] is False
    assert findings(day, DEPUTY, by="president")["from_among"] is None


def test_a_judge_of_the_first_court_may_not_be_appointed_again_under_the_constitution_of_1995():
    before = (Earlier(office=JUDGE, taken_on=date(2023, 1, 1), until=date(2025, 5, 1)),)

    assert findings(date(2026, 6, 30), JUDGE, by="president", earlier=before)["limit"] is False
    assert findings(date(2026, 6, 30), CHAIR, by="president", earlier=before)["limit"] is False


@pytest.mark.parametrize(
    ("day", "may"),
    [(date(2026, 7, 6), False), (date(2026, 7, 7), True), (date(2026, 7, 8), True)],
)
@pytest.mark.parametrize("office", [CHAIR, JUDGE, "supreme_court_chair", "prosecutor_general"])
def test_resolution_89_lets_those_of_the_former_constitution_be_appointed(office, day, may):
    before = (Earlier(office=office, taken_on=date(2023, 1, 1), until=day),)

    assert findings(day, office, by="president", earlier=before)["limit"] is may


@pytest.mark.parametrize(
    ("day", "may"),
    [(date(2026, 7, 6), False), (date(2026, 7, 7), True), (date(2026, 7, 8), True)],
)
def test_resolution_89_lets_a_president_of_the_former_constitution_be_elected(day, may):
    before = (Earlier(office="president", taken_on=date(2022, 11, 26), until=day),)

    assert findings(day, "president", by="people", earlier=before)["limit"] is may


@pytest.mark.parametrize("office", [CHAIR, JUDGE, "prosecutor_general"])
def test_the_first_appointment_after_1_july_2026_counts_as_the_first(office):
    first = (Earlier(office=office, taken_on=date(2026, 9, 1), until=date(2029, 1, 1)),)

    assert findings(date(2029, 2, 1), office, by="president", earlier=first)["limit"] is False


def test_the_doubt_about_resolution_89_is_kept_with_the_rule():
    before = rules().on(date(2026, 7, 6))[f"office.{CHAIR}.tenure"]
    after = rules().on(date(2026, 7, 7))[f"office.{CHAIR}.tenure"]

    assert "office-once-2026" in before.uncertain
    assert "office-89-text" in after.uncertain
    assert "nr-cc-89-2026" in [source.work for source in after.also]


def test_the_single_presidential_term_binds_those_elected_after_it_took_effect():
    first = (Earlier(office="president", taken_on=date(2019, 6, 12), until=date(2022, 11, 26)),)

    assert findings(date(2022, 11, 26), "president", by="people", earlier=first)["limit"]


def test_two_terms_in_a_row_bar_a_third_but_not_after_a_break():
    day = date(2012, 1, 1)
    first = Earlier(office="president", taken_on=date(2002, 1, 1), until=date(2007, 1, 1))
    second = Earlier(office="president", taken_on=date(2007, 1, 1), until=day)
    ended = Earlier(office="president", taken_on=date(2007, 1, 1), until=date(2011, 1, 1))

    row = findings(day, "president", by="people", earlier=(first, second))
    broken = findings(day, "president", by="people", earlier=(first, ended))

    assert (row["limit_in_a_row"], broken["limit_in_a_row"]) == (False, True)


@pytest.mark.parametrize(
    ("office", "taken", "ends"),
    [
        (JUDGE, date(2023, 1, 1), date(2031, 1, 1)),
        (CHAIR, date(2026, 9, 1), date(2034, 9, 1)),
        ("prosecutor_general", date(2025, 3, 1), date(2030, 3, 1)),
        ("prosecutor_general", date(2026, 9, 1), date(2032, 9, 1)),
        ("supreme_court_chair", date(2026, 9, 1), date(2032, 9, 1)),
        ("constitutional_council_member", date(2010, 2, 28), date(2016, 2, 28)),
        ("ombudsman", date(2024, 2, 29), date(2029, 3, 1)),
        ("kurultai_deputy", date(2026, 9, 1), date(2031, 9, 1)),
    ],
)
def test_a_term_ends_on_the_same_day_so_many_years_later(office, taken, ends):
    assert term_end(taken, rules().on(taken)[f"office.{office}.tenure"]) == ends


@pytest.mark.parametrize(("years", "right"), [(7, False), (8, True), (9, False)])
def test_a_judge_is_appointed_for_eight_years(years, right):
    assert findings(date(2024, 1, 1), JUDGE, by="president", years=years)["years"] is right


@pytest.mark.parametrize(
    ("day", "years"),
    [(date(2022, 9, 16), 6), (date(2022, 9, 17), 8), (date(2022, 9, 18), 8)],
)
def test_six_years_stood_in_the_text_until_16_september_2022(day, years):
    assert rules().on(day)[f"office.{JUDGE}.tenure"].value.years == years


@pytest.mark.parametrize(("age", "old_enough"), [(39, False), (40, True), (41, True)])
@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2026, 8, 1)])
def test_a_judge_is_at_least_forty(day, age, old_enough):
    assert findings(day, JUDGE, by="president", age=age)["age"] is old_enough


@pytest.mark.parametrize(("years", "enough"), [(14, False), (15, True), (16, True)])
def test_a_judge_has_fifteen_years_in_the_legal_profession(years, enough):
    found = findings(date(2024, 1, 1), JUDGE, by="president", experience_years=years)

    assert found["experience"] is enough


@pytest.mark.parametrize(("age", "old_enough"), [(29, False), (30, True), (31, True)])
def test_a_member_of_the_council_was_at_least_thirty(age, old_enough):
    found = findings(date(2010, 1, 1), "constitutional_council_member", by="senate", age=age)

    assert found["age"] is old_enough


@pytest.mark.parametrize(
    ("day", "by"),
    [
        (date(2007, 5, 20), "senate_chair"),
        (date(2007, 5, 21), "senate_chair"),
        (date(2007, 5, 22), "senate"),
    ],
)
def test_until_21_may_2007_the_chairs_of_the_chambers_named_members_of_the_council(day, by):
    found = findings(day, "constitutional_council_member", by=by)

    assert found["authority"]
    other = {"senate", "senate_chair"} - {by}
    assert not findings(day, "constitutional_council_member", by=other.pop())["authority"]


def test_unknown_facts_leave_every_finding_open():
    found = findings(date(2024, 1, 1), CHAIR)

    assert set(found.values()) == {None}


def test_the_ombudsman_was_elected_by_the_senate_and_is_appointed_by_the_president_now():
    assert findings(date(2026, 6, 30), "ombudsman", by="senate")["authority"]
    assert findings(date(2026, 7, 1), "ombudsman", by="senate")["authority"] is False
    assert findings(date(2026, 7, 1), "ombudsman", by="president")["authority"]


@pytest.mark.parametrize("office", ["senate_chair", "mazhilis_chair"])
def test_the_chairs_of_the_chambers_end_with_parliament(office):
    assert office_exists(office, rules().on(date(2026, 6, 30))).holds
    assert not office_exists(office, rules().on(date(2026, 7, 1))).holds
    with pytest.raises(NoRuleInForce):
        findings(date(2026, 7, 1), office, by="senate")


@pytest.mark.parametrize(
    "office", ["constitutional_council_chair", "constitutional_council_member"]
)
def test_the_council_ends_with_2022(office):
    assert office_exists(office, rules().on(date(2022, 12, 31))).holds
    assert not office_exists(office, rules().on(date(2023, 1, 1))).holds


def test_an_office_no_rule_knows_is_an_error_and_not_a_guess():
    with pytest.raises(NoRuleInForce):
        office_exists("vice_president", rules().on(date(2026, 6, 30)))
    with pytest.raises(NoRuleInForce):
        findings(date(2026, 8, 1), "khan", by="president")


def test_every_finding_on_an_appointment_has_words_in_each_language():
    for day in (date(2010, 1, 1), date(2024, 1, 1), date(2026, 8, 1)):
        on_day = rules().on(day)
        for rule in on_day.of_kind("appointment"):
            office = rule.id.split(".")[1]
            for facts in (
                AppointmentFacts(office=office, appointed_on=day),
                AppointmentFacts(
                    office=office,
                    by=rule.value.slots[0].by,
                    nominated_by="nobody",
                    consent_of=rule.value.slots[0].consent_of,
                    consent_on=day,
                    appointed_on=day,
                    years=1,
                    others=0,
                    others_by_same=0,
                    earlier=(),
                    holds=(),
                    age=1,
                    citizen=True,
                    experience_years=1,
                    residence_years=1,
                    education="higher",
                ),
                AppointmentFacts(office=office, by="nobody", others=1000, citizen=False),
            ):
                for found in appointment_findings(facts, on_day):
                    assert all("{" not in found.says(lang) for lang in LANGS), found.key


def test_every_office_body_and_vote_a_rule_names_is_known():
    people = {*offices(), *bodies(), "people", "constitution"}
    for versions in rules().rules.values():
        for rule in versions:
            if not isinstance(rule.value, Appointment):
                continue
            assert rule.id.split(".")[1] in offices(), rule.id
            for slot in rule.value.slots:
                assert {slot.by, *slot.nominated_by} <= people, rule.id
                for vote in filter(None, (slot.vote, slot.consent_vote)):
                    decides = rules().rules[vote]
                    assert any(one.term.meets(rule.term) for one in decides), (rule.id, vote)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("body: horde, seats: 1, from: null, until: null, order: 1", "body 'horde' is not in"),
        ("body: null, seats: 1, from: 1465-01-01, until: 1465-01-01, order: 1", "is not after"),
        ("body: null, seats: one, from: null, until: null, order: 1", "seats"),
        ("body: null, seats: 1, from: null, until: null, order: 1, sort: old", "sort"),
    ],
)
def test_a_broken_file_of_offices_is_refused_with_its_reason(tmp_path, written, reason):
    path = tmp_path / "offices.yaml"
    path.write_text(f"khan: {{names: {{kk: хан, ru: хан, en: khan}}, {written}}}", "utf-8")

    with pytest.raises(FileRefused, match=reason) as refused:
        read_bodies(path, bodies())
    assert refused.value.key == "khan"
