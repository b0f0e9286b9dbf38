"""The API: the same answers as the portal, as JSON, and the same one way in for deeds."""

import base64
import json

import pytest
from django.contrib.auth.models import Group, User

from atazan.api.record import registers
from atazan.journal.models import Head
from atazan.journal.verify import checkpoint, receipt_holds
from tests.conftest import MOMENT
from tests.journal.building import done, person

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
