"""A new version of a law from the orders of an amending law, each carried out or left."""

import pytest

from atazan.cli.main import main
from atazan.law import texts as held
from atazan.law.models import Effect
from atazan.law.text.amended import amended
from atazan.law.text.amending import instructions
from atazan.law.text.read import read
from tests.law_texts import BY, KK, RU, WORK, written

RU_LAW = """О внесении изменений
Статья 1. Внести в Закон Республики Казахстан «О реках» следующие изменения:
1) статью 1 исключить.
2. Внести в Закон Республики Казахстан от 1 декабря 2024 года «О звёздном небе» следующие изменения:
1) статью 1 изложить в следующей редакции:
«Статья 1. Небо и звёзды
1. Небо принадлежит всем.
2. Звёзды – тоже.»;
2) в статье 2:
в пункте 2 слова «трёх часов» заменить словами «пяти часов»;
дополнить пунктом 3 следующего содержания:
«3. Днём наблюдают за Солнцем.»;
3) подпункты 1) и 2) пункта 1 статьи 3 исключить;
4) дополнить статьей 2-1 следующего содержания:
«Статья 2-1. Тишина
Соблюдается тишина.»;
5) в статье 4 после слов «За наблюдение» дополнить словами «за небом».
Статья 2. Настоящий Закон вводится в действие с 1 января 2026 года.
"""
KK_LAW = """1-бап. «Жұлдызды аспан туралы» Заңға мынадай өзгерістер мен толықтырулар енгізілсін:
1) 1-бап мынадай редакцияда жазылсын:
«1-бап. Аспан мен жұлдыздар
Аспан баршаға тиесілі.»;
2) 2-бапта:
2-тармақтағы «үш сағаттан» деген сөздер «бес сағаттан» деген сөздермен ауыстырылсын;
мынадай мазмұндағы 3-тармақпен толықтырылсын:
«3. Күндіз Күн бақыланады.»;
3) 3-баптың 1-тармағының 2) тармақшасы алып тасталсын;
4) мынадай мазмұндағы 2-1-баппен толықтырылсын:
«2-1-бап. Тыныштық
Тыныштық сақталады.».
2-бап. Осы Заң қолданысқа енгізіледі.
"""


def carried_out(law, text=RU, lang="ru", act=("О звёздном небе", "Жұлдызды аспан туралы")):
    document = read(text.encode(), lang=lang)
    return amended(document, instructions(law.splitlines(), act))


def order(text):
    """One order to the Russian law, and what became of it."""
    return carried_out(f"Внести в Закон следующие изменения:\n{text}\n")


def test_every_order_of_a_russian_law_is_carried_out_and_those_to_other_acts_are_not():
    found = carried_out(RU_LAW)
    text = found.document.printed

    assert [one.why for one in found.done] == [""] * 6
    assert "Небо и звёзды" in text and "2. Звёзды – тоже." in text
    assert "пяти часов" in text and "трёх часов" not in text
    assert text.index("3. Днём") < text.index("Статья 2-1. Тишина") < text.index("Статья 3.")
    assert "телескопы" not in text and "3) отвечает" in text
    assert "За наблюдение за небом взимается" in text


def test_every_order_of_a_kazakh_law_is_carried_out():
    found = carried_out(KK_LAW, KK, "kk")
    text = found.document.printed

    assert [one.why for one in found.done] == [""] * 5
    assert "Аспан мен жұлдыздар" in text and "бес сағаттан" in text
    assert text.index("3. Күндіз") < text.index("2-1-бап. Тыныштық") < text.index("3-бап.")
    assert "телескоптарды" not in text


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("пункт 9 статьи 2 исключить;", "no_such"),
        ("в статье 2 слово «Луна» заменить словом «Солнце»;", "words_not_there"),
        ("воздать хвалу небу;", "unread"),
        ("дополнить пунктом 2 следующего содержания:\n«2. Ещё.»;", "no_target"),
        ("статью 2 дополнить пунктом 2 следующего содержания:\n«2. Ещё.»;", "there_already"),
        ("статью 3 изложить в следующей редакции:\nбез кавычек", "no_words"),
    ],
)
def test_an_order_that_does_not_fit_changes_nothing_and_is_told(words, why):
    found = order(words)

    assert why in [one.why for one in found.left]
    assert found.document.printed == read(RU.encode(), lang="ru").printed


def test_words_are_found_whatever_script_their_letters_are_of():
    found = order("в статье 1 слово «принадлeжит» заменить словом «открыто»;")  # Latin e

    assert "Небо открыто всем" in found.document.printed


def test_a_heading_changes_only_where_it_is_named():
    text = order("в статье 1 слово «Небо» заменить словом «Космос»;").document.printed
    assert "Статья 1. Небо" in text and "Космос принадлежит" in text
    named = order("в заголовке статьи 1 слово «Небо» заменить словом «Космос»;")
    assert "Статья 1. Космос" in named.document.printed


def test_a_law_about_several_acts_none_of_which_is_this_one_orders_nothing():
    assert instructions(RU_LAW.splitlines(), ["О горах"]) == []


@pytest.mark.django_db
def test_an_amending_law_makes_the_new_version_with_its_effects(tmp_path, capsys):
    law = tmp_path / "law.txt"
    law.write_text(RU_LAW, "utf-8")
    main(["law", "import", str(written(tmp_path / "laws"))])
    capsys.readouterr()
    given = ["--work", WORK, "--since", "2025-09-01", "--made-by", BY, "--lang-out", "en"]

    assert main(["law", "import", "--amending", str(law), *given]) == 0

    assert capsys.readouterr().out.count("carried out") == 6
    version = held.versions(WORK, "ru")[1]
    assert (version.since.isoformat(), version.by_work) == ("2025-09-01", BY)
    rows = Effect.objects.filter(work=WORK, since="2025-09-01", superseded=False)
    assert ("art_2-1", "inserted") in rows.values_list("provision", "effect")


@pytest.mark.django_db
def test_where_an_order_is_left_nothing_is_recorded_unless_asked_for(tmp_path, capsys):
    law = tmp_path / "law.txt"
    law.write_text(RU_LAW.replace("трёх часов", "трёх дней"), "utf-8")
    main(["law", "import", str(written(tmp_path / "laws"))])
    given = ["--work", WORK, "--since", "2025-09-01", "--lang-out", "en"]
    capsys.readouterr()

    assert main(["law", "import", "--amending", str(law), *given]) == 2
    assert "1 orders were not carried out" in capsys.readouterr().out
    assert len(held.versions(WORK, "ru")) == 2
    assert main(["law", "import", "--amending", str(law), "--partly", *given]) == 0
    assert len(held.versions(WORK, "ru")) == 3
