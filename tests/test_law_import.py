"""`atazan law import`: texts of laws from files are recorded, or refused with a reason."""

import json
from datetime import date

import pytest

from atazan.cli.main import main
from atazan.journal.models import Entry
from atazan.law import texts as held
from atazan.law.acts import EffectTold
from atazan.law.compared.changes import Change
from atazan.law.effects_of_text import told as of_text
from atazan.law.import_checks import Told
from atazan.law.models import Effect, RegisteredWork
from atazan.law.places import GAP, placed
from atazan.law.text.document import Document
from atazan.rules.works import works
from tests.law_texts import BY, KK, KK_2, RU, RU_2, SECOND, WORK, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def laws(tmp_path):
    return written(tmp_path / "laws")


@pytest.fixture
def text(tmp_path):
    """A file with the Russian text and nothing that tells what it is."""
    found = tmp_path / "law.md"
    found.write_text(RU, "utf-8")
    return found


def told(capsys, *args):
    code = main(["law", "import", *map(str, args), "--lang-out", "en"])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_a_folder_is_imported_with_the_works_it_speaks_of(laws, capsys):
    code, said = told(capsys, laws)

    assert code == 0 and said.count("Recorded: journal entry") == 4
    assert {WORK, BY} == set(RegisteredWork.objects.values_list("id", flat=True))
    assert works()[WORK].uri == "/akn/kz/act/2024/7-viii"
    assert "Provisions inserted: 1" in said


def test_a_second_import_finds_nothing_to_record(laws, capsys):
    told(capsys, laws)
    before = Entry.objects.count()

    code, said = told(capsys, laws)

    assert (code, Entry.objects.count()) == (0, before)
    assert said.count("held already") == 4


def test_a_dry_run_tells_all_and_records_nothing(laws, capsys):
    before = Entry.objects.count()

    code, said = told(capsys, laws, "--dry-run")

    assert code == 0 and "nothing was recorded" in said
    assert Entry.objects.count() == before
    assert not RegisteredWork.objects.exists()


def test_the_report_is_data_too(laws, capsys):
    assert main(["law", "import", str(laws), "--format", "json"]) == 0

    reports = json.loads(capsys.readouterr().out)

    assert [one["result"] for one in reports] == ["recorded"] * 4
    kinds = [one["kind"] for one in reports[-1]["changes"]]
    assert sorted(kinds) == ["amended", "inserted", "repealed", "repealed"]
    assert reports[0]["understood"]["provisions"]["art"] == 5


def test_a_new_version_made_by_an_act_gives_that_act_its_effects(laws, text, capsys):
    told(capsys, laws)
    text.write_text(RU_2.replace("каждый", "всякий"), "utf-8")

    code, _ = told(
        *(capsys, text, "--work", "7-VIII", "--since", "2026-09-01", "--made-by", "305-VIII")
    )

    assert code == 0
    [row] = Effect.objects.filter(work=WORK, since="2026-09-01")
    assert (row.provision, row.effect, row.by_work) == (
        "art_2__para_1",
        "amended",
        "cl-amend-2026",
    )


def test_a_number_that_a_note_says_was_excluded_and_given_anew_tells_both(laws, capsys):
    changes = (
        Change("repealed", "art_9", "art_9", None, "one", ""),
        Change("inserted", f"art_9@{SECOND}", None, "art_9", "", "another"),
    )
    asked = Told(work=WORK, lang="ru", since=date.fromisoformat(SECOND), source="a test")
    noted = EffectTold(provision="art_9", effect="repealed", since=SECOND, noted=True)
    document = Document(lang="ru", blocks=())

    def effects(*of_notes):
        return [one.effect for one in of_text(document, changes, None, asked, of_notes).new]

    assert effects() == ["amended"]
    assert effects(noted) == ["repealed", "inserted"]


