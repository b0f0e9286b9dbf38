"""Citations proposed for the record: read from a folder of law texts, for a person to review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from atazan.law.cited import citations
from atazan.law.text.document import OUTSIDE
from atazan.law.text.lines import ordinal
from atazan.law.text.read import read
from atazan.rules.citation import levels
from atazan.rules.day import Term
from atazan.rules.quotes import Edition, editions, text_file
from atazan.rules.works import works

LANGS_READ: tuple[Literal["ru", "kk"], ...] = ("ru", "kk")
_WHOLE = ("art_", "chapter_", "section_")
Cited = frozenset[tuple[str, str]]


class NoText(LookupError):
    """The folder holds no text of any edition the project knows of."""


def proposed(laws: Path) -> list[dict[str, Any]]:
    """One act for each citing provision and the days on which its text reads so.

    `laws` is the folder of law texts; an edition that is not there is passed over. Where Kazakh and
    Russian were both read and name the same, confidence is high, else medium. Raises NoText.
    """
    found = [act for work in editions() for act in _of_work(work, laws)]
    if not found:
        raise NoText(f"no text of {', '.join(editions())} under {laws}")
    return found


def _of_work(work: str, laws: Path) -> Iterator[dict[str, Any]]:
    """Editions that name the same one after another give one act."""
    read = [(one, _read(one, laws)) for one in editions()[work]]
    names = dict.fromkeys(eid for _, texts in read for cited in texts.values() for eid in cited)
    for eid in sorted(names, key=_in_order):
        runs: list[tuple[Cited, list[Edition], set[str]]] = []
        for edition, texts in read:
            cited = frozenset().union(*(text.get(eid, ()) for text in texts.values()))
            langs = {lang for lang, text in texts.items() if text.get(eid, frozenset()) == cited}
            if runs and runs[-1][0] == cited and runs[-1][1][-1].term.until == edition.term.since:
                runs[-1][1].append(edition)
                runs[-1][2].intersection_update(langs)
            else:
                runs.append((cited, [edition], langs))
        for cited, spans, langs in runs:
            if cited:
                yield _act(work, eid, cited, spans, langs, laws)


def _read(edition: Edition, laws: Path) -> dict[str, dict[str, Cited]]:
    """What each provision of an edition cites, by language."""
    constitution = _constitution(edition)
    found: dict[str, dict[str, Cited]] = {}
    for lang in LANGS_READ:
        file = text_file(laws, edition, lang)
        if not file.exists():
            continue
        cited: dict[str, set[tuple[str, str]]] = {}
        for block in read(file, lang=lang).blocks:
            if block.kind != "text" or block.eid in OUTSIDE:
                continue
            for work, eid in _cites(block.text, lang, edition, block.eid):
                if work in (constitution, edition.work):
                    cited.setdefault(block.eid, set()).add((work, eid))
        found[lang] = {eid: frozenset(names) for eid, names in cited.items()}
    return found


def _cites(
    words: str, lang: Literal["ru", "kk"], edition: Edition, here: str
) -> Iterator[tuple[str, str]]:
    """Provisions the words name for certain; not the one they stand in, nor what it is part of."""
    for one in citations(words, lang, f"{edition.work}#{here}", edition.term.since):
        work = one.work.id if one.work else None
        for eid in one.targets if work else ():
            own = work == edition.work and f"{here}__".startswith(f"{eid}__")
            if work and eid.startswith(_WHOLE) and not own:
                yield work, eid


def _constitution(edition: Edition) -> str:
    """The constitution an edition speaks of: itself, or the one in force when it begins."""
    if works()[edition.work].kind == "constitution":
        return edition.work
    return next(
        work.id
        for work in works().values()
        if work.kind == "constitution"
        and work.in_force_from is not None
        and Term(work.in_force_from, work.in_force_until).covers(edition.term.since)
    )


def _act(
    work: str, eid: str, cited: Cited, spans: list[Edition], langs: set[str], laws: Path
) -> dict[str, Any]:
    since, until = spans[0].term.since, spans[-1].term.until
    targets: dict[str, list[str]] = {}
    for to, provision in sorted(cited, key=lambda one: (one[0], _in_order(one[1]))):
        targets.setdefault(to, []).append(provision)
    article = levels(eid)[0][1]
    title = works()[work].short.says("en")
    texts = " and ".join(_text_day(one, laws) for one in spans)
    act: dict[str, Any] = {
        "kind": "citation.noted/1",
        "id": f"{work}.{eid}.cites.{since}",
        "work": work,
        "provision": eid,
        "cites": targets,
        "since": since,
        "until": until,
        "sources": [f"zan.gov.kz, {title}, article {article}, text of {texts}"],
        "confidence": "high" if langs == {*LANGS_READ} else "medium",
    }
    return {key: value for key, value in act.items() if value is not None}


def _text_day(edition: Edition, laws: Path) -> str:
    """The day of the compilation's text, from its address; else the edition's first day."""
    file = text_file(laws, edition, "ru")
    head = [
        path.read_text("utf-8")[:4000]
        for path in (file.with_name("meta.yaml"), file)
        if path.exists()
    ]
    day = re.search(r"zan\.gov\.kz/\S+/([0-9]{2})\.([0-9]{2})\.([0-9]{4})", "\n".join(head))
    return f"{day[3]}-{day[2]}-{day[1]}" if day else edition.term.since.isoformat()


def _in_order(eid: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Provisions in the order of the text."""
    return tuple((kind, ordinal(number)) for kind, number in levels(eid))
