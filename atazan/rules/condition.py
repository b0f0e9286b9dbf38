"""A condition of admissibility, and the inquiry that collects what is found about a petition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.rules.assessment import Missing, Reason
from atazan.rules.book import Rule
from atazan.rules.finding import Fact
from atazan.rules.petition import Petition

Head = Literal[
    "competence",
    "form",
    "fee",
    "subject",
    "conditions",
    "decided",
    "unresolved",
    "act_gone",
    "withdrawn",
    "none",
]
NOTHING: Mapping[str, Fact] = {}


class Condition(Struct, frozen=True, forbid_unknown_fields=True):
    """What must hold, and under which head a breach falls (grounds.yaml turns heads into grounds).

    `questions`: asked only for these (empty: for all). `manifest`: a breach is plain to see, so the
    staff may return the petition for it. `needs`: one or all of the facts named in the rule.
    `instances`: judicial instances whose act will do (empty: any). `allowed`, `at_least` and
    `at_most`: the closed list or the bound. `unless_still_applied`, `unless_basis_changed`: the
    carve-outs of art. 48(3). `until_retirement`: only before the judges retire to deliberate.
    """

    head: Head
    questions: tuple[str, ...] = ()
    manifest: bool = True
    needs: Literal["any", "all"] = "all"
    instances: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    at_least: int = 0
    at_most: int = 0
    unless_still_applied: bool = True
    unless_basis_changed: bool = True
    until_retirement: bool = False


class Inquiry:
    """Collects findings about one petition as of one day under the rules of that day.

    `asked` gives the rule of an id if it is in force and asks something of this question.
    A `brief` inquiry keeps only breaches and what is missing: all that an outcome needs.
    """

    __slots__ = ("asked", "brief", "broken", "found", "missing", "on", "petition", "rules")

    def __init__(
        self, petition: Petition, on: date, rules: dict[str, Rule], brief: bool = False
    ) -> None:
        """`rules`: those in force that ask something of the petition's question."""
        self.petition, self.on, self.rules, self.brief = petition, on, rules, brief
        self.asked = rules.get
        self.found: list[Reason] = []
        self.broken: list[tuple[Head, Reason]] = []
        self.missing: list[Missing] = []

    def find(
        self, rule: Rule, holds: bool | None, key: str, facts: Mapping[str, Fact] = NOTHING
    ) -> None:
        """Note a finding under its own rule; a breach falls under the rule's head."""
        if holds is False:
            self.find_under(rule.value.head, rule, holds, key, facts)
        elif not self.brief:
            self.found.append(Reason(rule.id, holds, rule, key, facts))

    def find_under(
        self, head: Head, rule: Rule, holds: bool | None, key: str, facts: Mapping[str, Fact]
    ) -> None:
        """Note a finding of a rule of another kind (a deadline), its head given."""
        if self.brief and holds is not False:
            return
        reason = Reason(rule.id, holds, rule, key, facts)
        self.found.append(reason)
        if holds is False:
            self.broken.append((head, reason))

    def unsaid(
        self,
        rule: Rule,
        code: str,
        key: str,
        blocking: bool = True,
        facts: Mapping[str, Fact] = NOTHING,
    ) -> None:
        """Note that a fact the rule turns on is not said."""
        self.found.append(Reason(rule.id, None, rule, key, facts))
        self.missing.append(Missing(code, "fact", rule, blocking=blocking))

    def told(self, id: str, said: bool | None, code: str, key: str, blocking: bool = True) -> None:
        """Find on a plain yes-or-no fact: words `<key>.yes`, `.no` and `.unknown`."""
        rule = self.asked(id)
        if rule is None:
            return
        if said is None:
            self.unsaid(rule, code, key + ".unknown", blocking)
        else:
            self.find(rule, said, key + (".yes" if said else ".no"))
