"""The shapes of news and papers: title, header fields, first and last lines set apart."""

from __future__ import annotations

import re

from msgspec import Struct

from atazan.sources.opened.draft import CREDIT, NO_BEGINNING, NO_END, TITLE_TWICE
from atazan.sources.opened.lines import paragraphs
from atazan.sources.opened.outlets import of_first, of_last, of_lead
from atazan.sources.opened.written import day_written, is_day

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_FIELD = re.compile(
    r"(?:\*\*)?(?P<name>published(?: at)?|date|author|original|source|title|url|link"
    r"|опубликовано|дата|автор|источник|оригинал|заголовок|жарияланған(?: күні)?|жарияланды|күні"
    r"|авторы?|дереккөз(?:і)?|түпнұсқа(?:сы)?|тақырыбы?)"
    r"(?:\*\*)?\s*:(?:\*\*)?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_NAMES = {
    "published": "published published at date опубликовано дата жарияланған күні жарияланды",
    "author": "author автор авторы",
    "original": "original source url link источник оригинал дереккөз дереккөзі түпнұсқа түпнұсқасы",
    "title": "title заголовок тақырып тақырыбы",
}
_FIELDS = {word: field for field, words in _NAMES.items() for word in words.split()}
_LINK = re.compile(r"\[([^\]]*)\]\((\S+?)\)")
_HEADER = 12
"""Lines at the top among which header fields may stand."""
_FIRST_DAY = re.compile(
    r"(?:date\s+)?(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d\S*)?[.,:|–—-]?(?:\s+(?P<rest>.*)|$)", re.I
)
_CREDIT = re.compile(
    r"\[?(?:(?:автор\s+)?фото|фотосурет(?:терді)?|сурет(?:тер)?|photos?(?:\s+credit)?|photo\s+by)\s*(?::|©|/|—|–)\s*\S.{0,118}",
    re.I,
)
_REFERS = re.compile(
    r"(?:олар|олардың|оларға|ол|оның|оған|осыған|сондай-ақ|бұдан бөлек|бұған қоса|сонымен қатар"
    r"|они|их|он|она|его|ее|её|среди них|также|кроме того|при этом|в их числе|помимо этого"
    r"|they|he|she|it|his|her|their|among them|also|in addition|moreover|besides)(?![\w-])",
    re.IGNORECASE,
)
"""Words that point back to what stood before."""
_CUT = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read more|читать далее|подробнее|толығырақ|толық оқу)\W*$", re.I
)
_MORE = re.compile(r"\s*(?:read more|читать далее|подробнее|толығырақ|толық оқу)\W*$", re.I)
_FOLD = re.compile(r"[\W_]+")
_ENDS = re.compile(r"[.!?…,;:]$")
_TITLE = 200
"""Characters of a first line that may be a title."""


class Shaped(Struct):
    """A text without its title and what stood around it; what those lines told."""

    text: str = ""
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    noted: tuple[str, ...] = ()

    def note(self, key: str) -> None:
        """Keep a note, once."""
        if key not in self.noted:
            self.noted = (*self.noted, key)


def shaped(text: str, title: str | None = None, plain: bool = True) -> Shaped:
    """Set the title, header fields, day, credit and outlet lines of a source apart from its text.

    `title` is what the format told; `plain`: the format marks no title, the first line may be one.
    """
    told = Shaped(title=title)
    lines = _of_header(paragraphs(text), told)
    lines = _of_title(lines, told)
    lines = _of_first(lines, told)
    if plain and told.title is None and len(lines) > 1 and _may_be_title(lines[0]):
        long = 1 + _goes_on(lines)
        told.title = " ".join(lines[:long])
        lines = _of_first(_of_title(lines[long:], told), told)
    lines = _of_last(lines, told)
    if lines and told.outlet is None:
        told.outlet = of_lead(lines[0])
    _note_ends(lines, told)
    told.text = "\n".join(lines)
    return told


