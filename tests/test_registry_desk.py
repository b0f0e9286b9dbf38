"""The registry's desk: queue, file, return with its notice, paper, files, two clerks."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta

import msgspec
import pytest
from django.contrib.auth.models import Group, User

from atazan.docket import acts, filing
from atazan.docket.models import Petition
from atazan.institutions.bench import bench
from atazan.journal import private
from atazan.journal.record import version_of
from atazan.portal.day import today
from atazan.portal.models import Profile
from tests.docket_way import NORM, Way, at, by, do, facts_of

pytestmark = pytest.mark.django_db
QUEUE = "/en/desk/petitions/"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
    b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def signed_in(client, *roles, name=None):
    user, _ = User.objects.get_or_create(username=name or f"a-{roles[0]}")
    user.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles])
    if "chair" in roles:
        found = {"person": bench(today()).chair}
        Profile.objects.update_or_create(user=user, defaults=found)
    client.force_login(user)
    return client


@pytest.fixture
def clerk(client):
    return signed_in(client, "registry")


def page(answer) -> str:
    return answer.content.decode()


def at_file(way: Way) -> str:
    return f"{QUEUE}{way.id}"


def returning(**more) -> dict[str, str]:
    said = {"grounds": "sr2-form-content", "reason-sr2-form-content": "Canary reason"}
    return {**said, "done_on": today().isoformat(), **more}


def test_the_queue_shows_the_oldest_first_and_says_how_many(clerk):
    young, old = Way(ago(3)), Way(ago(9))

    text = page(clerk.get(QUEUE))

    assert text.index(old.id) < text.index(young.id)
    assert "9 days" in text and "of 2" in text.replace("\u00a0", " ")


def test_a_long_queue_is_never_cut(clerk):
    for _ in range(53):
        Way(ago(4))

    first = page(clerk.get(QUEUE))
    more = re.search(r"after=([0-9-]+)", first)
    second = page(clerk.get(f"{QUEUE}?after={more[1]}"))

    assert "1–50 of 53" in first and "51–53 of 53" in second
    assert len(set(re.findall(r"petitions/(2026-[0-9]+)", first + second))) == 53


def test_the_queue_is_narrowed_by_clerk_and_outcome(clerk):
    mine, other = Way(ago(5)), Way(ago(5))
    clerk.post(f"{at_file(mine)}/petition-taken", {"_seen": 1})

    text = page(clerk.get(f"{QUEUE}?who=me"))
    free = page(clerk.get(f"{QUEUE}?who=nobody"))

    assert mine.id in text and other.id not in text
    assert other.id in free and mine.id not in free
    assert clerk.get(f"{QUEUE}?outcome=nonsense").status_code == 404


def test_an_overdue_notice_stands_in_a_list_of_its_own(clerk):
    way = Way(ago(25)).admitted()

    text = page(clerk.get(QUEUE))

    assert "Overdue: 1" in text and way.id in text
    assert way.id in page(clerk.get(f"{QUEUE}?list=late"))
    assert way.id in page(clerk.get(f"{QUEUE}?list=notify"))


def test_a_returned_petition_waits_with_its_window(clerk):
    way = Way(ago(9))
    said = {"grounds": ("sr2-form-content",), "reasons": "words"}
    way.step(acts.PetitionReturned, by("registry"), **said)

    before = page(clerk.get(f"{QUEUE}?list=returned"))
    way.step(acts.NoticeReceived, by("registry"), how="post")

    assert "receipt of the notice not known" in before
    assert "Correction" in page(clerk.get(f"{QUEUE}?list=returned"))


@pytest.mark.parametrize("role", ["citizen", "admin", "judge", "publisher"])
def test_who_has_no_business_there_does_not_see_the_queue(client, role):
    assert signed_in(client, role).get(QUEUE).status_code == 403


def test_an_auditor_sees_numbers_and_no_person(client):
    way = Way(ago(5))
    auditor = signed_in(client, "auditor")

    for text in (page(auditor.get(QUEUE)), page(auditor.get(at_file(way)))):
        assert way.id in text and "Canary" not in text


def test_an_analyst_does_not_see_what_is_not_registered(client):
    way = Way(ago(5))

    assert signed_in(client, "analyst").get(at_file(way)).status_code == 404


def test_the_file_shows_what_the_applicant_saw_and_every_deed(clerk):
    way = Way(ago(9))

    text = page(clerk.get(at_file(way)))

    assert "Canary Applicant" in text and "Canary statement" in text
    assert "petition-returned" in text and "petition-registered" in text
    assert "petition-assigned" not in text
    assert "Petition filed." in text


def test_a_return_shows_its_notice_before_it_is_sent(clerk):
    way = Way(ago(9))
    address = f"{at_file(way)}/petition-returned"

    look = page(clerk.post(address, returning(_step="look", _seen=1)))
    nothing_yet = Petition.objects.get(pk=way.id).step
    sent = clerk.post(address, returning(_step="send", _seen=1))

    assert "Өтінішті қайтару туралы хабарлама" in look  # the petition is in Kazakh
    assert "Canary reason" in look
    assert nothing_yet == "lodged"
    assert sent.status_code == 303 and way.row.step == "returned"
    assert msgspec.json.decode(private.reveal(way.row.reasons)) == {
        "sr2-form-content": "Canary reason"
    }
    assert "Canary reason" in page(clerk.get(at_file(way)))


def test_grounds_of_the_day_come_with_what_they_do_to_the_first_day(clerk):
    way = Way(ago(9))

    text = page(clerk.get(f"{at_file(way)}/petition-returned"))

    assert 'value="sr2-form-content"' in text and 'value="rf2-no-competence"' not in text
    assert "the first day of filing is kept" in text
    assert "the first day of filing is not kept" in text


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"reason-sr2-form-content": " "}, "No words are written"),
        ({"grounds": ""}, "No ground is named"),
        ({"grounds": "rf2-no-competence", "reason-rf2-no-competence": "x"}, "is no ground"),
        ({"done_on": "31.02.2026"}, "The day cannot be read"),
        ({"done_on": "01.01.2027"}, "2027"),
    ],
)
def test_a_return_that_cannot_stand_is_told_in_words(clerk, told, words):
    way = Way(ago(9))

    answer = clerk.post(f"{at_file(way)}/petition-returned", returning(_seen=1, **told))

    assert answer.status_code == 422
    assert words in page(answer) and 'role="alert"' in page(answer)
    assert way.row.step == "lodged"


def test_of_two_clerks_the_slower_sees_both_and_loses_nothing(clerk):
    way = Way(ago(9))
    seen = version_of(f"petition/{way.id}")
    do(acts.PetitionTaken(id=way.id, done_on=today().isoformat(), clerk="b"), by("registry"))

    answer = clerk.post(f"{at_file(way)}/petition-returned", returning(_step="send", _seen=seen))
    text = page(answer)
    version = re.search(r'name="_seen" value="([0-9]+)"', text)[1]
    again = clerk.post(f"{at_file(way)}/petition-returned", returning(_step="send", _seen=version))

    assert answer.status_code == 409
    assert "Taken in hand." in text and "Canary reason" in text
    assert again.status_code == 303 and way.row.step == "returned"


def test_a_step_that_is_not_open_says_where_the_file_stands(clerk):
    way = Way(ago(9)).registered()

    answer = clerk.get(f"{at_file(way)}/petition-returned")

    assert answer.status_code == 409 and "passed to the Chair" in page(answer)


def test_a_deed_of_another_role_is_not_offered_and_not_done(clerk):
    way = Way(ago(9)).registered()

    assert clerk.get(f"{at_file(way)}/petition-assigned").status_code == 403


def test_paper_is_filed_with_its_scans(clerk, settings, tmp_path):
    settings.ATAZAN_VAULT = tmp_path
    scan = io.BytesIO(PDF)
    scan.name = "өтініш.pdf"
    told = {"name": "Canary Paper", "essence": "Canary words", "language": "kk", "file1": scan}

    answer = clerk.post(f"{QUEUE}new", {**told, "what1": "other"})
    row = Petition.objects.order_by("-id").first()

    assert answer.status_code == 303, page(answer)
    assert (row.channel, row.step) == ("paper", "lodged")
    file = clerk.get(f"{QUEUE}{row.id}/files/{row.files[0]['sha256']}")
    assert file["Content-Disposition"].startswith("attachment")
    assert file["X-Content-Type-Options"] == "nosniff"
    assert b"".join(file.streaming_content) == PDF


def test_a_petition_corrected_on_paper_keeps_its_first_day(clerk):
    way = Way(ago(9))
    said = {"grounds": ("sr2-form-content",), "reasons": "words"}
    way.step(acts.PetitionReturned, by("registry"), **said)
    address = f"{at_file(way)}/again"
    form = page(clerk.get(address))
    seen = re.search(r'name="_seen" value="([0-9]+)"', form)[1]
    told = {"name": "Canary Applicant", "essence": "Canary again", "language": "kk"}

    stale = clerk.post(address, {**told, "_seen": int(seen) - 1})
    done = clerk.post(address, {**told, "_seen": seen})

    assert "Canary statement" in form
    assert stale.status_code == 409 and "Canary again" in page(stale)
    assert done.status_code == 303
    assert (way.row.step, way.row.counts_on) == ("lodged", ago(9).isoformat())
    assert "counts as filed" in page(clerk.get(QUEUE))


def test_paper_without_a_name_and_with_a_bad_file_is_told(clerk):
    program = io.BytesIO(b"MZ\x90\x00" + bytes(200))
    program.name = "a.pdf"

    answer = clerk.post(f"{QUEUE}new", {"language": "kk", "essence": "x", "file1": program})

    assert answer.status_code == 422
    assert "No words are written" in page(answer)
    assert "a.pdf" in page(answer)


def test_files_are_for_those_who_see_files(client, clerk):
    way = Way(ago(9))
    auditor = signed_in(client, "auditor")

    assert auditor.get(f"{at_file(way)}/files/{'0' * 64}").status_code == 404


def test_likely_repeats_are_told_with_their_reason(clerk):
    facts, _ = facts_of(ago(5))
    person = msgspec.json.encode({"name": "Canary Twice", "iin": "900101300123"}).decode()
    words = msgspec.json.encode({"essence": "бір мәселе туралы бірдей сөз " * 9}).decode()
    told = {"language": "kk", "applicant": person, "statement": words, "facts": facts}
    first, second = (
        filing.file(filing.Handed(norms=(NORM,), **told), by=by("citizen"), at=at(ago(5))).id
        for _ in range(2)
    )

    text = page(clerk.get(f"{QUEUE}{second}"))

    assert first in text and "same applicant, same provision, text agrees 100" in text


def test_a_change_made_on_paper_is_recorded_with_its_provisions(client):
    clerk, way = signed_in(client, "registry"), Way(ago(24)).admitted()
    address = f"{QUEUE}{way.id}/petition-changed"
    seen = version_of(f"petition/{way.id}")
    form = page(clerk.get(address))
    key = f"{NORM.work} {NORM.provision}"
    assert f'value="{key}" checked' in form and "Canary statement" in form
    told = {"done_on": today().isoformat(), "_seen": seen, "statement": "Canary change"}
    none = clerk.post(address, {**told, "_step": "look"})
    unknown = {"norm_act": "Canary act", "norm_provision": "1"}
    wrong = clerk.post(address, {**told, **unknown, "norms": key, "_step": "look"})

    added = {"norms": key, "norm_act": "ГПК", "norm_provision": "152"}
    look = clerk.post(address, {**told, **added, "_step": "look"})
    done = clerk.post(address, {**told, **added, "_step": "send"})

    assert none.status_code == wrong.status_code == 422
    assert "Keep at least one" in page(none) and "Canary act" in page(wrong)
    assert look.status_code == 200, page(look)
    assert done.status_code == 303
    assert [one["provision"] for one in way.row.norms] == [NORM.provision, "art_152"]
    assert private.reveal(way.row.statement) == "Canary change"


def test_the_registry_tells_the_participants_of_each_thing_once(client):
    clerk, way = signed_in(client, "registry"), Way(ago(24)).admitted()
    way.now(acts.ParticipantsNotified, by("secretary"))
    file = page(clerk.get(at_file(way)))
    assert "participants-notified" not in file and "petition-adapted" not in file
    way.in_session()
    way.now(acts.SessionAdjourned, by("secretary"), cause="absence")

    form = page(clerk.get(f"{at_file(way)}/participants-notified"))

    assert re.search(r'value="adjournment" checked', form)
