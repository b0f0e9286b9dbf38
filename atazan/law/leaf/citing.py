"""Which provisions of the texts held cite a provision on a day, read from the texts themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from atazan.law import texts
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.cites import Cites
from atazan.law.leaf.texts_shown import side
from atazan.law.models import TextVersion
from atazan.law.text.document import outer, pieces
from atazan.rules.citation import Provision, meet
from atazan.rules.text import Lang
from atazan.rules.works import Work


class CitingText(Struct, frozen=True):
    """A provision whose words cite the one asked about, or one that meets it: `cites`."""

    where: Provision
    lang: Lang
    cites: Cites
    targets: tuple[str, ...]


def citing_texts(work: Work, eid: str, asked: Asked) -> tuple[CitingText, ...]:
    """Every provision of the texts of the day, in one language each, that cites the provision.

    Of a work held in both languages the first asked for is read.
    """
    found = []
    for citing, lang in _held(asked):
        for one in _of_version(citing, lang, asked):
            to = one.to
            if to is None or to.work != work.id or (citing == work.id and meet(one.eid, eid)):
                continue
            targets = tuple(at for at in (to.eid, *to.others) if _names(at, eid))
            if targets:
                found.append(CitingText(Provision(citing, one.eid), lang, one, targets))
    return tuple(sorted(found, key=lambda one: one.where.work != work.id))


def _names(target: str, eid: str) -> bool:
    """Whether a citation speaks of the provision: of it, of a part of it, of its article."""
    return target != "whole" and meet(target, eid)


def _held(asked: Asked) -> Iterator[tuple[str, Lang]]:
    """Each work held with the language to read it in."""
    for work in sorted(works_held()):
        langs = texts.languages(work)
        yield work, next((lang for lang in asked.langs if lang in langs), langs[0])


def works_held() -> frozenset[str]:
    """The works of which some text is held."""
    return frozenset(TextVersion.objects.values_list("work", flat=True).distinct())


def _of_version(work: str, lang: Lang, asked: Asked) -> tuple[Cites, ...]:
    versions = texts.versions(work, lang, asked.known)
    past = [one for one in versions if one.since <= asked.day]
    return _cites(work, lang, past[-1].since, tuple(one.digest for one in past)) if past else ()


@lru_cache(maxsize=512)
def _cites(work: str, lang: Lang, since: date, digests: tuple[str, ...]) -> tuple[Cites, ...]:
    """Everything the version from `since` cites; the digests of it and of those before tell it."""
    document = texts.text_on(work, lang, since)
    found: list[Cites] = []
    for _, lines in pieces(document.blocks) if document is not None else ():
        shown = side(texts.wordings(work, outer(lines[0].name), lang), since)
        found += shown.cites if shown is not None else ()
    return tuple(found)
