"""What has a timeline: bodies, offices, persons, partners, associations and subjects of the
thesaurus; their names, and the keys of the acts that concern them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, get_args

from msgspec import Struct

from atazan.cooperation.models import Association, Partner
from atazan.decisions.models import Decision, Indexing, Position
from atazan.institutions.models import Person, Tenure
from atazan.rules.bodies import bodies, offices
from atazan.rules.concepts import Concept, concepts, rights_of
from atazan.rules.text import LANGS, Lang
from atazan.sources.timelines.concerns import Key, as_named
from atazan.sources.timelines.ledger import Ledger

Sort = Literal["bodies", "offices", "people", "partners", "associations", "concepts"]
SORTS: tuple[Sort, ...] = get_args(Sort)
"""The sorts of timelines, by the section of the portal where each has its own page."""

_KINDS_OF = {
    "referendum": ("referendum.called", "referendum.held", "referendum.decided"),
    "elections": ("election.held",),
    "oath": ("oath.taken",),
    "memorandum": ("agreement.signed",),
    "constitutional_amendment": ("draft.published",),
    "transition_to_constitution": ("duty.set", "duty.met"),
}
"""Concepts that whole kinds of act are about."""


_TABLES: Mapping[str, Any] = {
    "people": Person,
    "partners": Partner,
    "associations": Association,
}


class UnknownSubject(LookupError):
    """No thing of this sort has this id."""

    def __init__(self, sort: str, id: str) -> None:
        self.sort, self.id = sort, id
        super().__init__(f"{sort}/{id}")


class Subject(Struct, frozen=True):
    """A thing with a timeline. `names` by language, one at least."""

    sort: Sort
    id: str
    names: Mapping[str, str]

    @property
    def path(self) -> str:
        """Its own page, without the language: `people/azimova`."""
        return f"{self.sort}/{self.id}"

    def says(self, lang: Lang) -> str:
        """Its name in the language, or in one that has it."""
        return next((self.names[one] for one in (lang, *LANGS) if self.names.get(one)), self.id)


def subject(sort: str, id: str) -> Subject:
    """The thing of a sort with an id. Raises UnknownSubject."""
    for one in SORTS:
        if one == sort and (names := _names(one, id)):
            return Subject(one, id, names)
    raise UnknownSubject(sort, id)


def subjects(found: Iterable[Key]) -> list[Subject]:
    """The things of these sorts and ids that are there, with few questions to the database."""
    keys = list(found)
    rows = {
        sort: table.objects.in_bulk([id for one, id in keys if one == sort])
        for sort, table in _TABLES.items()
    }
    told = []
    for sort, id in keys:
        if sort in rows:
            row = rows[sort].get(id)
            names = dict(row.names) if row else {}
        else:
            names = _names(sort, id) if sort in SORTS else {}
        if names:
            told.append(Subject(sort, id, names))  # type: ignore[arg-type]
    return told


def _names(sort: str, id: str) -> dict[str, str]:
    tables = {"bodies": bodies, "offices": offices}
    if sort in tables:
        place = tables[sort]().get(id)
        return {lang: place.names.says(lang) for lang in LANGS} if place else {}
    if sort == "concepts":
        one = concepts().get(id)
        return {lang: one.preferred.says(lang) for lang in LANGS} if one else {}
    row = _TABLES[sort].objects.filter(pk=id).first()
    return dict(row.names) if row else {}


class Keyring:
    """Keys of one thing or of many: what they share is read once."""

    def keys(self, one: Subject) -> set[Key]:
        """The keys of the acts that concern a thing."""
        return {(one.sort, one.id), *self._more(one)}

    @cached_property
    def decisions(self) -> Mapping[str, set[str]]:
        """The decisions under each concept."""
        return decisions_by_concept()

    @cached_property
    def _tenures(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id, person in Tenure.objects.values_list("pk", "person"):
            found.setdefault(person, []).append(id)
        return found

    @cached_property
    def _sharing(self) -> Counter[str]:
        """How many persons of the record have a name."""
        every = Person.objects.values_list("names", flat=True)
        return Counter(form for names in every for form in set(_forms(names.values())))

    def _more(self, one: Subject) -> Iterator[Key]:
        if one.sort == "people":
            yield from (("tenures", id) for id in self._tenures.get(one.id, ()))
            forms = set(_forms(one.names.values()))
            yield from (("names", form) for form in forms if self._sharing[form] == 1)
        elif one.sort in ("partners", "bodies"):
            yield from (("names", name) for name in as_named(one.names.values()))
            if one.sort == "partners" and one.id in bodies():
                yield "bodies", one.id
        elif one.sort == "associations":
            yield "partners", one.id
        elif one.sort == "concepts":
            yield from self._concept(concepts()[one.id])

    def _concept(self, one: Concept) -> Iterator[Key]:
        if one.id in bodies():
            yield "bodies", one.id
        if one.id in offices():
            yield "offices", one.id
        yield from (("kinds", kind) for kind in _KINDS_OF.get(one.id, ()))
        yield from (("decisions", id) for id in self.decisions.get(one.id, ()))
        for place in one.provisions:
            yield "provisions", place
            above = place.rpartition("__")[0]
            while above:
                yield "provision", above
                above = above.rpartition("__")[0]


def _forms(names: Iterable[str]) -> Iterator[str]:
    """Surname and given name, with and without what follows; initials are no name."""
    for name in names:
        words = [word for word in name.split() if "." not in word]
        if len(words) > 1:
            yield from as_named((name, " ".join(words[:2])))


def decisions_by_concept() -> dict[str, set[str]]:
    """The decisions under each concept, as their pages show them: by the rights of the provisions
    they name, by their positions, by their indexing."""
    found: dict[str, set[str]] = {}

    def put(decision: str, ids: Iterable[str]) -> None:
        for id in ids:
            found.setdefault(id, set()).add(decision)

    for id, places in Decision.objects.values_list("pk", "constitution"):
        put(id, rights_of(places))
    for id, places, named in Position.objects.values_list("decision", "provisions", "concepts"):
        put(id, [*rights_of(places), *named])
    for id, named in Indexing.objects.values_list("decision", "concepts"):
        put(id, named)
    return found


def with_acts(ledger: Ledger) -> list[tuple[Subject, int]]:
    """Every thing that some act concerns, with how many do, sort by sort.

    Organs that are partners as well stand among the bodies and offices alone. Concepts are those
    with decisions or kinds of act of their own.
    """
    keyring = Keyring()
    keys: list[Key] = [
        (sort, id)
        for sort in SORTS
        for id in sorted(ledger.ids(sort))
        if sort != "partners" or not (id in bodies() or id in offices())
    ]
    named = sorted({*keyring.decisions, *_KINDS_OF} & set(concepts()))
    told = subjects([*keys, *(("concepts", id) for id in named)])
    counted = ((one, len(ledger.numbers(keyring.keys(one)))) for one in told)
    return [(one, n) for one, n in counted if n]
