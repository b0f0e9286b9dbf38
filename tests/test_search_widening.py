"""A question is widened across languages, visibly, and only as far as asked."""

import time

import pytest

from atazan.search.asking import Widened
from atazan.search.translations import rows
from atazan.search.translations.aligning import links
from atazan.search.translations.expressions import spelt_out
from atazan.search.translations.table import LEARNED, TableRefused, read
from atazan.search.widening import Group, told, widen
from atazan.words import Vocabulary, key


def looks_for(groups: tuple[Group, ...], lang: str, *words: str) -> bool:
    """Whether some part of the question is also said by these words, one after the other."""
    keys = tuple(key(word, lang) for word in words)
    return any(
        alternative.lang == lang and alternative.keys == keys
        for group in groups
        for alternative in group.alternatives
    )


def shown(groups: tuple[Group, ...]) -> dict[str, Widened]:
    return {one.id: one for one in told(groups)}


@pytest.mark.parametrize(
    ("question", "lang", "kk", "ru", "en"),
    [
        ("зейнетақы", "kk", "зейнетақы", "пенсия", "pension"),
        ("пенсии", "ru", "зейнетақы", "пенсия", "pension"),
        ("pensions", "en", "зейнетақы", "пенсия", "pension"),
        ("жәрдемақының", "kk", "жәрдемақы", "пособие", "benefit"),
        ("штрафов", "ru", "айыппұл", "штраф", "fine"),
        ("taxes", "en", "салық", "налог", "tax"),
        ("сайлауға", "kk", "сайлау", "выборы", "election"),
        ("усыновление", "ru", "асырап алу", "усыновление", "adoption"),
        ("torture", "en", "азаптау", "пытка", "torture"),
    ],
)
def test_a_word_is_looked_for_in_the_other_languages(question, lang, kk, ru, en):
    groups = widen(question, lang)

    assert len(groups) == 1
    for other, words in (("kk", kk), ("ru", ru), ("en", en)):
        assert looks_for(groups, other, *words.split()), (question, other)


def test_the_word_itself_weighs_most_and_every_weight_is_a_share():
    for question, lang in (("пенсионное обеспечение", "ru"), ("ата заң", "kk"), ("fine", "en")):
        for group in widen(question, lang):
            weights = [one.weight for one in group.alternatives]
            own = [one.weight for one in group.alternatives if one.widened is None]
            assert max(weights) == max(own) == 1.0
            assert min(weights) > 0


def test_an_expression_is_looked_for_whole_where_its_words_alone_would_mislead():
    groups = widen("ата заң", "kk")

    assert [group.asked for group in groups] == ["ата", "заң"]
    assert all(looks_for((group,), "ru", "конституция") for group in groups)
    assert all(looks_for((group,), "en", "constitution") for group in groups)
    constitution = shown(groups)["concept:constitution"]
    assert constitution.asked == "ата заң"
    assert "Constitution" in constitution.words["en"]


def test_an_expression_is_met_in_any_form_of_its_words():
    assert "concept:right_to_life" in shown(widen("праву на жизнь", "ru"))
    assert "concept:right_to_life" in shown(widen("THE RIGHT TO LIFE", "en"))


def test_an_expression_is_met_whatever_language_the_question_is_said_to_be_in():
    for said_to_be in ("kk", "ru", "en"):
        assert looks_for(widen("подоходный налог", said_to_be), "en", "income", "tax")
        assert looks_for(widen("income tax", said_to_be), "ru", "подоходный", "налог")


def test_three_languages_in_one_question_are_each_read_as_what_they_are():
    groups = widen("штраф үшін appeal", "kk")

    assert [group.asked for group in groups] == ["штраф", "appeal"]
    assert looks_for(groups, "kk", "айыппұл")
    assert looks_for(groups, "ru", "обжалование")


def test_what_is_quoted_stays_as_it_is():
    for left, right in ("«»", '""', "“”", "„“"):
        groups = widen(f"пенсия {left}право на жизнь{right}", "ru")
        assert [(group.asked, group.exact) for group in groups] == [
            ("пенсия", False),
            ("право на жизнь", True),
        ]
        assert len(groups[1].alternatives) == 1
        assert groups[1].alternatives[0].widened is None