def _of_header(lines: list[str], told: Shaped) -> list[str]:
    """Headings and fields of the first lines; fields count only where they stand together."""
    if lines and lines[0] == "---":
        lines = lines[1:]
    fields = [at for at, line in enumerate(lines[:_HEADER]) if _FIELD.fullmatch(line)]
    known = len(fields) > 1 or any(_HEADING.match(lines[at - 1]) for at in fields if at)
    kept: list[str] = []
    for at, line in enumerate(lines[:_HEADER]):
        heading = _HEADING.match(line)
        field = _FIELD.fullmatch(line) if known else None
        if heading and not kept and told.title is None:
            told.title = heading[1].strip("*") or None
        elif field and at <= fields[-1]:
            _take(field["name"].lower(), field["value"].strip(), told)
        elif line == "---" and fields and at <= fields[-1] + 1:
            continue
        else:
            kept.append(_HEADING.sub(r"\1", line))
    if known and told.title is None and fields[0] == 1 and len(kept) > 1 and _may_be_title(kept[0]):
        told.title = kept.pop(0)
    return kept + [
        _HEADING.sub(r"\1", line) if line[0] == "#" else line for line in lines[_HEADER:]
    ]


def _take(name: str, value: str, told: Shaped) -> None:
    value = value.strip("*\"' ")
    field = _FIELDS.get(name.split()[0], "")
    if not value or not field:
        return
    if field == "published":
        told.published = told.published or day_written(value)
    elif field == "original":
        link = _LINK.search(value)
        told.url = told.url or (link[2] if link else value if "://" in value else None)
        told.outlet = (
            told.outlet or (link[1] if link else None if "://" in value else value) or None
        )
    elif field == "author":
        told.author = told.author or value
    else:
        told.title = told.title or value


def _of_title(lines: list[str], told: Shaped) -> list[str]:
    """Leave out the title where the text repeats it; a line that stands twice at the top is one."""
    if (
        told.title is None
        and len(lines) > 2
        and _same(lines[0], lines[1])
        and len(lines[0]) <= 2 * _TITLE
    ):
        told.title = lines[0]
        told.note(TITLE_TWICE)
    at = 0
    while told.title and at < min(3, len(lines)) and _same(lines[at], told.title):
        at += 1
    return lines[at:]


def _same(one: str, other: str) -> bool:
    if len(one) > 2 * len(other) or len(other) > 2 * len(one):
        return False
    return _FOLD.sub("", one.casefold()) == _FOLD.sub("", other.casefold())


def _of_first(lines: list[str], told: Shaped) -> list[str]:
    """The day, the photo credit and the dateline of the first lines."""
    for _ in range(4):
        if not lines:
            break
        line = lines[0]
        day = _FIRST_DAY.match(line)
        if day or is_day(line):
            told.published = told.published or day_written(line)
            rest = (day["rest"] or "") if day and not is_day(line) else ""
            lines = [rest, *lines[1:]] if rest else lines[1:]
        elif _CREDIT.fullmatch(line):
            told.note(CREDIT)
            lines = lines[1:]
        else:
            break
    if lines:
        first = of_first(lines[0])
        told.outlet = told.outlet or _as_spelt(first.outlet, lines)
        lines = [first.line, *lines[1:]]
    return lines


def _as_spelt(outlet: str | None, lines: list[str]) -> str | None:
    """An outlet in capital letters as the text spells it elsewhere."""
    if outlet is None or not outlet.isupper():
        return outlet
    found = re.search(rf"\b{re.escape(outlet)}\b", "\n".join(lines[1:]), re.IGNORECASE)
    return found[0] if found else outlet


def _goes_on(lines: list[str]) -> bool:
    """Whether a title goes on in a second line: short, in small letters, with text after it."""
    after = lines[1]
    return len(lines) > 2 and after[0].islower() and len(after) <= 100 and not _ENDS.search(after)


def _may_be_title(line: str) -> bool:
    words = line.split()
    begins = line[0].isupper() or line[0].isdigit() or line[0] in '«"“'
    return len(words) > 1 and len(line) <= _TITLE and begins and not _ENDS.search(line)


def _of_last(lines: list[str], told: Shaped) -> list[str]:
    """Photo credits and the outlet of the last lines."""
    for _ in range(3):
        if len(lines) < 2:
            break
        if _CREDIT.fullmatch(lines[-1]):
            told.note(CREDIT)
            lines = lines[:-1]
            continue
        last = of_last(lines[-1])
        told.outlet = told.outlet or last.outlet
        if last.line:
            break
        lines = lines[:-1]
    return lines


def _note_ends(lines: list[str], told: Shaped) -> None:
    if not lines:
        return
    first = lines[0]
    small = first[0].islower() or first.startswith((",", ";", ":", ")", "…", "..."))
    if small or (told.title is None and _REFERS.match(first)):
        told.note(NO_BEGINNING)
    if _CUT.search(lines[-1][-40:]):
        told.note(NO_END)
        lines[-1] = _MORE.sub("", lines[-1]) or lines[-1]
