"""Places no table has: told by what stands beside them and the case they are in."""

from __future__ import annotations

import re

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.named.heads import listed
from atazan.sources.understood.named.line import Line
from atazan.sources.understood.named.nominative import kazakh, written_like

_INTO = listed("ru", "into")
_KIND = listed("ru", "kinds")
_IN = listed("en", "into")
_KAZAKH_KIND = listed("kk", "kinds")
_PEOPLE = re.compile(r"(?:ish|ese|ian|day|ist)$")


def unlisted(line: Line, at: int) -> Mention | None:
    """The place a capitalised word names that heads no other name, None where it names none."""
    found = _FINDERS[line.lang](line, at)
    if found and line.joined(at + 1) and line.looks[at + 1].capital:
        return None
    return found


def _russian(line: Line, at: int) -> Mention | None:
    before = line.small(at - 1) if line.joined(at) else ""
    form = line.form(at)
    word = line.words[at]
    if before not in _KIND:
        if line.joined(at) and line.looks[at - 1].capital:
            return None
        known = form.place and "person" not in form.tags and line.capital(at)
        told = before in _INTO and form.name and form.cases & {"loc", "gen"}
        if not (known or told):
            return None
    kept = before in _KIND and not word.small.endswith("е")  # рынке Чорсу
    name = word.word if kept else written_like(word.word, form.lemma)
    return Mention("place", word.start, word.end, name, "ru", form.cases)


def _english(line: Line, at: int) -> Mention | None:
    word = line.words[at]
    if not line.joined(at) or line.small(at - 1) not in _IN or len(word.word) < 4:
        return None
    if not line.form(at).name or _PEOPLE.search(word.small) or word.word.isupper():
        return None
    return Mention("place", word.start, line.end(at), line.text[word.start : line.end(at)], "en")


def _kazakh(line: Line, at: int) -> Mention | None:
    word, form = line.words[at], line.form(at)
    if line.joined(at + 1) and _a_kind(line, at + 1):
        kind = line.words[at + 1]
        name = f"{word.word} {kazakh(kind.word, kind.small)}"
        return Mention("place", word.start, kind.end, name, "kk", line.form(at + 1).cases)
    if not line.capital(at) or "loc" not in form.tags or not form.name or "attr" in form.tags:
        return None
    if line.joined(at) and line.looks[at - 1].capital:
        return None
    return Mention("place", word.start, word.end, kazakh(word.word, word.small), "kk", form.cases)


def _a_kind(line: Line, at: int) -> bool:
    form = line.form(at)
    return form.its and form.lemma in _KAZAKH_KIND


_FINDERS = {"ru": _russian, "en": _english, "kk": _kazakh}
