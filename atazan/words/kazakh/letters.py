"""Kazakh letters: their order, harmony and classes, and other ways of writing them.

Sources: the Cyrillic alphabet of 1940 as used today (42 letters), and the draft Latin alphabet of
31 letters shown on 28 January 2021.
"""

from __future__ import annotations

import unicodedata
from typing import Final

ALPHABET: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
ORDER: Final = {letter: place for place, letter in enumerate(ALPHABET)}
KAZAKH_ONLY: Final = frozenset("әғқңөұүһі")

BACK: Final = 1
FRONT: Final = 2
EITHER: Final = BACK | FRONT

_BACK_VOWELS: Final = frozenset("аоұыяё")
_FRONT_VOWELS: Final = frozenset("әөүіеэ")
_NEUTRAL_VOWELS: Final = frozenset("иую")
VOWELS: Final = _BACK_VOWELS | _FRONT_VOWELS | _NEUTRAL_VOWELS

# What a stem ends in decides the first letter of its ending.
VOWEL: Final = 1  # бала-ның
GLIDE: Final = 2  # тау-дың, жер-лер
LATERAL: Final = 4  # жол-дар
NASAL: Final = 8  # заң-нан
SIBILANT: Final = 16  # сөз-бен
VOICELESS: Final = 32  # сот-тың; the voiced б в г д of loans behave alike: клуб-тың
CONSONANT: Final = GLIDE | LATERAL | NASAL | SIBILANT | VOICELESS
ANY: Final = VOWEL | CONSONANT
VOICED: Final = ANY & ~VOICELESS

_FINALS: Final = (
    dict.fromkeys("аәоөұүыіеэяё", VOWEL)
    | dict.fromkeys("иуюрй", GLIDE)
    | {"л": LATERAL}
    | dict.fromkeys("мнң", NASAL)
    | dict.fromkeys("зж", SIBILANT)
    | dict.fromkeys("пфкқтсшщчцхһбвгғд", VOICELESS)
)

_LOOKALIKES: Final = str.maketrans(
    "aceopxyhkmtbiəɵ" + "ӊөјѕ",
    "асеорхуһкмтвіәө" + "ңөйс",
)
_DRAFT_LATIN: Final = str.maketrans(
    "aäbdefgğhıijkqlmnñŋoöprstuūüvyzşw", "аәбдефгғхіижкқлмнңңоөпрстуұүвызшу"
)
_LATIN_OF_2018: Final = str.maketrans(
    "aábdefgǵhiıjkqlmnńoóprstuúvyýz", "аәбдефгғхіижкқлмнңоөпрстұүвыуз"
)
_ONLY_OF_2018: Final = frozenset("áǵńóúý")
_IN_LATIN: Final = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхшщцыэ", "abvgdeziiklmnoprstufhSSsie", strict=True)),
        **dict(zip("әғқңөұүһіёжч", "agknouuhieJC", strict=True)),
        **{"ю": "iu", "я": "ia", "ъ": "", "ь": ""},
        **dict(zip("şäğñŋöūüáǵńóúýıiqwxyc", "Sagnnouuagnouuiikuhis", strict=True)),
    }
)
_FOLDED: Final = str.maketrans("әғқңөұүһіёэ", "агкноуухиее")
_APOSTROPHES: Final = str.maketrans("", "", "\u00ad\u0301\u200b\u200c\u200d\u2060\ufeff'’ʼ`´")


def final(stem: str) -> int:
    """Return the class of the letter a stem ends in; the soft and hard signs are passed over."""
    for letter in reversed(stem):
        if letter not in "ьъ":
            return _FINALS.get(letter, VOICELESS)
    return VOICELESS


def harmony(stem: str) -> int:
    """Return whether endings after the stem are back, front, or either.

    The last vowel decides; a last и, у or ю takes either: ресурстар, алқабилер.
    """
    for letter in reversed(stem):
        if letter in _NEUTRAL_VOWELS:
            return EITHER
        if letter in _BACK_VOWELS:
            return BACK
        if letter in _FRONT_VOWELS:
            return FRONT
    return EITHER


def is_latin(word: str) -> bool:
    """Tell whether a word is written in Latin letters only."""
    return word.isalpha() and all("LATIN" in unicodedata.name(letter, "") for letter in word)


def normal(word: str) -> str:
    """Return a word in small letters of one spelling: composed, lookalikes made Cyrillic.

    A Latin letter among Cyrillic ones is a slip of the keyboard (құқыk, c+ot); a word wholly
    in Latin letters is left as it is.
    """
    small = word.lower()
    if small.isascii() or not small.strip(ALPHABET):
        return small
    plain = unicodedata.normalize("NFC", small).translate(_APOSTROPHES)
    if any("а" <= letter <= "ӿ" for letter in plain) and not is_latin(plain):
        plain = plain.translate(_LOOKALIKES)
    return plain


def from_latin(word: str) -> str:
    """Return a word of the draft Latin alphabets in Cyrillic letters: Qazaqstan, қазақстан.

    The draft of 2021 (ş, ğ, ū), or that of 2018 where a letter tells it (sh, ǵ, ý). In both и and
    й are one letter: й after a vowel, и elsewhere.
    """
    small = word.lower().replace("i\u0307", "i")
    older = bool(_ONLY_OF_2018.intersection(small)) or "sh" in small
    small = small.replace("sh", "ш").replace("ch", "ч").replace("ts", "ц")
    small = small.replace("sia", "ция").replace("ıa" if older else "ia", "ия")
    letters = list(small.translate(_LATIN_OF_2018 if older else _DRAFT_LATIN))
    for place in range(1, len(letters)):
        if letters[place] == "и" and letters[place - 1] in VOWELS:
            letters[place] = "й"
    return "".join(letters)


def in_latin(word: str) -> str:
    """Return letters that every way of writing a word in Latin ones shares, to find it by.

    >>> in_latin("құқық") == in_latin("quqyq") == in_latin("qūqyq")
    True
    """
    small = word.lower().replace("i\u0307", "i")
    for sound, letter in (("sh", "S"), ("ch", "C"), ("zh", "J"), ("kh", "h"), ("ts", "s")):
        small = small.replace(sound, letter)
    return small.replace("j", "J").translate(_IN_LATIN).replace("ii", "i")


def folded(word: str) -> str:
    """Return a word as it is typed without Kazakh letters: құқық, кукык."""
    return word.translate(_FOLDED)
