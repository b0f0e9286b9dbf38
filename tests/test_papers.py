"""Papers: archival, the same each time, in their languages, true to the law of their day."""

import io
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from typing import get_args

import pikepdf
import pytest

from atazan.decisions.papers import adopted
from atazan.decisions.publish import publish
from atazan.docket import acts
from atazan.docket.papers import admission_ruling, return_notice
from atazan.docket.signing import composition, signatures
from atazan.institutions.acts import PowersSuspended
from atazan.institutions.bench import CHAIR, bench
from atazan.institutions.models import Person, Tenure
from atazan.journal.record import By, record, version_of
from atazan.papers.kinds import Holding, Matter, Outcome
from atazan.papers.papers import NotInLanguage, digest, render
from atazan.papers.saying import DRAWN, OLDER
from atazan.papers.terms import worded
from atazan.rules.book import rules
from atazan.rules.words import all_words
from atazan.rules.works import works
from tests import papers
from tests.conftest import ROOT
from tests.docket_way import NORM, Way, at, by, do, petition

OLD, NEW = date(2023, 3, 1), date(2026, 9, 1)
BEFORE = datetime(2026, 6, 30, 6, 0, tzinfo=UTC)
EVERY = [(make, lang) for make in papers.ALL for lang in make().languages]
each = pytest.mark.parametrize(
    ("make", "lang"), EVERY, ids=[f"{make.__name__}-{lang}" for make, lang in EVERY]
)


