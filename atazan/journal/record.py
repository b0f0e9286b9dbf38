"""The one way a deed enters the journal: for web, API, command line and bulk import alike.

lock → the subject's version → role, state and kind → the rules of the day → entry → register rows
→ receipt. A refusal raises before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from django.db import connection, transaction
from msgspec import Struct

from atazan.journal import corrections, private
from atazan.journal.acts import Act, plain
from atazan.journal.chain import START, canonical, digest
from atazan.journal.deeds import Deed, deed_of, read_act
from atazan.journal.models import Entry, Flag, Head, Stream
from atazan.journal.problems import BadAct, NotPermitted, Problem, Stale
from atazan.journal.rights import ABSENT, OnContradiction, Right, Whose, rights
from atazan.journal.rows import Change, Put, RowMissing, RowTaken, write
from atazan.journal.statements import amend, insert, one, several
from atazan.rules.book import NoRuleInForce, RulesOnDay, rules
from atazan.rules.day import day_in_astana
from atazan.rules.finding import Finding

_STREAM = ("name", "version", "head", "state", "owner", "day")


class By(Struct, frozen=True):
    """Who sends the command, and in which of their roles.

    `person` is the person of the record this account belongs to (a judge), None for the rest.
    """

    name: str
    role: str
    person: str | None = None


class Receipt(Struct, frozen=True):
    """What the sender gets: enough to find the entry and to prove that it stands unchanged."""

    number: int
    stream: str
    version: int
    kind: str
    hash: str
    at: datetime
    flags: tuple[str, ...] = ()


def record(act: Act, *, by: By, at: datetime, seen: int) -> Receipt:
    """Record an act: check, append, update, in one transaction.

    `seen` is the version of the subject the sender looked at (0: nothing there yet).
    Raises Stale, NotPermitted (with findings), BadAct (with problems) or UnknownKind.
    """
    with transaction.atomic():
        pen = _Pen(by, at)
        receipt = pen.write(act, seen)
        pen.lay_down()
    return receipt


def record_together(steps: Iterable[tuple[Act, int]], *, by: By, at: datetime) -> list[Receipt]:
    """Record acts that belong together, each with the version of its subject seen: all or none.

    Raises what `record` raises, for the first that cannot stand.
    """
    with transaction.atomic():
        pen = _Pen(by, at)
        receipts = [pen.write(act, seen) for act, seen in steps]
        pen.lay_down()
    return receipts


def record_many(acts: Iterable[Act], *, by: By, at: datetime) -> list[Receipt]:
    """Record acts in order, all or none; each is taken to have seen the acts before it.

    Raises BadRow, naming the place in the order, for the first that cannot stand.
    """
    done: list[Receipt] = []
    with transaction.atomic():
        pen = _Pen(by, at)
        try:
            for act in acts:
                done.append(pen.write(act))
            pen.lay_down()
        except (BadAct, NotPermitted) as wrong:
            raise BadRow(len(done), pen.act, wrong) from wrong
    return done


class BadRow(ValueError):
    """One act of a batch cannot stand, so none was recorded."""

    def __init__(self, place: int, act: Act, why: Exception) -> None:
        self.place, self.act, self.why = place, act, why
        super().__init__(f"act {place + 1} ({act.kind}): {why}")


class _Pen:
    """Writes acts inside one transaction; what nobody needs to read yet waits for `lay_down`.

    One writer at a time holds the journal's end, so numbers have no gaps (docs/adr/0003).
    """

    act: Act

    def __init__(self, by: By, at: datetime) -> None:
        self.by, self.at = by, at
        self.size = _hold_the_end()
        self.streams: dict[str, Stream] = {}
        self.fresh: set[str] = set()
        self.changed: set[str] = set()
        self.entries: list[dict[str, Any]] = []
        self.rows: list[tuple[list[Change], dict[str, Any]]] = []

    def write(self, act: Act, seen: int | None = None) -> Receipt:
        """Check one act and write its entry and rows."""
        self.act = act
        deed = deed_of(act.kind)
        name = deed.stream(act)
        stream = self._stream(name)
        if seen is not None and stream.version != seen:
            raise Stale(name, seen, stream.version, act, acts_of(name, after=seen))
        right = _right(act, self.by, stream)
        recorded = day_in_astana(self.at)
        if right.contradiction is OnContradiction.REFUSE:
            _check_day(deed, act, stream, recorded)
        if deed.looks:
            self.lay_down()
        law = rules().on(act.ruled_on(recorded))
        act = _authorised(deed, act, law)
        flags = _flags(deed, act, right, law)
        _check_sources(act)
        sealed = private.seal(act)
        told = [_flag_facts(flag) for flag in flags]
        number = self._append(sealed, stream, right.to, told)
        if corrections.is_one(act):
            self.lay_down()
            corrections.rebuild(name)
        else:
            rows = changes(deed, sealed, number, told)
            self.rows.append((rows, carried(sealed, name, number)))
        raised = tuple(flag.id for flag in flags)
        return Receipt(number, name, stream.version, act.kind, stream.head, self.at, flags=raised)

    def lay_down(self) -> None:
        """Write all that waits. Raises BadAct where a row stands already or is missing."""
        if self.entries:
            insert(Entry, self.entries)
            self.entries = []
            amend(Head, {"id": 1}, {"size": self.size})
        if new := [_columns(self.streams[name]) for name in self.changed & self.fresh]:
            insert(Stream, new)
        for name in self.changed - self.fresh:
            amend(Stream, {"name": name}, _columns(self.streams[name]))
        self.fresh -= self.changed
        self.changed = set()
        rows, self.rows = self.rows, []
        try:
            write(rows)
        except RowTaken as wrong:
            raise BadAct(Problem("journal.row_taken", {"id": wrong.key})) from wrong
        except RowMissing as wrong:
            raise BadAct(Problem("journal.row_missing", {"id": wrong.key})) from wrong

    def _stream(self, name: str) -> Stream:
        if name not in self.streams:
            found = one(Stream, name)
            if found is None:
                found = Stream(name=name, version=0, head=START, state=ABSENT, owner=self.by.name)
                self.fresh.add(name)
            self.streams[name] = found
        return self.streams[name]

    def _append(self, act: Act, stream: Stream, to: str, flags: list[dict[str, Any]]) -> int:
        number, version = self.size + 1, stream.version + 1
        written = canonical(
            {
                "number": number,
                "stream": stream.name,
                "version": version,
                "previous": stream.head,
                "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "by": self.by.name,
                "role": self.by.role,
                "act": plain(act),
                "flags": flags,
            }
        )
        proof = digest(written)
        self.entries.append(
            {
                "number": number,
                "stream": stream.name,
                "version": version,
                "kind": act.kind,
                "done_on": act.done_on,
                "recorded_at": self.at,
                "recorded_by": self.by.name,
                "previous": stream.head,
                "hash": proof,
                "body": written.decode(),
            }
        )
        self.size = number
        stream.version, stream.head, stream.state = version, proof, to
        stream.day = act.done_on or stream.day
        self.changed.add(stream.name)
        return number


def _hold_the_end() -> int:
    """Lock the journal's end until the transaction ends; how long the journal is."""
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT size FROM journal_head WHERE id = 1{lock}")
        found = cursor.fetchone()
    if found is None:
        return Head.objects.select_for_update().get_or_create(pk=1)[0].size
    return int(found[0])


