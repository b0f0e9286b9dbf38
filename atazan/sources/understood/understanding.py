"""A text understood: who is named, on which days, who says what, and the acts it tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from atazan.sources.understood.acting import acts
from atazan.sources.understood.counted import quantities
from atazan.sources.understood.days import days
from atazan.sources.understood.mention import Day, Mention
from atazan.sources.understood.named import again
from atazan.sources.understood.named import mentions as named
from atazan.sources.understood.people import mentions as people
from atazan.sources.understood.provisions import cited, provisions
from atazan.sources.understood.sentences import Sentence, sentences
from atazan.sources.understood.speech import sources, speech
from atazan.sources.understood.told import ActTold, Understood
from atazan.words import Lang, language


def understand(text: str, lang: Lang | None = None, published: date | None = None) -> Understood:
    """What a text tells. `published` is the day days like "yesterday" are reckoned from.

    `lang` None: told passage by passage. A text in none of the three languages tells nothing or
    little; instructions in a text are text.

    >>> from datetime import date
    >>> told = understand("Вчера Сенат дал согласие на назначение Эльвиры Азимовой.",
    ...                   published=date(2022, 12, 29))
    >>> [(act.kind.value, act.date, act.objects) for act in told.acts]
    [('consent', '2022-12-28', ('Эльвира Азимова',))]
    """
    cut = sentences(text, lang)
    published = published or _dateline(cut, days(text, cut[:_DATELINE], None))
    told_in = lang or _language(text, cut)
    cites = cited(text, told_in, published)
    bodies = named(text, cut)
    persons = people(text, cut, bodies)
    pieces = provisions(text, cites, bodies, told_in)
    every = sorted((*bodies, *persons, *pieces), key=lambda one: (one.start, -one.end))
    dated = days(text, cut, published)
    said = speech(text, cut, every)
    rests_on = tuple(sources(text, cut, every))
    told_by = {one.casefold() for one in rests_on}
    others = [one for one in every if not _is_outlet(one, told_by)]
    parts = sorted((*others, *again(cut, others)), key=lambda one: (one.start, -one.end))
    return Understood(
        lang=told_in,
        acts=tuple(_to_come(one, published) for one in acts(text, cut, parts, dated, said)),
        persons=_names(every, "person"),
        organisations=_names(others, "body"),
        places=_names(every, "place"),
        sources=rests_on,
        mentions=tuple(every),
        days=tuple(dated),
        speech=tuple(said),
        quantities=tuple(quantities(text, cut)),
        citations=tuple(cites),
    )


def _language(text: str, cut: Sequence[Sentence]) -> Lang:
    """The language most of the text is in."""
    told: dict[Lang, int] = {}
    for one in cut:
        told[one.lang] = told.get(one.lang, 0) + one.end - one.start
    return max(told, key=lambda lang: told[lang]) if told else language(text)


def _is_outlet(mention: Mention, told_by: set[str]) -> bool:
    """Whether a body is only the outlet the text rests on; a court may tell of its own deeds."""
    name = mention.name.casefold()
    return mention.sort == "body" and not mention.id and " " not in name and name in told_by


def _to_come(act: ActTold, published: date | None) -> ActTold:
    """A deed on a day after publication is to come: "it enters into force on 1 July"."""
    if published and act.date and act.modality == "done":
        known = published.isoformat()[: len(act.date)]
        if act.date > known:
            return msgspec.structs.replace(act, modality="planned")
    return act


def _names(mentions: Iterable[Mention], sort: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.called for one in mentions if one.sort == sort))


_DATELINE = 3
"""Sentences of a head like "ASTANA. 3 March 2025. Agency", each of a few words."""


def _dateline(cut: Sequence[Sentence], dated: Iterable[Day]) -> date | None:
    """The day of publication where a text's own head writes it: a day in a short first sentence."""
    head = [one for one in cut[:_DATELINE] if len(one.words) <= 6]
    for day in dated:
        whole = day.how == "absolute" and len(day.day) == 10
        if whole and any(one.start <= day.start < one.end for one in head):
            return date.fromisoformat(day.day)
    return None
