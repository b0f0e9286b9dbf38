"""Acts that nobody registered: named on the command line, by their own texts, or by meta.yaml."""

import pytest

from atazan.cli.main import main
from atazan.law import texts as held
from atazan.law.models import Effect, RegisteredWork
from atazan.law.requisite import at_head, of_address, requisite
from atazan.law.text.read import read
from tests.law_texts import RU, WORK, written

pytestmark = pytest.mark.django_db
HEAD = "Закон Республики Казахстан от 5 июня 2026 года № 40-VIII ЗРК"
HEAD_KK = "Қазақстан Республикасының 2026 жылғы 5 маусымдағы № 40-VIII ҚРЗ Заңы"
NEW, ADDRESS = "law-2026-40-viii", "/akn/kz/act/2026/40-viii"
BEES = RU.replace("О звёздном небе", "О пчёлах")
AMENDING = """О внесении изменений в Закон «О звёздном небе»
{head}
Статья 1. Внести в Закон Республики Казахстан «О звёздном небе» следующие изменения:
1) статью 4 исключить.
Статья 2. Настоящий Закон вводится в действие с 1 сентября 2025 года.
"""


@pytest.fixture
def run(tmp_path, capsys):
    def ran(text, *args, name="law.md", lang="en"):
        file = tmp_path / name
        file.write_text(text, "utf-8")
        code = main(["law", "import", *args, str(file), "--lang-out", lang])
        said = capsys.readouterr()
        return code, said.out + said.err

    return ran


@pytest.fixture
def laws(tmp_path, capsys):
    main(["law", "import", str(written(tmp_path / "laws"))])
    capsys.readouterr()


@pytest.mark.parametrize("words", [HEAD, HEAD_KK, "Закон РК от 05.06.2026 г. № 40-VІІІ"])
def test_a_requisite_is_read_in_both_languages(words):
    found = requisite(words)

    assert (found.kind, found.number, str(found.adopted)) == ("law", "40-VIII", "2026-06-05")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Конституционный закон Республики Казахстан", "constitutional_law"),
        ("Кодекс Республики Казахстан", "code"),
        ("Указ Президента Республики Казахстан", "decree"),
        ("Постановление Правительства Республики Казахстан", "resolution"),
    ],
)
def test_a_requisite_tells_the_kind_of_the_act(words, kind):
    assert requisite(f"{words} от 5 июня 2026 года № 40").kind == kind


def test_what_is_no_requisite_and_no_address_names_nothing():
    assert requisite("Закон о звёздах") is None and requisite("от 5 июня 2026 года") is None
    assert of_address("/akn/xx/act/2026/40") is None and of_address("40-VIII") is None


@pytest.mark.parametrize("begins", ["", "Статья 1. "])
def test_an_order_that_names_the_amended_act_is_no_head(begins):
    order = "Внести в Закон Республики Казахстан от 1 декабря 2024 года № 7-VIII изменения:"
    text = f"{begins}{order}\n1) статью 4 исключить."

    assert at_head(read(text.encode()).blocks) is None


def test_a_head_may_stand_in_two_lines():
    head = "Қазақстан Республикасының Заңы\n2026 жылғы 5 маусым № 40-VIII ҚРЗ"
    text = (
        f"Кейбір актілерге өзгерістер енгізу туралы\n{head}\n1-бап. Аспан\nАспан баршаға тиесілі."
    )

    assert at_head(read(text.encode()).blocks).number == "40-VIII"


@pytest.mark.parametrize("name", [HEAD, HEAD_KK, ADDRESS, f"{ADDRESS}/rus@2026-07-01"])
def test_an_act_new_to_the_register_is_named_by_the_flag_alone(run, name):
    code, said = run(BEES, "--work", name, "--since", "2026-07-01")

    row = RegisteredWork.objects.get()
    assert code == 0 and "A new act enters the register" in said
    assert (row.id, row.uri, row.number) == (NEW, ADDRESS, "40-VIII")
    assert row.title["ru"] == "О пчёлах" and "40-VIII" in row.title["kk"]
    assert held.versions(NEW, "ru")


def test_the_same_act_named_otherwise_is_not_registered_twice(run):
    run(BEES, "--work", HEAD, "--since", "2026-07-01")
    for name in (HEAD_KK, ADDRESS, "40-VIII"):
        code, said = run(BEES, "--work", name, "--since", "2026-07-01")
        assert code == 0 and "held already" in said
    assert RegisteredWork.objects.count() == 1


def test_a_text_that_bears_its_requisite_names_its_act(run):
    code, _ = run(BEES.replace("# О пчёлах", f"# О пчёлах\n\n{HEAD}"), "--since", "2026-07-01")

    row = RegisteredWork.objects.get()
    assert code == 0 and (row.id, row.adopted) == (NEW, "2026-06-05")
    assert row.title["ru"] == "О пчёлах"


def test_a_text_that_names_no_act_is_told_of_every_way(run):
    for lang in ("kk", "ru", "en"):
        code, said = run(BEES, "--since", "2026-07-01", lang=lang)
        assert code == 2 and "meta.yaml" in said and "/akn/kz/act/" in said and "--work" in said


@pytest.mark.parametrize("head", [HEAD, HEAD_KK])
def test_an_amending_law_is_known_by_its_head_and_told_with_every_effect(run, laws, head):
    given = ("--work", WORK, "--since", "2025-09-01", "--amending")

    code, said = run(AMENDING.format(head=head), *given, name="law.txt")

    assert code == 0 and f"A new act enters the register: {NEW}" in said, said
    assert held.versions(WORK, "ru")[1].by_work == NEW
    rows = Effect.objects.filter(work=WORK, since="2025-09-01", superseded=False)
    assert {row.by_work for row in rows} == {NEW}


def test_an_amending_law_without_a_head_is_said_to_need_made_by(run, laws):
    given = ("--work", WORK, "--since", "2025-09-01")
    bare = AMENDING.format(head="")

    code, said = run(bare, *given, "--dry-run", "--amending", name="law.txt")

    assert code == 0 and "--made-by" in said
    code, said = run(bare, *given, "--made-by", ADDRESS, "--amending", name="law.txt")
    assert code == 0 and "--made-by" not in said
    assert held.versions(WORK, "ru")[1].by_work == NEW


@pytest.mark.parametrize(
    ("meta", "line", "reason"),
    [
        ("version_date: 2026-02-31", 1, "'2026-02-31' in the field version_date"),
        ("source: x\napproved_on: soon", 2, "'soon' in the field approved_on"),
        ("title: [1, 2\nsource: x", 2, "not YAML"),
        ("just words", 1, "no fields"),
        ("caused_by: a law", 1, "caused_by"),
        ("requisite: [a]", 1, "requisite"),
    ],
)
def test_a_broken_meta_yaml_is_refused_by_file_and_line(run, tmp_path, meta, line, reason):
    (tmp_path / "meta.yaml").write_text(meta, "utf-8")

    code, said = run(BEES, "--work", HEAD, "--since", "2026-07-01")

    assert code == 2 and f"meta.yaml', line {line}:" in said and reason in said
