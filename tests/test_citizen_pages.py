"""The citizen's pages: a draft saved as it goes, filed once, followed, corrected, withdrawn."""

import io
import json
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pikepdf import Pdf

from atazan.docket import acts, drafts
from atazan.docket.citizen.acting import acts_open
from atazan.docket.citizen.asking import PAGES
from atazan.docket.citizen.tracker import _MAIN
from atazan.docket.drafts import Draft
from atazan.docket.models import Petition
from atazan.docket.sight import Viewer
from atazan.docket.steps import STEP
from atazan.journal.models import Entry
from atazan.journal.record import version_of
from atazan.portal.accounts.roles import give
from atazan.rules.day import day_in_astana
from atazan.rules.iin import iin_fault
from atazan.rules.words import all_words, phrase
from tests.docket_way import Way, by, do
from tests.test_check_pages import MAY

pytestmark = pytest.mark.django_db
LANGS = ("kk", "ru", "en")
TODAY = day_in_astana(datetime.now(UTC))
IIN = next(n for n in (f"90010130001{d}" for d in range(10)) if iin_fault(n) is None)
PERSON = {"name": "Canary Айгүл Серікқызы", "iin": IIN, "address": "Canary көшесі, 1"}
WRITTEN = {
    "language": {"language": "kk"},
    "you": PERSON,
    "essence": {"essence": "Canary essence"},
    "grounds": {"grounds": "Canary grounds"},
    "request": {"request": "Canary request"},
    "facts": {"facts": "Canary facts"},
    "remedies": {"other_remedies": ""},
    "norms": {"norms": "Canary norms"},
    "translation": {"translation": "not_needed"},
}


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def client_class():
    return Client


@pytest.fixture
def aigul(client):
    """A citizen, signed in."""
    return signed_in(client, "a-citizen")


def signed_in(client, name, role="citizen"):
    user, _ = User.objects.get_or_create(username=name)
    give(user, role)
    client.force_login(user)
    return client


def begun(client, answers=MAY):
    """A draft made of the answers of a check."""
    answer = client.post(f"/ru/petitions/new?{urlencode(answers)}")
    assert answer.status_code == 302
    return Draft.objects.latest("changed_at")


def write(client, draft, page, lang="ru", **more):
    draft.refresh_from_db()
    sent = {"seen": draft.version, **WRITTEN.get(page, {}), **more}
    return client.post(f"/{lang}/petitions/draft/{draft.id}/{page}", sent)


def written(client):
    draft = begun(client)
    for page in WRITTEN:
        assert write(client, draft, page).status_code == 302, page
    return draft


def filed(client):
    draft = written(client)
    answer = client.post(f"/ru/petitions/draft/{draft.id}/review", {"truth": "yes"})
    assert answer.status_code == 302, answer.content.decode()
    return Petition.objects.latest("entry")


def pdf():
    made, out = Pdf.new(), io.BytesIO()
    made.add_blank_page()
    made.save(out)
    return out.getvalue()


def upload(client, draft, *sent, **more):
    files = [SimpleUploadedFile(name, content) for name, content in sent]
    return client.post(
        f"/ru/petitions/draft/{draft.id}/files", {"files": files, "add": "yes", **more}
    )


def text(answer):
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(plain.replace("\u00a0", " ").split())


def test_every_step_page_field_and_deed_has_its_words():
    steps = {*filter(None, STEP.values())}
    wanted = [f"tracker.{part}.{step}" for part in ("title", "lede", "wait") for step in steps]
    wanted += [f"tracker.{part}.{step}" for part in ("then", "who", "when") for step in _MAIN]
    for page in PAGES:
        wanted += [page.title, f"draft.{page.id}.hint"]
        wanted += [f"draft.field.{one.name}" for one in page.fields if len(page.fields) > 1]
        wanted += [f"draft.bad.{one.name}" for one in page.fields if one.required]
    assert [key for key in wanted if key not in all_words()] == []


def test_the_answers_of_the_check_survive_the_sign_in(client):
    address = f"/ru/petitions/new?{urlencode(MAY)}"
    answer = client.post(address)
    assert answer["Location"].startswith("/ru/sign-in/?next=")

    signed_in(client, "a-citizen")
    assert phrase("new.with", "ru") in text(client.get("/ru/petitions/new"))
    client.post("/ru/petitions/new")

    assert Draft.objects.get().answers["appeal"] == "yes"
    assert not client.cookies["check"].value  # nothing is left on the device


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_of_a_draft_opens_in_every_language(aigul, lang):
    draft = written(aigul)
    upload(aigul, draft, ("акт.pdf", pdf()))
    pages = ["", "files", "review", "delete", *WRITTEN]
    for page in pages:
        answer = aigul.get(f"/{lang}/petitions/draft/{draft.id}/{page}")
        assert answer.status_code == 200, page
        assert not re.search(r"\b(draft|citizen|receipt)\.[a-z]", text(answer)), page


