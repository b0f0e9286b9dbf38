"""Provisions of laws named in a text, as the law's own recogniser of citations finds them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from atazan.sources.understood.mention import Case, Mention
from atazan.words import Lang, readings

if TYPE_CHECKING:
    from atazan.law.cited import Citation

_MAY_CITE = re.compile(
    r"(?:стат|пункт|част|ст\.|п\.|баб|бап|тармақ|тармағ|article|paragraph|section|art\.)\S*\s{1,3}\d|"
    r"\d[\d-]*[-–]?\S{0,4}[\s-](?:стат|пункт|баб|бап|тармақ|тармағ|бөлі)"
)
"""Only where this is found in the text in small letters is the recogniser asked: it takes a second
to load. Small letters, as a search that minds no case takes four times as long."""
_NOMINATIVE = {
    **dict.fromkeys("статьи статью статье статьей статьёй".split(), "статья"),
    **dict.fromkeys("пункта пункту пунктом пункте".split(), "пункт"),
    **dict.fromkeys("подпункта подпункту подпунктом подпункте".split(), "подпункт"),
    **dict.fromkeys("части часть частью".split(), "часть"),
    **dict.fromkeys("абзаца абзацу абзацем абзаце".split(), "абзац"),
    **dict.fromkeys("норму нормы норме нормой".split(), "норма"),
}
_WHICH = {
    stem + end: stem + "ая"
    for stem in ("перв", "втор", "четверт", "четвёрт", "пят", "шест", "седьм")
    for end in ("ую", "ой")
} | dict.fromkeys(("третью", "третьей"), "третья")
_CASE: dict[str, Case] = {
    "ью": "ins",
    "ей": "ins",
    "ёй": "ins",
    "ом": "ins",
    "у": "acc",
    "е": "loc",
}
_MEASURED = re.compile(r"Конституци\w+ (?=подпункт|пункт|стат|част|норм)")
"""«на соответствие Конституции пункта 2 …»: what it is measured by is no part of it."""
_KAZAKH_END = re.compile(r"(?<=[ыі])(?:ның|нің|на|не|нда|нде|нан|нен|мен|н)$")
_SEVERAL = re.compile(r"\d\S*(?:,| и | және | and )")


def cited(text: str, lang: Lang | None = None, day: date | None = None) -> list[Citation]:
    """The citations of laws in a text; empty where no word of it may begin one."""
    if not _MAY_CITE.search(text.lower()):
        return []
    from atazan.law.cited import citations

    return citations(text, lang, day=day)


def provisions(text: str, found: list[Citation], named: list[Mention], lang: Lang) -> list[Mention]:
    """The provisions cited, each a mention named in the nominative as the text spells it.

    `named` are the laws found by their names: they may be longer than the citation knows.
    """
    works = [one for one in named if one.sort == "work"]
    return [
        _mention(text, *_with_law(one.start, one.end, works), lang)
        for one in found
        if one.targets and any(char.isdigit() for char in text[one.start : one.end])
    ]


def _with_law(start: int, end: int, works: list[Mention]) -> tuple[int, int]:
    for one in works:
        if start <= one.start < end < one.end:
            return start, one.end
        if one.start < start < one.end <= end:
            return one.start, end
    return start, end


def _mention(text: str, start: int, end: int, lang: Lang) -> Mention:
    measured = _MEASURED.match(text[start:end])
    start += measured.end() if measured else 0
    words = text[start:end]
    if lang == "ru":
        first, gap, rest = words.partition(" ")
        plural = bool(_SEVERAL.search(words[:40])) and first.lower().startswith("стат")
        named = first if plural else _NOMINATIVE.get(first.lower(), first)
        case: Case = next((one for tail, one in _CASE.items() if first.endswith(tail)), "gen")
        cases: frozenset[Case] = frozenset(("nom", "acc") if first == named else (case,))
        if first.lower().endswith(("статью", "норму")):
            case, cases = "acc", frozenset(("acc",))
        if case == "acc" and first.endswith("ту"):
            cases = frozenset(("dat",))
        if first.lower() in ("статьи", "части", "пункта", "нормы"):
            cases = frozenset(("gen",))
        which, space, law = rest.partition(" ")
        if first.lower() in ("часть", "части", "частью") and which in _WHICH:
            if which.endswith("ю"):
                cases = frozenset(("acc",))
            rest = _WHICH[which] + space + law  # «часть вторую статьи 44»
        return Mention("work", start, end, named + gap + rest, lang, cases)
    if lang == "kk":
        named = _KAZAKH_END.sub("", words)
        return Mention("work", start, end, named, lang, _kazakh_cases(words.rsplit(" ", 1)[-1]))
    words = re.sub(r" (?:on|of|in) \d{1,2}$", "", words)
    named = re.sub(r"^(?:the|The) ", "", words)
    return Mention("work", start, start + len(words), named, lang)


@lru_cache(maxsize=1_000)
def _kazakh_cases(word: str) -> frozenset[Case]:
    tail = word.rsplit("-", 1)[-1]
    tags = {tag for reading in readings(tail, "kk")[:2] for tag in reading.tags}
    found: set[Case] = {case for case in ("gen", "dat", "acc", "ins", "loc", "abl") if case in tags}
    return frozenset(found or {"nom"})
