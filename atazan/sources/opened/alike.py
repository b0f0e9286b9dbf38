"""Which papers tell the same report: equal words, a rewrite, or a part of it under another title.

A text is known by its runs of three words, each word cut to its first letters so that endings do
not count. Of their hashes the least are kept: two texts share about as many of those as of all
(bottom-k sketches, Broder 1997). A few of them lead from a new text to the known ones, so that
work does not grow with what is known.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from typing import NamedTuple

from msgspec import Struct

JOINED = 0.5
"""From which share of common runs two papers tell the same report."""
_LEAST = 48
_NAMES = 12
_LEADS = 6
_CROWD = 32
"""Papers one hash may lead to: a run that more have is a phrase of its kind, not of a report."""
_SHORTEST = 0.25
"""How long the shorter must be against the longer: a digest is none of its items."""
_NAMED = 0.6
"""Share of the shorter's names and numbers that the longer must have too."""
_FEW_WORDS = 12
_STEM = 5
_MASK = 0xFFFFFFFF
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"[\dA-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W_]+")
_STOPS = frozenset(".!?…:\n ")


class Alike(NamedTuple):
    """`of` is the hash of the earlier paper; `alike` from 0 to 1: the share of the shorter text's
    runs of words that the longer has too; `same`: every word is the same.
    """

    of: str
    alike: float
    same: bool


class Sketch(Struct, frozen=True, array_like=True):
    """What is kept of a text: a hash of all its words, how many runs it has, their least hashes,
    and those of its names and numbers.
    """

    words: int
    runs: int
    least: tuple[int, ...]
    named: int
    names: tuple[int, ...]


class _Hashes(dict[str, int]):
    """The hash of each word by its first letters; the same in every process."""

    def __missing__(self, word: str) -> int:
        if len(self) > 200_000:
            self.clear()
        small = word.lower().replace("ё", "е")
        stem = small if small[0].isdigit() else small[:_STEM]
        digest = hashlib.blake2b(stem.encode("utf-8", "replace"), digest_size=4).digest()
        found = self[word] = int.from_bytes(digest, "big")
        return found


_HASH = _Hashes()


def sketch(text: str) -> Sketch:
    """The sketch of a text (its body, without the title).

    `names` are of numbers and of words with a capital letter that do not begin a sentence.
    """
    words = _WORD.findall(text)
    hashes = [_HASH[word] for word in words]
    # hashes of words are evenly spread, so are their sums
    runs = {
        one * 0x3D4D51 + two * 0x10F2C9 + three & _MASK
        for one, two, three in zip(hashes, hashes[1:], hashes[2:], strict=False)
    }
    names = {_HASH[one[0]] for one in _NAME.finditer(text) if not _begins(text, one.start())}
    whole = hashlib.blake2b(" ".join(words).lower().encode("utf-8", "replace"), digest_size=8)
    return Sketch(
        words=int.from_bytes(whole.digest(), "big"),
        runs=len(runs),
        least=tuple(sorted(runs)[:_LEAST]),
        named=len(names),
        names=tuple(sorted(names)[:_NAMES]),
    )


def _begins(text: str, at: int) -> bool:
    """Whether a word begins a sentence, where a capital letter makes no name."""
    return not text[at].isdigit() and (at < 2 or text[at - 2] in _STOPS)


class Known:
    """The papers met so far, under 1 KB each."""

    def __init__(self) -> None:
        self._of_words: dict[int, int] = {}
        self._leads: dict[int, int | array[int]] = {}
        self._hashes = bytearray()
        self._runs: array[int] = array("I")
        self._named: array[int] = array("I")
        self._least: array[int] = array("I")
        self._names: array[int] = array("I")

    def __len__(self) -> int:
        return len(self._runs)

    def add(self, hash: str, text: str | Sketch) -> Alike | None:
        """The earlier paper that tells the same report, None where it is new; it is known from now.

        `hash` is the paper's SHA-256 in hex, `text` its body or the sketch of it kept from before.
        A paper with the same words as an earlier one is not kept a second time.
        """
        new = sketch(text) if isinstance(text, str) else text
        same = self._of_words.get(new.words)
        if same is not None:
            return Alike(self._hash(same), 1.0, True)
        found = self._nearest(new) if new.runs >= _FEW_WORDS else None
        self._keep(hash, new)
        return found

    def _nearest(self, new: Sketch) -> Alike | None:
        best, nearest = 0.0, -1
        for at in sorted(self._led_to(new)):
            alike = self._alike(new, at)
            if alike > best:
                best, nearest = alike, at
        return Alike(self._hash(nearest), round(best, 3), False) if best >= JOINED else None

    def _led_to(self, new: Sketch) -> set[int]:
        found: set[int] = set()
        for one in new.least:
            led = self._leads.get(one)
            if isinstance(led, int):
                found.add(led)
            elif led is not None:
                found.update(led)
        return found

    def _alike(self, new: Sketch, at: int) -> float:
        runs, named = self._runs[at], self._named[at]
        if min(new.runs, runs) < _SHORTEST * max(new.runs, runs):
            return 0.0
        names = self._names[at * _NAMES : at * _NAMES + min(_NAMES, named)]
        if _contained(new.names, new.named, names, named, _NAMES) < _NAMED:
            return 0.0
        least = self._least[at * _LEAST : at * _LEAST + min(_LEAST, runs)]
        return _contained(new.least, new.runs, least, runs, _LEAST)

    def _keep(self, hash: str, new: Sketch) -> None:
        at = len(self)
        self._of_words[new.words] = at
        self._hashes += bytes.fromhex(hash)
        self._runs.append(new.runs)
        self._named.append(new.named)
        self._least.extend(new.least + (0,) * (_LEAST - len(new.least)))
        self._names.extend(new.names + (0,) * (_NAMES - len(new.names)))
        for one in new.least[:_LEADS]:
            led = self._leads.get(one)
            if led is None:
                self._leads[one] = at
            elif isinstance(led, int):
                self._leads[one] = array("I", (led, at))
            elif len(led) < _CROWD:
                led.append(at)

    def _hash(self, at: int) -> str:
        return self._hashes[at * 32 : at * 32 + 32].hex()


def _contained(one: tuple[int, ...], ones: int, other: array[int], others: int, most: int) -> float:
    """The share of the smaller set that the larger has too, told from the least of both.

    Of the least `most` of both together, those in both are to all of them as the common part is to
    the whole (Jaccard).
    """
    if not ones or not others:
        return 1.0 if ones == others else 0.0
    mine, theirs = set(one), set(other)
    together = sorted(mine | theirs)[:most]
    shared = sum(1 for each in together if each in mine and each in theirs)
    jaccard = shared / len(together)
    common = jaccard * (ones + others) / (1 + jaccard)
    return min(1.0, common / min(ones, others))
