"""Citations in running text: what is one, how far it reaches, whose it is, and what stays open."""

# ruff: noqa: E501  (a made-up text keeps to one line)

import itertools
import json
import random
from datetime import date
from time import process_time

import pytest

from atazan.cli.cite import answered, as_json
from atazan.cli.main import main
from atazan.law.cited import citations, phrases
from atazan.law.cited.known import decisions, known
from atazan.rules.citation import levels
from tests.cited_gold import f1, from_corpus, from_sentences, lines

DAY = date(2026, 11, 28)
GOOD_ENOUGH = 0.97


def only(text, **given):
    (one,) = citations(text, **{"day": DAY, **given})
    return one


def test_the_made_up_sentences_are_read_as_marked():
    wanted, found = from_sentences()
    assert len(wanted) >= 100
    assert f1(wanted, found) >= GOOD_ENOUGH


def test_texts_marked_before_they_were_read_by_machine_are_held():
    wanted, found = from_sentences("blind.jsonl")
    assert len(wanted) >= 300
    assert f1(wanted, found) >= GOOD_ENOUGH


@pytest.mark.corpus
def test_the_real_texts_are_read_as_marked(corpus):
    wanted, found = from_corpus(corpus)
    assert len(wanted) >= 300
    assert f1(wanted, found) >= GOOD_ENOUGH


def test_the_gold_holds_negative_sentences_and_all_three_languages():
    for name, negative in (("sentences.jsonl", 8), ("blind.jsonl", 40)):
        rows = lines(name)
        assert {row["lang"] for row in rows} == {"kk", "ru", "en"}
        assert sum(not row["citations"] for row in rows) >= negative


def test_the_path_names_levels_by_the_words_used():
    said = as_json(only("пункт 3) части второй статьи 99 УК"), "пункт 3) части второй статьи 99 УК")
    assert said["path"] == [
        [
            {"level": "article", "number": "99"},
            {"level": "part", "number": "2"},
            {"level": "paragraph", "number": "3"},
        ]
    ]
    assert said["targets"] == ["art_99__part_2__para_3"]


def test_a_constitution_is_the_one_in_force_on_the_citing_day():
    assert only("статья 4 Конституции", day=date(2026, 6, 30)).work.id == "const-1995"
    assert only("статья 4 Конституции", day=date(2026, 7, 1)).work.id == "const-2026"
    assert only("статья 4 Конституции", day=None).why == "no_day"


def test_without_the_act_it_stands_in_a_provision_stays_open():
    alone = only("статья 45")
    assert (alone.work, alone.targets, alone.why) == (None, ("art_45",), "no_context")
    assert only("статья 45", context="153-VII").work.id == "cl-court-2022"


@pytest.mark.parametrize(
    "context",
    [
        "cl-court-2022",
        "/akn/kz/act/2022/153-vii",
        "№ 153-VII",
        "О Конституционном Суде Республики Казахстан",
    ],
)
def test_the_act_a_text_stands_in_is_named_in_four_ways(context):
    assert only("пункт 2 статьи 45", context=context).work.id == "cl-court-2022"


def test_headings_and_numbered_lines_say_where_a_text_stands():
    text = "Статья 45. Обращение\n\n2. Гражданин.\n\nСм. подпункт 1) настоящего пункта и пункт 3 настоящей статьи.\n"
    first, second = citations(text, context="cl-court-2022", day=DAY)
    assert first.targets == ("art_45__para_2__subpara_1",)
    assert second.targets == ("art_45__para_3",)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Закон от 22 мая 2007 года № 254-III", "date_differs"),
        ("статьи 2-3 УК", "ambiguous_number"),
        ("статья 5 УК РФ", "foreign_act"),
        ("статья 5 Закона", "act_unknown"),
        ("пункт 2 настоящей статьи", "no_context"),
    ],
)
def test_what_is_not_certain_stays_open_with_the_reason(text, why):
    one = only(text)
    assert (one.work, one.why) == (None, why) or (why == "ambiguous_number" and one.targets == ())
    assert one.why == why


def test_a_provision_of_another_act_is_never_given_to_the_act_it_stands_in():
    for text in (
        "статья 5 договора",
        "Келісімнің 5-бабы",
        "Article 5 of the contract",
        "статья 5 ЖК",
    ):
        assert only(text, context="cl-court-2022").work is None, text


def test_the_same_article_is_the_last_one_cited_where_only_one_was():
    first, second = citations("статья 5 Закона о медиации; пункт 2 той же статьи", day=DAY)
    assert second.targets == ("art_5__para_2",)
    assert second.work == first.work
    *_, third = citations("статьи 5 и 6 Закона о медиации; пункт 2 той же статьи", day=DAY)
    assert (third.work, third.why) == (None, "several_provisions")


def test_the_civil_code_is_two_acts_told_apart_by_the_article():
    assert only("статья 405 ГК").work.number == "268-XIII"
    assert only("статья 406 ГК").work.number == "409-I"


