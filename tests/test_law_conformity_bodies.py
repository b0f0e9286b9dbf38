"""What names a body that is gone: found in every case form, told apart from the past and others."""

from datetime import date

import pytest

from atazan.law.conformity.abolished import abolished, mentions, pattern, read_abolished
from atazan.law.conformity.bodies_named import bodies_named
from atazan.law.conformity.historical import in_title, past_lines
from atazan.law.text.document import Block, Document
from atazan.law.text.read import read
from atazan.rules.book import FileRefused
from atazan.rules.doubts import doubts
from atazan.rules.text import LANGS
from atazan.rules.works import works

FIRST_OF_2026 = date(2026, 7, 1)
LAW = "codes/01-const-laws/2022/1105-o-konstitutsionnom-sude-respubliki-kazakhstan-173456"


def named(text, lang="ru", day=FIRST_OF_2026):
    return [(text[one.start : one.end], one.what.id) for one in mentions(text, lang, day)]


def law(*lines, lang="ru"):
    return Document(lang=lang, blocks=tuple(Block(*line) for line in lines))


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("с согласия Сената.", "ru", [("Сената", "senate")]),
        (
            "Сенатом Парламента и Мажилисом",
            "ru",
            [("Сенатом Парламента", "senate"), ("Мажилисом", "mazhilis")],
        ),
        ("Палатам Парламента", "ru", [("Палатам Парламента", "chambers")]),
        (
            "Парламентінің Сенаты мен Мәжілісі",
            "kk",
            [("Парламентінің Сенаты", "senate"), ("Мәжілісі", "mazhilis")],
        ),
        ("Парламентiнiң Палаталарына", "kk", [("Парламентiнiң Палаталарына", "chambers")]),
        ("Конституциялық Кеңеске", "kk", [("Конституциялық Кеңеске", "constitutional_council")]),
        (
            "Республиканский референдум",
            "ru",
            [("Республиканский референдум", "republican_referendum")],
        ),
        ("ГЛАВА 3. СЕНАТ ПАРЛАМЕНТА", "ru", [("СЕНАТ ПАРЛАМЕНТА", "senate")]),
        ("ПАРЛАМЕНТ МӘЖІЛІСІ", "kk", [("ПАРЛАМЕНТ МӘЖІЛІСІ", "mazhilis")]),
        ("Конституционному Совету", "ru", [("Конституционному Совету", "constitutional_council")]),
        (
            "республиканских референдумов",
            "ru",
            [("республиканских референдумов", "republican_referendum")],
        ),
        (
            "Ассамблеей народа Казахстана",
            "ru",
            [("Ассамблеей народа Казахстана", "assembly_of_people")],
        ),
        ("Сенаторы и депутат", "ru", [("Сенаторы", "senator")]),
        ("сенаторларға", "kk", [("сенаторларға", "senator")]),
        ("Мажилисмена", "ru", [("Мажилисмена", "mazhilis_member")]),
        ("мәжілісмендер", "kk", [("мәжілісмендер", "mazhilis_member")]),
        ("государственных комитетов", "ru", [("государственных комитетов", "state_committees")]),
        ("мемлекеттік комитеттің", "kk", [("мемлекеттік комитеттің", "state_committees")]),
        (
            "Высшего Арбитражного Суда",
            "ru",
            [("Высшего Арбитражного Суда", "supreme_arbitration_court")],
        ),
        (
            "Первого Президента Республики Казахстан – Елбасы",
            "ru",
            [("Первого Президента Республики Казахстан – Елбасы", "first_president")],
        ),
        ("Тұңғыш Президенттің", "kk", [("Тұңғыш Президенттің", "first_president")]),
    ],
)
def test_a_body_is_found_in_every_case_with_its_exact_words(text, lang, found):
    assert named(text, lang) == found


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("парламентарий", "ru"),
        ("Первый Президентский полк, первый президент компании", "ru"),
        ("комитет государственных доходов, арбитражный суд", "ru"),
        ("Палата юридических консультантов", "ru"),
        ("Высшая аудиторская палата", "ru"),
        ("парламент Франции", "ru"),
        ("научный совет, СОВЕТ МИНИСТРОВ", "ru"),
        ("мәжіліс өтті", "kk"),  # a meeting, not the chamber
        ("ғылыми-консультативтік кеңес", "kk"),
        ("Курултай, всенародный референдум", "ru"),
        ("государственный советник юстиции", "ru"),
    ],
)
def test_what_only_begins_alike_is_left_alone(text, lang):
    assert named(text, lang) == []


def test_before_its_last_day_a_body_is_in_place():
    assert named("с согласия Сената", day=date(2026, 6, 30)) == []
    assert named("Конституционный Совет", day=date(2026, 6, 30)) != []


def test_each_finding_has_its_place_words_rule_and_reason():
    text = law(("art_3__para_2", "text", "назначаются Сенатом Парламента"))

    (one,) = bodies_named(text, FIRST_OF_2026)

    assert (one.place.eid, one.place.line) == ("art_3__para_2", 0)
    assert text.blocks[0].text[one.place.start : one.place.end] == "Сенатом Парламента"
    assert (one.kind, one.about, one.confidence) == ("body", "senate", "high")
    assert one.sources[0].work == "const-2026"
    assert "Курултай" in one.says("ru")
    assert len({one.says(lang) for lang in LANGS}) == 3


