"""A citizen's petition: the conditions of admissibility of art. 45 and the days they turn on."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.rules.assessment import Reason
from atazan.rules.book import Rule, RuleBook
from atazan.rules.condition import Inquiry
from atazan.rules.deadline import add_years
from atazan.rules.due_days import LIMIT, correction_day
from atazan.rules.finding import Fact
from atazan.rules.petition import EarlierFiling, JudicialAct, Petition

_HIGHER = ("cassation", "supreme")


class Days(Struct, frozen=True, gc=False):
    """The days of a petition: of the act counted, the limit, the filing that counts, the window.

    `restored`: the corrected petition keeps its first day; None where that cannot be said.
    """

    act: date | None = None
    last: date | None = None
    effective: date | None = None
    correction: date | None = None
    restored: bool | None = None


def act_counted(acts: tuple[JudicialAct, ...] | None, rule: Rule) -> JudicialAct | None:
    """The judicial act whose adoption starts the year: the latest of those the rule accepts.

    Acts said to be not in force do not count; one of which nothing is said may.
    """
    wanted = rule.value.instances
    fitting = [
        act
        for act in acts or ()
        if act.in_force is not False and (not wanted or act.instance in wanted)
    ]
    in_force = [act for act in fitting if act.in_force] or fitting
    if len(in_force) < 2:
        return in_force[0] if in_force else None
    return max(in_force, key=lambda act: act.adopted_on or date.min)


def filing_day(petition: Petition, on: date) -> date | None:
    """The day on which this paper was or would be filed; None where it is not said."""
    return petition.events.filed_on or (on if petition.stage == "preparing" else None)


def find_citizen(inquiry: Inquiry, book: RuleBook) -> Days:
    """Find on every condition of art. 45, and the days of the petition."""
    case = inquiry.petition.case
    imperative = inquiry.asked("citizen.exception_imperative") if case.imperative_norm else None
    if imperative is not None:
        inquiry.find(imperative, True, "check.exception.imperative")
    else:
        _find_case(inquiry)
    _find_rights(inquiry)
    return _find_days(inquiry, imperative is not None, book)


def _find_case(inquiry: Inquiry) -> None:
    case = inquiry.petition.case
    rule = inquiry.asked("citizen.norm_applied")
    if rule is None:
        return
    facts = (case.norm_applied, case.directly_affects)
    wanted = any if rule.value.needs == "any" else all
    key = "check.norm_applied." + rule.value.needs
    if wanted(fact is True for fact in facts):
        inquiry.find(rule, True, key + ".yes")
    elif wanted(fact is not False for fact in facts):
        code = "case.norm_applied" if case.norm_applied is None else "case.directly_affects"
        inquiry.unsaid(rule, code, "check.norm_applied.unknown")
    else:
        inquiry.find(rule, False, key + ".no")
    code, key = "case.applicant_took_part", "check.took_part"
    inquiry.told("citizen.took_part", case.applicant_took_part, code, key)
    _find_act(inquiry, inquiry.rules["citizen.judicial_act"])


def _find_act(inquiry: Inquiry, rule: Rule) -> None:
    acts = inquiry.petition.case.judicial_acts
    wanted = rule.value.instances
    if acts is None:
        inquiry.unsaid(rule, "case.judicial_acts", "check.judicial_act.unknown")
        return
    fitting = [act for act in acts if not wanted or act.instance in wanted]
    if any(act.in_force for act in fitting):
        inquiry.find(rule, True, "check.judicial_act." + ("appeal" if wanted else "in_force"))
    elif any(act.in_force is None for act in fitting):
        inquiry.unsaid(rule, "case.judicial_acts.in_force", "check.judicial_act.force_unknown")
    elif fitting or not acts or not wanted:
        _find_no_act_in_force(inquiry, rule, "none" if not acts else "not_in_force")
    elif any(act.instance is None for act in acts):
        inquiry.unsaid(rule, "case.judicial_acts.instance", "check.judicial_act.instance_unknown")
    elif any(act.instance in _HIGHER for act in acts):
        inquiry.unsaid(rule, "case.judicial_acts.appeal", "check.judicial_act.appeal_not_given")
    else:
        inquiry.find(rule, False, "check.judicial_act.not_appeal")


def _find_no_act_in_force(inquiry: Inquiry, rule: Rule, why: str) -> None:
    """No act in force: until 2026-06-30 the Court might admit without an appeal (art. 45(3))."""
    case = inquiry.petition.case
    exception = inquiry.asked("citizen.exception_supreme_court")
    if exception is not None and case.supreme_court_reading and case.judicial_acts:
        inquiry.find(exception, None, "check.exception.supreme_court")
    else:
        inquiry.find(rule, False, "check.judicial_act." + why)


def _find_rights(inquiry: Inquiry) -> None:
    rights = inquiry.petition.rights
    own = None if rights.whose is None else rights.whose == "own"
    inquiry.told("citizen.own_rights", own, "rights.whose", "check.own_rights")
    code, key = "rights.signs_of_violation", "check.signs"
    inquiry.told("citizen.signs_of_violation", rights.signs_of_violation, code, key)


def _find_days(inquiry: Inquiry, no_act_needed: bool, book: RuleBook) -> Days:
    petition, rules = inquiry.petition, inquiry.rules
    filed = filing_day(petition, inquiry.on)
    earlier = petition.earlier_filing
    window, restored, effective = None, None, filed
    if earlier is not None:
        window, restored = _correction(inquiry, earlier, filed, book)
        if restored:
            effective = earlier.filed_on
    limit = rules.get(LIMIT)
    if no_act_needed or limit is None:
        return Days(None, None, effective, window, restored)
    act = act_counted(petition.case.judicial_acts, rules["citizen.judicial_act"])
    if act is None and inquiry.asked("citizen.exception_supreme_court") is not None:
        acts = [one for one in petition.case.judicial_acts or () if one.adopted_on]
        act = acts[-1] if acts and petition.case.supreme_court_reading else None
    if act is None:
        return Days(None, None, effective, window, restored)
    if act.adopted_on is None:
        code = "case.judicial_acts.adopted_on"
        inquiry.unsaid(limit, code, "check.one_year.act_unknown")
        return Days(None, None, effective, window, restored)
    last = add_years(act.adopted_on, limit.value.length)
    _find_limit(inquiry, limit, act.adopted_on, last, effective, restored)
    return Days(act.adopted_on, last, effective, window, restored)


def _find_limit(
    inquiry: Inquiry,
    rule: Rule,
    act: date,
    last: date,
    effective: date | None,
    restored: bool | None,
) -> None:
    facts: dict[str, Fact]
    if effective is None:
        if inquiry.on <= last:  # filed on some day up to now, so in time whichever it was
            facts = {
                "act": act,
                "last": last,
                "filed": inquiry.on,
                "left": (last - inquiry.on).days,
            }
            inquiry.find_under("conditions", rule, True, "check.one_year.in_time", facts)
        else:
            inquiry.unsaid(rule, "events.filed_on", "check.one_year.filing_unknown")
        return
    left = (last - effective).days
    earlier = inquiry.petition.earlier_filing
    if left < 0 and restored is None and earlier is not None and earlier.filed_on <= last:
        inquiry.unsaid(rule, _unsaid_of(earlier), "check.one_year.restoring_unknown")
        return
    key = "check.one_year." + ("late" if left < 0 else "restored" if restored else "in_time")
    facts = {"act": act, "last": last, "filed": effective, "left": abs(left)}
    inquiry.find_under("conditions", rule, left >= 0, key, facts)


def _unsaid_of(earlier: EarlierFiling) -> str:
    if earlier.notification_received_on is None:
        return "earlier_filing.notification_received_on"
    return "earlier_filing.grounds"


def _correction(
    inquiry: Inquiry, earlier: EarlierFiling, filed: date | None, book: RuleBook
) -> tuple[date | None, bool | None]:
    """The last day of the correction window, and whether the first day of filing is kept.

    Which defects a correction may cure is told by the law of the day the notification came.
    """
    restores, received = inquiry.rules.get("correction.restores"), earlier.notification_received_on
    if restores is None:
        return None, None
    curable = curable_grounds(book, received or earlier.returned_on or inquiry.on)
    if earlier.grounds and not curable.issuperset(earlier.grounds):
        inquiry.found.append(Reason(restores.id, False, restores, "check.correction.not_curable"))
        return None, False
    window = None if received is None else correction_day(received, book)
    if window is None or not earlier.grounds or filed is None:
        code = "events.filed_on" if window and earlier.grounds else _unsaid_of(earlier)
        inquiry.unsaid(restores, code, "check.correction.unknown", blocking=False)
        return window, None
    kept = filed <= window
    facts = {"received": received, "window": window, "filed": filed, "first": earlier.filed_on}
    key = "check.correction." + ("kept" if kept else "missed")
    inquiry.found.append(Reason(restores.id, kept, restores, key, facts))
    return window, kept


def curable_grounds(book: RuleBook, day: date) -> frozenset[str]:
    """The grounds of return whose defects a correction may cure without losing the first day."""
    return frozenset(
        rule.id.removeprefix("ground.")
        for rule in book.on(day).of_kind("ground")
        if rule.value.curable
    )
