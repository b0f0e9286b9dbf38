"""The key of a form that needs no weighing: a headword, or a noun with a usual ending.

It is the key that the cheapest reading gives, found without making the others; a test holds the
two to agree.
"""

from __future__ import annotations

from typing import Final

from atazan.words.kazakh.irregular import is_irregular
from atazan.words.kazakh.lexicon import UNDECLINED, VERB, Entry, lexicon
from atazan.words.kazakh.nominal import NOMINAL

_WEIGHED: Final = frozenset({VERB, "adj", "adv", "num", *UNDECLINED})
_RARE: Final = frozenset({"my", "our", "your", "your+", "own", "sim"})


def quick_key(word: str) -> str | None:
    """Return the key of a form in small letters; None where readings have to be weighed."""
    words = lexicon()
    whole = words.nouns.get(word)
    if whole is not None:
        return min(whole).key
    if word in words.verbs or is_irregular(word):
        return None
    shapes = words.shapes
    for cut in range(len(word) - 1, 1, -1):
        head = word[:cut]
        if head in shapes:
            tail = word[cut:]
            found = [
                entry
                for entry, openers in shapes[head]
                if (not openers or tail[0] in openers) and _fits(entry, head, tail)
            ]
            if found:
                return min(found).key
    return None


def _fits(entry: Entry, head: str, tail: str) -> bool:
    """Tell whether the noun takes the ending at no more than the usual cost."""
    if entry.pos in _WEIGHED or (tail[0] in "ыі" and head == entry.stem and head[-1] in "пкқ"):
        return False
    return any(
        entry.after & ending.after
        and entry.harmony & ending.harmony
        and ending.tags[0] not in _RARE
        for ending in NOMINAL.get(tail, ())
    )
