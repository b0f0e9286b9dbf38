"""The steps of a petition at the Court and which follow which, as the rules of the day lay them."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.rules.book import NoRuleInForce, Rule, RuleBook


class Route(Struct, frozen=True, forbid_unknown_fields=True):
    """From a step to those that may follow it; `ends` are those of them that end the procedure."""

    step: str
    to: tuple[str, ...]
    ends: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        stray = [step for step in self.ends if step not in self.to]
        if stray:
            raise ValueError(f"`ends` names '{stray[0]}', which is not in `to`")


def route_from(step: str, day: date, book: RuleBook) -> Rule:
    """The route that leads on from a step. Raises NoRuleInForce where none does that day."""
    for rule in book.on(day).of_kind("route"):
        if rule.value.step == step:
            return rule
    raise NoRuleInForce(f"route from '{step}'", day)


def dead_ends(book: RuleBook) -> list[str]:
    """Routes that lead to a step from where no route goes on and which is not said to end."""
    wrong: list[str] = []
    for day in book.edges:
        routes = book.on(day).of_kind("route")
        steps = {rule.value.step for rule in routes}
        wrong += [
            f"{rule.topic}.yaml: {rule.id} from {rule.term.since}: leads to '{to}', from where no "
            "route goes on; add one, or name it in `ends`"
            for rule in routes
            for to in rule.value.to
            if to not in steps and to not in rule.value.ends
        ]
    return list(dict.fromkeys(wrong))
