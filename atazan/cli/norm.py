"""`atazan norm WORK PROVISION --on DAY`: how a provision stood on a day, and by whose decision."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from atazan.cli.setup import day, django_ready, now, refuse
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import in_words, phrase

if TYPE_CHECKING:
    from atazan.law.event import Event
    from atazan.law.standing import Standing
    from atazan.rules.day import PartialDay
    from atazan.rules.finding import Finding


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    norm = subparsers.add_parser("norm", help="how a provision stood on a day")
    norm.add_argument("work", help="short id, number (153-VII) or address (/akn/…) of the work")
    norm.add_argument(
        "provision", help='45(2)(1), "ст. 45 п. 2", "45-бап 2-тармақ", art_45__para_2, or whole'
    )
    norm.add_argument("--on", type=day, help="the day asked about (default: today)")
    norm.add_argument("--lang", choices=LANGS, default="kk")
    norm.add_argument("--format", choices=("text", "json"), default="text")
    norm.set_defaults(run=_norm)


def _norm(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.decisions.queries import examined
    from atazan.law.queries import UnknownWork, as_recorded, find_work, standing
    from atazan.rules.citation import UnreadCitation, read_citation
    from atazan.rules.day import day_in_astana

    on: date = args.on or day_in_astana(now())
    lang: Lang = args.lang
    try:
        work = find_work(args.work)
        provision = as_recorded(work.id, read_citation(args.provision))
    except UnknownWork as wrong:
        near = ", ".join(wrong.near) or phrase("law.none_near", lang)
        return refuse(phrase("law.no_such_work", lang, {"name": wrong.name, "near": near}))
    except UnreadCitation as wrong:
        return refuse(phrase("law.unread_citation", lang, {"text": wrong.text}))
    found = standing(work.id, provision, on)
    reviewed = [
        (_number(one.id, lang), _written(one.done_on, lang))
        for one in examined(work.id, provision, on)
    ]
    if args.format == "json":
        print(json.dumps(as_json(found, reviewed, lang), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(found, reviewed, lang)))
    return 0


def as_text(found: Standing, reviewed: list[tuple[str, str]], lang: Lang) -> Iterator[str]:
    """The answer as lines for a reader."""
    work = found.work
    yield f"{work.short.says(lang)} ({work.uri}), {_named(found.provision, lang)}"
    state = phrase(f"law.state.{found.told_as}", lang)
    yield f"{in_words(found.day, lang)}: {state}"
    yield _sentence(found, lang)
    if found.by is not None:
        yield from _why(found, found.by, lang)
    if found.binding is not None:
        yield f"{found.binding.says(lang)} ({_source(found.binding, lang)})"
    for number, made in reviewed:
        yield phrase("law.examined", lang, {"number": number, "day": made})
    if found.history:
        yield f"{phrase('law.history', lang)}:"
    for event in found.history:
        yield f"  {_line(event, found, lang)}"


def _sentence(found: Standing, lang: Lang) -> str:
    """The state in a sentence, with the provision it rests on."""
    if found.finding is None:
        return found.says(lang)
    return f"{found.says(lang)} ({_source(found.finding, lang)})"


def _why(found: Standing, event: Event, lang: Lang) -> Iterator[str]:
    of = "" if event.provision == found.provision else f"; {_named(event.provision, lang)}"
    yield f"{_by(event, lang)}, {_day(event.since, lang)}{of}"
    if found.inherited_from:
        yield phrase("law.inherited", lang, {"of": _named(found.inherited_from, lang)})
    text = "law.reading" if event.by_decision else "law.change"
    for key, said in (("law.extent", event.extent), (text, event.reading)):
        if said is not None:
            yield f"{phrase(key, lang)}: {said.says(lang)}"
    yield phrase(f"law.confidence.{found.confidence}", lang) + ": " + "; ".join(found.sources)


def as_json(found: Standing, reviewed: list[tuple[str, str]], lang: Lang) -> dict[str, Any]:
    """The answer for another program."""
    return {
        "work": found.work.id,
        "uri": found.work.uri,
        "provision": found.provision,
        "on": found.day.isoformat(),
        "state": found.state,
        "applies": found.applies,
        "says": found.says(lang),
        "since": str(found.since) if found.since else None,
        "lang": found.only_in,
        "by": _event_json(found.by, found, lang) if found.by else None,
        "inherited_from": found.inherited_from,
        "confidence": found.confidence,
        "sources": list(found.sources),
        "rule": _finding_json(found.finding, lang),
        "binding": _finding_json(found.binding, lang),
        "parts_touched": list(found.children),
        "reviewed_without_known_holding": [number for number, _ in reviewed],
        "history": [_event_json(event, found, lang) for event in found.history],
    }


def _line(event: Event, found: Standing, lang: Lang) -> str:
    parts = [_day(event.since, lang), _named(event.provision, lang)]
    parts += [phrase(f"law.effect.{event.effect}", lang), _by(event, lang)]
    if event.lang is not None:
        parts.append(phrase(f"law.only.{event.lang}", lang))
    if event.extent is not None:
        parts.append(event.extent.says(lang))
    if not event.counts_on(found.day):
        parts.append(phrase("law.after_the_day", lang))
    return "; ".join(part for part in parts if part)


def _event_json(event: Event, found: Standing, lang: Lang) -> dict[str, Any]:
    return {
        "effect": event.effect,
        "provision": event.provision,
        "relation": event.relation,
        "lang": event.lang,
        "since": str(event.since),
        "work": event.by_work,
        "decision": event.by_decision,
        "number": _number(event.by_decision, lang) if event.by_decision else None,
        "extent": event.extent.says(lang) if event.extent else None,
        "reading": event.reading.says(lang) if event.reading else None,
        "after_the_day": not event.counts_on(found.day),
        "confidence": event.confidence,
        "sources": list(event.sources),
    }


def _finding_json(finding: Finding | None, lang: Lang) -> dict[str, Any] | None:
    if finding is None:
        return None
    source = finding.rule.source
    return {
        "id": finding.rule.id,
        "says": finding.says(lang),
        "work": source.work,
        "provision": source.provision_eid,
    }


def _source(finding: Finding, lang: Lang) -> str:
    from atazan.rules.works import works

    source = finding.rule.source
    return f"{works()[source.work].short.says(lang)}, {source.provision.cite(lang)}"


def _by(event: Event, lang: Lang) -> str:
    from atazan.rules.works import works

    if event.by_decision is not None:
        return _number(event.by_decision, lang)
    return works()[event.by_work].short.says(lang) if event.by_work else ""


def _number(decision: str, lang: Lang) -> str:
    from atazan.decisions.models import Decision
    from atazan.decisions.queries import numbered

    row = Decision.objects.filter(pk=decision).first()
    if row is None:
        return decision
    form = phrase(f"decisions.form.{row.form}", lang)
    return f"{form} {numbered(row, lang)}"


def _named(provision: str, lang: Lang) -> str:
    from atazan.rules.citation import cite

    return phrase("law.whole", lang) if provision == "whole" else cite(provision, lang)


def _day(since: PartialDay, lang: Lang) -> str:
    return in_words(since.first, lang) if since.exact else str(since)


def _written(day_written: str | None, lang: Lang) -> str:
    from atazan.rules.day import PartialDay

    return "…" if day_written is None else _day(PartialDay.read(day_written), lang)
