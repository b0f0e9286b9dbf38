"""A précis as a Word file in the exact order of the blocks, and the file read back.

Every label is a phrase of the file's language; what is missing or only proposed is said in
brackets after the label. The language stands in the properties of the file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

import docx
from docx.document import Document as Word

from atazan.library.exported.codices.blocks import (
    SUMMARY,
    Block,
    Bulletin,
    Identification,
    Keyword,
    State,
    Thesaurus,
)
from atazan.library.exported.still import still
from atazan.rules.text import Lang
from atazan.rules.words import phrase

LETTERS = "abcdefgh"
ITEMS = Identification.__struct_fields__
_BLOCKS = ("index", "headnotes")
_ROMAN = {"facts": "I", "reasoning": "II", "supplementary": "III"}
_KEYWORD = re.compile(r"^([0-9.]+) \(([0-9.]+)\)$")


def as_docx(one: Bulletin) -> bytes:
    """The précis as a Word file; the same précis gives the same bytes."""
    word = docx.Document()
    _properties(word, one)
    say = _Saying(one.language)
    word.add_heading(say.heading(one.heading), level=1)
    word.add_paragraph(f"{say('citation')}: {one.neutral_citation}")
    word.add_heading(say("identification"), level=2)
    for letter, name in zip(LETTERS, ITEMS, strict=True):
        told = _item(one.identification, name) or say.missing
        word.add_paragraph(f"{letter}) {say(name)}: {told}")
    word.add_heading(say.block("thesaurus", one.thesaurus.state), level=2)
    if one.thesaurus.version:
        word.add_paragraph(say("thesaurus_version", version=one.thesaurus.version))
    for keyword in one.thesaurus.keywords:
        word.add_paragraph(f"{keyword.code} ({keyword.padded})")
    for name in _BLOCKS:
        _block(word, say.block(name, getattr(one, name).state), getattr(one, name), 2)
    word.add_heading(say("summary"), level=2)
    for name in SUMMARY:
        block: Block = getattr(one, name)
        _block(word, f"{_ROMAN[name]}. {say.block(name, block.state)}", block, 3)
    for name in ("cross_references", "languages"):
        told = getattr(one, name)
        word.add_heading(say(name), level=2)
        for line in told or (say.missing,):
            word.add_paragraph(line)
    word.add_heading(say("written"), level=2)
    for line in (one.author, one.written_on):
        word.add_paragraph(line or say.missing)
    kept = io.BytesIO()
    word.save(kept)
    return still(kept.getvalue())


def _item(told: Identification, name: str) -> str | None:
    value = getattr(told, name)
    return "; ".join(value) if isinstance(value, tuple) else value


def _block(word: Word, label: str, block: Block, level: int) -> None:
    word.add_heading(label, level=level)
    for line in block.paragraphs:
        word.add_paragraph(line)


def _properties(word: Word, one: Bulletin) -> None:
    told = word.core_properties
    told.language, told.identifier = one.language, one.neutral_citation
    told.title, told.author, told.comments = one.neutral_citation, "Ata Zañ", ""
    told.created = told.modified = datetime(2000, 1, 1)  # files of one content are one


class NotAPrecis(ValueError):
    """A Word file that is not laid out as these précis are."""


def from_docx(written: bytes) -> Bulletin:
    """The précis of a Word file made by `as_docx`, as it stands there now. Raises NotAPrecis."""
    word = docx.Document(io.BytesIO(written))
    lang = word.core_properties.language
    if lang not in ("kk", "ru", "en"):
        raise NotAPrecis(f"its properties name no language of the platform: {lang!r}")
    try:
        return _read(_parts(word), _Saying(lang))
    except (KeyError, IndexError, ValueError) as wrong:
        raise NotAPrecis(f"a block is not where the Bulletin has it: {wrong}") from wrong


def _parts(word: Word) -> list[tuple[str, list[str]]]:
    """Each heading with the paragraphs below it."""
    found: list[tuple[str, list[str]]] = []
    for paragraph in word.paragraphs:
        if (paragraph.style.name or "").startswith("Heading"):
            found.append((paragraph.text, []))
        elif found:
            found[-1][1].append(paragraph.text)
    return found


def _read(parts: list[tuple[str, list[str]]], say: _Saying) -> Bulletin:
    told = dict(say.parted(label, lines) for label, lines in parts[1:])
    state, lines = told["thesaurus"]
    version = say.version_in(lines[0]) if lines else None
    author, written_on = told["written"][1]
    return Bulletin(
        language=say.lang,
        heading=say.heading_in(parts[0][0]),
        neutral_citation=parts[0][1][0].partition(": ")[2],
        identification=_identification(told["identification"][1], say),
        thesaurus=Thesaurus(state, version, tuple(_keywords(lines))),
        **{name: Block(told[name][0], tuple(told[name][1])) for name in (*_BLOCKS, *SUMMARY)},
        **{
            name: tuple(line for line in told[name][1] if line != say.missing)
            for name in ("cross_references", "languages")
        },
        author=say.held(author),
        written_on=say.held(written_on),
    )


def _keywords(lines: list[str]) -> Iterator[Keyword]:
    for line in lines:
        if found := _KEYWORD.match(line):
            yield Keyword(found[1], found[2])


def _identification(lines: list[str], say: _Saying) -> Identification:
    told: dict[str, Any] = {}
    for letter, name, line in zip(LETTERS, ITEMS, lines, strict=True):
        label = f"{letter}) {say(name)}: "
        if not line.startswith(label):
            raise ValueError(line)
        told[name] = say.held(line.removeprefix(label))
    other = told["other_publications"]
    told["other_publications"] = tuple(other.split("; ")) if other else ()
    return Identification(**told)


class _Saying:
    """The labels of a précis in its language, said and recognised."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.missing = f"[{self('missing')}]"

    def __call__(self, name: str, **facts: Any) -> str:
        return phrase(f"library.codices.{name}", self.lang, facts)

    def heading(self, code: str | None) -> str:
        return f"{code} ({self('proposed')})" if code else self.missing

    def heading_in(self, line: str) -> str | None:
        return None if line == self.missing else line.removesuffix(f" ({self('proposed')})")

    def block(self, name: str, state: State) -> str:
        """A label, with how the block came to be where nobody wrote it."""
        return self(name) if state == State.WRITTEN else f"{self(name)} ({self(state.value)})"

    def parted(self, label: str, lines: list[str]) -> tuple[str, tuple[State, list[str]]]:
        """The name of a block by its label, its state, its lines. Raises KeyError."""
        name, state = _labels(self.lang)[label.split(". ", 1)[-1]]
        return name, (state, lines)

    def held(self, line: str) -> str | None:
        return None if line == self.missing else line

    def version_in(self, line: str) -> str:
        before, _, after = self("thesaurus_version", version="\0").partition("\0")
        return line.removeprefix(before).removesuffix(after)


_NAMED = (
    "identification thesaurus index headnotes summary facts reasoning supplementary"
    " cross_references languages written"
)


@lru_cache(maxsize=3)
def _labels(lang: Lang) -> dict[str, tuple[str, State]]:
    say = _Saying(lang)
    return {say.block(name, state): (name, state) for name in _NAMED.split() for state in State}
