"""Letters: the applicant is told that there is news, once, and never what a petition contains."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail

from atazan.decisions.acts import ResolutionServed
from atazan.docket import acts, letters, watch
from atazan.docket.models import Delivery
from atazan.journal.models import Entry
from atazan.portal.models import Profile
from tests.docket_way import NORM, Way, at, by

pytestmark = pytest.mark.django_db
START = date(2026, 9, 1)
NOW = at(date(2026, 11, 20))
GROUND = "sr2-form-content"


@pytest.fixture
def citizen() -> User:
    user = User.objects.create_user("c-abcdefghij", email="reader@example.org")
    user.groups.add(Group.objects.get_or_create(name="citizen")[0])
    Profile.objects.update_or_create(user=user, defaults={"language": "en"})
    return user


def filed(citizen: User) -> Way:
    return Way(START, owner=citizen.get_username())


def returned(citizen: User) -> Way:
    way = filed(citizen)
    way.step(acts.PetitionReturned, by("registry"), grounds=(GROUND,), reasons="Canary reasons")
    return way


def test_each_step_that_concerns_the_applicant_is_one_letter_in_her_language(citizen: User) -> None:
    way = filed(citizen).registered().studied()

    assert letters.deliver(NOW) == 2  # filed, registered; the study is the Court's own
    assert [one.to for one in mail.outbox] == [["reader@example.org"]] * 2
    assert "passed the petition to the Chair" in mail.outbox[1].body
    assert mail.outbox[1].subject == f"Petition No. P-{way.id}: there is news"


def test_a_letter_never_goes_twice(citizen: User) -> None:
    filed(citizen)

    assert [letters.deliver(NOW) for _ in range(3)] == [1, 0, 0]
    assert letters.deliver(NOW + timedelta(days=9)) == 0
    assert len(mail.outbox) == 1


def test_one_who_comes_second_takes_nothing(citizen: User) -> None:
    filed(citizen)
    letters._take_up()
    number = Delivery.objects.get().entry

    assert letters._deliver(number, NOW) and not letters._deliver(number, NOW)
    assert len(mail.outbox) == 1


def test_a_letter_that_did_not_go_is_tried_again_after_a_while(citizen, monkeypatch) -> None:
    filed(citizen)
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", _fails)
        assert letters.deliver(NOW) == 0
    row = Delivery.objects.get()
    assert (row.tries, row.sent_at) == (1, None) and "away" in row.fault

    assert letters.deliver(NOW + timedelta(minutes=9)) == 0
    assert letters.deliver(NOW + timedelta(minutes=10)) == 1
    assert Delivery.objects.get().fault == ""


def _fails(*args: object, **more: object) -> int:
    raise ConnectionRefusedError("the mail server is away")


def test_a_letter_is_given_up_after_its_last_try_and_the_fault_stays(citizen, monkeypatch) -> None:
    filed(citizen)
    monkeypatch.setattr("django.core.mail.EmailMessage.send", _fails)
    for hours in range(0, 40, 2):
        letters.deliver(NOW + timedelta(hours=hours))

    row = Delivery.objects.get()
    assert (row.tries, row.sent_at) == (letters.TRIES, None) and "away" in row.fault


def test_the_whole_way_says_nothing_of_the_case(citizen: User) -> None:
    way = filed(citizen)
    way.admitted().in_session().retired().vote()
    way.adopt()
    way.day += timedelta(days=1)
    from atazan.decisions.publish import publish
    from atazan.journal.record import version_of

    seen = version_of(f"petition/{way.id}")
    publish(str(way.row.decision), by=by("publisher"), at=at(way.day), seen=seen)
    way.now(ResolutionServed, by("secretary"))

    assert letters.deliver(NOW) == 6
    told = [f"{one.subject}\n{one.body}" for one in mail.outbox]
    for words in ("Canary", NORM.work, NORM.provision, "conform", str(way.row.decision)):
        assert not any(words in one for one in told), words
    for letter in told:
        assert way.id in letter and f"/en/petitions/{way.id}/" in letter


def test_a_returned_petition_says_by_when_once_the_month_runs(citizen: User) -> None:
    way = returned(citizen)
    letters.deliver(NOW)
    assert "last day" not in mail.outbox[-1].body

    way.step(acts.NoticeReceived, way.owner, how="account")
    entry = Entry.objects.filter(kind="petition.returned/1").latest("number")
    letter = letters.letter_of(entry)
    assert letter is not None and letter.due is not None
    assert "The last day of the time you have is" in letter.body()


@pytest.mark.parametrize("what", sorted(set(letters.NEWS.values())))
def test_every_kind_of_news_has_words_in_three_languages(what: str) -> None:
    message = letters.Message("2026-00001", what, NOW, 1)
    said = {message.says("kk"), message.says("ru"), message.says("en")}
    assert len(said) == 3 and not any("{" in one for one in said)


def test_staff_who_filed_a_paper_petition_get_no_letter() -> None:
    clerk = User.objects.create_user("clerk", email="clerk@example.org")
    clerk.groups.add(Group.objects.get_or_create(name="registry")[0])
    Way(START, owner="clerk")

    assert letters.deliver(NOW) == 0
    assert mail.outbox == [] and Delivery.objects.get().fault == letters.NOBODY
    assert watch.letters() == []  # nobody to tell is no fault


def test_a_closed_account_gets_no_letter(citizen: User) -> None:
    filed(citizen)
    User.objects.update(is_active=False)
    assert letters.deliver(NOW) == 0


def test_the_account_reads_the_same_news_the_latest_first(citizen: User) -> None:
    way = returned(citizen)
    Way(START)  # somebody else's

    told = letters.messages(citizen.get_username())
    assert [(one.id, one.what) for one in told] == [(way.id, "returned"), (way.id, "filed")]


def test_letters_to_a_folder_go_with_the_answered_form_and_a_server_waits(
    citizen, settings
) -> None:
    filed(citizen)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert letters.soon(NOW) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert letters.soon(NOW) == 1


def test_the_command_tells_how_many_went_and_how_many_wait(citizen, capsys) -> None:
    from atazan.cli.main import main

    filed(citizen)
    assert main(["deliver"]) == 0
    assert capsys.readouterr().out == "1 sent, 0 waiting\n"
