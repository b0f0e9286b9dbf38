"""Markdown with an anchor before each article, as the public compilation writes it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from atazan.law.text.emphasis import without_emphasis
from atazan.law.text.lines import Line, Mark

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_ANCHOR = re.compile(r"<a[ \t]+(?:id|name)[ \t]*=[ \t]*\"([^\"\n]*)\"[ \t]*/?>(?:[ \t]*</a>)?")
_ARTICLE = re.compile(r"st([0-9]+(?:-[0-9]+)*)\Z")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_OPENS = re.compile(
    r"(?P<blank>[ \t]*)(?P<quote>(?:>[ \t]?)*)[ \t]*(?P<hash>#{1,6}(?=[ \t]))?[ \t]*"
)
_WHOLE = re.compile(r"\*\*(?:(?!\*\*).)+\*\*\Z")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def front_matter(text: str) -> str:
    """The YAML before the text; empty where there is none."""
    found = _FRONT_MATTER.match(text)
    return found[0].strip().strip("-") if found else ""


def words_of(text: str) -> str:
    """All the text of a file, front matter, anchors and marks of Markdown aside."""
    text = _ANCHOR.sub("", _BREAK.sub("\n", _FRONT_MATTER.sub("", text, count=1)))
    text = re.sub(r"(?m)^[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}(?=[ \t]))?", "", text)
    text = re.sub(r"(?m)\\$", "", text)
    return "\n".join(_bare(line) for line in text.split("\n"))


def lines_of(text: str) -> list[Line]:
    """The lines of a file; soft-wrapped ones are put together, hard breaks kept."""
    return list(_joined(_lines(text)))


def _lines(text: str) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether the next one may carry it on."""
    anchor = ""
    head = _FRONT_MATTER.match(text)
    skipped = head[0].count("\n") if head else 0
    for at, whole in enumerate(text[head.end() if head else 0 :].split("\n"), skipped + 1):
        for raw in _BREAK.split(whole):
            for name in _ANCHOR.findall(raw):
                article = _ARTICLE.match(name)
                anchor = article[1] if article else anchor
            raw = _ANCHOR.sub("", raw)
            line = _line(raw, at, anchor)
            if line.text:
                yield line, not raw.endswith(("  ", "\\")) and not line.mark
                anchor = ""
            elif not raw.strip():
                yield line, False


def _line(raw: str, at: int, anchor: str) -> Line:
    opens = _OPENS.match(raw)
    assert opens is not None
    inner = raw[opens.end() :].rstrip()
    inner = inner[:-1] if inner.endswith("\\") else inner
    mark: Mark = ""
    if opens["hash"]:
        mark = "title" if len(opens["hash"]) == 1 else "heading"
    elif _WHOLE.match(inner):
        mark = "bold"
    elif inner.startswith("|"):
        mark = "table"
    return Line(_bare(inner).strip(), at, len(opens["blank"].expandtabs(4)), mark, anchor)


def _bare(text: str) -> str:
    """A line without emphasis and escapes."""
    text = without_emphasis(text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return html.unescape(text) if "&" in text else text


def _joined(lines: Iterator[tuple[Line, bool]]) -> Iterator[Line]:
    held: Line | None = None
    for line, goes_on in lines:
        if held is not None:
            if line.text and not line.mark and not line.anchor and line.text[0].islower():
                joined = f"{held.text} {line.text}"
                held = Line(joined, held.at, held.indent, held.mark, held.anchor)
                if not goes_on:
                    yield held
                    held = None
                continue
            yield held
            held = None
        if line.text and goes_on:
            held = line
        elif line.text:
            yield line
    if held is not None:
        yield held
