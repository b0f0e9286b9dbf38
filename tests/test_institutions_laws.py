"""What the record says the lawmaker did, against the footnotes of the law texts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atazan.law.models import Adoption, Effect

pytestmark = pytest.mark.django_db

COURT = "cl-court-2022"
_LAW = "codes/01-const-laws/2022/1105-o-konstitutsionnom-sude-respubliki-kazakhstan-173456"


def changed(work: str, effect: str, since: str | None = None) -> set[str]:
    rows = Effect.objects.filter(work=work, effect=effect, by_decision=None)
    return {row.provision for row in rows if since in (None, row.since)}


def test_on_1_july_2026_ten_provisions_of_the_law_on_the_court_are_repealed():
    assert changed(COURT, "repealed", "2026-07-01") == {
        "art_9__para_3",
        "art_9__para_4",
        "art_40",
        "art_42__para_3",
        "art_44__para_4__subpara_5",
        "art_44__para_4__subpara_6",
        "art_45__para_3",
        "art_45__para_4",
        "art_47__para_2__subpara_4",
        "art_47__para_3",
    }


@pytest.mark.corpus
def test_every_repeal_printed_in_the_law_texts_stands_in_the_record(corpus: Path):
    court = (corpus / _LAW / "versions/2026-07-01/rus.md").read_text("utf-8")
    constitution = (corpus / "codes/00-constitution-1995/rus.md").read_text("utf-8")
    repealed = changed("const-1995", "repealed") - {"whole"}
    reworded = Effect.objects.filter(work="const-1995", effect="repealed", extent__isnull=False)
    gone = repealed - {one.provision for one in reworded}  # of those only a wording ended

    assert len(re.findall(r"сключена? Конституционн", court)) == 10
    assert len(re.findall(r"сключена? Законом", constitution)) == len(gone)
    assert {one.provision for one in reworded} == {
        "art_50__para_2",
        "art_50__para_3",
        "art_51__para_1",
    }


@pytest.mark.corpus
def test_every_article_the_constitution_says_was_amended_is_amended_in_the_record(corpus: Path):
    text = (corpus / "codes/00-constitution-1995/rus.md").read_text("utf-8")
    printed = re.findall(r"Сноска\. ?Статья ([\d-]+) (?:с измен|в редакции)", text)

    assert {f"art_{number}" for number in printed} == changed("const-1995", "amended")


def test_the_fee_came_into_force_a_year_after_the_court_and_left_with_the_new_constitution():
    fee = Effect.objects.filter(work=COURT, provision="art_40").order_by("since")

    assert [(one.effect, one.since) for one in fee] == [
        ("commenced", "2024-01-01"),
        ("repealed", "2026-07-01"),
    ]


def test_one_constitution_ends_on_the_day_the_next_begins():
    [end] = Effect.objects.filter(work="const-1995", provision="whole", effect="repealed")
    [start] = Effect.objects.filter(work="const-2026", provision="whole", effect="commenced")

    assert end.since == start.since == "2026-07-01"


def test_the_presidents_objections_to_the_council_ended_in_march_2017():
    [end] = Effect.objects.filter(work="const-1995", provision="art_73__para_4")

    assert (end.effect, end.since, end.by_work) == ("repealed", "2017-03-14", "const-1995-am-2017")


def test_every_amending_law_names_what_it_amends():
    for law in Adoption.objects.filter(work__startswith="const-1995-am"):
        assert law.amends == ["const-1995"]
