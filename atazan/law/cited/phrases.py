"""Owners already read, by their very words: the same few acts are named again and again.

A phrase is used again only where nothing after it (in Kazakh, before it) could make its name longer
or another: a country, a year, a part of the code, a number. Phrases of which that cannot be told,
and those a text itself gave a meaning to, are never kept.
"""

from __future__ import annotations

import re

from atazan.law.cited.mention import Mention
from atazan.law.cited.pointing import Pointer

Owner = Mention | Pointer

_MOST = 4096
_KEY = 6
_AHEAD: dict[str, dict[str, Owner]] = {}
_BEHIND: dict[str, dict[str, Owner]] = {}
_END = re.compile(r"[.;:)»]|\Z|,? (?!при|от |и |о |об |of |and |on |adopted |dated )[а-яёa-z]")
_END_OF_CODE = re.compile(r"[.;:)»]|\Z|,? (?!при|от |о |об |of |on |adopted |dated )[а-яёa-z]")
_WHOLE = re.compile(r"(?:[кК]одекс\w{0,3}|Code|\b[А-ЯA-Z]{2,6})\Z")
_NO_WORD = re.compile(r"(?!\w|\s+[0-9])")
_DAY_OR_YEAR = ("ғы", "гі", "ж.")


def kept_ahead(text: str, end: int) -> Owner | None:
    """The owner whose words stand right after a run, if they were read before."""
    listed = _AHEAD.get(text[end : end + _KEY])
    if listed is None:
        return None
    for words, owner in listed.items():
        if text.startswith(words, end):
            after = end + len(words)
            if isinstance(owner, Pointer):
                if _NO_WORD.match(text, after):
                    return _shifted(owner, end)
            elif (_END_OF_CODE if _WHOLE.search(words) else _END).match(text, after):
                return _shifted(owner, end)
    return None


def keep_ahead(text: str, end: int, owner: Owner | None) -> None:
    """Keep the owner that was read after a run ending at `end`."""
    if not _is_certain(owner) or owner is None:
        return
    words = text[end : owner.end]
    if "\n" not in words and len(words) < 90:
        _put(_AHEAD, words[:_KEY], words, _shifted(owner, -end))


def kept_behind(text: str, at: int) -> Owner | None:
    """The Kazakh owner whose words end right at `at`, if they were read before."""
    listed = _BEHIND.get(text[max(0, at - _KEY) : at])
    if listed is None:
        return None
    for words, owner in listed.items():
        start = at - len(words)
        if start >= 0 and text.startswith(words, start) and _begins(text, start):
            return _shifted(owner, at)
    return None


def keep_behind(text: str, at: int, owner: Owner | None) -> None:
    """Keep the Kazakh owner that was read before a run; `at` is where its words end."""
    if (
        not isinstance(owner, Mention)
        or not _is_certain(owner)
        or not owner.start < owner.end == at
    ):
        return
    words = text[owner.start : at]
    if "\n" not in words and len(words) < 90 and words[0].isupper() and _begins(text, owner.start):
        _put(_BEHIND, words[-_KEY:], words, _shifted(owner, -at))


def forget() -> None:
    """Keep nothing of what was read before."""
    _AHEAD.clear()
    _BEHIND.clear()


def _begins(text: str, start: int) -> bool:
    """Whether nothing before can belong to a name: only a mark or a small word stands there."""
    if not start:
        return True
    if text[start - 1] != " ":
        return False
    before = text[max(0, start - 24) : start - 1]
    word = before[before.rfind(" ") + 1 :]
    if word[-1:] in ",;:":
        return True
    return word.isalpha() and word.islower() and not word.endswith(_DAY_OR_YEAR)


def _is_certain(owner: Owner | None) -> bool:
    if isinstance(owner, Mention):
        return owner.kind in ("code", "treaty") and not owner.why and owner.start < owner.end
    return isinstance(owner, Pointer)


def _put(kept: dict[str, dict[str, Owner]], key: str, words: str, owner: Owner) -> None:
    if len(kept) > _MOST:
        kept.clear()
    listed = kept.setdefault(key, {})
    if len(listed) < 64:
        listed[words] = owner


def _shifted(owner: Owner, by: int) -> Owner:
    if isinstance(owner, Pointer):
        return Pointer(owner.start + by, owner.end + by, owner.sense, owner.level, owner.kind)
    return Mention(owner.start + by, owner.end + by, owner.kind, owner.work, owner.acts, owner.why)
