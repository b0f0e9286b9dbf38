"""A law read from a file of any known kind, whole or not at all.

`read` gives the text; `reading` also what its notes say was done, and where each line stood.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from atazan.law.text import akn, docx, html, markdown, plain
from atazan.law.text.decode import decoded
from atazan.law.text.document import OUTSIDE, Anomaly, Block, Document, Facts, bare
from atazan.law.text.facts import facts_in, facts_of, language
from atazan.law.text.lines import Line
from atazan.law.text.notes import Noted, noted
from atazan.law.text.structure import structured
from atazan.law.text.unread import TextLost, UnreadText
from atazan.rules.text import Lang

Format = Literal["markdown", "akn", "html", "docx", "plain"]
LARGEST = 64 * 2**20
"""The largest source read, in bytes."""
_SUFFIXES: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".xml": "akn",
    ".akn": "akn",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".txt": "plain",
}
_MARKDOWN = re.compile(r"\A---\n|<a id=\"st|^#{1,6} |^\*\*(?:Статья|[0-9-]+-бап)|^> ", re.MULTILINE)


class Reading(Struct, frozen=True):
    """A text, the source line of each of its blocks, and what its notes say was done."""

    document: Document
    at: tuple[int, ...]
    noted: tuple[Noted, ...]
    format: Format


class _Parts(NamedTuple):
    """What a format gives: all its words, its blocks and where they stood, and what it tells."""

    words: str
    blocks: tuple[Block, ...]
    at: tuple[int, ...]
    anomalies: tuple[Anomaly, ...] = ()
    metas: tuple[str, ...] = ()
    facts: Facts = Facts()
    lang: Lang | None = None


def read(
    source: Path | str | bytes,
    *,
    lang: Lang | None = None,
    format: Format | None = None,
    facts: Facts | None = None,
) -> Document:
    """The text of a law in a file, or in the bytes of one. See `reading`."""
    return reading(source, lang=lang, format=format, facts=facts).document


def reading(
    source: Path | str | bytes,
    *,
    lang: Lang | None = None,
    format: Format | None = None,
    facts: Facts | None = None,
) -> Reading:
    """Read a law; language and format are told from the source where they are not given.

    `facts` come before those the source tells. Nothing of the text is lost: the words of the source
    and those read are compared by digest. Raises UnreadText: no file, empty, binary, an encoding
    that is not certain, broken, too large, with a document type, or (TextLost) words left over.
    """
    file, data = _bytes(source)
    format = format or _format(file, data)
    parts = _READERS[format](data, file)
    got = "\n".join(block.printed for block in parts.blocks)
    if bare(got) != bare(parts.words):
        raise TextLost(file, bare(parts.words), bare(got))
    if not parts.blocks:
        raise UnreadText("empty", file)
    lang = lang or parts.lang or language(parts.words)
    effects, odd = noted(parts.blocks, parts.at)
    if all(block.eid in OUTSIDE for block in parts.blocks):
        odd = (*odd, Anomaly("no_provision", 1, parts.blocks[0].printed[:160]))
    told = facts_of([*parts.metas, *_beside(file)], lang)
    document = Document(
        lang=lang,
        blocks=parts.blocks,
        facts=_first(facts, parts.facts, told, facts_in(parts.blocks)),
        anomalies=tuple(sorted((*parts.anomalies, *odd), key=lambda one: one.line)),
    )
    return Reading(document, parts.at, effects, format)


def _bytes(source: Path | str | bytes) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        data, file = source, ""
    else:
        file = str(source)
        try:
            if Path(source).stat().st_size > LARGEST:
                raise UnreadText("too_large", file, limit=LARGEST // 2**20)
            data = Path(source).read_bytes()
        except OSError as wrong:
            raise UnreadText("no_file", file) from wrong
    if len(data) > LARGEST:
        raise UnreadText("too_large", file, limit=LARGEST // 2**20)
    if not data.strip():
        raise UnreadText("empty", file)
    return file, data


def _format(file: str, data: bytes) -> Format:
    known = _SUFFIXES.get(Path(file).suffix.lower()) if file else None
    if known and (known != "plain" or not _MARKDOWN.search(_peek(data))):
        return known
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    peek = _peek(data).lstrip().lower()
    if peek.startswith("<") and "akomantoso" in peek:
        return "akn"
    if re.match(r"<(?:!doctype html|html|head|body|div|p|h[1-6]|article)\b", peek):
        return "html"
    if peek.startswith("<?xml"):
        return "html" if "<html" in peek else "akn"
    return "markdown" if _MARKDOWN.search(_peek(data)) else "plain"


def _peek(data: bytes) -> str:
    return data[:8000].decode("utf-8", "ignore").replace("\0", "").lstrip("\ufeff")


def _first(*told: Facts | None) -> Facts:
    """Each fact from the first source that tells it."""
    found = Facts()
    for one in told:
        for field in Facts.__struct_fields__:
            if one is not None and getattr(found, field) is None:
                found = replace(found, **{field: getattr(one, field)})
    return found


def _beside(file: str) -> list[str]:
    """`meta.yaml` in the same folder."""
    meta = Path(file).with_name("meta.yaml") if file else None
    try:
        return [meta.read_text("utf-8")] if meta is not None and meta.is_file() else []
    except (OSError, ValueError):
        return []


def _of_lines(
    words: str, lines: list[Line], anomalies: tuple[Anomaly, ...] = (), **told: object
) -> _Parts:
    found = structured(lines)
    return _Parts(words, found.blocks, found.at, (*anomalies, *found.anomalies), **told)  # type: ignore[arg-type]


def _markdown(data: bytes, file: str) -> _Parts:
    text, odd = _decoded(data, file)
    metas = (markdown.front_matter(text),)
    return _of_lines(markdown.words_of(text), markdown.lines_of(text), odd, metas=metas)


def _plain(data: bytes, file: str) -> _Parts:
    text, odd = _decoded(data, file)
    return _of_lines(plain.words_of(text), plain.lines_of(text), odd)


def _html(data: bytes, file: str) -> _Parts:
    text, odd = _decoded(data, file)
    root = html.root_of(text, file)
    facts = Facts(title=html.title_of(root))
    return _of_lines(html.words_of(root), html.lines_of(root), odd, facts=facts)


def _docx(data: bytes, file: str) -> _Parts:
    body = docx.body_of(data, file)
    odd = tuple(docx.left_aside(data, body))
    return _of_lines(docx.words_of(data, file), docx.lines_of(body), odd)


def _akn(data: bytes, file: str) -> _Parts:
    act = akn.root_of(data, file)
    facts, lang = akn.facts_of(act)
    blocks, at = akn.blocks_of(act)
    return _Parts(akn.words_of(act), blocks, at, facts=facts, lang=lang)


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Anomaly, ...]]:
    text, encoding = decoded(data, file)
    odd = [Anomaly("encoding", 1, encoding)] if encoding else []
    bad = text.find("\ufffd")
    if bad >= 0:
        line = text.count("\n", 0, bad) + 1
        odd.append(Anomaly("lost_letter", line, text[max(0, bad - 40) : bad + 40].strip()))
    return text, tuple(odd)


_READERS = {"markdown": _markdown, "plain": _plain, "html": _html, "docx": _docx, "akn": _akn}
