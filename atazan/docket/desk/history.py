"""What was done in a petition, as far as the reader may know of it: who, when, under which article.

Deeds are told by the title of their rule; their private fields never, and a vote only that it was
cast, to those who see the ballot.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import msgspec
from msgspec import Struct

from atazan.docket.acts import Ruling
from atazan.docket.desk.forms import slug_of
from atazan.docket.desk.people import names
from atazan.docket.sight import Shown
from atazan.journal.acts import Act
from atazan.journal.deeds import deed_of, read_act
from atazan.journal.models import Entry
from atazan.rules.book import NoRuleInForce, Rule, rules

_NEEDS = {
    "petition.taken/1": "clerk",
    "study.reported/1": "study",
    "vote.cast/1": "ballot",
    "vote.reopened/1": "ballot",
    "minutes.kept/1": "composition",
    "petition.assigned/1": "composition",
    "rapporteur.appointed/1": "composition",
    "recusal.stated/1": "composition",
    "recusal.decided/1": "composition",
}
"""What a reader must see to be told of a deed; others are told to all who see the number."""


class Done(Struct, frozen=True):
    """One deed done: its rule on that day, who did it, in which role, when it was recorded.

    `ruled` are the judges who took part in a ruling, the one who presided first; none for readers
    who do not see the composition.
    """

    kind: str
    rule: Rule | None
    on: date
    role: str
    account: str
    judge: Any
    ruled: tuple[Any, ...]
    entry: int
    recorded_at: datetime

    @property
    def slug(self) -> str:
        """The kind as it stands in the keys of its words."""
        return slug_of(self.kind)


def history(shown: Shown) -> list[Done]:
    """What was done, the last first."""
    entries = list(Entry.objects.filter(stream=f"petition/{shown.id}").order_by("-version"))
    entries = [one for one in entries if _NEEDS.get(one.kind, "number") in shown.sees]
    bodies = [msgspec.json.decode(one.body) for one in entries]
    people = names(slug for body in bodies for slug in _named(body["act"]))
    found = []
    for entry, body in zip(entries, bodies, strict=True):
        act = read_act(body["act"])
        judge = people.get(act.done_by or "")
        staff = body["role"] not in ("citizen", "representative") and judge is None
        account = entry.recorded_by if staff and "clerk" in shown.sees else ""
        on = date.fromisoformat(str(act.done_on))
        rule = rule_of(act.kind, on)
        found.append(
            Done(
                entry.kind,
                rule,
                on,
                str(body["role"]),
                account,
                judge,
                _ruled(act, people) if "composition" in shown.sees else (),
                entry.number,
                entry.recorded_at,
            )
        )
    return found


def _named(act: dict[str, Any]) -> list[str]:
    return [act.get("done_by") or "", *act.get("present", ())]


def _ruled(act: Any, people: dict[str, Any]) -> tuple[Any, ...]:
    if not isinstance(act, Ruling):
        return ()
    first = sorted(act.present, key=lambda one: one != act.presiding)
    return tuple(people.get(one, {"en": one}) for one in first)


def rule_of(kind: str, on: date) -> Rule | None:
    """The rule whose provision authorises a kind of deed on a day."""
    try:
        return rules().on(on).get(deed_of(kind).rule or "")
    except NoRuleInForce:
        return None


def meanwhile(theirs: Iterable[Act], shown: Shown | None) -> list[tuple[str, Rule | None, date]]:
    """What others did since a page was opened, as far as the reader may know of it."""
    seen = frozenset() if shown is None else shown.sees
    return [
        (slug_of(act.kind), rule_of(act.kind, on), on)
        for act in theirs
        if _NEEDS.get(act.kind, "number") in seen
        for on in (date.fromisoformat(str(act.done_on)),)
    ]
