"""The desk: acts from their own fields, refusals with reasons, stale files, corrections."""

import pytest
from django.contrib.auth.models import Group, User

from atazan.institutions.models import Person
from atazan.journal import forms
from atazan.journal.deeds import deeds
from atazan.journal.record import By, record, version_of
from atazan.sources.acts import ErrorReported
from atazan.sources.models import ErrorReport
from tests.conftest import MOMENT

pytestmark = pytest.mark.django_db
PERSON = "/en/desk/record/person.registered/1"


def person(**changed: str) -> dict[str, str]:
    return {
        "id": "abdrakhmanova-test",
        "names.ru": "Абдрахманова",
        "sources": "https://example.kz/1",
        "confidence": "medium",
        **changed,
    }


@pytest.fixture
def keeper(client):
    return signed_in(client, "curator")


def signed_in(client, role):
    user = User.objects.create_user(f"a-{role}", password="long enough to pass")
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    client.force_login(user)
    return client


def test_the_desk_asks_to_sign_in(client):
    assert client.get("/kk/desk/").headers["Location"].startswith("/kk/sign-in/")


def test_who_has_no_role_does_not_see_the_desk(client):
    client.force_login(User.objects.create_user("nobody"))

    assert client.get("/en/desk/").status_code == 403


def test_a_keeper_sees_the_kinds_of_their_role_and_an_auditor_none(keeper, client):
    assert "/en/desk/record/office.taken/1" in keeper.get("/en/desk/record/").content.decode()
    assert (
        "office.taken" not in signed_in(client, "auditor").get("/en/desk/record/").content.decode()
    )


@pytest.mark.parametrize("kind", sorted(deeds()))
def test_every_kind_of_act_has_a_form(keeper, kind):
    answer = keeper.get(f"/en/desk/record/{kind}")

    assert answer.status_code == 200
    for field in forms.fields(kind):
        assert all(f'name="{part}"' in answer.content.decode() for part in field.parts)


def test_an_act_is_looked_over_and_then_recorded(keeper):
    looked = keeper.post(PERSON, {**person(), "_step": "look"})
    assert looked.status_code == 200 and not Person.objects.filter(pk="abdrakhmanova-test").exists()

    done = keeper.post(PERSON, {**person(), "_step": "send", "_seen": looked.context["seen"]})

    assert done.status_code == 200
    row = Person.objects.get(pk="abdrakhmanova-test")
    assert row.names == {"ru": "Абдрахманова"} and row.confidence == "medium"


def test_a_form_not_whole_comes_back_with_everything_in_it(keeper):
    answer = keeper.post(PERSON, {**person(id=""), "_step": "look"})
    html = answer.content.decode()

    assert answer.status_code == 422
    assert "Абдрахманова" in html and 'href="#id"' in html


def test_an_act_without_a_source_is_refused_in_words(keeper):
    answer = keeper.post(PERSON, {**person(sources=""), "_step": "look"})

    assert answer.status_code == 422 and "neither a source" in answer.content.decode()


def test_what_the_role_may_not_do_is_refused_in_words(client):
    answer = signed_in(client, "auditor").post(PERSON, {**person(), "_step": "send", "_seen": "0"})

    assert answer.status_code == 422 and "table of rights" in answer.content.decode()


def test_a_second_holder_of_a_single_seat_is_refused(keeper):
    tenure = {
        "id": "t-second",
        "person": "azimova",
        "office": "ombudsman",
        "since": "2024-01-01",
        "sources": "https://example.kz/2",
        "confidence": "low",
        "_step": "look",
    }
    answer = keeper.post("/en/desk/record/office.taken/1", tenure)

    assert answer.status_code == 422 and "is held by" in answer.content.decode()


def test_a_stale_file_shows_both_and_loses_nothing(keeper):
    record(forms.read("person.registered/1", person()), by=By("x", "curator"), at=MOMENT, seen=0)
    stream = "person/abdrakhmanova-test"
    added = {"subject": stream, "version": "1", "sources": "https://mine.kz", "confidence": "high"}
    theirs = forms.read("source.added/1", {**added, "sources": "https://theirs.kz"})
    record(theirs, by=By("x", "curator"), at=MOMENT, seen=1)

    answer = keeper.post("/en/desk/record/source.added/1", {**added, "_step": "send", "_seen": "1"})
    html = answer.content.decode()
    assert answer.status_code == 409 and "https://mine.kz" in html and "https://theirs.kz" in html

    again = {**added, "_step": "send", "_seen": str(answer.context["seen"])}
    assert keeper.post("/en/desk/record/source.added/1", again).status_code == 200
    assert Person.objects.get(pk="abdrakhmanova-test").sources == [
        "https://example.kz/1",
        "https://theirs.kz",
        "https://mine.kz",
    ]


def test_a_correction_names_only_the_fields_that_changed(keeper):
    record(forms.read("person.registered/1", person()), by=By("x", "curator"), at=MOMENT, seen=0)
    at = "/en/desk/correct/1/person/abdrakhmanova-test"
    wanted = {
        **person(**{"names.ru": "Абдрахманова А."}),
        "_reason": "initial",
        "_told_by": "a book",
    }
    looked = keeper.post(at, wanted)
    assert looked.status_code == 200 and looked.context["act"].changes == {
        "names": {"ru": "Абдрахманова А."}
    }

    send = {**looked.context["raw"], "_step": "send", "_seen": looked.context["seen"]}
    assert keeper.post("/en/desk/record/act.corrected/1", send).status_code == 200
    assert Person.objects.get(pk="abdrakhmanova-test").names == {"ru": "Абдрахманова А."}
    history = keeper.get("/en/desk/streams/person/abdrakhmanova-test").content.decode()
    assert "As first recorded" in history


def test_a_correction_without_a_reason_or_a_change_is_sent_back(keeper):
    record(forms.read("person.registered/1", person()), by=By("x", "curator"), at=MOMENT, seen=0)
    answer = keeper.post("/en/desk/correct/1/person/abdrakhmanova-test", person())

    assert answer.status_code == 422 and "Nothing was changed" in answer.content.decode()


def test_only_the_chief_keeper_is_offered_to_withdraw(keeper, client):
    assert "act.withdrawn" not in keeper.get("/en/desk/streams/person/azimova").content.decode()
    chief = signed_in(client, "chief_curator")
    assert "act.withdrawn" in chief.get("/en/desk/streams/person/azimova").content.decode()


def test_a_report_is_answered_and_a_stale_answer_is_kept_in_the_form(keeper):
    report = ErrorReported(id="r-1", page="/kk/", says="қате", contact="a@b.kz", sources=("/kk/",))
    record(report, by=By("visitor", "visitor"), at=MOMENT, seen=0)
    page = keeper.get("/en/desk/reports/r-1").content.decode()
    assert "a@b.kz" in page

    assert (
        keeper.post("/en/desk/reports/r-1", {"answer": "Put right", "_seen": "1"}).status_code
        == 200
    )
    assert ErrorReport.objects.get().answer == "Put right"
    stale = keeper.post("/en/desk/reports/r-1", {"answer": "Also this", "_seen": "1"})
    assert stale.status_code == 409
    assert "Also this" in stale.content.decode() and "Put right" in stale.content.decode()
    assert version_of("report/r-1") == 2


@pytest.mark.once
def test_every_recorded_act_survives_its_form(django_db_setup):
    from atazan.journal.load import read_file, record_files

    for path in record_files():
        for _, act in read_file(path):
            assert forms.read(act.kind, forms.raw_of(act)) == act
