"""Persons named in news of three languages, in whatever form they stand."""

from pathlib import Path

import pytest

from atazan.sources.understood import people
from atazan.sources.understood.mention import Mention
from atazan.sources.understood.sentences import sentences

RU = [
    ("Президент освободил Эльвиру Азимову от должности.", ["Эльвира Азимова"]),
    ("На должность избрана Эльвира Азимова.", ["Эльвира Азимова"]),
    ("Встреча с Анваром Усманом прошла в Джакарте.", ["Анвар Усман"]),
    ("Сенат поддержал кандидатуру Артура Ластаева.", ["Артур Ластаев"]),
    ("Судья Ластаева отметила важность реформы.", ["Ластаева"]),
    ("Судью Ластаева освободили от должности.", ["Ластаев"]),
    ("Председатель Совета Кайрат Мами принял посла. Затем Мами выступил.", ["Кайрат Мами"]),
    ("Указ подписан Касым-Жомартом Токаевым. Токаева поздравили.", ["Касым-Жомарт Токаев"]),
    ("К.А. Мами вручил награды. Мами К.А. поблагодарил всех.", ["К.А. Мами"]),
    ("Участвовали И.И. Рогов и В. А. Малиновский.", ["И.И. Рогов", "В. А. Малиновский"]),
    ("Слово взяла Айгуль Кыдырбаева.", ["Айгуль Кыдырбаева"]),
    ("Вопрос задали Айгуль Кыдырбаевой.", ["Айгуль Кыдырбаева"]),
    ("Ректору Маулену Ашимбаеву вручили диплом.", ["Маулен Ашимбаев"]),
    ("Доклад Еркина Ануаровича Онгарбаева заслушан.", ["Еркин Ануарович Онгарбаев"]),
    ("Эльвира Абилхасимовна поблагодарила. Азимова Эльвира Абилхасимовна избрана.",
     ["Азимова Эльвира Абилхасимовна"]),
    ("Указом назначен Омирбек Байгельди. Омирбеку Байгельди вручён знак.", ["Омирбек Байгельди"]),
    ("Школа имени Абая Кунанбаева открыта в Алматы.", []),
    ("В Республиканской школе имени Абая прошёл урок.", []),
    ("Улица Сергея Лазо закрыта на ремонт.", []),
    ("Конституционный Суд Республики Казахстан рассмотрел обращение.", []),
    ("Верховный Суд Индии и Министерство юстиции подписали меморандум.", []),
    ("Генеральный Прокурор и Уполномоченный по правам человека вправе обращаться.", []),
    ("В марте Сенат Парламента рассмотрит проект. Органов таких нет.", []),
    ("Вчера Ерлан Кошанов провёл заседание Мажилиса.", ["Ерлан Кошанов"]),
    ("– Это важно, – отметил Сарсембаев.", ["Сарсембаев"]),
    ("Делегацию возглавил судья Ли Джонсок.", ["Ли Джонсок"]),
    ("Встретились Дарига Назарбаева и Нурсултан Назарбаев. Назарбаева уехала.",
     ["Дарига Назарбаева", "Нурсултан Назарбаев"]),
    ("В Назарбаев Университете прошла лекция.", []),
    ("Премьер-министр Олжас Бектенов представил доклад.", ["Олжас Бектенов"]),
    ("Председатель Венецианской комиссии Джанни Букиккио прибыл в Астану.", ["Джанни Букиккио"]),
    ("Ильхам Гейдар оглы Алиев принял делегацию.", ["Ильхам Гейдар оглы Алиев"]),
    ("Рогову Игорю Ивановичу присвоено звание.", ["Рогов Игорь Иванович"]),
    ("Об этом сообщила Анна Шмидт, судья земельного суда.", ["Анна Шмидт"]),
    ("Заявление Реджепа Тайипа Эрдогана опубликовано.", ["Реджеп Тайип Эрдоган"]),
]  # fmt: skip
KK = [
    ("Жиынды Қайрат Мәми ашты. Мәмидің сөзін тыңдады.", ["Қайрат Мәми"]),
    ("Президент Эльвира Әзімованы қызметке тағайындады.", ["Эльвира Әзімова"]),
    ("Төраға Мәулен Әшімбаевтың баяндамасы тыңдалды.", ["Мәулен Әшімбаев"]),
    ("Мемлекет басшысы Қасым-Жомарт Тоқаевпен кездесті.", ["Қасым-Жомарт Тоқаев"]),
    ("Қайрат Әбдіразақұлы қонақтарды қарсы алды.", ["Қайрат Әбдіразақұлы"]),
    ("Қайрат Әбдіразақұлына марапат берілді.", ["Қайрат Әбдіразақұлы"]),
    ("Қ. Мәми мен Қ.Мәми бір адам.", ["Қ. Мәми"]),
    ("Сенат Қайрат Мәмиге алғыс айтты.", ["Қайрат Мәми"]),
    ("Судья Бақыт Нұрмұхановқа сөз берілді.", ["Бақыт Нұрмұханов"]),
    ("Мәжіліс төрағасы Ерлан Қошановтан сұралды.", ["Ерлан Қошанов"]),
    ("Айгүл Қыдырбаеваға гүл ұсынылды.", ["Айгүл Қыдырбаева"]),
    ("Тамас Қалмұхамбетұлы Айтмұхамбетов сайланды.", ["Тамас Қалмұхамбетұлы Айтмұхамбетов"]),
    ("Нәрікбаев Мақсұт Сұлтанұлының еңбегі зор.", ["Нәрікбаев Мақсұт Сұлтанұлы"]),
    ("Назарбаев Университетінде дәріс өтті.", []),
    ("Абай атындағы мектепте жиын болды.", []),
    ("Мұхтар Әуезов атындағы театрда кеш өтті.", []),
    ("Қаныш Сәтбаев көшесі жабылды.", []),
    ("Қазақстан Республикасының Конституциялық Соты өтінішті қарады.", []),
    ("Жамбыл облысы мен Алматы қаласында сайлау өтті.", []),
    ("Жоғарғы Сот пен Әділет министрлігі келісті.", []),
    ("Сарапшы Әсел Мұратқызы пікір білдірді.", ["Әсел Мұратқызы"]),
    ("Индонезия Конституциялық сотының төрағасы Анвар Усманмен кездесу өтті.", ["Анвар Усман"]),
    ("Рамазан Сұлтан сөз сөйледі.", ["Рамазан Сұлтан"]),
    ("Ант берген Асламбек Мерғалиевті құттықтады.", ["Асламбек Мерғалиев"]),
]  # fmt: skip
EN = [
    ("Chairman of the Senate Maulen Ashimbayev announced the agenda.", ["Maulen Ashimbayev"]),
    ("Elvira Azimova's term ends. Azimova thanked the court.", ["Elvira Azimova"]),
    ("They backed Artur Ermekovich Lastaev. Lastaev took the oath.", ["Artur Ermekovich Lastaev"]),
    ("“We agreed,” noted Katarzyna Wawiernia, UNDP.", ["Katarzyna Wawiernia"]),
    ("Mr. Suhartoyo met Justice Wajiha Qoreshi.", ["Suhartoyo", "Wajiha Qoreshi"]),
    ("K. Mami opened the session. Kairat Mami spoke.", ["Kairat Mami"]),
    ("President Kassym-Jomart Tokayev’s decree was published.", ["Kassym-Jomart Tokayev"]),
    ("Chief Justice John G. Roberts visited Astana.", ["John G. Roberts"]),
    ("Recep Tayyip Erdogan received the delegation.", ["Recep Tayyip Erdogan"]),
    ("The Constitutional Court of the Republic of Kazakhstan met in Nur-Sultan.", []),
    ("Nazarbayev University and Abai Street are closed in March.", []),
    ("The Prosecutor General and the Commissioner for Human Rights may apply.", []),
    ("Kazakhstanskaya Pravda and Kazinform reported this on Friday.", []),
    ("The Azerbaijan Supreme Court and the World Bank signed it.", []),
    ("Yoo Nam-seok, President of the Constitutional Court of Korea, took part.", ["Yoo Nam-seok"]),
    ("Gianni Buquicchio and Simona Granata-Menghini attended.",
     ["Gianni Buquicchio", "Simona Granata-Menghini"]),
    ("Ms Azimova and Ms. Azimova are one.", ["Azimova"]),
    ("Azimova Elvira Abilkhasimovna was released. Elvira Azimova took the oath.",
     ["Azimova Elvira Abilkhasimovna"]),
    ("The Venice Commission adopted an opinion on New Year's Eve.", []),
    ("The Roman Catholic Church and the German Society for Cooperation took part.", []),
]  # fmt: skip
SENTENCES = [(lang, *one) for lang, some in (("ru", RU), ("kk", KK), ("en", EN)) for one in some]
SEEDS = Path(__file__).parent / "gold/reading/seen"


def named(text: str, lang: str | None, taken: list[Mention] | None = None) -> list[Mention]:
    return people.mentions(text, sentences(text, lang), taken or [])


@pytest.mark.parametrize(("lang", "text", "persons"), SENTENCES)
def test_the_persons_of_a_sentence_are_found_in_the_nominative_and_nobody_else(lang, text, persons):
    assert list(dict.fromkeys(one.called for one in named(text, lang))) == persons


def test_an_office_right_before_a_name_tells_that_it_is_one():
    text = "Слово взял судья Конституционного суда Республики Корея Ли Джонсок."
    at = text.index("судья"), text.index(" Ли")
    office = Mention("office", *at, text[slice(*at)], "ru", frozenset({"nom"}))

    assert [one.name for one in named(text, "ru", [office])] == ["Ли Джонсок"]
