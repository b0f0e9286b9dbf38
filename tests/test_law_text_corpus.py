"""The real texts: every article is there, and every rule rests on words that stand in its place."""

from collections import Counter
from datetime import date
from functools import lru_cache

import pytest

from atazan.law.text.document import digest, provisions
from atazan.law.text.letters import plain
from atazan.law.text.markdown import words_of
from atazan.law.text.read import reading
from atazan.rules.book import rules
from atazan.rules.quotes import editions, text_file

pytestmark = pytest.mark.corpus

COURT = "codes/01-const-laws/2022/1105-o-konstitutsionnom-sude-respubliki-kazakhstan-173456"
NEW_COURT = f"{COURT}/versions/2026-07-01"
INSERTED = {"83-1", "94-1", "94-2"}
ARTICLES = {
    "codes/00-constitution-1995/rus.md": {str(n) for n in range(1, 100)} | INSERTED,
    "codes/00-constitution-2026/kaz.md": {str(n) for n in range(1, 97)},
    "codes/00-constitution-2026/rus.md": {str(n) for n in range(1, 97)},
    f"{COURT}/kaz.md": {str(n) for n in range(1, 68)},
    f"{COURT}/rus.md": {str(n) for n in range(1, 68)},
    f"{NEW_COURT}/kaz.md": {str(n) for n in range(1, 68)},
    f"{NEW_COURT}/rus.md": {str(n) for n in range(1, 68)},
}
_SAME = str.maketrans({"\u00a0": " ", "\u2011": "-", "–": "-", "—": "-", "«": '"', "»": '"'})


@lru_cache(maxsize=16)
def read(file):
    return reading(file)


@pytest.mark.parametrize("file", ARTICLES)
def test_every_article_is_there_once_and_every_letter(corpus, file):
    document = read(corpus / file).document
    heads = [one.eid for one in document.blocks if one.kind == "heading"]
    articles = Counter(eid.removeprefix("art_") for eid in heads if eid.startswith("art_"))
    assert articles == Counter(ARTICLES[file])
    assert document.digest == digest(words_of((corpus / file).read_text("utf-8")))


@pytest.mark.parametrize("file", ARTICLES)
def test_no_line_of_the_real_texts_is_unknown_but_those_who_signed(corpus, file):
    blocks = read(corpus / file).document.blocks
    assert {one.eid for one in blocks if one.kind == "other"} <= {"back"}


def test_what_is_odd_in_the_sources_is_told(corpus):
    found = {
        file: [(one.kind, one.line) for one in read(corpus / file).document.anomalies]
        for file in ARTICLES
    }
    assert {file: odd for file, odd in found.items() if odd} == {
        # Paragraphs printed in both wordings, and a second list of points in article 52(5).
        "codes/00-constitution-1995/rus.md": [
            ("twice", line) for line in (748, 754, 770, 808, 810, 812)
        ],
        # Footnotes that name the neighbouring article.
        f"{NEW_COURT}/rus.md": [("note_elsewhere", line) for line in (825, 1111, 1205)],
    }


def test_the_notes_of_both_languages_tell_the_same_of_the_law_on_the_court(corpus):
    told = [
        Counter((one.kind, one.eid, one.by_number, one.since) for one in read(corpus / file).noted)
        for file in (f"{NEW_COURT}/rus.md", f"{NEW_COURT}/kaz.md")
    ]
    ru, kk = told
    amended = ("305-VIII", date(2026, 7, 1))
    assert ru - kk == Counter({("amended", "art_45", *amended): 1})  # its heading noted apart
    assert kk - ru == Counter({("amended", "art_48", *amended): 1})  # its heading noted apart
    assert ru.total() == kk.total() == 77


def _plain(text):
    return " ".join(plain(text).translate(_SAME).split())


@lru_cache(maxsize=16)
def _words(file):
    """The words of each provision with those of its parts, and what notes stand for."""
    blocks = read(file).document.blocks
    found = {one.eid: "" for one in blocks if one.kind == "note" and one.number}
    for eid, own in provisions(blocks).items():
        steps = eid.split("__")
        for n in range(1, len(steps) + 1):
            outer = "__".join(steps[:n])
            found[outer] = f"{found.get(outer, '')} {own.number} {own.heading} {own.text}"
    return {eid: _plain(words) for eid, words in found.items()}


def test_every_rule_rests_on_words_that_stand_in_its_provision(corpus):
    wrong, looked_up = [], 0
    resting = [
        (rule, source)
        for versions in rules().rules.values()
        for rule in versions
        for source in (rule.source, *rule.also)
    ]
    for rule, source in resting:
        for lang, quote in (("ru", source.quote), ("kk", source.quote_kk)):
            for edition in editions().get(source.work, ()):
                file = text_file(corpus, edition, lang)
                if source.provision_eid == "whole" or not edition.term.meets(rule.term):
                    continue
                if not file.exists():
                    continue
                looked_up += 1
                words = _words(file).get(source.provision_eid)
                if words is None or (quote and _plain(quote) not in words):
                    wrong.append(f"{rule.id} {source.provision_eid} {lang} {edition.term.since}")
    assert wrong == []
    assert looked_up > 1000
