"""Which provision names which: read from the words of the law, noted, and told as of a day."""

from datetime import date

import pytest
import yaml

from atazan.cli.main import main
from atazan.journal.deeds import read_act
from atazan.journal.load import days_as_written, read_file, record_files
from atazan.journal.problems import BadAct
from atazan.law.acts import CitationNoted
from atazan.law.cited import citations
from atazan.law.proposed import NoText, proposed
from atazan.law.queries import cites
from atazan.law.record import DEEDS
from atazan.rules.book import rules
from atazan.rules.words import phrase

record = pytest.mark.django_db
TODAY = date(2026, 11, 20)
LAST_OF_1995, FIRST_OF_2026 = date(2026, 6, 30), date(2026, 7, 1)


def named(words, lang="ru", here="art_9__para_4"):
    found = citations(words, lang, f"cl-court-2022#{here}", FIRST_OF_2026)
    base = {"const-2026": "c", "cl-court-2022": "i"}
    return [
        (base[c.work.id], eid) for c in found if c.work and c.work.id in base for eid in c.targets
    ]


READ = {
    "a list of subparagraphs": (
        "указанным в подпунктах 2) и 2-1) пункта 1 статьи 7 Конституции",
        "Конституцияның 7-бабы 1-тармағының 2) және 2-1) тармақшаларында",
        [("c", "art_7__para_1__subpara_2"), ("c", "art_7__para_1__subpara_2-1")],
    ),
    "paragraphs that share an article": (
        "подпунктом 6) пункта 1 и пунктом 3 статьи 7 Конституции Республики Казахстан",
        "Қазақстан Республикасы Конституциясының 7-бабы 1-тармағының 6) тармақшасына"
        " және 3-тармағына",
        [("c", "art_7__para_1__subpara_6"), ("c", "art_7__para_3")],
    ),
    "a range": (
        "статьями 3–5, пунктом 1 статьи 8 настоящего Конституционного закона",
        "осы Конституциялық заңның 3–5-баптарында, 8-бабының 1-тармағында",
        [("i", "art_3"), ("i", "art_4"), ("i", "art_5"), ("i", "art_8__para_1")],
    ),
    "this article": (
        "по основаниям подпункта 3) пункта 1 настоящей статьи",
        "осы баптың 1-тармағының 3) тармақшасындағы негіздер бойынша",
        [("i", "art_9__para_1__subpara_3")],
    ),
    "a part of this paragraph": (
        "указанную в части второй настоящего пункта",
        "осы тармақтың екінші бөлігінде көрсетілген",
        [("i", "art_9__para_4__part_2")],
    ),
    "a chapter and articles": (
        "главы 7, статей 11 и 12, пункта 5 статьи 14",
        "7-тарауды, 11 және 12-баптарды, 14-баптың 5-тармағын",
        [("i", "chapter_7"), ("i", "art_11"), ("i", "art_12"), ("i", "art_14__para_5")],
    ),
    "another act": (
        "в соответствии со статьей 15 Гражданского процессуального кодекса",
        "Азаматтық кодекстің 15-бабына сәйкес",
        [],
    ),
    "no provision at all": (
        "обнародует закон либо возвращает отдельные его статьи до 1 июля",
        "заң баптарын 1 шілдеде қайта талқылайды",
        [],
    ),
}


@pytest.mark.parametrize("what", READ)
def test_russian_and_kazakh_words_name_the_same_provisions(what):
    ru, kk, expected = READ[what]
    assert named(ru) == named(kk, "kk") == expected


def test_an_older_constitution_is_not_taken_for_the_one_in_force():
    assert named("пунктами 18 и 20 статьи 64 Конституции, принятой 28 января 1993 года") == []


@pytest.mark.corpus
def test_the_record_holds_what_the_texts_say(corpus):
    noted = {
        (act.work, act.provision, act.until): act.cites
        for path in record_files()
        for _, act in read_file(path)
        if isinstance(act, CitationNoted)
    }
    assert noted == {
        (act["work"], act["provision"], str(act["until"]) if "until" in act else None): {
            work: tuple(provisions) for work, provisions in act["cites"].items()
        }
        for act in proposed(corpus)
    }


@pytest.mark.corpus
def test_kazakh_and_russian_were_found_to_name_the_same(corpus):
    by_work = {(act["work"], act["confidence"]) for act in proposed(corpus)}
    assert by_work == {
        ("cl-court-2022", "high"),
        ("const-2026", "high"),
        ("const-1995", "medium"),
    }


@record
@pytest.mark.corpus
def test_the_command_prints_acts_that_can_be_recorded(corpus, capsys):
    assert main(["law", "citations", str(corpus)]) == 0
    acts = [read_act(days_as_written(one)) for one in yaml.safe_load(capsys.readouterr().out)]
    assert {act.kind for act in acts} == {"citation.noted/1"}
    assert len(acts) == len(proposed(corpus))


