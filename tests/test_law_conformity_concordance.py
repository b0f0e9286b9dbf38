"""Which provision of 1995 became which of 2026: every article covered, every word quoted there."""

import re
from collections import Counter
from functools import lru_cache

import pytest

from atazan.law.conformity.concordance import (
    NotInConcordance,
    concordance,
    concordance_of,
    read_concordance,
)
from atazan.law.text.read import read
from atazan.rules.book import FileRefused
from atazan.rules.doubts import doubts
from atazan.rules.text import LANGS
from tests.conftest import ROOT

BODIES = re.compile(r"Сенат|Мажилис|Парламент|Палат")
NUMBERS = re.compile(
    r"\b(?:одн|дв[аеу]|тр[её]х|тре[тх]|четыр|пят|шест|сем[иь]|вос[еь]м|девят|десят|сорок|сто\b|ста\b"
    r"|пол[оу]в)\w*",
    re.IGNORECASE,
)


@lru_cache(maxsize=2)
def words(path):
    """The words of every provision with its parts; of two wordings of one number both."""
    found = {}
    for block in read(path).blocks:
        if block.kind == "note" or not block.text:
            continue
        steps = re.sub(r"@\d+", "", block.eid).split("__")
        for n in range(1, len(steps) + 1):
            eid = "__".join(steps[:n])
            found[eid] = f"{found.get(eid, '')}\n{block.text}"
    return {eid: " ".join(text.split()) for eid, text in found.items()}


@pytest.fixture(scope="module")
def old(corpus):
    return words(corpus / "codes/00-constitution-1995/rus.md")


@pytest.fixture(scope="module")
def new(corpus):
    return words(corpus / "codes/00-constitution-2026/rus.md")


def pairs():
    return [one for one in concordance().entries if one.old and one.new]


def uncovered(text, named):
    """Articles, paragraphs and subparagraphs that no entry names, nor one around or all inside."""
    left = []
    for eid in text:
        steps = eid.split("__")
        around = any("__".join(steps[:n]) in named for n in range(1, len(steps) + 1))
        if eid.startswith(("art_", "preamble")) and not around:
            left.append(eid)
    inside = [eid for eid in left if any(other.startswith(f"{eid}__") for other in text)]
    return [eid for eid in left if eid not in inside]


@pytest.mark.corpus
def test_every_provision_of_both_constitutions_is_covered(old, new):
    entries = concordance().entries

    assert uncovered(old, {eid for one in entries for eid in one.old}) == []
    assert uncovered(new, {eid for one in entries for eid in one.new}) == []
    assert len({eid for eid in old if re.fullmatch(r"art_[\d-]+", eid)}) >= 101
    assert len({eid for eid in new if re.fullmatch(r"art_[\d-]+", eid)}) == 96


@pytest.mark.corpus
def test_every_provision_named_is_in_the_text(old, new):
    named = {eid for one in concordance().entries if one.kind != "vacant" for eid in one.old}

    assert named <= set(old)
    assert {eid for one in concordance().entries for eid in one.new} <= set(new)


@pytest.mark.corpus
def test_what_was_vacant_has_no_words_of_the_law(old):
    vacant = [eid for one in concordance().entries if one.kind == "vacant" for eid in one.old]

    assert "art_84" in vacant
    assert [eid for eid in vacant if eid in old and not _gone(old[eid])] == []


def _gone(text):
    return re.match(r"(?:Статья \S+ )?исключен", text, re.IGNORECASE) is not None


@pytest.mark.corpus
def test_quoted_words_stand_in_the_provision_named(old, new):
    wrong = []
    for one in concordance().entries:
        for said in one.changed:
            if said.was and not any(said.was in old.get(eid, "") for eid in one.old):
                wrong.append((one.old, said.was))
            if said.becomes and not any(said.becomes in new.get(eid, "") for eid in one.new):
                wrong.append((one.new, said.becomes))

    assert wrong == []


@pytest.mark.corpus
def test_what_is_called_the_same_has_the_same_words(old, new):
    """Stems of words longer than three letters, names of the Republic and copulas apart."""
    unlike = []
    for one in (one for one in pairs() if one.kind == "same" and len(one.new) == 1):
        a, b = stems(" ".join(old[e] for e in one.old)), stems(" ".join(new[e] for e in one.new))
        if len(a & b) < 0.75 * len(a | b):
            unlike.append((one.old, one.new, sorted(a ^ b)))

    assert unlike == []


