"""What lies over the words of a text beside citations: words that ceased, words that repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from atazan.law.conformity.gathered import FALL, repeats_in
from atazan.law.conformity.nonconformity import Nonconformity
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.runs import Span, found
from atazan.law.models import Effect
from atazan.law.text.document import Block, outer
from atazan.rules.day import PartialDay
from atazan.rules.text import Lang
from atazan.rules.works import Work

Over = Callable[[Block, Lang], Sequence[Span]]


class Repeats(Struct, frozen=True):
    """Words of an article that repeat, or rest on, those of a provision held unconstitutional."""

    lang: Lang
    found: Nonconformity

    @property
    def eid(self) -> str:
        return self.found.place.eid


def words_over(work: Work, article: str, asked: Asked) -> tuple[Over, tuple[Repeats, ...]]:
    """What lies over the lines of an article on the day, and what of it repeats other words."""
    ceased = [
        (row.provision, span["lang"], span["words"])
        for row in Effect.objects.filter(work=work.id, effect__in=FALL, superseded=False)
        if outer(row.provision) == article and PartialDay.read(row.since).first <= asked.day
        for span in row.span
    ]
    repeats = tuple(
        Repeats(lang, one)
        for lang in asked.langs
        for one in repeats_in(work.id, article, lang, asked.day)
    )

    def over(block: Block, lang: Lang) -> Sequence[Span]:
        fell = [
            Span(*at, ceased=True)
            for where, of, words in ceased
            if of == lang and _inside(block.eid, where)
            for at in found(block.text, words)
        ]
        again = [
            Span(one.found.place.start, one.found.place.end, repeats=True)
            for one in repeats
            if one.lang == lang
            and one.found.kind == "repeats"
            and one.eid == block.eid
            and block.text[one.found.place.start : one.found.place.end] == one.found.place.words
        ]
        return [*fell, *again]

    return over, repeats


def _inside(eid: str, where: str) -> bool:
    return eid == where or eid.startswith(f"{where}__")
