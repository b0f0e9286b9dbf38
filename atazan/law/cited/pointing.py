"""Words that point: "настоящей статьи", "осы заңның", "this Law"; "того же пункта", "сол баптың"."""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from atazan.law.cited.grammar import alike
from atazan.law.text.letters import plain

Sense = Literal["this", "same"]


class Pointer(Struct, frozen=True):
    """A pointing phrase: at which level, and whether to where it stands or to what was cited last.

    `level` is that of a provision, or "act" with `kind`: law, code, constitution, resolution, treaty.
    """

    start: int
    end: int
    sense: Sense
    level: str
    kind: str = ""


_RU_WHAT = (
    r"(?:(?P<art>стат(?:ья|ьи|ье|ью|ьей|ьёй|ей|ьям|ьями|ьях))|(?P<subpara>подпункт\w*)|(?P<para>пункт\w*)"
    r"|(?P<part>част(?:ь|и|ью|ей|ям|ями|ях))|(?P<indent>абзац\w*)|(?P<chapter>глав(?:а|ы|е|у|ой))|(?P<section>раздел\w*)"
    r"|(?P<note>примечани\w+)|(?:конституционн\w+\s+)?(?P<law>закон(?:а|у|ом|е)?)|(?P<code>кодекс(?:а|у|ом|е)?)"
    r"|(?P<constitution>конституци(?:я|и|ю|ей))|(?:нормативн\w+\s+)?(?P<resolution>постановлени\w+)"
    r"|(?P<treaty>пакт(?:а|у|ом|е)?|конвенци\w+|деклараци\w+|договор(?:а|у|ом|е)?))(?!\w)"
)
_RU_THIS = r"настоящ(?:ий|ая|ее|ие|его|ей|ему|им|ем|ую|их|ими)"
_RU_SAME = (
    r"(?:(?:то|эт)(?:го|й|т|му|м|же|а|о|у|ой|ом|им|ого|ому)\s+же|тем\s+же|тот\s+же|те(?:х|ми)?\s+же"
    r"|(?:выше)?(?:указанн|названн|упомянут|приведенн|приведённ)(?:ый|ая|ое|ого|ой|ому|ым|ом|ую|ые|ых|ыми))"
)
_RU_BASE = r"|(?:эт(?:ого|ой|ому|ом|им|у|от|а)|данн(?:ый|ая|ого|ой|ому|ым|ом|ую))"
RU_THIS = re.compile(rf"{_RU_THIS}\s+{_RU_WHAT}", re.I)
RU_SAME = re.compile(rf"{_RU_SAME}\s+{_RU_WHAT}", re.I)
RU_SAME_BASE = re.compile(rf"(?:{_RU_SAME}{_RU_BASE})\s+{_RU_WHAT}", re.I)
_KK_WHAT = (
    r"(?:(?P<art>ба(?:п|б)(?!ы?л)\w*)|(?P<subpara>тармақша\w*)|(?P<para>тарма[қғ]\w*)|(?P<part>бөлі[кг]\w*)|(?P<indent>абзац\w*)"
    r"|(?P<chapter>тарау\w*)|(?P<section>бөлім(?!ше)\w*)|(?:конституциялық\s+)?(?P<law>заң(?!нама|ды|гер|сыз|дар)\w*)"
    r"|(?P<code>кодекс\w*)|(?P<constitution>конституция(?!лық)\w*)|(?:нормативтік\s+)?(?P<resolution>қаулы\w*)"
    r"|(?P<treaty>пакт\w*|конвенция\w*|декларация\w*|шарт\w*))"
)
KK_THIS = re.compile(alike(rf"осы\s+{_KK_WHAT}"), re.I)
KK_SAME = re.compile(
    alike(
        rf"(?:(?:сол|дәл\s+сол|нақ\s+сол|аталған|көрсетілген|жоғарыда\s+(?:аталған|көрсетілген))\s+){_KK_WHAT}"
    ),
    re.I,
)
_EN_WHAT = (
    r"(?:(?P<art>article)|(?P<subpara>sub-?paragraph)|(?P<para>paragraph)|(?P<part>part)|(?P<indent>indent)"
    r"|(?P<chapter>chapter)|(?P<section>section)|(?:constitutional\s+)?(?P<law>law|act)|(?P<code>code)|(?P<constitution>constitution)"
    r"|(?:normative\s+)?(?P<resolution>resolution)|(?P<treaty>covenant|convention|declaration|treaty))(?!\w|\s+[0-9])"
)
EN_THIS = re.compile(rf"(?:this|(?:the\s+)?present)\s+{_EN_WHAT}", re.I)
EN_SAME = re.compile(rf"(?:the\s+)?(?:same|said|aforementioned|aforesaid)\s+{_EN_WHAT}", re.I)
EN_SAME_BASE = re.compile(
    rf"(?:(?:the\s+)?(?:same|said|aforementioned|aforesaid)|that)\s+{_EN_WHAT}", re.I
)
_ACTS = {"law", "code", "constitution", "resolution", "treaty"}


def pointer(pattern: re.Pattern[str], text: str, at: int, sense: Sense) -> Pointer | None:
    """The pointing phrase that begins here."""
    found = pattern.match(text, at)
    if not found:
        return None
    what = next(name for name, said in found.groupdict().items() if said)
    return Pointer(
        at, found.end(), sense, "act" if what in _ACTS else what, what if what in _ACTS else ""
    )


def pointer_behind(text: str, at: int) -> Pointer | None:
    """The Kazakh pointing phrase that ends right here, blanks aside."""
    before = plain(text[max(0, at - 60) : at])
    shift = max(0, at - 60)
    for sense, words in _BEHIND:
        for found in words.finditer(before):
            one = pointer(
                KK_THIS if sense == "this" else KK_SAME, text, shift + found.start(), sense
            )
            if one and not text[one.end : at].strip():
                return one
    return None


_BEHIND: tuple[tuple[Sense, re.Pattern[str]], ...] = (
    ("this", re.compile(r"(?<!\w)осы\s", re.I)),
    ("same", re.compile(r"(?<!\w)(?:сол|аталған|көрсетілген)\s", re.I)),
)
