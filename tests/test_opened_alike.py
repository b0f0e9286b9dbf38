"""Papers that tell the same report are joined; papers of the same body that tell two are not."""

from __future__ import annotations

import hashlib

import pytest

from atazan.sources.opened.alike import Known, sketch
from tests.opened_reports import ALL

LANGS = pytest.mark.parametrize("lang", ALL)


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def added(known: Known, text: str):
    return known.add(hashed(text), text)


@LANGS
def test_a_rewrite_with_a_paragraph_cut_is_joined_to_the_report(lang):
    known, texts = Known(), ALL[lang]
    assert added(known, texts.report) is None

    found = added(known, texts.rewrite)

    assert found.of == hashed(texts.report)
    assert 0.5 <= found.alike < 1 and not found.same


@LANGS
def test_two_reports_on_one_body_are_two(lang):
    known, texts = Known(), ALL[lang]
    added(known, texts.report)

    assert added(known, texts.other) is None


@LANGS
def test_the_same_words_spaced_otherwise_are_the_same(lang):
    known, report = Known(), ALL[lang].report
    added(known, report)

    found = known.add(hashed("x"), report.replace("\n", "\n\n").upper().replace(".", " ."))

    assert found == (hashed(report), 1.0, True) and len(known) == 1


NOTICE = (
    "Мемлекет басшысының Жарлығымен {who} {court} төрағасы лауазымына тағайындалды. "
    "Ол {year} жылы {town} қаласында туған, заң факультетін бітірген, сот жүйесінде көп жыл еңбек "
    "еткен. Бұған дейін облыстық соттың судьясы болып қызмет атқарды. "
    "Жаңа төрағаны ұжымға Жоғарғы Соттың өкілі таныстырды."
)


def test_notices_of_one_form_on_two_persons_are_two():
    known = Known()
    one = NOTICE.format(who="Асқар Бекенов", court="Тараз сотының", year=1971, town="Тараз")
    two = NOTICE.format(who="Дина Ермекова", court="Ақтау сотының", year=1980, town="Орал")

    assert added(known, one) is None and added(known, two) is None


def test_an_excerpt_is_joined_but_a_digest_of_many_reports_is_none_of_them():
    texts = [one for lang in ALL.values() for one in (lang.report, lang.other)]
    known = Known()
    for text in texts:
        added(known, text)

    assert added(known, "\n".join(texts)) is None
    half = "\n".join(ALL["en"].report.split("\n")[:3])
    assert added(known, half).of == hashed(ALL["en"].report)


def test_what_many_papers_share_leads_to_none_of_them():
    foot = " ".join(f"сілтеме{n} ереже{n} туралы" for n in range(12))
    known = Known()
    for n in range(200):
        own = " ".join(f"{n}х{at} сөзі" for at in range(40))
        assert added(known, f"{own}\n{foot}") is None

    assert max(len(led) for led in known._leads.values() if not isinstance(led, int)) <= 32


def test_a_sketch_kept_from_before_is_as_good_as_the_text():
    known, texts = Known(), ALL["ru"]
    known.add(hashed(texts.report), sketch(texts.report))

    assert added(known, texts.rewrite).of == hashed(texts.report)


def test_a_text_of_no_words_is_known_and_joined_to_nothing_else():
    known = Known()

    assert added(known, "") is None and added(known, "Сот отырысы") is None
    assert added(known, "Отырыс жабылды") is None