def test_a_page_is_saved_with_its_faults_and_resumed_on_another_device(aigul, client_class):
    draft = begun(aigul)
    answer = write(aigul, draft, "you", iin="900101300018")

    assert answer.status_code == 422
    assert phrase("draft.bad.iin_check", "ru").split(".")[0] in text(answer)
    other = signed_in(client_class(), "a-citizen")
    assert "900101300018" in other.get(f"/kk/petitions/draft/{draft.id}/you").content.decode()


def test_two_devices_lose_nothing(aigul):
    draft = begun(aigul)
    old = draft.version
    write(aigul, draft, "essence", essence="first device")
    answer = write(aigul, draft, "essence", essence="second device", seen=old)

    assert answer.status_code == 409
    assert "first device" in text(answer)
    assert "second device" in text(answer)
    draft.refresh_from_db()
    assert draft.told["essence"] == "first device"


def test_words_sent_after_the_session_ended_are_shown(aigul):
    draft = begun(aigul)
    aigul.logout()
    answer = write(aigul, draft, "essence", essence="long words")

    assert answer.status_code == 403
    assert "long words" in text(answer)


def test_another_account_finds_nothing(aigul, client_class):
    draft, row = written(aigul), filed(aigul)
    other = signed_in(client_class(), "b-citizen")
    for path in (
        f"draft/{draft.id}/",
        f"draft/{draft.id}/review",
        f"{row.id}/",
        f"{row.id}/receipt",
        f"{row.id}/file",
        f"{row.id}/download",
        f"{row.id}/papers/receipt.pdf",
        f"{row.id}/withdraw",
    ):
        assert other.get(f"/ru/petitions/{path}").status_code == 404, path
    registry = signed_in(client_class(), "a-registry", "registry")
    assert registry.get(f"/ru/petitions/draft/{draft.id}/").status_code == 403


def test_a_file_refused_is_told_and_those_taken_stay(aigul):
    draft = begun(aigul)
    answer = upload(aigul, draft, ("good.pdf", pdf()), ("empty.pdf", b""), ("photo.png", pdf()))

    assert answer.status_code == 422
    assert "empty.pdf" in text(answer)
    assert "photo.png" in text(answer)
    assert [one.name for one in draft.files.all()] == ["good.pdf"]
    draft.refresh_from_db()
    answer = upload(aigul, draft, ("a.txt", b"same"), ("b.txt", b"same"))
    assert phrase("draft.bad.file_twice", "ru", {"name": "b.txt"}) in text(answer)
    assert draft.files.count() == 2


def test_a_file_is_named_by_the_law_and_taken_away(aigul):
    draft = begun(aigul)
    upload(aigul, draft, ("good.pdf", pdf()))
    one = draft.files.get()
    sent = {f"what-{one.pk}": "a04-judicial-decision", "go": "yes"}
    aigul.post(f"/ru/petitions/draft/{draft.id}/files", sent)
    assert draft.files.get().what == "a04-judicial-decision"

    aigul.post(f"/ru/petitions/draft/{draft.id}/files", {"remove": one.pk})
    assert draft.files.count() == 0


def test_filing_needs_the_word_that_it_is_true(aigul):
    draft = written(aigul)
    answer = aigul.post(f"/ru/petitions/draft/{draft.id}/review")

    assert answer.status_code == 422
    assert phrase("review.not_yet", "ru") in text(answer)
    assert not Petition.objects.filter(filed_on=TODAY.isoformat()).exists()


def test_a_petition_is_filed_though_the_check_says_no(aigul):
    draft = begun(aigul, {**MAY, "appeal": "none"})
    for page in WRITTEN:
        write(aigul, draft, page)
    shown = text(aigul.get(f"/ru/petitions/draft/{draft.id}/review"))
    assert phrase("review.anyway", "ru") in shown

    aigul.post(f"/ru/petitions/draft/{draft.id}/review", {"truth": "yes"})
    row = Petition.objects.latest("entry")
    assert row.step == "lodged"
    assert row.found["grounds"]


