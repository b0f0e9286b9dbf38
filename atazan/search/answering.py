"""How a question is answered: read, loosened, cut into a page, counted, shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date

import msgspec
from msgspec import Struct

from atazan.rules.text import Lang
from atazan.search import paging, planning, snippets
from atazan.search.asking import LONGEST, Answered, Asked, Hit, Widened
from atazan.search.bad import BadQuestion
from atazan.search.document import Document
from atazan.search.engines import Engine, Plan, Shelf
from atazan.search.loosening import ENOUGH, Loose, held, loosened
from atazan.search.planning import Question
from atazan.search.spelt import Spelling, meant
from atazan.search.widening import told

Resolve = Callable[[str, date | None, Lang], str | None]
"""Words, the day asked and their language → the path of the one thing they cite, or None."""

_PHRASE_MOST = 10_000


class Ranked(Struct, frozen=True):
    """Documents that answer a question with their scores, and how it was widened."""

    places: tuple[tuple[str, float], ...]
    widened: tuple[Widened, ...]


class Answering:
    """Answers questions from an engine and its shelf."""

    def __init__(self, engine: Engine, shelf: Shelf, resolve: Resolve | None) -> None:
        self._engine, self._shelf, self._resolve = engine, shelf, resolve
        self._spelling = Spelling(engine, shelf)

    def answer(self, asked: Asked) -> Answered:
        """The answer. Raises BadQuestion."""
        _check(asked)
        cursor = paging.read(asked)
        question = planning.read(asked, self._spelling)
        cited = self._cited(asked, question.lang)
        if cited and asked.widen and any(map(str.isdigit, asked.words)):
            # the "art" of "art 45(2)" is not that of painters
            as_written = msgspec.structs.replace(asked, widen=False, lang=question.lang)
            question = planning.read(as_written, self._spelling)
        whole = self._verified(question)
        loose = Loose(cursor.need, cursor.besides) if cursor else loosened(self._engine, whole)
        plan = held(whole, loose)
        page = paging.Pages(self._engine).page(asked, plan, loose, cursor)
        return Answered(
            asked=asked,
            lang=question.lang,
            hits=self._hits(question, page),
            total=page.total,
            facets=self._facets(plan) if page.total else {},
            widened=told(question.groups),
            straight=cited or self._named(question),
            meant=meant(asked.words, question.groups),
            after=page.after,
        )

    def ranked(self, asked: Asked, most: int) -> Ranked:
        """Which documents answer, the best first. Raises BadQuestion."""
        question = planning.read(asked, self._spelling)
        plan = self._verified(question)
        loose = loosened(self._engine, plan, max(most, ENOUGH))
        best = paging.Pages(self._engine).first(held(plan, loose), most)
        ids = self._shelf.ids([one.row for one in best])
        scored = [(round(one.score, 6), ids[one.row]) for one in best if one.row in ids]
        scored.sort(key=lambda one: (-one[0], one[1]))
        return Ranked(tuple((id, score) for score, id in scored[:most]), told(question.groups))

    def _verified(self, question: Question) -> Plan:
        """The plan, held to the documents that say every quoted phrase letter by letter."""
        plan = question.plan
        if not question.phrases:
            return plan
        rows: set[int] | None = None
        for phrase, clause in zip(question.phrases, plan.must, strict=True):
            likely = self._engine.find(Plan(must=(clause,)), _PHRASE_MOST).candidates
            said = planning.surface(phrase)
            kept = self._shelf.fetch([one.row for one in likely])
            found = {row for row, document in kept.items() if _says(document, said)}
            rows = found if rows is None else rows & found
        return msgspec.structs.replace(plan, among=tuple(sorted(rows or ())))

    def _facets(self, plan: Plan) -> dict[str, tuple[tuple[str, int], ...]]:
        """True counts by facet; what a facet itself leaves out is counted too."""
        counts = _by_facet(self._engine.counts(plan))
        for name, _ in plan.only:
            rest = tuple(one for one in plan.only if one[0] != name)
            freed = self._engine.counts(msgspec.structs.replace(plan, only=rest))
            counts[name] = _by_facet(freed).get(name, [])
        return {
            name: tuple(sorted(values, key=lambda one: (-one[1], one[0])))
            for name, values in sorted(counts.items())
        }

    def _hits(self, question: Question, page: paging.Page) -> tuple[Hit, ...]:
        kept = self._shelf.fetch([one.row for one in page.places])
        looked = snippets.looked_for(question)
        return tuple(
            _hit(
                kept[one.row],
                one.score,
                question,
                snippets.passage(kept[one.row], looked, question.lang),
            )
            for one in page.places
            if one.row in kept
        )

    def _cited(self, asked: Asked, lang: Lang) -> str | None:
        """The path of the one thing the words cite."""
        return self._resolve(asked.words, asked.day, lang) if self._resolve else None

    def _named(self, question: Question) -> str | None:
        """The path of the one thing that bears the words as a name."""
        if not question.plan.names:
            return None
        named = Plan(names=question.plan.names[:1], day=question.plan.day)
        found = self._engine.find(named, 20).candidates
        paths = {one.path for one in self._shelf.fetch([one.row for one in found]).values()}
        return paths.pop() if len(paths) == 1 else None


def _check(asked: Asked) -> None:
    if len(asked.words) > LONGEST:
        raise BadQuestion("search.bad.long", {"given": len(asked.words), "longest": LONGEST})
    if not 1 <= asked.most <= 100:
        raise BadQuestion("search.bad.most", {"given": asked.most})


def _says(document: Document, said: object) -> bool:
    written = (*document.title.values(), *document.text.values())
    return any(said.search(text) for text in written)  # type: ignore[attr-defined]


def _by_facet(counts: dict[str, int]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for code, many in counts.items():
        name, _, value = code.partition("=")
        found[name].append((value, many))
    return dict(found)


def _hit(document: Document, score: float, question: Question, shown: snippets.Passage) -> Hit:
    day = question.asked.day
    return Hit(
        id=document.id,
        kind=document.kind,
        title=document.title,
        lang=shown.lang,
        snippet=shown.runs,
        path=document.path,
        anchor=shown.anchor,
        since=document.since,
        until=document.until,
        day=document.day,
        facets=document.facets,
        binds=None if day is None else _binds(document, day),
        score=score,
    )


def _binds(document: Document, day: date) -> bool:
    return document.until is None or day.isoformat() < document.until
