"""Names of persons and places written in Kazakh, Russian or Latin letters, brought to one writing.

Мәми, Мами and Mami, Тоқаев, Токаев and Tokayev have one key each. The key is for finding names
that may be the same; it is no proof that they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from atazan.words.word import folded

_CYRILLIC = str.maketrans(
    {
        "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
        "ж": "j", "з": "z", "и": "i", "й": "i", "і": "i", "ы": "i", "к": "k", "қ": "k", "л": "l",
        "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "c", "ш": "w",
        "щ": "w", "ъ": "", "ь": "", "э": "e", "ю": "iu", "я": "ia", "-": "", "'": "",
    }
)  # fmt: skip
_LATIN = str.maketrans(
    {
        "ä": "a", "á": "a", "ğ": "g", "ǵ": "g", "ı": "i", "ñ": "n", "ń": "n", "ö": "o", "ó": "o",
        "ş": "w", "ū": "u", "ü": "u", "ú": "u", "ý": "u", "q": "k", "y": "i", "'": "", "-": "",
        "w": "u", "x": "ks", "c": "k", "č": "c", "š": "w", "ž": "j",
    }
)  # fmt: skip
_SOUNDS = [
    (re.compile(sounds), one)
    for sounds, one in (
        ("shch|sch|sh", "\u0001"),
        ("tch|ch", "\u0002"),
        ("zh|dzh|dj", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("tz", "ts"),
        ("ph", "f"),
    )
]
_EVENED = [
    (re.compile(unlike), alike)
    for unlike, alike in (
        (r"dj", "j"),
        (r"([a-z])\1+", r"\1"),
        (r"^ie", "e"),
        (r"(?<=[aeiou])ie", "e"),
        (r"ii+", "i"),
        (r"ij", "i"),
        (r"^[vu](?=a)", "u"),
        (r"kt?s$", "ks"),
    )
]
_ENDINGS = re.compile(
    r"(?<=[еиыоө]в|[иыі]н)(?:а|у|ым|ой|е|ы|ых|ым|ыми|тің|тың|дың|дің|ның|нің|ке|ге|қа|ға|ті|ты|ны|ні"
    r"|пен|бен|мен|тен|нен|тан|нан|те|та|де|да)$"
    r"|(?:тың|тің|дың|дің|ның|нің)$|(?<=[a-z])(?:'s|’s)$"
)


def name_keys(word: str) -> tuple[str, ...]:
    """The keys of a name: as it stands, then without a case ending it may have.

    >>> name_keys("Тоқаев") == name_keys("Токаев") == name_keys("Tokayev")
    True
    >>> set(name_keys("Мәмидің")) & set(name_keys("Mami"))
    {'mami'}
    """
    return _name_keys(folded(word))


@lru_cache(maxsize=50_000)
def _name_keys(small: str) -> tuple[str, ...]:
    bare = _ENDINGS.sub("", small)
    found = [_sounds(small), _sounds(bare)] if len(bare) > 2 else [_sounds(small)]
    return tuple(dict.fromkeys(key for key in found if key))


def _sounds(word: str) -> str:
    """How a folded name sounds, in few letters."""
    for sounds, one in _SOUNDS:
        word = sounds.sub(one, word)
    word = word.translate(_LATIN).translate(_CYRILLIC).replace("\u0001", "w").replace("\u0002", "c")
    for unlike, alike in _EVENED:
        word = unlike.sub(alike, word)
    return word


class Names:
    """Words that may be names, to be found in whatever letters they are asked.

    >>> Names(["Токаев", "Мәми", "сот"]).alike("Tokayev")
    ('Токаев',)
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_key: dict[str, dict[str, None]] = defaultdict(dict)
        for word in words:
            for key in name_keys(word):
                self._by_key[key][word] = None

    def alike(self, word: str) -> tuple[str, ...]:
        """The words that may be the same name, in the order they were given."""
        found: dict[str, None] = {}
        for key in name_keys(word):
            found |= self._by_key.get(key, {})
        return tuple(found)
