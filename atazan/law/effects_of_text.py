"""What a text shows to have happened to provisions, as effects: each once for all languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
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
    from atazan.law.import_checks import Told


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
    replaced: texts.Version | None = None,
) -> Effects:
    """The effects of a text that begins on `asked.since`; `later` is the version held after it,
    `replaced` the one of that day whose place it takes: what that one told, and this one does not,
    is told no longer.

    Of that very day the words of two versions tell exactly what the notes tell of whole articles.
    """
    noted = tuple(noted)
    wanted = list(_of_changes(changes or (), asked.lang, asked.since, asked.by, noted))
    of_day = changes is not None
    for one in noted:
        if not of_day or one.effect == "commenced" or one.since != asked.since.isoformat():
            wanted.append(one)
    days = {} if replaced is None else {asked.since.isoformat(): list(wanted)}
    if later is not None:
        then = texts.text_on(later.work, later.lang, later.since)
        assert then is not None
        after = list(
            _of_changes(followed(document, then).changes, asked.lang, later.since, later.by_work)
        )
        days[later.since.isoformat()] = after
        wanted += after
    gone = _no_longer(days, asked)
    if replaced is not None:
        gone |= _taken_back(wanted, asked, replaced)
    new, again = _told_once(wanted, asked, {one.id for one in gone.values() if not one.langs})
    return Effects(tuple(new), tuple((gone | {one.id: one for one in again}).values()))


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
    wanted: Iterable[EffectTold], asked: Told, gone: Collection[str]
) -> tuple[list[EffectTold], list[EffectRetold]]:
    """What the register does not hold yet; an effect it holds from another text is one with it.

    What one language shows as inserted and another as amended is an amendment in both.
    """
    rows = [row for row in _held(asked.work) if row.id not in gone]
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


def _no_longer(days: Mapping[str, Iterable[EffectTold]], asked: Told) -> dict[str, EffectRetold]:
    """Effects once read from the words of versions of these days, which tell them no longer."""
    true = {day: {(one.provision, one.effect) for one in told} for day, told in days.items()}
    found = {}
    for row in _held(asked.work):
        of_text = row.since in true and ":e" in row.id and row.lang in (None, asked.lang)
        if of_text and (row.provision, row.effect) not in true[row.since]:
            found[row.id] = EffectRetold(row.id, () if row.lang else _others(asked))
    return found


def _taken_back(
    wanted: Iterable[EffectTold], asked: Told, replaced: texts.Version
) -> dict[str, EffectRetold]:
    """What the replaced text told that this one does not, or lays to another act."""
    true = {(one.provision, one.effect, one.since): one.by for one in wanted}
    found = {}
    for row in _held(asked.work):
        key = (row.provision, row.effect, row.since)
        if not row.id.startswith(f"{replaced.id}:") or row.lang not in (None, asked.lang):
            continue
        if key not in true:
            found[row.id] = EffectRetold(row.id, () if row.lang else _others(asked))
        elif true[key] != row.by_work:
            found[row.id] = EffectRetold(row.id, ())
    return found


def _others(asked: Told) -> tuple[Lang, ...]:
    return tuple(lang for lang in texts.languages(asked.work) if lang != asked.lang)


def _held(work: str) -> list[Effect]:
    return list(Effect.objects.filter(work=work, by_decision__isnull=True, superseded=False))