def _columns(stream: Stream) -> dict[str, Any]:
    return {field: getattr(stream, field) for field in _STREAM}


def _right(act: Act, by: By, stream: Stream) -> Right:
    table, sort = rights(), stream.name.partition("/")[0]
    right = table.of(by.role, act.kind, sort, stream.state)
    if right is None:
        facts = {
            "role": table.roles.get(by.role, by.role),
            "kind": act.kind,
            "stream": stream.name,
            "state": table.states.get(stream.state, stream.state),
        }
        raise NotPermitted([Problem("journal.no_right", facts)])
    if right.whose is Whose.OWN and stream.owner != by.name:
        raise NotPermitted([Problem("journal.not_own", {"stream": stream.name})])
    if right.whose is Whose.SELF and (by.person is None or act.done_by != by.person):
        raise NotPermitted([Problem("journal.not_self", {"person": act.done_by or "—"})])
    return right


def _check_day(deed: Deed[Any], act: Act, stream: Stream, recorded: date) -> None:
    """A deed done here is done by today and not before the deeds it follows. Raises BadAct."""
    if act.day is None and deed.rule is None:
        return
    if act.day is None or not act.day.exact:
        raise BadAct(Problem("journal.no_day", {"kind": act.kind}))
    if act.day.first > recorded:
        facts = {"day": act.day.first, "today": recorded}
        raise BadAct(Problem("journal.day_ahead", facts))
    if stream.day is not None and str(act.done_on) < stream.day:
        facts = {"day": act.day.first, "last": date.fromisoformat(stream.day)}
        raise BadAct(Problem("journal.day_before", facts))


