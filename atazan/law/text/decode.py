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
_WRITTEN = re.compile(r"[\x20-\x7e\n\r\t\u0400-\u052f«»“”„–—…№\u00a0]")
_RUSSIAN = re.compile(r"[А-яЁё]{4,}")


def decoded(data: bytes, file: str) -> tuple[str, str]:
    """The text, and the encoding where it was another one than UTF-8.

    A byte order mark or a declaration in the file makes another encoding certain; so do the zero
    bytes of UTF-16 where nearly all it then says are letters of one kind.
    Raises UnreadText: empty, no text at all, or an encoding that can only be guessed.
    """
    if not data.strip():
        raise UnreadText("empty", file)
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and b"\0" in data:
        encoding = _unmarked(data)
        if not encoding:
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


def _unmarked(data: bytes) -> str:
    """UTF-16 without a mark, by what it says; empty where it is none."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            sample = data.decode(name)[:20_000]
        except UnicodeDecodeError:
            continue
        if len(_WRITTEN.findall(sample)) > 0.95 * len(sample) and not _is_junk(sample):
            return name
    return ""


def _guessed(data: bytes, file: str) -> UnreadText:
    """KOI8-R read as windows-1251 turns small letters into capital ones: a text is mostly small."""
    at = _first_bad(data)
    line = data.count(b"\n", 0, at) + 1
    near = data[max(0, at - 2000) : at + 20_000]
    russian, other = (near.decode(name, "replace") for name in ("cp1251", "koi8-r"))
    if sum(map(len, _RUSSIAN.findall(russian))) > 0.3 * len(russian):
        if _small(russian) > 0.7:
            return UnreadText("windows_1251", file, line=line)
        if _small(other) > 0.7:
            return UnreadText("koi8_r", file, line=line)
    return UnreadText("binary" if _is_junk(russian) else "encoding", file, line=line, byte=at)


def _small(text: str) -> float:
    """The share of small letters among those of Russian."""
    letters = re.findall(r"[А-яЁё]", text)
    small: int = sum(1 for one in letters if one.islower())
    return small / max(1, len(letters))


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
