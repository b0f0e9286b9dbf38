"""A small made-up law in Kazakh and Russian, with two versions, and a register that holds it.

`from tests.law_texts import texts  # noqa: F401` gives a module the fixture: the law is imported
once for the module and gone after it. `corpus_texts` does the same with the real laws.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

WORK = "law-2024-7-viii"
BY = "law-2025-9-viii"
FIRST, SECOND = "2025-01-01", "2026-01-01"
RU = """# О звёздном небе

<a id="st1"></a>

**Статья 1. Небо**

Небо принадлежит всем.

<a id="st2"></a>

**Статья 2. Наблюдение**

1. Наблюдать за небом вправе каждый.

2. Наблюдение ведётся ночью не более трёх часов.

<a id="st3"></a>

**Статья 3. Обсерватория**

1. Обсерватория:

1) ведёт каталог звёзд;

2) хранит телескопы;

3) отвечает на письма граждан.

<a id="st4"></a>

**Статья 4. Плата**

За наблюдение взимается плата.

<a id="st5"></a>

**Статья 5. Введение в действие**

Настоящий Закон вводится в действие по истечении десяти дней после дня первого опубликования.
"""
KK = """# Жұлдызды аспан туралы

<a id="st1"></a>

**1-бап. Аспан**

Аспан баршаға тиесілі.

<a id="st2"></a>

**2-бап. Бақылау**

1. Аспанды әркім бақылауға құқылы.

2. Бақылау түнде үш сағаттан асырмай жүргізіледі.

<a id="st3"></a>

**3-бап. Обсерватория**

1. Обсерватория:

1) жұлдыздар тізімдемесін жүргізеді;

2) телескоптарды сақтайды;

3) азаматтардың хаттарына жауап береді.

<a id="st4"></a>

**4-бап. Ақы**

Бақылау үшін ақы алынады.

<a id="st5"></a>

**5-бап. Қолданысқа енгізу**

Осы Заң алғашқы жарияланған күнінен кейін он күн өткен соң қолданысқа енгізіледі.
"""
_NEW_RU = """<a id="st2-1"></a>

**Статья 2-1. Тишина**

Во время наблюдения соблюдается тишина.

"""
_NEW_KK = """<a id="st2-1"></a>

**2-1-бап. Тыныштық**

Бақылау кезінде тыныштық сақталады.

"""
RU_2 = (
    RU.replace("не более трёх часов", "не более пяти часов")
    .replace('<a id="st3">', _NEW_RU + '<a id="st3">')
    .replace("2) хранит телескопы;", "2) исключён Законом от 01.12.2025 № 9-VIII;")
    .replace("**Статья 4. Плата**\n\nЗа наблюдение взимается плата.", "**Статья 4. Исключена**")
)
KK_2 = (
    KK.replace("үш сағаттан асырмай", "бес сағаттан асырмай")
    .replace('<a id="st3">', _NEW_KK + '<a id="st3">')
    .replace("2) телескоптарды сақтайды;", "2) 01.12.2025 № 9-VIII Заңымен алып тасталды;")
    .replace("**4-бап. Ақы**\n\nБақылау үшін ақы алынады.", "**4-бап. Алып тасталды**")
)
_META = """requisite: Закон Республики Казахстан от 1 декабря 2024 года № 7-VIII ЗРК
title:
  rus: О звёздном небе
  kaz: Жұлдызды аспан туралы
approved_on: 2024-12-01
version_date: {since}
source: made up for the tests
"""
_MADE_BY = """caused_by:
  requisite: Закон Республики Казахстан от 1 декабря 2025 года № 9-VIII ЗРК
  title:
    rus: О внесении изменений в Закон «О звёздном небе»
    kaz: «Жұлдызды аспан туралы» Заңға өзгерістер енгізу туралы
"""


def written(folder: Path) -> Path:
    """The law in files, as a folder of laws holds it: the act and its second version."""
    later = folder / "versions" / SECOND
    later.mkdir(parents=True)
    for place, kk, ru, meta in (
        (folder, KK, RU, _META.format(since=FIRST)),
        (later, KK_2, RU_2, _META.format(since=SECOND) + _MADE_BY),
    ):
        (place / "kaz.md").write_text(kk, "utf-8")
        (place / "rus.md").write_text(ru, "utf-8")
        (place / "meta.yaml").write_text(meta, "utf-8")
    return folder


def imported(folder: Path) -> list[str]:
    """Import every text of a folder; what was refused, in words."""
    from atazan.journal.record import By
    from atazan.law.files import Given, text_files
    from atazan.law.import_report import import_text
    from tests.conftest import MOMENT

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
