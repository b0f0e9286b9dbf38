"""The thesaurus: its files hold together and join what the Court decides to rights."""

from datetime import date
from functools import lru_cache

import pytest

from atazan.law.text.document import provisions
from atazan.law.text.read import reading
from atazan.rules.bodies import bodies, offices
from atazan.rules.book import FileRefused, NoRuleInForce
from atazan.rules.citation import Provision
from atazan.rules.concepts import (
    CONSTITUTIONS,
    KINDS,
    Code,
    concepts,
    narrower,
    rights,
    rights_of,
)
from atazan.rules.concepts_file import read_folder
from atazan.rules.text import LANGS
from atazan.words import keys

FALL_TOGETHER = [
    ("constitutional_law", "constitutional_act_law"),  # en: the branch and the kind of act
    ("constitutional_act_law", "constitutional_legality"),  # ru: закон, законность
    ("housing_law", "right_to_housing"),  # kk: тұрғын үй құқығы
    ("social_law", "social_security"),  # kk: әлеуметтік қамсыздандыру(ылу) құқығы
    ("right_to_vote", "right_to_stand"),  # kk: сайлау, сайлану
    ("senate", "senator"),  # en
    ("mediation", "mediator"),  # en
]
OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)


def file(folder, concepts, kind="term", name="terms.yaml"):
    lines = "\n".join(f"  {line}" for line in concepts)
    (folder / name).write_text(f"kind: {kind}\nconcepts:\n{lines}\n", "utf-8")
    return folder


def one(id, words="сөз, слово, word", more=""):
    kk, ru, en = words.split(", ")
    return f"{id}: {{kk: [{kk}], ru: [{ru}], en: [{en}]{', ' + more if more else ''}}}"


@lru_cache(maxsize=2)
def eids_of(corpus, work):
    document = reading(corpus / f"codes/00-constitution-{work[-4:]}/rus.md").document
    return tuple(provisions(document.blocks))


def test_there_are_enough_concepts_of_every_kind():
    found = concepts()

    assert len(found) >= 450
    assert {concept.kind for concept in found.values()} == set(KINDS)


def test_every_concept_has_labels_in_three_languages_none_twice():
    for concept in concepts().values():
        for lang in LANGS:
            labels = [label.casefold() for label in concept.labels(lang)]
            assert labels and len(labels) == len(set(labels)), concept.id
            assert all(label == label.strip() and label for label in labels), concept.id


def test_kazakh_and_russian_labels_are_in_their_own_letters():
    mixed = [
        (concept.id, label)
        for concept in concepts().values()
        for lang in ("kk", "ru")
        for label in concept.labels(lang)
        for word in label.split()
        if any("a" <= c.lower() <= "z" for c in word) and any("а" <= c.lower() <= "ө" for c in word)
    ]
    assert mixed == []


def test_labels_of_two_concepts_fall_together_only_where_it_is_known():
    """A search knows words by their keys, which lose voice, number and negation."""
    found = {}
    for concept in concepts().values():
        for lang in LANGS:
            for label in concept.labels(lang):
                found.setdefault((lang, *keys(label, lang)), set()).add(concept.id)
    together = {ids for ids in map(frozenset, found.values()) if len(ids) > 1}

    assert together == {frozenset(pair) for pair in FALL_TOGETHER}


def test_every_body_and_office_of_the_record_is_a_concept_with_its_days():
    found = concepts()

    for slug, body in {**bodies(), **offices()}.items():
        assert body.names.says("kk") in found[slug].labels("kk"), slug
        assert (found[slug].since, found[slug].until) == (body.since, body.until)


def test_what_is_related_is_related_both_ways():
    found = concepts()

    assert "pension" in found["right_to_pension"].related
    assert "right_to_pension" in found["pension"].related


@pytest.mark.parametrize(
    "ground", ["national_security", "public_order", "public_morals", "public_interest"]
)
def test_a_ground_of_limitation_is_no_kind_of_limitation(ground):
    assert ground not in narrower("limitation_of_rights")
    assert ground in concepts()["limitation_of_rights"].related


