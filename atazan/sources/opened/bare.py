"""The words of HTML without a tree: in linear time whatever the page is made of."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(/?[A-Za-z!?][^<>]*)>?")
_NAME = re.compile(r"/?([A-Za-z0-9]+)")
_BLOCKS = frozenset(
    "p div br h1 h2 h3 h4 h5 h6 li ul ol table tr blockquote section article pre hr td th".split()
)
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "nav", "footer", "form")
)


def words_of(page: str) -> str:
    """The words of a page, a line for each block; scripts, styles and comments left out.

    >>> words_of("<p>Сот <b>шешім</b> шығарды.</p><script>x</script><p>A &amp; B")
    'Сот шешім шығарды.\\nA & B'
    """
    found: list[str] = []
    at, silent, uncommented = 0, "", False
    for tag in _TAG.finditer(page):
        if tag.start() < at:
            continue
        if not silent:
            found.append(page[at : tag.start()])
        at = tag.end()
        if tag[1].startswith("!--") and not uncommented:
            end = page.find("-->", tag.start() + 4)
            uncommented = end < 0  # asked once: a million open comments stay linear
            at = at if uncommented else end + 3
            continue
        name = _NAME.match(tag[1])
        small = name[1].lower() if name else ""
        if silent:
            silent = "" if small == silent and tag[1].startswith("/") else silent
        elif small in _SILENT and tag[1][0] != "/":
            silent = small
        elif small in _BLOCKS:
            found.append("\n")
    if not silent:
        found.append(page[at:])
    lines = (" ".join(line.split()) for line in html.unescape("".join(found)).split("\n"))
    return "\n".join(line for line in lines if line)