def test_a_chamber_without_parliament_near_is_less_certain():
    alone = law(("art_1", "text", "Решение принимает Палата."))
    beside = law(("art_1", "text", "Решение принимает Палата."), ("art_1", "text", "О Парламенте."))

    assert [one.confidence for one in bodies_named(alone, FIRST_OF_2026)] == ["medium"]
    assert next(bodies_named(beside, FIRST_OF_2026)).confidence == "high"


def test_an_office_not_found_abolished_is_only_a_hint():
    (one,) = bodies_named(
        law(("art_1", "text", "назначает Государственного советника")), FIRST_OF_2026
    )

    assert (one.confidence, one.key) == ("low", "conformity.body.unnamed")
    assert one.uncertain == ("concordance-state-counsellor",)


def test_notes_of_the_compilers_are_not_words_of_the_law():
    text = law(("art_1", "note", "См. постановление Конституционного Совета"))

    assert list(bodies_named(text, FIRST_OF_2026)) == []


def test_transition_provisions_and_titles_tell_of_the_past():
    text = law(
        ("art_1", "heading", "Введение в действие решений"),
        ("art_1", "text", "Проект вносится в Мажилис."),
        ("art_2", "text", "Закон «О Конституционном Совете» отменить."),
        ("section_3", "heading", "ЗАКЛЮЧИТЕЛЬНЫЕ ПОЛОЖЕНИЯ"),
        ("art_3", "heading", "Переходные положения"),
        ("art_3", "text", "Суд – правопреемник Конституционного Совета."),
        ("section_4", "heading", "ПРИЛОЖЕНИЕ"),
        ("art_4", "text", "Сообщается Сенату."),
    )

    told = [(one.place.eid, one.historical) for one in bodies_named(text, FIRST_OF_2026)]

    assert told == [("art_1", False), ("art_2", True), ("art_3", True), ("art_4", False)]


def test_transition_provisions_are_known_in_kazakh():
    text = law(
        ("art_66", "heading", "Өтпелі ережелер"),
        ("art_66", "text", "…"),
        ("art_57", "heading", "Қорытынды шешімнің мазмұны"),
        ("art_57", "text", "…"),
        lang="kk",
    )

    assert past_lines(text) == {0, 1}


def test_a_title_ends_with_its_quotation_mark():
    assert not in_title("«О Суде» и Совет", 11, 16)


def test_every_source_and_doubt_of_the_file_is_known():
    for one in abolished().values():
        assert {source.work for source in (one.source, *one.also)} <= set(works()), one.id
        assert set(one.uncertain) <= set(doubts()), one.id
        assert one.source.quote, one.id


def test_a_file_that_names_no_body_is_refused(tmp_path):
    path = tmp_path / "bodies_abolished.yaml"
    path.write_text(
        "x: {becomes: null, from: 2026-07-01, kind: abolished, words: {ru: [X]},"
        " source: {work: const-2026, provision: art_1}}",
        "utf-8",
    )

    with pytest.raises(FileRefused, match="needs `body` or `names`"):
        read_abolished(path)


def test_words_of_the_file_read_as_they_are_written():
    assert pattern("Палат* [Парламент*]") == r"Палат\w*(?:\s+Парламент\w*)?"
    assert pattern("[Парламент*] Сенат*") == r"(?:Парламент\w*\s+)?Сенат\w*"
    assert pattern("Совет* мира") == r"Совет\w*\s+(?i:мира)"


@pytest.mark.corpus
@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_quotes_of_the_file_stand_in_the_constitutions_and_the_law(corpus, lang):
    name = {"ru": "rus.md", "kk": "kaz.md"}[lang]
    texts = {
        "const-2026": read(corpus / "codes/00-constitution-2026" / name),
        "cl-court-2022": read(corpus / LAW / name),
    }
    if lang == "ru":
        texts["const-1995"] = read(corpus / "codes/00-constitution-1995/rus.md")
    for one in abolished().values():
        for source in (one.source, *one.also):
            quote = source.quote if lang == "ru" else source.quote_kk
            if source.work in texts and quote:
                lines = [
                    block.text
                    for block in texts[source.work].blocks
                    if block.eid == source.provision_eid
                    or block.eid.startswith(f"{source.provision_eid}__")
                ]
                assert quote in " ".join(lines), (one.id, source)


@pytest.mark.corpus
@pytest.mark.parametrize("file", ["rus.md", "kaz.md"])
def test_the_law_on_the_court_named_them_44_times_and_names_none_from_july_2026(corpus, file):
    """What remains are three mentions of the Constitutional Council in articles 66 and 67."""
    before = list(bodies_named(read(corpus / LAW / file), FIRST_OF_2026))
    after = list(bodies_named(read(corpus / LAW / "versions/2026-07-01" / file), FIRST_OF_2026))

    assert len(before) == 44
    assert len([one for one in before if not one.historical]) == 41
    assert [one.place.eid for one in after] == [
        "art_66__para_1",
        "art_66__para_2",
        "art_67__para_2",
    ]
    assert all(one.historical and one.about == "constitutional_council" for one in after)


@pytest.mark.corpus
def test_both_languages_name_them_in_the_same_provisions(corpus):
    ru, kk = (
        sorted(
            (one.place.eid, one.about)
            for one in bodies_named(read(corpus / LAW / file), FIRST_OF_2026)
        )
        for file in ("rus.md", "kaz.md")
    )

    assert ru == kk


def test_what_is_many_things_is_told_of_as_many():
    one, many = (
        next(bodies_named(law(("art_1", "text", words)), FIRST_OF_2026)).says("ru")
        for words in ("с согласия Сената Парламента", "Палаты Парламента избирают")
    )

    assert "не существует с" in one and "не существуют с" in many
