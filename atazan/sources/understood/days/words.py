"""The words that name days, by their form in small letters."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

Form = Literal["", "loc", "abl", "dat", "gen", "adj"]

_TELLING = frozenset("mewgTRVbHl")

_VOWELS = ("", "сы", "сі", "ы", "і")
_CASES: tuple[tuple[Form, tuple[str, ...]], ...] = (
    ("loc", ("да", "де", "та", "те", "нда", "нде")),
    ("abl", ("дан", "ден", "тан", "тен", "нан", "нен")),
    ("dat", ("ға", "ге", "қа", "ке", "на", "не")),
    ("gen", ("дың", "дің", "тың", "тің", "ның", "нің")),
    ("adj", ("дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі", "ғы", "гі", "қы", "кі")),
    ("", ("ды", "ді", "ты", "ті", "ны", "ні", "н", "мен", "бен", "пен")),
)


class Told(NamedTuple):
    """What a word or phrase of days means: sort as in words.txt, value, and the case it shows."""

    sort: str
    value: int
    form: Form = ""


class Vocabulary(NamedTuple):
    """Single words, and phrases under their first two words, the longest first.

    A sentence that names a day has one of the words `telling`, or four digits.
    """

    words: dict[str, Told]
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], Told]]]
    telling: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The words of words.txt in every form."""
    words: dict[str, Told] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], Told]]] = {}
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, forms = line.partition("|")
        sort, value = head.split()
        told = Told("_", 0) if value == "?" else Told(sort, int(value))
        for form in forms.split():
            if form.endswith("~"):
                words |= _declined(form[:-1], told)
            elif "_" in form:
                for phrase in product(*(choice.split("/") for choice in form.split("_"))):
                    phrases.setdefault((phrase[0], phrase[1]), []).append((phrase, told))
            else:
                words.setdefault(form, told)
    for found in phrases.values():
        found.sort(key=lambda one: -len(one[0]))
    telling = {form for form, told in words.items() if told.sort in _TELLING}
    for found in phrases.values():
        telling |= {max(phrase[-2:], key=len) for phrase, _ in found}
    return Vocabulary(words, phrases, frozenset(telling))


def _declined(stem: str, told: Told) -> dict[str, Told]:
    """A Kazakh month or weekday in its cases; forms that no one writes do no harm."""
    found = {stem + own: told for own in _VOWELS}
    for own, (form, endings) in product(_VOWELS, _CASES):
        found |= {stem + own + ending: told._replace(form=form) for ending in endings}
    return found
