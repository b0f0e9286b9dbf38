"""What may follow a verb stem, from its voice to the case of its participle."""

from __future__ import annotations

from functools import lru_cache

from atazan.words.kazakh.endings import Ending, Endings, joined
from atazan.words.kazakh.nominal import NOMINAL
from atazan.words.kazakh.verbal import AGENT, FINITE, VERBAL_NOUNS, VOICES

_UNVOICED = {"б": "п", "г": "к", "ғ": "қ"}


@lru_cache(maxsize=8192)
def verb_tails(tail: str) -> Endings:
    """Return the ways to read what follows a verb stem; none if it cannot follow one.

    >>> [ending.tags for ending in verb_tails("ылғандығы")]
    [('pass', 'past', 'ness', 'its')]
    """
    found = _after_voice(tail)
    for cut in range(1, min(len(tail), 8) + 1):
        voices = VOICES.get(tail[:cut])
        if voices:
            found += joined(voices, _after_voice(tail[cut:]))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _after_voice(tail: str) -> Endings:
    found: Endings = FINITE.get(tail, ())
    for cut in range(1, min(len(tail), 9) + 1):
        made = tail[:cut]
        rest = NOMINAL.get(tail[cut:])
        if rest is None:
            continue
        nouns = _nouns(made)
        if cut < len(tail) and tail[cut] in "ыі" and made[-1] in _UNVOICED:
            nouns += tuple(
                Ending(made, noun.after, noun.harmony, noun.tags)
                for noun in _nouns(made[:-1] + _UNVOICED[made[-1]])
            )
        found += joined(nouns, rest)
    return found


def _nouns(made: str) -> Endings:
    return VERBAL_NOUNS.get(made, ()) + AGENT.get(made, ())
