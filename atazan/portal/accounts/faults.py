"""What a refused form of an account says: our words by the code of the fault, in three languages.

The sentences of the libraries are never shown; a code without words of its own has a general one.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm

from atazan.portal.shown import page_lang
from atazan.rules.words import all_words, phrase


class Said:
    """A library's `error_messages`: the words of a code in the language of the page."""

    def __getitem__(self, code: str) -> str:
        return said(code)


def said(code: str | None, field: str = "", params: Any = None) -> str:
    """The words of a fault, those of its field first."""
    for key in (f"account.bad.{field}.{code}", f"account.bad.{code}"):
        if key in all_words():
            return phrase(key, page_lang(), params or {})
    return phrase("account.bad.other", page_lang())


def faults(form: Any) -> dict[str, str]:
    """The fault of each field; what is wrong with the form as a whole stands at its first field."""
    if not isinstance(form, BaseForm) or not form.is_bound:
        return {}
    first = next((field.name for field in form.visible_fields()), "")
    found: dict[str, str] = {}
    for name, wrong in form.errors.as_data().items():
        at = first if name == NON_FIELD_ERRORS else name
        found.setdefault(at, _of(wrong[0], name))
    return found


def _of(wrong: ValidationError, field: str) -> str:
    return said(wrong.code, field, wrong.params)