def test_a_draft_is_filed_once_and_emptied(aigul):
    draft = written(aigul)
    upload(aigul, draft, ("good.pdf", pdf()))
    address = f"/ru/petitions/draft/{draft.id}/review"
    first = aigul.post(address, {"truth": "yes"})
    second = aigul.post(address, {"truth": "yes"})

    assert first["Location"] == second["Location"]
    draft.refresh_from_db()
    assert (draft.told, draft.answers, draft.files.count()) == ({}, {}, 0)
    assert draft.filed in first["Location"]


def test_no_personal_word_of_a_filing_stands_in_the_journal(aigul):
    row = filed(aigul)
    bodies = Entry.objects.filter(stream=f"petition/{row.id}").values_list("body", flat=True)

    assert "Canary" not in "".join(bodies)
    assert IIN not in "".join(bodies)


@pytest.mark.parametrize("lang", LANGS)
def test_the_receipt_tells_number_code_and_files(aigul, lang):
    draft = written(aigul)
    upload(aigul, draft, ("good.pdf", pdf()))
    sha256 = draft.files.get().sha256
    aigul.post(f"/ru/petitions/draft/{draft.id}/review", {"truth": "yes"})
    row = Petition.objects.latest("entry")
    page = text(aigul.get(f"/{lang}/petitions/{row.id}/receipt"))

    assert row.id in page
    assert row.code in page
    assert sha256 in page
    made = aigul.get(f"/{lang}/petitions/{row.id}/papers/receipt.pdf")
    again = aigul.get(f"/{lang}/petitions/{row.id}/papers/receipt.pdf")
    assert made.content[:5] == b"%PDF-"
    assert made.content == again.content


def test_anyone_verifies_a_receipt_and_learns_no_name_word_or_step(aigul, client_class):
    draft = written(aigul)
    content = pdf()
    upload(aigul, draft, ("good.pdf", content))
    aigul.post(f"/ru/petitions/draft/{draft.id}/review", {"truth": "yes"})
    row = Petition.objects.latest("entry")
    anyone = client_class()
    found = anyone.get("/ru/receipt/", {"no": row.code.lower().replace("-", " ")})
    assert found["Location"] == f"/ru/verify/{row.code}"
    page = text(anyone.get(found["Location"]))

    assert row.id in page
    assert row.files[0]["sha256"] in page
    for secret in ("Canary", "good.pdf", IIN, "lodged", "a-citizen"):
        assert secret not in page
    sent = {"file": SimpleUploadedFile("x.pdf", content)}
    assert phrase("verify.matches", "ru", {"n": 1}) in text(anyone.post(found["Location"], sent))
    other = {"file": SimpleUploadedFile("x.pdf", b"other")}
    assert phrase("verify.no_match", "ru") in text(anyone.post(found["Location"], other))
    assert anyone.post(found["Location"]).status_code == 422
    assert anyone.get("/ru/verify/AAAA-BBBB-CCCC").status_code == 404


def test_a_returned_petition_is_opened_corrected_and_keeps_its_day(aigul):
    row = filed(aigul)
    told = {"grounds": ("sr2-form-content",), "reasons": '{"sr2-form-content": "No copy"}'}
    returned = acts.PetitionReturned(id=row.id, done_on=TODAY.isoformat(), **told)
    do(returned, by("registry"))
    page = text(aigul.get(f"/ru/petitions/{row.id}/"))
    assert phrase("act.notice.title", "ru") in page
    assert "No copy" not in page  # a GET opens no notice
    row.refresh_from_db()
    assert row.noticed_on is None

    seen = version(row)
    aigul.post(f"/ru/petitions/{row.id}/notice", {"seen": seen})
    aigul.post(f"/ru/petitions/{row.id}/notice", {"seen": seen})
    row.refresh_from_db()
    assert row.noticed_on == TODAY.isoformat()
    page = text(aigul.get(f"/ru/petitions/{row.id}/"))
    assert "No copy" in page
    notice = aigul.get(f"/ru/petitions/{row.id}/papers/return-notice.pdf")
    assert notice.content[:5] == b"%PDF-"

    answer = aigul.post(f"/ru/petitions/{row.id}/correct")
    draft = Draft.objects.get(petition=row.id)
    assert str(draft.id) in answer["Location"]
    assert draft.told["essence"] == "Canary essence"
    assert draft.told["iin"] == IIN
    write(aigul, draft, "essence", essence="Corrected essence")
    answer = aigul.post(f"/ru/petitions/draft/{draft.id}/review", {"truth": "yes"})
    assert answer.status_code == 302, text(answer)
    row.refresh_from_db()
    assert (row.step, row.counts_on) == ("lodged", TODAY.isoformat())
    assert "Corrected essence" in text(aigul.get(f"/ru/petitions/{row.id}/file"))


