"""Saved searches: their owner's alone, told of once, never for nothing, ended without a sign-in."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client

from atazan.cooperation.acts import PartnerRegistered
from atazan.journal.record import By, record, version_of
from atazan.portal.accounts.views import erase
from atazan.portal.models import Profile
from atazan.rules.text import Text
from atazan.search.asking import Asked
from atazan.search.bad import BadQuestion
from atazan.search.saved import alerts, keeping
from atazan.search.saved.alerts import send
from atazan.search.saved.models import PERIODS, SavedSearch
from atazan.search.saved.rounds import TRIES, WAIT, Sent
from tests.conftest import MOMENT

pytestmark = pytest.mark.django_db
DAY = PERIODS["daily"] + timedelta(hours=4)
WORD = "zhumabaqta"


@pytest.fixture
def reader():
    return account("reader", "en")


def account(name, lang, role="citizen"):
    user = User.objects.create_user(f"c-{name}", email=f"{name}@example.org")
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    Profile.objects.update_or_create(user=user, defaults={"language": lang})
    return user


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def saved(user, words=WORD, **told):
    given = {"by_email": "yes", "often": "daily", **told}
    return keeping.save(user, Asked(words=words), given, MOMENT)


def partner(id, word=WORD):
    """A made-up partner whose name has a word nothing else in the record has."""
    names = Text(kk=f"{word} ұйымы", ru=f"организация {word}", en=f"{word} organisation")
    act = PartnerRegistered(
        id=id, type="international_organisation", names=names, sources=("made up",)
    )
    stream = f"partner/{id}"
    record(act, by=By("editor", "curator"), at=MOMENT, seen=version_of(stream))


def test_what_is_new_is_told_once_in_the_readers_language(reader):
    saved(reader, name="Partners")
    partner("made-up-one")

    assert [send(MOMENT + DAY * n) for n in (1, 2, 3)] == [Sent(1), Sent(0, 1), Sent(0, 1)]
    (letter,) = mail.outbox
    assert letter.to == ["reader@example.org"] and letter.subject == "New in “Partners”: 1"
    assert f"{WORD} organisation" in letter.body and "/en/partners/made-up-one" in letter.body
    assert "1 new or changed document" in letter.body


def test_what_was_there_before_is_not_news(reader):
    partner("made-up-one")
    saved(reader)

    assert send(MOMENT + DAY) == Sent(0, 1) and not mail.outbox


def test_the_next_letter_tells_only_what_came_after_the_last(reader):
    saved(reader)
    partner("made-up-one")
    send(MOMENT + DAY)
    partner("made-up-two")
    send(MOMENT + DAY * 2)

    assert "made-up-two" in mail.outbox[1].body and "made-up-one" not in mail.outbox[1].body


def test_other_words_than_those_asked_bring_no_letter(reader):
    saved(reader, words="zhumabaqta qarqaraly")  # one of two words is not enough
    partner("made-up-one")

    assert send(MOMENT + DAY) == Sent(0, 1)


def test_a_letter_comes_no_more_often_than_asked(reader):
    saved(reader, often="weekly")
    partner("made-up-one")

    assert send(MOMENT + DAY) == Sent() and send(MOMENT + timedelta(days=7)) == Sent(1)


def test_a_mail_server_that_fails_is_tried_again_and_then_left_until_the_next_day(
    reader, monkeypatch
):
    row = saved(reader)
    partner("made-up-one")

    def broken(*given, **named):
        raise OSError("made-up: no mail today")

    whole = alerts.EmailMessage.send
    monkeypatch.setattr(alerts.EmailMessage, "send", broken)
    moment, failed = MOMENT + DAY, 0
    for _ in range(100):
        failed += send(moment).failed
        moment += WAIT / 2
    assert failed == TRIES
    row.refresh_from_db()
    assert "no mail today" in row.fault

    partner("made-up-two")
    monkeypatch.setattr(alerts.EmailMessage, "send", whole)
    assert send(MOMENT + DAY * 3).sent == 1
    assert "made-up-one" in mail.outbox[0].body and "made-up-two" not in mail.outbox[0].body
    assert send(MOMENT + DAY * 4).sent == 1 and "made-up-two" in mail.outbox[1].body


def test_of_two_senders_one_takes_a_letter(reader):
    row = saved(reader)
    partner("made-up-one")
    news = alerts._news("public", row.told)

    first, second = (alerts._tell(row, news, MOMENT + DAY) for _ in range(2))
    assert (first, second) == ("sent", "taken") and len(mail.outbox) == 1


@pytest.mark.parametrize("how", ["paused", "silent", "closed"])
def test_no_letter_goes_where_none_is_wanted(reader, how):
    row = saved(reader)
    partner("made-up-one")
    if how == "paused":
        keeping.pause(row)
    elif how == "silent":
        keeping.mute(row)
    else:
        erase(reader)

    assert send(MOMENT + DAY) == Sent() and not mail.outbox


def test_a_closed_account_keeps_no_searches(reader):
    saved(reader)
    erase(reader)
    assert not SavedSearch.objects.exists()


def test_a_resumed_search_begins_anew(reader):
    row = saved(reader)
    keeping.pause(row)
    partner("made-up-one")
    keeping.resume(row, MOMENT)

    assert send(MOMENT + DAY) == Sent(0, 1)


def test_each_is_told_what_the_index_of_her_roles_holds(reader, monkeypatch):
    saved(reader)
    saved(account("judge", "ru", "judge"))
    partner("made-up-one")
    asked = []
    real = alerts._news
    monkeypatch.setattr(alerts, "_news", lambda who, since: asked.append(who) or real(who, since))

    assert send(MOMENT + DAY).sent == 2 and sorted(asked) == ["court", "public"]


def test_letters_end_by_a_link_without_signing_in_and_only_when_confirmed(reader):
    row = saved(reader, name="Partners")
    partner("made-up-one")
    send(MOMENT + DAY)
    letter = mail.outbox[0]
    link = letter.extra_headers["List-Unsubscribe"].strip("<>")
    path = re.sub("^https?://[^/]+", "", link)
    assert link in letter.body
    client = Client(enforce_csrf_checks=True)

    assert "Partners" in client.get(path).content.decode()
    row.refresh_from_db()
    assert row.by_email
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    row.refresh_from_db()
    assert not row.by_email and client.get(path).status_code == 200
    assert client.post(path[:-3] + "abc").status_code == 404
    row.delete()
    assert client.get(path).status_code == 200


def test_only_its_owner_sees_and_changes_a_search(reader):
    row = saved(reader, name="Mine alone")
    mine, other = signed_in(reader), signed_in(account("other", "en"))

    assert "Mine alone" in mine.get("/en/account/searches/").content.decode()
    assert "Mine alone" not in other.get("/en/account/searches/").content.decode()
    for do in ("change", "pause", "drop"):
        answer = other.post(f"/en/account/searches/{row.pk}", {"do": do, "name": "x"})
        assert answer.status_code == 404
    assert Client().get("/en/account/searches/").status_code == 302
    row.refresh_from_db()
    assert row.name == "Mine alone" and not row.paused


def test_a_search_is_saved_changed_paused_resumed_and_deleted_on_pages(reader):
    client = signed_in(reader)
    page = client.get("/en/search/", {"q": "pension", "kind": "decision"}).content.decode()
    query = re.search(r'name="query" value="([^"]+)"', page)[1].replace("&amp;", "&")

    client.post("/en/search/save", {"query": query, "often": "weekly", "by_email": "yes"})
    row = SavedSearch.objects.get()
    assert row.name == "pension" and row.asked.only == {"kind": ("decision",)}
    there = f"/en/account/searches/{row.pk}"
    client.post(there, {"do": "change", "name": "Pensions", "often": "daily"})
    client.post(there, {"do": "pause"})
    row.refresh_from_db()
    assert (row.name, row.often, row.by_email, row.paused) == ("Pensions", "daily", False, True)
    client.post(there, {"do": "resume"})
    row.refresh_from_db()
    assert not row.paused
    listed = client.get("/en/account/searches/").content.decode()
    assert "/en/search/?q=pension&amp;kind=decision" in listed
    client.post(there, {"do": "drop"})
    assert not SavedSearch.objects.exists()


def test_what_cannot_be_saved_is_refused_in_words(reader):
    client = signed_in(reader)
    wrong = [
        ({"query": ""}, "nothing to save"),
        ({"query": "q=court", "name": "x" * 121}, "121"),
        ({"query": "q=court", "often": "hourly"}, "hourly"),
    ]
    for sent, told in wrong:
        answer = client.post("/en/search/save", sent)
        assert answer.status_code == 422 and told in answer.content.decode()
    for _ in range(keeping.MOST):
        saved(reader)
    with pytest.raises(BadQuestion, match="50"):
        saved(reader)
