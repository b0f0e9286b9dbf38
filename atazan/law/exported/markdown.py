"""A text as Markdown in the layout of the public compilation: an anchor before each article.

Headings of sections are `##`, of chapters `###`, of articles bold after `<a id="st45"></a>`; notes
of the compilers are quoted in italics; each printed line is a paragraph of its own, indented as
printed. `atazan.law.text.read` reads it back to the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from atazan.law.exported.akn_names import LANGUAGES
from atazan.law.exported.edition import Edition
from atazan.law.text.document import Block, Document, Facts, outer

_HASHES = {"book": "##", "section": "##", "subsection": "##"}
_SPECIAL = re.compile(r"[\\*<&]|^[#>|]")
_ARTICLE = re.compile(r"art_([0-9]+(?:-[0-9]+)*)")


def markdown(edition: Edition) -> str:
    """The edition as a Markdown file with front matter."""
    return f"{_front_matter(edition)}\n{words(edition.document)}"


def words(document: Document) -> str:
    """The text alone."""
    return "\n".join(_paragraphs(document))


def _paragraphs(document: Document) -> Iterator[str]:
    article = ""
    for block in document.blocks:
        piece = outer(block.eid)
        number = _ARTICLE.match(piece)
        if number and piece != article:
            yield f'<a id="st{number[1]}"></a>\n'
            article = piece
        yield f"{' ' * block.indent}{_line(block)}\n"


def _line(block: Block) -> str:
    printed = _escaped(block.printed)
    if block.kind == "title":
        return f"# {printed}"
    if block.kind == "note":
        return f"*{printed}*" if block.number else f"> *{printed}*"
    if block.kind != "heading":
        return printed
    if block.eid.startswith("art_"):
        return f"**{printed}**"
    level = block.eid.rsplit("__", 1)[-1].split("_", 1)[0]
    return f"{_HASHES.get(level, '###')} {printed}"


def _escaped(text: str) -> str:
    """The words with what Markdown or HTML would take for markup written as itself."""
    return _SPECIAL.sub(lambda found: _WRITTEN.get(found[0], f"\\{found[0]}"), text)


_WRITTEN = {"<": "&lt;", "&": "&amp;"}


def _front_matter(edition: Edition) -> str:
    """What the file is, with the names the compilation uses."""
    facts: Facts = edition.document.facts
    by = next((one for one in edition.changes if one.since == edition.since and one.by), None)
    told = {
        "work": edition.work,
        "uri": edition.uri,
        "language": LANGUAGES[edition.document.lang],
        "title": facts.title or edition.title,
        "requisite": f"№ {edition.number}" if edition.number else None,
        "form": facts.kind,
        "approved_on": edition.adopted,
        "version_date": edition.since,
        "caused_by": {"uri": by.by, "requisite": by.by_name} if by else None,
        "source": facts.source,
        "digest": edition.document.digest,
    }
    said = {key: value for key, value in told.items() if value is not None}
    body = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{body}---\n"
