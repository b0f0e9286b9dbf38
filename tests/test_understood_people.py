"""Persons named in news of three languages, in whatever form they stand."""

from pathlib import Path

import msgspec
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
    ("Депутат Айдос Сарым выступил. По словам Сарыма, закон нужен.", ["Айдос Сарым"]),
    ("Полномочия судьи Романа Подопригоры прекращены. Подопригора ушёл.", ["Роман Подопригора"]),
    ("Романом Подопригорой подготовлен доклад.", ["Роман Подопригора"]),
    ("На встрече с послом Германии Моникой Иверсен говорили о праве.", ["Моника Иверсен"]),
    ("Иванов И.И. и Петрова А.С. обжаловали приговор.", ["Иванов И.И.", "Петрова А.С."]),
    ("Обращение подано от имени Марата Жыланбаева.", ["Марат Жыланбаев"]),
    ("Театр имени Мухтара Ауэзова и проспект Назарбаева закрыты.", []),
    ("Под председательством Азимовой Э.А., Жакипбаева К.Т.", ["Азимова Э.А.", "Жакипбаев К.Т."]),
    ("Мы за, сказала Азимова. Ранее Эльвира Азимова молчала.", ["Эльвира Азимова"]),
    ("Освободить от должности судьи Сатыбалдину Орал Муратовну.", ["Сатыбалдина Орал Муратовна"]),
    ("Рахимова сменила Хабибулло Азизова.", ["Рахимова", "Хабибулло Азизов"]),
    ("Судьям Асем Куанышевой и Павлу Лиму вручены знаки.", ["Асем Куанышева", "Павел Лим"]),
    ("Посла Мустафу Капуджу приняли. Мустафа Капуджу уехал.", ["Мустафа Капуджу"]),
    ("Э. Азимову поздравили.", ["Э. Азимова"]),
    ("Аким Алматы и мэр Астаны встретились.", []),
    ("Ким Чен Ын и Си Цзиньпин обменялись посланиями.", ["Ким Чен Ын", "Си Цзиньпин"]),
    ("Член ЦИК Сабила Мустафина сообщила о явке.", ["Сабила Мустафина"]),
    ("Алия Рахимова не назначена. Алие Рахимовой отказано.", ["Алия Рахимова"]),
    ("Артёму Семёнову выдан ответ.", ["Артём Семёнов"]),
    ("Казахстанская правда и Тенгриньюс сообщают из Астаны.", []),
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
    ("Депутат Айдос Сарым сұрады. Сарымның айтуынша, заң қажет.", ["Айдос Сарым"]),
    ("Жарлығымен Дана Әбілқайыр тағайындалды.", ["Дана Әбілқайыр"]),
    ("Мухтар Ауэзов атындағы театр мен Назарбаев даңғылы ашылды.", []),
    ("Ыбырай Алтынсарин медалі Айгүл Қыдырбаеваға берілді.", ["Айгүл Қыдырбаева"]),
    ("Азамат Асан Үсенов сотқа жүгінді. Үсеновтің шағымы қаралды.", ["Асан Үсенов"]),
    ("Ерлан Жақанұлы Қошанов келді. Ерлан Жақанұлы ашты.", ["Ерлан Жақанұлы Қошанов"]),
    ("Қ.-Ж. Тоқаев Жарлыққа қол қойды.", ["Қ.-Ж. Тоқаев"]),
    ("Фархад Абдуллаев пен Зүхтү Арсланға алғыс.", ["Фархад Абдуллаев", "Зүхтү Арслан"]),
    ("Сатыбалдина Орал Мұратқызын қызметінен босатты.", ["Сатыбалдина Орал Мұратқызы"]),
    ("Назарбаев Зияткерлік мектебі мен Абылай хан даңғылы.", []),
    ("Ұсынылған Гүлсара Омарға келісім берілмеді.", ["Гүлсара Омар"]),
    ("Қазақстанның тұңғыш соты. Адамның құқығы. Әділетті Қазақстан.", []),
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
    ("Han Seo-jun named Choi Mi-ran; Choi replaces Park Jin-woo.",
     ["Han Seo-jun", "Choi Mi-ran", "Park Jin-woo"]),
    ("Ban Ki-moon and Moon Jae-in sent greetings.", ["Ban Ki-moon", "Moon Jae-in"]),
    ("Abdulla bin Rashid Al Nuaimi and Ursula von der Leyen met.",
     ["Abdulla bin Rashid Al Nuaimi", "Ursula von der Leyen"]),
    ("The school was named after Abai Kunanbayev.", []),
    ("Mahkamah Konstitusi chief Anwar Usman hosted it.", ["Anwar Usman"]),
    ("Claire Bazy Malaurie heads the Venice Commission.", ["Claire Bazy Malaurie"]),
    ("Elvira Azimova Elected Chair of the Court", ["Elvira Azimova"]),
    ("Human Rights Watch and Amnesty International criticized it.", []),
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


