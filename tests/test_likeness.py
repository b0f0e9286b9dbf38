"""Petitions that look alike: by applicant, provision and text; nothing readable is kept."""

from datetime import date

import msgspec
import pytest

from atazan.docket import filing, likeness
from atazan.docket.models import Likeness, Petition
from atazan.journal import private
from tests.docket_way import NORM, at, by, facts_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
TEXT = " ".join(f"сөз{number} норма{number % 7} құқық{number % 5}" for number in range(120))


def filed(text: str = TEXT, iin: str = "900101300123", who: str = "a-citizen") -> Petition:
    facts, _ = facts_of(DAY)
    applicant = msgspec.json.encode({"name": "Canary Applicant", "iin": iin}).decode()
    statement = msgspec.json.encode({"essence": text}).decode()
    told = {"language": "kk", "facts": facts, "norms": (NORM,)}
    handed = filing.Handed(applicant=applicant, statement=statement, **told)
    done = filing.file(
        handed, by=by("citizen") if who == "a-citizen" else by("registry"), at=at(DAY)
    )
    return Petition.objects.get(pk=done.id)


def test_the_same_applicant_is_told_with_provision_and_agreement_of_the_text():
    first, second = filed(), filed(TEXT.replace("сөз3 ", "басқа "))

    (one,) = likeness.alike(second)

    assert (one.row.id, one.same_applicant, one.same_provision) == (first.id, True, True)
    assert 85 <= one.agrees < 100


def test_another_person_is_named_only_where_the_text_agrees():
    filed(iin="900101300123")
    copied = filed(iin="850505400777")
    other = filed("мүлде басқа мәселе туралы басқа сөздер", iin="770707300111")

    assert [one.same_applicant for one in likeness.alike(copied)] == [False]
    assert likeness.alike(other) == []


def test_nothing_readable_is_kept_and_it_can_be_erased():
    row = filed()
    kept = Likeness.objects.get(pk=row.id)

    assert "900101300123" not in kept.applicant_key
    assert "сөз1".encode() not in bytes(kept.sketch)
    assert likeness.forget(row.id)
    assert not likeness.forget(row.id)
    assert likeness.alike(row) == []


def test_petitions_filed_before_are_noted_later():
    row = filed()
    Likeness.objects.all().delete()

    assert likeness.note_all() >= 1
    assert Likeness.objects.get(pk=row.id).applicant_key == likeness.applicant_key(
        str(private.reveal(row.applicant))
    )