def _authorised(deed: Deed[Any], act: Act, law: RulesOnDay) -> Act:
    """The act with the provision its rule names; an act that names one keeps it."""
    if deed.rule is None or act.under is not None:
        return act
    try:
        return msgspec.structs.replace(act, under=law[deed.rule].source)
    except NoRuleInForce as none:
        facts = {"kind": act.kind, "day": law.day}
        raise NotPermitted([Problem("journal.no_rule", facts)]) from none


def _flags(deed: Deed[Any], act: Act, right: Right, law: RulesOnDay) -> list[Finding]:
    broken = [finding for finding in deed.check(act, law) if finding.holds is False]
    if broken and right.contradiction is OnContradiction.REFUSE:
        raise NotPermitted(broken)
    return broken


def _check_sources(act: Act) -> None:
    if not act.sources and act.under is None:
        raise BadAct(Problem("journal.no_source", {"kind": act.kind}))


def _flag_facts(flag: Finding) -> dict[str, Any]:
    source = flag.rule.source
    return {
        "finding": flag.id,
        "rule": flag.rule.id,
        "work": source.work,
        "provision": source.provision_eid,
        "key": flag.key,
        "facts": msgspec.to_builtins(dict(flag.facts)),
    }


def changes(
    deed: Deed[Any], act: Act, number: int, flags: Sequence[dict[str, Any]]
) -> list[Change]:
    """All rows one entry puts or amends: the deed's own, and a Flag for each broken rule."""
    return [
        *deed.rows(act),
        *(
            Put(Flag, f"{number}-{place}", {"of_entry": number, **flag})
            for place, flag in enumerate(flags, 1)
        ),
    ]


def carried(act: Act, stream: str, number: int) -> dict[str, Any]:
    """The fields every register row takes from the act that put it there."""
    return {
        "stream": stream,
        "entry": number,
        "sources": list(act.sources),
        "confidence": str(act.confidence),
        "note": act.note,
    }


def version_of(stream: str) -> int:
    """The version of a subject now; 0 where nothing is recorded of it."""
    return next((version for version, _ in heads(stream)), 0)


def heads(*streams: str) -> tuple[tuple[int, str], ...]:
    """Version and last hash of those subjects that are recorded, in the order of their names."""
    return tuple(several(Stream, "version head", "name", streams))


def acts_of(stream: str, after: int = 0) -> list[Act]:
    """The acts of a subject in order, those of versions above `after`."""
    bodies = Entry.objects.filter(stream=stream, version__gt=after).order_by("version")
    return [
        read_act(msgspec.json.decode(body)["act"]) for body in bodies.values_list("body", flat=True)
    ]