def test_what_was_read_before_never_changes_what_is_read_next():
    rows = lines("sentences.jsonl") + lines("blind.jsonl")

    def read(row):
        return citations(row["text"], row["lang"], row.get("context"), DAY)

    alone = []
    for row in rows:
        phrases.forget()
        alone.append(read(row))
    order = list(range(len(rows)))
    for _ in range(3):
        random.Random(len(order)).shuffle(order)
        for at in order:
            assert read(rows[at]) == alone[at], rows[at]["id"]


def test_every_target_is_a_name_the_rest_of_the_house_reads():
    for row in lines("sentences.jsonl") + lines("blind.jsonl"):
        for one in citations(row["text"], row["lang"], row.get("context"), DAY):
            for eid in one.targets:
                if not eid[-1].isalpha():
                    levels(eid)


def test_places_are_code_points_and_never_overlap():
    text = "🙂 статья 45 Конституции 🙂 ст. 46 УК"
    first, second = citations(text, day=DAY)
    assert text[first.start : first.end] == "статья 45 Конституции"
    assert first.end <= second.start


def test_noise_of_the_same_letters_never_breaks_it():
    rng = random.Random(5)
    bits = [
        "статья",
        "пункт",
        "1)",
        "–",
        " ",
        "\n",
        "-бабы",
        "2-1",
        "№",
        "НП",
        "(",
        ")",
        "осы",
        "того же",
        "and",
        "Article",
        ",",
        "и",
        "Конституция",
        "от",
        "5 мая 2026",
        "«",
        "»",
        "ның",
    ]
    for _ in range(300):
        text = "".join(rng.choice(bits) + rng.choice(["", " "]) for _ in range(40))
        found = citations(text, day=DAY)
        assert all(0 <= one.start < one.end <= len(text) for one in found)
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "Конституцияның " + ", ".join(map(str, range(1, 400))) + " адам",
        "статьи " + ", ".join(map(str, range(1, 400))) + " и далее",
        "пункта 1 и " * 400 + "статьи 5",
        "статья 5 (" * 400,
    ],
)
def test_a_long_list_that_comes_to_nothing_is_given_up_at_once(text):
    begun = process_time()
    citations(text, day=DAY)
    assert process_time() - begun < 2  # milliseconds where each figure is looked at once


def test_acts_cited_keep_address_number_and_day_of_the_house():
    assert known()["cl-court-2022"].work.uri == "/akn/kz/act/2022/153-vii"
    assert len({one.work.uri for one in known().values()}) == len(known())
    assert ("court", "33") in decisions()


def test_a_bad_line_answers_with_its_error_and_the_rest_goes_on(monkeypatch, capsysbinary):
    import io
    import sys
    from types import SimpleNamespace

    given = '{"id": 1, "text": "статья 4 Конституции", "day": "2026-07-01"}\nnonsense\n{"id": 3}\n{"id": 4, "text": "x", "day": "July"}\n'
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(given.encode())))
    assert main(["cite", "--jsonl"]) == 2
    one, two, three, four = map(json.loads, capsysbinary.readouterr().out.splitlines())
    assert one["citations"][0]["work"]["uri"] == "/akn/kz/act/2026/constitution"
    assert "error" in two
    assert (three["id"], "error" in three) == (3, True)
    assert "July" in four["error"]


def test_a_line_may_name_the_act_it_stands_in():
    line = json.dumps(
        {"id": "a", "text": "осы баптың 2-тармағы", "lang": "kk", "context": "cl-court-2022#art_45"}
    )
    assert answered(line.encode(), None, None, DAY)["citations"][0]["targets"] == ["art_45__para_2"]


def _cite(monkeypatch, capsysbinary, text, *more):
    import io
    import sys
    from types import SimpleNamespace

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    code = main(["cite", *more])
    told = capsysbinary.readouterr()
    return code, told.out.decode(), told.err.decode()


def test_a_context_that_is_no_act_is_said_and_not_taken_for_none(monkeypatch, capsysbinary):
    code, out, err = _cite(
        monkeypatch, capsysbinary, "статья 4 настоящего Закона", "--context", "nosuch"
    )
    assert code == 0 and "is not known" in out and "was not given" not in out
    assert "'nosuch'" in err

    line = json.dumps({"id": 1, "text": "статья 4 настоящего Закона", "context": "nosuch"})
    told = answered(line.encode(), None, None, DAY)
    assert told["context_unknown"] == "nosuch"
    assert [one["why"] for one in told["citations"]] == ["context_unknown"]


def test_reasons_are_told_in_the_language_asked_and_nothing_is_said_of_nothing(
    monkeypatch, capsysbinary
):
    _, out, _ = _cite(monkeypatch, capsysbinary, "статья 4 настоящего Закона", "--lang-out", "kk")
    code, none, err = _cite(monkeypatch, capsysbinary, "", "--lang-out", "ru")

    assert "айтылмаған" in out
    assert (code, none) == (0, "") and "не найдено" in err
