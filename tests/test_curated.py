"""The curator's desk: a text proposes acts, a person decides, and only then the record has them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from msgspec import structs

from atazan.cooperation.models import Agreement, Event
from atazan.institutions.models import Candidacy, Oath, Person
from atazan.journal.models import Entry
from atazan.journal.record import By
from atazan.journal.sealed import open_entries
from atazan.sources.curated.taking import take
from atazan.sources.models import Document, Proposal
from atazan.sources.understood.told import Kind, Understood
from tests.conftest import MOMENT
from tests.curated_papers import aacc, paper, tells

pytestmark = [pytest.mark.django_db, pytest.mark.once]
KEEPER = By("keeper", "curator")


def signed_in(client, *roles):
    user = User.objects.create_user("keeper", password="long enough to pass")
    user.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles])
    client.force_login(user)
    return client


@pytest.fixture
def desk(client):
    return signed_in(client, "curator")


def on_desk(told=None):
    return take(*(told or aacc()), by=KEEPER, at=MOMENT)


def one(kind: Kind, words: str, lang: str = "en", **told):
    """A text of one sentence that tells one act, on the desk."""
    text = f"{words}."
    mine = {"outlet": "Example News", "published": "2026-11-20", "url": "https://example.kz/news/1"}
    act = tells(text, kind, words, **told)
    return on_desk((paper(text, **mine), Understood(lang=lang, acts=(act,)))).id


def send(desk, id, no, deed, **posted):
    seen = Entry.objects.filter(stream=f"reading/{id}").count()
    return desk.post(f"/en/desk/reading/{id}/{no}/{deed}", {"_seen": seen, **posted})


def page(desk, id) -> str:
    answer = desk.get(f"/en/desk/reading/{id}")
    assert answer.status_code == 200
    return answer.content.decode()


def card(desk, id, no=1):
    return desk.get(f"/en/desk/reading/{id}").context["cards"][no - 1]


def proposal(id, no=1) -> Proposal:
    return Proposal.objects.get(pk=f"{id}.{no}")


SWORN = {"date": "2026-11-18", "actors": ("Elvira Azimova",)}
CHAIR = "Chair of the Constitutional Court"


def test_a_paper_of_the_record_comes_onto_the_desk_as_its_document():
    assert on_desk().id == "seed-000"
    assert Proposal.objects.filter(document="seed-000").count() == 4


def test_the_same_paper_twice_changes_nothing():
    first, entries = on_desk(), Entry.objects.count()

    again = on_desk()

    assert (first.fresh, again.fresh, again.id) == (True, False, first.id)
    assert Entry.objects.count() == entries


def test_a_rewrite_joins_the_first_report_and_proposes_only_what_that_did_not():
    first = on_desk()
    told, understood = aacc()
    words = "5 ноября делегация посетила Верховный суд Индонезии"
    retold = paper(told.text + f"\n{words}.", outlet="Other News", published="2019-11-05")
    more = tells(retold.text, Kind.HOLD_MEETING, words, "2019-11-05", actors=("делегация",))

    second = on_desk((retold, structs.replace(understood, acts=(*understood.acts, more))))

    assert (second.repeats, second.proposals) == (first.id, 1)


def test_the_text_is_not_in_the_journal_and_its_file_is_closed():
    on_desk()

    bodies = "".join(Entry.objects.filter(stream="reading/seed-000").values_list("body", flat=True))
    assert "Единогласным решением" not in bodies
    assert not open_entries().filter(stream="reading/seed-000").exists()


def test_only_keepers_of_the_record_see_the_desk(client):
    on_desk()

    assert client.get("/en/desk/reading/seed-000").status_code == 302
    assert signed_in(client, "auditor").get("/en/desk/reading/").status_code == 403


def test_the_page_lights_the_words_of_each_proposal(desk):
    html = page(desk, on_desk().id)

    assert html.count('class="lit lit--open"') == 4 and 'id="s-4"' in html


def test_what_the_record_has_from_this_document_takes_one_keystroke_and_records_nothing_new(desk):
    on_desk()
    cards = desk.get("/en/desk/reading/seed-000").context["cards"]
    assert [card.verdict for card in cards] == ["known"] * 4
    before = open_entries().count()

    for no in range(1, 5):
        assert send(desk, "seed-000", no, "accept").status_code == 302

    assert open_entries().count() == before
    row = proposal("seed-000", 4)
    assert row.state == "accepted" and row.how == "known"
    assert row.recorded == [Entry.objects.get(stream="agreement/mou-indonesia-2019").number]


def test_another_report_of_a_known_act_becomes_a_source_of_it(desk):
    words = "Elvira Azimova signed a memorandum with UNDP on 1 March 2023"
    names = {"actors": ("Constitutional Court",), "counterparts": ("UNDP",)}
    id = one(Kind.SIGN_AGREEMENT, words, date="2023-03-01", objects=("memorandum",), **names)
    assert card(desk, id).verdict == "strengthens"

    send(desk, id, 1, "accept")

    assert "https://example.kz/news/1" in Agreement.objects.get(pk="mou-undp-2023").sources
    assert proposal(id).how == "strengthened"
    assert Document.objects.get(pk=id).files == ["https://example.kz/news/1"]


def test_a_new_act_is_recorded_with_its_document_and_the_words_that_prove_it(desk):
    words = "Elvira Azimova took the oath"
    id = one(Kind.OATH, words, office=CHAIR, **SWORN)
    assert (card(desk, id).verdict, card(desk, id).ready) == ("new", True)

    send(desk, id, 1, "accept")

    row = Oath.objects.get(person="azimova")
    assert (row.office, row.done_on) == ("constitutional_court_chair", "2026-11-18")
    assert row.sources == ["https://example.kz/news/1"] and row.note == {"en": f"«{words}»"}
    assert proposal(id).recorded == [row.entry]


def test_a_person_the_register_does_not_have_is_registered_first_in_one_transaction(desk):
    given = {"objects": ("Saule Bekova",), "actors": ("President",)}
    given["office"] = "Judge of the Constitutional Court"
    id = one(Kind.NOMINATE, "Saule Bekova was proposed", date="2026-11-18", **given)

    send(desk, id, 1, "accept")

    person = Person.objects.get(names__en="Bekova Saule")
    row = Candidacy.objects.get(person=person.id)
    assert (row.by, row.body) == ("president", "kurultai")
    assert proposal(id).recorded == [person.entry, row.entry]


def test_what_cannot_stand_leaves_nothing_behind(desk):
    """The seat is taken: the person registered before it goes with the refused appointment."""
    given = {"objects": ("Saule Bekova",), "actors": ("President",), "office": CHAIR}
    id = one(Kind.APPOINT, "Saule Bekova was appointed", date="2024-03-01", **given)
    before = Entry.objects.count()

    answer = desk.post(f"/en/desk/reading/{id}/1/act", {"_seen": 2})

    assert answer.status_code == 422 and "is held by" in answer.content.decode()
    assert Entry.objects.count() == before and proposal(id).state == "open"


def test_an_appointment_without_the_consent_asked_for_is_a_question_with_its_article(desk):
    given = {"objects": ("Saule Bekova",), "actors": ("President",)}
    judge = "Judge of the Constitutional Court"
    id = one(Kind.APPOINT, "Saule Bekova was appointed", date="2026-11-18", office=judge, **given)

    said = card(desk, id).said
    assert [found.id for found in said.open] == ["tenure.consent"]
    assert "const-2026" in page(desk, id)


def test_a_contradiction_shows_both_and_asks_which_is_right(desk):
    words = "The memorandum with UNDP was signed on 9 March 2023"
    names = {"actors": ("Constitutional Court",), "counterparts": ("UNDP",)}
    id = one(Kind.SIGN_AGREEMENT, words, date="2023-03-09", objects=("memorandum",), **names)
    assert card(desk, id).verdict == "against"
    asked = send(desk, id, 1, "accept")
    assert asked.headers["Location"] == f"/en/desk/reading/{id}/1/act"
    known = Agreement.objects.get(pk="mou-undp-2023")

    send(desk, id, 1, "act", _choice=str(known.entry))

    known.refresh_from_db()
    assert "https://example.kz/news/1" in known.sources and known.done_on == "2023-03-01"


def test_what_is_missing_is_asked_for_on_a_form_already_filled_in(desk):
    told = {"objects": ("International conference on human rights",), "date": "2026-11-18"}
    id = one(Kind.HOLD_CONGRESS, "A conference on human rights was held", **told)
    assert card(desk, id).missing == ("title",)
    html = desk.get(f"/en/desk/reading/{id}/1/act").content.decode()
    assert "International conference on human rights</textarea>" in html

    form = {"0.id": "conference-test", "0.type": "conference", "0.done_on": "2026-11-18"}
    form |= {"0.sources": "https://example.kz/news/1", "0.confidence": "medium"}
    assert send(desk, id, 1, "act", **form).status_code == 422
    titles = {f"0.title.{lang}": "Конференция" for lang in ("kk", "ru", "en")}
    send(desk, id, 1, "act", **form, **titles)

    assert Event.objects.get(pk="conference-test").done_on == "2026-11-18"


@pytest.mark.parametrize("modality", ["planned", "denied", "reported"])
def test_what_is_not_told_as_done_is_accepted_only_once_a_person_says_it_was(desk, modality):
    id = one(Kind.OATH, "Azimova took the oath", office=CHAIR, modality=modality, **SWORN)

    send(desk, id, 1, "accept")
    assert proposal(id).state == "open"
    assert send(desk, id, 1, "act").status_code == 422 and not Oath.objects.exists()

    send(desk, id, 1, "done")
    assert (proposal(id).modality, proposal(id).corrected) == ("done", True)
    send(desk, id, 1, "accept")
    assert Oath.objects.get().person == "azimova"


def test_a_correction_says_anew_what_the_words_tell(desk):
    id = one(Kind.OATH, "Azimova took the oath", office=CHAIR, **SWORN)
    form = {"tells": "oath", "date": "2026-11", "actors": "Elvira Azimova", "office": CHAIR}

    refused = send(desk, id, 1, "correct", **form, modality="perhaps")
    assert refused.status_code == 422 and "“perhaps”" in refused.content.decode()
    send(desk, id, 1, "correct", **form, modality="done")

    assert (proposal(id).date, proposal(id).corrected) == ("2026-11", True)


def test_a_rejection_says_why_and_is_taken_back(desk):
    id = one(Kind.OATH, "Azimova took the oath", office=CHAIR, **SWORN)

    send(desk, id, 1, "reject", reason="misread")
    assert (proposal(id).state, proposal(id).reason) == ("rejected", "misread")
    send(desk, id, 1, "reopen")

    assert (proposal(id).state, proposal(id).reason) == ("open", None)


def test_an_acceptance_is_taken_back_by_who_may_withdraw_acts(client):
    desk = signed_in(client, "curator")
    id = one(Kind.OATH, "Azimova took the oath", office=CHAIR, **SWORN)
    send(desk, id, 1, "accept")
    refused = send(desk, id, 1, "reopen")
    assert refused.status_code == 422 and Oath.objects.exists()
    assert "/1/reopen" not in desk.get(f"/en/desk/reading/{id}").content.decode()

    User.objects.get().groups.add(Group.objects.get_or_create(name="chief_curator")[0])
    assert "/1/reopen" in desk.get(f"/en/desk/reading/{id}").content.decode()
    send(desk, id, 1, "reopen")

    assert proposal(id).state == "open" and not Oath.objects.exists()


def test_a_source_added_by_mistake_goes_when_the_acceptance_is_taken_back(client):
    desk = signed_in(client, "chief_curator")
    names = {"actors": ("Constitutional Court",), "counterparts": ("UNDP",)}
    id = one(Kind.SIGN_AGREEMENT, "A memorandum was signed", date="2023-03-01", **names)
    send(desk, id, 1, "accept")
    send(desk, id, 1, "reopen")

    assert "https://example.kz/news/1" not in Agreement.objects.get(pk="mou-undp-2023").sources


def test_who_decides_on_what_another_decided_meanwhile_is_told_and_nothing_is_lost(desk):
    id = one(Kind.OATH, "Azimova took the oath", office=CHAIR, **SWORN)
    send(desk, id, 1, "reject", reason="no_act")

    answer = desk.post(f"/en/desk/reading/{id}/1/reject", {"_seen": 2, "reason": "misread"})

    assert answer.status_code in (409, 422) and proposal(id).reason == "no_act"


def test_the_pages_of_office_and_person_show_an_oath_confirmed_with_its_source(desk, client):
    id = one(Kind.OATH, "Azimova took the oath", office=CHAIR, **SWORN)
    send(desk, id, 1, "accept")
    client.logout()

    for page_of in ("offices/constitutional_court_chair", "people/azimova"):
        html = client.get(f"/en/{page_of}").content.decode()
        assert "Oath taken" in html and f"/en/record/{id}" in html


def test_the_queue_lists_what_waits_with_its_counts(desk):
    id = one(Kind.OATH, "Azimova took the oath", office=CHAIR, **SWORN)
    on_desk()
    send(desk, id, 1, "reject", reason="no_act")

    waiting = desk.get("/en/desk/reading/").context["rows"]
    every = desk.get("/en/desk/reading/?show=all").context["rows"]

    assert [(row.reading.id, row.open) for row in waiting] == [("seed-000", 4)]
    assert {row.reading.id: row.rejected for row in every} == {"seed-000": 0, id: 1}
