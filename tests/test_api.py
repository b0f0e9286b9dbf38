"""The API: the same answers as the portal, as JSON, and the same one way in for deeds."""

import base64
import json
import re
import shlex
from datetime import date
from urllib.parse import quote, unquote

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile

from atazan.api.door import SAMPLES
from atazan.api.handing import EXAMPLE
from atazan.api.models import NoSuchRole, make_token
from atazan.api.record import registers
from atazan.cli.main import main
from atazan.journal.models import Entry, Head
from atazan.journal.verify import checkpoint, receipt_holds
from atazan.rules.words import phrase
from tests.conftest import MOMENT
from tests.docket_way import Way
from tests.journal.building import done, person
from tests.law_texts import imported, written

pytestmark = pytest.mark.django_db


def get(client, path):
    return client.get(f"/api/{path}").json()


def sent(client, body, user="aigul:long enough", **headers):
    if user:
        headers["Authorization"] = "Basic " + base64.b64encode(user.encode()).decode()
    answer = client.post("/api/acts", json.dumps(body), "application/json", headers=headers)
    return answer.status_code, answer.json()


@pytest.fixture
def keeper():
    user = User.objects.create_user("aigul", password="long enough")
    user.groups.add(Group.objects.get_or_create(name="curator")[0])
    return user


NEW = {"kind": "person.registered/1", "id": "new-person", "names": {"en": "New"}, "sources": ["x"]}


def test_a_rule_is_told_as_of_a_day_with_all_its_versions(client):
    before = get(client, "rules/citizen.judicial_act?on=2026-06-30")
    after = get(client, "rules/citizen.judicial_act?on=2026-07-01")
    unknown = client.get("/api/rules/no.such.rule")

    assert unknown.status_code == 404
    assert "GET /api/rules" in unknown.json()["problems"][0]["says"]
    assert before["versions"] == after["versions"] and len(after["versions"]) == 2
    assert before["rule"] == after["versions"][0] and after["rule"] == after["versions"][1]


def test_the_rules_of_two_days_differ(client):
    old = {one["id"] for one in get(client, "rules?on=2026-06-30")["rules"]}
    new = {one["id"] for one in get(client, "rules?on=2026-07-01")["rules"]}

    assert old - new and new - old


def test_who_held_an_office_on_a_day(client):
    told = get(client, "offices/constitutional_court_chair?on=2024-05-01")

    assert [one["person"] for one in told["holders"]] == ["azimova"]
    assert client.get("/api/offices/vizier").status_code == 404


@pytest.mark.parametrize(("day", "state"), [("2026-06-30", "in_force"), ("2026-07-01", "repealed")])
def test_how_a_provision_stood_on_a_day(client, day, state):
    told = get(client, f"norms/cl-court-2022/40?on={day}")

    assert told["state"] == state


def test_every_register_can_be_read_to_its_end(client):
    names = {one["name"]: one["rows"] for one in get(client, "registers")}

    assert set(names) == set(registers())
    read, after = 0, ""
    while after is not None:
        page = get(client, f"registers/institutions.person?limit=20&after={after}")
        read, after = read + len(page["rows"]), page["next"]
    assert read == names["institutions.person"] > 70


def test_a_receipt_over_http_proves_its_entry(client):
    number = done(person()).number
    point = checkpoint(MOMENT)

    assert receipt_holds(get(client, f"receipts/{number}"), point.root)
    assert client.get(f"/api/receipts/{number + 1}").status_code == 404


def test_a_petition_is_assessed_in_the_language_asked(client):
    body = {"applicant": {"capacity": "foreigner"}, "challenged": [{"act": "X", "provision": "1"}]}

    told = client.post("/api/check?on=2026-09-18&lang=ru", json.dumps(body), "application/json")
    bad = client.post("/api/check?lang=kk", "{}", "application/json")

    assert told.json()["may_apply"] is False
    assert told.json()["grounds"][0]["work"].startswith("/akn/kz/act/")
    assert bad.status_code == 422


def test_a_deed_needs_a_user_who_holds_the_role(client, keeper):
    before = Head.objects.get(pk=1).size

    assert sent(client, {"act": NEW, "seen": 0, "role": "curator"}, user=None)[0] == 401
    assert sent(client, {"act": NEW, "seen": 0, "role": "curator"}, "aigul:wrong")[0] == 401
    assert sent(client, {"act": NEW, "seen": 0, "role": "chief_curator"})[0] == 403
    assert Head.objects.get(pk=1).size == before


def test_a_deed_is_recorded_and_a_stale_one_shows_both(client, keeper):
    status, told = sent(client, {"act": NEW, "seen": 0, "role": "curator"})
    stale, both = sent(client, {"act": NEW, "seen": 0, "role": "curator"})

    assert (status, told["stream"], told["version"]) == (200, "person/new-person", 1)
    assert stale == 409 and both["problems"][0]["yours"] and both["problems"][0]["theirs"]


