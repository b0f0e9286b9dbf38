"""Bytes to letters: UTF-8 is expected, what else is certain is read, all else is refused."""

from __future__ import annotations

import codecs
import re

from atazan.law.text.unread import UnreadText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,20})")
_RUSSIAN = re.compile(r"[А-яЁё]{4,}")


def decoded(data: bytes, file: str) -> tuple[str, str]:
    """The text, and the encoding where it was another one than UTF-8.

    A byte order mark or a declaration in the file makes another encoding certain.
    Raises UnreadText: empty, no text at all, or an encoding that can only be guessed.
    """
    if not data.strip():
        raise UnreadText("empty", file)
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and b"\0" in data:
        raise UnreadText("binary", file)
    declared = _DECLARED.search(data[:2000]) if data.lstrip()[:1] == b"<" else None
    for name in (encoding or "utf-8", declared[1].decode("ascii") if declared else ""):
        try:
            text = data.decode(name) if name else None
        except (UnicodeDecodeError, LookupError):
            continue
        if text is not None:
            if _is_junk(text):
                raise UnreadText("binary", file)
            plain_name = name.lower().removesuffix("-sig")
            return text.replace("\r\n", "\n").replace("\r", "\n"), (
                "" if plain_name in ("utf-8", "utf8") else name
            )
    raise _guessed(data, file)


def _guessed(data: bytes, file: str) -> UnreadText:
    at = _first_bad(data)
    line = data.count(b"\n", 0, at) + 1
    russian = data.decode("cp1251", "replace")
    words = _RUSSIAN.findall(russian[max(0, at - 2000) : at + 20_000])
    if sum(map(len, words)) > 0.3 * len(russian[max(0, at - 2000) : at + 20_000]):
        return UnreadText("windows_1251", file, line=line)
    return UnreadText("binary" if _is_junk(russian) else "encoding", file, line=line, byte=at)


def _first_bad(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return wrong.start
    return 0


def _is_junk(text: str) -> bool:
    """Whether control characters are more than a stray few."""
    sample = text[:20_000]
    control = sum(1 for letter in sample if letter < " " and letter not in "\n\t\r\f\v")
    return control > len(sample) / 200
