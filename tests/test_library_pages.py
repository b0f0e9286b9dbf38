"""The library of decisions: what describes a decision, the register of legal positions."""

from datetime import date, timedelta
from html import unescape

import pytest

from atazan.decisions import described_acts as acts
from atazan.decisions.models import Holding, Position
from atazan.decisions.positions import NoSuchPosition, PositionState, position, positions
from atazan.decisions.queries import decision
from atazan.decisions.similar import similar
from atazan.journal.record import record, version_of
from atazan.law.acts import CitationNoted
from atazan.rules.text import Text
from tests.test_library_deeds import EARLIER, KEEPER, LATER, NOON, WORDS, put, state, text, treat
from tests.test_portal_desk import signed_in

pytestmark = pytest.mark.django_db
LATE = date(2026, 11, 28)


def page(client, path, lang="en"):
    answer = client.get(f"/{lang}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_register_has_a_position_wherever_the_record_tells_a_reading():
    told = Holding.objects.exclude(reading=None).exclude(outcome="does_not_conform")
    assert {row.decision for row in told} <= set(
        Position.objects.values_list("decision", flat=True)
    )


def test_a_position_changes_on_the_day_of_the_later_decision():
    state()
    treat(how=acts.Treatment.CHANGED)
    eve = date.fromisoformat(decision(LATER, LATE).decision.done_on) - timedelta(days=1)
    assert position("made-up", LATE).state is PositionState.CHANGED
    assert position("made-up", eve).state is PositionState.STANDS
    assert [one.row.id for one in positions(LATE, state=PositionState.CHANGED)] == ["made-up"]


def test_a_change_outweighs_a_distinction():
    state()
    treat(how=acts.Treatment.CHANGED)
    treat(decision="cc-2026-089", how=acts.Treatment.DISTINGUISHED)
    assert position("made-up", LATE).state is PositionState.CHANGED


def test_no_position_is_seen_before_its_decision():
    with pytest.raises(NoSuchPosition):
        position("cc-2024-041.1", date(2024, 4, 18))


def test_positions_are_found_by_the_right_they_concern():
    (right,) = (one.id for one in position("cc-2024-041.1", LATE).rights)
    assert "cc-2024-041.1" in [one.row.id for one in positions(LATE, right=right)]
    assert "cc-2024-041.2" not in [one.row.id for one in positions(LATE, right=right)]


def test_positions_are_found_by_work_and_the_counts_are_true(client):
    told = client.get("/kk/positions/?work=const-2026&format=json").json()
    assert [one["id"] for one in told["positions"]] == ["cc-2026-089.1"]
    shown = page(client, "positions/")
    assert f"{len(positions(LATE))} legal positions" in shown


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_position_has_a_page_in_every_language(client, lang):
    state()
    treat()
    shown = page(client, "positions/made-up", lang)
    for words in (WORDS.says(lang), f"/{lang}/decisions/{LATER}", f"/{lang}/decisions/{EARLIER}"):
        assert words in shown
    revision = {"kk": "61-бабы", "ru": "статья 61 закона", "en": "article 61 of the law"}[lang]
    assert revision in unescape(shown).replace("\u00a0", " ")  # it is not tracked


def test_an_unknown_position_says_what_to_do(client):
    answer = client.get("/ru/positions/none-such")
    assert answer.status_code == 404
    assert "/ru/positions/" in answer.content.decode()


def test_a_paragraph_keeps_its_name_and_its_link_leads_there(client):
    text(kk=("бір", "—"), ru=("один", "два"))
    shown = page(client, f"decisions/{EARLIER}")
    assert 'id="p-1"' in shown
    assert 'id="p-2"' in shown
    assert "only in the Russian text" in shown
    moved = client.get("/en/decisions/33-НП/p-2")
    assert moved.headers["Location"] == f"/en/decisions/{EARLIER}#p-2"
    assert client.get(f"/en/decisions/{EARLIER}/p-3").status_code == 404


def test_a_decision_is_found_by_its_neutral_citation(client):
    moved = client.get("/kk/decisions/KZ:KKRK:2023:33.NQ")
    assert moved.headers["Location"] == f"/kk/decisions/{EARLIER}"
    while_unnumbered = client.get("/kk/decisions/KZ:KKRK:2023:U.CC.2023.033.NQ")
    assert while_unnumbered.headers["Location"] == f"/kk/decisions/{EARLIER}"
    shown = page(client, f"decisions/{EARLIER}")
    assert "KZ:KKRK:2023:33.NQ" in shown
    assert "ECLI:KZ" not in shown


def test_a_summary_is_shown_with_its_author_and_the_last_one_only(client):
    first = Text(kk="Бірінші баян", ru="Первое изложение", en="First account")
    put(acts.DecisionSummarised, summary=first, author=WORDS, done_on="2026-11-01")
    put(acts.DecisionSummarised, summary=WORDS, author=first, done_on="2026-11-02")
    shown = page(client, f"decisions/{EARLIER}")
    assert "Written by First account" in shown
    assert "First account</p>" not in shown


def test_a_text_opens_what_it_cites_as_of_its_day(client):
    words = "Қазақстан Республикасы Конституциясының 13-бабы"
    text(kk=(words,), ru=("Статья 13 Конституции Республики Казахстан",))
    shown = page(client, f"decisions/{EARLIER}")
    assert "/en/norms/const-1995/art_13?on=2023-10-06" in shown


def test_similar_decisions_tell_what_they_share():
    row = decision("cc-2024-041", LATE).decision
    found = similar(row, LATE)
    assert [one.decision.id for one in found][:2] == ["ccl-2007-5", "ccl-2005-4"]
    assert all(one.reasons for one in found)
    assert found[0].reasons[0].where.eid == "art_26__para_3"
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)


def test_nothing_shared_means_nothing_similar():
    row = decision("ccl-2002-reg", LATE).decision
    assert similar(row, LATE) == []


def test_days_stand_beside_the_rules_that_give_them_meaning(client):
    told = client.get("/kk/decisions/cc-2024-041?format=json").json()
    assert {one["what"]: one["rule"] for one in told["dates"]} == {
        "made": "decision.form.normative_resolution",
        "effect": "effect.interpretation",
    }


def test_a_keeper_finds_the_forms_beside_the_decision_and_a_reader_does_not(client):
    form = f"/desk/record/position.stated/1?decision={EARLIER}"
    assert form not in page(client, f"decisions/{EARLIER}")
    signed_in(client, "curator")
    assert form in page(client, f"decisions/{EARLIER}")


def test_a_decision_that_is_an_act_too_leads_there_and_tells_who_cites_it(client):
    assert "/en/norms/nr-cc-1-2023" in page(client, "decisions/cc-2023-001")
    cited = CitationNoted(
        id="made-up-citation",
        work="cl-court-2022",
        provision="art_20",
        cites={"nr-cc-1-2023": ("whole",)},
        since="2023-01-05",
        sources=("made up for a test",),
    )
    record(cited, by=KEEPER, at=NOON, seen=version_of("work/cl-court-2022"))
    assert "/en/norms/cl-court-2022/art_20" in page(client, "decisions/cc-2023-001")
