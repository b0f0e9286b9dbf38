"""What of the law is searched: works, and every wording of every provision held or spoken of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from atazan.law.models import Adoption, Effect, TextVersion
from atazan.law.queries import UnknownWork, as_recorded, find_work, standing
from atazan.law.search import search, short_letters
from atazan.law.searched_wordings import of_work as wordings_of
from atazan.law.text.document import outer
from atazan.rules.concepts import constitution_of
from atazan.rules.text import LANGS, Lang
from atazan.rules.works import Work, works
from atazan.search.describing import facets, first_day, of_subjects, parts, together, year_of
from atazan.search.document import Audience, Document

KIND = "provision"


def subjects(streams: Collection[str]) -> set[str]:
    """What acts of these subjects of the journal may have changed: works, or single articles."""
    found = {f"{KIND}/{name}" for sort, name in _split(streams) if sort == "work"}
    adopted = [name for sort, name in _split(streams) if sort == "law"]
    rows = Adoption.objects.filter(pk__in=adopted, work__isnull=False)
    found |= {f"{KIND}/{work}" for work in rows.values_list("work", flat=True)}
    decided = [name for sort, name in _split(streams) if sort == "decision"]
    spoken = Effect.objects.filter(by_decision__in=decided)
    for work, eid in spoken.values_list("work", "provision"):
        found.add(f"{KIND}/{work}" if eid == "whole" else f"{KIND}/{work}/{outer(eid)}")
    return found


def _split(streams: Iterable[str]) -> list[tuple[str, str]]:
    return [(sort, name) for sort, _, name in (one.partition("/") for one in streams)]


def documents(audience: Audience, changed: Collection[str] | None = None) -> Iterator[Document]:
    """Every work and provision, or those of the subjects changed. All of it is public."""
    asked = of_subjects(changed, KIND)
    if asked == set():
        return
    adopted = {row.work: row for row in Adoption.objects.filter(work__isnull=False)}
    told = {one for table in (Effect, TextVersion) for one in _works_in(table)}
    for work in works().values():
        if asked is not None and work.id not in asked:
            continue
        pieces = None if changed is None else _pieces(work.id, changed)
        if pieces is None:
            yield _work(work, adopted.get(work.id))
        if work.id in told:
            yield from wordings_of(work, pieces)


def _works_in(table: type[Effect | TextVersion]) -> Iterable[str]:
    return table._default_manager.values_list("work", flat=True).distinct()


def _pieces(work: str, changed: Iterable[str]) -> set[str] | None:
    """The articles asked for; None: the whole work."""
    steps = [one for one in map(parts, changed) if one[:2] == [KIND, work]]
    return None if any(len(one) == 2 for one in steps) else {one[2] for one in steps}


def _work(work: Work, adoption: Adoption | None) -> Document:
    told = [work.short, *(adoption.facts if adoption else ())]
    number: dict[str, str] = {lang: f"№ {work.number}" for lang in LANGS} if work.number else {}
    begins = work.in_force_from or work.adopted
    return Document(
        id=f"{KIND}/{work.id}/whole",
        kind="provision",
        title=together(work.title),
        text=together(*told, number),
        path=f"norms/{work.id}",
        names=(work.id, work.uri, *filter(None, (work.number,)), *short_letters(work.id)),
        since=first_day(begins),
        until=first_day(work.in_force_until),
        day=first_day(work.adopted or begins),
        facets=facets(
            work=work.id,
            form=work.kind,
            state=_state(work),
            year=year_of(work.adopted or begins),
        ),
        entry=adoption.entry if adoption else 0,
    )


def _state(work: Work) -> str:
    """Ended; in force; or adopted only, where no day is known from which it was in force."""
    if work.in_force_until:
        return "work_ended"
    return "in_force" if work.in_force_from else "adopted"


def straight(words: str, lang: Lang, day: date) -> str | None:
    """The page of the one work or provision the words name outright; None where they name none.

    Without an act it is the Constitution in force on `day`. A bare number names nothing.
    """
    asked = " ".join(words.split())
    if asked.isdecimal():
        return None
    if work := _named(asked):
        return f"norms/{work.id}"
    if not any(map(str.isdecimal, asked)):
        return None
    if cited := _cited(asked, day):
        return _provision(*cited, day)
    found = search(asked)
    if found.provision is None:
        return None
    work = _best(found.works, day) if found.works else works()[constitution_of(day)]
    return _provision(work, found.provision, day)


def _named(asked: str) -> Work | None:
    """The one work of this id, address, number, title or short name."""
    try:
        return find_work(asked)
    except UnknownWork:
        pass
    low = asked.casefold()
    same = [
        work
        for work in works().values()
        for name in (work.title, work.short)
        if any(low == name.says(lang).casefold() for lang in LANGS)
    ]
    return same[0] if len({work.id for work in same}) == 1 else None


def _cited(asked: str, day: date) -> tuple[Work, str] | None:
    """The work and provision, where the words are one citation and nothing else."""
    from atazan.law.cited import citations  # its grammar takes a while to load: only when needed

    found = citations(asked, None, None, day)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(asked)):
        return None
    one = found[0]
    if one.work is None or not one.work.uri or not one.targets:
        return None
    try:
        return find_work(one.work.uri), one.targets[0]
    except UnknownWork:
        return None


def _best(named: tuple[Work, ...], day: date) -> Work:
    """Of the works that the name fits alike the first that was in force."""

    def ran(work: Work) -> bool:
        begins, ends = work.in_force_from or work.adopted, work.in_force_until
        return (begins is None or begins <= day) and (ends is None or day < ends)

    return next((work for work in named if ran(work)), named[0])


def _provision(work: Work, eid: str, day: date) -> str | None:
    where = as_recorded(work.id, eid)
    found = standing(work.id, where, day)
    known = found.in_text or any(event.relation != "parent" for event in found.history)
    return f"norms/{work.id}/{where}" if known else None