@pytest.mark.parametrize(
    ("day", "ground", "lede"),
    [
        (date(2026, 6, 15), "sr2-form-content", "returned_fee"),
        (date(2026, 6, 15), "sr4-fee-unpaid", "returned_fee"),
        (date(2026, 7, 15), "sr2-form-content", "returned"),
        (date(2026, 6, 15), "sr5-conditions", "returned_not_kept"),
        (date(2026, 7, 15), "sr1-no-competence", "returned_not_kept"),
    ],
)
def test_a_return_promises_the_first_day_only_where_its_ground_can_be_put_right(
    aigul, day, ground, lede
):
    way = Way(day, owner="a-citizen")
    way.step(acts.PetitionReturned, by("registry"), grounds=(ground,), reasons="Canary reasons")
    kept = lede != "returned_not_kept"
    pages = {one: text(aigul.get(f"/{one}/petitions/{way.id}/")) for one in LANGS}
    told = json.loads(aigul.get(f"/ru/petitions/{way.id}/", {"format": "json"}).content)

    for lang, page in pages.items():
        page = page.replace("\u00a0", " ")
        assert phrase(f"tracker.lede.{lede}", lang) in page
        assert (phrase("tracker.unread_not_kept", lang) in page) is not kept
    assert (told["next"][0]["provision"] == "art_47__para_4") is kept


def version(row):
    return version_of(f"petition/{row.id}")


def test_a_petition_is_withdrawn_before_admission(aigul):
    row = filed(aigul)
    address = f"/ru/petitions/{row.id}/withdraw"
    assert phrase("act.withdraw.means", "ru")[:30] in text(aigul.get(address))
    stale = aigul.post(address, {"seen": 0})
    assert stale.status_code == 409
    answer = aigul.post(address, {"seen": version(row)})

    assert answer.status_code == 302
    row.refresh_from_db()
    assert row.step == "withdrawn"
    assert phrase("tracker.title.withdrawn", "ru") in text(aigul.get(f"/ru/petitions/{row.id}/"))
    assert aigul.get(address).status_code == 404


@pytest.fixture
def way():
    """A petition begun some days ago, so that its steps lie in the past."""
    return Way(TODAY - timedelta(days=60), owner="a-citizen")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "to", ["registered", "studied", "before_three", "admitted", "in_session", "decided"]
)
def test_the_tracker_tells_each_step_and_never_how_it_was_voted(aigul, way, to, lang):
    steps = {
        "registered": way.registered,
        "studied": lambda: way.registered().studied(),
        "before_three": lambda: way.registered().studied().before_three().vote(),
        "admitted": way.admitted,
        "in_session": lambda: way.admitted().in_session(),
        "decided": way.decided,
    }
    steps[to]()
    answer = aigul.get(f"/{lang}/petitions/{way.id}/")
    page = text(answer)

    assert answer.status_code == 200
    assert phrase(f"tracker.title.{way.row.step}", lang).replace("\u00a0", " ") in page
    assert not re.search(r"\b(tracker|act|step)\.[a-z]", page)
    assert "Canary report" not in page
    assert "Canary minutes" not in page
    for judge in way.judges(11):
        assert judge not in page
    told = json.loads(aigul.get(f"/{lang}/petitions/{way.id}/", {"format": "json"}).content)
    kinds = [one["act"] for one in told["done"]]
    assert not {"vote.cast/1", "study.reported/1", "minutes.kept/1"} & set(kinds)
    assert told["step"] == way.row.step


def test_the_day_of_the_decision_stands_with_its_arithmetic(aigul, way):
    way.admitted()
    page = text(aigul.get(f"/ru/petitions/{way.id}/"))
    told = json.loads(aigul.get(f"/ru/petitions/{way.id}/", {"format": "json"}).content)
    clock = next(one for one in told["clocks"] if one["what"] == "decision")

    assert phrase("tracker.clock.decision", "ru") in page
    admitted = next(one for one in told["done"] if one["act"] == "petition.admitted/1")
    assert admitted["by"] == "court"  # whoever recorded it
    assert clock["due"]
    assert clock["arithmetic"]
    assert [one["step"] for one in told["next"]][:2] == ["in_session", "deliberation"]
    ruling = aigul.get(f"/kk/petitions/{way.id}/papers/admission-ruling.pdf")
    assert ruling.content[:5] == b"%PDF-"


