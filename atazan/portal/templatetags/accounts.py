"""Tags of the account pages: a field with its fault, and the summary of faults."""

from __future__ import annotations

from typing import Any

from django import template

from atazan.portal.accounts.faults import faults
from atazan.portal.shown import page_lang, sentence

register = template.Library()


@register.inclusion_tag("portal/parts/account_faults.html")
def refused(form: Any) -> dict[str, Any]:
    """The summary on top of a refused form; nothing where it was not refused."""
    return {"faults": faults(form), "lang": page_lang()}


@register.inclusion_tag("portal/parts/account_field.html")
def field(form: Any, name: str, label: str, **more: Any) -> dict[str, Any]:
    """One field. `kind` of input, `auto` (autocomplete), `hint` (a key), `n` for the hint."""
    hint = more.get("hint")
    return {
        "name": name,
        "label": label,
        "kind": more.get("kind", "text"),
        "auto": more.get("auto", "off"),
        "numeric": more.get("auto") == "one-time-code",
        "hint": sentence(hint, {"n": more.get("n", 0)}) if hint else "",
        "bad": faults(form).get(name),
        "value": _kept(form, name) if more.get("kind") != "password" else "",
    }


def _kept(form: Any, name: str) -> Any:
    """What was sent or is offered; a form not there keeps nothing."""
    return form[name].value() if form and name in form.fields else ""