def test_what_one_language_inserts_and_another_amends_is_amended_in_both(laws, tmp_path, capsys):
    told(capsys, laws)
    first, second = (tmp_path / f"{lang}.md" for lang in ("rus", "kaz"))
    first.write_text(RU_2.replace("принадлежит всем.", "принадлежит нам всем.\n\nЗвёзды тоже."))
    kk = KK_2.replace("Аспан баршаға", "Жұлдыздар да солай.\n\nАспан баршамызға")
    second.write_text(kk, "utf-8")

    for one in (first, second):
        made = ("--since", "2026-09-01", "--made-by", "305-VIII")
        told(capsys, one, "--work", "7-VIII", *made)

    rows = Effect.objects.filter(work=WORK, since="2026-09-01", superseded=False)
    assert {(row.provision, row.effect, row.lang) for row in rows} == {
        ("art_1__part_1", "amended", None),
        ("art_1__part_2", "amended", None),
    }


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        ((), "which act it is"),
        (("--work", WORK), "from which day"),
        (("--work", "no-such-law", "--since", SECOND), "No single act is known"),
        (("--work", "7-VIII", "--since", SECOND, "--lang", "kk"), "said to be in 'kk'"),
        (("--work", WORK, "--since", SECOND, "--made-by", "law-x"), "No single act is known"),
    ],
)
def test_a_text_nobody_could_place_is_refused_with_the_way_out(laws, text, capsys, args, reason):
    told(capsys, laws)
    before = Entry.objects.count()

    code, said = told(capsys, text, *args)

    assert code == 2 and reason in said
    assert Entry.objects.count() == before


def test_a_day_that_is_none_is_refused(text, capsys):
    with pytest.raises(SystemExit) as left:
        told(capsys, text, "--work", WORK, "--since", "2026-02-31")

    assert left.value.code == 2 and "2026-02-31" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("kaz.md", b""),
        ("rus.md", RU.encode("utf-16-le")[:99]),
        ("rus.xml", b"<akomaNtoso><act>"),
        ("rus.docx", b"PK\x03\x04 no archive"),
        ("rus.md", bytes(range(256)) * 8),
    ],
)
def test_a_broken_file_is_refused_and_the_others_are_imported(laws, capsys, name, data):
    bad = laws / "another"
    bad.mkdir()
    (bad / name).write_bytes(data)

    code, said = told(capsys, laws)

    assert code == 2 and said.count("Refused:") == 1 and said.count("Recorded:") == 4


def test_an_empty_folder_and_a_missing_one_are_refused(tmp_path, capsys):
    for place, reason in ((tmp_path, "There are no texts"), (tmp_path / "gone", "does not exist")):
        code, said = told(capsys, place)
        assert code == 2 and reason in said


def test_who_may_not_keep_the_record_records_no_text(laws, capsys):
    code, said = told(capsys, laws, "--role", "citizen")

    assert code == 2 and said.count("Refused:") == 4
    assert held.versions(WORK) == []


def test_an_older_version_that_comes_later_is_taken_and_said_so(laws, text, capsys):
    told(capsys, laws)
    text.write_text(KK.replace("баршаға", "бәріне"), "utf-8")

    code, said = told(capsys, text, "--work", WORK, "--since", "2025-06-01")

    assert code == 0 and "A later text is held already" in said
    assert "баршаға" in held.text_on(WORK, "kk", date(2026, 6, 1)).printed
    assert "бәріне" in held.text_on(WORK, "kk", date(2025, 7, 1)).printed


def test_a_new_article_moves_no_other():
    assert placed([None, None]) == [GAP, 2 * GAP]
    assert placed([GAP, None, 2 * GAP]) == [GAP, GAP + GAP // 2, 2 * GAP]
    assert placed([None, GAP]) == [GAP // 2, GAP]
    moved = placed([3 * GAP, GAP, 2 * GAP])
    assert moved[1:] == [GAP, 2 * GAP] and moved[0] < GAP


def test_where_no_room_is_left_all_are_placed_anew():
    assert placed([1, None, 2]) == [GAP, 2 * GAP, 3 * GAP]


@pytest.mark.corpus
def test_every_text_of_the_corpus_comes_out_as_it_went_in(corpus, capsys):
    from atazan.law.text.read import read

    assert main(["law", "import", str(corpus), "--format", "json"]) == 0

    for one in json.loads(capsys.readouterr().out):
        since = date.fromisoformat(one["since"])
        document = held.text_on(one["work"], one["lang"], since)
        assert document.digest == one["digest"] == read(one["path"], lang=one["lang"]).digest
