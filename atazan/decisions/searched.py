"""What of the decisions is searched: each with what it held, its published text and its numbers,
and what those who describe it wrote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from msgspec import Struct

from atazan.decisions.identity import neutral_citation
from atazan.decisions.listing import code_of
from atazan.decisions.models import (
    Decision,
    DecisionText,
    Holding,
    Indexing,
    Position,
    Precis,
    Summary,
)
from atazan.decisions.searched_positions import documents as positions_of
from atazan.decisions.searched_positions import subjects as of_positions
from atazan.rules.citation import cite
from atazan.rules.concepts import rights_of
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase
from atazan.rules.works import works
from atazan.search.describing import (
    by_lang,
    facets,
    first_day,
    lines,
    of_subjects,
    together,
    year_of,
)
from atazan.search.document import Audience, Document

KIND = "decision"
_LETTERS = ("НП", "НҚ", "NP", "NQ")
"""How the letters of one number are written in Russian, in Kazakh and in Latin."""
_NUMBERED = re.compile(rf"№?\s*([0-9]+(?:[-/][0-9]+)*)[-\s]?({'|'.join(_LETTERS)}|HП)", re.I)
_CALLED = re.compile(
    r"\b(?:нормативн|постановлени|решени|нормативтік|қаулы|шешім|normative|resolution|decision)\w*"
    r"|\bno\.?(?=\s)"
)
"""What a decision is called before or after its number."""


def subjects(streams: Collection[str]) -> set[str]:
    """The decisions that acts of these subjects of the journal may have changed."""
    named = [one for one in streams if one.startswith(f"{KIND}/")]
    return {*named, *of_positions(one.partition("/")[2] for one in named)}


def documents(audience: Audience, changed: Collection[str] | None = None) -> Iterator[Document]:
    """Every decision and position of the register, or those changed. All of it is public."""
    asked = of_subjects(changed, KIND)
    if asked is None or asked:
        rows = Decision.objects.all() if asked is None else Decision.objects.filter(pk__in=asked)
        about = _About(asked)
        for row in rows.order_by("done_on", "id"):
            yield _decision(row, about.of(row.id))
    yield from positions_of(changed)


class Told(Struct, frozen=True):
    """What the register has about one decision, each in its order."""

    held: list[Holding]
    texts: list[DecisionText]
    positions: list[Position]
    summaries: list[Summary]
    indexed: list[Indexing]
    precis: list[Precis]

    @property
    def entry(self) -> int:
        """The newest entry any of it rests on."""
        rows = [one for name in self.__struct_fields__ for one in getattr(self, name)]
        return max((one.entry for one in rows), default=0)


class _About:
    """Everything about the decisions asked for (None: all), each table read once."""

    def __init__(self, asked: set[str] | None) -> None:
        tables = (Holding, DecisionText, Position, Summary, Indexing, Precis)
        self._tables = [_by_decision(one, asked) for one in tables]

    def of(self, decision: str) -> Told:
        return Told(*(one.get(decision, []) for one in self._tables))


def _by_decision(table: Any, asked: set[str] | None) -> dict[str, list[Any]]:
    rows = table.objects.all() if asked is None else table.objects.filter(decision__in=asked)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows.order_by("entry", "id"):
        found[row.decision].append(row)
    return found


def _decision(row: Decision, told: Told) -> Document:
    held = sorted(told.held, key=lambda one: one.place)
    where = [f"{one.work}#{one.provision}" for one in held] + list(row.constitution)
    text, places = _text(row, held, told)
    indexed = told.indexed[-1].concepts if told.indexed else []
    return Document(
        id=f"{KIND}/{row.id}",
        kind="decision",
        title=_title(row),
        text=text,
        places=places,
        path=f"decisions/{row.id}",
        names=_names(row),
        since=first_day(row.done_on),
        day=first_day(row.done_on),
        facets=facets(
            outcome=[code_of(one.outcome, one.extent is not None) for one in held if one.outcome]
            or row.outcome,
            applicant=row.applicant["type"] if row.applicant else None,
            work=dict.fromkeys(one.partition("#")[0] for one in where),
            right=rights_of(where),
            concept=(*indexed, *rights_of(where, kinds=("principle", "institution", "procedure"))),
            body=row.body,
            year=year_of(row.done_on),
            form=row.form,
        ),
        entry=max(row.entry, told.entry),
    )


def _title(row: Decision) -> dict[Lang, str]:
    """Form and number, then what it is about: its own title, else its subject."""
    about = {**by_lang(row.subject), **by_lang(row.title)}
    found: dict[Lang, str] = {}
    for lang in LANGS:
        form = phrase(f"decisions.form.{row.form}", lang)
        number = row.number_kk if lang == "kk" and row.number_kk else row.number
        named = f"{form[0].upper()}{form[1:]}" + (f" № {number}" if number else "")
        found[lang] = f"{named}. {about[lang]}" if lang in about else named
    return found


def _text(
    row: Decision, held: list[Holding], about: Told
) -> tuple[dict[Lang, str], dict[Lang, tuple[tuple[int, str], ...]]]:
    """What the record tells, then the published text with its paragraphs."""
    told = together(
        row.subject,
        *(said for one in held for said in (_where(one), one.extent, one.reading)),
        row.outcome_note,
        *row.facts,
        row.follow_up,
        *(one.says for one in about.positions),
        *(one.summary for one in about.summaries[-1:]),
        *(_keywords(one) for one in about.indexed[-1:]),
        *(_precis(one) for one in about.precis),
    )
    paragraphs = {one.language: one.paragraphs for one in about.texts}
    text: dict[Lang, str] = {}
    places: dict[Lang, tuple[tuple[int, str], ...]] = {}
    for lang in LANGS:
        own = [("", told[lang])] if lang in told else []
        shown = [(f"p-{n}", words) for n, words in enumerate(paragraphs.get(lang, ()), 1)]
        if own or shown:
            text[lang], found = lines([*own, *shown])
            places[lang] = tuple(one for one in found if one[1])
    return text, {lang: found for lang, found in places.items() if found}


def _keywords(one: Indexing) -> dict[str, str]:
    return {lang: "; ".join(words) for lang, words in one.keywords.items()}


def _precis(one: Precis) -> dict[str, str]:
    parts = (*one.headnotes, *one.facts, *one.reasoning, *one.supplementary)
    return {one.language: "\n".join(parts)}


def _where(held: Holding) -> dict[Lang, str]:
    """The provision spoken of, in words."""
    work = works().get(held.work)
    if work is None:
        return {}
    if held.provision == "whole":
        return by_lang(work.short)
    return {lang: f"{work.short.says(lang)}, {cite(held.provision, lang)}" for lang in LANGS}


def _names(row: Decision) -> tuple[str, ...]:
    """Its id, its citation and its numbers in every spelling. A number without letters is that of
    many decisions: it names none."""
    numbers = [one for one in _spelt((row.number, row.number_kk)) if not one.isdecimal()]
    return tuple(dict.fromkeys([row.id, neutral_citation(row), *numbers]))


def _spelt(numbers: Iterable[str | None]) -> Iterator[str]:
    for number in filter(None, numbers):
        yield number
        if match := _NUMBERED.fullmatch(number):
            yield from (f"{match[1]}-{letters}" for letters in _LETTERS)


def straight(words: str, lang: Lang, day: date) -> str | None:
    """The page of the decision whose number the words are, in any spelling; None where none is, or
    several bear it."""
    match = _NUMBERED.fullmatch(_CALLED.sub("", words.casefold()).strip(" №\u00a0"))
    if match is None:
        return None
    spelt = list(_spelt([f"{match[1]}-{match[2]}"]))
    bear = Decision.objects.filter(Q(number__in=spelt) | Q(number_kk__in=spelt))
    ids = list(bear.values_list("pk", flat=True)[:2])
    return f"decisions/{ids[0]}" if len(ids) == 1 else None
