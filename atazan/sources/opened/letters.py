"""Bytes to letters: marked, declared or told by what they spell; spoilt letters mended."""

from __future__ import annotations

import codecs
import re

from atazan.sources.opened.draft import LETTERS_LOST, REPAIRED
from atazan.sources.opened.unopened import Unopened

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,20})")
_SINGLE = ("cp1251", "kz1048", "koi8-r", "cp866")
"""Encodings of one byte a letter that Kazakh and Russian texts were written in."""
_WESTERN = frozenset(
    ("latin-1", "iso-8859-1", "iso8859-1", "us-ascii", "ascii", "cp1252", "windows-1252")
)
"""Declared by programs that do not know: no proof."""
_SAMPLE = 20_000
_SPELT = re.compile(r"(?<![^\W\d_])[А-ЯЁӘҒҚҢӨҰҮҺІ]?[а-яёәғқңөұүһі]+(?![^\W\d_])")
_LETTER = re.compile(r"[^\W\d_]")
_ODD = re.compile(r"[^\w\s.,:;!?()«»“”„\"'–—…№%/+*@&=<>\[\]{}#$|\\~`^-]")
_SPOILT = re.compile(
    r"[ÐÑÃÂÒÓâРСТУ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u0402\u0403\u0409-\u040f\u0452\u0453"
    r"\u0459-\u045f\u2013-\u203a\u20ac\u2122]"
)
"""What UTF-8 looks like when it is read as an encoding of one byte a letter."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decoded(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """The text with "\\n" for line ends, and what is to be noted.

    A byte order mark comes first, then valid UTF-8, then what the file declares, then whichever of
    the old encodings spells words. Text that was decoded wrongly before it was saved is mended.
    Raises Unopened: empty, or no text at all.
    """
    if not data.strip():
        raise Unopened("empty", place)
    text, noted = _read(data, place)
    if _is_junk(text):
        raise Unopened("binary", place)
    if len(_SPOILT.findall(text[:_SAMPLE])) >= 3:
        mended = _mended(text)
        noted = (*noted, REPAIRED) if mended != text and REPAIRED not in noted else noted
        text = mended
    if "\ufffd" in text and LETTERS_LOST not in noted:
        noted = (*noted, LETTERS_LOST)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""), noted


def _read(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if marked:
        text = data.decode(marked, "replace")
        return text, () if marked == "utf-8-sig" else (REPAIRED,)
    if b"\0" in data:
        return _wide(data, place), (REPAIRED,)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4000])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name and name not in _WESTERN and not name.startswith("utf"):
        try:
            return data.decode(name), (REPAIRED,)
        except (UnicodeDecodeError, LookupError):
            pass
    return _guessed(data, place)


def _wide(data: bytes, place: str) -> str:
    """UTF-16 without a mark, told by its spaces, line ends and full stops."""
    head = data[: _SAMPLE * 2]
    for name, common in (("utf-16-le", b" \0"), ("utf-16-be", b"\0 ")):
        if head.count(common) * 25 > len(head) // 2:
            text = data.decode(name, "replace")
            if len(_LETTER.findall(text[:_SAMPLE])) * 2 > len(text[:_SAMPLE]):
                return text
    raise Unopened("binary", place)


def _guessed(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """UTF-8 with a few broken letters, or the old encoding that spells most words.

    KOI8-R read as windows-1251 turns small letters into capital ones: such runs are no words.
    """
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 100 < len(text):
        return text, (LETTERS_LOST,)
    sample = _near(data)
    best = max(_SINGLE, key=lambda name: _spells(sample.decode(name, "replace")))
    if _spells(sample.decode(best, "replace")) <= 0:
        best = "cp1252"
    text = data.decode(best, "replace")
    if len(_ODD.findall(text[:_SAMPLE])) * 8 > len(text[:_SAMPLE]):
        raise Unopened("binary", place)
    return text, (REPAIRED,)


def _near(data: bytes) -> bytes:
    """A stretch around the first letter that is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return data[max(0, wrong.start - 2_000) : wrong.start + _SAMPLE]
    return data[:_SAMPLE]


def _spells(sample: str) -> float:
    """Letters in words that a Kazakh or Russian could have written, less those that stand out."""
    spelt = sum(len(word) for word in _SPELT.findall(sample) if len(word) > 1)
    foreign = sum(1 for one in sample if one >= "\u0080") - spelt
    return spelt - 1.5 * foreign


def _mended(text: str) -> str:
    """Text that was decoded in the wrong encoding and saved so, put right line by line."""
    from ftfy import fix_encoding

    return "\n".join(
        fix_encoding(line) if _SPOILT.search(line) else line for line in text.split("\n")
    )


def _is_junk(text: str) -> bool:
    """Whether control characters are more than a stray few."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > len(sample) / 200
