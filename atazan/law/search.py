"""Find the works and the provision a reader's words name, in any of the three languages."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

from atazan.rules.citation import UnreadCitation, read_citation
from atazan.rules.text import LANGS
from atazan.rules.works import Work, works

_NUMBER_OF_DECISION = re.compile(r"№?\s*([0-9]+(?:-[0-9]+)?-(?:НП|НҚ|NP))\Z", re.IGNORECASE)
_EMPTY = frozenset(
    "о об и в на по рк қр республики республика казахстан қазақстан республикасы республикасының"
    " туралы мен және the of on and republic kazakhstan kz г ж года жылғы № закона заңының".split()
)
_SHORT_NAMES = {
    "criminal-code-2014": "ук қк",
    "criminal-procedure-code-2014": "упк қпк",
    "penal-enforcement-code-2014": "уик",
    "administrative-offences-code-2014": "коап әқбтк",
    "civil-procedure-code-2015": "гпк апк",
    "labour-code-2015": "тк ек",
    "administrative-procedure-code-2020": "аппк әрпк",
}
_LONGEST = 200


class Search(Struct, frozen=True):
    """What the words may mean: works, best first, and the provision named, if one is.

    `decision` is the number of a decision, where that is what was written.
    """

    asked: str
    works: tuple[Work, ...] = ()
    provision: str | None = None
    decision: str | None = None

    @property
    def found(self) -> bool:
        return bool(self.works or self.decision or self.provision)


def search(asked: str) -> Search:
    """What a reader's words name. Nothing is guessed: words nobody knows give nothing.

    >>> search("Еңбек кодексінің 160-бабы").provision
    'art_160'
    >>> search("ст. 342 УПК").works[0].id
    'criminal-procedure-code-2014'
    """
    asked = " ".join(asked.split())[:_LONGEST]
    if match := _NUMBER_OF_DECISION.match(asked):
        return Search(asked, decision=match[1].upper().replace("NP", "НП"))
    if named := _named(asked):
        return Search(asked, named)
    for name, where in _splits(asked):
        eid = _cited(where)
        if eid is None:
            continue
        if not name:
            return Search(asked, provision=eid)
        if named := _named(name):
            return Search(asked, named, eid)
    return Search(asked)


def _splits(asked: str) -> list[tuple[str, str]]:
    """Every way to part the words into a name and a citation, the longest name first."""
    words = asked.replace(",", " , ").split()
    found = []
    for size in range(len(words) - 1, -1, -1):
        found.append((words[:size], words[size:]))
        found.append((words[len(words) - size :], words[: len(words) - size]))
    return [(" ".join(name).strip(" ,"), " ".join(where).strip(" ,")) for name, where in found]


def _cited(words: str) -> str | None:
    try:
        return read_citation(words) if words else None
    except UnreadCitation:
        return None


def _named(words: str) -> tuple[Work, ...]:
    """The works every word of which is in the name, those with the fewest words left over first."""
    exact = words.strip().casefold().removeprefix("№").strip().split("#")[0]
    if not exact:
        return ()
    same = [w for w in works().values() if exact in (w.id, w.uri, (w.number or "").casefold())]
    if same:
        return tuple(same)
    asked = _tokens(words)
    if not asked:
        return ()
    found = []
    for id, names in _names().items():
        fits = [name for name in names if all(any(_alike(a, b) for b in name) for a in asked)]
        if fits:
            left = min(len(name) - len(asked) for name in fits)
            found.append((left, -_begun(works()[id]).toordinal(), id))
    return tuple(works()[id] for _, _, id in sorted(found))


def short_letters(work: str) -> tuple[str, ...]:
    """The letters lawyers call a work by: УК, ҚК."""
    return tuple(one.upper() for one in _SHORT_NAMES.get(work, "").split())


def _begun(work: Work) -> date:
    return work.in_force_from or work.adopted or date.min


@lru_cache(maxsize=1)
def _names() -> dict[str, list[frozenset[str]]]:
    """The words of each name of each work: title and short name in each language, short letters."""
    return {
        work.id: [
            *(_tokens(name.says(lang)) for lang in LANGS for name in (work.title, work.short)),
            *(frozenset([short]) for short in _SHORT_NAMES.get(work.id, "").split()),
        ]
        for work in works().values()
    }


def _tokens(words: str) -> frozenset[str]:
    plain = re.sub(r"[^\w-]+", " ", words.casefold().replace("ё", "е"))
    return frozenset(plain.split()) - _EMPTY


def _alike(asked: str, known: str) -> bool:
    """The same word, whatever its ending: кодексінің, кодексі; трудового, трудовой."""
    if asked == known:
        return True
    shorter = min(len(asked), len(known))
    if asked.isdigit() or shorter < 5:
        return False
    common = next((i for i in range(shorter) if asked[i] != known[i]), shorter)
    return common >= max(4, shorter - 3)
