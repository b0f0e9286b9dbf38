"""A law as Markdown that reads back the same, and its history in git, always with the same ids."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from atazan.law.exported.edition import Change, Edition
from atazan.law.exported.git import Commit, write_history
from atazan.law.exported.markdown import markdown
from atazan.law.exported.refused import ExportRefused
from atazan.law.text.document import Block, Document
from atazan.law.text.read import read
from atazan.rules.text import Text

WORK = "/akn/kz/act/1937/900"
LITTLE = (
    Block("front", "title", "О малом суде"),
    Block("preamble", "text", "Мы, народ города, принимаем этот закон."),
    Block("section_1", "heading", "", "Раздел I."),
    Block("section_1", "heading", "Общие положения"),
    Block("chapter_1", "heading", "Начала", "Глава 1."),
    Block("art_1", "note", "Примечание. Статья 1 вводится в действие с 01.01.2024."),
    Block("art_1", "heading", "Суд", "Статья 1."),
    Block("art_1__part_1", "text", "Суд рассматривает:"),
    Block("art_1__subpara_1", "text", "жалобы *, <b> & [a](b);", "1)", 3),
    Block("art_1__subpara_1__indent_2", "text", "и письма;", "", 6),
    Block("art_1__subpara_2", "text", "# споры \\.", "2)", 3),
    Block("art_1__part_2", "text", "> Иное &amp; прочее."),
    Block("art_1", "note", "Сноска. Статья 1 с изменением."),
    Block("art_2", "heading", "", "Статья 2"),
    Block("art_2__para_1", "text", "Судьи судят.", "1."),
    Block("art_2__para_2", "note", "Исключен Законом от 01.01.2024 № 7.", "2."),
)


def edition(blocks: tuple[Block, ...] = LITTLE) -> Edition:
    return Edition(
        document=Document(lang="ru", blocks=blocks),
        work="little",
        uri=WORK,
        title="О малом суде",
        day=date(2024, 1, 1),
        since=date(2024, 1, 1),
        adopted=date(1937, 11, 5),
        number="900-VII",
        changes=(Change(date(2024, 1, 1), "/akn/kz/act/2023/7-viii", "№ 7-VIII"),),
    )


def test_markdown_reads_back_line_by_line_whatever_marks_the_words_hold():
    back = read(markdown(edition()).encode())

    assert list(back.blocks) == list(LITTLE)


def test_markdown_tells_of_which_act_and_day_it_is():
    facts = read(markdown(edition()).encode()).facts

    assert (facts.uri, facts.number, facts.amended_by) == (WORK, "900-VII", "7-VIII")
    assert (facts.adopted, facts.version) == (date(1937, 11, 5), date(2024, 1, 1))


@pytest.mark.corpus
def test_real_laws_as_markdown_read_back_line_by_line(corpus):
    for path in corpus.rglob("*.md"):
        if path.name in ("kaz.md", "rus.md"):
            document = read(path)
            back = read(markdown(edition(document.blocks)).encode())
            assert back.blocks == document.blocks, path


# -- git -------------------------------------------------------------------------------------------

OLD = Commit(since=date(1937, 11, 5), work=WORK, name="little", files={"little/rus.md": "a\n"})
NEW = Commit(
    since=date(2024, 1, 1),
    work=WORK,
    name="little",
    files={"little/rus.md": "b\n", "little/kaz.md": "қ\n"},
    by="/akn/kz/act/2023/7-viii",
    by_name=Text(kk="№ 7-VIII", ru="№ 7-VIII", en="№ 7-VIII"),
    entries=(41, 42),
)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_each_version_is_a_commit_and_the_last_one_lies_in_the_folder(tmp_path):
    ids = write_history([OLD, NEW], tmp_path / "law")

    assert git(tmp_path / "law", "rev-list", "--reverse", "main").split() == list(ids)
    assert (tmp_path / "law/little/kaz.md").read_text() == "қ\n"
    assert git(tmp_path / "law", "show", f"{ids[0]}:little/rus.md") == "a\n"
    assert git(tmp_path / "law", "status", "--short") == ""


def test_the_same_texts_give_the_same_ids_whoever_writes_them(tmp_path, monkeypatch):
    first = write_history([OLD, NEW], tmp_path / "one")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Somebody")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2001-01-01T00:00:00Z")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".gitconfig").write_text("[core]\n\tautocrlf = true\n[user]\n\tname = Else\n")

    assert write_history([OLD, NEW], tmp_path / "two") == first
    # Words of the message are in the ids: who changes them changes every id, and says so.
    assert first == (
        "d239bdb3c583285dc6d2a3d270debfe83f65b856",
        "ef8d0cfec9aec15558e5e74eb44c65b68ea7a449",
    )


def test_a_commit_names_the_day_the_amending_act_and_the_journal_entries(tmp_path):
    write_history([OLD, NEW], tmp_path)

    assert git(tmp_path, "log", "-1", "--format=%ad", "--date=short").strip() == "2024-01-01"
    assert git(tmp_path, "log", "-1", "--format=%s").strip() == "little: 2024-01-01 (№ 7-VIII)"
    assert git(tmp_path, "log", "-1", "--format=%(trailers)").split("\n")[:5] == [
        f"Work: {WORK}",
        "Version-date: 2024-01-01",
        "Made-by: /akn/kz/act/2023/7-viii",
        "Journal-entry: 41",
        "Journal-entry: 42",
    ]


def test_a_day_git_has_no_time_for_stands_in_the_trailer(tmp_path):
    write_history([OLD], tmp_path)

    assert git(tmp_path, "log", "-1", "--format=%ad", "--date=short").strip() == "1970-01-01"
    assert "Version-date: 1937-11-05" in git(tmp_path, "log", "-1", "--format=%B")


def test_nothing_in_a_folder_is_written_over(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(ExportRefused, match="not empty"):
        write_history([OLD], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_without_git_the_way_out_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ExportRefused, match="Install it"):
        write_history([OLD], tmp_path / "law")
    assert not (tmp_path / "law").exists()


def test_what_git_refuses_is_told_in_its_words(tmp_path):
    bad = Commit(since=OLD.since, work=WORK, name="x", files={"../out.md": "a"})

    with pytest.raises(ExportRefused, match="invalid path"):
        write_history([bad], tmp_path / "law")
    assert list((tmp_path / "law").iterdir()) == []
