"""Papers to test with: invented petitions, real rules."""

from datetime import UTC, date, datetime

from atazan.papers.kinds import (
    AdmissionRuling,
    Entry,
    File,
    Holding,
    Matter,
    Receipt,
    Resolution,
    ReturnGround,
    ReturnNotice,
    RulingGround,
    Signature,
)
from atazan.rules.citation import Provision
from atazan.rules.text import Text

COURT = Text(
    kk="Қазақстан Республикасының Конституциялық Соты",
    ru="Конституционный Суд Республики Казахстан",
    en="Constitutional Court of the Republic of Kazakhstan",
)
LAW = "cl-court-2022"
AT = datetime(2026, 7, 2, 9, 5, 7, tzinfo=UTC)
ENTRY = Entry(number=4812, hash="4be190c72f5d0011" * 4)
COMMON = {"court": COURT, "at": AT, "entry": ENTRY, "address": "https://court.example/receipt/"}


def both(kk, ru):
    return Text(kk=kk, ru=ru, en=ru)


CHAIR = Signature(name="Ә.Ғ. Үлгіева", office=both("Төраға", "Председатель"))
JUDGES = tuple(
    Signature(name=name, office=both("Судья", "Судья"))
    for name in ("Қ.Ң. Үлгібаев", "Ө.Ұ. Үлгіханов", "Р.А. Образцова")
)
SIGNED = (*JUDGES, CHAIR)
PLACE = both("Астана қаласы", "город Астана")


def receipt(**more):
    given = {
        "number": "2026/1042",
        "code": "T-7F3A-91C2",
        "filed_by": "А.Қ.",
        "through": both("портал арқылы", "через портал"),
        "files": (
            File(
                place=1,
                what=both("Өтініш", "Обращение"),
                name="өтініш.pdf",
                size=1_204_331,
                sha256="0123456789abcdef" * 4,
            ),
            File(
                place=2,
                what=both("Апелляциялық сатының сот актісі", "Судебный акт апелляции"),
                name="қаулы_апелляция_2026-03-11.pdf",
                size=88_121,
                sha256="fedcba9876543210" * 4,
            ),
        ),
    }
    return Receipt(**{**COMMON, **given, **more})


FORM = ReturnGround(
    id="sr2-form-content",
    title=both("Нысаны мен мазмұны анық сәйкес емес", "Форма и содержание явно не соблюдены"),
    under=Provision(LAW, "art_47__para_2__subpara_2"),
    reasons=(both("Апелляциялық сатының сот актісі тіркелмеген.", "Не приложен акт апелляции."),),
    cure=both("Актінің көшірмесін қосыңыз.", "Приложите копию акта."),
    curable=True,
)
SUBJECT = ReturnGround(
    id="sr3-improper-subject",
    title=both("Тиісті емес субъект", "Ненадлежащий субъект"),
    under=Provision(LAW, "art_47__para_2__subpara_3"),
    reasons=(both("Өтінішті заңды тұлға берген.", "Обращение подано юридическим лицом."),),
)


def return_notice(**more):
    given = {
        "number": "2026/1042",
        "addressee": both("А.Қ. атына", "А.Қ."),
        "filed_on": date(2026, 6, 29),
        "grounds": (FORM,),
        "correct_by": date(2026, 8, 3),
        "signed_by": Signature(
            name="М.С. Үлгісова", office=both("Аппарат басшысы", "Руководитель Аппарата")
        ),
    }
    return ReturnNotice(**{**COMMON, **given, **more})


def admission_ruling(**more):
    given = {
        "number": "117",
        "petition": "2026/1042",
        "place": PLACE,
        "composition": (CHAIR, *JUDGES[:2]),
        "signatures": (*JUDGES[:2], CHAIR),
        "applicant": both("А.Қ., азамат", "А.Қ., гражданин"),
        "filed_on": date(2026, 6, 29),
        "subject": (
            both(
                "Еңбек кодексі, 160-бап, бесінші бөлік",
                "Трудовой кодекс, статья 160, часть пятая",
            ),
        ),
        "admitted": True,
        "notify_by": date(2026, 7, 10),
    }
    return AdmissionRuling(**{**COMMON, **given, **more})