def test_a_name_tells_the_cases_it_may_stand_in():
    one, other = named("Эльвиру Азимову поздравили. С Кайратом Мами говорили.", "ru")
    (kazakh,) = named("Эльвира Әзімованы құттықтады.", "kk")

    assert (one.cases, other.cases, kazakh.cases) == ({"acc"}, {"ins"}, {"acc"})


def test_every_mention_of_a_person_has_the_fullest_name_the_text_gives():
    text = "Azimova Elvira Abilkhasimovna was released. Elvira Abilkhasimovna spoke. Azimova left."

    assert {one.full for one in named(text, "en")} == {"Azimova Elvira Abilkhasimovna"}
    assert [text[one.start : one.end] for one in named(text, "en")][1:] == [
        "Elvira Abilkhasimovna",
        "Azimova",
    ]


def test_an_office_that_took_the_name_of_its_holder_gives_it_back():
    text = "Указ Президент Касым-Жомарт Токаев подписал."
    office = Mention("office", 5, 34, text[5:34], "ru")

    assert [one.name for one in named(text, "ru", [office])] == ["Касым-Жомарт Токаев"]


def test_what_is_taken_is_no_person():
    text = "Кайрат Мами открыл форум."

    assert named(text, "ru", [Mention("event", 0, 11, "Кайрат Мами", "ru")]) == []


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Қайрат Мәми", "mami"),
        ("Кайрат Мами", "mami"),
        ("Kairat Mamy", "mami"),
        ("Мами К.", "mami"),
        ("Қ.Мәмидің", "mami"),
        ("Эльвира Абилхасимовна Азимова", "azimova"),
        ("Elvira Azimova", "azimova"),
        ("Марат Мами", ""),
        ("Б. Мами", ""),
        ("Назарбаев Нұрсұлтан", "nazarbayev"),
        ("Дарига Назарбаева", "nazarbayeva-d"),
        ("Қасым-Жомарт Тоқаев", "tokayev"),
        ("Kassym-Jomart Tokayev", "tokayev"),
        ("Аслан Мусин", "musin-aslan"),
        ("К.С. Мусин", "musin"),
        ("Мусин", ""),
        ("Иван Неизвестный", ""),
        ("", ""),
    ],
)
def test_a_person_of_the_record_is_known_by_any_spelling_and_only_where_one_fits(name, slug):
    assert people.who(name) == slug


def test_a_register_of_ones_own_is_asked_in_the_place_of_the_record():
    text = "Кайрат Мами выступил."
    known = people.Known({"someone": ["Мами Кайрат"]})

    assert [one.id for one in people.mentions(text, sentences(text, "ru"), [], known)] == [
        "someone"
    ]


def test_the_persons_of_the_seeds_are_all_found_and_nobody_else():
    found = {}
    for path in sorted(SEEDS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            item = msgspec.json.decode(line)
            if item["id"].startswith("seed-"):
                found[item["id"]] = (
                    {one.called for one in named(item["text"], None)},
                    set(item["persons"]),
                )

    assert len(found) == 5
    assert all(persons == wanted for persons, wanted in found.values()), found


def test_a_long_text_of_names_without_a_stop_is_read_in_time():
    text = "Кайрат Мами и Эльвира Азимова " * 300

    assert len(named(text, "ru")) == 600
