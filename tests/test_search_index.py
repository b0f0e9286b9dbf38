"""What the index finds, in which order, and how it counts. All documents are made up."""

from __future__ import annotations

from datetime import date

import pytest

from atazan.search.asking import Asked
from atazan.search.bad import BadQuestion
from atazan.search.engines.tantivy import Tantivy
from atazan.search.index import Index
from atazan.search.shelf import SqliteShelf
from atazan.search.writing import Writing
from tests.search_documents import document, indexed

DAY = date(2026, 8, 1)


def found(index: Index, words: str, **more: object) -> list[str]:
    """The ids of what a question finds, in order."""
    return [hit.id for hit in index.ask(Asked(words=words, **more)).hits]


def test_any_form_of_a_word_finds_it():
    index = indexed(
        document("source/1", "Гражданам назначена пенсия."),
        document("source/2", {"kk": "Зейнетақының мөлшері заңмен белгіленеді."}),
        document("source/3", {"en": "The court decides."}),
    )

    assert found(index, "пенсиями", widen=False) == ["source/1"]
    assert found(index, "зейнетақы", widen=False) == ["source/2"]
    assert found(index, "courts", widen=False) == ["source/3"]


def test_a_question_in_one_language_finds_what_is_written_only_in_another():
    index = indexed(
        document("source/ru", "Размер пенсии установлен законом."),
        document("source/kk", {"kk": "Зейнетақы мөлшері заңмен белгіленеді."}),
        document("source/en", {"en": "The pension is set by statute."}),
        document("source/no", {"en": "Rivers and lakes."}),
    )

    for words in ("зейнетақы", "пенсия", "pension"):
        assert set(found(index, words)) == {"source/ru", "source/kk", "source/en"}


def test_what_says_all_parts_goes_before_what_says_one_part_often():
    index = indexed(
        document("source/often", "Налог, налог, налог, налог и ещё налог."),
        document("source/both", "О земле говорится много и долго, и лишь в конце про налог."),
    )

    assert found(index, "налог земля", widen=False) == ["source/both", "source/often"]


def test_a_part_that_most_documents_say_is_not_enough_by_itself():
    many = [document(f"source/{n}", "Право и суд.") for n in range(60)]
    index = indexed(*many, document("source/home", "Право на жилище."))

    told = index.ask(Asked(words="право на жилище", widen=False))

    assert (told.hits[0].id, told.total) == ("source/home", 1)
    assert index.ask(Asked(words="право", widen=False)).total == 61
    assert index.ask(Asked(words="право и небывальщина", widen=False, lang="ru")).total == 61


def test_what_binds_goes_before_what_ended_and_says_so():
    index = indexed(
        document("provision/a", "Срок жалобы.", since="2000-01-01", until="2024-01-01"),
        document("provision/b", "Срок подачи такой жалобы в суд.", since="2000-01-01"),
    )

    hits = index.ask(Asked(words="жалоба", day=DAY)).hits

    assert [(hit.id, hit.binds) for hit in hits] == [("provision/b", True), ("provision/a", False)]


def test_only_the_wording_of_the_day_is_found():
    old = document("provision/x@2000-01-01", "Срок.", since="2000-01-01", replaced="2026-07-01")
    new = document("provision/x@2026-07-01", "Срок.", since="2026-07-01")
    index = indexed(old, new)

    assert found(index, "срок", day=date(2026, 6, 30)) == [old.id]
    assert found(index, "срок", day=date(2026, 7, 1)) == [new.id]
    assert found(index, "срок", day=date(1999, 12, 31)) == []


def test_without_a_day_the_newest_wording_comes_first_and_older_ones_do_not_crowd_out_others():
    wordings = [
        document(f"provision/x@{year}-01-01", "Срок жалобы.", since=f"{year}-01-01")
        for year in range(2000, 2020)
    ]
    index = indexed(*wordings, document("provision/y@1999-01-01", "Срок жалобы и ещё слова."))

    first = found(index, "жалоба", most=3)

    assert first[0] == "provision/x@2019-01-01"
    assert "provision/y@1999-01-01" in first[:2]


def test_a_decision_and_the_constitution_go_before_a_paper_that_says_the_same():
    index = indexed(
        document("source/1", "Свобода слова."),
        document("decision/1", "Свобода слова."),
        document("provision/law", "Свобода слова."),
        document("provision/const", "Свобода слова.", facets={"form": ("constitution",)}),
    )

    order = found(index, "свобода слова", widen=False)

    assert order[0] == "provision/const"
    assert order[-1] == "source/1"


def test_a_quoted_phrase_is_found_as_it_stands_case_and_quotes_aside():
    index = indexed(
        document("source/exact", "Взяли Заём  «под ключ» вчера."),
        document("source/inflected", "О займах под ключи."),
        document("source/apart", "Заём дан, дом сдан под самый ключ."),
    )

    assert found(index, '"заем под ключ"') == ["source/exact"]
    assert found(index, "«займах под ключи»") == ["source/inflected"]
    assert found(index, '"заем под ключ" вчера') == ["source/exact"]
    assert found(index, '"под ключик"') == []
    assert index.ask(Asked(words='"заем под ключ"')).total == 1


def test_a_phrase_does_not_end_inside_a_word():
    index = indexed(document("source/1", {"kk": "Заңды күшіне енді."}))

    assert found(index, '"заң"') == []
    assert found(index, '"заңды күшіне"') == ["source/1"]


