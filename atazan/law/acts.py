"""Deeds of the lawmaker about the law: adopted, changed; what one provision says of another."""

from __future__ import annotations

from atazan.journal.acts import Act, Slug, WrittenDay
from atazan.rules.text import Text


class LawAdopted(Act, frozen=True, kw_only=True, tag="law.adopted/1"):
    """A constitution, law or decree is adopted. `work` is its id in works.yaml, if it has one.

    `in_force_from` counts. `amends` are the works it changes.
    """

    id: Slug
    title: Text
    work: str | None = None
    number: str | None = None
    in_force_from: WrittenDay | None = None
    amends: tuple[str, ...] = ()
    facts: tuple[Text, ...] = ()


class ProvisionChanged(Act, frozen=True, kw_only=True, tag="provision.changed/1"):
    """The lawmaker changes a provision: inserted, amended, repealed, commenced, renumbered.

    `since` is the first day of the change; `by` is the work that makes it.
    """

    id: Slug
    work: str
    provision: str
    effect: str
    since: WrittenDay
    by: str
    says: Text | None = None


class CitationNoted(Act, frozen=True, kw_only=True, tag="citation.noted/1"):
    """A provision of a work names other provisions in its own words.

    `cites` gives the eIds named, by work. `since` is the first day on which the text is known to
    read so and counts; `until` does not, without it the text reads so still.
    Recording raises BadAct where a provision is none, cites nothing or cites itself.
    """

    id: Slug
    work: str
    provision: str
    cites: dict[str, tuple[str, ...]]
    since: WrittenDay
    until: WrittenDay | None = None