REFUSAL = RulingGround(
    id="cr3-already-reviewed",
    under=Provision(LAW, "art_48__para_3__subpara_3"),
    says=both(
        "Мәселенің конституциялылығын Сот бұрын тексерген, шешімі күшін сақтайды.",
        "Конституционность вопроса Суд уже проверял, его решение сохраняет силу.",
    ),
)
LABOUR = both(
    "Еңбек кодексі, 160-бап, бесінші бөлік, 1 және 2-абзацтар",
    "Трудовой кодекс, статья 160, часть пятая, абзацы 1 и 2",
)
HOLDINGS = (
    Holding(
        subject=LABOUR,
        outcome="does_not_conform",
        insofar=both(
            "келісу комиссиясына бармай-ақ сотқа жүгінуге құқылы адамдар үшін үш айлық мерзім"
            " белгіленген бөлігінде",
            "в части, в которой для лиц, вправе обратиться в суд без согласительной комиссии,"
            " установлен трёхмесячный срок",
        ),
        interim=both(
            "Заң өзгергенге дейін бір жылдық мерзім қолданылады.",
            "До изменения закона применяется годичный срок.",
        ),
        effect=date(2026, 7, 2),
    ),
    Holding(
        subject=both("АПК, 455-бап, бірінші бөлік", "ГПК, статья 455, часть первая"),
        outcome="conforms",
    ),
    Holding(
        subject=both("АПК, 455-бап, екінші бөлік", "ГПК, статья 455, часть вторая"),
        outcome="conforms_as_interpreted",
        reading=both(
            "Күшіне енген басқа сот актісі фактілерді жоққа шығарса, іс қайта қаралады.",
            "Дело пересматривается, если факты опровергнуты другим вступившим в силу актом.",
        ),
        effect=date(2026, 7, 2),
    ),
    Holding(
        subject=both("АПК, 455-бап, үшінші бөлік", "ГПК, статья 455, часть третья"),
        outcome="does_not_conform",
        words=both("«тек айрықша жағдайда»", "«только в исключительных случаях»"),
        effect=date(2026, 7, 2),
    ),
)
REASON = both(
    "Еңбек бостандығы құқығын сот арқылы қорғау тетігі әділ болуға тиіс. Жұмыстан шығару —"
    " қызметкер үшін ең ауыр салдар, сондықтан сотқа жүгіну мерзімі негізді болуға тиіс.",
    "Судебная защита свободы труда должна быть справедливой. Увольнение влечёт для работника"
    " самые тяжёлые последствия, поэтому срок обращения в суд должен быть обоснован.",
)


def resolution(**more):
    given = {
        "number": both("90-НҚ", "90-НП"),
        "title": both(
            "Еңбек кодексінің 160-бабы мен Азаматтық процестік кодекстің 455-бабы туралы",
            "О статье 160 Трудового кодекса и статье 455 Гражданского процессуального кодекса",
        ),
        "place": PLACE,
        "composition": (CHAIR, *JUDGES),
        "signatures": SIGNED,
        "participants": (
            both("өтініш субъектісі А.Қ.", "субъект обращения А.Қ."),
            both("Үкіметтің өкілі Б.С.", "представитель Правительства Б.С."),
        ),
        "subject": (LABOUR,),
        "jurisdiction": (
            Provision("const-2026", "art_75__para_2"),
            Provision(LAW, "art_23__para_3"),
        ),
        "circumstances": (REASON,),
        "matters": (
            Matter(
                kind="act",
                says=(
                    both(
                        "Қазақстан Республикасының 2015 жылғы 23 қарашадағы Еңбек кодексі",
                        "Трудовой кодекс Республики Казахстан от 23 ноября 2015 года",
                    ),
                ),
            ),
        ),
        "reasons": (REASON,) * 6,
        "relied_on": (Provision("const-2026", "art_17"),),
        "holdings": HOLDINGS,
    }
    return Resolution(**{**COMMON, **given, **more})


ALL = (receipt, return_notice, admission_ruling, resolution)
