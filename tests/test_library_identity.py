"""Names of decisions for the world: one a decision, never the same for two, and never moving."""

import re
from types import SimpleNamespace as Row

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atazan.decisions.identity import (
    COURTS,
    FORMS,
    ecli,
    expression_uri,
    neutral_citation,
    work_uri,
)
from atazan.decisions.models import Decision

ECLI = re.compile(r"^[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:\d{4}:[A-Z0-9.]{1,25}$")
NUMBERED = Row(
    id="cc-2023-033",
    body="constitutional_court",
    form="normative_resolution",
    number="33-НП",
    done_on="2023-10-06",
)


def like(**facts):
    return Row(**{**vars(NUMBERED), **facts})


def test_two_printed_numbers_are_one_identity():
    assert neutral_citation(NUMBERED) == "KZ:KKRK:2023:33.NQ"
    assert neutral_citation(like(number="33-НҚ")) == "KZ:KKRK:2023:33.NQ"
    assert neutral_citation(like(number="33")) == "KZ:KKRK:2023:33.NQ"


def test_akoma_ntoso_names_the_work_and_its_text_in_each_language():
    assert work_uri(NUMBERED) == "/akn/kz/judgment/kkrk/2023-10-06/33-nq"
    assert expression_uri(NUMBERED, "kk") == "/akn/kz/judgment/kkrk/2023-10-06/33-nq/kaz@2023-10-06"
    message = like(id="msg-2025", form="message", number=None, done_on="2025-06-27")
    assert work_uri(message) == "/akn/kz/statement/kkrk/2025-06-27/u-msg-2025-jd"


def test_no_ecli_is_printed_until_a_country_code_is_assigned(settings):
    assert ecli(NUMBERED) is None
    settings.ATAZAN_ECLI_COUNTRY = "KZ"
    assert ecli(NUMBERED) == "ECLI:KZ:KKRK:2023:33.NQ"


def test_what_was_not_found_is_said_with_noughts_and_the_name_in_the_record():
    council = like(body="constitutional_council", number="5", done_on="2004-04")
    assert neutral_citation(council) == "KZ:KKS:2004:0400.5.NQ"
    undated = like(id="cc-other-x", form="resolution", number=None, done_on=None)
    assert neutral_citation(undated) == "KZ:KKRK:0000:U.CC.OTHER.X.QA"


@pytest.mark.django_db
def test_every_decision_on_record_has_a_name_of_its_own():
    rows = list(Decision.objects.all())
    for name in (neutral_citation, work_uri):
        names = [name(row) for row in rows]
        assert len(rows) > 130
        assert sorted(names) == sorted(set(names))
    assert all(ECLI.match(neutral_citation(row)) for row in rows)


numbers = st.lists(st.integers(0, 999), min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from("-/").map(lambda sign: sign.join(map(str, parts)))
)
rows = st.builds(
    Row,
    id=st.text("abc12-._", min_size=1, max_size=40),
    body=st.sampled_from(sorted(COURTS)),
    form=st.sampled_from(sorted(FORMS)),
    number=st.none()
    | numbers
    | numbers.map("{}-НП".format)
    | st.text("0123456789/-НПҚA ", max_size=12),
    done_on=st.none() | st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]),
)


def told_apart_by(row):
    """What makes two rows two decisions: the printed series is no part of it, nor is, with a
    number of the Court, the day within the year."""
    series = row.form == "normative_resolution" and row.number
    number = re.sub(r"^([0-9]+)-Н[ҚП]$", r"\1", row.number) if series else row.number
    return (row.body, row.form, number, row.done_on, row.id)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(rows, min_size=2, max_size=2))
def test_names_are_the_same_only_where_number_form_body_and_year_are(pair):
    one, other = pair
    a, b = neutral_citation(one), neutral_citation(other)
    assert ECLI.match(a)
    if a == b and one.id != other.id:
        same = (told_apart_by(one)[:3], (one.done_on or "0000")[:4])
        assert same == (told_apart_by(other)[:3], (other.done_on or "0000")[:4])
        assert one.number is not None


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(numbers, numbers)
def test_numbers_in_latin_letters_stay_different(one, other):
    if one != other:
        assert neutral_citation(like(number=one)) != neutral_citation(like(number=other))
