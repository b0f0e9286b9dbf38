"""The record is searched as it stands: each room's documents, kept fresh, found and led to."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from threading import Event, Thread

import pytest
from django.db import transaction
from django.test import Client

from atazan.cooperation import searched as cooperation
from atazan.cooperation.acts import PartnerRegistered
from atazan.cooperation.models import Partner
from atazan.decisions.acts import DecisionAdopted, Holding
from atazan.journal.corrections import ActCorrected
from atazan.journal.record import By, record, version_of
from atazan.rules.text import Text
from atazan.search import rooms
from atazan.search.asking import Asked
from atazan.search.describing import under
from atazan.search.freshness import Kept, Refreshed, forget
from atazan.search.record import answer
from tests.conftest import MOMENT
from tests.search_files import kept_words

pytestmark = pytest.mark.django_db
CURATOR = By("editor", "curator")


@pytest.fixture(scope="module")
def every(django_db_setup, django_db_blocker):
    """Every document of the record, by id."""
    with django_db_blocker.unblock():
        found = list(rooms.documents("public"))
    assert len({one.id for one in found}) == len(found)
    return {one.id: one for one in found}


def paths(words, **asked):
    return [hit.path for hit in answer(Asked(words=words, **asked)).hits]


def put(act, stream):
    return record(act, by=CURATOR, at=MOMENT, seen=version_of(stream))


def partner(word, id="made-up-partner"):
    """A made-up partner whose name has a word nothing else in the record has."""
    names = Text(kk=f"{word} ұйымы", ru=f"организация {word}", en=f"{word} organisation")
    act = PartnerRegistered(
        id=id, type="international_organisation", names=names, sources=("made up",)
    )
    return put(act, f"partner/{id}")


def test_every_kind_of_the_record_is_searched(every):
    kinds = Counter(one.kind for one in every.values())

    wanted = "provision decision office person body agreement project event referendum source rule"
    assert {kind for kind in wanted.split() if kinds[kind]} == set(wanted.split())
    assert all(one.id.startswith(f"{one.kind}/") and one.title for one in every.values())


def test_every_kind_leads_to_a_page_that_is_there(every):
    last = {one.kind: one for one in every.values()}

    for one in last.values():
        assert Client().get(f"/en/{one.path}").status_code == 200, one.id


def test_places_lie_in_the_text_and_rise(every):
    for one in every.values():
        for lang, places in one.places.items():
            at = [place for place, _ in places]
            assert at == sorted(set(at)) and all(p < len(one.text[lang]) for p in at), one.id


def test_a_decision_is_found_by_its_number_in_every_spelling():
    numbers = ("33-НП", "33-НҚ", "№ 33-НП", "33-NP", "KZ:KKRK:2023:33.NQ")
    called = ("Постановление № 33-НП", "33-НҚ қаулысы", "normative resolution No. 33-NP")
    for number in (*numbers, *called):
        assert answer(Asked(words=number)).straight == "decisions/cc-2023-033", number


@pytest.mark.parametrize(
    "words", ["ст. 45 п. 2 закона 153-VII", "art 45(2) 153-VII", "153-VII 45-баптың 2-тармағы"]
)
def test_a_citation_in_any_language_goes_straight_to_the_provision(words):
    assert answer(Asked(words=words)).straight == "norms/cl-court-2022/art_45__para_2"


def test_a_bare_number_or_plain_words_go_nowhere_straight():
    for words in ("45", "2023", "пенсия", "құқық", "статья", "the"):
        assert answer(Asked(words=words)).straight is None, words


def test_a_persons_name_finds_the_person_first_in_each_language():
    for name in ("Әзімова", "Азимова", "Azimova"):
        assert paths(name)[0] == "people/azimova"


@pytest.fixture
def small(tmp_path, monkeypatch):
    """An index of one room alone, cooperation."""
    monkeypatch.setattr(rooms, "rooms", lambda: (cooperation,))
    one = Kept(tmp_path, "public")
    one.refresh()
    yield one
    one.close()


def key_files(folder):
    """The files that hold the keys of words: packed letter by letter, so that they must go."""
    return {path.name for path in folder.rglob("*.term")}


def found_in(one, words):
    """The paths found, after the index was brought up to the journal."""
    one.refresh()
    return [hit.path for hit in one.index.ask(Asked(words=words)).hits]


def test_what_is_recorded_is_found_at_once_and_nothing_else_is_written(small):
    partner("жезтырнақ")
    done = small.refresh()

    assert (done.put, done.dropped, done.whole) == (1, 0, False)
    assert found_in(small, "жезтырнақ") == ["partners/made-up-partner"]


def test_what_was_rolled_back_leaves_the_index(small):
    with transaction.atomic():
        partner("көшпеліқұс")
        assert found_in(small, "көшпеліқұс")
        transaction.set_rollback(True)

    assert found_in(small, "көшпеліқұс") == []
    assert not small.refresh().put


def test_another_entry_in_the_place_of_one_rolled_back_is_seen(small):
    with transaction.atomic():
        partner("біріншісөз", "made-up-one")
        assert found_in(small, "біріншісөз")
        transaction.set_rollback(True)
    partner("екіншісөз", "made-up-two")

    assert found_in(small, "екіншісөз") == ["partners/made-up-two"]
    assert found_in(small, "біріншісөз") == []


@pytest.mark.parametrize("files", ["the same files", "another version of the files"])
def test_what_an_act_put_right_said_before_stays_in_no_file(small, monkeypatch, files):
    partner("қатетаңба")
    assert found_in(small, "қатетаңба")
    assert "қатетаңба" in kept_words(small.folder)
    keys = key_files(small.folder)
    names = {"kk": "дұрыстаңба ұйымы", "ru": "организация", "en": "organisation"}
    act = ActCorrected(
        subject="partner/made-up-partner",
        version=1,
        changes={"names": names},
        reason="made up",
        sources=("made up",),
    )
    record(act, by=By("chief", "chief_curator"), at=MOMENT, seen=1)
    if files != "the same files":
        monkeypatch.setattr(rooms, "made", lambda: files)

    assert found_in(small, "дұрыстаңба") == ["partners/made-up-partner"]
    assert found_in(small, "қатетаңба") == []
    assert "қатетаңба" not in kept_words(small.folder)
    assert keys and not keys & key_files(small.folder)


def test_another_version_of_the_files_has_everything_looked_at(small, monkeypatch):
    monkeypatch.setattr(rooms, "made", lambda: "another version")

    assert small.refresh().whole
    assert not small.refresh().whole


def test_registers_written_anew_without_an_entry_are_looked_at_again(small):
    names = dict.fromkeys(("kk", "ru", "en"), "ЗАПИСАНОЗАНОВО")
    Partner.objects.filter(pk="undp").update(names=names)
    assert not found_in(small, "ЗАПИСАНОЗАНОВО")
    small.look_again()

    assert found_in(small, "ЗАПИСАНОЗАНОВО")[0] == "partners/undp"


def test_an_index_that_lost_something_is_made_again(small):
    whole = small.index.size
    small.index.drop(["agreement/mou-undp-2023"])  # behind the back of its keeper
    partner("жаңасөз")

    assert small.refresh().put == whole + 1


def test_an_index_whose_folder_is_gone_is_made_again(small):
    whole, folder = small.index.size, small.folder
    small.close()
    shutil.rmtree(folder / "public")
    again = Kept(folder, "public")

    assert again.refresh().put == again.index.size == whole
    again.close()


def test_who_asks_while_another_process_writes_is_told_so(small):
    held, done = Event(), Event()
    other = Kept(small.folder, "public")

    def writes():
        with other._contents.held(1):
            held.set()
            done.wait(5)

    writer = Thread(target=writes)
    writer.start()
    held.wait(5)
    try:
        partner("кешігіп")
        told = small.refresh(wait=0.05)
    finally:
        done.set()
        writer.join()
        other.close()

    assert told.behind and not told.put
    assert small.refresh().put == 1


def test_an_answer_says_that_the_newest_acts_may_be_missing(small, monkeypatch):
    monkeypatch.setattr("atazan.search.record.kept", lambda audience: small)
    monkeypatch.setattr(small, "refresh", lambda: Refreshed(behind=True))

    assert answer(Asked(words="UNDP")).behind


def test_a_decision_makes_what_it_spoke_of_be_written_anew():
    adopted = DecisionAdopted(
        id="made-up-decision",
        body="constitutional_court",
        form="normative_resolution",
        number="999-НП",
        done_on="2026-10-01",
        done_by="constitutional_court",
        subject=Text(kk="Ойдан шығарылған", ru="Придуманное", en="Made up"),
        holdings=(
            Holding(work="labour-code-2015", provisions=("art_160",), outcome="does_not_conform"),
        ),
        sources=("made up",),
    )
    put(adopted, "decision/made-up-decision")
    subjects = rooms.subjects(["decision/made-up-decision"])

    assert {"decision/made-up-decision", "provision/labour-code-2015/art_160"} <= subjects
    found = {one.id: one for one in rooms.documents("public", subjects)}
    assert all(any(under(id, one) for one in subjects) for id in found)
    held = found["provision/labour-code-2015/art_160"]
    assert held.facets["state"] == ("ceased",) and held.until == "2026-10-01"
    assert answer(Asked(words="999-НҚ")).straight == "decisions/made-up-decision"


@pytest.mark.parametrize(
    ("work", "state", "until"),
    [
        ("const-2026", "in_force", None),
        ("criminal-code-1997", "work_ended", "2015-01-01"),
        ("criminal-procedure-code-kazssr", "adopted", None),
        ("administrative-offences-code-kazssr", "adopted", None),
        ("council-regulation-2002", "adopted", None),  # no act known says that it ended
    ],
)
def test_no_work_is_said_to_be_in_force_since_a_day_nobody_knows(every, work, state, until):
    found = every[f"provision/{work}/whole"]
    assert (found.facets["state"], found.until) == ((state,), until)


def test_the_court_finds_all_that_the_public_finds(every):
    assert {one.id for one in rooms.documents("court")} == set(every)


def test_a_question_answers_by_day():
    words = "Конституциялық Кеңестің Төрағасы"
    asked = {"day": date(2020, 1, 1), "only": {"kind": ("office",)}}
    council = next(h for h in answer(Asked(words=words, **asked)).hits if "council_chair" in h.id)
    later = answer(Asked(words=words, **{**asked, "day": date(2024, 1, 1)})).hits

    assert council.binds is True
    assert all(hit.binds is False for hit in later if hit.id == council.id)


def teardown_module():
    forget()