@pytest.mark.parametrize("id", ["paid_medical_care", "voluntary_social_insurance"])
def test_what_the_constitution_only_regulates_or_encourages_is_no_right(id):
    assert concepts()[id].kind == "term"
    assert all(id not in {one.id for one in rights(day)} for day in (OLD, NEW))


@pytest.mark.parametrize(
    ("label", "id"),
    [
        ("дорожно-транспортное происшествие", "road_accident"),
        ("карантин", "quarantine"),
        ("завещание", "last_will"),
    ],
)
def test_a_word_for_another_thing_is_a_concept_of_its_own(label, id):
    assert [one.id for one in concepts().values() if label in one.labels("ru")] == [id]


def test_immunity_of_deputies_is_no_procedure():
    assert concepts()["parliamentary_immunity"].kind == "principle"
    assert concepts()["lifting_of_immunity"].kind == "procedure"


def test_what_is_narrower_names_what_is_broader():
    assert "right_to_pension" in narrower("social_security")
    assert narrower("right_to_pension") == ("minimum_pension",)
    assert narrower("minimum_pension") == ()
    with pytest.raises(KeyError):
        narrower("crown")


def test_rights_come_in_the_order_of_the_constitution_of_the_day():
    old, new = ([right.id for right in rights(day)] for day in (OLD, NEW))

    assert old.index("right_to_citizenship") < old.index("right_to_life")  # articles 10 and 15
    assert new.index("right_to_life") < new.index("presumption_of_innocence")  # 17 and 19
    assert old.index("right_to_life") < old.index("presumption_of_innocence")  # 15 and 77


def test_a_right_counts_only_while_its_constitution_does():
    old, new = ({right.id for right in rights(day)} for day in (OLD, NEW))

    assert "right_to_strike" in old - new
    assert {"compensation_by_state", "right_to_marry", "data_protection"} <= new - old


def test_before_any_constitution_there_is_no_list_of_rights():
    with pytest.raises(NoRuleInForce):
        rights(date(1990, 1, 1))


def test_a_provision_leads_to_the_rights_it_is_about_whatever_its_depth():
    assert rights_of(["const-2026#art_17__para_2"]) == ("right_to_life",)
    assert "right_to_pension" in rights_of([Provision("const-1995", "art_28__para_1")])
    assert set(rights_of(["const-1995#art_14"])) == {"equality_before_law", "non_discrimination"}
    assert rights_of(["const-1995#art_14__para_2"]) == ("non_discrimination",)


def test_article_1_is_not_taken_for_article_15():
    assert rights_of(["const-1995#art_1"]) == ()
    assert "rule_of_law" in rights_of(["const-1995#art_1"], kinds=("principle",))


def test_what_is_no_provision_of_a_constitution_leads_to_no_right():
    assert rights_of(["cl-court-2022#art_17", "const-2026#art_96"]) == ()


def test_rights_come_in_the_order_of_the_provisions_each_once():
    found = rights_of(["const-2026#art_31", "const-2026#art_17__para_1", "const-1995#art_28"])

    assert found[0] == "social_security" and len(found) == len(set(found))
    assert found.index("right_to_life") > found.index("right_to_pension")


def test_a_code_is_printed_both_ways():
    code = Code((1, 2, 1, 8), 22)

    assert (code.printed, code.padded) == ("1.2.1.8", "01.02.01.08")


def test_codes_lie_in_the_five_chapters_and_name_their_version():
    codes = [code for concept in concepts().values() for code in concept.codices]

    assert codes and {code.code[0] for code in codes} <= {1, 2, 3, 4, 5}
    assert all(code.version >= 22 and all(number > 0 for number in code.code) for code in codes)


def test_only_headings_read_in_the_printed_thesaurus_are_taken_for_sure():
    sure = {
        code.printed for concept in concepts().values() for code in concept.codices if code.sure
    }
    assert sure == {"1", "1.1", "1.2", "1.3", "1.3.5", "1.4", "1.5", "1.6", "2", "2.2", "2.3", "5"}