def test_a_deed_that_cannot_be_read_is_told_what_is_wrong(client, keeper):
    status, told = sent(client, {"act": {**NEW, "shoe": 44}, "seen": 0, "role": "curator"})

    assert status == 422 and "shoe" in told["problems"][0]["says"]


def test_the_schema_names_every_path(client):
    paths = get(client, "openapi.json")["paths"]

    assert {"/api/check", "/api/acts", "/api/rules", "/api/offices/{office}"} <= set(paths)


def account(role, name=None):
    user = User.objects.create_user(name or f"k-{role}", password="long enough")
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user


def as_program(user, role, **more):
    return {"Authorization": f"Bearer {make_token(user, role, MOMENT, **more)}"}


def post(client, path, body, key):
    return client.post(f"/api/{path}", json.dumps(body), "application/json", headers=key)


def test_a_petition_is_filed_followed_and_withdrawn_by_a_program(client):
    key = as_program(account("citizen"), "citizen")
    file = SimpleUploadedFile("court.txt", "Сот актісі".encode())
    sent = client.post("/api/files", {"file": file}, headers=key).json()
    files = [{"sha256": sent["sha256"], "what": "other"}]

    filed = post(client, "petitions", {**EXAMPLE, "files": files}, key)
    number = filed.json()["number"]
    told = client.get(f"/api/petitions/{number}?lang=en", headers=key).json()
    proof = get(client, f"receipts/by-code/{filed.json()['code']}")
    stale = post(client, f"petitions/{number}/withdrawn", {"seen": 0}, key)
    done = post(client, f"petitions/{number}/withdrawn", {"seen": told["version"]}, key)

    assert filed.status_code == 201 and filed["Location"] == f"/api/petitions/{number}"
    assert (told["step"], told["says"], told["own"]) == ("lodged", "lodged", True)
    assert told["files"][0]["name"] == "court.txt" and told["contact"]["address"] == "Астана"
    assert proof["filings"][0]["files"] == [{"sha256": sent["sha256"], "size": sent["size"]}]
    assert set(proof) == {"number", "code", "filings"}
    assert stale.status_code == 409 and stale.json()["problems"][0]["version"] == 1
    assert "theirs" not in stale.json()["problems"][0]
    assert done.status_code == 200 and done.json()["version"] == 2


def test_nobody_names_a_file_that_another_account_sent(client):
    key = as_program(account("citizen"), "citizen")
    other = as_program(account("citizen", "k-other"), "citizen")
    file = SimpleUploadedFile("court.txt", b"words")
    sent = client.post("/api/files", {"file": file}, headers=key).json()
    body = {**EXAMPLE, "files": [{"sha256": sent["sha256"]}]}

    answer = post(client, "petitions", body, other)

    assert answer.status_code == 422
    assert answer.json()["problems"][0]["field"] == "files.sha256"


def test_a_file_that_cannot_be_taken_is_told_in_the_language_asked(client):
    key = as_program(account("citizen"), "citizen")
    empty = SimpleUploadedFile("empty.pdf", b"")

    for lang in ("kk", "ru", "en"):
        answer = client.post(f"/api/files?lang={lang}", {"file": empty}, headers=key)
        said = phrase("file.empty", lang, {"name": "empty.pdf"})
        assert answer.status_code == 422 and answer.json()["problems"][0]["says"] == said


def test_another_persons_petition_is_no_petition_and_the_queue_is_for_staff(client):
    way = Way(date(2026, 7, 2))
    citizen = as_program(account("citizen"), "citizen")
    clerk = as_program(account("registry"), "registry")
    admin = as_program(account("admin"), "admin")

    assert client.get(f"/api/petitions/{way.id}", headers=citizen).status_code == 404
    assert client.get(f"/api/petitions/{way.id}", headers=admin).status_code == 404
    assert client.get("/api/queue", headers=citizen).status_code == 403
    assert client.get("/api/queue", headers=admin).status_code == 403
    queue = client.get("/api/queue", headers=clerk).json()
    assert way.id in [one["number"] for one in queue["petitions"]]
    assert get(client, "cases")["total"] == 0


def test_a_case_stands_in_the_public_register_with_its_periods(client):
    way = Way(date(2026, 7, 2)).admitted()

    case = get(client, f"cases/{way.id}")
    told = get(client, f"petitions/{way.id}?lang=ru")

    assert case["step"] == "admitted" and case["decision"] is None and "applicant" not in case
    due = {one["what"]: one for one in told["clocks"]}
    assert due["decision"]["provision"].startswith("art_53") and due["decision"]["explained"]
    assert told["version"] is None


def test_outside_a_demo_a_password_alone_opens_nothing(client, keeper, settings):
    settings.ATAZAN_DEMO = False
    body = {"act": NEW, "seen": 0, "role": "curator"}

    status, told = sent(client, body)
    done = post(client, "acts", body, as_program(keeper, "curator"))

    assert status == 401 and told["problems"][0]["says"] == phrase("api.password_alone", "kk")
    assert done.status_code == 200


