"""Sealed words appear to those alone whom the table of rights lists, at every address there is."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

from atazan.api.models import make_token
from atazan.docket.models import Petition
from atazan.docket.sight import Viewer, sees
from atazan.journal.models import Stream
from tests.canaries import BLIND, CANARY, OWNER, WAYS, addresses, readers, votes, walked
from tests.conftest import MOMENT, ROOT

pytestmark = pytest.mark.django_db
OPEN_WITH_NAME = {"applicant": {"applicant", "contact"}}
PUBLISHED = ("published",)


@pytest.fixture(scope="module")
def court(django_db_setup, django_db_blocker):
    """The petitions, the readers and every address; gone with the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        ways = walked()
        rows = [way.row for way in ways]
        yield rows, {f"{one.name}-{one.role}": one for one in readers()}, addresses(rows)
        transaction.set_rollback(True)


def client_of(reader):
    """A browser and a program of this reader: signed in, and with a key for the API."""
    client = Client(raise_request_exception=False)
    if reader.role is None:
        return client, {}
    user = User.objects.get(username=reader.name)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client, {"Authorization": f"Bearer {make_token(user, reader.role, MOMENT)}"}


def words(answer):
    """All that a reader could read in an answer, in small letters."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if body.startswith(b"%PDF"):
        done = subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=True)
        body = done.stdout
    return body.decode("utf-8", "replace").lower()


def may(reader, row, sort):
    """Whether the table lets the reader see this class of fields of the petition."""
    own = reader.name == OWNER
    if sort == "own" or row is None:
        return own
    if sort == "draft" and row.step in PUBLISHED:
        return True
    viewer = Viewer(reader.name, (reader.role,) if reader.role else (), reader.person)
    return bool(sees(row, viewer, own) & OPEN_WITH_NAME.get(sort, {sort}))


WHOLE = os.environ.get("ATAZAN_TEST_ALL") == "1"
"""Every role at every address with every petition: minutes instead of seconds."""


def _visited(who, addresses):
    """Every address of the rooms that know who reads, each with a petition in turn; of the blind
    rooms by a visitor and the Chair."""
    turn = ROLES.index(who)
    for one in addresses:
        taken = one.place is None or (one.place + turn + one.route) % len(WAYS) == 0
        if WHOLE or (taken and (not one.blind or who in ("-None", "x-chair-chair"))):
            yield one.path


ROLES = (
    "-None owner-citizen x-citizen-citizen x-representative-representative x-registry-registry"
    " x-analyst-analyst x-secretary-secretary x-publisher-publisher x-auditor-auditor x-admin-admin"
    " x-curator-curator x-chief_curator-chief_curator x-judge-judge x-chair-chair"
).split()
_SEEN: dict[str, set[tuple[str, int]]] = {}


@pytest.mark.parametrize("who", ROLES)
@pytest.mark.once
def test_no_address_shows_a_sealed_word_to_whom_the_table_does_not_list(who, court):
    rows, known, everywhere = court
    reader, secret = known[who], votes()
    client, key = client_of(reader)
    leaks, seen = [], set()
    for address in _visited(who, everywhere):
        said = words(client.get(address, headers=key if address.startswith("/api/") else {}))
        leaks += [(address, "vote") for one in secret if one in said]
        for sort, place in {(sort, int(place)) for sort, place in CANARY.findall(said)}:
            seen.add((sort, place))
            row = rows[place] if place < len(rows) else None
            if not may(reader, row, sort):
                leaks.append((address, f"{sort} of {row and row.step}"))
    _SEEN[who] = seen

    assert leaks == []


@pytest.mark.once
def test_what_the_table_lists_is_shown_somewhere(court):
    def shown(who):
        return {sort for sort, _ in _SEEN[who]}

    assert {"applicant", "contact", "statement", "facts", "files"} <= shown("owner-citizen")
    assert {"applicant", "statement", "study", "minutes"} <= shown("x-chair-chair")
    assert {"contact", "clerk"} <= shown("x-registry-registry")
    assert not {sort for sort, _ in _SEEN["-None"]} - {"draft"}
    assert not {sort for sort, _ in _SEEN["x-admin-admin"]} - {"draft"}


@pytest.mark.parametrize("who", ["x-citizen-citizen", "x-admin-admin", "x-curator-curator"])
def test_a_refusal_tells_nothing_of_a_petition_either(who, court):
    rows, known, _ = court
    reader = known[who]
    client, key = client_of(reader)
    row = rows[list(WAYS).index("returned")]
    act = {"kind": "petition.registered/1", "id": row.id, "done_on": "2026-07-09"}
    for seen in (0, 1, 9):
        body = json.dumps({"act": act, "seen": seen, "role": reader.role})
        told = client.post("/api/acts", body, "application/json", headers=key)
        form = {"id": row.id, "done_on": "2026-07-09", "_step": "send", "_seen": str(seen)}
        page = client.post("/en/desk/record/petition.registered/1", form)

        assert told.status_code == 404
        assert not CANARY.search(words(told)) and not CANARY.search(words(page))
        assert "sr2-form" not in words(told) + words(page)
    assert Stream.objects.get(pk=f"petition/{row.id}").state == "returned"


def test_rooms_that_take_no_part_do_not_know_who_reads():
    for app in (one.split(".")[1] for one in BLIND if one.startswith("atazan.")):
        for path in (ROOT / "atazan" / app).glob("**/*.py"):
            assert "request.viewer" not in path.read_text("utf-8"), path


def test_the_administration_of_django_is_not_there():
    assert Client().get("/admin/").status_code == 404
    assert not Petition.objects.filter(pk="admin").exists()