def test_facets_count_all_that_matches_and_what_the_facet_itself_leaves_out():
    index = indexed(
        document("decision/1", "Пенсия.", facets={"work": ("a", "b"), "year": ("2024",)}),
        document("decision/2", "Пенсия.", facets={"work": ("a",), "year": ("2025",)}),
        document("source/3", {"en": "Pension.", "ru": "Пенсия."}, facets={"year": ("2025",)}),
    )

    told = index.ask(Asked(words="пенсия", most=1))
    assert told.total == 3
    assert told.facets["kind"] == (("decision", 2), ("source", 1))
    assert told.facets["lang"] == (("ru", 3), ("en", 1))

    told = index.ask(Asked(words="пенсия", only={"year": ("2025",), "work": ("a", "b")}))
    assert [hit.id for hit in told.hits] == ["decision/2"]
    assert told.facets["year"] == (("2024", 1), ("2025", 1))
    assert told.facets["work"] == (("a", 1),)
    assert told.facets["kind"] == (("decision", 1),)


def test_values_of_one_facet_are_alternatives_kind_and_language_among_them():
    index = indexed(
        document("decision/1", "Пенсия."),
        document("source/2", "Пенсия."),
        document("office/3", {"en": "Pension."}),
    )

    assert set(found(index, "пенсия", only={"kind": ("decision", "source")})) == {
        "decision/1",
        "source/2",
    }
    assert found(index, "пенсия", only={"lang": ("en",)}) == ["office/3"]


def test_a_number_typed_in_any_way_goes_straight_to_the_decision():
    index = indexed(
        document("decision/33", "О пенсии.", names=("33-НҚ", "33-НП")),
        document("decision/34", "О пенсии, смотри также 33 дела.", names=("34-НП",)),
    )

    for words in ("33-НҚ", "№ 33–нп", "33 нп"):
        told = index.ask(Asked(words=words))
        assert told.straight == "decision/33"
        assert told.hits[0].id == "decision/33"
    assert index.ask(Asked(words="постановление 33-НП")).hits[0].id == "decision/33"


def test_a_citation_is_resolved_by_whoever_knows_the_law():
    index = indexed(document("source/1", "Пенсия."))
    index._answering._resolve = lambda words, day, lang: "norms/x" if "ст." in words else None

    assert index.ask(Asked(words="ст. 45 п. 2")).straight == "norms/x"
    assert index.ask(Asked(words="пенсия")).straight is None


def test_a_misspelt_word_is_put_right_by_the_words_of_the_index():
    index = indexed(document("source/1", "Подпопечительство над зорбекитом."))

    told = index.ask(Asked(words="зарбекитом", lang="ru"))

    assert told.meant == "зорбекитом"
    assert index.ask(Asked(words="зорбекитом", lang="ru")).meant is None


def test_no_words_show_everything_the_newest_first_and_marks_alone_nothing():
    index = indexed(
        document("decision/1", "А.", day="2024-05-01"),
        document("decision/2", "Б.", day="2025-05-01"),
    )

    assert found(index, "") == ["decision/2", "decision/1"]
    assert found(index, "", only={"kind": ("source",)}) == []
    assert found(index, "?!…") == []


def test_function_words_alone_are_looked_for_as_they_are():
    index = indexed(document("source/1", "и"), document("source/2", "Пенсия."))

    assert found(index, "и", lang="ru") == ["source/1"]


def test_newest_and_oldest_order_by_day():
    index = indexed(
        *(document(f"decision/{n}", "Пенсия." * n, day=f"2024-0{n}-01") for n in (2, 1, 3))
    )

    assert found(index, "пенсия", order="newest") == ["decision/3", "decision/2", "decision/1"]
    assert found(index, "пенсия", order="oldest") == ["decision/1", "decision/2", "decision/3"]


def test_numbers_and_latin_words_are_found_in_texts_of_any_language():
    index = indexed(
        document("source/ru", "Закон 153-VII и система e-gov."),
        document("source/kk", {"kk": "153-VII заң."}),
    )

    assert set(found(index, "153-VII", lang="en")) == {"source/ru", "source/kk"}
    assert found(index, "e-gov", lang="kk") == ["source/ru"]


@pytest.mark.parametrize(
    "words",
    [
        "а" * 400,
        "«",
        '"',
        '""',
        "\x00",
        "💥 💥",
        "слово " * 66,
        "ст. 1 п. 2 " * 30,
        "a:b^2~ AND (OR",
        "пенсия \udcff",
    ],
)
def test_odd_questions_are_answered(words: str):
    index = indexed(document("source/1", "Пенсия."), document("source/2", "Пенсия."))

    assert index.ask(Asked(words=words, most=1)).total in (0, 2)


def test_what_cannot_be_asked_is_said_in_three_languages():
    index = indexed(document("source/1", "Пенсия."))

    for asked in (Asked(words="а" * 401), Asked(words="а", most=0), Asked(words="а", most=101)):
        with pytest.raises(BadQuestion) as bad:
            index.ask(asked)
        assert len({bad.value.says(lang) for lang in ("kk", "ru", "en")}) == 3
        assert str(asked.most if asked.most != 20 else 401) in bad.value.says("ru")


def test_a_citation_is_not_widened_by_the_words_it_is_made_of():
    index = Index(
        Tantivy(), SqliteShelf(), Writing(None), resolve=lambda words, day, lang: "norms/x/art_45"
    )
    cited = index.ask(Asked(words="art 45(2)", lang="en"))
    named = index.ask(Asked(words="labour law", lang="en"))

    assert cited.straight == "norms/x/art_45" and cited.widened == ()
    assert named.widened
