"""The rules the platform applies, as documents: each version of each rule, with its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from atazan.rules.book import Rule, rules
from atazan.rules.text import LANGS, Lang
from atazan.rules.works import works
from atazan.search.describing import by_lang, facets, first_day, of_subjects, together
from atazan.search.document import Audience, Document

KIND = "rule"


def subjects(streams: Collection[str]) -> set[str]:
    """None: rules come from files; what became of them is seen by the version of the files."""
    return set()


def documents(audience: Audience, changed: Collection[str] | None = None) -> Iterator[Document]:
    """Every version of every rule. All of it is public."""
    asked = of_subjects(changed, KIND)
    for id, versions in rules().rules.items():
        if asked is None or id in asked:
            yield from _versions(versions)


def _versions(versions: tuple[Rule, ...]) -> Iterator[Document]:
    """A version is replaced where the next begins at once, else it ends."""
    for place, one in enumerate(versions):
        until = one.term.until
        followed = place + 1 < len(versions) and versions[place + 1].term.since == until
        yield Document(
            id=f"{KIND}/{one.id}@{one.term.since}",
            kind="rule",
            title=by_lang(one.title),
            text=together(one.says, _cited(one)),
            path=f"rules/{one.id}",
            names=(one.id,),
            since=first_day(one.term.since),
            until=None if followed else first_day(until),
            replaced=first_day(until) if followed else None,
            day=first_day(one.term.since),
            facets=facets(work=_works(one), year=str(one.term.since.year)),
        )


def _cited(one: Rule) -> dict[Lang, str]:
    """Where the rule stands, in words."""
    source = one.source
    named = works()[source.work].short
    return {lang: f"{named.says(lang)}, {source.provision.cite(lang)}" for lang in LANGS}


def _works(one: Rule) -> Iterable[str]:
    return [source.work for source in (one.source, *one.also)]
