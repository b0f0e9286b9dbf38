"""A choice of rights, of a body and of years, and the decisions it finds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from atazan.decisions.models import Decision
from atazan.decisions.queries import decisions
from atazan.library.rights.joined import COUNCIL, COURT, GROUPS, RightOn, RightsOn, rights_on

BODIES = (COUNCIL, COURT)


class Choice(Struct, frozen=True):
    """What was asked for: rights or groups of them (none: all), a body (None: both), the first and
    the last year, both counted in (None: no bound)."""

    rights: tuple[str, ...] = ()
    body: str | None = None
    since: int | None = None
    until: int | None = None

    @property
    def asks(self) -> bool:
        """Whether anything was asked for: without it a page shows the form alone."""
        return bool(self.rights or self.body or self.since or self.until)

    def takes(self, row: Decision) -> bool:
        """Whether a decision is one of the body and the years."""
        if self.body is not None and row.body != self.body:
            return False
        if self.since is None and self.until is None:
            return True
        year = int(row.done_on[:4]) if row.done_on else None
        return year is not None and (self.since or year) <= year <= (self.until or year)


class Chosen(Struct, frozen=True):
    """What the choice finds on a day: the rights, and under each its decisions; all of them once,
    the oldest first; how many fit body and years but name no right of that day."""

    choice: Choice
    on: RightsOn
    rights: tuple[tuple[RightOn, tuple[Decision, ...]], ...]
    decisions: tuple[Decision, ...]
    unplaced: tuple[Decision, ...]

    def rights_of(self, row: Decision) -> tuple[RightOn, ...]:
        """The chosen rights a decision stands under."""
        return tuple(right for right, rows in self.rights if row in rows)


def read(asked: Mapping[str, list[str]]) -> Choice:
    """The choice of a query; what cannot be read is left out."""
    rights = tuple(dict.fromkeys(asked.get("right", ())))
    body = next((one for one in asked.get("body", ()) if one in BODIES), None)
    return Choice(rights, body, _year(asked.get("since")), _year(asked.get("until")))


def chosen(choice: Choice, day: date) -> Chosen:
    """The decisions of a choice, as of a day. Raises NoRuleInForce before 1995."""
    on = rights_on(day)
    wanted = [one for one in on.rights if _wanted(one, choice)]
    rights = tuple(
        (one, tuple(each.decision for each in one.shaped if choice.takes(each.decision)))
        for one in wanted
    )
    known = {row.id for _, rows in rights for row in rows}
    placed = {each.decision.id for one in on.rights for each in one.shaped}
    made = _made(day, choice)
    return Chosen(
        choice,
        on,
        rights,
        tuple(row for row in made if row.id in known),
        tuple(row for row in made if row.id not in placed and row.form != "message"),
    )


def _wanted(one: RightOn, choice: Choice) -> bool:
    return not choice.rights or one.concept.id in choice.rights or one.group in choice.rights


def _made(day: date, choice: Choice) -> list[Decision]:
    return [row for row in decisions(day) if row.body in BODIES and choice.takes(row)]


def _year(given: list[str] | None) -> int | None:
    written = (given or [""])[0].strip()
    return int(written) if written.isdigit() and len(written) == 4 else None


def as_query(choice: Choice) -> dict[str, list[str]]:
    """The choice as the values of a query."""
    told = {
        "right": list(choice.rights),
        "body": [choice.body] if choice.body else [],
        "since": [str(choice.since)] if choice.since else [],
        "until": [str(choice.until)] if choice.until else [],
    }
    return {name: values for name, values in told.items() if values}


def groups_chosen(choice: Choice) -> tuple[str, ...]:
    """The groups asked for, in their order."""
    return tuple(one for one in GROUPS if one in choice.rights)
