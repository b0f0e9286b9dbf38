"""Which lines are notes of the compilers, and what a note names: not its effect, see `notes`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from atazan.law.text.letters import plain
from atazan.law.text.lines import Line, number_of

_ALWAYS = re.compile(r"(?:Сноска|Ескерту)\b")
_SOMETIMES = re.compile(
    r"(?:Примечани[ея]|Ескертпе(?:лер)?)(?:\s+(?:ИЗПИ|РЦПИ|ҚР\s?ЗҚАИ|ЗҚАИ)-?\w*\s?!?)?\b"
)
_OF_COMPILERS = re.compile(
    r"ИЗПИ|РЦПИ|ЗҚАИ|\bСм\.|ввод(?:ит|ят|ил)\w*\s+в\s+действие\s+с|В соответствии с Закон"
    r"|қараңыз|қолданысқа\s+енгізіл|күшіне\s+енеді"
    r"|(?:приостанов|изменени|редакции|[Ии]сключен|редакцияда|өзгеріс|алып\s+тасталды|тоқтатыла)"
    r".*[0-9]{2}\.[0-9]{2}\.[0-9]{4}"
)
_COURT = re.compile(
    r"В соответствии с нормативным постановлением Конституционного (?:Суда|Совета)"
    r"|(?:ҚР|Қазақстан Республикасы) Конституциялық (?:Сотының|Кеңесінің) \S+ № ?\S+ нормативтік"
    r" қаулысына сәйкес"
)
_REPEALED = re.compile(
    r"(?:(?:[Ии]сключен[аоы]?|[Уу]тратил[аои]? силу)"
    r"(?:\s+(?:-|–|Закон|Конституцион|Указ|от |в соотв)|\W*\Z)"
    r"|(?:[Аа]лып тасталды|[Кк]үші жойылды)(?:\s+(?:-|–|ҚР)|\W*\Z))"
)
_FOLLOWS = re.compile(
    r"(?:Примечание|Ескертпе)\b.*"
    r"(?:\bСм\.|вводится в действие с|қараңыз|бастап қолданысқа енгізіл)",
    re.DOTALL,
)
_EXPLAINS = re.compile(r"(?:Примечание\.\s*)?В соответствии с ")
_N = r"(?P<n>[0-9]+(?:-[0-9]+)*|[IVXІХ]+)"
_NAMED = re.compile(
    r"(?P<word>Заголовок раздел|Заголовок глав|Заголовок стат|Раздел|Глав|Подпункт|Пункт|Част|Стат)"
    rf"\w*\s+{_N}"
    rf"|{_N.replace('?P<n>', '?P<m>')}\)?[-\s]\s?"
    r"(?P<kk>тармақша|тармақ|тармағ|бөлім|бөлік|тарау|бап|баб)"
    r"|дополнен\w*\s+(?P<added>стать|глав|раздел)\w*\s+(?P<a>[0-9]+(?:-[0-9]+)*)"
    r"|(?P<act>[Пп]о всему тексту|[Вв] тексте|[Бб]үкіл мәтін|Преамбул"
    r"|[Вв]ступает в силу|күшіне енеді)"
)
_LEVELS = {
    "Заголовок раздел": "section",
    "Заголовок глав": "chapter",
    "Заголовок стат": "art",
    "Раздел": "section",
    "Глав": "chapter",
    "Подпункт": "subpara",
    "Пункт": "para",
    "Част": "part",
    "Стат": "art",
    "тармақша": "subpara",
    "тармақ": "para",
    "тармағ": "para",
    "бөлім": "section",
    "бөлік": "part",
    "тарау": "chapter",
    "бап": "art",
    "баб": "art",
    "стать": "art",
    "глав": "chapter",
    "раздел": "section",
}


class Naming(Struct, frozen=True):
    """What a note names first: a level and a number ("act" has none; both empty where nothing is).

    `follows` tells that notes of its sort stand before what they speak of; `explains` that it tells
    how to understand what stands before it.
    """

    level: str = ""
    number: str = ""
    follows: bool = False
    explains: bool = False


def is_note(line: Line) -> bool:
    """Whether a line is a note of the compilers and no word of the law.

    A note of the law itself (a code's "Примечание. Под … понимается …") is none.

    >>> is_note(Line("Сноска. Статья 2 с изменениями", 1))
    True
    >>> is_note(Line("Примечание. Под близкими понимаются родители.", 1))
    False
    """
    if line.mark == "note":
        return True
    if line.text[:1] not in "СЕПВҚ*":
        return False
    text = plain(line.text)
    if _ALWAYS.match(text) or _COURT.match(text):
        return True
    return bool(_SOMETIMES.match(text) and _OF_COMPILERS.search(text[:400]))


def are_notes(lines: Sequence[Line]) -> list[bool]:
    """Which lines are notes: with what "Примечание ИЗПИ!" on a line of its own announces."""
    found: list[bool] = []
    for place, line in enumerate(lines):
        announced = bool(place) and found[-1] and lines[place - 1].text.endswith("!")
        found.append(announced or is_note(line))
    return found


def own_note(line: Line) -> bool:
    """Whether a line begins a note of the law itself."""
    return bool(_SOMETIMES.match(plain(line.text)))


def repealed_in_place(rest: str) -> bool:
    """Whether the words after a number only say that the provision is repealed, and by what.

    >>> repealed_in_place("Исключен Законом РК от 07.10.1998 № 284-I (вводится в действие…).")
    True
    >>> repealed_in_place("исключен из состава комиссии;")
    False
    """
    return bool(_REPEALED.match(plain(rest)))


def names(text: str) -> Naming:
    """What a note names first, and whether it stands before it.

    >>> names("Примечание. Подпункт 1) вводится в действие с 01.01.2023 в соответствии со …").level
    'subpara'
    """
    text = plain(text)
    if _EXPLAINS.match(text):
        return Naming(explains=True)
    follows = bool(_FOLLOWS.match(text))
    found = _NAMED.search(text.split("(")[0])
    if found is None:
        return Naming(follows=follows)
    if found["act"]:
        return Naming("act", follows=follows)
    level = _LEVELS[found["word"] or found["kk"] or found["added"]]
    return Naming(level, number_of(found["n"] or found["m"] or found["a"]), follows)
