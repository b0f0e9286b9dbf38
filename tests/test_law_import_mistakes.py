"""A text sent by mistake wipes nothing; a correction that is meant takes back what was told."""

from datetime import date

import pytest

from atazan.cli.main import main
from atazan.journal.models import Entry
from atazan.law import texts as held
from atazan.law.models import Effect
from tests.law_texts import RU, RU_2, SECOND, WORK, written

pytestmark = pytest.mark.django_db
PROSE = "Небо над степью было чистым.\n\nЗвёзды видели все, кто не спал.\n"
NEW = ("--since", "2026-10-01", "--made-by", "305-VIII")
CORRECTED = RU_2.replace("пяти часов", "шести часов").replace(
    "2) исключён Законом от 01.12.2025 № 9-VIII;", "2) хранит телескопы;"
)


@pytest.fixture
def send(tmp_path, capsys):
    """Imports a text of the made-up law, whose two versions are held; code and report."""
    main(["law", "import", str(written(tmp_path / "laws"))])
    capsys.readouterr()

    def sent(text, *args, lang="en"):
        file = tmp_path / "law.md"
        file.write_text(text, "utf-8")
        asked = ["law", "import", str(file), "--work", "7-VIII", "--lang-out", lang]
        code = main([*asked, *args])
        said = capsys.readouterr()
        return code, said.out + said.err

    return sent


def standing():
    rows = Effect.objects.filter(work=WORK, superseded=False)
    return {(row.provision, row.effect, row.since, row.lang, row.by_work) for row in rows}


def test_prose_instead_of_a_law_with_articles_is_refused(send):
    before = Entry.objects.count()

    code, said = send(PROSE, *NEW)

    assert code == 2 and "No article was recognised" in said and "--replace" in said
    assert "has 6" in said and Entry.objects.count() == before
    assert "art_1" in held.provisions_on(WORK, "ru", date(2026, 11, 1))


def test_prose_is_refused_in_another_language_and_before_any_text_held_too(send):
    assert send(PROSE, "--since", "2020-01-01")[0] == 2
    assert send("The sky was clear.\n\nAll saw the stars.\n", *NEW)[0] == 2


def test_a_text_in_which_most_provisions_vanish_is_refused_with_the_numbers(send):
    first_article = RU_2[: RU_2.index('<a id="st2">')]

    for lang, words in (("en", "of the"), ("ru", "больше половины"), ("kk", "жартысынан көбі")):
        code, said = send(first_article, *NEW, lang=lang)
        assert code == 2 and words in said and "--replace" in said
    assert send(RU_2[: RU_2.index('<a id="st4">')], *NEW, "--dry-run")[0] == 0


def test_what_is_meant_is_recorded(send):
    assert send(PROSE, *NEW, "--replace")[0] == 0

    assert not any(
        one.startswith("art") for one in held.provisions_on(WORK, "ru", date(2026, 11, 1))
    )


def test_another_text_of_a_day_held_is_refused_unless_it_is_a_correction(send):
    entry = next(one.entry for one in held.versions(WORK, "ru") if one.since.year == 2026)

    code, said = send(CORRECTED, "--since", SECOND)

    assert code == 2 and f"held since entry {entry}" in said and "--replace" in said
    code, said = send(CORRECTED, "--since", SECOND, "--replace")
    assert code == 0 and f"takes the place of the text of that day (entry {entry})" in said
    assert "шести часов" in held.text_on(WORK, "ru", date(2026, 11, 1)).printed


def test_a_correction_takes_back_what_only_the_replaced_text_told(send):
    by = "law-2025-9-viii"
    gone = ("art_3__para_1__subpara_2", "repealed", SECOND, None, by)
    assert gone in standing()

    send(CORRECTED, "--since", SECOND, "--replace", "--made-by", by)

    assert gone not in standing()
    assert (*gone[:3], "kk", by) in standing()  # the Kazakh text tells it still
    assert ("art_2__para_2", "amended", SECOND, None, by) in standing()


def test_a_correction_that_names_another_act_lays_the_effects_to_it(send):
    send(RU.replace("каждый", "всякий"), *NEW[:2], "--made-by", "law-2025-9-viii", "--replace")
    first = {row for row in standing() if row[2] == "2026-10-01"}

    send(RU.replace("каждый", "любой"), *NEW, "--replace")

    found = {row for row in standing() if row[2] == "2026-10-01"}
    assert {row[-1] for row in first} == {"law-2025-9-viii"}
    assert {row[-1] for row in found} == {"cl-amend-2026"}
    assert {row[:2] for row in found} == {row[:2] for row in first}


def test_the_text_a_correction_replaced_is_held_already_and_does_not_come_back(send):
    send(CORRECTED, "--since", SECOND, "--replace")
    before = Entry.objects.count()

    code, said = send(RU_2, "--since", SECOND)

    assert (code, Entry.objects.count()) == (0, before) and "held already" in said
    assert send(CORRECTED, "--since", SECOND)[0] == 0 and Entry.objects.count() == before


def test_a_dry_run_shows_what_changes_where(send):
    before = Entry.objects.count()

    code, said = send(RU_2.replace("вправе каждый", "вправе всякий"), *NEW, "--dry-run")

    assert code == 0 and Entry.objects.count() == before
    assert (
        "article 2, paragraph 1: «… за небом вправе каждый.» → «… за небом вправе всякий.»" in said
    )


def test_a_dry_run_of_a_folder_sees_each_text_after_those_before_it(tmp_path, capsys):
    folder = str(written(tmp_path / "laws"))

    code = main(["law", "import", folder, "--dry-run", "--lang-out", "en"])

    said = capsys.readouterr().out
    assert code == 0 and said.count("No earlier text is held") == 2
    assert "article 2-1" in said and "ночью не более трёх часов.» → «…" in said
    assert not Effect.objects.filter(work=WORK).exists() and held.versions(WORK) == []
    assert main(["law", "import", folder]) == 0 and len(held.versions(WORK)) == 4


def test_a_dry_run_refuses_whom_the_real_run_refuses(send):
    code, said = send(CORRECTED, *NEW, "--dry-run", "--role", "citizen")

    assert code == 2 and "Refused" in said


def test_a_correction_that_names_no_act_keeps_that_of_the_text_it_replaces(send):
    send(RU.replace("каждый", "всякий"), *NEW, "--replace")

    send(RU.replace("каждый", "любой"), *NEW[:2], "--replace")

    assert held.versions(WORK, "ru")[-1].by_work == "cl-amend-2026"
    assert {row[-1] for row in standing() if row[2] == "2026-10-01"} == {"cl-amend-2026"}


def test_a_day_beyond_2200_is_refused(send):
    code, said = send(RU, "--since", "2201-01-01")

    assert code == 2 and "2200" in said and "--since" in said
