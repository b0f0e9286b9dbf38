"""Names brought to the nominative: what an inflected part of a name may be a form of."""

from __future__ import annotations

import re
from functools import lru_cache

from atazan.sources.understood.mention import Case
from atazan.sources.understood.people import given
from atazan.sources.understood.people.given import ALL, Form, of

_OBJECT = of("gen", "acc")
_PLACE = of("dat", "loc")
_WOMAN = of("gen", "dat", "ins", "loc")

_BASE = r"(?P<base>.+(?:[оеё]в|[иы]н))"
_POSSESSIVE = re.compile(_BASE + r"(?P<end>|а|у|ым|ом|ой|ою|е)$")
_ADJECTIVE = re.compile(r"(?P<base>.+[сцз]к)(?P<end>ий|ого|ому|им|ом|ая|ую|ой)$")
_PATRONYMIC = re.compile(r"(?P<base>.+(?:ич|[оеиы]вн|ичн))(?P<end>|а|у|ем|е|ы|ой|ою)$")
_ENDINGS: dict[str, tuple[tuple[str, str, frozenset[Case]], ...]] = {
    "": (("", "m", of("nom")),),
    "а": (("а", "f", of("nom")), ("", "m", _OBJECT)),
    "у": (("", "m", of("dat")), ("а", "f", of("acc"))),
    "ым": (("", "m", of("ins")),),
    "ом": (("", "m", of("ins", "loc")),),
    "ой": (("а", "f", _WOMAN),),
    "ою": (("а", "f", of("ins")),),
    "е": (("", "m", of("loc")),),
    "ий": (("ий", "m", of("nom")),),
    "ого": (("ий", "m", _OBJECT),),
    "ому": (("ий", "m", of("dat")),),
    "им": (("ий", "m", of("ins")),),
    "ая": (("ая", "f", of("nom")),),
    "ую": (("ая", "f", of("acc")),),
}
_ADJECTIVE_ENDINGS = _ENDINGS | {
    "ом": (("ий", "m", of("loc")),),
    "ой": (("ая", "f", _WOMAN), ("ой", "m", of("nom"))),
}
_NOUN: dict[str, tuple[tuple[str, str, frozenset[Case]], ...]] = {
    "а": (("а", "", of("nom")), ("", "m", _OBJECT)),
    "у": (("", "m", of("dat")), ("а", "", of("acc")), ("у", "", ALL)),
    "ом": (("", "m", of("ins")), ("ом", "m", of("nom")), ("ом", "f", ALL)),
    "ем": (
        ("", "m", of("ins")),
        ("й", "m", of("ins")),
        ("ь", "m", of("ins")),
        ("ем", "m", of("nom")),
    ),
    "ой": (("а", "", of("ins")), ("ой", "m", of("nom"))),
    "ей": (("я", "", of("ins")), ("ей", "m", of("nom"))),
    "е": (("е", "", ALL), ("", "m", of("loc")), ("а", "", _PLACE)),
    "ы": (("а", "", of("gen")), ("ы", "", ALL)),
    "и": (("и", "", ALL), ("а", "", of("gen")), ("я", "", of("gen", "dat", "loc"))),
    "я": (("я", "", of("nom")), ("й", "m", _OBJECT), ("ь", "m", _OBJECT)),
    "ю": (("й", "m", of("dat")), ("ь", "m", of("dat")), ("я", "", of("acc")), ("ю", "", ALL)),
}
_UNCHANGED = re.compile(r"(?:джу|оглу|[ктлр]лу|ұлы|улы|кызы|қызы|[лн]ь?д[ыи])$")
_CONSONANT = re.compile(r"[бвгджзйклмнпрстфхцчшщь]$")

_CASES: tuple[tuple[str, Case], ...] = (
    ("н[ыі]ң|д[ыі]ң|т[ыі]ң", "gen"),
    ("[нтд]ан|[нтд]ен", "abl"),
    ("[мбп]ен", "ins"),
    ("[дт]а|[дт]е", "loc"),
    ("[ғқ]а|[гк]е", "dat"),
    ("[ндт][ыі]", "acc"),
)
_KAZAKH = re.compile(
    r"(?P<base>.{2,}?)(?:" + "|".join(f"(?P<{case}>{ends})" for ends, case in _CASES) + ")$"
)
_SON = re.compile(
    r"(?P<base>.+(?:ұлы|улы|қызы|кызы))(?:(?P<gen>ның)|(?P<abl>нан)|(?P<ins>мен)|(?P<loc>нда)|"
    r"(?P<dat>на)|(?P<acc>ны?))$"
)
_RUSSIAN_SURNAME = re.compile(r".(?:[оеё]в|[иы]н|[сц]кий)а?$|.(?:[оеё]ва|[иы]на|[сц]кая)$")
_AFTER = {
    **dict.fromkeys("аәеёоөұүыіэя", "нғмғ"),
    **dict.fromkeys("июуы", "ндғм"),
    **dict.fromkeys("мнң", "нғдм"),
    **dict.fromkeys("лрй", "дғм"),
    **dict.fromkeys("зж", "дғб"),
    **dict.fromkeys("бвгдкқпстфхһцчшщ", "тқп"),
}
"""What a case ending may begin with after the last letter of a name (г counts as ғ, к as қ)."""
_ENDS_AS = str.maketrans("гк", "ғқ")
_FRONT, _BACK = frozenset("әеөүіэ"), frozenset("аоұыё")


