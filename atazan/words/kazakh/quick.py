"""The key of a form that needs no weighing: a headword, or a noun with a usual ending.

It is the key that the cheapest reading gives, found without making the others; a test holds the
two to agree.
"""

from __future__ import annotations

from typing import Final

from atazan.words.kazakh.irregular import is_irregular
from atazan.words.kazakh.lexicon import UNDECLINED, Entry, lexicon
from atazan.words.kazakh.nominal import NOMINAL

_WEIGHED: Final = frozenset({"adj", "adv", "num", *UNDECLINED})
_RARE: Final = frozenset({"my", "our", "your", "your+", "own", "sim"})
_SOFT: Final = {"б": "п", "г": "к", "ғ": "қ"}


def quick_key(word: str) -> str | None:
    """Return the key of a form in small letters; None where readings have to be weighed."""
    nouns, oblique, _, _, gerunds = lexicon()
    whole = nouns.get(word)
    if whole is not None:
        return min(whole).key
    if word in gerunds or is_irregular(word):
        return None
    for cut in range(len(word) - 1, 1, -1):
        head = word[:cut]
        entries = nouns.get(head, ())
        if word[cut] in "ыі" and head[-1] in _SOFT:
            entries += nouns.get(head[:-1] + _SOFT[head[-1]], ())
        if head in oblique:
            entries += (oblique[head],)
        if entries:
            found = [entry for entry in entries if _fits(entry, head, word[cut:])]
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
