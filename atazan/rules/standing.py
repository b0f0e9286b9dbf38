"""Who may raise which question: the applicant's right to apply."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from msgspec import Struct

from atazan.rules.condition import Inquiry
from atazan.rules.finding import Fact
from atazan.rules.petition import Capacity


class DeputiesShare(Struct, frozen=True, forbid_unknown_fields=True):
    """How many deputies must join: `share` of the total number `of` a chamber or Parliament.

    `total` is the number the Constitution fixes; None where it fixes none.
    """

    share: str
    of: str
    total: int | None = None

    def needed(self, total: int) -> int:
        """The least whole number of deputies.

        >>> DeputiesShare("1/5", "kurultai").needed(145)
        29
        """
        return ceil(Fraction(self.share) * total)


class Standing(Struct, frozen=True, forbid_unknown_fields=True):
    """Who may raise a question."""

    applicants: tuple[Capacity, ...]
    deputies: DeputiesShare | None = None


def find_standing(inquiry: Inquiry) -> None:
    """Find whether the question may be raised at all, and by this applicant."""
    petition, rules = inquiry.petition, inquiry.rules
    listed, proper = rules["competence.listed_questions"], rules["competence.proper_applicant"]
    standing = rules.get("standing." + petition.question)
    facts: dict[str, Fact]
    question = "@question." + petition.question
    capacity = petition.applicant.capacity
    if standing is None:
        facts = {"question": question, "day": inquiry.on}
        inquiry.find(listed, False, "check.question.unknown", facts)
        facts = {"capacity": "@capacity." + capacity, "day": inquiry.on}
        inquiry.find(proper, False, "check.applicant.nobody", facts)
        return
    if petition.subject.within_competence is False:
        inquiry.find(listed, False, "check.question.outside")
    else:
        inquiry.find(listed, True, "check.question.raised", {"question": question})
    allowed = standing.value.applicants
    if capacity in allowed:
        facts = {"capacity": "@capacity." + capacity}
        inquiry.find_under("subject", standing, True, "check.applicant.proper", facts)
        if capacity == "deputies":
            _find_share(inquiry, standing.value.deputies)
        return
    facts = {
        "capacity": "@capacity." + capacity,
        "allowed": "@" + " ".join("capacity." + one for one in allowed),
    }
    inquiry.find_under("subject", standing, False, "check.applicant.improper", facts)


def _find_share(inquiry: Inquiry, share: DeputiesShare) -> None:
    rule = inquiry.rules["competence.deputies_share"]
    applicant = inquiry.petition.applicant
    total = share.total or applicant.deputies_total
    if applicant.deputies is None or total is None:
        code = "applicant.deputies" if applicant.deputies is None else "applicant.deputies_total"
        inquiry.unsaid(rule, code, "check.deputies.unknown")
        return
    needed = share.needed(total)
    holds = applicant.deputies >= needed
    facts: dict[str, Fact] = {
        "deputies": applicant.deputies,
        "needed": needed,
        "total": total,
        "share": share.share,
    }
    inquiry.find(rule, holds, "check.deputies." + ("enough" if holds else "few"), facts)
