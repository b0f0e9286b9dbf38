"""Decisions, provisions and days as a report names them."""

from __future__ import annotations

import re
from datetime import date

from atazan.decisions.models import Decision
from atazan.rules.citation import Provision, cite
from atazan.rules.day import PartialDay
from atazan.rules.text import Lang
from atazan.rules.words import in_words, partly, phrase
from atazan.rules.works import works

_ISO = re.compile(r"(?<![\w/-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w/-])")


def said(key: str, lang: Lang, **facts: object) -> str:
    """A phrase; a day that ends in a full stop ("2026 г.") ends the sentence too."""
    return phrase(key, lang, facts).replace("г..", "г.")


def cited(where: Provision, lang: Lang) -> str:
    """A provision with its work; `whole` names the work alone."""
    known = works().get(where.work)
    work = known.short.says(lang) if known else where.work
    return work if where.eid == "whole" else f"{work}, {placed(where, lang)}"


def placed(where: Provision, lang: Lang) -> str:
    """A provision without its work."""
    try:
        return cite(where.eid, lang)
    except ValueError:
        return where.eid


def called(row: Decision, lang: Lang) -> str:
    """A decision by its number, else its form; its body where that is not the Court; its day."""
    number = row.number_kk if lang == "kk" and row.number_kk else row.number
    name = f"№\u00a0{number}" if number else phrase(f"decisions.form.{row.form}", lang)
    body = "" if row.body == "constitutional_court" else phrase(f"decisions.body.{row.body}", lang)
    return ", ".join(filter(None, (name, body, day_of(row, lang))))


def day_of(row: Decision, lang: Lang) -> str:
    """The day of a decision as far as it is known; nothing where it is not."""
    return partly(PartialDay.read(row.done_on), lang) if row.done_on else ""


def outcome_said(code: str, lang: Lang) -> str:
    """An outcome in the words of its mark."""
    return phrase(f"status.{code}", lang)


def days_written(words: str, lang: Lang) -> str:
    """Days inside a sentence of the record in the reader's way; kk and ru in figures, undeclined.

    >>> days_written("принят 1997-03-12", "ru")
    'принят 12.03.1997'
    """

    def written(found: re.Match[str]) -> str:
        day = date.fromisoformat(found[0])
        return in_words(day, lang) if lang == "en" else f"{day:%d.%m.%Y}"

    return _ISO.sub(written, words)
