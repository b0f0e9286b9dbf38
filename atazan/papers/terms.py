"""Words of the law that changed on a day: «жолданым» became «өтініш» in Kazakh.

The Kazakh text of the law on the Court calls a petition «жолданым» until Law No. 305-VIII of 2026
puts «өтініш» in its place; the Russian text says «обращение» before and after.
"""

from __future__ import annotations

import re
from datetime import date

from atazan.rules.text import Lang, Text
from atazan.rules.works import works

AMENDING = "cl-amend-2026"
_ENDINGS = {
    "": "",
    "і": "ы",
    "ін": "ын",
    "іне": "ына",
    "інде": "ында",
    "індегі": "ындағы",
    "інің": "ының",
    "ке": "ға",
    "пен": "мен",
    "те": "да",
    "тегі": "дағы",
    "тен": "нан",
    "ті": "ды",
    "тің": "ның",
    "тер": "дар",
    "терге": "дарға",
    "терді": "дарды",
    "тердің": "дардың",
    "тері": "дары",
    "терін": "дарын",
}
"""An ending on «өтініш», and the same on «жолданым»: vowels and consonants follow the word."""
_PETITION = re.compile(r"\b(Ө|ө)тініш(" + "|".join(_ENDINGS) + r")\b")


def earlier(day: date) -> bool:
    """Whether the law of the day is still that of before Law No. 305-VIII of 2026."""
    since = works()[AMENDING].in_force_from
    return since is not None and day < since


def worded(words: str, lang: Lang, day: date) -> str:
    """Words of the platform with the word for a petition that the law of the day has.

    Not for words of an applicant or of the Court: those stay as they were written.

    >>> worded("Өтініштің нысанасы", "kk", date(2026, 6, 30))
    'Жолданымның нысанасы'
    >>> worded("Өтініштің нысанасы", "kk", date(2026, 7, 1))
    'Өтініштің нысанасы'
    """
    return _PETITION.sub(_older, words) if lang == "kk" and earlier(day) else words


def worded_text(said: Text, day: date) -> Text:
    """The same for a statement in all languages."""
    return Text(kk=worded(said.kk, "kk", day), ru=said.ru, en=said.en)


def _older(found: re.Match[str]) -> str:
    return ("Ж" if found[1] == "Ө" else "ж") + "олданым" + _ENDINGS[found[2]]
