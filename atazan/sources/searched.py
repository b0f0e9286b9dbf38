"""What of the sources is searched: the documents of the record, with what they describe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from atazan.search.describing import by_lang, facets, first_day, of_subjects, together, year_of
from atazan.search.document import Audience, Document
from atazan.sources.models import Document as Described
from atazan.sources.models import Mechanism

KIND = "source"


def subjects(streams: Collection[str]) -> set[str]:
    """The sources that acts of these subjects of the journal may have changed."""
    return {f"{KIND}/{one.partition('/')[2]}" for one in streams if one.startswith("document/")}


def documents(audience: Audience, changed: Collection[str] | None = None) -> Iterator[Document]:
    """Every document described, or those changed; readers' reports of errors are sealed."""
    asked = of_subjects(changed, KIND)
    if asked == set():
        return
    rows = Described.objects.all() if asked is None else Described.objects.filter(pk__in=asked)
    named: dict[str, list[Mechanism]] = defaultdict(list)
    for one in Mechanism.objects.order_by("entry"):
        named[one.document].append(one)
    for row in rows.order_by("entry"):
        publisher = {row.language: row.publisher} if row.publisher else None
        yield Document(
            id=f"{KIND}/{row.id}",
            kind="source",
            title=by_lang(row.title),
            text=together(publisher, *(one.says for one in named[row.id])),
            path=f"record/{row.id}",
            names=tuple(row.files),
            since=first_day(row.published),
            day=first_day(row.published),
            facets=facets(year=year_of(row.published)),
            entry=max([row.entry, *(one.entry for one in named[row.id])]),
        )
