"""What of the docket is searched: cases as the public register shows them, and nothing sealed.

For the court's own index a case also has what every role of the Court's staff may see of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from atazan.docket.models import Petition
from atazan.docket.queries import PUBLIC
from atazan.docket.sight import ANYONE, Shown, show_all
from atazan.institutions.models import Person
from atazan.journal.rights import rights
from atazan.rules.citation import cite
from atazan.rules.concepts import rights_of
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase
from atazan.rules.works import works
from atazan.search.audiences import staff
from atazan.search.describing import facets, of_subjects, together, year_of
from atazan.search.document import Audience, Document

KIND = "case"


def subjects(streams: Collection[str]) -> set[str]:
    """The cases that acts of these subjects of the journal may have changed."""
    return {f"{KIND}/{one.partition('/')[2]}" for one in streams if one.startswith("petition/")}


def documents(audience: Audience, changed: Collection[str] | None = None) -> Iterator[Document]:
    """The cases of the public register, or those changed."""
    asked = of_subjects(changed, KIND)
    if asked == set():
        return
    rows = Petition.objects.filter(step__in=PUBLIC, admitted_on__isnull=False)
    rows = rows if asked is None else rows.filter(pk__in=asked)
    known = list(rows.order_by("admitted_on", "id"))
    entry = {row.id: row.entry for row in known}
    for shown in show_all(known, ANYONE):
        yield _case(shown, _of_the_bench(shown) if audience == "court" else (), entry[shown.id])


def _case(shown: Shown, bench: tuple[dict[str, str], ...], entry: int) -> Document:
    norms = [(one["work"], one["provision"]) for one in shown["norms"] or ()]
    where = [f"{work}#{eid}" for work, eid in norms]
    return Document(
        id=f"{KIND}/{shown.id}",
        kind="case",
        title=_title(shown.id, norms),
        text=together(*(_norm(*one) for one in norms), rights().states[shown["step"]], *bench),
        path=f"cases/{shown.id}",
        names=(shown.id, *(phrase("cases.number", one, {"number": shown.id}) for one in LANGS)),
        since=shown["admitted_on"],
        day=shown["admitted_on"],
        facets=facets(
            work=[work for work, _ in norms],
            state=shown["step"],
            right=rights_of(where),
            year=year_of(shown["admitted_on"]),
        ),
        entry=entry,
    )


def _title(number: str, norms: list[tuple[str, str]]) -> dict[Lang, str]:
    """The number, and the first provision the case is about."""
    named = {lang: phrase("cases.number", lang, {"number": number}) for lang in LANGS}
    return together(named, _norm(*norms[0]), between=". ") if norms else named


def _norm(work: str, eid: str) -> dict[Lang, str]:
    """A provision the case is about, in words."""
    known = works().get(work)
    if known is None:
        return {}
    if eid == "whole":
        return {lang: known.title.says(lang) for lang in LANGS}
    return {lang: f"{known.short.says(lang)}, {cite(eid, lang)}" for lang in LANGS}


def _of_the_bench(public: Shown) -> tuple[dict[str, str], ...]:
    """The names of the judges of a case, once the whole staff may see its composition."""
    if "composition" not in staff_sees(public["step"]):
        return ()
    row = Petition.objects.get(pk=public.id)
    named = Person.objects.in_bulk([*row.judges, *row.rapporteurs])
    return tuple(one.names for one in named.values())


@lru_cache(maxsize=64)
def staff_sees(step: str) -> frozenset[str]:
    """What of a petition at a step every role of the Court's staff may see, whoever bears it."""
    seen = [rights().sees(one, "petition", step, own=False) for one in sorted(staff())]
    return frozenset.intersection(*seen) if seen else frozenset()
