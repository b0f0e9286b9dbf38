"""The petition as a paper: contents, attachments, form, language, representation, fee."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from atazan.rules.assessment import Missing
from atazan.rules.book import Rule
from atazan.rules.condition import Inquiry
from atazan.rules.petition import Petition

_WITHOUT_PAPER = ("legal_representative", "ex_officio")


class Paper(Struct, frozen=True, forbid_unknown_fields=True):
    """A particular the petition must state, or a document it must come with.

    `applies_to`: questions (empty: all). `when`: only if represented otherwise than by office or
    law, by an authorised person of an organisation, or where there is a judicial act.
    """

    applies_to: tuple[str, ...] = ()
    when: Literal["always", "represented", "represented_by_organisation", "judicial_act"] = "always"
    required: bool = True


class Demands(Struct, frozen=True, gc=False):
    """The papers a question calls for: those always due, and those due in some cases."""

    always: dict[str, Rule]
    sometimes: dict[str, Rule]

    def of(self, petition: Petition) -> dict[str, Rule]:
        """The papers this petition must have, by code."""
        due = self.always
        for code, rule in self.sometimes.items():
            if _called_for(rule.value, petition):
                due = {**due, code: rule}
        return due


NO_DEMANDS = Demands({}, {})


def demands(rules: Iterable[Rule], prefix: str, question: str) -> Demands:
    """The demands of one question, of the rules whose ids begin with `prefix`."""
    due = {
        rule.id.removeprefix(prefix): rule
        for rule in rules
        if rule.id.startswith(prefix)
        and rule.value.required
        and (not rule.value.applies_to or question in rule.value.applies_to)
    }
    return Demands(
        {code: rule for code, rule in due.items() if rule.value.when == "always"},
        {code: rule for code, rule in due.items() if rule.value.when != "always"},
    )


def _called_for(paper: Paper, petition: Petition) -> bool:
    if paper.when == "judicial_act":
        imperative = petition.case.imperative_norm
        return not (imperative and not petition.case.judicial_acts)
    if not petition.representatives:
        return False
    kinds = [one.kind for one in petition.representatives]
    if paper.when == "represented":
        return any(kind not in _WITHOUT_PAPER for kind in kinds)
    return "authorised_person_of_organisation" in kinds


def find_papers(inquiry: Inquiry, contents: Demands, attachments: Demands) -> None:
    """Find on all the law asks of the paper; contents and attachments as `Plan` lists them."""
    _find_form(inquiry)
    papers = inquiry.petition.papers
    given = papers.contents
    _find_listed(inquiry, "form.contents", "check.contents", "content", contents, given)
    enclosed = papers.attachments
    _find_listed(
        inquiry, "form.attachments", "check.attachments", "attachment", attachments, enclosed
    )
    if inquiry.petition.representatives:
        _find_representation(inquiry)


def _find_listed(
    inquiry: Inquiry,
    id: str,
    key: str,
    kind: Literal["content", "attachment"],
    listed: Demands,
    given: tuple[str, ...] | None,
) -> None:
    rule = inquiry.rules.get(id)
    if rule is None:
        return
    wanted = listed.of(inquiry.petition)
    if given is None:
        inquiry.find(rule, None, key + ".unknown", {"lacking": len(wanted)})
        lacking = list(wanted)
    elif wanted.keys() <= frozenset(given):
        inquiry.find(rule, True, key + ".whole", {"given": len(wanted)})
        return
    else:
        lacking = [c for c in wanted if c not in given and not _otherwise(inquiry, c)]
        facts = {"lacking": len(lacking), "given": len(wanted)}
        inquiry.find(rule, not lacking, key + (".lacking" if lacking else ".whole"), facts)
    for code in lacking:
        inquiry.missing.append(Missing(code, kind, wanted[code], said=given is not None))


def _otherwise(inquiry: Inquiry, code: str) -> bool:
    """Whether the petition says in another place that the document is there."""
    petition = inquiry.petition
    if code == "a05-written-consent":
        return petition.consent is True
    if code == "a06-fee-proof":
        # the unpaid fee is a ground of its own (sr4); it is not counted twice as a form defect
        return petition.papers.fee is not None
    return code == "a02-authority" and all(one.authority for one in petition.representatives)


def _find_form(inquiry: Inquiry) -> None:
    papers, rules = inquiry.petition.papers, inquiry.rules
    rule = rules.get("form.written_or_electronic")
    if rule is not None:
        if papers.form is None:
            inquiry.find(rule, None, "check.form.unknown")
        else:
            right = papers.form in rule.value.allowed
            inquiry.find(rule, right, "check.form." + ("right" if right else "wrong"))
    _told(inquiry, "form.signed", papers.signed, "check.signed")
    if papers.form == "electronic":
        _told(inquiry, "form.eds", papers.eds, "check.eds")
    rule = rules.get("form.language")
    if rule is not None:
        if papers.language is None:
            inquiry.find(rule, None, "check.language.unknown")
        else:
            right = papers.language in rule.value.allowed
            inquiry.find(rule, right, "check.language." + ("right" if right else "other"))
    foreign = papers.annexes_in_other_languages
    translated = True if foreign is False else papers.translated if foreign else None
    _told(inquiry, "form.translation", translated, "check.translation")
    _find_copies(inquiry)
    fee = papers.fee
    _told(inquiry, "fee.paid", None if fee is None else fee != "unpaid", "check.fee")


def _told(inquiry: Inquiry, id: str, said: bool | None, key: str) -> None:
    """A plain fact about the paper; unsaid, it is left open and nothing turns on it yet."""
    rule = inquiry.asked(id)
    if rule is not None:
        ending = ".unknown" if said is None else ".yes" if said else ".no"
        inquiry.find(rule, said, key + ending)


def _find_copies(inquiry: Inquiry) -> None:
    rule = inquiry.rules.get("form.copies")
    if rule is None:
        return
    copies, needed = inquiry.petition.papers.copies, rule.value.at_least
    if copies is None:
        inquiry.find(rule, None, "check.copies.unknown")
        return
    key = "check.copies." + ("enough" if copies >= needed else "few")
    inquiry.find(rule, copies >= needed, key, {"copies": copies, "needed": needed})


def _find_representation(inquiry: Inquiry) -> None:
    people = inquiry.petition.representatives
    rule = inquiry.rules.get("representation.count")
    if rule is not None:
        count, most = len(people), rule.value.at_most
        key = "check.representation." + ("count_kept" if count <= most else "too_many")
        inquiry.find(rule, count <= most, key, {"count": count, "allowed": most})
    rule = inquiry.asked("representation.kinds")
    if rule is not None:
        _find_kinds(inquiry, rule)
    ban = inquiry.rules.get("representation.judge_ban")
    if ban is not None and any(one.kind == "constitutional_court_judge" for one in people):
        inquiry.find(ban, False, "check.representation.judge")
    by_paper = [one.authority for one in people if one.kind not in _WITHOUT_PAPER]
    if by_paper:
        said = False if False in by_paper else None if None in by_paper else True
        enclosed = inquiry.petition.papers.attachments
        if said is None and enclosed is not None:
            said = "a02-authority" in enclosed
        _told(inquiry, "representation.authority", said, "check.representation.authority")


def _find_kinds(inquiry: Inquiry, rule: Rule) -> None:
    entitled: bool | None = True
    for one in inquiry.petition.representatives:
        if one.kind not in rule.value.allowed:
            facts = {"kind": "@representative." + one.kind}
            inquiry.find(rule, False, "check.representation.barred", facts)
            return
        if (
            one.kind == "authorised_person_of_organisation"
            and one.organisation_entitled is not True
        ):
            entitled = one.organisation_entitled
    if entitled is None:
        inquiry.find(rule, None, "check.representation.organisation_unknown")
    elif entitled:
        inquiry.find(rule, True, "check.representation.allowed")
    else:
        inquiry.find(rule, False, "check.representation.organisation_not_entitled")
