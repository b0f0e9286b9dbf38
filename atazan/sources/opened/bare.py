"""The words of HTML without a tree: in linear time whatever the page is made of."""

from __future__ import annotations

import html
import re

_SILENT = re.compile(
    r"<(!--|(?:script|style|noscript|template|svg|head|nav|footer|form)(?=[\s/>]))", re.IGNORECASE
)
_BLOCK = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|table|tr|td|th|blockquote|section|article|pre|hr)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<!--|</?[A-Za-z!?][^<>]*>")


def words_of(page: str) -> str:
    """The words of a page, a line for each block; scripts, styles and comments left out.

    >>> words_of("<p>Сот <b>шешім</b> шығарды.</p><script>x</script><p>A &amp; B")
    'Сот шешім шығарды.\\nA & B'
    """
    text = html.unescape(_TAG.sub("", _BLOCK.sub("\n", _spoken(page))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _spoken(page: str) -> str:
    """The page without its silent elements; one that is never closed is no more than its tag."""
    kept: list[str] = []
    at = 0
    unclosed: set[str] = set()
    for one in _SILENT.finditer(page):
        name = one[1].lower()
        if one.start() < at or name in unclosed:
            continue
        end = "-->" if name == "!--" else rf"</{name}\s*>"
        closed = re.compile(end, re.IGNORECASE).search(page, one.end())
        if closed is None:  # asked once for each name: a million open comments stay linear
            unclosed.add(name)
            continue
        kept.append(page[at : one.start()])
        at = closed.end()
    return "".join(kept) + page[at:]
