"""The words a rule rests on stand in the law, as it read while the rule held."""

from datetime import date

import pytest

from atazan.rules.book import RuleBook, load, rules
from atazan.rules.quotes import check_quotes, editions, provision_text

LAW = """
<a id="st1"></a>

**Статья 1**

1. Первый пункт:

   1) подпункт с «кавычками»;

   1-1) вставленный подпункт.

2. Второй пункт – прежний.

2. Второй пункт – новый.

<a id="st2"></a>

**Статья 2**

Без пунктов.
"""


@pytest.fixture
def law(tmp_path):
    file = tmp_path / "rus.md"
    file.write_text(LAW, "utf-8")
    return file


def sample(tmp_path, work, eid, quote, since="2023-01-01", until=None):
    """A book with one rule that rests on such words."""
    end = f"\n      until: {until}" if until else ""
    (tmp_path / "sample.yaml").write_text(
        f"""
sample.rule:
  kind: statement
  title: {{kk: "Ереже", ru: "Правило", en: "Rule"}}
  versions:
    - from: {since}{end}
      source: {{work: {work}, provision: {eid}, quote: "{quote}"}}
      says: {{kk: "Солай.", ru: "Так.", en: "So it is."}}
""",
        "utf-8",
    )
    return load(tmp_path)


def test_a_subparagraph_is_told_from_its_neighbour(law):
    assert "кавычками" in provision_text(law, "art_1__para_1__subpara_1")
    assert "вставленный" in provision_text(law, "art_1__para_1__subpara_1-1")
    assert "вставленный" not in provision_text(law, "art_1__para_1__subpara_1")


def test_a_paragraph_printed_twice_is_read_in_both_wordings(law):
    text = provision_text(law, "art_1__para_2")

    assert "прежний" in text
    assert "новый" in text


@pytest.mark.parametrize("eid", ["art_3", "art_1__para_3", "art_1__para_2__subpara_1"])
def test_a_provision_that_is_not_there_is_not_found(law, eid):
    assert provision_text(law, eid) is None


@pytest.mark.corpus
def test_every_quote_of_our_rules_stands_in_the_law(corpus):
    assert check_quotes(rules(), corpus) == []


@pytest.mark.corpus
def test_words_that_are_not_in_the_law_are_told(corpus, tmp_path):
    book = sample(tmp_path, "cl-court-2022", "art_63__para_3", "отменяются немедленно", until=None)

    assert check_quotes(book, corpus)[0] == (
        "sample.yaml: sample.rule from 2023-01-01: 'отменяются немедленно' does not stand in "
        "cl-court-2022 art_63__para_3 (ru, text of 2022-11-18)"
    )


@pytest.mark.corpus
def test_a_rule_may_not_hold_on_after_its_words_were_changed(corpus, tmp_path):
    words = "отменяются и не подлежат применению"
    too_long = sample(tmp_path, "cl-court-2022", "art_63__para_3", words)
    in_time = sample(tmp_path, "cl-court-2022", "art_63__para_3", words, until="2026-07-01")

    assert [line[-30:] for line in check_quotes(too_long, corpus)] == [
        "_para_3 (ru, text of 2026-07-01)"[-30:]
    ]
    assert check_quotes(in_time, corpus) == []


@pytest.mark.corpus
def test_words_from_days_we_have_no_text_of_are_told(corpus, tmp_path):
    book = sample(
        tmp_path, "const-1995", "art_91__para_1", "референдум", "1998-10-08", "2007-05-22"
    )

    assert "no text of const-1995 from these days is at hand" in check_quotes(book, corpus)[0]


def test_the_editions_of_the_law_on_the_court_meet_on_1_july_2026():
    first, second = editions()["cl-court-2022"]

    assert first.term.until == second.term.since == date(2026, 7, 1)
    assert check_quotes(RuleBook({}), first.folder) == []
