"""What is exported: a text on a day, and what is known of the work around it. Plain data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from atazan.law.text.document import Document

TEXTUAL = ("inserted", "amended", "repealed", "renumbered")
"""What the lawmaker does to the words; every other effect changes force, efficacy or meaning."""

WHOLE = "whole"


class Modification(Struct, frozen=True, kw_only=True):
    """One effect on a provision, as the register of the law has it, told in the text's language.

    `provision` is its eId, or `whole`. `effect` is a kind of `atazan.law.models.Effect`.
    `since` counts, `until` does not. `by` is the URI of the amending act or of the decision,
    `by_name` how a reader calls it. `decided_on` is the day of a decision of a court, None for the
    lawmaker. `extent` says how far it reaches (None: wholly), `reading` what binds, `words` which
    words of the provision alone it touches. `was` is the eId before a renumbering, `wid` the
    permanent name of the provision where that is another one than its eId.
    """

    id: str
    provision: str
    effect: str
    since: date
    until: date | None = None
    by: str
    by_name: str
    decided_on: date | None = None
    extent: str | None = None
    reading: str | None = None
    words: tuple[str, ...] = ()
    was: str | None = None
    wid: str | None = None


class Change(Struct, frozen=True):
    """The work read anew from `since` (counts), made so by `by` (a URI; None: not known)."""

    since: date
    by: str | None = None
    by_name: str | None = None


class Edition(Struct, frozen=True, kw_only=True):
    """A text of a work and the days it is the text of: `since` counts, `until` does not.

    `day` is the day asked about, within them. `work` is the short id, `uri` the work's Akoma Ntoso
    address, `kind` as in works.yaml. `changes` are the days on which the text changed, the first
    that of the oldest text known; `states` the standing of provisions touched by something, by
    eId, as STATES of `atazan.law.standing`.
    """

    document: Document
    work: str
    uri: str
    title: str
    kind: str = "act"
    day: date
    since: date
    until: date | None = None
    number: str | None = None
    adopted: date | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    changes: tuple[Change, ...] = ()
    modifications: tuple[Modification, ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)
