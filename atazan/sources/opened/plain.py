"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atazan.sources.opened.draft import Draft
from atazan.sources.opened.letters import decoded

_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*\S|\[[^\]]+\]\(\S+\))", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\(([^()\s]{1,2000})\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000})(?<=\S)\1")


def read(data: bytes, place: str) -> Iterator[Draft]:
    """The one document of a text file. Raises Unopened: empty or binary."""
    text, noted = decoded(data, place)
    markdown = place.lower().endswith((".md", ".markdown")) or bool(_MARKDOWN.search(text[:2000]))
    yield Draft(
        data=data,
        place=place,
        text=text,
        format="markdown" if markdown else "text",
        noted=noted,
    )


def unmarked(text: str) -> str:
    """Markdown as a reader sees it: links by their words, nothing bold.

    >>> unmarked("**Сот** [шешімін](https://example.kz) шығарды")
    'Сот шешімін шығарды'
    """
    return _STRONG.sub(r"\2", _LINK.sub(r"\1", text))
