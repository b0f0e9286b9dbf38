"""The documents are true: generated pages are current, and the README's commands run."""

import re
import shlex

import pytest

from atazan.cli.main import COMMANDS, main
from atazan.cli.reference import outdated, pages
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
TOUR = re.findall(r"^\.venv/bin/atazan (.+)$", README, re.MULTILINE)


def test_the_generated_pages_say_what_the_program_says():
    assert outdated() == []


@pytest.mark.django_db
@pytest.mark.parametrize("line", TOUR)
def test_a_command_of_the_tour_runs(line, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    assert main(shlex.split(line)) == 0
    assert capsys.readouterr().out.strip()


def test_the_tour_shows_every_kind_of_question():
    assert (
        {"check", "who", "norm", "record", "replay", "verify"}
        <= {shlex.split(line)[0] for line in TOUR}
        <= set(COMMANDS)
    )


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *pages()])
def test_every_link_between_documents_leads_somewhere(page):
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        if "://" not in target:
            assert ((ROOT / page).parent / target).exists(), target


def test_an_unknown_command_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        main(["crown"])

    assert left.value.code == 2 and "crown" in capsys.readouterr().err
