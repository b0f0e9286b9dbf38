"""Watch lists: their owner's alone; a digest tells once what is new, and ends without a sign-in."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from atazan.institutions.acts import OfficeTaken, PersonRegistered
from atazan.journal.corrections import ActCorrected, ActWithdrawn, SourceAdded
from atazan.journal.models import Entry
from atazan.journal.record import By, record, version_of
from atazan.portal.accounts.views import erase
from atazan.portal.models import Profile
from atazan.rules.words import phrase
from atazan.search.bad import BadQuestion
from atazan.search.saved.models import PERIODS
from atazan.search.saved.rounds import Sent
from atazan.sources.timelines.ledger import ledger
from atazan.sources.timelines.subjects import subject
from atazan.sources.watched import digests, keeping
from atazan.sources.watched.digests import new_of, send
from atazan.sources.watched.models import Digest, Watch
from tests.conftest import MOMENT

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DAY = PERIODS["daily"] + timedelta(hours=4)
OFFICE = "office/senator"


@pytest.fixture
def reader():
    return account("reader", "en")


def account(name, lang):
    user = User.objects.create_user(f"c-{name}", email=f"{name}@example.org")
    Profile.objects.update_or_create(user=user, defaults={"language": lang})
    return user


def watching(user, *paths, often="daily"):
    for path in paths:
        keeping.watch(user, subject(*path.split("/")), MOMENT)
    keeping.change(keeping.digest_of(user, MOMENT), often, True, MOMENT)


def put(act, stream, role="curator"):
    record(act, by=By("keeper", role), at=MOMENT, seen=version_of(stream))
    return Entry.objects.order_by("-number")[0]


def senator(id="made-up"):
    """A made-up person becomes a senator."""
    names = {"kk": f"Ойдан {id}", "ru": f"Выдуманный {id}", "en": f"Invented {id}"}
    put(PersonRegistered(id=id, names=names, sources=("made up",)), f"person/{id}")
    told = {"since": "2024-03-01", "done_on": "2024-03-01", "sources": ("https://zakon.kz/1",)}
    return put(OfficeTaken(id=f"t-{id}", person=id, office="senator", **told), OFFICE)


def corrected(entry, day="2024-03-02"):
    told = {"changes": {"done_on": day, "since": day}, "reason": "a decree", "sources": ("d",)}
    fix = ActCorrected(subject=entry.stream, version=entry.version, **told)
    return put(fix, entry.stream)


def withdrawn(entry):
    told = {"reason": "no such act", "sources": ("made up",)}
    out = ActWithdrawn(subject=entry.stream, version=entry.version, **told)
    return put(out, entry.stream, "chief_curator")


def plain(words):
    """Words with plain spaces."""
    return words.replace("\xa0", " ")


def test_what_is_new_is_told_once_with_day_page_and_sources(reader):
    watching(reader, "offices/senator")
    senator()

    assert [send(MOMENT + DAY * n) for n in (1, 2, 3)] == [Sent(1), Sent(0, 1), Sent(0, 1)]
    (letter,) = mail.outbox
    assert letter.to == ["reader@example.org"] and letter.subject == "New in what you watch: 1"
    body = plain(letter.body)
    assert "1 March 2024. Office taken: Senator: Invented made-up" in body
    assert "/en/offices/senator" in body and "https://zakon.kz/1" in body


def test_what_was_recorded_before_is_no_news(reader):
    senator()
    watching(reader, "offices/senator")

    assert send(MOMENT + DAY) == Sent(0, 1) and not mail.outbox


def test_an_act_that_two_things_share_is_told_once(reader):
    watching(reader, "offices/senator", "bodies/senate")
    senator()
    send(MOMENT + DAY)

    assert mail.outbox[0].body.count("Invented made-up") == 1


def test_a_correction_a_further_source_and_a_withdrawal_are_news(reader):
    first, second, third = senator("one"), senator("two"), senator("three")
    watching(reader, "offices/senator")
    corrected(first)
    more = SourceAdded(subject=OFFICE, version=second.version, sources=("https://akorda.kz/1",))
    put(more, OFFICE)
    withdrawn(third)
    send(MOMENT + DAY)

    body = plain(mail.outbox[0].body)
    assert "Corrected. 2 March 2024" in body and "Source added. 1 March 2024" in body
    assert f"Withdrawn: entry No. {third.number}" in body


def test_what_came_and_went_since_the_last_letter_is_no_news(reader):
    watching(reader, "offices/senator")
    withdrawn(senator())

    assert send(MOMENT + DAY) == Sent(0, 1)


def test_a_letter_that_did_not_go_tells_the_same_again(reader, monkeypatch):
    watching(reader, "offices/senator")
    senator("one")
    whole = digests.EmailMessage.send
    monkeypatch.setattr(digests.EmailMessage, "send", lambda self: 1 / 0)
    assert send(MOMENT + DAY) == Sent(0, 0, 1)
    monkeypatch.setattr(digests.EmailMessage, "send", whole)
    senator("two")

    assert send(MOMENT + DAY + timedelta(hours=1)) == Sent(1)
    assert "Invented one" in mail.outbox[0].body and "Invented two" not in mail.outbox[0].body
    assert send(MOMENT + DAY * 3) == Sent(1) and "Invented two" in mail.outbox[1].body


def test_a_weekly_digest_waits_for_its_week(reader):
    watching(reader, "offices/senator", often="weekly")
    senator()

    assert send(MOMENT + DAY) == Sent() and send(MOMENT + DAY * 7) == Sent(1)


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_letter_is_in_the_readers_language(lang):
    watching(account("one", lang), "offices/senator")
    senator()
    send(MOMENT + DAY)

    assert phrase("watched.letter.subject", lang, {"n": 1}) == mail.outbox[0].subject
    assert f"/{lang}/timelines/offices/senator" in mail.outbox[0].body


def test_the_letter_ends_by_one_click_without_a_sign_in(reader):
    watching(reader, "offices/senator")
    senator()
    send(MOMENT + DAY)
    headers = mail.outbox[0].extra_headers
    path = re.search(r"http://[^/]+(/\S+?)>", headers["List-Unsubscribe"]).group(1)

    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert Client().get(path).status_code == 200 and Digest.objects.get().by_email
    assert Client(enforce_csrf_checks=True).post(path).status_code == 200
    assert not Digest.objects.get().by_email and Watch.objects.count() == 1
    assert Client().get(path[:-3] + "abc").status_code == 404


def test_letters_turned_on_again_tell_of_what_comes_from_then_on(reader):
    watching(reader, "offices/senator")
    keeping.mute(Digest.objects.get())
    senator("one")
    keeping.change(Digest.objects.get(), "daily", True, MOMENT)
    senator("two")
    send(MOMENT + DAY)

    assert "Invented two" in mail.outbox[0].body and "Invented one" not in mail.outbox[0].body


def test_watching_twice_is_watching_once_and_there_is_a_limit(reader, monkeypatch):
    watching(reader, "offices/senator", "offices/senator")
    assert Watch.objects.count() == 1
    monkeypatch.setattr(keeping, "MOST", 1)

    with pytest.raises(BadQuestion):
        keeping.watch(reader, subject("bodies", "senate"), MOMENT)


def test_the_button_of_a_timeline_watches_and_leaves(reader):
    client = Client()
    client.force_login(reader)
    sent = {"sort": "people", "thing": "azimova"}

    client.post("/en/account/watching/thing", {**sent, "do": "watch"})
    assert (
        phrase("watched.leave", "en") in client.get("/en/timelines/people/azimova").content.decode()
    )
    client.post("/en/account/watching/thing", {**sent, "do": "leave"})
    assert not Watch.objects.exists()
    assert client.post("/en/account/watching/thing", {**sent, "thing": "nobody"}).status_code == 404


def test_the_list_is_its_owners_alone(reader):
    watching(account("other", "en"), "people/azimova")
    client = Client()
    client.force_login(reader)

    assert "Azimova" not in client.get("/en/account/watching/").content.decode()
    assert Client().get("/en/account/watching/").status_code == 302


def test_a_closed_account_watches_nothing(reader):
    watching(reader, "people/azimova")
    erase(reader)

    assert not Watch.objects.exists() and not Digest.objects.exists()


def test_the_feed_tells_the_latest_to_anyone_and_a_correction_anew():
    entry = senator()
    before = feed("offices/senator")
    last = corrected(entry)
    after = feed("offices/senator")

    assert f"act/{entry.number}/{entry.number}<" in before
    assert f"act/{entry.number}/{last.number}<" in after and "Corrected. 2 March 2024" in after
    assert after.index("2 March 2024") < after.index("<entry>") + 600


def feed(path):
    answer = Client().get(f"/en/timelines/{path}/feed.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    return plain(answer.content.decode())


def test_a_feed_of_nothing_is_not_found():
    assert Client().get("/en/timelines/people/nobody/feed.atom").status_code == 404


def test_a_thing_that_is_no_more_does_not_hold_up_the_rest(reader):
    watching(reader, "offices/senator")
    Watch.objects.create(user=reader, sort="people", thing="gone", made_at=MOMENT, since=0)
    senator()

    assert [one.subject.id for one in new_of(reader, ledger(), 0)] == ["senator"]
