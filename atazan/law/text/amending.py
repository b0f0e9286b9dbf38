"""What an amending law orders: its instructions, in Russian and Kazakh, one by one.

Forms read: a provision is put in new words («изложить в следующей редакции», «мынадай редакцияда
жазылсын»), added («дополнить … следующего содержания», «мынадай мазмұндағы … толықтырылсын»), or
taken out («исключить», «алып тасталсын»); words in it are replaced, added after others, or taken
out. What is not understood is kept as an instruction of kind `unread`: nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Literal

from msgspec import Struct

Order = Literal["reword", "add", "remove", "replace_words", "add_words", "remove_words", "unread"]


class Instruction(Struct, frozen=True):
    """One order of an amending law. `line` counts from 1, `words` is the order as printed.

    `targets` are eIds, what is added included; `lines` the new text; `was` and `becomes` the words
    replaced, or those after which others come.
    """

    kind: Order
    line: int
    words: str
    targets: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    was: str = ""
    becomes: str = ""


_N = r"\d+(?:-\d+)*"
_LIST = rf"{_N}\)?(?:\s*(?:,|и|және)\s*{_N}\)?)*"
_ORDINALS = {
    word: str(n)
    for words in (
        "перв втор трет четверт пят шест седьм восьм",
        "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші",
    )
    for n, word in enumerate(words.split(), 1)
}
_ORDINAL = "|".join(_ORDINALS)
_LEVELS = (
    ("art", rf"\bстат(?:ь|ей)\w*\s+({_LIST})", rf"({_LIST})-ба[пб]\w*"),
    ("subpara", rf"\bподпункт\w*\s+({_LIST})", rf"({_LIST})\s*тармақша\w*"),
    ("para", rf"\bпункт\w*\s+({_LIST})", rf"({_LIST})-тарма[қғ]\w*"),
    ("part", rf"\bчаст\w+\s+({_ORDINAL}|{_LIST})\w*", rf"\b({_ORDINAL})\s+бөлі[кг]\w*"),
    ("indent", rf"\bабзац\w*\s+({_ORDINAL}|{_LIST})\w*", rf"\b({_ORDINAL})\s+абзац\w*"),
)
_ORDER = ("art", "para", "part", "subpara", "indent")
_Q = r"[«\"“]([^«»\"“”]+)[»\"”]"
_WORDS: tuple[tuple[Order, re.Pattern[str]], ...] = (
    ("replace_words", re.compile(rf"слов\w*\s+{_Q}\s+заменить\s+слов\w*\s+{_Q}")),
    ("add_words", re.compile(rf"после\s+слов\w*\s+{_Q}\s+дополнить\s+слов\w*\s+{_Q}")),
    ("remove_words", re.compile(rf"слов\w*\s+{_Q}()\s+исключить")),
    ("replace_words", re.compile(rf"{_Q}\s+деген\s+сөз\w*\s+{_Q}\s+деген\s+сөз\w*\s+ауыстырылсын")),
    (
        "add_words",
        re.compile(rf"{_Q}\s+деген\s+сөз\w*\s+кейін\s+{_Q}\s+деген\s+сөз\w*\s+толықтырылсын"),
    ),
    ("remove_words", re.compile(rf"{_Q}()\s+деген\s+сөз\w*\s+алып\s+тасталсын")),
)
_REWORD = re.compile(r"изложить\s+в\s+следующей\s+редакции|мынадай\s+редакцияда\s+жазылсын")
_ADD = re.compile(
    r"дополнить\s+(?P<ru>.+?)\s+следующего\s+содержания"
    r"|мынадай\s+мазмұндағы\s+(?P<kk>.+?)\s+толықтырылсын"
)
_REMOVE = re.compile(r"\bисключить|алып\s+тасталсын")
_ITEM = re.compile(r"^\s*(?:\d+(?:-\d+)*\)|\d+\.|–|-)\s+")
_BEGINS = re.compile(
    r"внести\s+в\b.*следующие\s+(?:изменени|дополнени)|мынадай\s+(?:өзгеріс|толықтыру).*енгізілсін"
)


def instructions(lines: Iterable[str], act: Iterable[str] = ()) -> list[Instruction]:
    """The orders in the lines of an amending law, in order; `act` are names of the act they are to
    be about: numbers, titles.

    Orders begin after «внести в … следующие изменения» and end where the next act is turned to or
    the next article begins. Where several acts are amended and none is named so, there are none.
    """
    lines = list(lines)
    begins = [n for n, one in enumerate(lines) if _BEGINS.search(one.lower())]
    names = [name.casefold() for name in act if name]
    mine = [n for n in begins if any(name in lines[n].casefold() for name in names)]
    if not mine and len(begins) != 1:
        return []
    begin = (mine or begins)[0]
    end = next((n for n in begins if n > begin), len(lines))
    return list(_read(lines, begin + 1, end))


def _read(lines: list[str], n: int, end: int) -> Iterator[Instruction]:
    here: dict[str, str] = {}
    while n < end:
        at, text = n + 1, _ITEM.sub("", lines[n]).strip()
        n += 1
        if not text:
            continue
        if re.match(r"(?i)стать[яи]\s+\d+\.?(?:\s|$)|\d+(?:-\d+)*-бап\.", text):
            break  # the next article of the amending law itself
        if text.endswith(":") and not (_REWORD.search(text) or _ADD.search(text)):
            here = _header(text, here)
            continue
        quoted: tuple[str, ...] = ()
        if _REWORD.search(text) or _ADD.search(text):
            n, quoted = _quoted(lines, n)
        yield from _orders(text, at, here, quoted)


def _header(text: str, here: dict[str, str]) -> dict[str, str]:
    """What the following orders are about: `в статье 7:`; within it `в пункте 2:`."""
    named = _named(text)
    if "art" in named:
        return {level: many[0] for level, many in named.items()}
    return {**{"art": here["art"]}, **{k: v[0] for k, v in named.items()}} if "art" in here else {}


def _orders(
    text: str, at: int, here: dict[str, str], quoted: tuple[str, ...]
) -> Iterator[Instruction]:
    found = False
    for kind, shape in _WORDS:
        for one in shape.finditer(text):
            about = text[: one.start()] if kind != "add_words" or one.start() else text
            targets = _targets(_named(about.split("«")[0].split('"')[0]), here)
            yield Instruction(kind, at, text, targets, (), one[1], one[2])
            found = True
    if found:
        return
    if _REWORD.search(text):
        targets = _targets(_named(text[: _REWORD.search(text).start()]), here)  # type: ignore[union-attr]
        yield Instruction("reword", at, text, targets, quoted)
    elif add := _ADD.search(text):
        around = {k: v[0] for k, v in _named(text[: add.start()]).items()}
        what = _named(add["ru"] or add["kk"])
        yield Instruction("add", at, text, _targets(what, {**here, **around}), quoted)
    elif remove := _REMOVE.search(text):
        yield Instruction("remove", at, text, _targets(_named(text[: remove.start()]), here))
    else:
        yield Instruction("unread", at, text)


def _named(text: str) -> dict[str, list[str]]:
    """The provisions named, by level; the numbers of a list are all there."""
    found: dict[str, list[str]] = {}
    for level, *shapes in _LEVELS:
        for shape in shapes:
            one = re.search(shape, text, re.IGNORECASE)
            if one is not None and level not in found:
                said = one[1].lower()
                found[level] = [_ORDINALS[said]] if said in _ORDINALS else re.findall(_N, said)
                text = f"{text[: one.start()]} {text[one.end() :]}"
    return found


def _targets(named: dict[str, list[str]], here: dict[str, str]) -> tuple[str, ...]:
    """The eIds named, within the provision the orders are about."""
    every = {**({} if "art" in named else {k: [v] for k, v in here.items()}), **named}
    steps = [[f"{level}_{n}" for n in every[level]] for level in _ORDER if level in every]
    if not steps or not steps[0][0].startswith("art_"):
        return ()
    return tuple("__".join(one) for one in product(*steps))


def _quoted(lines: list[str], n: int) -> tuple[int, tuple[str, ...]]:
    """The new text in quotes from line `n`, without them; and the line after it."""
    found: list[str] = []
    depth = 0
    while n < len(lines):
        text = lines[n].strip()
        n += 1
        if not text:
            continue
        if not found and text[0] not in '«"“':
            return n - 1, ()
        depth += text.count("«") + text.count("“") - text.count("»") - text.count("”")
        straight = not depth and re.search(r'"[;.]?$', text)
        found.append(text)
        if depth <= 0 and (re.search(r"[»”][;.]?$", text) or straight):
            break
    if not found:
        return n, ()
    found[0] = found[0][1:]
    found[-1] = re.sub(r"[»”\"][;.]?$", "", found[-1])
    return n, tuple(one for one in found if one)
