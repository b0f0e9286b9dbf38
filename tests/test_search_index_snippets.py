"""What a hit shows of a document. All texts are made up."""

from __future__ import annotations

from time import process_time

from atazan.rules.text import Lang
from atazan.search import planning, snippets
from atazan.search.asking import Asked
from atazan.search.document import Document
from atazan.search.snippets import LENGTH, Passage
from tests.search_documents import document


def shown(kept: Document, words: str, lang: Lang = "ru", widen: bool = True) -> Passage:
    question = planning.read(Asked(words=words, lang=lang, widen=widen))
    return snippets.passage(kept, snippets.looked_for(question), lang)


def lit(passage: Passage) -> list[str]:
    return [run.words for run in passage.runs if run.lit]


def whole(passage: Passage) -> str:
    return "".join(run.words for run in passage.runs)


def test_words_are_lit_by_their_key_not_their_letters():
    kept = document("source/1", "Размер пенсии. Пенсиями занимаются суды; пенсне ни при чём.")

    assert lit(shown(kept, "пенсия суд", widen=False)) == ["пенсии", "Пенсиями", "суды"]


def test_the_stretch_that_says_most_parts_is_shown_cut_at_words():
    far = "Ничего о деле здесь нет, одни слова. " * 30
    kept = document("source/1", f"Пенсия. {far}Здесь о пенсии говорит суд подробно. {far}")

    passage = shown(kept, "пенсия суд", widen=False)

    assert lit(passage) == ["пенсии", "суд"]
    assert len(whole(passage)) <= LENGTH + 4
    assert whole(passage).startswith("… ")
    assert whole(passage).endswith(" …")
    said = whole(passage).strip("… ")
    assert said in kept.text["ru"]
    assert said[-1] in ".," or kept.text["ru"][kept.text["ru"].index(said) + len(said)] == " "


def test_the_reader_s_language_is_shown_or_where_it_says_nothing_the_one_that_does():
    both = document("source/1", {"ru": "О пенсии.", "kk": "Зейнетақы туралы."})
    other = document("source/2", {"ru": "О реке.", "kk": "Зейнетақы туралы."})
    alone = document("source/3", {"kk": "Зейнетақы туралы."})

    assert shown(both, "пенсия").lang == "ru"
    assert lit(shown(both, "пенсия")) == ["пенсии"]
    assert shown(other, "пенсия").lang == "kk"
    assert lit(shown(alone, "pension", "en")) == ["Зейнетақы"]


def test_where_nothing_is_said_the_text_begins_and_a_title_alone_shows_nothing():
    kept = document("source/1", "Слово " * 100)

    passage = shown(kept, "пенсия", widen=False)

    assert whole(passage).startswith("Слово")
    assert lit(passage) == []
    titled = document("office/1", {}, title={"kk": "Төраға"})
    assert shown(titled, "төраға") == Passage("kk", (), None)


def test_the_paragraph_is_named_by_its_anchor():
    text = "Первый пункт.\nВторой пункт о пенсии.\nТретий пункт."
    places = {"ru": ((0, "para_1"), (14, "para_2"), (37, "para_3"))}
    kept = document("provision/x", text, places=places)

    assert shown(kept, "пенсия").anchor == "para_2"
    assert shown(kept, "третий", widen=False).anchor == "para_3"
    assert shown(kept, "река", widen=False).anchor == "para_1"


def test_a_quoted_phrase_is_lit_whole():
    kept = document("source/1", "Взяли Заём «под ключ» вчера.")

    assert lit(shown(kept, '"заем под ключ"')) == ["Заём «под ключ"]


def test_the_words_of_an_expression_are_lit_where_they_stand_together():
    kept = document("source/1", {"en": "The Constitutional Court sat. A court of appeal did not."})

    assert lit(shown(kept, "конституциялық сот", "kk"))[:2] == ["Constitutional", "Court"]


def test_long_texts_take_time_by_their_length():
    short = document("source/1", "слово и ещё пенсия " * 500)
    long = document("source/2", "слово и ещё пенсия " * 10_000)
    for kept in (short, long):
        shown(kept, "пенсия", widen=False)

    begun = process_time()
    shown(short, "пенсия", widen=False)
    one = process_time() - begun
    begun = process_time()
    shown(long, "пенсия", widen=False)

    assert process_time() - begun < max(60 * one, 0.5)


def test_texts_without_blanks_and_of_marks_alone_are_shown():
    assert len(whole(shown(document("source/1", "а" * 100_000), "пенсия"))) < 2 * LENGTH
    assert whole(shown(document("source/2", "…—!"), "пенсия"))
    assert shown(document("source/3", " \n "), "пенсия").runs == ()
