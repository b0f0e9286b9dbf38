"""The fullest name of the same body: of abbreviations explained in brackets, of short names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.named.again_english import head_of
from atazan.sources.understood.named.placed import row_of

_EXPLAINED = re.compile(
    r"[ \u00a0]?\((?:(?:далее|бұдан әрі|әрі қарай|hereinafter|hereafter)(?:\s*[-–—:,]\s*|\s+))?"
    r"(?:the )?[«“\"]?"
    r"([A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]{1,30})[»”\"]?\)"
)


def fuller(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions, each with the fullest name the text has for its body; explained ones added."""
    explained, added = _explained(text, found)
    if explained:
        found = _with_uses(text, found, explained, added)
    by_id = _longest(found)
    rows = _rows(found)
    recent: dict[str, str] = {}
    main: dict[str, str] = {}
    told = []
    for one in found:
        full = ""
        if one.sort == "body":
            full = explained.get(one.name, "") or by_id.get(one.id, "")
            if not full and " " not in one.name:
                full = main.get(one.name, "") or recent.get(_word(one), "")
            elif " " in one.name:
                head = _word(one)
                goes_on = head != "court" and _opens(text, one.start)
                if one.lang != "en" or head not in recent or goes_on:
                    recent[head] = full or one.name
                if one.lang == "ru":  # «Суд» is the one whose name is written so
                    for word in one.name.split()[:3]:
                        main.setdefault(word, full or one.name)
            full = by_id.get(one.id, full) if one.id else full
        elif one.sort == "place":
            full = rows.get(one.name, "")
        told.append(one._replace(full=full) if full and full != one.name else one)
    return told


def _opens(text: str, start: int) -> bool:
    """Whether a name opens its sentence: "the Court" after it is that one."""
    before = text[max(0, start - 6) : start].rstrip(" ").removesuffix("The").rstrip(" ")
    return not before or before[-1] in '.\n!?”"'


def _longest(found: Sequence[Mention]) -> dict[str, str]:
    """The longest name by id."""
    longest: dict[str, str] = {}
    for one in found:
        if one.sort == "body" and one.id and len(one.name) > len(longest.get(one.id, "")):
            longest[one.id] = one.name
    return longest


def _rows(found: Sequence[Mention]) -> dict[str, str]:
    """Of the names the text has for one place, the shortest by each: Казахстан."""
    names: dict[int, str] = {}
    mine: dict[str, int] = {}
    for one in found:
        if one.sort == "place":
            row = row_of(one.lang).get(one.name)
            if row is not None:
                mine[one.name] = row
                if row not in names or _better(one.name, names[row]):
                    names[row] = one.name
    return {name: names[row] for name, row in mine.items()}


def _better(one: str, other: str) -> bool:
    return (one.isupper(), len(one)) < (other.isupper(), len(other))


def _word(one: Mention) -> str:
    """The head of a body's name, in small letters without the possessive ending."""
    words = one.name.lower().split()
    if one.lang == "kk":
        return re.sub(r"(?:сы|сі|ы|і)$", "", words[-1])
    if one.lang == "ru":
        return next(
            (word for word in words if not re.search(r"(?:ый|ий|ая|ое|ой)$", word)), words[0]
        )
    return head_of(one.name)


def _explained(text: str, found: Sequence[Mention]) -> tuple[dict[str, str], list[Mention]]:
    """Names explained in brackets right after a body, and the mentions of them there."""
    names: dict[str, str] = {}
    added = []
    for one in found:
        if one.sort == "body" and text[one.end : one.end + 2].strip().startswith("("):
            told = _EXPLAINED.match(text, one.end)
            if told:
                names[told[1]] = one.name
                added.append(
                    Mention(
                        "body",
                        told.start(1),
                        told.end(1),
                        told[1],
                        one.lang,
                        id=one.id,
                        full=one.name,
                    )
                )
    return names, added


def _with_uses(
    text: str, found: list[Mention], names: dict[str, str], added: list[Mention]
) -> list[Mention]:
    """The mentions with every later use of an explained abbreviation."""
    have = {one.start for one in found}
    more = [one for one in added if one.start not in have]
    short = [name for name in names if name.isupper()]
    if short:
        use = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, short))})(?!\w)")
        ids = {one.name: one for one in added}
        taken = {one.start for one in found} | {one.start for one in more}
        starts = [one.start for one in found]
        for told in use.finditer(text):
            before = bisect_right(starts, told.start())
            near = found[max(0, before - 4) : before]
            inside = any(one.end > told.start() for one in near if one.sort in ("body", "place"))
            if told.start() not in taken and not inside:
                first = ids[told[0]]
                more.append(first._replace(start=told.start(), end=told.end()))
    return sorted([*found, *more], key=lambda one: (one.start, -one.end))
