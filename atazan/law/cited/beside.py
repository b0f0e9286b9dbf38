"""What the letters beside a figure tell: whether a run may begin there, and of which language."""

from __future__ import annotations

import re

from atazan.law.cited.grammar import KK_QUICK, KK_RUN

_LATIN = re.compile("[A-Za-z]")
_DIGITS = "0123456789"
GO_ON = frozenset("-‐‑‒–—−),")
_BLANK_ON = frozenset("ivxіхжмнпбс-‐‑‒–—−ЖМНПБСбекүтажсоұғ")
MAY_BE_OTHER = frozenset("бБтТbIVXІХНN0123456789 -")
MAY_GO_ON = frozenset("-‐‑–( \xa0")


LONGEST_RUN = 2000
"""Letters a Kazakh run may have: its end decides whether it is one."""
_FIGURES_LISTED = re.compile(r"[0-9]+(?:-[0-9]+)?\)?(?:,[ \xa0\n]*[0-9]+(?:-[0-9]+)?\)?)*")


def list_end(text: str, at: int) -> int:
    """Where a list of figures ends; where it is no run, no later part of it is one."""
    found = _FIGURES_LISTED.match(text, at, at + LONGEST_RUN // 2)
    return found.end() if found else at


def kazakh_run(text: str, at: int, end: int) -> re.Match[str] | None:
    """A Kazakh run from here on, its first figure ending at `end`."""
    upto = at + LONGEST_RUN
    found = KK_QUICK.match(text, at, upto)
    if found is not None and _GOES_ON_ODDLY.match(text, found.end()):
        return KK_RUN.match(text, at, upto)
    if found is None and _ODD.search(text, end, end + 8):
        return KK_RUN.match(text, at, upto)
    return found


def kazakh_after(text: str, at: int) -> re.Match[str] | None:
    """A Kazakh run after a pointing word or the name of an act; most are told by one letter."""
    end, upto = at, min(len(text), at + 12)
    while end < upto and text[end] in _DIGITS:
        end += 1
    after = text[end : end + 1]
    if end > at:
        if after not in GO_ON and not (
            after in SPACES and text[end + 1 : end + 3].lower() in AND_ON
        ):
            return None
    elif after.lower() not in _BLANK_ON:
        return None
    return kazakh_run(text, at, end)


def is_odd(word: str) -> bool:
    """Whether a word may be one for a level though it is not written in the plainest way."""
    if word[-1:].isalpha():
        plainly = len(word) > 2 and word.isalpha() and word[1:].islower()
        return not plainly or (not word.isascii() and _LATIN.search(word) is not None)
    return word[-1:] in _ODD_ENDS


_ODD_ENDS = frozenset([*".§№#º°\n\xa0", ""])
LINE_ENDS = frozenset(".;:\n")
BEFORE_FIGURE = frozenset(".№#§ºNn\xa0\u2009\u202f\t>*")
INDENTED = re.compile(r"\n[ \n]{0,3}\Z")
_AFTER_DASH = frozenset("бБтТаАтдДөӨ0123456789 \xa0\nbac")
AFTER_GO_ON = {dash: _AFTER_DASH for dash in "-‐‑‒–—−"} | {
    ",": frozenset(" \xa0\n0123456789"),
}
FIGURES = frozenset("0123456789")
AFTER_MARK = frozenset("-‐‑–—,тТ")
AND_ON = frozenset(
    ["жә", "жə", "ме", "мe", "не", "нe", "пе", "пe", "бе", "бe", "со", "cо", "сo"]
    + [f"{dash}{more}" for dash in "-‐‑–—−" for more in " бтбөабтарБТ0123456789"]
)
SPACES = frozenset(" \xa0\n")
AFTER_MARKED = AND_ON | {"та", "tа", "тa", "ta"}
_GOES_ON_ODDLY = re.compile(r"[ \xa0\n][0-9]{1,3}(?:-[0-9]+)?\)?[- ][а-яәғқңөұүһі]*[acoexpyА-Я]")
SHORT_KK = frozenset(("-б.", "‑б."))
_ODD = re.compile(r"[acoexpyА-Я]")
