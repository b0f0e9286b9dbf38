"""May this petition be admitted? All conditions of a day, and the answer they add up to."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct

from atazan.rules.assessment import Assessment, Outcome
from atazan.rules.book import Rule, RuleBook, rules
from atazan.rules.citizen import Days, filing_day, find_citizen
from atazan.rules.condition import Inquiry
from atazan.rules.grounds import grounds_of
from atazan.rules.papers import NO_DEMANDS, Demands, demands, find_papers
from atazan.rules.petition import Challenged, EarlierRuling, Petition
from atazan.rules.petition_days import decision_day
from atazan.rules.standing import find_standing

_GONE = ("repealed", "lost_force")
_ADMITTED = ("proceedings", "deliberation")
_STANDING = ("still_applied", "in_force", "not_yet")


class Plan(Struct, frozen=True, gc=False):
    """The rules of one day laid out for one question: compiled once, used for every petition."""

    rules: dict[str, Rule]
    grounds: dict[Outcome, list[Rule]]
    contents: Demands
    attachments: Demands


@lru_cache(maxsize=512)
def plan_on(book: RuleBook, day: date, question: str) -> Plan:
    """The plan of a day. Raises NoRuleInForce before there was constitutional review."""
    in_force = book.on(day)
    _ = in_force["competence.listed_questions"]
    asked = {id: rule for id, rule in in_force.items() if _asks(rule, question)}
    grounds: dict[Outcome, list[Rule]] = {}
    for rule in asked.values():
        if rule.kind == "ground":
            grounds.setdefault(rule.value.leads_to, []).append(rule)
    if "standing." + question not in in_force:
        return Plan(asked, grounds, NO_DEMANDS, NO_DEMANDS)
    contents = demands(asked.values(), "content.", question)
    return Plan(asked, grounds, contents, demands(asked.values(), "attachment.", question))


def _asks(rule: Rule, question: str) -> bool:
    if rule.kind not in ("condition", "ground"):
        return True
    return not rule.value.questions or question in rule.value.questions


def assess(petition: Petition, on: date, book: RuleBook | None = None) -> Assessment:
    """What the rules in force on `on` say of a petition. Raises NoRuleInForce before 1995.

    The law of the day asked governs, also for a petition filed before it; a petition pending on
    1 July 2026 has a finding of its own (art. 66(3)).
    """
    book = rules() if book is None else book
    inquiry, days = inquire(petition, on, book, brief=True)
    plan = plan_on(book, on, petition.question)
    outcome, grounds = grounds_of(plan.grounds, inquiry)
    if outcome is None and not _open(inquiry):
        outcome = "admissible"
    return Assessment(
        petition,
        on,
        outcome,
        grounds,
        tuple(inquiry.missing),
        days.last,
        days.effective,
        days.correction,
        decision_day(petition, on, book),
        days.act,
        book,
    )


def inquire(
    petition: Petition, on: date, book: RuleBook, *, brief: bool = False
) -> tuple[Inquiry, Days]:
    """Ask every condition of the day; `brief` keeps only breaches and what is missing."""
    plan = plan_on(book, on, petition.question)
    inquiry = Inquiry(petition, on, plan.rules, brief)
    find_standing(inquiry)
    _find_object(inquiry)
    if petition.question == "citizen_complaint" and "standing.citizen_complaint" in plan.rules:
        days = find_citizen(inquiry, book)
    else:
        days = Days(effective=filing_day(petition, on))
        said = petition.case.suspended
        inquiry.told("court.case_suspended", said, "case.suspended", "check.suspended")
    _find_earlier(inquiry)
    find_papers(inquiry, plan.contents, plan.attachments)
    _find_events(inquiry)
    _find_transition(inquiry)
    return inquiry, days


def _open(inquiry: Inquiry) -> bool:
    """Whether facts the outcome turns on are not said. Once admitted, that was settled before."""
    if inquiry.petition.stage in _ADMITTED:
        return False
    return any(one.blocking for one in inquiry.missing)


def _find_object(inquiry: Inquiry) -> None:
    """What is asked to be reviewed: law, not facts; a norm; in which state."""
    petition = inquiry.petition
    asks = petition.subject.asks
    law = None if asks is None else asks == "law"
    inquiry.told("competence.law_only", law, "subject.asks", "check.law_only", blocking=False)
    parts = petition.challenged
    if parts:
        kinds = [part.kind for part in parts]
        norms = False if "individual" in kinds else None if None in kinds else True
        inquiry.told("object.normative_act", norms, "challenged.kind", "check.normative")
        touch = [part.affects_rights for part in parts]
        rights = False if False in touch else None if None in touch else True
        inquiry.told("object.touches_rights", rights, "challenged.affects_rights", "check.touches")
        states = [part.status for part in parts]
        early = False if "in_force" in states else None if None in states else True
        inquiry.told("object.not_yet_binding", early, "challenged.status", "check.beforehand")
        bound = False if "not_yet_in_force" in states else None if None in states else True
        inquiry.told("object.in_force", bound, "challenged.status", "check.in_force")
        _find_act_state(inquiry)
    subject = petition.subject
    inquiry.told("object.dispute", subject.in_dispute, "subject.in_dispute", "check.dispute")
    inquiry.told(
        "object.purpose", subject.purpose_stated, "subject.purpose_stated", "check.purpose"
    )


def _find_act_state(inquiry: Inquiry) -> None:
    """Whether the act challenged is gone, and if so whether it is still applied (art. 48(3)(5))."""
    rule = inquiry.asked("act.still_applies")
    if rule is None:
        return
    fates = {_fate(part, inquiry, rule) for part in inquiry.petition.challenged}
    standing = [fate for fate in _STANDING if fate in fates]
    if "unknown" in fates:
        inquiry.unsaid(rule, "challenged.status", "check.act_state.unknown")
    elif standing:
        key = "partly" if "gone" in fates else standing[0]
        inquiry.find(rule, True, "check.act_state." + key)
    elif "applied_unknown" in fates:
        inquiry.unsaid(rule, "challenged.still_applies", "check.act_state.applied_unknown")
    else:
        inquiry.find(rule, False, "check.act_state.gone")


def _fate(part: Challenged, inquiry: Inquiry, rule: Rule) -> str:
    """How one provision challenged stands: as the ending of the words `check.act_state.*`."""
    lost = part.lost_force_on
    gone = part.status in _GONE or inquiry.petition.events.act_lost_force_on is not None
    if not gone and not (lost is not None and lost <= inquiry.on):
        return {None: "unknown", "not_yet_in_force": "not_yet"}.get(part.status, "in_force")
    if not rule.value.unless_still_applied:
        return "gone"
    return {None: "applied_unknown", True: "still_applied", False: "gone"}[part.still_applies]


def _find_earlier(inquiry: Inquiry) -> None:
    """What went before: rulings on the same question, proceedings ended, what the text resolves."""
    rule = inquiry.asked("earlier.not_decided")
    if rule is not None:
        _find_rulings(inquiry, rule)
    rule = inquiry.asked("earlier.resolved_in_constitution")
    if rule is not None:
        said = inquiry.petition.subject.resolved_in_constitution
        ending = ".open" if said is None else ".yes" if said else ".no"
        inquiry.find(rule, said, "check.resolved" + ending)
    before = inquiry.petition.earlier_termination
    if before is not None:
        same = None if before.same_grounds is None else not before.same_grounds
        code = "earlier_termination.same_grounds"
        inquiry.told("earlier.not_terminated", same, code, "check.repeat")


def _find_rulings(inquiry: Inquiry, rule: Rule) -> None:
    petition = inquiry.petition
    decided = petition.events.similar_decided_on
    if decided is not None:
        inquiry.find(rule, False, "check.decided.similar", {"day": decided})
        return
    if petition.earlier_rulings is None:
        inquiry.unsaid(rule, "earlier_rulings", "check.decided.unknown", blocking=False)
        return
    unsure = changed = False
    for ruling in petition.earlier_rulings:
        if ruling.same_question is False or ruling.in_force is False:
            continue
        carve_out = rule.value.unless_basis_changed and not _since_admission(ruling, petition)
        if carve_out and ruling.basis_changed:
            changed = True
        elif (
            ruling.same_question
            and ruling.in_force
            and (ruling.basis_changed is False or not carve_out)
        ):
            facts = {"number": ruling.number or "—"}
            inquiry.find(rule, False, "check.decided.yes", facts)
            return
        else:
            unsure = True
    if unsure:
        code = "earlier_rulings.same_question"
        inquiry.unsaid(rule, code, "check.decided.unsure", blocking=False)
    else:
        inquiry.find(rule, True, "check.decided." + ("basis_changed" if changed else "no"))


def _since_admission(ruling: EarlierRuling, petition: Petition) -> bool:
    """Whether a ruling came once the petition was admitted: art. 38(1)(4) knows no carve-out.

    One the Court had before it when it admitted the petition is judged by art. 48(3)(3).
    """
    admitted = petition.events.admitted_on
    if petition.stage not in _ADMITTED or admitted is None or ruling.adopted_on is None:
        return False
    return ruling.adopted_on >= admitted


def _find_events(inquiry: Inquiry) -> None:
    """Whether proceedings may still be ended, and whether the petition was withdrawn in time."""
    moment = inquiry.rules.get("proceedings.may_end")
    if moment is not None and inquiry.petition.stage == "deliberation":
        free = not moment.value.until_retirement
        inquiry.find(moment, free, "check.may_end." + ("yes" if free else "no"))
    petition, withdrawn = inquiry.petition, inquiry.petition.events.withdrawn_on
    rule = inquiry.rules.get("proceedings.not_withdrawn")
    if withdrawn is None or rule is None:
        return
    retired = petition.events.retired_on
    late = withdrawn >= retired if retired else petition.stage == "deliberation"
    key = "check.withdrawn." + ("too_late" if late else "yes")
    inquiry.find(rule, late, key, {"day": withdrawn})


def _find_transition(inquiry: Inquiry) -> None:
    """A petition that came before the law of the day asked began to govern it."""
    filed = inquiry.petition.events.filed_on
    if filed is None:
        return
    for id, key in (
        ("transition.pending_2026", "check.pending"),
        ("transition.council_petitions", "check.from_council"),
    ):
        rule = inquiry.rules.get(id)
        if rule is None or filed >= rule.term.since:
            continue
        if id == "transition.council_petitions":
            inquiry.find(rule, True, key + ".yes", {"day": filed})
            continue
        adapted = inquiry.petition.events.adapted_on
        if adapted is None:
            inquiry.unsaid(rule, "events.adapted_on", key + ".open", facts={"day": filed})
        else:
            inquiry.find(rule, True, key + ".adapted", {"day": filed, "adapted": adapted})
