"""An act named in the text: where, which it may be, and which it is on the citing day."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.law.cited.citation import CitedWork
from atazan.law.cited.known import Known, known

Kind = Literal["constitution", "law", "code", "treaty", "resolution", "other"]


class Mention(Struct, frozen=True):
    """Words that name an act, from `start` to `end`.

    Either `work` is certain, or it is one of `acts` by day and article, or `why` says what is open.
    """

    start: int
    end: int
    kind: Kind
    work: CitedWork | None = None
    acts: tuple[Known, ...] = ()
    why: str = ""


def settled(
    one: Mention, day: date | None, targets: tuple[str, ...], context: Known | None
) -> tuple[CitedWork | None, str]:
    """The act a mention means on the citing day, or why that is open."""
    if one.work is not None or one.why:
        return one.work, one.why
    if one.kind == "constitution":
        return _constitution(day, context)
    acts = [act for act in one.acts if act.on(day)]
    if len(acts) > 1 and all(act.articles for act in acts):
        return _by_article(acts, targets)
    if len(acts) == 1:
        return acts[0].work, ""
    if not acts:
        return None, "not_in_force" if one.acts else "act_unknown"
    return None, "no_day" if day is None else "several_acts"


def _constitution(day: date | None, context: Known | None) -> tuple[CitedWork | None, str]:
    """A Constitution means itself; elsewhere, the one in force on the citing day."""
    every = known()
    if context is not None and (context.work.id or "").startswith("const-") and _is_whole(context):
        return context.work, ""
    if day is None:
        return None, "no_day"
    for id in ("const-1995", "const-2026"):
        if every[id].on(day):
            return every[id].work, ""
    return None, "not_in_force"


def _is_whole(context: Known) -> bool:
    return context.work.uri.endswith("/constitution")


def _by_article(acts: list[Known], targets: tuple[str, ...]) -> tuple[CitedWork | None, str]:
    """A code in two acts is told apart by the number of the article."""
    articles = [
        int(eid.split("__")[0][4:].split("-")[0]) for eid in targets if eid.startswith("art_")
    ]
    for act in acts:
        first, last = act.articles or (0, 0)
        if articles and all(first <= one <= last for one in articles):
            return act.work, ""
    return None, "several_acts"
