"""The press: a paper and a language in, the bytes of a PDF/A-2a (and PDF/UA-1) out."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC
from functools import lru_cache
from pathlib import Path
from threading import Lock

import msgspec
import typst

from atazan.papers.content import Content, content
from atazan.papers.kinds import Paper
from atazan.papers.report import Bars
from atazan.papers.saying import Saying, grouped, printable, saying
from atazan.rules.text import Lang
from atazan.rules.words import all_words

HERE = Path(__file__).resolve().parent
STANDARDS = ["a-2a", "ua-1"]
_one_at_a_time = Lock()  # a compiler holds its caches between calls and serves one call at once


class NotInLanguage(ValueError):
    """The paper is not made in this language: papers of proceedings are in Kazakh and Russian."""

    def __init__(self, paper: Paper, lang: str) -> None:
        made = ", ".join(paper.languages)
        super().__init__(f"a {paper.kind} is made in {made}, not in '{lang}'")


def render(paper: Paper, lang: Lang) -> bytes:
    """The paper as PDF/A-2a, PDF/UA-1.

    The same paper gives the same bytes: the act's moment stamps it, no typeface of the machine
    enters it. Raises NotInLanguage.
    """
    if lang not in paper.languages:
        raise NotInLanguage(paper, lang)
    data = json.dumps(_data(paper, lang), ensure_ascii=False, sort_keys=True)
    with _one_at_a_time:
        return _compiler(paper.kind).compile(
            format="pdf",
            sys_inputs={"paper": data},
            pdf_standards=STANDARDS,
            timestamp=paper.at.astimezone(UTC).replace(microsecond=0),
        )


def picture(bars: Bars, scale: int = 200) -> bytes:
    """Bars as a PNG, `scale` pixels an inch: for files that hold no drawing of their own."""
    told = {**msgspec.to_builtins(bars), "longest": bars.longest}
    with _one_at_a_time:
        return _compiler("chart").compile(
            format="png",
            ppi=scale,
            sys_inputs={"bars": json.dumps(told, ensure_ascii=False, sort_keys=True)},
        )


def digest(paper: Paper, lang: Lang) -> str:
    """SHA-256 of all that stands on the paper above its foot, as 64 hex digits."""
    return _digest(content(paper, saying(lang, paper.at)))


def _digest(stands: Content) -> str:
    written = json.dumps(stands, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _data(paper: Paper, lang: Lang) -> Content:
    say = saying(lang, paper.at)
    stands = content(paper, say)
    return {
        "lang": lang,
        "words": {key: say.worded(said) for key, said in _labels(lang).items()},
        "paper": stands,
        "entry": _entry(paper, say),
        "digest": grouped(_digest(stands)),
        "address": printable(paper.address),
    }


def _entry(paper: Paper, say: Saying) -> Content | None:
    if paper.entry is None:
        return None
    number = say.words("no", number=paper.entry.number)
    return {"number": number, "hash": grouped(paper.entry.hash)}


@lru_cache(maxsize=3)
def _labels(lang: Lang) -> dict[str, str]:
    """The phrases of the papers without values, as templates name them."""
    return {
        key.removeprefix("paper."): said[lang]
        for key, said in all_words().items()
        if key.startswith("paper.") and isinstance(said[lang], str) and "{" not in said[lang]
    }


@lru_cache(maxsize=8)
def _compiler(kind: str) -> typst.Compiler:
    return typst.Compiler(
        input=HERE / "templates" / f"{kind}.typ",
        root=HERE / "templates",
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
    )
