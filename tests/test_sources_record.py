"""The five documents: what they describe, where it lives, and who cites them."""

import json
from datetime import date

import pytest

from atazan.cli.main import main
from atazan.cooperation.models import Agreement, Association, Event, Partner, Project
from atazan.institutions.models import Person
from atazan.institutions.queries import bodies, offices
from atazan.journal.corrections import ActWithdrawn
from atazan.journal.models import Entry
from atazan.journal.record import By, record, version_of
from atazan.monitoring.queries import series
from atazan.reform.models import DraftStep, Referendum
from atazan.rules.book import rules
from atazan.rules.works import works
from atazan.sources.models import Mechanism
from atazan.sources.queries import UnknownSource, cited, described, document
from tests.conftest import MOMENT

pytestmark = pytest.mark.django_db
SEEDS = ("000", "001", "002", "003", "004")
SECTIONS = {"record", "decisions", "check", "measures", "transition", "figures"}


def known(section: str, name: str) -> bool:
    """Whether the thing a page is about is on record."""
    tables = {
        "events": Event,
        "agreements": Agreement,
        "projects": Project,
        "partners": Partner,
        "associations": Association,
        "people": Person,
        "referendums": Referendum,
    }
    if section in tables:
        return tables[section].objects.filter(pk=name).exists()
    if section == "drafts":
        return DraftStep.objects.filter(draft=name).exists()
    if section == "norms":
        return name.partition("/")[0] in works()
    return name in {"offices": offices(), "bodies": bodies(), "rules": rules().rules}[section]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_document_names_its_mechanisms_and_is_cited(seed):
    found = described(seed)

    assert len(found.mechanisms) >= 20
    assert found.citing
    assert all(found.document.files[0] in row.sources for row in found.mechanisms)


def test_no_mechanism_points_to_a_thing_the_platform_does_not_have():
    for row in Mechanism.objects.all():
        section, _, name = row.page.partition("/")
        assert (section in SECTIONS) if not name else known(section, name), row.id


def test_what_was_withdrawn_cites_its_source_no_more():
    before = described("003")
    gone = next(one for one in before.citing if one.kind == "agreement.signed/1")
    version = Entry.objects.get(number=gone.number).version
    told = {"reason": "made up for a test", "sources": before.document.files}
    act = ActWithdrawn(subject=gone.stream, version=version, **told)
    seen = version_of(gone.stream)
    record(act, by=By("keeper", "chief_curator"), at=MOMENT, seen=seen)

    after = described("003")

    assert gone.number not in {one.number for one in after.citing}
    assert len(after.citing) == len(before.citing) - 1
    assert cited()["seed-003"] == len(after.citing)


def test_a_document_is_found_by_number_file_or_id():
    assert document("3").id == document("003").id == "seed-003"
    assert document("003_7339cb7163b2c10b.txt").id == document("seed-003").id


def test_an_unknown_document_names_those_there_are():
    with pytest.raises(UnknownSource, match="seed-004"):
        document("005")


def test_the_consent_vote_of_december_2022_cites_its_document():
    kinds = {(one.kind, one.id) for one in described("001").citing}

    assert ("vote.taken/1", "senate-2022-12-29-azimova-consent") in kinds


def test_acts_that_only_describe_the_document_do_not_count_as_citing_it():
    assert "mechanism.named/1" not in {one.kind for one in described("004").citing}


def test_the_command_answers_in_json(capsys):
    assert main(["record", "--source", "004", "--format", "json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["language"] == "kk"
    assert {"rules/courts.jury", "projects/court-monitoring"} <= {
        mechanism["page"] for mechanism in told["mechanisms"]
    }


@pytest.mark.parametrize(
    ("lang", "word"), [("kk", "тетіктер"), ("ru", "механизмы"), ("en", "Mechanisms")]
)
def test_the_command_answers_in_three_languages(capsys, lang, word):
    assert main(["record", "--source", "000", "--lang", lang]) == 0
    assert word in capsys.readouterr().out


def test_the_command_refuses_an_unknown_source(capsys):
    assert main(["record", "--source", "9"]) == 2
    assert "no source '9'" in capsys.readouterr().err


def test_the_latest_published_number_of_petitions_is_that_of_october_2025():
    (found,) = series(date(2026, 1, 1), "constitutional_court", "petitions_received")

    assert (found.latest.value, found.latest.as_of) == ("13000", "2025-10-25")


def test_a_figure_of_a_later_day_is_not_told():
    (found,) = series(date(2023, 2, 3), "constitutional_court", "petitions_received")

    assert [figure.value for figure in found.figures] == ["800"]
