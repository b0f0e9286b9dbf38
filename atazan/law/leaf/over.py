"""What lies over the words of a text beside citations: words that ceased, words that repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from atazan.law.leaf.asked import Asked
from atazan.law.leaf.runs import Span, found
from atazan.law.models import Effect
from atazan.law.text.document import Block, outer
from atazan.rules.citation import Provision
from atazan.rules.day import PartialDay
from atazan.rules.text import Lang
from atazan.rules.works import Work

Over = Callable[[Block, Lang], Sequence[Span]]
_FALL = ("does_not_conform", "void_from")


class Repeats(Struct, frozen=True):
    """Words of a provision that repeat, or that rest on, those of one held unconstitutional."""

    eid: str
    of: Provision
    kind: str
    words: str = ""
    lang: Lang | None = None


def words_over(work: Work, article: str, asked: Asked) -> tuple[Over, tuple[Repeats, ...]]:
    """What lies over the lines of an article on the day, and what of it repeats other words."""
    ceased = [
        (row.provision, span["lang"], span["words"])
        for row in Effect.objects.filter(work=work.id, effect__in=_FALL).exclude(span=[])
        if outer(row.provision) == article and PartialDay.read(row.since).first <= asked.day
        for span in row.span
    ]
    repeats = repeats_in(work, article, asked)

    def over(block: Block, lang: Lang) -> Sequence[Span]:
        fell = [
            Span(*at, ceased=True)
            for where, of, words in ceased
            if of == lang and _inside(block.eid, where)
            for at in found(block.text, words)
        ]
        again = [
            Span(*at, repeats=True)
            for one in repeats
            if one.lang == lang and one.eid == block.eid and one.words
            for at in found(block.text, one.words)
        ]
        return [*fell, *again]

    return over, repeats


def _inside(eid: str, where: str) -> bool:
    return eid == where or eid.startswith(f"{where}__")


def repeats_in(work: Work, article: str, asked: Asked) -> tuple[Repeats, ...]:
    """What of an article repeats or rests on words held unconstitutional elsewhere."""
    return ()
