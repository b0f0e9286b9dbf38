"""What a breach leads to: return by the staff, refusal, or the end of proceedings."""

from __future__ import annotations

from msgspec import Struct

from atazan.rules.assessment import Ground, Outcome, Reason
from atazan.rules.book import Rule
from atazan.rules.condition import Head, Inquiry
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


def grounds_of(rules: list[Rule], inquiry: Inquiry) -> tuple[Outcome | None, tuple[Ground, ...]]:
    """The likely outcome at the stage asked, and every ground: those of the outcome come first.

    `rules` are the grounds in force, in the order of the law. No ground: outcome None.
    """
    if not inquiry.broken:
        return None, ()
    stage = inquiry.petition.stage
    if stage in _BEFORE_ADMISSION:
        withdrawn = _covering(
            rules, "terminated", [b for b in inquiry.broken if b[0] == "withdrawn"]
        )
        if withdrawn:
            return "terminated", withdrawn
        manifest = [b for b in inquiry.broken if _manifest(b[1], inquiry)]
        staff: tuple[Ground, ...] = ()
        if stage != "study":
            question = inquiry.petition.question
            asked = [r for r in rules if _asks(r.value, question)]
            staff = _covering(asked, "returned_by_staff", manifest)
        taken = {reason.id for ground in staff for reason in ground.because}
        rest = [b for b in inquiry.broken if b[1].id not in taken]
        refusal = _covering(rules, "refused", rest)
        if staff:
            return "returned_by_staff", staff + refusal
        return ("refused", refusal) if refusal else (None, ())
    ending = _covering(rules, "terminated", inquiry.broken)
    moment = inquiry.rules.get("proceedings.may_end")
    if stage == "deliberation" and moment is not None and moment.value.until_retirement:
        ending = ()
    return ("terminated", ending) if ending else (None, ())


def _asks(leads: Leads, question: str) -> bool:
    return not leads.questions or question in leads.questions


def _manifest(reason: Reason, inquiry: Inquiry) -> bool:
    if reason.id in inquiry.petition.needs_analysis:
        return False
    return bool(getattr(reason.rule.value, "manifest", True))


def _covering(
    rules: list[Rule], outcome: Outcome, broken: list[tuple[Head, Reason]]
) -> tuple[Ground, ...]:
    found = []
    for rule in rules:
        if rule.value.leads_to == outcome:
            heads = rule.value.heads
            because = tuple(reason for head, reason in broken if head in heads)
            if because:
                found.append(Ground(rule.id.removeprefix("ground."), rule, because))
    return tuple(found)
