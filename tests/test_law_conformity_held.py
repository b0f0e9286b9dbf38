"""The texts held, checked: what repeats or rests on a provision held unconstitutional; commands."""

import json
from datetime import date

import pytest

from atazan.cli.main import main
from atazan.law.conformity.gathered import (
    NoTextHeld,
    conform,
    held_by,
    repeats_in,
    reproducing,
)
from atazan.law.models import Effect
from tests.law_texts import RU, WORK, corpus_texts, texts  # noqa: F401

pytestmark = pytest.mark.django_db
DAY = date(2026, 8, 1)
COURT = "cl-court-2022"
LONG = "Наблюдение ведётся ночью не более пяти часов"


def held(work, eid, since="2026-07-15", **more):
    return Effect.objects.create(
        id=f"{work}/{eid}",
        work=work,
        provision=eid,
        effect="does_not_conform",
        since=since,
        by_decision="nr-made-up",
        entry=1,
        **more,
    )


@pytest.mark.usefixtures("texts")
def test_the_words_held_are_those_before_the_day():
    held(WORK, "art_2__para_2")

    one = next(one for one in held_by(DAY) if one.provision.work == WORK)

    assert one.words["ru"] == f"{LONG}."
    assert one.words["kk"].startswith("Бақылау түнде")
    assert [one for one in held_by(date(2026, 7, 14)) if one.provision.work == WORK] == []


@pytest.mark.usefixtures("texts")
def test_where_certain_words_were_held_these_alone_are_looked_for():
    held(WORK, "art_2__para_2", span=[{"lang": "ru", "words": "не более пяти часов"}])

    assert next(one for one in held_by(DAY) if one.provision.work == WORK).words == {
        "ru": "не более пяти часов"
    }


@pytest.mark.usefixtures("texts")
def test_what_else_repeats_a_provision_is_found_in_every_text_of_the_day():
    held("civil-code", "art_9", span=[{"lang": "ru", "words": f"Иное. {LONG} подряд."}])

    found = reproducing("civil-code", "art_9", DAY)

    assert found.held.decision == "nr-made-up"
    assert [(one.work, one.lang, one.found.place.eid) for one in found.repeats] == []
    held("civil-code", "art_10", span=[{"lang": "ru", "words": LONG}])
    (one,) = reproducing("civil-code", "art_10", DAY).repeats
    assert (one.work, one.lang, one.found.place.eid) == (WORK, "ru", "art_2__para_2")
    assert one.found.place.words == LONG


@pytest.mark.usefixtures("texts")
def test_an_article_shows_which_of_its_words_repeat_those_held_elsewhere():
    held("civil-code", "art_10", span=[{"lang": "ru", "words": LONG}])

    (one,) = repeats_in(WORK, "art_2", "ru", DAY)

    assert (one.kind, one.old.work, one.place.words) == ("repeats", "civil-code", LONG)
    assert repeats_in(WORK, "art_1", "ru", DAY) == []
    assert repeats_in(WORK, "art_99", "ru", DAY) == []


@pytest.mark.usefixtures("texts")
def test_a_provision_not_held_is_asked_for_by_its_words_of_the_day():
    found = reproducing(WORK, "art_1", DAY)

    assert (found.held, found.repeats, found.rests) == (None, (), ())


@pytest.mark.usefixtures("texts")
def test_a_work_without_a_text_that_day_is_an_error():
    with pytest.raises(NoTextHeld, match="2020"):
        conform(WORK, date(2020, 1, 1))


@pytest.mark.usefixtures("texts")
def test_a_work_with_nothing_amiss_says_so(capsys):
    assert main(["law", "conform", WORK, "--on", "2026-08-01", "--lang-out", "en"]) == 0

    assert "Nothing that does not conform" in capsys.readouterr().out


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_what_had_to_be_changed_in_the_law_on_the_court_was_changed():
    """Judged by the Constitution of 1 July 2026: the text of the day before, and its own."""
    before = conform(COURT, date(2026, 7, 1), text_of=date(2026, 6, 30))
    after = conform(COURT, date(2026, 7, 1))

    for one in before:
        assert counted(one) == {("body", False): 41, ("body", True): 3, ("numbering", False): 34}
    for one in after:
        assert counted(one) == {("body", True): 3}
    assert [one.lang for one in after] == ["kk", "ru"]


def counted(checked):
    found = {}
    for one in checked.found:
        assert one.sources, one
        key = (one.kind, one.historical)
        found[key] = found.get(key, 0) + 1
    return found


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_evidence_quotes_both_constitutions():
    (ru,) = conform(COURT, date(2026, 7, 1), date(2026, 6, 30), "ru")

    one = next(one for one in ru.found if one.about == "art_78")

    assert one.was.startswith("Суды не вправе применять")
    assert one.becomes.startswith("Суды не вправе применять")
    assert one.there.startswith("Судья при отправлении правосудия")


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_the_constitution_of_2026_names_former_bodies_as_the_past_only():
    for one in conform("const-2026", date(2026, 7, 1)):
        assert one.found
        assert all(each.historical for each in one.found)


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_the_law_on_the_court_repeats_words_of_the_constitution():
    found = reproducing("const-2026", "art_75__para_4", DAY)

    assert {(one.work, one.found.place.eid) for one in found.repeats if one.lang == "ru"} >= {
        (COURT, "art_62__para_1"),
    }
    assert all(one.found.key == "conformity.alike" for one in found.repeats)


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_the_command_gives_each_finding_with_its_evidence(capsys):
    asked = ["law", "conform", COURT, "--on", "2026-07-01", "--text-of", "2026-06-30"]

    assert main([*asked, "--lang", "ru", "--format", "json"]) == 0

    (text,) = json.loads(capsys.readouterr().out)["texts"]
    one = next(one for one in text["found"] if one["kind"] == "numbering")
    assert one["cites"] == {"work": "const-1995", "eid": "art_66__subpara_9-1"}
    assert one["now"] == [{"work": "const-2026", "eid": "art_65__subpara_8"}]
    assert set(one["says"]) == {"kk", "ru", "en"}
    assert len(text["found"]) == 78
    assert main([*asked, "--lang-out", "ru"]) == 0
    assert "Курултай" in capsys.readouterr().out


def test_a_file_is_checked_without_being_recorded(tmp_path, capsys):
    path = tmp_path / "rus.md"
    path.write_text(RU.replace("Небо принадлежит всем.", "Небо принадлежит Сенату."), "utf-8")

    assert main(["law", "conform", "--file", str(path), "--lang-out", "en", "--lang", "ru",
                 "--on", "2026-08-01"]) == 0  # fmt: skip

    assert "Kurultai" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["law", "conform"], "Name a work"),
        (["law", "conform", "no-such-law"], "no-such-law"),
        (["law", "conform", "labour-code-2015"], "labour-code-2015"),
        (["law", "conform", "--file", "/nowhere/rus.md"], "was not read"),
        (["law", "concordance", "200"], "no entry on 'art_200'"),
        (["law", "concordance", "что-то"], "что-то"),
    ],
)
def test_wrong_input_is_told_what_to_do(asked, said, capsys):
    assert main([*asked, "--lang-out", "en"]) == 2

    assert said in capsys.readouterr().err


def test_the_concordance_answers_for_an_article_in_each_language(capsys):
    for lang, words in (("kk", "алты жыл"), ("ru", "шести лет"), ("en", "six years")):
        assert main(["law", "concordance", "ст. 83 п. 3", "--work", "const-1995",
                     "--lang-out", lang]) == 0  # fmt: skip
        assert words in capsys.readouterr().out
