"""Words that repeat words held unconstitutional: exact places, long runs, other provisions only."""

from datetime import date

import pytest

from atazan.law.conformity.held import Held, duty, repeating
from atazan.law.conformity.repeated import LEAST, Sought, joined, words_of
from atazan.law.text.document import Block, Document
from atazan.rules.citation import Provision
from atazan.rules.text import LANGS

HELD = "Жилец обязан ежедневно сообщать дежурному звездочёту о положении каждой звезды над домом"
DAY = date(2026, 8, 1)


def law(*lines, lang="ru"):
    return Document(lang=lang, blocks=tuple(Block(eid, "text", text) for eid, text in lines))


def held(words=HELD, work="sky", eid="art_1", decision="nr-1"):
    return Held(Provision(work, eid), date(2026, 7, 15), decision, {"ru": words})


def found(text, *, work="house", of=None):
    return list(repeating(law(("art_7", text)), work, [of or held()], DAY))


def runs(sought, text):
    return list(Sought(sought).runs(list(words_of(text))))


def test_a_run_is_found_with_its_exact_place_in_both_texts():
    text = f"В саду, {HELD.lower()}, а также над садом"

    (one,) = runs(HELD, text)

    assert text[one.start : one.end] == HELD.lower()
    assert HELD[one.other_start : one.other_end] == HELD
    assert one.words == len(list(words_of(HELD)))


def test_blanks_case_punctuation_and_letters_of_another_script_do_not_matter():
    text = "ЖИЛЕЦ  обязан, ежедневно: сообщать\nдежурному звeздочёту (о положении) каждой звезды"

    assert [one.words for one in runs(HELD, text)] == [10]


def test_fewer_equal_words_in_a_row_are_a_turn_of_phrase():
    words = HELD.split()

    assert len(runs(HELD, " ".join(words[: LEAST - 1]))) == 0
    assert len(runs(HELD, " ".join(words[:LEAST]))) == 1


def test_a_word_changed_in_the_middle_cuts_the_run():
    words = (HELD + " и над каждым окном этого дома без исключения по ночам").split()
    text = " ".join([*words[:9], "иначе", *words[10:]])

    assert [one.words for one in runs(" ".join(words), text)] == [9, len(words) - 10]


def test_of_short_words_held_all_must_stand_in_a_row():
    short = "сообщать дежурному звездочёту о звезде"

    assert len(runs(short, f"обязан {short} сразу")) == 1
    assert runs(short, "сообщать дежурному звездочёту о доме") == []
    assert runs("сообщать дежурному звездочёту", "сообщать дежурному звездочёту") == []


def test_the_finding_names_the_place_the_provision_and_the_duty():
    (one,) = found(f"1. {HELD}.")

    assert one.place.words == HELD
    assert (one.kind, one.about, one.old) == ("repeats", "sky/art_1", Provision("sky", "art_1"))
    assert one.sources[0].work == "cl-court-2022"
    assert "прекращения" in one.sources[0].quote
    assert len({one.says(lang) for lang in LANGS}) == 3
    assert "12" in one.says("en")


def test_the_duty_was_repeal_before_july_2026_and_nothing_before_the_court():
    assert "для отмены" in duty(date(2026, 6, 30))[0].quote
    assert duty(date(2020, 1, 1)) == ()


def test_the_provision_held_does_not_repeat_itself():
    inside = law(("art_1__para_2", HELD), ("art_2", HELD))

    assert [one.place.eid for one in repeating(inside, "sky", [held()], DAY)] == ["art_2"]


@pytest.mark.parametrize(
    ("share", "sure"), [(1.0, "high"), (0.7, "low")], ids=["all of it", "eight words of it"]
)
def test_the_longer_the_run_the_surer(share, sure):
    words = HELD.split()

    (one,) = found(" ".join(words[: round(len(words) * share)]))

    assert one.confidence == sure


def test_headings_and_notes_are_not_compared():
    text = Document(
        lang="ru", blocks=(Block("art_1", "heading", HELD), Block("art_1", "note", HELD))
    )

    assert list(repeating(text, "house", [held()], DAY)) == []


def test_words_of_another_language_are_not_compared():
    assert list(repeating(law(("art_7", HELD), lang="kk"), "house", [held()], DAY)) == []


def test_what_was_not_held_is_said_to_be_alike():
    (one,) = found(HELD, of=held(decision=""))

    assert one.key == "conformity.alike"


@pytest.mark.parametrize("start", range(6))
def test_the_chains_looked_for_first_miss_no_run(start):
    """Any run of eight words of the provision holds a chain."""
    long = " ".join(f"слово{n}" for n in range(40))
    part = " ".join(long.split()[start : start + LEAST])
    said = joined(law(("art_9", f"Иное {part} иное")))

    assert any(chain in said for chain in Sought(long).chains())
