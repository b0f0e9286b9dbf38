"""The parts of a normative resolution, in the order and under the names of article 57, paragraph 1.

Order and names are the rules `decision.content.*` in force on its day.
"""

from __future__ import annotations

from typing import Any

from atazan.papers.kinds import Resolution
from atazan.papers.saying import Saying
from atazan.rules.book import Rule

OWN_PLACE = ("title", "composition", "operative_part", "review", "entry", "finality")
"""Parts that stand at the head or among the numbered clauses, not as a section."""


def sections(paper: Resolution, say: Saying) -> list[dict[str, Any]]:
    """Every part between the head and the operative part that has something to say."""
    parts = sorted(say.rules.of_kind("decision_content"), key=lambda rule: rule.value.order)
    found = [(rule, _code(rule)) for rule in parts if _code(rule) not in OWN_PLACE]
    return [
        {
            "label": say.title(rule),
            "says": said,
            "numbered": code == "reasons",
            "listed": code in ("participants", "jurisdiction", "relied_on"),
        }
        for rule, code in found
        if (said := _part(paper, code, say))
    ]


def _code(rule: Rule) -> str:
    return rule.id.rpartition(".")[2]


def _part(paper: Resolution, code: str, say: Saying) -> list[str]:
    if code in ("jurisdiction", "relied_on"):
        return [say.cite(provision) for provision in getattr(paper, code)]
    if code in ("participants", "subject", "circumstances", "reasons"):
        return say.texts(getattr(paper, code))
    return [say.text(one) for matter in paper.matters if matter.kind == code for one in matter.says]


def clauses(paper: Resolution, say: Saying) -> list[dict[str, str]]:
    """What follows the holdings: review, entry into force, execution, publication, finality."""
    return [
        *_review(paper, say),
        {"says": say.words("resolution.entry"), "under": say.under("force.binding")},
        *({"says": one, "under": ""} for one in say.texts(paper.entry_terms)),
        {"says": say.words("resolution.publish"), "under": say.under("publication.final")},
        {"says": say.words("resolution.final"), "under": say.under("force.binding")},
    ]


def _review(paper: Resolution, say: Saying) -> list[dict[str, str]]:
    """The Court's own words on review, or what the rules attach to the outcomes it reached."""
    if paper.review:
        return [{"says": one, "under": ""} for one in say.texts(paper.review)]
    reached = {holding.outcome for holding in paper.holdings}
    return [
        say.rule(rule)
        for rule in say.rules.under("consequence.judgments")
        if reached & set(rule.value.outcomes)
    ]
