# ruff: noqa: E501
"""Reports made up for tests of likeness: in each language two of one body, and a rewrite of one."""

from __future__ import annotations

from typing import NamedTuple


class Reports(NamedTuple):
    """`rewrite` tells what `report` does in other words and without a paragraph; `other` does not."""

    report: str
    rewrite: str
    other: str


KK = Reports(
    report="""Конституциялық Сот азаматтың өтініші бойынша іс жүргізуді бастады. Бұл туралы Соттың баспасөз қызметі хабарлады.
Өтініш иесі Еңбек кодексінің жұмыстан шығару мерзіміне қатысты нормасы Конституцияға сәйкес келмейді деп есептейді. Оның айтуынша, бұл норма қызметкердің сот арқылы қорғалу құқығын негізсіз шектейді.
Баяндамашы судья болып Ержан Сәрсенбаев тағайындалды. Ол министрліктен, Жоғарғы Соттан және Бас прокуратурадан жазбаша пікір сұратты.
Іс 12 қыркүйекте ашық отырыста қаралады деп күтілуде. Отырысқа тараптардың өкілдері мен сарапшылар шақырылған.
Еске салайық, өткен жылы Сот еңбек құқығына байланысты үш нормативтік қаулы қабылдаған еді.""",
    rewrite="""Азаматтың өтініші бойынша Конституциялық Сот іс жүргізуді бастады, деп хабарлады Соттың баспасөз қызметі.
Өтініш иесі Еңбек кодексінің жұмыстан шығару мерзіміне қатысты нормасы Конституцияға сәйкес келмейді деп есептейді. Оның пікірінше, бұл норма қызметкердің сот арқылы қорғалу құқығын негізсіз шектейді.
Баяндамашы судья болып Ержан Сәрсенбаев тағайындалды. Ол министрліктен, Жоғарғы Соттан және Бас прокуратурадан пікір сұратты.
Іс 12 қыркүйекте ашық отырыста қаралады деп күтілуде. Отырысқа тараптардың өкілдері мен сарапшылар шақырылған.""",
    other="""Конституциялық Сот азаматтың өтініші бойынша қорытынды қаулы қабылдады. Бұл туралы Соттың баспасөз қызметі хабарлады.
Өтініш иесі Салық кодексінің айыппұл мөлшеріне қатысты нормасына шағымданған болатын. Сот бұл норманы Конституцияға сәйкес деп таныды.
Баяндамашы судья Айгүл Қасымова істің мән-жайын баяндап, тараптардың дәлелдерін келтірді. Қаржы министрлігінің өкілі норманы сақтап қалуды сұрады.
Қаулы 3 наурызда жарияланды және сол күннен бастап күшіне енеді.""",
)
RU = Reports(
    report="""Конституционный Суд и Программа развития подписали меморандум о сотрудничестве, сообщает пресс-служба Суда.
Документ подписали председатель Суда и постоянный представитель Программы. Церемония прошла 14 мая в Астане в присутствии судей и членов дипломатического корпуса.
Стороны намерены вместе обучать сотрудников аппарата, издавать сборники решений на трёх языках и проводить летние школы для студентов юридических факультетов.
Меморандум рассчитан на три года и может быть продлён по взаимному согласию. Первый совместный семинар назначен на сентябрь, его примет Алматы.
Ранее Суд заключил подобные соглашения с судами Турции и Азербайджана, а также с тремя университетами страны.""",
    rewrite="""Меморандум о сотрудничестве подписали Конституционный Суд и Программа развития. Об этом сообщает пресс-служба Суда.
Церемония прошла 14 мая в Астане в присутствии судей и членов дипломатического корпуса. Документ подписали председатель Суда и постоянный представитель Программы.
Стороны намерены вместе обучать сотрудников аппарата, издавать сборники решений на трёх языках, проводить летние школы для студентов юридических факультетов.
Меморандум рассчитан на три года и может быть продлён по взаимному согласию.""",
    other="""Конституционный Суд и Национальная палата подписали меморандум о сотрудничестве, сообщает пресс-служба Суда.
Документ касается обмена судебной статистикой и доступа предпринимателей к решениям. Подписи поставили заместитель председателя Суда и глава палаты.
По словам судьи Дмитрия Волкова, за год поступило 240 обращений от предприятий, и большая их часть возвращена без рассмотрения.
Палата откроет 2 июня консультационный пункт в Шымкенте, где объяснят, как составить обращение и какие бумаги приложить.""",
)
EN = Reports(
    report="""The Constitutional Court has opened a summer school for young lawyers in Astana, the Court's press office said.
Forty graduates from twelve countries will spend two weeks studying how individual petitions are examined. Lectures are given by judges of the Court and by professors from Ankara and Seoul.
Opening the school on 7 July, Judge Marat Alimov said that a court is only as strong as the lawyers who appear before it. He invited the students to follow a hearing on the tax code.
The school is held for the third time. Last year its graduates prepared a collection of decisions that is now used in four universities.
Applications for the next school open in January.""",
    rewrite="""A summer school for young lawyers has been opened in Astana by the Constitutional Court, its press office said.
Forty graduates from twelve countries will spend two weeks studying how individual petitions are examined. Lectures are given by judges of the Court and professors from Ankara and Seoul.
Judge Marat Alimov, opening the school on 7 July, said that a court is only as strong as the lawyers who appear before it. He invited the students to follow a hearing on the tax code.
The school is held for the third time.""",
    other="""The Constitutional Court has opened a reading room for the public in Almaty, the Court's press office said.
Visitors will find there all the decisions of the Court since 2023 and the files of closed cases. Staff help those who wish to write a petition.
Judge Marat Alimov cut the ribbon on 9 October together with the city's mayor. He said that openness begins with a chair, a desk and a lamp.
The room works on weekdays from nine to six. Some 800 people are expected in the first month.""",
)
ALL = {"kk": KK, "ru": RU, "en": EN}