@pytest.mark.corpus
@pytest.mark.parametrize("work", CONSTITUTIONS)
def test_every_provision_stands_in_the_text_of_its_constitution(corpus, work):
    eids = eids_of(corpus, work)
    known = {"__".join(eid.split("__")[:n]) for eid in eids for n in range(1, 9)}
    missing = [
        (concept.id, eid)
        for concept in concepts().values()
        for eid in concept.in_work(work)
        if eid not in known
    ]
    assert missing == []


@pytest.mark.corpus
@pytest.mark.parametrize(("work", "articles"), [("const-1995", (10, 39)), ("const-2026", (12, 41))])
def test_every_paragraph_on_rights_and_duties_has_a_concept(corpus, work, articles):
    first, last = articles
    eids = eids_of(corpus, work)
    placed = {eid for concept in concepts().values() for eid in concept.in_work(work)}
    left = []
    for eid in eids:
        article = int(eid.split("__")[0].removeprefix("art_").split("-")[0]) if "art_" in eid else 0
        above = {"__".join(eid.split("__")[:n]) for n in range(1, 9)}
        below = any(place.startswith(f"{eid}__") for place in placed)
        if first <= article <= last and not (above & placed or below):
            left.append(eid)
    assert left == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([one("a", more="broader: [b]")], "'b' is no other concept"),
        ([one("a", more="related: [a]")], "'a' is no other concept"),
        ([one("a", more="broader: [b]"), one("b", "б, б, b", "broader: [a]")], "circle"),
        (
            [
                one("a"),
                one("b", "б, б, b", "broader: [a]"),
                one("c", "в, в, c", "broader: [b]"),
                one("d", "г, г, d", "broader: [c], related: [a]"),
            ],
            "broader or narrower",
        ),
        (["a: {kk: [сөз], ru: [слово]}"], "no words in 'en'"),
        (["a: {kk: [сөз], ru: ['  '], en: [word]}"], "no words in 'ru'"),
        (["Pension: {kk: [сөз], ru: [слово], en: [word]}"], "small Latin letters"),
        ([one("a", more="codices: ['5.3.2']")], "5.3.2@22"),
        ([one("a", more="codices: ['5..2@22']")], "5.3.2@22"),
        ([one("a", more="provisions: [const-1900#art_1]")], "no work 'const-1900'"),
        ([one("a", more="provisions: ['const-2026#article 1']")], "no eId"),
        ([one("a"), one("b", "басқа, Слово, another")], "'Слово' (ru) is a label of 'a'"),
        ([one("a", more="colour: red")], "colour"),
    ],
)
def test_a_wrong_file_is_refused_and_says_why(tmp_path, lines, said):
    with pytest.raises(FileRefused) as refused:
        read_folder(file(tmp_path, lines))

    assert said in str(refused.value)


def test_an_id_said_in_two_files_is_refused(tmp_path):
    file(tmp_path, [one("a")], name="first.yaml")
    file(tmp_path, [one("a", "б, б, b")], name="second.yaml")

    with pytest.raises(FileRefused, match=r"first\.yaml already"):
        read_folder(tmp_path)


def test_a_word_may_name_two_concepts_where_the_homonyms_say_so(tmp_path):
    file(tmp_path, [one("a"), one("b", "басқа, слово, another")])
    (tmp_path / "homonyms.yaml").write_text("ru: {слово: [a, b]}\n", "utf-8")

    assert set(read_folder(tmp_path)) == {"a", "b"}


def test_a_concept_stands_where_its_file_says_unless_it_says_otherwise(tmp_path):
    lines = [one("a", more="broader: []"), one("b", "б, б, b"), one("c", "в, в, c", "broader: [b]")]
    path = file(tmp_path, lines) / "terms.yaml"
    path.write_text(path.read_text("utf-8").replace("concepts:", "under: [a]\nconcepts:"), "utf-8")

    found = read_folder(tmp_path)

    assert [found[id].broader for id in "abc"] == [(), ("a",), ("b",)]