def text(made: bytes) -> str:
    """The words of a paper, as its own map from glyphs to characters tells them."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        shown = "".join(_shown(page) for page in pdf.pages)
    return " ".join(shown.replace("\u200b", "").replace("\u00a0", " ").split())


def _shown(page: pikepdf.Page) -> str:
    fonts = {name: _unicode(font) for name, font in page.Resources.Font.items()}
    found, font, line = [], {}, None
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tm" if line != (line := float(operands[5])):
                found.append(" ")
            case "Tj":
                found.append(_decoded(bytes(operands[0]), font))
            case "TJ":
                strings = (one for one in operands[0] if isinstance(one, pikepdf.String))
                found += [_decoded(bytes(one), font) for one in strings]
    return "".join(found)


def _decoded(codes: bytes, font: dict[int, str]) -> str:
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(font.get(high << 8 | low, "") for high, low in pairs)


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("ascii")
    found = {}
    for block in table.split("beginbfchar")[1:]:
        for line in block.split("endbfchar")[0].strip().splitlines():
            code, said = (part.strip("<> ") for part in line.split("> <"))
            found[int(code, 16)] = bytes.fromhex(said).decode("utf-16-be")
    return found


@each
def test_a_paper_is_pdf_a_2a_and_accessible_and_says_its_language(make, lang):
    with pikepdf.open(io.BytesIO(render(make(), lang))) as pdf, pdf.open_metadata() as marks:
        assert (marks["pdfaid:part"], marks["pdfaid:conformance"]) == ("2", "A")
        assert marks["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang) == lang
        assert bool(pdf.Root.MarkInfo.Marked)
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert "\u200b" not in marks["dc:title"] and marks["dc:title"]


@each
def test_the_same_act_gives_the_same_bytes(make, lang):
    assert render(make(), lang) == render(make(), lang)


def test_another_process_gives_the_same_bytes():
    code = (
        "import hashlib; from tests import papers; from atazan.papers.papers import render;"
        "print(hashlib.sha256(b''.join(render(m(), 'kk') for m in papers.ALL)).hexdigest())"
    )
    run = [sys.executable, "-c", code]
    first, second = (
        subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    )

    assert first == second and len(first.strip()) == 64


def test_the_zone_a_moment_is_given_in_changes_nothing():
    elsewhere = papers.AT.astimezone(timezone(timedelta(hours=-8)))

    assert render(papers.receipt(at=elsewhere), "ru") == render(papers.receipt(), "ru")


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no zone"):
        papers.receipt(at=datetime(2026, 7, 2, 9, 0))


def test_no_typeface_of_the_machine_enters_a_paper():
    with pikepdf.open(io.BytesIO(render(papers.receipt(), "kk"))) as pdf:
        fonts = {str(f.BaseFont).split("+")[1] for f in pdf.pages[0].Resources.Font.values()}

    assert fonts <= {
        "AtazanSerif-Regular",
        "AtazanSerif-SemiBold",
        "AtazanSans-Regular",
        "AtazanSans-SemiBold",
        "DejaVuSansMono",
        "DejaVuSansMono-Bold",
    }


def test_kazakh_letters_come_out_as_letters():
    letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"

    assert letters in text(render(papers.receipt(filed_by=letters), "kk"))


def test_marks_of_typst_are_plain_characters():
    hostile = '#panic("x") *a* _b_ $c$ \\d @e `f` = g <h> // i #read("letter.typ")'

    assert hostile in text(render(papers.receipt(through=hostile), "ru"))


def test_what_the_typefaces_lack_is_shown_by_its_number():
    shown = text(render(papers.receipt(filed_by="А" + chr(0x1F600) + chr(7) + "\n中"), "kk"))

    assert "А[U+1F600][U+0007] [U+4E2D]" in shown


def test_every_character_said_to_be_drawn_is_drawn():
    kept = [chr(n) for n in range(0x20, 0x2300) if re.match(f"[{DRAWN}]", chr(n))]

    assert len(kept) > 500 and render(papers.receipt(filed_by=" ".join(kept)), "kk")


def test_a_receipt_gives_number_code_moment_and_the_whole_hash_of_each_file():
    shown = text(render(papers.receipt(), "kk"))

    assert "№ 2026/1042" in shown and "T-7F3A-91C2" in shown
    assert "2026 ж. 2 шілде, 14:05:07, Астана уақыты" in shown
    assert " ".join(["01234567 89abcdef"] * 4) in shown
    assert " ".join(["4be190c7 2f5d0011"] * 4) in shown
    assert "1 204 331 байт" in shown
    assert "қабылданады деген сөз емес" in shown


def test_a_receipt_says_what_follows_by_the_rules_of_its_day():
    now, then = (text(render(papers.receipt(at=at), "ru")) for at in (papers.AT, BEFORE))

    assert rules().on(date(2026, 7, 2))["procedure.lodged"].says.ru in now
    assert rules().on(date(2026, 6, 30))["procedure.lodged"].says.ru in then
    assert now != then


def test_a_return_may_be_taken_to_the_court_only_before_1_july_2026():
    demand = "вправе потребовать, чтобы решение по этому вопросу принял Конституционный Суд"
    cited = "Закон о Конституционном Суде, статья 47, пункт 3"
    then, now = (text(render(papers.return_notice(at=at), "ru")) for at in (BEFORE, papers.AT))

    assert demand in then and cited in then
    assert demand not in now and cited not in now


def test_a_return_on_curable_grounds_shows_the_month_and_its_last_day():
    shown = text(render(papers.return_notice(), "kk"))

    assert "47-бап, 2-тармақ, 2) тармақша" in shown and "sr2-form-content" in shown
    assert "1 ай" in shown and "2026 ж. 3 тамыз, дүйсенбі" in shown


def test_a_return_on_a_ground_the_law_does_not_let_cure_promises_no_first_day():
    mixed = papers.return_notice(grounds=(papers.FORM, papers.SUBJECT))
    shown = text(render(mixed, "ru"))

    assert "День первой подачи не сохраняет" in shown and "которого этот пункт не называет" in shown
    assert "считается поданным" not in shown and "3 августа" not in shown


def test_a_return_needs_a_ground():
    with pytest.raises(ValueError, match="article 47"):
        papers.return_notice(grounds=())


def test_a_refusal_carries_its_ground_and_no_mark_of_proceedings():
    refused = text(render(papers.admission_ruling(admitted=False, grounds=(papers.REFUSAL,)), "ru"))
    admitted = text(render(papers.admission_ruling(), "ru"))

    assert "Отказать в принятии" in refused and "статья 48, пункт 3, подпункт 3)" in refused
    assert "отметку о начатом производстве" in admitted
    assert "отметку о начатом производстве" not in refused
    assert "не позднее 5 рабочих дней; последний день – 10 июля 2026 г., пятница" in admitted


def test_a_resolution_follows_the_order_of_article_57():
    kinds = ("act", "official_decision", "stations", "interpreted_norm", "amendments", "procedures")
    matters = tuple(Matter(kind=kind, says=(f"предмет {kind}",)) for kind in reversed(kinds))
    every = papers.resolution(matters=matters)
    shown = text(render(every, "ru"))
    said = [
        "Именем Республики Казахстан",
        "№ 90-НП",
        "Р.А. Образцова",
        "представитель Правительства",
        "Конституция 2026 г., статья 75",
        *(f"предмет {kind}" for kind in kinds),
        "Конституция 2026 г., статья 17",
        "постановляет:",
        "должны быть пересмотрены в порядке, установленном законом",
        "вступает в силу со дня его принятия",
        "Опубликовать нормативное постановление",
        "является окончательным",
    ]
    places = [shown.find(one) for one in said]

    assert -1 not in places and places == sorted(places)


def test_each_holding_says_its_outcome_its_extent_and_its_day():
    shown = text(render(papers.resolution(), "kk"))

    for said in (
        "Төмендегі бөлігінде Қазақстан Республикасының Конституциясына сәйкес келмейді",
        "Төмендегі сөздері Қазақстан Республикасының Конституциясына сәйкес келмейді",
        "Конституциялық Сот берген түсіндірмеде Қазақстан Республикасының Конституциясына",
        "Қолданысы тоқтатылады және мына күннен бастап қолданылмайды: 2026 ж. 2 шілде.",
        "Заң өзгергенге дейін бір жылдық мерзім қолданылады.",
        "№ 90-НҚ",
    ):
        assert said in shown


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_outcome_has_words_for_every_extent(lang):
    holdings = tuple(
        Holding(subject="§", outcome=outcome, effect=date(2026, 7, 2), reading="¶", **extent)
        for outcome in get_args(Outcome)
        for extent in ({}, {"words": "«…»"}, {"insofar": "…"})
    )
    shown = text(render(papers.resolution(holdings=holdings), lang))

    assert shown.count("§") == shown.count("¶") == len(holdings) == 12


def test_every_phrase_of_the_papers_is_used():
    room = ROOT / "atazan" / "papers"
    files = [*room.glob("*.py"), *room.glob("templates/*.typ")]
    written = "".join(path.read_text("utf-8") for path in files)
    made = ("holding.", "admission_ruling.", "office.", "participant.")
    said = [key.removeprefix("paper.") for key in all_words() if key.startswith("paper.")]
    keys = [key.removesuffix(f".{OLDER}") for key in said]

    assert len(keys) > 60
    assert [k for k in keys if not k.startswith(made) and f'"{k}"' not in written] == []


def test_many_at_once_get_each_their_own():
    numbers = [f"2026/{n}" for n in range(12)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda n: render(papers.receipt(number=n), "kk"), numbers))

    assert all(f"№ {number}" in text(one) for number, one in zip(numbers, made, strict=True))


def test_no_review_of_decisions_is_ordered_where_everything_conforms():
    shown = text(render(papers.resolution(holdings=papers.HOLDINGS[1:2]), "ru"))

    assert "пересмотрены" not in shown and "пересматриваются" not in shown


def test_papers_of_proceedings_are_in_kazakh_and_russian():
    for make in papers.ALL[1:]:
        with pytest.raises(NotInLanguage, match="kk, ru"):
            render(make(), "en")


def test_thirty_holdings_two_hundred_paragraphs_and_endless_words_are_laid_out():
    long = papers.resolution(
        reasons=(papers.REASON,) * 200,
        holdings=papers.HOLDINGS * 8,
        subject=("қанағаттандырылмағандықтарыңыздан" * 12,),
    )
    made = render(long, "kk")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pages = len(pdf.pages)
    shown = text(made)

    assert f"{pages} / {pages}" in shown and pages > 20
    assert "қанағаттандырылмағандықтарыңыздан" in shown.replace(" ", "")


def test_the_foot_gives_the_digest_of_the_contents():
    paper = papers.return_notice()
    grouped = " ".join(digest(paper, "ru")[at : at + 8] for at in range(0, 64, 8))

    assert grouped in text(render(paper, "ru"))
    assert digest(paper, "ru") != digest(paper, "kk")


def test_the_kazakh_word_for_a_petition_is_that_of_the_law_of_the_day():
    for make in papers.ALL:
        then, now = (text(render(make(at=at), "kk")).lower() for at in (BEFORE, papers.AT))

        assert "жолданым" in then and "жолданым" not in now
        assert "өтініш" in now


def test_a_word_of_the_applicant_or_of_the_court_stays_as_written():
    said = papers.resolution(at=BEFORE, title="Өтініш туралы")

    assert "Өтініш туралы" in text(render(said, "kk"))


def test_every_form_of_the_word_in_the_papers_and_rules_has_an_older_one():
    told = [said["kk"] for key, said in all_words().items() if key.startswith("paper.")]
    law = rules().on(BEFORE.date()).values()
    told += [said for rule in law for said in (rule.title.kk, rule.says.kk)]
    older = " ".join(worded(str(one), "kk", BEFORE.date()) for one in told)

    assert "жолданым" in older and re.findall(r"[Өө]тініш(?!хат)\w*", older) == []


def test_a_resolution_is_published_and_takes_effect_in_the_words_of_the_law_of_its_day():
    then, now = (text(render(papers.resolution(at=at), "ru")) for at in (BEFORE, papers.AT))

    assert "на официальное опубликование законодательных актов" in then
    assert "на официальное опубликование законов" in now
    assert "Отменяется и не подлежит применению с" in then
    assert "Прекращает действие и не подлежит применению с" in now


def names(signed):
    return [(one.office.ru, one.name.ru) for one in signed]


def name(person):
    return Person.objects.get(pk=person).names["ru"]


@pytest.mark.django_db
def test_those_who_voted_sign_first_and_the_chair_last():
    way = Way(NEW).admitted()
    chair, *others = way.judges(6)
    panel = signatures(others[:5], others[0], NEW)
    full = signatures([chair, *others], chair, NEW)

    assert [one.name.ru for one in panel] == [name(one) for one in (*others[:5], chair)]
    assert names(full)[-1] == ("Председатель", name(chair)) and len(full) == 6
    assert names(composition([*others, chair], chair, NEW))[0] == names(full)[-1]


def suspended(row):
    told = {"tenure": row.id, "office": row.office, "cause": "health", "done_on": NEW.isoformat()}
    act = PowersSuspended(id="suspended-chair", sources=("a-test",), **told)
    seen = version_of(f"office/{row.office}")
    record(act, by=By("a-curator", "curator"), at=at(NEW), seen=seen)


@pytest.mark.django_db
def test_where_the_chair_is_not_able_who_acts_for_the_chair_signs_last():
    sat = bench(NEW)
    suspended(Tenure.objects.get(person=sat.chair, office=CHAIR, until__isnull=True))
    voted = [one.person for one in sat.judges if one.person not in (sat.chair, sat.deputy)][:5]
    acting = "Обязанности Председателя исполняет"
    last = sat.deputy if sat.deputy in bench(NEW).able else voted[0]

    assert names(signatures(voted, voted[0], NEW))[-1] == (acting, name(last))
    assert names(signatures([*voted, str(last)], str(last), NEW)).count((acting, name(last))) == 1


@pytest.mark.django_db
def test_a_ruling_is_signed_by_those_of_the_vote_opened_again():
    way = Way(NEW).registered().studied()
    chair, *others = way.judges(9)
    way.convene(acts.AdmissionConvened, "plenary", tuple(others))
    way.vote(*others[:4])
    new = {"cause": "tie", "round": way.row.round + 1, "present": (*others, chair)}
    way.now(acts.VoteReopened, by("chair"), **new)
    way.vote(*others[:4])
    way.now(acts.PetitionAdmitted, by("chair"))
    paper = admission_ruling(way.row, "")

    assert len(paper.composition) == 8 and len(paper.signatures) == 9
    assert names(paper.signatures)[-1] == ("Председатель", name(chair))
    assert render(paper, "kk") == render(admission_ruling(way.row, ""), "kk")


@pytest.mark.django_db
def test_a_resolution_names_every_applicant_their_representatives_and_the_act_reviewed(settings):
    settings.ATAZAN_PUBLIC_NAMES = "initials"
    way, joined = Way(NEW).admitted(), represented(NEW).admitted()
    way.day = max(way.day, joined.day)
    joined.day = way.day
    joined.step(acts.PetitionJoined, by("chair"), into=way.id)
    way.day = joined.day
    way.in_session().retired().vote()
    way.adopt()
    before = render(adopted(way.row, ""), "kk")
    said = [one.ru.replace("\u00a0", " ") for one in adopted(way.row, "").participants]

    assert said == [
        f"субъект обращения – гражданин C. A. (обращение № О-{way.id})",
        f"субъект обращения – гражданин C. A. (обращение № О-{joined.id})",
        "представитель субъекта обращения – адвокат",
        "государственный орган (должностное лицо), чей акт проверяется:"
        f" {works()[NORM.work].title.ru}",
    ]
    seen = version_of(f"petition/{way.id}")
    publish(str(way.row.decision), by=by("publisher"), at=at(way.day), seen=seen)
    assert render(adopted(way.row, ""), "kk") == before


def represented(day):
    """A petition that an advocate filed."""
    told = {"name": "Canary Applicant", "representative": {"kind": "advocate", "name": "Canary"}}
    way = Way.__new__(Way)
    act = petition(day, applicant=json.dumps(told))
    way.day, way.id, way.owner = day, act.id, By("a-citizen", "citizen")
    do(act, way.owner)
    return way


@pytest.mark.django_db
def test_a_notice_of_return_leaves_its_line_to_the_staff():
    way = Way(OLD)
    told = {"grounds": ("sr2-form-content",), "reasons": "Canary"}
    way.step(acts.PetitionReturned, by("registry"), **told)
    signed = return_notice(way.row, "").signed_by

    assert signed.name == "" and signed.office.ru == "Аппарат Конституционного Суда"