@record
def test_a_folder_without_texts_is_refused(tmp_path, capsys):
    with pytest.raises(NoText):
        proposed(tmp_path)
    assert main(["law", "citations", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def act(**changed):
    given = {
        "id": "c",
        "work": "cl-court-2022",
        "provision": "art_9",
        "cites": {"const-2026": ("art_1",)},
        "since": "2026-07-01",
    }
    return CitationNoted(**{**given, **changed})


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"cites": {}}, "law.bad_citation"),
        ({"cites": {"cl-court-2022": ("art_9",)}}, "law.bad_citation"),
        ({"cites": {"const-2026": ("art_1", "art_1")}}, "law.bad_citation"),
        ({"cites": {"const-2026": ("article one",)}}, "law.bad_eid"),
        ({"cites": {"no-law": ("art_1",)}}, "law.unknown_work"),
        ({"until": "2026-07-01"}, "law.bad_span"),
    ],
)
def test_a_citation_that_names_nothing_or_itself_is_refused(changed, key):
    deed = next(deed for deed in DEEDS if deed.act is CitationNoted)

    assert list(deed.check(act(), rules().on(TODAY))) == []
    with pytest.raises(BadAct) as refused:
        deed.check(act(**changed), rules().on(TODAY))
    assert refused.value.problems[0].key == key


def who_cites(work, provision, day):
    return [(one.standing.work.id, one.standing.provision) for one in cites(work, provision, day)]


@record
def test_those_that_name_the_provision_itself_come_before_those_that_name_its_article():
    found = cites("const-2026", "art_73__para_1__subpara_1", TODAY)

    assert [one.relation for one in found] == ["own", "own", "own", "parent"]
    assert [one.standing.work.id for one in found][:2] == ["const-2026", "cl-court-2022"]
    assert found[-1].cites[0].eid == "art_73"


@record
def test_who_names_a_part_of_an_article_is_told_on_the_page_of_the_article():
    found = cites("const-2026", "art_73", TODAY)
    by_place = {(one.standing.work.id, one.standing.provision): one for one in found}

    assert found[0].relation == "own"
    part = by_place["cl-court-2022", "art_23__para_3"]
    assert part.relation == "child"
    assert [one.eid for one in part.cites] == [
        "art_73__para_6",
        "art_73__para_1__subpara_6",
        "art_73__para_1__subpara_7",
    ]


@record
def test_with_the_constitution_of_1995_its_citations_end():
    place = ("cl-court-2022", "art_23__para_4__subpara_3")

    assert place in who_cites("const-1995", "art_72__para_3", LAST_OF_1995)
    assert who_cites("const-1995", "art_72__para_3", FIRST_OF_2026) == []
    assert place not in who_cites("const-2026", "art_73__para_3", LAST_OF_1995)
    assert place in who_cites("const-2026", "art_73__para_3", FIRST_OF_2026)


@record
def test_a_provision_not_yet_in_force_or_repealed_cites_nothing():
    place = ("cl-court-2022", "art_40__part_3")

    days = [date(2023, 12, 31), date(2024, 1, 1), LAST_OF_1995, FIRST_OF_2026]
    told = [place in who_cites("cl-court-2022", "art_38", day) for day in days]
    assert told == [False, True, True, False]


@record
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_page_tells_who_cites_it_and_never_that_none_does(client, lang):
    title, nothing = phrase("law.cited_by", lang), phrase("law.cited_by_none", lang)
    cited = client.get(f"/{lang}/norms/const-2026/art_73?on=2026-11-20").content.decode()
    assert title in cited
    assert nothing not in cited
    assert f'href="/{lang}/norms/cl-court-2022/art_43?on=2026-11-20"' in cited

    unread = client.get(f"/{lang}/norms/labour-code-2015/art_160?on=2026-11-20").content.decode()
    assert title in unread
    assert nothing in unread


@record
@pytest.mark.parametrize(
    "path",
    [
        "/en/norms/const-2026/art_73__para_3?on=2026-11-20&format=json",
        "/api/norms/const-2026/art_73__para_3?on=2026-11-20",
    ],
)
def test_a_program_is_told_how_each_citing_provision_stands(client, path):
    told = client.get(path).json()
    one = next(c for c in told["cited_by"] if c["provision"] == "art_23__para_4__subpara_3")

    assert (one["work"], one["relation"], one["state"]) == (
        "cl-court-2022",
        "own",
        "article_amended",
    )
    assert one["cites"] == [{"work": "const-2026", "provision": "art_73__para_3"}]
    assert one["citation"]["since"] == "2026-07-01"
    assert told["cited_by_texts_read"] == ["cl-court-2022", "const-1995", "const-2026"]
