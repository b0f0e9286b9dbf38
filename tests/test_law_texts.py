"""The text of the law on any day, as known at any moment."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection, transaction

from atazan.journal.corrections import ActWithdrawn
from atazan.journal.models import Entry
from atazan.journal.record import By, version_of
from atazan.journal.record import record as journal_record
from atazan.journal.replay import replay
from atazan.law import fresh, kept, pieces
from atazan.law import texts as held
from atazan.law.at_hand import AtHand
from atazan.law.fresh import stamp
from atazan.law.import_checks import Told
from atazan.law.importing import bring_back, prepare, record_text
from atazan.law.models import Effect, KeptWords, TextPiece
from atazan.law.text.read import read
from tests.law_texts import BY, FIRST, KK, RU, RU_2, SECOND, WORK, texts  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("texts")]
BEFORE, BETWEEN, AFTER = date(2024, 12, 31), date(2025, 6, 1), date(2026, 6, 1)
NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


def record(text, since, at=NOW, lang="ru"):
    day = date.fromisoformat(since)
    told = Told(work=WORK, lang=lang, since=day, source="a test", by=BY, replaces=True)
    prepared = prepare(read(text.encode(), lang=lang), told)
    if prepared is not None:
        record_text(prepared, by=By("editor", "curator"), at=at)
    return prepared


def words(eid, day, known=None):
    piece = held.piece_on(WORK, eid, "ru", day, known)
    return piece and " ".join(block.text for block in piece.blocks if block.kind == "text")


@pytest.mark.parametrize(
    ("lang", "day", "text"), [("ru", BETWEEN, RU), ("ru", AFTER, RU_2), ("kk", BETWEEN, KK)]
)
def test_the_text_of_a_day_is_the_text_that_was_imported(lang, day, text):
    document = held.text_on(WORK, lang, day)

    assert document.digest == read(text.encode(), lang=lang).digest
    assert [b.printed for b in document.blocks] == [
        b.printed for b in read(text.encode(), lang=lang).blocks
    ]


def test_before_the_first_version_no_text_is_held():
    assert held.text_on(WORK, "ru", BEFORE) is None
    assert held.piece_on(WORK, "art_1", "ru", BEFORE) is None
    assert held.text_on(WORK, "en", AFTER) is None
    assert held.text_on("labour-code-2015", "ru", AFTER) is None


def test_versions_know_their_days_and_who_made_them():
    first, second = held.versions(WORK, "kk")

    assert (first.since, first.until) == (date.fromisoformat(FIRST), date.fromisoformat(SECOND))
    assert (second.by_work, second.until) == (BY, None)
    assert held.languages(WORK) == ["kk", "ru"]


def test_an_article_that_did_not_change_stands_since_the_first_day():
    piece = held.piece_on(WORK, "art_1", "ru", AFTER)

    assert (piece.since, piece.until) == (date.fromisoformat(FIRST), None)


def test_an_article_lies_in_the_days_of_its_words():
    piece = held.piece_on(WORK, "art_2__para_1", "ru", BETWEEN)

    assert (piece.wid, piece.until) == ("art_2", date.fromisoformat(SECOND))
    assert "трёх" in words("art_2", BETWEEN) and "пяти" in words("art_2", AFTER)
    assert held.piece_on(WORK, "art_2-1", "ru", BETWEEN) is None
    assert held.piece_on(WORK, "art_2-1", "ru", AFTER).since == date.fromisoformat(SECOND)


def test_a_paragraph_has_a_history_of_its_own():
    first, second = held.spans(WORK, "art_2__para_2", "ru")

    assert first.until == second.since == date.fromisoformat(SECOND)
    assert "трёх" in first.text and "пяти" in second.text
    assert [one.until for one in held.spans(WORK, "art_2__para_1", "ru")] == [None]


def test_a_phrase_stands_since_the_day_its_words_did():
    assert held.phrase_since(WORK, "ru", "за небом вправе", AFTER).since.isoformat() == FIRST
    found = held.phrase_since(WORK, "ru", "не более пяти  часов", AFTER)
    assert (found.since.isoformat(), found.eid) == (SECOND, "art_2__para_2")
    assert held.phrase_since(WORK, "ru", "не более пяти часов", BETWEEN) is None


def test_a_phrase_that_moved_to_another_article_stands_since_it_stood_in_the_first():
    moved = RU_2.replace("Небо принадлежит всем.", "Небо высоко.").replace(
        "Во время наблюдения", "Небо принадлежит всем. Во время наблюдения"
    )
    record(moved, "2026-03-01")

    found = held.phrase_since(WORK, "ru", "Небо принадлежит всем", AFTER)

    assert (found.since.isoformat(), found.eid) == (FIRST, "art_2-1")


def test_a_version_put_between_two_leaves_the_days_of_the_later_as_they_were():
    before, after = held.text_on(WORK, "ru", BETWEEN), held.text_on(WORK, "ru", AFTER)
    between = RU.replace("трёх", "четырёх").replace("Небо принадлежит", "Небо всё принадлежит")

    prepared = record(between, "2025-09-01")

    assert prepared.older and prepared.act.anomalies == {"older": 1}
    assert held.text_on(WORK, "ru", BETWEEN) == before
    assert "четырёх" in words("art_2", date(2025, 10, 1))
    assert held.text_on(WORK, "ru", AFTER).printed == after.printed
    assert [one.since.isoformat() for one in held.versions(WORK, "ru")] == [
        FIRST,
        "2025-09-01",
        SECOND,
    ]


def test_a_version_older_than_the_first_leaves_every_later_day_as_it_was():
    after = {day: held.text_on(WORK, "ru", day).printed for day in (BETWEEN, AFTER)}

    record(RU.replace("Статья 4. Плата", "Статья 4. Цена") + "\nСтатья 6.\n\nБыла.\n", "2024-06-01")

    assert {day: held.text_on(WORK, "ru", day).printed for day in after} == after
    assert held.piece_on(WORK, "art_6", "ru", date(2024, 7, 1)) is not None
    assert held.piece_on(WORK, "art_6", "ru", BETWEEN) is None


def test_the_effects_of_a_version_put_between_are_told_of_the_day_they_began():
    record(RU.replace("трёх", "пяти"), "2025-09-01")
    record(KK.replace("үш сағаттан", "бес сағаттан"), "2025-09-01", lang="kk")

    rows = Effect.objects.filter(work=WORK, provision="art_2__para_2", superseded=False)

    assert [(row.effect, row.since, row.lang) for row in rows] == [("amended", "2025-09-01", None)]


def test_a_day_recorded_again_is_a_correction_and_the_first_record_stays_known():
    record(RU_2.replace("пяти", "шести"), SECOND, at=NOW)

    assert "шести" in words("art_2", AFTER)
    assert "пяти" in words("art_2", AFTER, known=NOW - timedelta(days=1))
    assert words("art_2", AFTER, known=datetime(2020, 1, 1, tzinfo=UTC)) is None
    assert [one.id for one in held.versions(WORK, "ru")][-1] == f"{WORK}.ru.{SECOND}.2"
    [now] = [one for one in held.versions(WORK, "ru") if one.since == date.fromisoformat(SECOND)]
    assert now.known == NOW


def test_the_same_text_of_the_same_day_is_nothing_to_record():
    assert record(RU_2, SECOND) is None


def test_both_languages_tell_one_effect():
    rows = Effect.objects.filter(work=WORK, effect="amended", superseded=False)

    assert [(row.provision, row.lang, row.by_work) for row in rows] == [("art_2__para_2", None, BY)]


def test_what_one_language_alone_shows_is_told_of_that_language():
    record(RU_2.replace("каждый", "всякий"), "2026-02-01")

    [row] = Effect.objects.filter(work=WORK, provision="art_2__para_1", effect="amended")

    assert row.lang == "ru"


def test_an_insertion_a_repeal_and_a_stub_are_told():
    rows = Effect.objects.filter(work=WORK, superseded=False).exclude(effect="amended")

    assert {(row.provision, row.effect, row.since) for row in rows} == {
        ("art_2-1", "inserted", SECOND),
        ("art_3__para_1__subpara_2", "repealed", SECOND),
        ("art_4", "repealed", SECOND),
    }


def test_registers_are_rebuilt_from_the_journal():
    record(RU.replace("трёх", "четырёх"), "2025-09-01")

    assert replay().differences == ()


def test_words_that_were_lost_are_found_missing_by_name():
    assert list(kept.breaks()) == []
    [art_4] = [
        row.words for row in held.rows_on(WORK, "kk", BETWEEN).values() if row.eid == "art_4"
    ]
    KeptWords.objects.filter(pk=bytes.fromhex(art_4)).update(packed=b"other words")
    kept.forget()

    assert art_4 in [one.sha256 for one in kept.breaks()]
    with pytest.raises(kept.WordsMissing, match="import the text"):
        kept.words(art_4)


def test_words_that_were_lost_come_back_with_the_text():
    KeptWords.objects.all().delete()
    kept.forget()
    assert len(list(kept.breaks())) > 10

    for lang, since, text in (("kk", FIRST, KK), ("ru", FIRST, RU), ("ru", SECOND, RU_2)):
        told = Told(work=WORK, lang=lang, since=date.fromisoformat(since), source="a test")
        assert bring_back(read(text.encode(), lang=lang), told)

    assert held.text_on(WORK, "ru", AFTER).digest == read(RU_2.encode(), lang="ru").digest
    assert {one.entry for one in kept.breaks()} == {held.versions(WORK, "kk")[1].entry}


def test_a_version_told_against_a_withdrawn_one_is_found_broken():
    assert list(held.broken()) == []
    first = next(one for one in held.versions(WORK, "ru"))
    entry = Entry.objects.get(number=first.entry)
    act = ActWithdrawn(
        subject=entry.stream, version=entry.version, reason="a test", sources=("a test",)
    )
    journal_record(act, by=By("chief", "chief_curator"), at=NOW, seen=version_of(f"work/{WORK}"))

    assert [id for _, id in held.broken()] == [f"{WORK}.ru.{SECOND}"]
    assert replay().differences == ()


def test_what_a_rolled_back_transaction_recorded_is_not_read_after_it():
    before = held.text_on(WORK, "ru", AFTER).digest
    with transaction.atomic():
        record(RU_2.replace("пяти", "шести"), SECOND)
        assert "шести" in words("art_2", AFTER)
        transaction.set_rollback(True)

    assert "пяти" in words("art_2", AFTER)
    assert held.text_on(WORK, "ru", AFTER).digest == before


def test_a_piece_that_bore_another_eid_before_is_found_under_each_on_its_days():
    row = TextPiece.objects.get(work=WORK, lang="ru", wid="art_2", since=FIRST)
    row.pk, row.eid, row.since = "made-up", "art_22", "2026-03-01"
    row.save(force_insert=True)
    pieces.forget()  # no entry says so

    assert held.piece_on(WORK, "art_22", "ru", AFTER).wid == "art_2"
    assert held.piece_on(WORK, "art_22", "ru", BETWEEN) is None
    assert held.piece_on(WORK, "art_2", "ru", AFTER) is None


def test_a_register_read_is_read_again_only_after_a_write():
    first = stamp()
    assert stamp() == first

    record(RU_2.replace("пяти", "шести"), SECOND)

    assert stamp() != first


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a file of its own")
def test_what_another_connection_wrote_is_known_at_the_next_question(tmp_path, monkeypatch):
    mine, other = (sqlite3.connect(tmp_path / "x", isolation_level=None) for _ in range(2))
    mine.execute("CREATE TABLE journal_entry (number, hash)")
    db = SimpleNamespace(connection=mine, vendor="sqlite", run_on_commit=[], in_atomic_block=False)
    monkeypatch.setattr(fresh, "connections", {"default": db})
    monkeypatch.setattr(fresh, "answers", lambda asked: mine.execute(asked).fetchall())
    first = fresh.stamp()
    assert fresh.stamp() == first

    other.execute("INSERT INTO journal_entry VALUES (1, 'a')")

    assert fresh.stamp() == (1, "a") != first
    fresh._begins()
    fresh.stamp()
    other.execute("INSERT INTO journal_entry VALUES (2, 'b')")
    assert fresh.stamp() == (1, "a")  # a page is of one state
    fresh._begins()
    assert fresh.stamp() == (2, "b")
    fresh._ends()


def test_what_was_put_first_goes_first_where_the_bound_is_passed():
    near = AtHand(10)
    for key, weight in (("a", 4), ("b", 4), ("a", 3), ("c", 4)):
        near.put(key, key.upper(), weight)

    assert (near.get("a"), near.get("b"), near.get("c")) == (None, "B", "C")
    assert near.weight == 8
