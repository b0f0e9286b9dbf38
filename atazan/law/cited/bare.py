"""Acts named without a provision: by number, by title, a code, a treaty, a Constitution of a year."""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re

from atazan.law.cited.known import known, names
from atazan.law.cited.mention import Mention
from atazan.law.cited.naming import (
    behind,
    constitution_ahead,
    first_letters,
    named_ahead,
    named_behind,
)
from atazan.law.cited.numbered import (
    act_ahead,
    act_around,
    act_of_day,
    extended,
    law_behind,
    of_year_before,
)

_WORD_START = re.compile(r"[^\W_]+")
_CONST_KK = re.compile(
    r"(1978|1993|1995|2026)\s*(?:жылғы|ж\.)\s+(?:[0-9]{1,2}\s+\w+\s+)?(?:(?:Қазақстан\s+Республикасы(?:ның)?|ҚР)\s+)?Конституция(?!лық)\w*"
)
_CONST_EN = re.compile(
    r"(1978|1993|1995|2026)\s+Constitution(?:\s+of\s+(?:the\s+Republic\s+of\s+)?Kazakhstan)?(?!\w)"
)
_CONST_LEFT = re.compile(
    r"(?<!\w)(?:Конституци(?:я|и|ю|ей)|Constitution)(?:\s+(?:Республики\s+Казахстан|РК|of\s+(?:the\s+Republic\s+of\s+)?Kazakhstan))?"
    r"\s*,?\s*(?:(?:of|adopted\s+(?:on|in)|от|принят\w+)\s+)?(?:[0-9]{1,2}\s+\w+\s+)?\Z"
)
_LAW_RU = re.compile(
    r"закон\w{0,3}(?:\s+(?:Республики\s+Казахстан|РК))?\s+(?:об?\s|от\s|[«\"“])|закон\w{0,3}\s+[«\"“]",
    re.I,
)
_LAW_EN = re.compile(
    r"law(?:\s+of\s+(?:the\s+Republic\s+of\s+)?Kazakhstan)?\s+(?:on\s|[«\"“])", re.I
)
_IN_KAZAKH = re.compile(
    r"[іәғқңөұүһi]|кодекс(?:ке|те|тен|пен)\Z|пакт(?:ты|қа|та)|нвенция(?:ға|да|мен|ны)|декларация(?:ға|да|мен|ны)"
)
_LAW_AFTER = re.compile(
    r"[»\"”]\s+(?:(?:Қазақстан\s+Республикасы(?:ның)?|ҚР)\s+)?(?:Конституциялық\s+)?заң(?!ды|нама|гер|сыз)\w*",
    re.I,
)
_STARTS_RU = ("конституционн", "constitutional")


def numbered_mention(
    text: str, sign: int, value: int, done: int, body: str = ""
) -> tuple[Mention, str] | None:
    """An act named by its number, `sign` where № stands, `value` where the figure begins."""
    return act_around(text, sign, value, done, body)


def year_mention(text: str, at: int, word: str) -> Mention | None:
    """The Constitution of a year."""
    kazakh = _CONST_KK.match(text, at) or _CONST_EN.match(text, at)
    if kazakh:
        return Mention(at, kazakh.end(), "constitution", known()[f"const-{kazakh[1]}"].work)
    left = _CONST_LEFT.search(text, max(0, at - 80), at)
    if left:
        found = constitution_ahead(text, left.start(), "en" if left[0].isascii() else "ru")
        if found and found.end > at and found.work is not None:
            return found
    return None


def dated_mention(text: str, at: int, done: int) -> Mention | None:
    """A Kazakh law named by day and title: «… туралы» 1995 жылғы 29 желтоқсандағы … заңының."""
    return act_of_day(text, at, done) if " ж" in text[at : at + 7] else None


def bare_mention(text: str, at: int, kind: str, done: int) -> Mention | None:
    """A code, treaty or law whose name holds this place."""
    while at and text[at - 1].isalpha():
        at -= 1
    word = _WORD_START.match(text, at)
    if not word:
        return None
    if kind == "law":
        return _law(text, at, word.end(), done)
    lang = "en" if text[at].isascii() else "ru"
    if lang == "ru" and _IN_KAZAKH.search(word[0].lower()):
        return _kazakh(text, word.end(), done)
    return _right(text, at, lang, done) or _kazakh(text, word.end(), done)


def _law(text: str, at: int, end: int, done: int) -> Mention | None:
    if _LAW_RU.match(text, at) or _LAW_EN.match(text, at):
        before = text[max(done, at - 20) : at].split(" ")
        if len(before) > 1 and before[-2].lower().startswith(_STARTS_RU):
            at -= len(before[-2]) + 1
        found = act_ahead(text, at)
        return found if found and (found.work or found.acts) else None
    if text[at:end] == "туралы":
        head = _LAW_AFTER.match(text, end)
        found = law_behind(text, head.end()) if head else None
        return found if found and done <= found.start else None
    if text[at : at + 3].lower() == "заң" and "туралы" in text[max(done, at - 70) : at]:
        found = law_behind(text, end)
        return found if found and found.start >= done else None
    return None


def _right(text: str, at: int, lang: str, done: int) -> Mention | None:
    """A Russian or English name: it may begin up to six words before."""
    starts = [at]
    here = at
    for _ in range(6):
        here = _word_before(text, here)
        if here < done:
            break
        starts.append(here)
    for start in reversed(starts):
        if first_letters(text, start) in _firsts(lang):
            found = named_ahead(text, start, lang)
            if found and found.end > at and found.kind in ("code", "treaty"):
                return extended(text, found)
    return None


def _word_before(text: str, at: int) -> int:
    at -= 1
    while at > 0 and not text[at].isalnum():
        if text[at] in ".;:!?\n":
            return -1
        at -= 1
    while at > 0 and text[at - 1].isalnum():
        at -= 1
    return at


_FIRSTS: dict[str, frozenset[str]] = {}


def _firsts(lang: str) -> frozenset[str]:
    if lang not in _FIRSTS:
        _FIRSTS[lang] = frozenset(
            one.words[0][:3]
            for one in names()[lang]
            if (
                not one.short
                and one.known
                and any(w.startswith(("кодекс", "code")) for w in one.words)
            )
            or (one.known and one.known[0].treaty)
        )
    return _FIRSTS[lang]


def _kazakh(text: str, end: int, done: int) -> Mention | None:
    words = behind(text, end)
    found = named_behind(text, words) if words else None
    if found is None or found.start < done or found.kind not in ("code", "treaty"):
        return None
    dated = of_year_before(text, found)
    return dated if dated.start >= done else found