def test_the_applicant_changes_the_ground_and_asks_to_withdraw_after_admission(aigul, way):
    way.admitted()
    address = f"/ru/petitions/{way.id}/change"
    assert aigul.get(address).status_code == 200
    sent = {"seen": version(way.row), "keep": "0", "essence": "Changed essence"}
    wrong = aigul.post(address, {**sent, "act": "Закон о небывалом", "provision": "статья 1"})
    assert wrong.status_code == 422
    assert "Changed essence" in wrong.content.decode()
    assert aigul.post(address, sent).status_code == 302
    assert "Changed essence" in text(aigul.get(f"/ru/petitions/{way.id}/file"))
    none_kept = aigul.post(address, {"seen": version(way.row), "essence": "x"})
    assert none_kept.status_code == 422

    aigul.post(f"/ru/petitions/{way.id}/withdraw", {"seen": version(way.row)})
    assert way.row.withdrawn_on
    assert way.row.step == "admitted"


def test_a_demand_for_the_courts_decision_is_offered_to_30_june_2026_only(aigul):
    viewer = Viewer("a-citizen", ("citizen",))
    way = Way(date(2026, 6, 1), owner="a-citizen")
    told = {"grounds": ("sr2-form-content",), "reasons": "x"}
    way.step(acts.PetitionReturned, by("registry"), **told)
    way.now(acts.NoticeReceived, way.owner, how="account")

    names = [one.name for one in acts_open(way.row, viewer, date(2026, 6, 30))]
    assert names == ["correct", "demand", "withdraw"]
    assert "demand" not in [one.name for one in acts_open(way.row, viewer, date(2026, 7, 1))]


def test_a_petition_pending_on_1_july_2026_is_brought_into_line(aigul):
    way = Way(date(2026, 6, 1), owner="a-citizen").registered()
    address = f"/ru/petitions/{way.id}/adapt"
    assert aigul.get(address).status_code == 200
    empty = aigul.post(address, {"seen": version(way.row)})
    assert empty.status_code == 422
    aigul.post(address, {"seen": version(way.row), "essence": "New constitution"})

    assert way.row.adapted_on == TODAY.isoformat()
    assert aigul.get(address).status_code == 404


def test_everything_is_taken_away_in_one_file(aigul):
    draft = written(aigul)
    content = pdf()
    upload(aigul, draft, ("акт.pdf", content))
    aigul.post(f"/ru/petitions/draft/{draft.id}/review", {"truth": "yes"})
    row = Petition.objects.latest("entry")
    answer = aigul.get(f"/ru/petitions/{row.id}/download")
    pack = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))

    names = pack.namelist()
    assert names == ["way.json", "petition.json", "files/01 акт.pdf", "papers/receipt.pdf"]
    assert pack.read("files/01 акт.pdf") == content
    assert json.loads(pack.read("petition.json"))["applicant"]["iin"] == IIN
    one = aigul.get(f"/ru/petitions/{row.id}/files/{row.files[0]['sha256']}")
    assert b"".join(one.streaming_content) == content


def test_drafts_nobody_changed_for_sixty_days_are_deleted(aigul):
    draft = begun(aigul)
    upload(aigul, draft, ("good.pdf", pdf()))
    draft.refresh_from_db()
    assert drafts.known_files() == {draft.files.get().sha256}
    assert drafts.sweep(draft.changed_at + timedelta(days=59)) == 0
    assert drafts.sweep(draft.changed_at + timedelta(days=61)) == 1
    assert drafts.known_files() == set()


def test_the_list_tells_what_each_waits_for(aigul, way):
    way.admitted()
    begun(aigul)
    page = text(aigul.get("/kk/petitions/"))

    assert phrase("tracker.title.admitted", "kk") in page
    assert phrase("letter.news.admitted", "kk") in page
    assert MAY["act"] in page
    assert "Message(" not in page and "datetime." not in page


def test_a_joined_petition_follows_the_case(aigul):
    lead = Way(TODAY - timedelta(days=60), owner="b-citizen").admitted()
    way = Way(TODAY - timedelta(days=60), owner="a-citizen").admitted()
    way.step(acts.PetitionJoined, by("chair"), into=lead.id)
    lead.day = way.day
    lead.in_session()
    told = json.loads(aigul.get(f"/ru/petitions/{way.id}/", {"format": "json"}).content)

    assert told["case"] == lead.id
    assert "hearing.convened/1" in [one["act"] for one in told["done"]]
