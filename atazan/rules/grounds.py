"""What a breach leads to: return by the staff, refusal, or the end of proceedings."""

from __future__ import annotations

from msgspec import Struct

from atazan.rules.assessment import Ground, Outcome, Reason
from atazan.rules.book import Rule
from atazan.rules.condition import Condition, Head, Inquiry
from atazan.rules.petition import Capacity

_BEFORE_ADMISSION = ("preparing", "filed", "study")


class Leads(Struct, frozen=True, forbid_unknown_fields=True):
    """A ground: the outcome it leads to and the heads of breach it covers.

    `curable`: put right within the window, the petition keeps its first day of filing.
    `questions`: only for these (empty: for all).
    """

    leads_to: Outcome
    heads: tuple[Head, ...]
    curable: bool = False
    questions: tuple[str, ...] = ()


class Remedy(Struct, frozen=True, forbid_unknown_fields=True):
    """Where else to turn: after a breach of one of `findings`, for these applicants and outcomes.

    Empty means any.
    """

    findings: tuple[str, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


Grounds = dict[Outcome, list[Rule]]
Breach = tuple[Head, Reason]


def grounds_of(rules: Grounds, inquiry: Inquiry) -> tuple[Outcome | None, tuple[Ground, ...]]:
    """The likely outcome at the stage asked, and every ground: those of the outcome come first.

    `rules` are the grounds in force, by outcome, in the order of the law. No ground: outcome None.
    """
    broken = inquiry.broken
    if not broken:
        return None, ()
    stage = inquiry.petition.stage
    if stage not in _BEFORE_ADMISSION:
        return _ending(rules, inquiry)
    if any(head == "withdrawn" for head, _ in broken):
        withdrawn = _covering(rules, "terminated", [b for b in broken if b[0] == "withdrawn"])
        if withdrawn:
            return "terminated", withdrawn
    staff: tuple[Ground, ...] = ()
    rest = broken
    if stage != "study":
        manifest = [b for b in broken if _manifest(b[1], inquiry)]
        staff = _covering(rules, "returned_by_staff", manifest)
        taken = {reason.id for ground in staff for reason in ground.because}
        rest = [b for b in broken if b[1].id not in taken]
    refusal = _covering(rules, "refused", rest) if rest else ()
    if staff:
        return "returned_by_staff", staff + refusal
    return ("refused", refusal) if refusal else (None, ())


def _ending(rules: Grounds, inquiry: Inquiry) -> tuple[Outcome | None, tuple[Ground, ...]]:
    """Grounds on which admitted proceedings end; where the law says so, only before retirement."""
    moment = inquiry.rules.get("proceedings.may_end")
    bound = moment is not None and moment.value.until_retirement
    if bound and inquiry.petition.stage == "deliberation":
        return None, ()
    ending = _covering(rules, "terminated", inquiry.broken)
    return ("terminated", ending) if ending else (None, ())


def _manifest(reason: Reason, inquiry: Inquiry) -> bool:
    if reason.id in inquiry.petition.needs_analysis:
        return False
    value = reason.rule.value
    return value.manifest if isinstance(value, Condition) else True


def _covering(rules: Grounds, outcome: Outcome, broken: list[Breach]) -> tuple[Ground, ...]:
    heads = {head for head, _ in broken}
    return tuple(
        Ground(
            rule.id.removeprefix("ground."),
            rule,
            tuple([reason for head, reason in broken if head in rule.value.heads]),
        )
        for rule in rules.get(outcome, ())
        if not heads.isdisjoint(rule.value.heads)
    )
