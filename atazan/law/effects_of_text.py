"""What a text shows to have happened to provisions, as effects: each once for all languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from atazan.law import texts
from atazan.law.acts import EffectRetold, EffectTold
from atazan.law.compared.changes import Change, followed
from atazan.law.models import Effect
from atazan.law.text.document import OUTSIDE, Document, outer
from atazan.rules.text import LANGS, Lang

if TYPE_CHECKING:
    from atazan.law.importing import Told


class Effects(Struct, frozen=True):
    """Effects to be told, and those told before that are now seen in other languages."""

    new: tuple[EffectTold, ...]
    again: tuple[EffectRetold, ...]


def told(
    document: Document,
    changes: Iterable[Change] | None,
    later: texts.Version | None,
    asked: Told,
    noted: Iterable[EffectTold] = (),
) -> Effects:
    """The effects of a text that begins on `asked.since`; `later` is the version held after it.

    Of that very day the words of two versions tell exactly what the notes tell of whole articles.
    """
    noted = tuple(noted)
    wanted = list(_of_changes(changes or (), asked.lang, asked.since, asked.by, noted))
    of_day = changes is not None
    for one in noted:
        if not of_day or one.effect == "commenced" or one.since != asked.since.isoformat():
            wanted.append(one)
    gone: list[EffectRetold] = []
    if later is not None:
        then = texts.text_on(later.work, later.lang, later.since)
        assert then is not None
        after = list(
            _of_changes(followed(document, then).changes, asked.lang, later.since, later.by_work)
        )
        gone = _no_longer(after, asked, later)
        wanted += after
    new, again = _told_once(wanted, asked)
    return Effects(tuple(new), (*again, *gone))


def _of_changes(
    changes: Iterable[Change],
    lang: Lang,
    since: date,
    by: str | None,
    noted: Iterable[EffectTold] = (),
) -> Iterator[EffectTold]:
    changes = list(changes)
    anew = _worded_anew(changes, since, noted)
    for one in changes:
        eid = one.after or one.before
        if eid is None or outer(eid) in OUTSIDE or (eid in anew and one.kind == "repealed"):
            continue
        yield EffectTold(
            provision=eid,
            effect="amended" if eid in anew and one.kind == "inserted" else one.kind,
            since=since.isoformat(),
            by=by,
            lang=lang,
            wid=one.wid if one.wid != eid else None,
            before=one.before if one.before not in (None, eid) else None,
        )


def _worded_anew(
    changes: Iterable[Change], since: date, noted: Iterable[EffectTold]
) -> frozenset[str]:
    """Provisions whose number passed from words that went to words that came on the same day.

    That is an amendment of the provision, unless a note tells that it was excluded or inserted.
    """
    changes = list(changes)
    came = {one.after for one in changes if one.kind == "inserted"}
    went = {one.after or one.before for one in changes if one.kind == "repealed"}
    of_notes = {
        one.provision for one in noted if one.effect in _PARTED and one.since == since.isoformat()
    }
    return frozenset(eid for eid in came & went if eid is not None) - of_notes


_PARTED = ("inserted", "repealed")
_LIKE = {"inserted": "amended", "amended": "inserted"}
"""What one language tells as new words of a provision, and another as a new provision."""


def _told_once(
    wanted: Iterable[EffectTold], asked: Told
) -> tuple[list[EffectTold], list[EffectRetold]]:
    """What the register does not hold yet; an effect it holds from another text is one with it.

    What one language shows as inserted and another as amended is an amendment in both.
    """
    rows = _held(asked.work)
    held = {(row.provision, row.effect, row.since): row for row in rows}
    by = {(row.provision, row.effect, row.by_work) for row in rows if row.lang is None}
    new: dict[tuple[str, str, str], EffectTold] = {}
    again = []
    for one in wanted:
        key = (one.provision, one.effect, one.since)
        row = held.get(key)
        like = held.get((one.provision, _LIKE.get(one.effect, ""), one.since))
        if row is None and like is not None and like.lang not in (None, asked.lang):
            again.append(EffectRetold(like.id, _both(like, asked) if _changes(like) else ()))
            like.lang = None
            if not _changes(like):
                new.setdefault(key, replace(one, lang=None))
        elif row is None:
            if not one.noted or (one.provision, one.effect, one.by) not in by:
                new.setdefault(key, one)
        elif row.lang not in (None, asked.lang):
            again.append(EffectRetold(row.id, _both(row, asked)))
            held[key].lang = None
    return list(new.values()), again


def _both(row: Effect, asked: Told) -> tuple[Lang, ...]:
    return tuple(lang for lang in LANGS if lang in (row.lang, asked.lang))


def _changes(row: Effect) -> bool:
    return row.effect == "amended"


def _no_longer(after: list[EffectTold], asked: Told, later: texts.Version) -> list[EffectRetold]:
    """Effects once read from the later version that the text now put between shows to be older."""
    true = {(one.provision, one.effect) for one in after}
    found = []
    for row in _held(asked.work):
        of_text = row.since == later.since.isoformat() and ":e" in row.id
        if of_text and row.lang in (None, asked.lang) and (row.provision, row.effect) not in true:
            others = () if row.lang else _others(asked)
            found.append(EffectRetold(row.id, others))
    return found


def _others(asked: Told) -> tuple[Lang, ...]:
    return tuple(lang for lang in texts.languages(asked.work) if lang != asked.lang)


def _held(work: str) -> list[Effect]:
    return list(Effect.objects.filter(work=work, by_decision__isnull=True, superseded=False))
