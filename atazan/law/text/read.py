"""A law read from a file: `read` gives its Document, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from atazan.law.text import markdown
from atazan.law.text.document import Document, Facts, bare, digest
from atazan.law.text.facts import facts_of, language
from atazan.law.text.structure import structured
from atazan.rules.text import Lang


class TextLost(ValueError):
    """What was read is not all the source says: the first place where they part."""

    def __init__(self, source: str, read: str) -> None:
        a, b = bare(source), bare(read)
        place = next(
            (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y),
            min(len(a), len(b)),
        )
        self.place, self.wanted, self.got = place, a[place : place + 60], b[place : place + 60]
        super().__init__(f"text lost at letter {place}: '{self.wanted}' became '{self.got}'")


def read(source: Path | bytes, *, lang: Lang | None = None, facts: Facts | None = None) -> Document:
    """Read a law. Nothing of its text is lost: raises TextLost where something would be."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    words = markdown.words_of(text)
    lang = lang or language(words)
    found = structured(markdown.lines_of(text))
    document = Document(
        lang=lang,
        blocks=found.blocks,
        facts=facts or facts_of([markdown.front_matter(text), *_beside(source)], lang),
        anomalies=found.anomalies,
    )
    if document.digest != digest(words):
        raise TextLost(words, document.printed)
    return document


def _beside(source: Path | bytes) -> list[str]:
    if isinstance(source, bytes):
        return []
    meta = source.with_name("meta.yaml")
    return [meta.read_text("utf-8")] if meta.exists() else []