@lru_cache(maxsize=50_000)
def russian(small: str) -> tuple[Form, ...]:
    """What surname or patronymic a folded Russian word may be a form of, the likeliest first.

    >>> [one.name for one in russian("азимовой")], [one.name for one in russian("мами")][0]
    (['азимова'], 'мами')
    """
    for pattern, table in ((_ADJECTIVE, _ADJECTIVE_ENDINGS), (_POSSESSIVE, _ENDINGS)):
        found = pattern.match(small)
        if found:
            return _forms(found["base"], table[found["end"]])
    found = _PATRONYMIC.match(small)
    if found:
        return _patronymic(found["base"], found["end"])
    if _UNCHANGED.search(small):
        return (Form(small, "", ALL),)
    for end in (small[-2:], small[-1:]):
        if end in _NOUN and len(small) > len(end) + 1:
            return _soft(small[: -len(end)], end) or _forms(small[: -len(end)], _NOUN[end])
    if _CONSONANT.search(small):
        return Form(small, "m", of("nom")), Form(small, "f", ALL)
    return (Form(small, "", ALL),)


_VOWELS = frozenset("аеёиоуыэюя")
_HUSHING = frozenset("жчшщц")


def _soft(base: str, end: str) -> tuple[Form, ...]:
    """The forms of soft stems, told by the letter before: Мореля, Цзюнем have ь, Гурия has й."""
    if end not in ("я", "ю", "ем") or (end == "ем" and base[-1] in _HUSHING):
        return ()
    other = "ь" if base[-1] in _VOWELS else "й"
    ways = tuple(one for one in _NOUN[end] if one[0] != other and (end != "ем" or one[0]))
    return _forms(base, ways)


def _forms(base: str, endings: tuple[tuple[str, str, frozenset[Case]], ...]) -> tuple[Form, ...]:
    return tuple(
        Form(base + end, "m" if sex == "m" else "f" if sex == "f" else "", cases)
        for end, sex, cases in endings
    )


def _patronymic(base: str, end: str) -> tuple[Form, ...]:
    if base.endswith("ч"):
        cases = {"": of("nom"), "а": _OBJECT, "у": of("dat"), "ем": of("ins"), "е": of("loc")}
        return (Form(base, "m", cases.get(end, ALL)),)
    cases = {
        "а": of("nom"),
        "ы": of("gen"),
        "у": of("acc"),
        "е": _PLACE,
        "ой": of("ins"),
        "ою": of("ins"),
    }
    return (Form(base + "а", "f", cases.get(end, ALL)),)


@lru_cache(maxsize=50_000)
def kazakh(small: str) -> Form:
    """The name a folded Kazakh word is a form of, its case ending taken off.

    A word in the table of given names, or that is a whole surname, stays as it is.

    >>> kazakh("тоқаевпен").name, kazakh("мәмидің").name, kazakh("сұлтан").name
    ('тоқаев', 'мәми', 'сұлтан')
    """
    found = _SON.match(small)
    if found:
        return Form(found["base"], "", of(_case(found)))
    if (
        given.sex(small) is not None
        or _RUSSIAN_SURNAME.search(small)
        or small.endswith(("ұлы", "қызы"))
    ):
        return Form(small, "", of("nom"))
    found = _KAZAKH.match(small)
    if found and _goes(found["base"], small[len(found["base"]) :]):
        return Form(found["base"], "", of(_case(found)))
    return Form(small, "", of("nom"))


def _case(found: re.Match[str]) -> Case:
    return next(case for _, case in _CASES if found.groupdict().get(case))


_TWO_LETTERS = frozenset("ли ён юн ан хо го ма ко хе сю".split())
"""Surnames and syllables of two letters that take Kazakh endings: Лиді, Мин Ёнмен."""


def _goes(base: str, ending: str) -> bool:
    """Whether a case ending can follow a name by its sounds."""
    if given.sex(base) is None and not _RUSSIAN_SURNAME.search(base):
        if base in _TWO_LETTERS:
            return True
        if len(base) < 3 or not any(one in _FRONT or one in _BACK or one in "иуюя" for one in base):
            return False
        vowels = [one for one in base if one in _FRONT or one in _BACK]
        own = next((one for one in ending if one in _FRONT or one in _BACK), "")
        loose = base[-1] in "иую" or ending[0] in "мбп"
        if vowels and not loose and (vowels[-1] in _FRONT) != (own in _FRONT):
            return False
    return ending[0].translate(_ENDS_AS) in _AFTER.get(base[-1], "") or base[-1] not in _AFTER


@lru_cache(maxsize=50_000)
def respelt(word: str, name: str) -> str:
    """A folded nominative in the letters of the text where they are the same.

    >>> respelt("Касым-Жомарта", "касым-жомарт"), respelt("Льва", "лев")
    ('Касым-Жомарт', 'Лев')
    """
    if len(word) == len(word.lower()):
        same = 0
        while same < min(len(word), len(name)) and word[same].lower().replace("ё", "е") in (
            name[same],
            "'",
        ):
            same += 1
        rest = name[same:]
        return word[:same] + (rest.upper() if word.isupper() and len(word) > 2 else rest)
    return "-".join(part.capitalize() for part in name.split("-"))
