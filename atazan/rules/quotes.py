"""Whether the words a rule rests on stand in the text of the law, as it read while the rule held.

The texts are not part of the project: they are read from a folder of laws (Markdown, an anchor an
article). Which folder holds which day's text of a work: jurisdictions/*/editions.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from atazan.rules.book import JURISDICTIONS, FileRefused, Rule, RuleBook, Source, read_yaml
from atazan.rules.citation import levels
from atazan.rules.day import Term

_FILES = {"ru": "rus.md", "kk": "kaz.md"}
# Latin letters the compilation sets for Cyrillic ones; read as what they look like, on both sides.
_ALIKE = str.maketrans("iəIƏcCaAeEoOpPxX", "іәІӘсСаАеЕоОрРхХ")
_SAME = str.maketrans({"\u00a0": " ", "\u2011": "-", "–": "-", "—": "-", "«": '"', "»": '"'})


class _Written(Struct, forbid_unknown_fields=True):
    since: date = msgspec.field(name="from")
    folder: str
    until: date | None = None


class Edition(Struct, frozen=True):
    """The text of a work on the days of `term`; `folder` is relative to the folder of laws."""

    work: str
    term: Term
    folder: str


@lru_cache(maxsize=1)
def editions() -> dict[str, tuple[Edition, ...]]:
    """The known editions of each work, oldest first. Raises FileRefused."""
    found: dict[str, tuple[Edition, ...]] = {}
    for path in sorted(JURISDICTIONS.glob("*/editions.yaml")):
        for work, written in read_yaml(path).items():
            try:
                read = msgspec.convert(written, list[_Written])
                later = [edition.since for edition in read[1:]] + [None]
                found[work] = tuple(
                    Edition(work, Term(one.since, one.until or after), one.folder)
                    for one, after in zip(read, later, strict=True)
                )
            except (msgspec.ValidationError, ValueError) as wrong:
                raise FileRefused(path, work, str(wrong)) from wrong
    return found


def text_file(laws: Path, edition: Edition, lang: str) -> Path:
    """Where the text of an edition in one language (ru, kk) stands in a folder of laws."""
    return laws / edition.folder / _FILES[lang]


def check_quotes(book: RuleBook, laws: Path) -> list[str]:
    """Every quote of the book that does not stand where its rule says, one line each.

    A quote is looked up in every edition that was in force on some day of the rule's term: a rule
    that holds through an amendment must rest on words the amendment left alone.
    """
    return [
        f"{rule.topic}.yaml: {rule.id} from {rule.term.since}: {wrong}"
        for versions in book.rules.values()
        for rule in versions
        for source in (rule.source, *rule.also)
        for wrong in _wrong(rule, source, laws)
    ]


def _wrong(rule: Rule, source: Source, laws: Path) -> Iterator[str]:
    for lang, quote in (("ru", source.quote), ("kk", source.quote_kk)):
        if quote is None:
            continue
        met = [one for one in editions().get(source.work, ()) if one.term.meets(rule.term)]
        if not met:
            yield f"no text of {source.work} from these days is at hand to find '{quote}' in"
        for edition in met:
            text = provision_text(text_file(laws, edition, lang), source.provision_eid)
            where = f"{source.work} {source.provision_eid} ({lang}, text of {edition.term.since})"
            if text is None:
                yield f"{where} was not found"
            elif _plain(quote) not in _plain(text):
                yield f"'{quote}' does not stand in {where}"


def provision_text(file: Path, eid: str) -> str | None:
    """The text of a provision in one language, None where the file has no such provision.

    Articles, paragraphs and subparagraphs are told apart; a part of them is given whole.
    """
    steps = levels(eid)
    numbers = dict(steps)
    text = _articles(file).get(numbers.get("art", ""))
    for kind, mark in (("para", r"\."), ("subpara", r"\)")):
        if text is not None and kind in numbers:
            text = _block(text, numbers[kind], mark)
    return text


@lru_cache(maxsize=16)
def _articles(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    pieces = re.split(r'<a id="st([0-9-]+)"></a>', file.read_text("utf-8"))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def _block(text: str, number: str, mark: str) -> str | None:
    """The lines from the one numbered `number` to the next numbered at the same level.

    The compilation may print a paragraph twice, in its old and new wording: then both.
    """
    found, inside = [], False
    for line in text.splitlines():
        begins = re.match(rf"\s*\*?([0-9-]+){mark}\s", line)
        inside = begins[1] == number if begins else inside
        if inside:
            found.append(line)
    return "\n".join(found) if found else None


def _plain(text: str) -> str:
    return " ".join(text.translate(_SAME).translate(_ALIKE).split())
