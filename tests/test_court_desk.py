"""The Court's desks: what waits for whom, a case's page, deeds from assignment to retirement."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from atazan.docket import acts, voting
from atazan.docket.models import Petition
from atazan.institutions.bench import bench
from atazan.institutions.models import Tenure
from atazan.journal.record import version_of
from atazan.portal.day import today
from atazan.portal.models import Profile
from tests.docket_way import Way, by
from tests.test_registry_desk import ago, page, signed_in

pytestmark = pytest.mark.django_db
DESK = "/en/desk/cases/"


def as_judge(client, person, *more):
    signed_in(client, "judge", *more, name=f"a-{person}")
    user = client.get("/en/account/").wsgi_request.user
    Profile.objects.update_or_create(user=user, defaults={"person": person})
    return client


def do(client, way: Way, deed: str, **told):
    """Look a deed over and send it, as a person would."""
    address = f"{DESK}{way.id}/{deed}"
    form = client.get(address)
    if 'name="present"' in page(form) and "presiding" in page(form):
        told = {**way.ruling(), **told}
    seen = re.search(r'name="_seen" value="([0-9]+)"', page(form))
    whole = {"done_on": today().strftime("%d.%m.%Y"), **told, "_seen": seen[1] if seen else 0}
    look = client.post(address, {**whole, "_step": "look"})
    return client.post(address, {**whole, "_step": "send"}) if look.status_code == 200 else look


def convened(way: Way, judges=None) -> Way:
    judges = judges or way.judges(3)
    told = {"form": "panel_of_three", "judges": judges, "presiding": judges[0]}
    way.day = today()
    sits = {"sits_on": today().isoformat(), "round": way.row.round + 1}
    way.now(acts.AdmissionConvened, by("chair"), **told, **sits)
    return way


def test_the_chair_sees_what_is_to_be_assigned_convened_and_soonest_due(client):
    registered, studied = Way(ago(20)).registered(), Way(ago(20)).registered().studied()
    late, soon = Way(ago(9)).admitted(), Way(ago(12)).admitted()

    text = page(signed_in(client, "chair").get(DESK))

    assign, convene, due = (text.index(f'id="{one}"') for one in ("assign", "convene", "due"))
    assert assign < text.index(registered.id, assign) < convene
    assert studied.id in text[convene:due]
    assert text.index(soon.id, due) < text.index(late.id, due)


def test_a_case_of_the_court_goes_from_assignment_to_admission_on_its_pages(client):
    way = Way(ago(20)).registered()
    three = way.judges(3)
    chair = signed_in(client, "chair")

    assert do(chair, way, "petition-assigned", judges=[three[1]]).status_code == 303
    told = {"proposal": "admit", "report": "Canary report"}
    assert do(as_judge(client, three[1]), way, "study-reported", **told).status_code == 303
    session = {"form": "panel_of_three", "judges": three, "presiding": three[0]}
    told = {**session, "sits_on": today().isoformat()}
    assert do(signed_in(client, "chair"), way, "admission-convened", **told).status_code == 303
    for judge in (*three[1:], three[0]):
        answer = do(as_judge(client, judge), way, "vote-cast", vote="for")
        assert answer.status_code == 303, page(answer)
    assert do(signed_in(client, "secretary"), way, "petition-admitted").status_code == 303

    assert way.row.step == "admitted"


def test_the_form_of_a_session_names_the_least_loaded_and_says_so(client):
    busy = Way(ago(20)).registered().studied()
    way = Way(ago(20)).registered().studied()

    text = page(signed_in(client, "chair").get(f"{DESK}{way.id}/admission-convened"))

    marked = re.findall(r'name="judges" id="[^"]+" value="([^"]+)" checked', text)
    assert len(marked) == 3
    assert busy.row.judges[0] not in marked
    assert "2 petitions at work" in text


def test_the_chair_votes_last(client):
    way = Way(ago(20)).registered().studied()
    convened(way)
    chair = as_judge(client, bench(today()).chair, "chair")

    answer = do(chair, way, "vote-cast", vote="for")

    assert answer.status_code == 422
    assert "The Chair votes last" in page(answer) and "cl-court-2022/art_58" in page(answer)


def test_after_the_vote_nobody_reads_how_it_was_cast(client):
    way = convened(Way(ago(20)).registered().studied())
    judge = way.judges(3)[1]
    do(as_judge(client, judge), way, "vote-cast", vote="against")

    for who in ("judge", "chair", "secretary", "analyst"):
        text = page(signed_in(client, who, name=f"b-{who}").get(f"{DESK}{way.id}"))
        assert "Against" not in text and "against" not in text
    text = page(as_judge(client, judge).get(f"{DESK}{way.id}"))
    assert "1 of 3 have voted" in text and "vote-cast" not in text


def test_the_registry_is_not_told_who_voted(client):
    way = convened(Way(ago(20)).registered().studied())
    way.vote()

    text = page(signed_in(client, "registry").get(f"/en/desk/petitions/{way.id}"))

    assert "Session on admission convened." in text
    assert "Vote cast." not in text and "Studied and reported." not in text


def test_a_joined_petition_goes_to_its_case_and_a_withdrawn_one_may_be_ended(client):
    lead, other = Way(ago(24)).admitted(), Way(ago(23)).admitted()
    other.step(acts.WithdrawalAsked, by("registry"))
    chair = signed_in(client, "chair")

    desk = page(chair.get(DESK))
    told = {"grounds": "tm1-withdrawal", "reason-tm1-withdrawal": "Canary reason"}
    third = Way(ago(24)).admitted()

    assert other.id in desk[desk.index('id="end"') : desk.index('id="due"')]
    assert do(chair, other, "proceedings-terminated", **told).status_code == 303
    assert do(chair, third, "petition-joined", into=lead.id).status_code == 303
    assert third.row.joined_to == lead.id


def test_a_judge_votes_once(client):
    way = convened(Way(ago(20)).registered().studied())
    judge = as_judge(client, way.judges(3)[1])
    do(judge, way, "vote-cast", vote="for")

    answer = do(judge, way, "vote-cast", vote="against")

    assert answer.status_code == 422 and "has voted already" in page(answer)


def test_a_recused_judge_does_not_vote_and_cannot_be_chosen(client):
    way = Way(ago(20)).registered().studied()
    three = way.judges(3)
    convened(way, three)
    way.now(acts.RecusalStated, by("judge", three[2]), done_by=three[2], reason="Canary reason")
    way.now(acts.RecusalDecided, by("chair"), judge=three[2], granted=True)

    answer = do(as_judge(client, three[2]), way, "vote-cast", vote="for")
    form = page(signed_in(client, "chair").get(f"{DESK}{way.id}/admission-convened"))

    assert answer.status_code == 422 and "recused from this case" in page(answer)
    assert three[2] not in page(answer)  # named, not by slug
    assert re.search(rf'value="{three[2]}" disabled', form) and "recused from this case" in form


def test_a_suspended_judge_and_one_out_of_office_do_not_vote(client):
    from atazan.institutions.models import PowersSuspension

    way = Way(ago(20)).registered().studied()
    three = way.judges(3)
    convened(way, three)
    held = Tenure.objects.filter(person=three[2], office="constitutional_court_judge").first()
    PowersSuspension.objects.create(
        id="x", tenure=held.id, since=ago(2).isoformat(), entry=1, stream="office/x"
    )
    bench.__globals__["_bench"].cache_clear()

    answer = do(as_judge(client, three[2]), way, "vote-cast", vote="for")
    gone = do(as_judge(client, "nobody-of-the-bench"), way, "vote-cast", vote="for")
    bench.__globals__["_bench"].cache_clear()

    assert answer.status_code == 422 and "suspended" in page(answer)
    assert gone.status_code == 422 and "does not take part" in page(gone)


def test_a_refusal_takes_only_its_own_grounds_and_waits_for_the_vote(client):
    way = convened(Way(ago(20)).registered().studied())
    chair = signed_in(client, "chair")
    told = {"grounds": "rf2-no-competence", "reason-rf2-no-competence": "Canary reason"}

    early = do(chair, way, "petition-refused", **told)
    way.vote(*way.judges(3))
    wrong = {"grounds": "sr2-form-content", "reason-sr2-form-content": "x"}
    other = do(chair, way, "petition-refused", **wrong)
    mute = do(chair, way, "petition-refused", grounds="rf2-no-competence")
    done = do(chair, way, "petition-refused", **told)

    assert "The vote is not complete" in page(early)
    assert "is no ground" in page(other) and "No words are written" in page(mute)
    assert done.status_code == 303 and way.row.step == "refused"


def test_what_waits_for_the_vote_is_told_with_its_reason(client):
    way = convened(Way(ago(20)).registered().studied())

    text = page(signed_in(client, "chair").get(f"{DESK}{way.id}"))

    assert "Not open yet" in text and "The vote is not complete" in text
    assert f"{way.id}/petition-admitted" not in text


def test_a_stale_form_of_the_chair_is_shown_beside_what_came_meanwhile(client):
    way = Way(ago(20)).registered()
    chair, address = signed_in(client, "chair"), f"{DESK}{way.id}/petition-assigned"
    seen = version_of(f"petition/{way.id}")
    way.step(acts.PetitionAssigned, by("chair"), judges=(way.judges(2)[1],))

    told = {"judges": way.judges(1), "done_on": today().isoformat(), "_step": "send"}
    answer = chair.post(address, {**told, "_seen": seen})

    assert answer.status_code == 409
    assert "Passed to a judge for study." in page(answer) and "Yours" in page(answer)


def test_the_hearing_goes_to_deliberation_and_on_to_the_resolution(client):
    way = Way(ago(24)).admitted().in_session()
    secretary = signed_in(client, "secretary")
    present = way.row.session["judges"]

    assert do(secretary, way, "minutes-kept", present=present, text="Canary").status_code == 303
    assert do(secretary, way, "judges-retired", present=present).status_code == 303
    way.day = today()
    way.vote()

    text = page(signed_in(client, "chair").get(f"{DESK}{way.id}"))
    assert f"/en/desk/cases/{way.id}/resolution" in text


def test_the_page_of_a_case_shows_the_bench_and_its_quorum(client):
    way = Way(ago(24)).admitted()

    text = page(signed_in(client, "chair").get(f"{DESK}{way.id}"))

    assert "The bench on" in text and "There is a quorum" in text
    assert "Final decision" in text and "cl-court-2022/art_53" in text


@pytest.mark.parametrize("role", ["chair", "judge", "secretary", "analyst", "publisher"])
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_role_has_its_desk_in_three_languages(client, role, lang):
    Way(ago(24)).admitted()

    assert signed_in(client, role).get(f"/{lang}/desk/cases/").status_code == 200


@pytest.mark.parametrize("role", ["citizen", "registry", "auditor", "admin"])
def test_others_have_no_desk_there(client, role):
    assert signed_in(client, role).get(DESK).status_code == 403


def test_proceedings_are_suspended_resumed_prolonged_and_ended(client):
    way = Way(ago(24)).admitted()
    chair = signed_in(client, "chair")
    stop = {"cause": "force_majeure", "reason": "Canary reason"}
    yesterday = (today() - timedelta(days=1)).strftime("%d.%m.%Y")

    assert do(chair, way, "proceedings-suspended", **stop, done_on=yesterday).status_code == 303
    assert do(chair, way, "proceedings-resumed").status_code == 303
    early = do(chair, way, "term-prolonged", to="01.12.2026", reason="Canary reason")
    later = do(chair, way, "term-prolonged", to="01.12.2027", reason="Canary reason")
    told = {"grounds": "tm1-withdrawal", "reason-tm1-withdrawal": "Canary reason"}
    not_asked = do(chair, way, "proceedings-terminated", **told)

    assert early.status_code == 422 and "must come after" in page(early)
    assert later.status_code == 303
    assert not_asked.status_code == 422 and "has not withdrawn" in page(not_asked)
    assert Petition.objects.get(pk=way.id).step == "admitted"


def test_a_judge_recuses_himself_and_the_chair_decides(client):
    way = Way(ago(24)).admitted()
    judge = way.judges(2)[1]

    stated = do(as_judge(client, judge), way, "recusal-stated", reason="Canary reason")
    desk = page(signed_in(client, "chair").get(DESK))
    told = {"judge": judge, "granted": "yes"}
    decided = do(signed_in(client, "chair"), way, "recusal-decided", **told)

    assert stated.status_code == 303 and 'id="recusals"' in desk
    assert decided.status_code == 303
    assert voting.recused(way.id) == {judge}
