"""The API against its own schema: whatever is sent, the answer is one the schema declares."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import booleans

from atazan.api.api import api
from atazan.api.models import make_token
from atazan.config.wsgi import application
from atazan.law.works_known import ask_the_register
from tests.conftest import MOMENT
from tests.docket_way import Way
from tests.law_texts import WORK, imported, written

pytestmark = pytest.mark.django_db
LABELS = [
    f"{method} /api{prefix}{re.sub('[a-z]+:', '', path)}"
    for prefix, router in api._routers
    for path, view in router.path_operations.items()
    for one in view.operations
    for method in one.methods
    if one.include_in_schema
]
"""Every operation as the schema calls it, known without making the schema: workers that only
collect these tests are spared it."""
OF_STAFF = ("GET /api/queue",)
OF_TEXTS = ("texts", "versions", "phrases", "comparison", "languages", "conformity", "exports")


@pytest.fixture(autouse=True, scope="module")
def kept_connection():
    """Requests through WSGI end by closing the connection the tests' transaction lives on."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture(scope="module")
def operations(django_db_setup, django_db_blocker):
    import schemathesis

    with django_db_blocker.unblock():
        schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
    schema.app = application
    return {found.ok().label: found.ok() for found in schema.get_all_operations()}


@pytest.fixture(scope="module")
def checks():
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi import checks

    return [
        not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_schema_conformance,
    ]


@pytest.fixture(scope="module")
def court(django_db_setup, django_db_blocker, tmp_path_factory):
    """Petitions and a law's text on record, and a key for each side of the desk; gone with the
    module."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert imported(written(tmp_path_factory.mktemp("laws"))) == []
        Way(date(2026, 7, 2)).registered()
        case = Way(date(2026, 7, 2)).published().row
        yield {role: key(role) for role in ("citizen", "registry")}, names(case)
        transaction.set_rollback(True)
    ask_the_register()


def key(role):
    user, _ = User.objects.get_or_create(username=f"a-{role}")
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    return make_token(user, role, MOMENT)


def names(case):
    """Names that lead somewhere, by the parameter of the address."""
    return {
        "GET /api/receipts/{number}": {"number": 1},
        **{f"GET /api/{name}/{{work}}": {"work": WORK} for name in OF_TEXTS},
        "GET /api/texts/{work}/{provision}": {"work": WORK, "provision": "3(1)(2)"},
        "GET /api/clocks/{rule}": {"rule": "deadline.correction"},
        "GET /api/timelines/{sort}/{id}": {"sort": "people", "id": "azimova"},
        "": {
            "number": case.id,
            "code": case.code,
            "key": case.decision,
            "office": "constitutional_court_chair",
            "rule": "citizen.judicial_act",
            "work": "cl-court-2022",
            "provision": "40",
            "name": "institutions.tenure",
            "stream": "office/constitutional_court_chair",
        },
    }


def test_every_operation_of_the_schema_is_asked(operations):
    assert sorted(operations) == sorted(LABELS)


@pytest.mark.parametrize("label", LABELS)
def test_every_answer_is_one_the_schema_declares(label, court, operations, checks):
    keys, names = court
    sent = keys["registry" if label in OF_STAFF else "citizen"]
    known = {**names[""], **names.get(label, {})}

    @given(case=operations[label].as_strategy(), real=booleans())
    @settings(
        max_examples=8,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def answered(case, real):
        if real and case.path_parameters:
            case.path_parameters = {name: known[name] for name in case.path_parameters}
        answer = case.call(headers={"Authorization": f"Bearer {sent}"})
        case.validate_response(answer, checks=checks)

    answered()
