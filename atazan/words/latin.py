"""Kazakh and Russian letters written in Latin ones, in the ways people do it."""

from __future__ import annotations

_SHARED = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
RUSSIAN = str.maketrans(_SHARED)
"""As in passports and the press: конституция is konstitutsiya."""

KAZAKH = str.maketrans(
    _SHARED
    | {
        "ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
        "і": "i", "х": "h", "ц": "c",
    }
)  # fmt: skip
"""As typed without marks: құқық is quqyq."""

KAZAKH_2021 = str.maketrans(
    _SHARED
    | {
        "ә": "ä", "ғ": "ğ", "ж": "j", "й": "i", "қ": "q", "ң": "ñ", "ө": "ö", "у": "u", "ұ": "ū",
        "ү": "ü", "х": "h", "һ": "h", "ш": "ş", "ч": "ch", "ы": "y", "і": "ı", "ю": "iu",
        "я": "ia", "ц": "ts",
    }
)  # fmt: skip
"""The alphabet proposed in 2021: құқық is qūqyq."""

PLAIN = str.maketrans("әғқңөұүһі", "агкноуухи")
"""Kazakh letters typed on a keyboard that has none of its own."""
