"""What a paper tells, as a page for a lawyer: its acts in words, with the words that prove them."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from atazan.rules.day import PartialDay
from atazan.rules.text import Lang
from atazan.rules.words import has_phrase, partly, phrase
from atazan.sources.opened.paper import Paper
from atazan.sources.understood.told import ActTold, Understood

_ROLES = ("actors", "objects", "office", "counterparts")
_NAMED = ("persons", "organisations", "places", "sources")
_WIDE = 100
"""Characters of a line."""
_LONGEST = 400
"""Characters of the words shown; of longer ones the middle is left out."""


def told(paper: Paper, understood: Understood, lang: Lang, repeats: str = "") -> str:
    """The page of one paper; `repeats` is the sentence on the report it repeats."""
    lines = [
        paper.title or phrase("reading.untitled", lang),
        f"  {_origin(paper, understood, lang)}",
    ]
    lines += [f"  {phrase(key, lang)}" for key in paper.noted]
    lines += [f"  {repeats}"] if repeats else []
    lines.append("")
    for number, act in enumerate(understood.acts, 1):
        lines += [*_act(number, act, paper.text, lang), ""]
    if not understood.acts:
        lines += [f"  {phrase('reading.no_acts', lang)}", ""]
    lines += _named(understood, lang)
    return "\n".join(lines) + "\n\n"


def _origin(paper: Paper, understood: Understood, lang: Lang) -> str:
    day = _day(paper.published, lang) if paper.published else ""
    parts = (paper.outlet, paper.author, day, phrase(f"reading.lang.{understood.lang}", lang))
    return " · ".join([*filter(None, parts), paper.url or paper.place])


def _act(number: int, act: ActTold, text: str, lang: Lang) -> Iterator[str]:
    day = _day(act.date, lang) if act.date else phrase("reading.no_day", lang)
    sure = phrase("reading.sure", lang, {"share": round(100 * act.confidence)})
    said_by = phrase("reading.said_by", lang, {"who": act.said_by}) if act.said_by else ""
    modality = said_by or phrase(f"reading.modality.{act.modality}", lang)
    if said_by and act.modality != "reported":
        modality = f"{phrase(f'reading.modality.{act.modality}', lang)}, {said_by}"
    kind = phrase(f"reading.kind.{act.kind}", lang)
    yield f"  {number}. {kind} · {day} · {modality} · {sure}"
    roles = [(_role(act, role, lang), _value(act, role)) for role in _ROLES if getattr(act, role)]
    widest = max((len(name) for name, _ in roles), default=0)
    for name, value in roles:
        yield from _wrapped(f"     {name + ':':{widest + 1}} ", value)
    yield from _wrapped("     ", f"{_words(text[act.start : act.end])} [{act.start}–{act.end}]")


def _role(act: ActTold, role: str, lang: Lang) -> str:
    own = f"reading.role.{act.kind}.{role}"
    return phrase(own if has_phrase(own) else f"reading.role.{role}", lang)


def _value(act: ActTold, role: str) -> str:
    value = getattr(act, role)
    return value if isinstance(value, str) else "; ".join(value)


def _words(said: str) -> str:
    said = " ".join(said.split())
    if len(said) > _LONGEST:
        said = f"{said[: _LONGEST // 2].rstrip()} […] {said[-_LONGEST // 2 :].lstrip()}"
    return f"“{said}”" if "«" in said or "»" in said else f"«{said}»"


def _wrapped(begin: str, value: str) -> list[str]:
    """A line after its heading, broken into lines of equal beginning."""
    lines = wrap(
        value,
        _WIDE,
        initial_indent=begin,
        subsequent_indent=" " * len(begin),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [begin.rstrip()]


def _named(understood: Understood, lang: Lang) -> list[str]:
    rows = [(phrase(f"reading.{name}", lang), getattr(understood, name)) for name in _NAMED]
    rows = [(name, names) for name, names in rows if names]
    widest = max((len(name) for name, _ in rows), default=0)
    lines = [_wrapped(f"  {name + ':':{widest + 1}} ", "; ".join(names)) for name, names in rows]
    return [line for one in lines for line in one]


def _day(written: str, lang: Lang) -> str:
    try:
        return partly(PartialDay.read(written), lang)
    except ValueError:
        return written
