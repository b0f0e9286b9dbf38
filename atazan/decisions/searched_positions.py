"""Legal positions as documents: each stands until a later decision changes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from atazan.decisions.models import Decision, Position, Treatment
from atazan.rules.concepts import concepts, rights_of
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase
from atazan.search.describing import by_lang, facets, first_day, of_subjects, year_of
from atazan.search.document import Document

KIND = "position"


def subjects(decisions: Iterable[str]) -> set[str]:
    """The positions of these decisions, and those that these decisions treated."""
    ids = list(decisions)
    stated = Position.objects.filter(decision__in=ids).values_list("pk", flat=True)
    treated = Treatment.objects.filter(decision__in=ids).values_list("position", flat=True)
    return {f"{KIND}/{one}" for one in (*stated, *treated)}


def documents(changed: Collection[str] | None = None) -> Iterator[Document]:
    """Every position, or those changed."""
    asked = of_subjects(changed, KIND)
    if asked is not None and not asked:
        return
    rows = Position.objects.all() if asked is None else Position.objects.filter(pk__in=asked)
    decisions = Decision.objects.in_bulk({row.decision for row in rows})
    treated: dict[str, list[Treatment]] = defaultdict(list)
    for one in Treatment.objects.order_by("entry", "id"):
        treated[one.position].append(one)
    later = Decision.objects.in_bulk({one.decision for found in treated.values() for one in found})
    for row in rows.order_by("id"):
        if row.decision in decisions:
            yield _position(row, decisions[row.decision], treated[row.id], later)


def _position(
    row: Position, made: Decision, treated: list[Treatment], later: dict[str, Decision]
) -> Document:
    changed = [one for one in treated if one.treatment == "changed"]
    ends = [later[one.decision].done_on for one in changed if one.decision in later]
    return Document(
        id=f"{KIND}/{row.id}",
        kind="position",
        title=_title(made),
        text=by_lang(row.says),
        path=f"positions/{row.id}",
        names=(row.id,),
        since=first_day(made.done_on),
        until=min((day for one in ends if (day := first_day(one))), default=None),
        day=first_day(made.done_on),
        facets=facets(
            state=_state(treated),
            right=(*rights_of(row.provisions), *_rights(row.concepts)),
            concept=row.concepts,
            work=[one.partition("#")[0] for one in row.provisions],
            body=made.body,
            year=year_of(made.done_on),
        ),
        entry=max([row.entry, made.entry, *(one.entry for one in treated)]),
    )


def _state(treated: list[Treatment]) -> str:
    done = {one.treatment for one in treated}
    return next((one for one in ("changed", "distinguished") if one in done), "stands")


def _rights(ids: Iterable[str]) -> list[str]:
    """Those of the concepts that are rights."""
    return [id for id in ids if id in concepts() and concepts()[id].kind == "right"]


def _title(made: Decision) -> dict[Lang, str]:
    """The decision a position is of, as readers name it."""
    found: dict[Lang, str] = {}
    for lang in LANGS:
        form = phrase(f"decisions.form.{made.form}", lang)
        number = made.number_kk if lang == "kk" and made.number_kk else made.number
        found[lang] = f"{form[0].upper()}{form[1:]} № {number}" if number else form.capitalize()
    return found
