"""Old numbers of the Constitution: found where the words are older than it, not where they hold."""

from datetime import date

import pytest

from atazan.law.cited import citations
from atazan.law.conformity.checked import checked
from atazan.law.conformity.held import Held, resting
from atazan.law.conformity.numbering import Constitutions, old_numbers, written_before
from atazan.law.text.document import Block, Document
from atazan.law.text.read import read
from atazan.rules.citation import Provision, meet
from atazan.rules.text import LANGS

LAW = "codes/01-const-laws/2022/1105-o-konstitutsionnom-sude-respubliki-kazakhstan-173456"
LAST, FIRST = date(2026, 6, 30), date(2026, 7, 1)
COURT = "cl-court-2022"


def law(*lines, lang="ru"):
    return Document(lang=lang, blocks=tuple(Block(eid, "text", text) for eid, text in lines))


def found(text, *, lang="ru", written=LAST, day=FIRST, texts=None):
    document = law(("art_5", text), lang=lang)
    return list(old_numbers(document, day, lambda eid: written, texts))


def test_an_old_number_is_told_with_what_it_is_now_in_three_languages():
    (one,) = found("в соответствии со статьей 78 Конституции Республики Казахстан")

    assert one.place.words == "статьей 78 Конституции Республики Казахстан"
    assert one.old == Provision("const-1995", "art_78")
    assert one.new == (Provision("const-2026", "art_79"),)
    assert "статья 79" in one.says("ru")
    assert len({one.says(lang) for lang in LANGS}) == 3


def test_a_list_gives_one_finding_for_each_provision():
    told = found("указанных в пунктах 3 и 5 статьи 72 Конституции")

    assert [(one.about, one.new[0].eid) for one in told] == [
        ("art_72__para_3", "art_73__para_3"),
        ("art_72__para_5", "art_73__para_5"),
    ]


def test_kazakh_words_are_read_too():
    (one,) = found("Конституцияның 47-бабының 1-тармағына сәйкес", lang="kk")

    assert one.new == (Provision("const-2026", "art_50__para_2"),)


def test_what_was_dropped_has_nothing_in_its_place():
    (one,) = found("в порядке пункта 5 статьи 61 Конституции")

    assert (one.key, one.new) == ("conformity.numbering.gone", ())


def test_a_number_that_stayed_the_same_is_no_finding():
    assert found("согласно пункту 2 статьи 2 Конституции Республики Казахстан") == []


def test_words_written_under_the_new_constitution_have_its_numbers():
    assert found("в соответствии со статьей 78 Конституции", written=FIRST) == []


def test_words_of_today_that_name_the_old_constitution_speak_of_the_past():
    told = found("статьей 78 Конституции Республики Казахстан 1995 года", written=FIRST)

    assert [(one.about, one.historical) for one in told] == [("art_78", True)]


def test_while_the_old_constitution_was_in_force_its_numbers_were_right():
    assert found("статьей 78 Конституции", day=LAST) == []


def test_another_act_s_numbers_are_left_alone():
    assert found("статьей 78 Уголовного кодекса, Конституция здесь ни при чем") == []


def test_the_evidence_shows_what_stood_and_what_stands_there():
    texts = Constitutions(
        law(("art_78", "Суды не вправе применять.")),
        law(("art_78", "Судья независим."), ("art_79", "Суды не вправе применять.")),
    )

    (one,) = found("статьей 78 Конституции", texts=texts)

    assert one.was == one.becomes == "Суды не вправе применять."
    assert one.there == "Судья независим."


def test_a_provision_left_as_it_was_keeps_its_old_number_and_is_found():
    old = law(("art_1", "по статье 78 Конституции"), ("art_2", "по статье 80 Конституции"))
    new = law(("art_1", "по статье 78 Конституции"), ("art_2", "по статье 81 Конституции"))

    written = written_before(old, new, date(2022, 11, 18), FIRST)

    assert [one.place.eid for one in old_numbers(new, FIRST, written)] == ["art_1"]


def test_a_provision_that_cites_one_held_unconstitutional_rests_on_it():
    held = [Held(Provision(COURT, "art_47__para_2"), FIRST, "nr-1")]
    text = law(
        ("art_9", "в случаях пункта 2 статьи 47 настоящего Конституционного закона"),
        ("art_10", "в случаях статьи 48 настоящего Конституционного закона"),
        ("art_47__para_2", "кроме пункта 2 статьи 47 настоящего Конституционного закона"),
    )

    (one,) = resting(text, COURT, held, FIRST)

    assert (one.kind, one.place.eid, one.confidence) == ("rests", "art_9", "high")
    assert one.place.words.startswith("пункта 2 статьи 47")


def test_all_that_does_not_conform_comes_in_the_order_of_the_text():
    text = law(("art_1", "Мажилис по статье 78 Конституции"), ("art_2", "Сенат"))

    told = checked(text, FIRST, written=lambda eid: LAST)

    assert [(one.place.eid, one.kind) for one in told] == [
        ("art_1", "body"),
        ("art_1", "numbering"),
        ("art_2", "body"),
    ]


def texts_of(corpus, file):
    return read(corpus / LAW / file), read(corpus / LAW / "versions/2026-07-01" / file)


@pytest.mark.corpus
@pytest.mark.parametrize("file", ["rus.md", "kaz.md"])
def test_the_law_on_the_court_had_34_old_numbers_and_has_none_from_july_2026(corpus, file):
    old, new = texts_of(corpus, file)
    began = date(2022, 11, 18)

    before = list(old_numbers(old, FIRST, lambda eid: began, context=COURT))
    written = written_before(old, new, began, FIRST)

    assert len(before) == 34
    assert all(one.new for one in before)
    assert list(old_numbers(new, FIRST, written, context=COURT)) == []


@pytest.mark.corpus
def test_both_languages_have_the_same_old_numbers(corpus):
    ru, kk = (
        [
            (one.place.eid, one.about)
            for one in old_numbers(texts_of(corpus, file)[0], FIRST, lambda eid: LAST)
        ]
        for file in ("rus.md", "kaz.md")
    )

    assert ru == kk


@pytest.mark.corpus
@pytest.mark.parametrize("file", ["rus.md", "kaz.md"])
def test_the_lawmaker_s_own_new_numbers_agree_with_the_concordance(corpus, file):
    """Where the text of 2026 cites the Constitution, it names what we say came in the place of what
    the same provision cited before: 31 of 34. In article 57 it cites it no longer."""
    old, new = texts_of(corpus, file)
    now = cited(new, FIRST)
    unlike = [
        (one.place.eid, one.about, [each.eid for each in one.new])
        for one in old_numbers(old, FIRST, lambda eid: LAST, context=COURT)
        if not all(
            any(meet(each.eid, named) for named in now.get(one.place.eid, ())) for each in one.new
        )
    ]

    assert unlike == [
        ("art_57__para_1__subpara_11", "art_44__subpara_10-1", ["art_46__subpara_11"]),
        ("art_57__para_1__subpara_12", "art_47__para_1", ["art_50__para_2"]),
        ("art_57__para_1__subpara_12", "art_47__para_2", ["art_50__para_3"]),
    ]
    assert not any(eid.startswith("art_57") for eid in now)


def cited(document, day):
    """What each provision cites of the Constitution of the day."""
    named = {}
    for block in document.blocks:
        if block.kind != "note":
            for one in citations(block.text, document.lang, COURT, day):
                if one.work is not None and one.work.id == "const-2026":
                    named.setdefault(block.eid, set()).update(one.targets)
    return named