def test_a_quotation_mark_without_its_other_half_quotes_nothing():
    assert [(group.asked, group.exact) for group in widen('"пенсия', "ru")] == [("пенсия", False)]


def test_what_was_taken_away_is_no_longer_looked_for():
    before = widen("пенсия", "ru")
    ids = set(shown(before))
    after = widen("пенсия", "ru", without=ids)

    assert ids
    assert told(after) == ()
    assert not looks_for(after, "kk", "зейнетақы")
    assert looks_for(after, "ru", "пенсия")


def test_taking_an_expression_away_leaves_its_words():
    after = widen("ата заң", "kk", without=("concept:constitution", "word:kk:ата заң"))

    assert not looks_for(after, "ru", "конституция")
    assert looks_for(after, "ru", "закон")


def test_nothing_is_widened_when_everything_is_taken_away():
    groups = widen("ата заң «под ключ» НДС", "kk", without=("*",))

    assert told(groups) == ()
    assert all(one.widened is None for group in groups for one in group.alternatives)


def test_every_widening_is_told_and_can_be_taken_away():
    for question, lang in (("право на жизнь осужденных", "ru"), ("зейнетақы мөлшері", "kk")):
        groups = widen(question, lang)
        ids = {one.widened for group in groups for one in group.alternatives} - {None}
        assert ids == set(shown(groups))
        for id in ids:
            left = widen(question, lang, without=(id,))
            assert id not in {one.widened for group in left for one in group.alternatives}


def test_what_is_told_are_words_for_people_not_keys():
    (one,) = (one for one in told(widen("зейнетақы", "kk")) if one.concept == "pension")

    assert "пенсия" in one.words["ru"]
    assert "pension" in one.words["en"]


def test_an_abbreviation_is_looked_for_spelt_out():
    assert looks_for(widen("НДС", "ru"), "kk", "қосылған", "құн", "салығы")
    assert looks_for(widen("ҚР-ның", "kk"), "ru", "республика", "казахстан")
    assert spelt_out("ҚК")
    assert spelt_out("қк") == ()


def test_a_name_is_looked_for_in_the_other_letters():
    assert looks_for(widen("Тоқаев", "kk"), "en", "tokayev")
    assert looks_for(widen("Токаев", "ru"), "en", "tokayev")
    assert looks_for(widen("Tokayev", "en"), "ru", "токаев")


def test_a_name_of_the_record_is_found_however_it_is_written():
    for written, lang in (("Mukhamejanov", "en"), ("Мухамеджанов", "ru"), ("Koshanov", "en")):
        groups = widen(written, lang)
        kazakh = "мұхамеджанов" if written[0] in "MМ" else "қошанов"
        assert looks_for(groups, "kk", kazakh), written


def test_a_word_that_only_shares_its_key_with_the_one_asked_is_not_meant():
    assert key("право", "ru") == key("прав", "ru")
    assert looks_for(widen("personal", "en"), "ru", "личный")
    assert not looks_for(widen("personal", "en"), "ru", "человек")


def test_words_of_one_root_are_looked_for_too_and_weigh_less():
    (group,) = widen("банкрот", "ru")
    weights = {one.keys[0]: one.weight for one in group.alternatives if one.lang == "kk"}

    assert weights[key("банкрот", "kk")] > weights[key("банкроттық", "kk")] > 0
    assert not looks_for((group,), "kk", "банк")


def test_spelling_is_put_right_only_for_words_the_index_does_not_know():
    vocabulary = {"ru": Vocabulary({"налогообложение": 5, "суд": 9})}

    (wrong,) = widen("налогооблажение", "ru", vocabulary=vocabulary)
    assert [one.shown for one in wrong.alternatives if one.via == "spelling"]
    assert looks_for((wrong,), "ru", "налогообложение")
    (right,) = widen("налогообложение", "ru", vocabulary=vocabulary)
    assert not [one for one in right.alternatives if one.via == "spelling"]


