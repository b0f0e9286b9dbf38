"""A timeline: the acts that concern a thing, as of a day, with sources and who tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, get_args

from msgspec import Struct

from atazan.rules.bodies import bodies, offices
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS
from atazan.rules.words import all_words, phrase
from atazan.sources.chronicle import Told, tell
from atazan.sources.models import Document, Reading
from atazan.sources.timelines.differences import Difference, differences
from atazan.sources.timelines.ledger import Ledger, Line, acts_as_they_count, ledger
from atazan.sources.timelines.outlets import TELLERS, Outlet, Outlets, Teller
from atazan.sources.timelines.subjects import Keyring, Subject

PAGE = 100
"""So many acts stand on one page of a timeline."""
Only = Literal["both", "gazette", "official", "press", "other", "differ"]
ONLY: tuple[Only, ...] = get_args(Only)
"""What a timeline may be narrowed to: those whom one side tells, or where sources differ."""


class Cited(Struct, frozen=True):
    """A source of an act: as cited, where it speaks from, and the document of the record it is."""

    source: str
    outlet: Outlet
    document: str | None = None


class Entry(Struct, frozen=True):
    """An act on a timeline.

    `maybe_later`: its day is known in part and may lie after the day asked about. `details` are
    further words on it, in three languages. `act` is the act as it counts, for those who know its
    kind; `changed` the entry that last changed it.
    """

    told: Told
    day: str | None
    known: Literal["done", "seen", "none"]
    maybe_later: bool
    teller: Teller
    cited: tuple[Cited, ...]
    details: tuple[Mapping[str, str], ...]
    differences: tuple[Difference, ...]
    changed: int
    act: Mapping[str, Any]

    @property
    def number(self) -> int:
        """The entry of the journal."""
        return self.told.number

    @property
    def year(self) -> str:
        """The year of its day; empty where none was found."""
        return (self.day or "")[:4]


class Timeline(Struct, frozen=True):
    """Acts of a thing (None: of all) by `on`, a page of them.

    `counts` tells how many each side tells, whatever the timeline is narrowed to; `differing` how
    many have sources that differ; `later` how many lie wholly after the day.
    """

    subject: Subject | None
    on: date
    entries: tuple[Entry, ...]
    total: int
    counts: Mapping[str, int]
    differing: int
    later: int
    page: int
    pages: int

    @property
    def before(self) -> int:
        """The page before this one."""
        return self.page - 1

    @property
    def after(self) -> int:
        """The page after this one."""
        return self.page + 1

    @property
    def first(self) -> int:
        """The place of the first entry shown, 1 for the first of all; 0 where there is none."""
        return (self.page - 1) * PAGE + 1 if self.total else 0

    @property
    def last(self) -> int:
        """The place of the last entry shown."""
        return min(self.total, self.page * PAGE)


def timeline(
    subject: Subject | None,
    on: date,
    *,
    only: Only | None = None,
    newest: bool = False,
    page: int = 1,
    whole: bool = False,
) -> Timeline:
    """The timeline of a thing as of a day; without a subject that of all acts.

    A day known in part stands before the days within it, an act without a day after all. `page`
    counts from 1; `whole` puts all on one page.
    """
    journal = ledger()
    every = _lines(journal, subject)
    begun = [line for line in every if line.first <= on.isoformat()]
    sides, apart = outlets(), differences(journal)
    tellers = {line.number: sides.teller(line.sources) for line in begun}
    kept = [line for line in begun if _is(line, only, tellers, apart)]
    if newest:
        kept.sort(key=lambda line: (bool(line.day), line.day or "", line.number), reverse=True)
    pages = 1 if whole else max(1, -(-len(kept) // PAGE))
    page = min(max(page, 1), pages)
    shown = kept if whole else kept[(page - 1) * PAGE : page * PAGE]
    counts = Counter(tellers.values())
    return Timeline(
        subject=subject,
        on=on,
        entries=tuple(entries(shown, on, sides, apart)),
        total=len(kept),
        counts={one: counts[one] for one in TELLERS},
        differing=sum(line.number in apart for line in begun),
        later=len(every) - len(begun),
        page=page,
        pages=pages,
    )


def _lines(journal: Ledger, subject: Subject | None) -> list[Line]:
    if subject is None:
        return sorted(list(journal.lines.values()), key=lambda line: line.order)
    return journal.of(Keyring().keys(subject))


def _is(
    line: Line,
    only: Only | None,
    tellers: Mapping[int, Teller],
    apart: Mapping[int, tuple[Difference, ...]],
) -> bool:
    if only is None:
        return True
    return line.number in apart if only == "differ" else tellers[line.number] == only


def outlets() -> Outlets:
    """Outlets that know the documents of the record."""
    described = [(one.files, one.url, one.publisher) for one in Document.objects.all()]
    read = Reading.objects.values_list("cited_as", "id", "url", "outlet")
    return Outlets([*described, *(((cited, id), url, outlet) for cited, id, url, outlet in read)])


def entries(
    lines: Iterable[Line],
    on: date,
    sides: Outlets,
    apart: Mapping[int, tuple[Difference, ...]],
) -> list[Entry]:
    """The lines told, in the order given."""
    lines = list(lines)
    acts = {one.number: one for one in acts_as_they_count(line.number for line in lines)}
    told = {one.number: one for one in tell(acts.values())}
    known = {file: one.pk for one in Document.objects.all() for file in one.files}
    return [
        Entry(
            told=told[line.number],
            day=line.day,
            known=line.known,
            maybe_later=bool(line.day) and PartialDay.read(line.day).last > on,  # type: ignore[arg-type]
            teller=sides.teller(line.sources),
            cited=tuple(Cited(one, side, known.get(one)) for one, side in sides.each(line.sources)),
            details=tuple(_details(acts[line.number].body)),
            differences=apart.get(line.number, ()),
            changed=line.changed,
            act=acts[line.number].body,
        )
        for line in lines
        if line.number in told
    ]


def _details(act: Mapping[str, Any]) -> list[Mapping[str, str]]:
    """What became of it, how, by whom and where, as far as the act says so."""
    found = [
        *_coded(act),
        *(act[name] for name in ("how", "place", "programme", "outcome_note") if act.get(name)),
    ]
    for key, field in (("timelines.by", "by"), ("timelines.consent", "consent_by")):
        place = offices().get(act.get(field, "")) or bodies().get(act.get(field, ""))
        if place is not None:
            words = {lang: phrase(key, lang, {"who": place.names.says(lang)}) for lang in LANGS}
            found.append(words)
    return found


_CODES = {
    "provision.changed": (("law.done", "effect"),),
    "decision.adopted": (("decisions.outcome", "outcome"),),
    "decision.published": (("decisions.outcome", "outcome"),),
    "measure.announced": (("measure.state", "state"),),
    "member.admitted": (("member.standing", "standing"),),
}
"""Fields that hold a code, and the phrases of the codes."""


def _coded(act: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    for prefix, field in _CODES.get(act["kind"].partition("/")[0], ()):
        key = f"{prefix}.{act.get(field)}"
        if key in all_words():
            yield {lang: phrase(key, lang) for lang in LANGS}