def test_a_key_opens_one_role_until_it_ends(client):
    user = account("citizen")
    past = as_program(user, "citizen", ends_at=MOMENT)
    key = as_program(user, "citizen")

    assert client.get("/api/petitions", headers=past).status_code == 401
    assert client.get("/api/petitions", headers=key).status_code == 200
    with pytest.raises(NoSuchRole):
        make_token(user, "judge", MOMENT)
    user.groups.clear()
    assert client.get("/api/petitions", headers=key).status_code == 401


def test_a_refusal_names_the_field_in_three_languages(client):
    for lang, word in (("kk", "күн емес"), ("ru", "не дата"), ("en", "not a day")):
        told = client.get(f"/api/rules?on=31.02.2026&lang={lang}")
        assert told.status_code == 422
        (problem,) = told.json()["problems"]
        assert problem["field"] == "on" and problem["value"] == "31.02.2026"
        assert word in problem["says"]


def text_of_the_law_on_the_court(folder):
    """A made-up text under the number of the law on the Court: the examples ask for it."""
    for path in written(folder).rglob("meta.yaml"):
        said = path.read_text("utf-8").replace("1 декабря 2024 года № 7-VIII", NUMBER)
        path.write_text(said.replace("2024-12-01", "2022-11-05"), "utf-8")
    assert imported(folder) == []


NUMBER = "5 ноября 2022 года № 153-VII"


def test_every_example_of_the_schema_is_answered(client, tmp_path):
    text_of_the_law_on_the_court(tmp_path)
    way = Way(date(2026, 7, 2)).published()
    real = {"number": way.id, "code": way.row.code, "key": str(way.row.decision)}
    key = as_program(account("registry"), "registry")
    for methods in get(client, "openapi.json")["paths"].values():
        for method, one in methods.items():
            words = shlex.split(one["x-codeSamples"][0]["source"].partition(" <<")[0])
            [address] = [word for word in words if word.startswith("https://court.example")]
            assert quote(address, safe="/?&=():%") == address
            if method == "get":
                address = unquote(address.removeprefix("https://court.example"))
                for name, sample in SAMPLES.items():
                    address = address.replace(sample, real[name])
                answer = client.get(address, headers=key)
                assert answer.status_code == 200, address


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize(
    "body",
    [b'{"text": "a', b'{"text" "a"}', b"", b'{"text": 5}', b'{"text": "a", "lang": "de"}', b"[]"],
)
def test_what_is_wrong_with_a_body_is_told_in_the_language_of_the_reader(client, body, lang):
    answer = client.post(f"/api/citations?lang={lang}", body, "application/json")
    [problem] = answer.json()["problems"]

    assert answer.status_code in (400, 422)
    known = r"«.*?»|JSON|UTF-8|/api/\S+|kk, ru, en|true|false"
    assert not re.search("[A-Za-z]{2}", re.sub(known, "", problem["says"])), problem["says"]


def test_a_choice_is_told_without_the_words_of_a_library(client):
    answer = client.get("/api/texts/cl-court-2022?text=de&lang=kk")

    assert "kk, ru, both" in answer.json()["problems"][0]["says"]


def test_a_sealed_entry_proves_itself_and_says_nothing(client):
    way = Way(date(2026, 7, 2))
    entry = Entry.objects.get(stream=f"petition/{way.id}")
    point = checkpoint(MOMENT)

    told = get(client, f"receipts/{entry.number}")

    assert told["entry"] is None and told["sealed"] and receipt_holds(told, point.root)
    assert client.get(f"/api/streams/petition/{way.id}").status_code == 404
    assert not any(name.startswith("docket.") for name in registers())


def test_a_key_is_made_and_ended_on_the_command_line(client, capsys):
    account("citizen", "k-cli")

    def asked(*more):
        code = main(["users", "token", "k-cli", "--role", *more])
        return code, capsys.readouterr().out.strip()

    made, key = asked("citizen")
    opened = client.get("/api/petitions", headers={"Authorization": f"Bearer {key}"})
    ended, _ = asked("citizen", "--end")
    closed = client.get("/api/petitions", headers={"Authorization": f"Bearer {key}"})

    assert (made, ended, opened.status_code, closed.status_code) == (0, 0, 200, 401)
    assert asked("judge")[0] == 2


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("broken", [{"names": 5}, {"nonsense": 1}, {"sources": "x"}])
def test_an_act_that_cannot_be_read_names_its_field_in_the_language_of_the_reader(
    client, keeper, lang, broken
):
    body = {"act": {**NEW, **broken}, "seen": 0, "role": "curator"}
    status, told = sent(client, body, **{"Accept-Language": lang})
    [problem] = told["problems"]

    assert status == 422 and next(iter(broken)) in problem["says"]
    assert "Expected" not in problem["says"] and "unknown field" not in problem["says"]
