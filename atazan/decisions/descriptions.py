"""What people wrote about a decision: its summary, index and précis, the newest of each."""

from __future__ import annotations

from typing import TypeVar

from django.db import models

from atazan.decisions.models import DecisionText, Indexing, Precis, Summary

R = TypeVar("R", bound=models.Model)
NONE = "—"
"""How a text says that the language lacks a paragraph the others have."""


def summary_of(decision: str) -> Summary | None:
    """The plain-language summary written last; None where nobody wrote one."""
    return _last(Summary, decision)


def indexing_of(decision: str) -> Indexing | None:
    """What the decision is indexed under; None where nobody indexed it."""
    return _last(Indexing, decision)


def precis_of(decision: str) -> dict[str, Precis]:
    """The précis by language, the newest of each."""
    rows = Precis.objects.filter(decision=decision).order_by("written_on", "entry")
    return {row.language: row for row in rows}


def texts_of(decision: str) -> dict[str, list[str]]:
    """The paragraphs held, by language: the first is p-1. Empty where no text is held."""
    rows = DecisionText.objects.filter(decision=decision)
    return {row.language: row.paragraphs for row in rows}


def anchor(place: int) -> str:
    """The permanent name of a paragraph, counted from 1."""
    return f"p-{place}"


def _last(table: type[R], decision: str) -> R | None:
    rows = table._default_manager.filter(decision=decision)
    return rows.order_by("written_on", "entry").last()
