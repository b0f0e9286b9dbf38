"""Describing decisions: positions, their treatment, summaries, index, précis, texts."""

from datetime import UTC, datetime

import pytest

from atazan.decisions import described_acts as acts
from atazan.decisions.models import DecisionText, Indexing, Position, Summary, Treatment
from atazan.journal.problems import BadAct, NotPermitted
from atazan.journal.record import By, record, version_of
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase

pytestmark = pytest.mark.django_db
KEEPER = By("keeper", "curator")
NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
WORDS = Text(kk="Ойдан шығарылған.", ru="Вымышлено.", en="Made up.")
EARLIER, LATER = "cc-2023-033", "cc-2026-088"


def put(kind, decision=EARLIER, by=KEEPER, **facts):
    facts.setdefault("sources", ("made up for a test",))
    act = kind(decision=decision, **facts)
    return record(act, by=by, at=NOON, seen=version_of(f"decision/{decision}"))


def state(id="made-up", decision=EARLIER, **facts):
    return put(acts.PositionStated, decision, id=id, says=WORDS, **facts)


def treat(decision=LATER, position="made-up", how=acts.Treatment.FOLLOWED, **facts):
    return put(acts.PositionTreated, decision, position=position, treatment=how, why=WORDS, **facts)


def refusal(call, **facts):
    with pytest.raises(BadAct) as refused:
        call(**facts)
    (problem,) = refused.value.problems
    for lang in LANGS:
        assert phrase(problem.key, lang, problem.facts)
    return problem.key


def text(decision=EARLIER, **paragraphs):
    given = paragraphs or {"kk": ("бір", "екі"), "ru": ("один", "два")}
    return put(acts.DecisionTextRecorded, decision, **given)


def test_a_position_stands_in_the_register_with_what_it_concerns():
    state(provisions=("const-1995#art_13",), author=WORDS)
    row = Position.objects.get(pk="made-up")
    assert row.decision == EARLIER
    assert row.says["ru"] == "Вымышлено."
    assert row.provisions == ["const-1995#art_13"]


def test_a_position_names_only_what_can_be_found():
    assert refusal(state, provisions=("no-such-work#art_1",)) == "law.unknown_work"
    assert refusal(state, paragraphs=("p-1",)) == "decisions.bad.paragraph"
    assert refusal(state, concepts=("no-such-concept",)) == "decisions.bad.concept"
    text()
    assert refusal(state, paragraphs=("p-3",)) == "decisions.bad.paragraph"
    state(paragraphs=("p-2",))


def test_a_later_decision_treats_a_position():
    state()
    treat(how=acts.Treatment.CHANGED)
    row = Treatment.objects.get(position="made-up")
    assert (row.decision, row.treatment) == (LATER, "changed")


def test_a_position_is_treated_only_by_another_and_later_decision():
    assert refusal(treat, position="none-such") == "decisions.bad.no_position"
    state()
    assert refusal(treat, decision=EARLIER) == "decisions.bad.own_position"
    assert refusal(treat, decision="ccl-1997-3") == "decisions.bad.not_later"
    assert refusal(treat, decision="cc-other-assembly-second") == "decisions.bad.not_later"


def test_of_two_decisions_of_a_day_the_number_tells_which_is_later():
    state("of-32", decision="cc-2023-032")
    state("of-33", decision="cc-2023-033")
    assert refusal(treat, decision="cc-2023-032", position="of-33") == "decisions.bad.not_later"
    treat(decision="cc-2023-033", position="of-32")


def test_nothing_is_described_that_is_not_on_record():
    with pytest.raises(NotPermitted):
        state(decision="cc-2099-999")


def test_a_reader_describes_nothing():
    with pytest.raises(NotPermitted):
        state(by=By("reader", "visitor"))


def test_a_summary_has_its_author_and_its_day():
    assert refusal(put, kind=acts.DecisionSummarised, summary=WORDS, author=WORDS) == (
        "decisions.bad.undated"
    )
    for day in ("2026-11-01", "2026-11-20"):
        put(acts.DecisionSummarised, summary=WORDS, author=WORDS, done_on=day)
    assert [one.written_on for one in Summary.objects.filter(decision=EARLIER).order_by("id")] == [
        "2026-11-01",
        "2026-11-20",
    ]


def test_codes_come_with_the_version_of_their_thesaurus():
    day = {"done_on": "2026-11-20"}
    assert refusal(put, kind=acts.DecisionIndexed, codes=("5.3.13",), **day) == (
        "decisions.bad.thesaurus"
    )
    words = Text(kk="меншік; өтемақы", ru="собственность; возмещение", en="property; damages")
    put(acts.DecisionIndexed, codes=("5.3.13",), thesaurus="22", keywords=words, **day)
    assert Indexing.objects.get(decision=EARLIER).keywords["kk"] == ["меншік", "өтемақы"]


def test_a_text_has_a_source_and_its_languages_stand_paragraph_by_paragraph():
    assert (
        refusal(put, kind=acts.DecisionTextRecorded, ru=("один",), sources=())
        == "decisions.bad.no_text"
    )
    assert refusal(text, kk=("бір",), ru=("один", "два")) == "decisions.bad.unequal"
    text()
    assert refusal(text, en=("one",)) == "decisions.bad.unequal"
    text(en=("one", "—"))
    held = DecisionText.objects.filter(decision=EARLIER).order_by("language")
    assert [one.language for one in held] == ["en", "kk", "ru"]