def test_words_that_tell_nothing_are_left_out_unless_quoted():
    assert [group.asked for group in widen("как и для чего нужна пенсия", "ru")][-1] == "пенсия"
    assert "и" not in [group.asked for group in widen("суд и право", "ru")]
    assert widen("и на не", "ru") == ()
    assert [group.asked for group in widen("«и на не»", "ru")] == ["и на не"]


@pytest.mark.parametrize(
    "question",
    ["", "   ", "?!., —", "«»", '""', "«" * 50, "\x00\ufeff", "😀", "а" * 400, "45-бап 3-1)"],
)
def test_no_question_fails(question):
    for lang in ("kk", "ru", "en"):
        for group in widen(question, lang):
            assert group.alternatives


def test_a_million_letters_are_survived():
    begun = time.process_time()
    assert len(widen("а" * 1_000_000, "ru")) == 1
    assert len(widen("налог пенсия " * 80_000, "ru")) <= 60
    assert time.process_time() - begun < 1


def test_a_question_is_widened_quickly_when_warm():
    question = "право на пенсионное обеспечение военнослужащих"
    widen(question, "ru")
    begun = time.process_time()
    for _ in range(50):
        widen(question, "ru")

    assert (time.process_time() - begun) / 50 < 0.01  # 2 ms on a quiet machine


def test_the_table_is_broad_and_each_of_its_rows_is_in_small_letters_without_blanks_around():
    written = [row for row in rows() if row.source == "hand"]

    assert len(written) > 3000
    for row in written:
        for ways in row.says.values():
            assert all(way == way.strip() and way == way.lower() for way in ways), row


def test_what_was_learned_has_its_weight_and_source():
    for row in read(LEARNED):
        assert 0 < row.weight <= 1
        assert row.source in ("corpus", "house")
        assert len(row.says) == 2 or row.weight == 1  # words by twos, names in all three


def test_a_line_that_cannot_be_read_is_named(tmp_path):
    file = tmp_path / "broken.txt"
    file.write_text("зейнетақы\tпенсия\tpension\nтек қазақша\t\t\n", "utf-8")

    with pytest.raises(TableRefused, match=r"broken\.txt:2: one language alone"):
        list(read(file))


def test_words_that_stand_together_in_parallel_statements_are_learned():
    pairs = [
        (("сот", "заң"), ("суд", "закон")),
        (("сот", "құқық"), ("суд", "право")),
        (("заң", "құқық"), ("закон", "право")),
        (("сот",), ("суд",)),
    ] * 2

    found = {(link.left, link.right) for link in links(pairs, least=2, sure=0.5)}
    assert found == {("сот", "суд"), ("заң", "закон"), ("құқық", "право")}


def test_what_lies_near_an_expression_is_looked_for_last_and_can_be_taken_away():
    groups = widen("изъятие земельного участка", "ru")
    near = [one for one in shown(groups) if one.startswith("near:")]

    assert near
    weights = [a.weight for g in groups for a in g.alternatives if a.widened in near]
    assert max(weights) < 0.2
    assert not [one for one in shown(widen("пенсия", "ru")) if one.startswith("near:")]
    assert not set(near) & set(shown(widen("изъятие земельного участка", "ru", without=near)))


def test_a_shorter_expression_within_a_longer_one_is_looked_for_too():
    groups = widen("несчастный случай на производстве", "ru")

    assert looks_for(groups, "en", "accident")
    assert looks_for(groups, "en", "occupational", "accident")


def test_a_kazakh_word_made_from_another_is_looked_for_by_that():
    (group,) = widen("салықтық", "kk")

    assert looks_for((group,), "ru", "налог")
    assert looks_for((group,), "kk", "салық")


def test_a_misspelt_word_is_found_in_the_other_languages_too():
    groups = widen("пенсея", "ru")

    assert looks_for(groups, "kk", "зейнетақы")
    assert "spelling:пенсия" in shown(groups)
    as_typed = widen("пенсея", "ru", without=("spelling:пенсия",))
    assert not looks_for(as_typed, "ru", "пенсия")
    assert not looks_for(as_typed, "kk", "зейнетақы")
