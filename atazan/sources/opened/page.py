"""HTML: the main text of a page and what the page says of itself. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from atazan.sources.opened import bare
from atazan.sources.opened.draft import BARE_PAGE, Draft
from atazan.sources.opened.letters import decoded
from atazan.sources.opened.page_told import PageTold, page_told
from atazan.sources.opened.unopened import Unopened

_MOST = 8_000
"""Tags of a page that is searched for its main text; a larger one is taken whole."""
_LARGEST = 4_000_000
"""Characters of such a page."""
_CUT = re.compile(r"depth|huge|too long|memory|limit", re.IGNORECASE)
_FURNITURE = "|".join(
    f"//{name}"
    for name in "script style nav footer aside form noscript template svg button head".split()
)
_ROOTS = ("//*[@itemprop='articleBody']", "//article", "//main", "//body")
_BLOCKS = frozenset(
    "p div br h1 h2 h3 h4 h5 h6 li blockquote section article pre tr figcaption".split()
)


def read(data: bytes, place: str) -> Iterator[Draft]:
    """The one document of a page. Raises Unopened: empty, binary, no words."""
    page, noted = decoded(data, place)
    text, told, whole = _opened(page)
    if not text.strip():
        raise Unopened("empty", place)
    yield Draft(
        data=data,
        place=place,
        text=text,
        format="html",
        title=told.title,
        outlet=told.outlet,
        author=told.author,
        published=told.published,
        url=told.url,
        noted=(*noted, BARE_PAGE) if whole else noted,
    )


def words_of(fragment: str) -> str:
    """The words of a piece of HTML, a line for each block, as in feeds and letters."""
    return bare.words_of(fragment) if "<" in fragment or "&" in fragment else fragment


def _opened(page: str) -> tuple[str, PageTold, bool]:
    """The text, what the page tells of itself, and whether all of it was taken."""
    if page.count("<") > 2 * _MOST or len(page) > _LARGEST:
        return bare.words_of(page), PageTold(), True
    tree = _tree(page)
    if tree is None:
        return bare.words_of(page), PageTold(), True
    told = page_told(tree)
    return _main(tree) or bare.words_of(page), told, False


def _tree(page: str) -> Any:
    """The page parsed; None where the parser stopped before its end or found nothing.

    Entities of the page's own are not expanded, nothing outside it is asked for.
    """
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(_undeclared(page), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return None if any(_CUT.search(one.message) for one in parser.error_log) else tree


def _undeclared(page: str) -> str:
    """Without an XML declaration: lxml reads no declared encoding in a string."""
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", page)


def _main(tree: Any) -> str:
    """The main text; of a page too short to be searched for it, its body without the furniture."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree, fast=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except Exception:  # it raises what its steps raise; the page itself is sound
        found = None
    text = str(getattr(found, "text", None) or "")
    return text if len(text) >= 200 else max(text, _body(tree), key=len)


def _body(tree: Any) -> str:
    for one in tree.xpath(_FURNITURE):
        one.drop_tree()
    for path in _ROOTS:
        for root in tree.xpath(path)[:1]:
            for block in root.iter():
                if block.tag in _BLOCKS:
                    block.tail = "\n" + (block.tail or "")
                    block.text = "\n" + (block.text or "")
            return "\n".join(line for line in root.text_content().split("\n") if line.strip())
    return ""
