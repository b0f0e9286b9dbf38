"""What the notes of the compilers say was done to a provision: by which act, since which day.

A note is taken for the provision it stands under (or, where notes stand before, right before), even
where it names another: the real sources have such, and each is an anomaly `note_elsewhere`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.law.text.document import OUTSIDE, Anomaly, Block
from atazan.law.text.letters import plain
from atazan.law.text.marginal import names
from atazan.law.text.worded import worded
from atazan.rules.citation import levels

NotedKind = Literal["inserted", "amended", "repealed", "commenced", "court", "unread"]

_DAY = r"(?P<day>[0-3][0-9]\.[01][0-9]\.[12][0-9]{3})"
_ACT = re.compile(
    rf"{_DAY}(?:\s*г\.)?(?:\s*(?:года)?\s*№\s*(?P<number>[0-9]+(?:\s?-\s?[IVXІХ]+)?)"
    r"(?:\s+ЗРК|\s+ҚРЗ)?)?\s*(?:\((?P<when>[^()]*)\))?"
)
_DECISION = re.compile(rf"{_DAY}(?:\s*г\.)?\s*№\s*(?P<number>[0-9]+)(?:\s?-\s?(?P<sort>НП|НҚ))?")
_SINCE = re.compile(rf"(?:\b(?:с|со)\s+{_DAY}|{_DAY.replace('day', 'kk')}\s*(?:жылдан\s+)?бастап)")
_UNDER = re.compile(
    rf"[Зз]акон\w*[^.;]{{0,60}}?\bот\s+{_DAY}"
    rf"|{_DAY.replace('day', 'kk')}(?:\s*ж\.)?\s*(?:№\s*\S+\s*)?(?:[Кк]онституциялық\s+)?[Зз]аң"
)
_COMMENCED = re.compile(
    rf"(?:ввод(?:ится|ятся|ился|илась)\s+в\s+действие|[Вв]ступает\s+в\s+силу)\s+с\s+{_DAY}"
    rf"|{_DAY.replace('day', 'kk')}\s*(?:жылдан\s+)?бастап\s+(?:қолданысқа\s+енгізіл|күшіне\s+ен)"
)
_COMMENCES = re.compile(r"ввод(?:ит|ят)ся\s+в\s+действие\s+с\b")
_VERBS: tuple[tuple[NotedKind, re.Pattern[str]], ...] = (
    (
        "repealed",
        re.compile(r"[Ии]сключен|[Уу]тратил\w* силу|[Аа]лып\s+тасталды|[Кк]үші\s+жойылды"),
    ),
    (
        "inserted",
        re.compile(
            r"\b(?:Конституция|Закон|Кодекс|Глава|Раздел|закон)\w*\s+дополнен\w*\s+(?:стать|глав|раздел)"
            r"|(?:бап|тарау)(?:пен|мен|тармен)\s+толықтырылды"
        ),
    ),
    (
        "amended",
        re.compile(
            r"изменени|редакции|дополнен|[Зз]аменен|өзгеріс|толықтыр|реда[кқ]цияда|ауыстырылды"
        ),
    ),
)
_COURT = re.compile(r"нормативн\w+\s+постановлени\w+\s+Конституционн|нормативтік\s+қаулы")
_ALIKE = str.maketrans("ІХ", "IX")


class Noted(Struct, frozen=True):
    """What a note says was done.

    `since` is the first day and counts; None where the note gives none ("from the day of its
    publication"). `by_number` and `by_date` name the act, `decision` a resolution of the court as
    printed (`8-НП`). `words` is the note, `line` its line in the source from 1. `unread`: the note
    was not understood.
    """

    kind: NotedKind
    eid: str
    words: str
    line: int
    by_number: str | None = None
    by_date: date | None = None
    since: date | None = None
    decision: str | None = None


def noted(
    blocks: Sequence[Block], at: Sequence[int] = ()
) -> tuple[tuple[Noted, ...], tuple[Anomaly, ...]]:
    """Read the notes of a text, in its order; with what was odd in them.

    `at` gives the source line of each block; without it blocks are counted.
    """
    found: list[Noted] = []
    odd: list[Anomaly] = []
    for place, block in enumerate(blocks):
        if block.kind != "note":
            continue
        line = at[place] if at else place + 1
        found += _of_note(block, line)
        if not block.number and _elsewhere(block):
            odd.append(Anomaly("note_elsewhere", line, block.text[:160]))
    return tuple(found), tuple(odd)


def _of_note(block: Block, line: int) -> list[Noted]:
    text = plain(block.text)
    if _COURT.search(text) and not block.number:
        read = list(_decisions(block, text, line))
    else:
        read = list(_acts(block, text, line)) or list(_commenced(block, text, line))
    return read or [Noted("unread", block.eid, block.text, line)]


def _decisions(block: Block, text: str, line: int) -> Iterator[Noted]:
    for one in _DECISION.finditer(text):
        day = _day(one["day"])
        number = f"{one['number']}-{one['sort']}" if one["sort"] else one["number"]
        yield Noted("court", block.eid, block.text, line, by_date=day, decision=number)


def _commenced(block: Block, text: str, line: int) -> Iterator[Noted]:
    one = _COMMENCED.search(text)
    since = _day(one["day"] or one["kk"]) if one else _worded_since(text)
    if since is not None:
        under = _UNDER.search(text)
        by = _day(under["day"] or under["kk"]) if under else None
        yield Noted("commenced", block.eid, block.text, line, by_date=by, since=since)


def _worded_since(text: str) -> date | None:
    one = _COMMENCES.search(text)
    return worded(text[one.end() : one.end() + 40]) if one else None


def _acts(block: Block, text: str, line: int) -> Iterator[Noted]:
    """One for each act the note names; the verb before an act says what it did.

    Kazakh puts the verb before the list of acts as well ("14-бапқа өзгеріс енгізілді - ҚР …").
    """
    kind: NotedKind | None = None
    last = 0
    for act in _ACT.finditer(text):
        kind = _verb(text[last : act.start()]) or kind
        last = act.end()
        day = _day(act["day"])
        if kind is None or day is None:
            continue
        number = re.sub(r"\s", "", act["number"]).translate(_ALIKE) if act["number"] else None
        yield Noted(kind, block.eid, block.text, line, number, day, _since(act["when"]))


def _verb(words: str) -> NotedKind | None:
    """The last verb in the words."""
    best: tuple[int, NotedKind] | None = None
    for kind, shape in _VERBS:
        for one in shape.finditer(words):
            if best is None or one.end() > best[0] + (15 if best[1] == "inserted" else 0):
                best = (one.end(), kind)
    return best[1] if best else None


def _since(when: str | None) -> date | None:
    one = _SINCE.search(when) if when else None
    return _day(one["day"] or one["kk"]) if one else None


def _day(written: str) -> date | None:
    day, month, year = (int(part) for part in written.split("."))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _elsewhere(block: Block) -> bool:
    """Whether a note names another article, chapter or section than it stands under."""
    naming = names(block.text)
    if naming.level not in ("art", "chapter", "section") or block.eid in OUTSIDE:
        return False
    own = dict(levels(block.eid)).get(naming.level)
    return own is not None and own.split("@")[0] != naming.number
