"""What templates of the desks ask the table of rights: the name of a step."""

from __future__ import annotations

from django import template

from atazan.journal.rights import rights
from atazan.rules.text import Text

register = template.Library()


@register.filter
def state_of(step: str) -> Text | str:
    """The name of a step in the table of rights; the step itself where it has none."""
    return rights().states.get(step, step)
