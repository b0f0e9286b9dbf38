"""Record files: refused whole with file, key and reason; nothing is half-loaded."""

from pathlib import Path

import pytest

from atazan.institutions.models import Person
from atazan.journal.load import load, record_files
from atazan.journal.models import Head
from atazan.journal.record import By
from atazan.rules.book import FileRefused
from tests.journal.building import NOON

pytestmark = pytest.mark.django_db

GOOD = """
- kind: person.registered/1
  id: first-holder
  names: {en: First Holder}
  sources: [a gazette]
- kind: person.registered/1
  id: second-holder
  names: {en: Second Holder}
  sources: [a gazette]
"""
TENURE = """
- kind: office.taken/1
  id: {id}
  person: {person}
  office: {office}
  since: {since}
  ongoing: true
  sources: [{sources}]
"""

BROKEN = {
    "an unknown office": (
        TENURE.format(
            id="t-x", person="first-holder", office="vizier", since="2050-01-01", sources="x"
        ),
        r"item 3 \(office.taken/1 t-x\): .*office 'vizier' is unknown",
    ),
    "overlapping tenures of one seat": (
        TENURE.format(
            id="t-x",
            person="first-holder",
            office="vice_president",
            since="2050-01-01",
            sources="x",
        )
        + TENURE.format(
            id="t-y",
            person="second-holder",
            office="vice_president",
            since="2051-01-01",
            sources="x",
        ),
        r"item 4 \(office.taken/1 t-y\): .*is held by 'first-holder'",
    ),
    "a missing source": (
        TENURE.format(
            id="t-x", person="first-holder", office="vice_president", since="2050-01-01", sources=""
        ),
        r"item 3 \(office.taken/1 t-x\): .*neither a source nor the provision",
    ),
    "an unknown key": (
        "- {kind: person.registered/1, id: third, names: {en: T}, sources: [x], shoe: 44}",
        r"item 3 \(person.registered/1 third\): .*unknown field `shoe`",
    ),
    "an unknown kind": (
        "- {kind: crown.taken/1, id: third, sources: [x]}",
        r"item 3 \(crown.taken/1 third\): .*no act is of kind 'crown.taken/1'",
    ),
    "a day that is none": (
        TENURE.format(
            id="t-x", person="first-holder", office="vice_president", since="soon", sources="x"
        ),
        r"item 3 \(office.taken/1 t-x\): .*since",
    ),
    "the same row twice": (
        "- {kind: person.registered/1, id: first-holder, names: {en: T}, sources: [x]}",
        r"item 3 \(person.registered/1 first-holder\): .*'person.registered/1'",
    ),
    "a language left out": (
        "- {kind: body.established/1, id: b, body: senate, title: {kk: x, ru: y}, sources: [x]}",
        r"item 3 \(body.established/1 b\): .*en",
    ),
    "a party nobody registered": (
        "- {kind: agreement.signed/1, id: a, type: memorandum, parties: [nobody],"
        " title: {kk: a, ru: b, en: c}, sources: [x]}",
        r"item 3 \(agreement.signed/1 a\): .*'nobody' is not registered",
    ),
    "a work nobody knows": (
        "- {kind: provision.changed/1, id: p, work: no-law, provision: art_1, effect: amended,"
        " since: 2020-01-01, by: const-2026, sources: [x]}",
        r"item 3 \(provision.changed/1 p\): .*'no-law' is not in works.yaml",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_record_file_is_refused_with_file_key_and_reason(what: str, tmp_path: Path):
    items, promised = BROKEN[what]
    path = tmp_path / "broken.yaml"
    path.write_text(GOOD + items, "utf-8")
    before = Head.objects.get(pk=1).size

    with pytest.raises(FileRefused, match=promised) as refused:
        load([path], by=By("aigul", "curator"), at=NOON)

    assert str(path) in str(refused.value)
    assert Head.objects.get(pk=1).size == before
    assert not Person.objects.filter(pk="first-holder").exists()


def test_a_file_that_is_no_list_is_refused(tmp_path: Path):
    path = tmp_path / "broken.yaml"
    path.write_text("kind: person.registered/1", "utf-8")

    with pytest.raises(FileRefused, match="should be a list of acts"):
        load([path], by=By("aigul", "curator"), at=NOON)


def test_a_good_file_loads_whole(tmp_path: Path):
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, "utf-8")

    assert len(load([path], by=By("aigul", "curator"), at=NOON)) == 2


def test_the_record_shipped_is_there_and_every_act_has_a_source():
    assert len(record_files()) > 10
    assert Head.objects.get(pk=1).size > 1000
