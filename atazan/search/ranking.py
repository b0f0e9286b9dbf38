"""Our own order over the best an engine finds. Every weight is here, with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from atazan.search.document import Document
from atazan.search.engines import Candidate

WINDOW = 200
"""So many of the engine's best are put in our order; what follows keeps the engine's."""

ENDED = 0.6
"""What no longer binds on the day asked: still found, after its like that binds."""

OLDER = 0.6
"""An older wording of the same thing, when every wording is asked for."""

_KINDS = {
    # What binds, and the Court's word on it.
    "provision": 1.0,
    "decision": 1.0,
    "position": 1.0,
    # Offices and people, and what the Court does.
    "case": 0.95,
    "office": 0.95,
    "person": 0.95,
    "body": 0.95,
    "agreement": 0.9,
    "project": 0.9,
    "event": 0.9,
    "referendum": 0.95,
    # Our own words for what a provision says: short, so that they would stand before it.
    "rule": 0.6,
    # Papers about it.
    "source": 0.85,
}
_CONSTITUTION = 1.15
"""A provision of the Constitution goes before a like one of a law (facet `form=constitution`)."""

_TIERS = (*_KINDS, "constitution")
_WEIGHTS = (*_KINDS.values(), _CONSTITUTION)


def tier(document: Document) -> int:
    """The number under which an engine keeps what kind of thing a document is.

    >>> tier(Document(id="source/1", kind="source", title={}, text={}, path="sources/1"))
    12
    """
    supreme = "constitution" in document.facets.get("form", ())
    return _TIERS.index("constitution" if supreme else document.kind)


def weighed(candidate: Candidate, day: int | None) -> float:
    """The score of a candidate in our order; `day` is a whole number, 20260701."""
    score = candidate.score * _WEIGHTS[candidate.tier]
    return score * ENDED if day is not None and candidate.until <= day else score


def ordered(candidates: Sequence[Candidate], day: int | None) -> list[tuple[float, Candidate]]:
    """Candidates with their score, the best first, equal ones by place.

    With no day asked, wordings of one thing take its best score, the newest first and each further
    one less, so that they do not crowd out the rest.
    """
    return _sorted(_spread(candidates)) if day is None else apart(candidates, day)


def apart(candidates: Sequence[Candidate], day: int | None) -> list[tuple[float, Candidate]]:
    """Candidates with their score, the best first, each by itself whatever it is a wording of."""
    return _sorted([(weighed(one, day), one) for one in candidates])


def _sorted(scored: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    return sorted(scored, key=lambda one: (-one[0], one[1].place))


def _spread(candidates: Iterable[Candidate]) -> list[tuple[float, Candidate]]:
    things: dict[int, list[Candidate]] = defaultdict(list)
    for one in candidates:
        things[one.thing].append(one)
    found: list[tuple[float, Candidate]] = []
    for wordings in things.values():
        if len(wordings) == 1:
            found.append((weighed(wordings[0], None), wordings[0]))
            continue
        best = max(weighed(one, None) for one in wordings)
        newest = sorted(wordings, key=lambda one: (-one.since, one.place))
        found += [(best * OLDER**age, one) for age, one in enumerate(newest)]
    return found