def stems(text):
    text = re.sub(r"Республик\w+ Казахстан|Республик\w+|явля\w+", "", text).lower()
    return {word[:4] for word in re.findall(r"\w+", text) if len(word) > 3}


@pytest.mark.corpus
def test_a_provision_that_named_a_body_now_gone_is_changed(old):
    kept = [
        one.old
        for one in pairs()
        if one.kind in ("same", "reworded") and any(BODIES.search(old[eid]) for eid in one.old)
    ]

    assert kept == [("art_57__subpara_5",)]  # Парламентские слушания became слушания


@pytest.mark.corpus
def test_numbers_differ_only_where_a_change_is_recorded(old, new):
    differ = []
    for one in (one for one in pairs() if one.kind in ("same", "reworded")):
        before = Counter(n.lower() for eid in one.old for n in NUMBERS.findall(old[eid]))
        after = Counter(n.lower() for eid in one.new for n in NUMBERS.findall(new[eid]))
        if set(before) != set(after):
            differ.append((one.old, set(before) ^ set(after)))

    assert differ == []


def test_each_kind_says_what_it_must():
    for one in concordance().entries:
        assert all(said.was or said.becomes for said in one.changed), one
        if one.kind == "changed":
            assert any(said.was for said in one.changed) or one.changed[0].becomes, one


def test_the_page_tells_how_many_entries_there_are():
    page = (ROOT / "docs/reference/conformity.md").read_text("utf-8")
    entries = concordance().entries

    assert f"{len(entries)} entries" in page
    assert f"{sum(len(one.changed) for one in entries)} changes" in page


def test_every_doubt_named_is_known():
    named = {id for one in concordance().entries for id in one.uncertain}

    assert named <= set(doubts())


def test_no_provision_of_the_old_is_told_twice():
    told = Counter(eid for one in concordance().entries for eid in one.old)

    assert [eid for eid, times in told.items() if times > 1] == []


@pytest.mark.parametrize(
    ("asked", "now"),
    [
        ("art_72", ("art_73",)),
        ("art_72__para_1__subpara_2-1", ("art_73__para_1__subpara_3",)),
        ("art_47__para_1", ("art_50__para_2",)),
        ("art_78", ("art_79",)),
        ("art_89__para_2", ("art_91__para_2",)),  # the article stayed whole: its steps are kept
        ("art_18__para_1", ("art_21__para_1", "art_20__para_1")),
        ("art_50__para_3@2", ("art_53__para_1",)),  # two wordings under one number
        ("art_61__para_5", ()),
    ],
)
def test_the_successor_of_a_provision(asked, now):
    assert concordance().successors(asked) == now


def test_it_is_told_both_ways():
    entry = concordance_of("const-2026", "art_84__para_3")[0]

    assert entry.old == ("art_83__para_3",)
    assert entry.split
    assert any("шесть" in (said.becomes or "") for said in entry.changed)
    assert entry in concordance_of("const-1995", "art_83")


def test_a_provision_that_merges_two_is_told_of_both():
    entry = concordance_of("const-2026", "art_43__para_1")[0]

    assert entry.merged
    assert concordance().successors("art_42__para_5") == ("art_43__para_1",)


def test_a_provision_no_constitution_had_is_not_in_the_concordance():
    assert concordance_of("const-1995", "art_120") == ()
    with pytest.raises(NotInConcordance, match="art_120"):
        concordance().successors("art_120")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("{from: [art_1], to: [], kind: same}", "both `from` and `to`"),
        ("{from: [art_1], to: [art_2], kind: new}", "`from` should be empty"),
        ("{from: [art_1], to: [art_2], kind: changed}", "should say what"),
        ("{from: [art_1], to: [art_2], kind: gone}", "Invalid enum"),
    ],
)
def test_a_wrong_entry_is_refused_by_its_number(tmp_path, entry, why):
    path = tmp_path / "concordance.yaml"
    path.write_text(f"from: const-1995\nto: const-2026\nentries:\n- {entry}\n", "utf-8")

    with pytest.raises(FileRefused, match=why):
        read_concordance(path)


def test_every_change_is_said_in_three_languages():
    for one in concordance().entries:
        for said in one.changed:
            assert len({said.says.says(lang) for lang in LANGS}) == 3, said
