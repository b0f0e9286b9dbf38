"""Editions from the register: the texts held of a work, and what happened to it by any day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby

from atazan.law import texts
from atazan.law.cited import citations
from atazan.law.decided import Decided, decided
from atazan.law.exported.akn_names import LANGUAGES
from atazan.law.exported.edition import WHOLE, Change, Edition, Modification
from atazan.law.exported.git import Commit
from atazan.law.exported.json import Citing
from atazan.law.exported.markdown import markdown
from atazan.law.exported.refused import ExportRefused
from atazan.law.models import Effect
from atazan.law.queries import find_work, standings
from atazan.law.text.document import Document
from atazan.law.texts import Version
from atazan.rules.day import PartialDay
from atazan.rules.decision_names import work_uri
from atazan.rules.text import LANGS, Lang, Text
from atazan.rules.works import Work, works


def edition_on(work: str, lang: Lang, day: date, known: datetime | None = None) -> Edition:
    """The text of a work on a day with all that is known around it; `known` as in `texts`.

    Effects of any day are told, those still to come too. Raises UnknownWork, and ExportRefused
    where no text of that day and language is held.
    """
    found = find_work(work)
    held = [one for one in texts.versions(found.id, lang, known)]
    version = next((one for one in held if _is_of(one, day)), None)
    document = texts.text_on(found.id, lang, day, known) if version is not None else None
    if version is None or document is None:
        raise _none_held(found, lang, day, known)
    rows = list(Effect.objects.filter(work=found.id, superseded=False).order_by("since", "id"))
    rows = [row for row in rows if row.lang in (None, lang)]
    return Edition(
        document=document,
        work=found.id,
        uri=found.uri,
        title=found.title.says(lang),
        kind=found.kind,
        day=day,
        since=version.since,
        until=version.until,
        number=found.number,
        adopted=found.adopted,
        in_force_from=found.in_force_from,
        in_force_until=found.in_force_until,
        changes=tuple(_change(one, lang) for one in held),
        modifications=tuple(_modifications(rows, lang)),
        states=_states(found.id, rows, day, version.since, document),
    )


def commits(work: str, langs: Iterable[Lang] = LANGS) -> Iterator[Commit]:
    """Every version of a work, oldest first, one commit for the languages that change that day.

    Raises UnknownWork, and ExportRefused where no text is held.
    """
    found = find_work(work)
    held: dict[date, list[Version]] = {}
    for one in texts.versions(found.id):
        if one.lang in langs:
            held.setdefault(one.since, []).append(one)
    if not held:
        raise ExportRefused("no_texts", work=found.short)
    return (_commit(found, since, held[since]) for since in sorted(held))


def done_by(decision: str, lang: Lang) -> dict[str, tuple[Modification, ...]]:
    """What a decision did, by the address of the work: for its own `activeModifications`.

    `decision` is its id; empty where nothing on record was done by it.
    """
    rows = Effect.objects.filter(by_decision=decision).order_by("work", "since", "id")
    return {
        works()[work].uri: tuple(_modifications(list(of_work), lang))
        for work, of_work in groupby(rows, key=lambda row: row.work)
    }


def citing(edition: Edition) -> Citing:
    """Asks what words of a provision of this edition cite, as of the first day they read so."""

    def asked(provision: str, words: str) -> list[dict[str, object]]:
        lang = edition.document.lang
        return [
            {
                "start": one.start,
                "end": one.end,
                "work": one.work.uri if one.work is not None else None,
                "targets": one.targets,
                "why": one.why,
            }
            for one in citations(words, lang, f"{edition.work}#{provision}", edition.since)
        ]

    return asked


def _commit(work: Work, since: date, of_day: list[Version]) -> Commit:
    files = {}
    for one in of_day:
        edition = edition_on(work.id, one.lang, since)
        files[f"{work.id}/{LANGUAGES[one.lang]}.md"] = markdown(edition)
    by = works().get(next((one.by_work for one in of_day if one.by_work), "") or "")
    return Commit(
        since=since,
        work=work.uri,
        name=work.short.says("en"),
        files=files,
        by=by.uri if by else None,
        by_name=Text(**{lang: _called(by, lang) for lang in LANGS}) if by else None,
        entries=tuple(sorted({one.entry for one in of_day})),
    )


def _is_of(version: Version, day: date) -> bool:
    return version.since <= day and (version.until is None or day < version.until)


def _none_held(work: Work, lang: Lang, day: date, known: datetime | None) -> ExportRefused:
    held = [f"{LANGUAGES[one.lang]}@{one.since}" for one in texts.versions(work.id, known=known)]
    if not held:
        return ExportRefused("no_texts", work=work.short)
    return ExportRefused(f"no_text.{lang}", work=work.short, day=day, held=", ".join(held))


def _change(version: Version, lang: Lang) -> Change:
    by = works().get(version.by_work or "")
    return Change(version.since, by.uri if by else None, _called(by, lang) if by else None)


def _called(work: Work, lang: Lang) -> str:
    """A work as its number, or its short name."""
    return f"№ {work.number}" if work.number else work.short.says(lang)


def _modifications(rows: list[Effect], lang: Lang) -> Iterator[Modification]:
    named = decided({row.by_decision for row in rows if row.by_decision})
    for row in rows:
        by, name, decided_on = _source(row, named, lang)
        spans = row.intervals or [{"since": row.since, "until": row.until, "extent": row.extent}]
        for n, span in enumerate(spans, 1):
            yield Modification(
                id=row.id if len(spans) == 1 else f"{row.id}_{n}",
                provision=row.provision,
                effect=row.effect,
                since=_first(span["since"]),
                until=_first(span["until"]) if span.get("until") else None,
                by=by,
                by_name=name,
                decided_on=decided_on,
                extent=_said(span.get("extent") or row.extent, lang),
                reading=_said(row.says, lang) if row.by_decision else None,
                words=tuple(one["words"] for one in row.span if one["lang"] == lang),
                was=row.before,
                wid=row.wid,
            )


def _source(row: Effect, named: dict[str, Decided], lang: Lang) -> tuple[str, str, date | None]:
    """Who did it: the address, the name, and of a decision its day."""
    if row.by_decision:
        one = named.get(row.by_decision)
        if one is None:
            unknown = f"/akn/kz/judgment/undated/{row.by_decision}"
            return unknown, row.by_decision, _first(row.since)
        called = one.called(lang)
        day = _first(one.done_on) if one.done_on else _first(row.since)
        return work_uri(one), f"№ {called}" if called else one.subject.says(lang), day
    by = works().get(row.by_work or "")
    if by is None:
        return f"/akn/kz/act/{row.by_work}", row.by_work or "", None
    return by.uri, _called(by, lang), None


def _first(written: str) -> date:
    """The day, or the first of a month or a year where no more is known."""
    return PartialDay.read(written).first


def _said(text: dict[str, str] | None, lang: Lang) -> str | None:
    return text.get(lang) if text else None


def _states(
    work: str, rows: list[Effect], day: date, since: date, document: Document
) -> dict[str, str]:
    """How the provisions touched stood; the text is believed where it still has what was repealed.

    A number may pass on to another provision the day its own was repealed, and a repeal may be
    told by the text of the other language only.
    """
    touched = {row.provision for row in rows} - {WHOLE}
    amended = {row.provision for row in rows if row.effect == "amended"}
    stands = {block.eid for block in document.blocks if block.kind == "text"}
    found = {}
    for eid, one in standings(work, sorted(touched), day).items():
        state = one.state
        if state == "repealed" and eid in stands and one.since and one.since.first <= since:
            state = "amended" if eid in amended else "in_force"
        if one.inherited_from is None:
            found[eid] = state
    return found
