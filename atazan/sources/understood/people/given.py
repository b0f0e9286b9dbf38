"""Given names and patronymics, and how they are declined in Russian."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from atazan.sources.understood.mention import Case

Sex = Literal["m", "f", ""]
"""A man's name, a woman's, either."""

ALL: frozenset[Case] = frozenset(("nom", "gen", "dat", "acc", "ins", "loc"))
_OBJECT: frozenset[Case] = frozenset(("gen", "acc"))
_PLACE: frozenset[Case] = frozenset(("dat", "loc"))
_OBLIQUE: frozenset[Case] = frozenset(("gen", "dat", "ins", "loc"))


def of(*cases: Case) -> frozenset[Case]:
    """A set of cases."""
    return frozenset(cases)


class Form(NamedTuple):
    """What a folded word may be a form of: the nominative, whose name it is, the cases."""

    name: str
    sex: Sex
    cases: frozenset[Case]


_FLEETING = {"лев": "льв", "павел": "павл"}
_WHOLE = {stem: name for name, stem in _FLEETING.items()}
_HUSHING = "гкхжшчщ"
_CONSONANTS = "бвгдзклмнпрстфхцжшчщ"

_NISH = re.compile(
    r"(?:[оеё]вич|[иы]ч|ұлы|улы|уулу|оғлы|оглы|ogl[iuy]|oğlu|u?l[yıi](?<=ul[yıi])|[oe]vi?ch)"
    r"(?:а|у|ем|е|ның|на|н|нда|нан|мен)?$"
)
_NA = re.compile(
    r"(?:[оеё]вн|[иы]ничн|ичн)(?:а|ы|е|у|ой|ою)$|(?:қызы|кызы|гызы|q[yı]z[yı]|k[yi]z[yi]|[oe]vna)"
    r"(?:ның|на|н|нда|нан|мен)?$"
)
_ISH = re.compile(
    r".{2}(?:бек|жан|хан|ғали|гали|мұрат|мурат|бай|құл|кул|болат|берді|берды|ғазы|гази|улло|улла|уддин|иддин|мұхамбет|нәзір|"
    r"bek|zhan|khan|gali|murat|bolat|berdy|mukhambet)$"
)
_ISH_WOMAN = re.compile(r"^(?:гүл|гуль).{3}|.{2}(?:гүл|гуль|нұр|нур|сұлу|gul|nur)$")
_NO_NAMES = frozenset(
    "майдан azerbaijan азербайджан әзербайжан бишкек өзбек узбек uzbek uzbekistan".split()
)


def declined(name: str, sex: str) -> list[tuple[str, frozenset[Case]]]:
    """The Russian forms of a folded name, with the cases of each.

    >>> [form for form, _ in declined("эльвира", "f")]
    ['эльвира', 'эльвиры', 'эльвире', 'эльвиру', 'эльвирой', 'эльвирою']
    """
    stem, last = name[:-1], name[-1]
    nominative = (name, of("nom"))
    if last == "а":
        first = "и" if stem[-1] in _HUSHING else "ы"
        soft = "е" if stem[-1] in "жшчщц" else "о"
        ends = [(first, of("gen")), ("е", _PLACE), ("у", of("acc"))]
        ends += [(f"{soft}й", of("ins")), (f"{soft}ю", of("ins"))]
    elif last == "я":
        ends = [("и", _OBLIQUE - of("ins")), ("е", _PLACE), ("ю", of("acc")), ("ей", of("ins"))]
    elif sex != "f" and last in "йь":
        place = "и" if name.endswith("ий") else "е"
        ends = [("я", _OBJECT), ("ю", of("dat")), ("ем", of("ins")), (place, of("loc"))]
    elif sex != "f" and last in _CONSONANTS:
        stem = _FLEETING.get(name, name)
        ins = "ем" if last in "жшчщц" else "ом"
        ends = [("а", _OBJECT), ("у", of("dat")), (ins, of("ins")), ("е", of("loc"))]
    else:
        return [(name, ALL)]
    return [nominative, *((stem + end, cases) for end, cases in ends)]


@lru_cache(maxsize=1)
def _names() -> dict[str, Sex]:
    """Whose each given name is."""
    found: dict[str, Sex] = {}
    for line in (Path(__file__).parent / "given.txt").read_text("utf-8").splitlines():
        if line[:2] not in ("m ", "f "):
            continue
        whose: Sex = "m" if line[0] == "m" else "f"
        for name in line[2:].lower().replace(",", " ").replace("ё", "е").split():
            found[name] = whose if found.get(name, whose) == whose else ""
    return found


def sex(small: str) -> Sex | None:
    """Whose given name a folded nominative is; None where it is not in the table.

    >>> sex("эльвира"), sex("қайрат"), sex("суд")
    ('f', 'm', None)
    """
    found = _names().get(small)
    if found is None and "-" in small:
        parts = [_names().get(one) for one in small.split("-")]
        return parts[0] if all(one is not None for one in parts) else None
    return found


@lru_cache(maxsize=50_000)
def russian(small: str) -> tuple[Form, ...]:
    """The given names a folded Russian word may be a form of.

    >>> [one.name for one in russian("анваром")], [one.name for one in russian("павлу")]
    (['анвар'], ['павел'])
    """
    if "-" in small:
        first, _, last = small.rpartition("-")
        if small not in _names() and first in _names():
            return tuple(one._replace(name=f"{first}-{one.name}") for one in russian(last))
    names = _names()
    found: dict[Form, None] = {}
    for stem in dict.fromkeys((small, small[:-1], small[:-2])):
        for name in (stem, stem + "а", stem + "я", stem + "й", stem + "ь", _WHOLE.get(stem, "")):
            whose = names.get(name)
            if whose is not None:
                for one in whose or "mf":
                    found.update((form, None) for form in _forms(small, name, one))
    return tuple(found)


def _forms(small: str, name: str, whose: str) -> list[Form]:
    sex_: Sex = "m" if whose == "m" else "f"
    return [Form(name, sex_, cases) for form, cases in declined(name, whose) if form == small]


def patronymic(small: str) -> Sex | None:
    """Whose patronymic a folded word is by its ending, in whatever case; None where it is none.

    >>> patronymic("абилхасимовну"), patronymic("әбдіразақұлының"), patronymic("ermekovich")
    ('f', 'm', 'm')
    """
    if len(small) < 6:
        return None
    return "m" if _NISH.search(small) else "f" if _NA.search(small) else None


def givenish(small: str) -> Sex | None:
    """Whose name an unknown word may be that ends as Kazakh given names do."""
    if len(small) < 5 or small in _NO_NAMES:
        return None
    return "m" if _ISH.search(small) else "f" if _ISH_WOMAN.search(small) else None
