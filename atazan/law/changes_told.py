"""What a text about to be recorded changes, a line each: where, and the words before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atazan.law.compared.changes import Change
from atazan.rules.citation import cite
from atazan.rules.text import Lang
from atazan.rules.words import phrase

_MOST = 20
_LONGEST = 90


def told(changes: Sequence[Change], lang: Lang) -> Iterator[str]:
    """Each change in words, up to twenty of a kind; then how many more."""
    for n, one in enumerate(changes):
        if n == _MOST:
            yield phrase("law.import.more", lang, {"n": len(changes) - _MOST})
            return
        before, after = _place(one.before, lang), _place(one.after, lang)
        was, becomes = _near(one.was, one.becomes)
        facts = {"place": after or before, "before": before, "was": was, "becomes": becomes}
        yield phrase(f"law.import.change.{one.kind}", lang, facts)


def _place(eid: str | None, lang: Lang) -> str:
    try:
        return cite(eid, lang) if eid else ""
    except ValueError:
        return eid or ""


def _near(was: str, becomes: str) -> tuple[str, str]:
    """Both wordings shortened, from a few words before the first that differs."""
    old, new = was.split(), becomes.split()
    same = 0
    if old and new:
        pairs = enumerate(zip(old, new, strict=False))
        same = next((n for n, (x, y) in pairs if x != y), min(len(old), len(new)))
    return _short(old, max(0, same - 3)), _short(new, max(0, same - 3))


def _short(words: list[str], first: int) -> str:
    text = " ".join(words[first:])
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"… {text}" if first else text
