"""What in a text is no provision of its own: a list of contents, a quotation, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atazan.law.text.lines import Label, Line

_LONGEST_QUOTE = 400
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,2}\s?[^\W\d_][\w-]+\.?\Z")
_SIGNS = re.compile(
    r"(?:Президент|Председатель|Премьер-Министр|Төраға|The President|Астан|Алматы)\b.*[^.;:,]\Z"
    r"|Қазақстан\s+Республикасы(?:ның)?\s*(?:Президенті|Премьер-Министрі)?\Z"
    r"|Республики Казахстан(?:\s+(?:[^\W\d_]\.\s?){1,2}\s?[^\W\d_][\w-]+)?\Z|[_*\s—–-]{3,}\Z"
    r"|[0-9]{4} жылғы [0-9]{1,2} \w+\.?(?:\s*№.*)?\Z|[0-9]{1,2} \w+ [0-9]{4} года\.?(?:\s*№.*)?\Z"
    r"|№\s*[0-9]+-[IVXІХ]+(?:\s+(?:ЗРК|ҚРЗ))?\Z"
)
_CONTENTS = re.compile(r"(?:оглавление|содержание|мазмұны|contents)\s*:?\Z", re.IGNORECASE)


def contents(lines: Sequence[Line], labels: Sequence[Label | None]) -> range:
    """The lines of a list of contents before the text: up to its first heading come again."""
    for place, line in enumerate(lines[:200]):
        if _CONTENTS.match(line.text):
            seen: set[tuple[str, str]] = set()
            for after in range(place + 1, len(lines)):
                label = labels[after]
                if label is None or label.level in ("para", "subpara"):
                    continue
                if (label.level, label.number) in seen and label.number == "1":
                    return range(place, after)
                seen.add((label.level, label.number))
            return range(0)
    return range(0)


def quoted(lines: Sequence[Line]) -> set[int]:
    """The lines of quotations of several lines."""
    found: set[int] = set()
    for place in range(len(lines)):
        if place not in found:
            found.update(range(place, _quoted_until(lines, place)))
    return found


def _quoted_until(lines: Sequence[Line], place: int) -> int:
    """The line after a quotation of several lines that begins at `place`; 0 where none does.

    In an act that amends another the quoted article is no article of its own.
    """
    if not lines[place].text.startswith("«"):
        return 0
    depth = 0
    for after in range(place, min(place + _LONGEST_QUOTE, len(lines))):
        text = lines[after].text
        depth += text.count("«") - text.count("»")
        if depth <= 0:
            return after + 1 if after > place else 0
    return 0


def signatures(lines: Sequence[Line], labels: Sequence[Label | None], notes: Sequence[bool]) -> int:
    """The first line of the signatures at the end; the number of lines where there are none."""
    end = len(lines)
    while end and labels[end - 1] is None and not notes[end - 1] and _signs(lines[end - 1].text):
        end -= 1
    return end if any(labels[:end]) else len(lines)


def _signs(text: str) -> bool:
    return len(text) < 90 and bool(_SIGNS.match(text) or _INITIALS.match(text))
