"""What holds of every vote, whatever the numbers."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from atazan.rules.book import rules
from atazan.rules.tally import Base, Share, Tally
from atazan.rules.votes import Outcome, VoteRule, outcome

PARTS = st.fractions(min_value=Fraction(1, 9), max_value=Fraction(8, 9), max_denominator=9)
SIZES = st.integers(min_value=1, max_value=300)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """A count of a body in which all who sit vote."""
    seats = draw(SIZES)
    present = draw(st.integers(min_value=0, max_value=seats))
    in_favour = draw(st.integers(min_value=0, max_value=present))
    return Tally(seats=seats, present=present, in_favour=in_favour, against=present - in_favour)


def majority(part: Fraction, of: Base, strict: bool) -> VoteRule:
    share = Share(of=of, more_than=str(part)) if strict else Share(of=of, at_least=str(part))
    return VoteRule(body="body", majority=share)


@given(PARTS, SIZES)
def test_the_threshold_is_the_least_whole_number_that_meets_the_share(part, base):
    at_least = Share(of=Base.TOTAL, at_least=str(part)).needed(base)
    more_than = Share(of=Base.TOTAL, more_than=str(part)).needed(base)
    top, bottom = part.numerator, part.denominator

    assert at_least * bottom >= top * base > (at_least - 1) * bottom
    assert more_than * bottom > top * base >= (more_than - 1) * bottom
    assert at_least <= more_than <= at_least + 1


@given(PARTS, SIZES)
def test_more_than_and_at_least_differ_only_where_the_share_is_whole(part, base):
    at_least = Share(of=Base.TOTAL, at_least=str(part)).needed(base)
    more_than = Share(of=Base.TOTAL, more_than=str(part)).needed(base)

    assert (at_least != more_than) is ((part * base).denominator == 1)


@given(PARTS, st.sampled_from(list(Base)), st.booleans(), tallies())
def test_one_more_vote_in_favour_never_turns_adoption_into_rejection(part, of, strict, tally):
    rule = majority(part, of, strict)
    if outcome(tally, rule) is not Outcome.ADOPTED or tally.against == 0:
        return
    more = Tally(
        seats=tally.seats,
        present=tally.present,
        in_favour=tally.in_favour + 1,
        against=tally.against - 1,
    )

    assert outcome(more, rule) is Outcome.ADOPTED


@given(st.sampled_from([Base.TOTAL, Base.PRESENT]), st.integers(min_value=1, max_value=150))
def test_a_tie_never_carries_by_simple_majority_without_a_casting_vote(of, half):
    tally = Tally(seats=2 * half, present=2 * half, in_favour=half, against=half)

    assert outcome(tally, majority(Fraction(1, 2), of, strict=True)) is Outcome.NOT_ADOPTED


@given(st.booleans(), st.integers(min_value=4, max_value=5))
def test_a_casting_vote_always_settles_a_tie_of_the_court(chair, half):
    value = rules().on(date(2024, 1, 1))["vote.court.plenary"].value
    tally = Tally(seats=11, present=2 * half, in_favour=half, against=half, chair_in_favour=chair)

    assert outcome(tally, value) is (Outcome.ADOPTED if chair else Outcome.NOT_ADOPTED)


@given(tallies())
def test_a_majority_of_all_seats_is_also_one_of_those_present(tally):
    of_total = outcome(tally, majority(Fraction(1, 2), Base.TOTAL, strict=True))

    if of_total is Outcome.ADOPTED:
        of_present = outcome(tally, majority(Fraction(1, 2), Base.PRESENT, strict=True))
        assert of_present is Outcome.ADOPTED


@given(SIZES, st.data())
def test_unanimity_fails_on_a_single_vote_against(seats, data):
    against = data.draw(st.integers(min_value=0, max_value=seats))
    tally = Tally(seats=seats, present=seats, in_favour=seats - against, against=against)

    adopted = outcome(tally, VoteRule(body="body", unanimous=True)) is Outcome.ADOPTED
    assert adopted is (against == 0)
