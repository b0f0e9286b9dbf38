"""How a provision stands, where the texts of its days are held."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from atazan.journal.record import By, record, version_of
from atazan.law.acts import ProvisionChanged
from atazan.law.files import Given
from atazan.law.import_report import import_text
from atazan.law.marks import mark_of
from atazan.law.queries import as_recorded, shown, standing
from atazan.rules.text import Text
from atazan.rules.words import phrase
from tests.law_texts import BY, KK_2, RU_2, SECOND, WORK, texts  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("texts")]
BETWEEN, AFTER = date(2025, 6, 1), date(2026, 6, 1)
NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


def changed(provision, effect, since=SECOND):
    act = ProvisionChanged(
        id=f"test.{provision}.{effect}.{since}",
        work=WORK,
        provision=provision,
        effect=effect,
        since=since,
        by=BY,
        sources=("a test",),
    )
    record(act, by=By("editor", "curator"), at=NOW, seen=version_of(f"work/{WORK}"))


def test_words_that_changed_stand_as_amended_since_their_day():
    assert standing(WORK, "art_2__para_2", BETWEEN).state == "in_force"
    found = standing(WORK, "art_2__para_2", AFTER)
    assert (found.state, str(found.since), found.by.by_work) == ("amended", SECOND, BY)


def test_a_paragraph_an_amendment_of_its_article_left_alone_is_in_force():
    changed("art_2", "amended")

    found = standing(WORK, "art_2__para_1", AFTER)

    assert (found.state, found.spared_by.provision) == ("in_force", "art_2")
    assert "прежними" in found.says("ru") and "1\xa0января\xa02026" in found.says("ru")
    assert standing(WORK, "art_2__para_2", AFTER).state == "amended"


def test_without_a_text_from_before_an_amended_article_says_nothing_of_its_paragraphs():
    changed("art_2", "amended", "2025-01-01")

    found = standing(WORK, "art_2__para_1", BETWEEN)

    assert (found.state, found.spared_by) == ("article_amended", None)


def test_what_the_text_of_the_day_does_not_have_is_not_in_force():
    found = standing(WORK, "art_77", AFTER)

    assert (found.state, found.applies, found.confidence) == ("not_in_text", False, "high")
    assert standing(WORK, "art_2-1", BETWEEN).state == "not_yet"  # it was inserted later
    assert standing(WORK, "art_77", date(2024, 12, 20)).in_text is None


def test_a_sole_line_is_its_first_part_and_its_first_indent():
    assert standing(WORK, "art_1__part_1", AFTER).in_text
    assert standing(WORK, "art_3__para_1__subpara_1__indent_1", AFTER).in_text
    assert not standing(WORK, "art_1__part_2", AFTER).in_text


def test_a_repealed_article_that_stands_as_a_stub_is_repealed():
    assert standing(WORK, "art_4", BETWEEN).state == "in_force"
    assert standing(WORK, "art_4", AFTER).state == "repealed"


def test_an_article_may_begin_after_the_text_that_holds_it():
    changed("art_1", "commenced", "2025-07-01")
    assert standing(WORK, "art_1", BETWEEN).state == "not_yet"
    assert standing(WORK, "art_1", AFTER).state == "in_force"


def test_an_inserted_article_begins_with_its_commencement():
    changed("art_2-1", "commenced", "2027-01-01")

    assert standing(WORK, "art_2-1", AFTER).state == "not_yet"
    assert standing(WORK, "art_2-1", date(2027, 1, 1)).state == "in_force"


def test_whether_the_text_shows_an_effect_yet():
    changed("art_2__para_2", "amended", "2026-09-01")
    amended = standing(WORK, "art_2__para_2", AFTER).history

    assert [shown(WORK, event) for event in amended if event.relation == "own"] == [True, False]
    [gone] = [e for e in standing(WORK, "art_4", AFTER).history if e.effect == "repealed"]
    assert shown(WORK, gone)


def test_a_repeal_that_reaches_only_so_far_is_not_looked_for_in_the_text():
    extent = Text(kk="осы редакциясында", ru="в этой редакции", en="in this wording")
    [gone] = [e for e in standing(WORK, "art_4", AFTER).history if e.effect == "repealed"]
    still = replace(gone, provision="art_1")

    assert shown(WORK, still) is False
    assert shown(WORK, replace(still, extent=extent)) is None


def test_what_reaches_back_behind_the_law_that_made_it_is_told():
    changed("art_1", "amended", "2025-03-01")

    [event] = [one for one in standing(WORK, "art_1", AFTER).history if one.effect == "amended"]

    assert event.retroactive
    assert not standing(WORK, "art_2__para_2", AFTER).by.retroactive


def test_a_number_alone_is_read_as_the_text_has_it():
    assert as_recorded(WORK, "art_2__para_1") == "art_2__para_1"
    assert as_recorded(WORK, "art_1__para_1") == "art_1__part_1"
    assert as_recorded(WORK, "art_77__para_1") == "art_77__para_1"


THIRD, LATEST = "2026-09-01", date(2026, 9, 1)


@pytest.fixture
def kazakh_alone(tmp_path):
    """Imports a third version: new Kazakh words and a new Kazakh line; the Russian as it was."""
    kk = KK_2.replace("Аспан баршаға тиесілі.", "Аспан мен жұлдыздар баршаға тиесілі.")
    kk = kk.replace("1) жұлдыздар каталогын", "1) жұлдыздардың толық каталогын")
    kk = kk.replace("сақталады.", "сақталады.\n\nБұл талап қонаққа да қатысты.")

    def held(*langs):
        for lang, words in (("kk", kk), ("ru", RU_2)):
            if lang in langs:
                path = tmp_path / f"{lang}.md"
                path.write_text(words, "utf-8")
                given = Given(work=WORK, since=LATEST, by="cl-amend-2026")
                done = import_text(path, given, by=By("editor", "curator"), at=NOW, dry=False)
                assert done.refused is None

    return held


def test_an_amendment_of_the_kazakh_text_alone_amends_the_provision_and_says_so(kazakh_alone):
    kazakh_alone("kk", "ru")

    found = standing(WORK, "art_1", LATEST)

    assert (found.state, found.only_in) == ("amended", "kk")
    assert "изменён только казахский текст" in found.says("ru")
    assert "тек қазақша мәтіні өзгертілген" in found.says("kk")
    assert "the Kazakh text alone" in found.says("en")
    assert mark_of(found).key == "law.mark.amended_kk"
    assert standing(WORK, "art_2__para_2", LATEST).only_in is None  # in both, earlier


def test_where_the_other_text_of_the_day_is_not_held_no_language_is_named(kazakh_alone):
    kazakh_alone("kk")

    found = standing(WORK, "art_1", LATEST)

    assert (found.state, found.only_in, found.by.lang) == ("amended", None, None)


def test_an_article_changed_in_both_texts_is_not_said_to_be_changed_in_one(kazakh_alone):
    kazakh_alone("kk", "ru")
    changed("art_1", "amended", THIRD)

    assert standing(WORK, "art_1", LATEST).only_in is None


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", "Қолданыста, тек қазақша мәтіні өзгертілген"),
        ("ru", "Действует, изменён только казахский текст"),
        ("en", "In force, the Kazakh text alone amended"),
    ],
)
def test_the_page_says_which_text_was_amended(client, kazakh_alone, lang, words):
    kazakh_alone("kk", "ru")

    html = client.get(f"/{lang}/norms/{WORK}/art_1?on={THIRD}&text=ru").content.decode()

    assert words in html
    assert phrase("law.mark.amended", lang) not in html
    assert phrase("law.only.kk", lang) in html  # in its history too


def test_a_line_that_only_the_other_text_has_is_not_among_the_parts_gone(client, kazakh_alone):
    kazakh_alone("kk", "ru")

    html = client.get(f"/ru/norms/{WORK}/art_2-1?on={THIRD}&text=ru").content.decode()

    assert "Действует, есть только в казахском тексте" in html
    assert phrase("law.parts_elsewhere", "ru") in html
    assert phrase("law.parts_gone", "ru") not in html


def test_the_api_names_the_language(client, kazakh_alone):
    kazakh_alone("kk", "ru")

    told = client.get(f"/api/norms/{WORK}/art_1?on={THIRD}").json()

    assert (told["state"], told["lang"]) == ("amended", "kk")
    assert told["history"][0]["lang"] == "kk"
