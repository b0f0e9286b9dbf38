"""What of reform is searched: referendums."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from atazan.reform.models import Referendum
from atazan.search.describing import by_lang, facets, first_day, of_subjects, together, year_of
from atazan.search.document import Audience, Document

KIND = "referendum"


def subjects(streams: Collection[str]) -> set[str]:
    """The referendums that acts of these subjects of the journal may have changed."""
    return {one for one in streams if one.startswith(f"{KIND}/")}


def documents(audience: Audience, changed: Collection[str] | None = None) -> Iterator[Document]:
    """Every referendum, or those changed. All of it is public."""
    asked = of_subjects(changed, KIND)
    if asked == set():
        return
    rows = Referendum.objects.all() if asked is None else Referendum.objects.filter(pk__in=asked)
    for row in rows.order_by("vote_on"):
        yield Document(
            id=f"{KIND}/{row.id}",
            kind="referendum",
            title=by_lang(row.question),
            text=together(*row.facts, row.outcome),
            path=f"referendums/{row.id}",
            names=(row.decree,) if row.decree else (),
            since=first_day(row.called_on or row.vote_on),
            day=first_day(row.vote_on),
            facets=facets(year=year_of(row.vote_on)),
            entry=row.entry,
        )
