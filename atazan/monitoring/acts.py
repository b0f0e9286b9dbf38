"""Deeds of monitoring: figures about the work of a court, as published."""

from __future__ import annotations

from atazan.journal.acts import Act, Slug, WrittenDay
from atazan.rules.text import Text


class FigurePublished(Act, frozen=True, kw_only=True, tag="figure.published/1"):
    """A figure about a body's work. `value` is text as published; `qualifier` as "more than".

    `since` and `until` are the first and last day of the period, both inclusive, as far as known;
    `as_of` the day the figure speaks of.
    """

    id: Slug
    body: Slug
    metric: str
    value: str
    unit: str
    qualifier: Text | None = None
    category: Text | None = None
    since: WrittenDay | None = None
    until: WrittenDay | None = None
    as_of: WrittenDay | None = None
