"""A small made-up law in Kazakh and Russian, with two versions, and a register that holds it.

`from tests.law_texts import texts  # noqa: F401` gives a module the fixture: the law is imported
once for the module and gone after it. `corpus_texts` does the same with the real laws.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from tests.conftest import MOMENT, ROOT

WORK = "law-2024-7-viii"
BY = "law-2025-9-viii"
FIRST, SECOND = "2025-01-01", "2026-01-01"
EXAMPLE = ROOT / "docs" / "examples" / "stars"
RU, KK = ((EXAMPLE / f"{lang}.md").read_text("utf-8") for lang in ("rus", "kaz"))
RU_2, KK_2 = (
    (EXAMPLE / "versions" / SECOND / f"{lang}.md").read_text("utf-8") for lang in ("rus", "kaz")
)


def written(folder: Path) -> Path:
    """The law in files of its own, as a folder of laws holds it: the act and its second version."""
    copytree(EXAMPLE, folder, dirs_exist_ok=True)
    return folder


def imported(folder: Path) -> list[str]:
    """Import every text of a folder; what was refused, in words."""
    from atazan.journal.record import By
    from atazan.law.files import Given, text_files
    from atazan.law.import_report import import_text
    from atazan.law.works_known import ask_the_register

    ask_the_register()  # what a test before registered is gone with it
    by = By("editor", "curator")
    done = [import_text(p, Given(), by=by, at=MOMENT, dry=False) for p in text_files(folder)]
    return [line for one in done if one.refused for line in one.lines("en")]


def _held(folder: Path, blocker: pytest.FixtureRequest) -> Iterator[None]:
    from django.db import transaction

    from atazan.law.works_known import ask_the_register

    with blocker.unblock(), transaction.atomic():
        assert imported(folder) == []
        yield
        transaction.set_rollback(True)
    ask_the_register()


@pytest.fixture(scope="module")
def texts(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The register holds the made-up law (WORK), both versions, kk and ru."""
    yield from _held(written(tmp_path_factory.mktemp("laws")), django_db_blocker)


@pytest.fixture(scope="module")
def corpus_texts(django_db_setup, django_db_blocker, corpus) -> Iterator[None]:
    """The register holds the real laws. Takes some seconds: mark such tests `corpus`."""
    yield from _held(corpus, django_db_blocker)
