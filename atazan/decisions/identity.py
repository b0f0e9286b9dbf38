"""Names of a decision for the world: those of rules/decision_names.py, and ECLI once it can be."""

from __future__ import annotations

from django.conf import settings

from atazan.rules.decision_names import (
    COUNTRY,
    COURTS,
    FORMS,
    Named,
    expression_uri,
    neutral_citation,
    unnumbered_citation,
    work_uri,
)


def ecli(row: Named) -> str | None:
    """The European Case Law Identifier; None until a country code is assigned (setting
    ATAZAN_ECLI_COUNTRY)."""
    country = settings.ATAZAN_ECLI_COUNTRY
    return f"ECLI:{country}{neutral_citation(row).removeprefix(COUNTRY)}" if country else None


__all__ = [
    "COURTS",
    "FORMS",
    "Named",
    "ecli",
    "expression_uri",
    "neutral_citation",
    "unnumbered_citation",
    "work_uri",
]
