"""About the rules: every rule of a day with its article, and what changed between two days."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import yaml
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from msgspec import Struct

from atazan.journal.problems import Problem
from atazan.portal.day import asked, parsed
from atazan.rules.book import Rule, RuleBook, rules


class Change(Struct, frozen=True):
    """A rule that says something else on the later day."""

    before: Rule
    after: Rule


class Changes(Struct, frozen=True):
    """What became of the rules between two days.

    `restated` are rules that say the same in a new version: another article, another wording.
    """

    changed: tuple[Change, ...]
    restated: tuple[Change, ...]
    added: tuple[Rule, ...]
    gone: tuple[Rule, ...]


def compare(book: RuleBook, first: date, second: date) -> Changes:
    """Compare the rules of two days, the earlier first."""
    before, after = book.on(first), book.on(second)
    changed, restated = [], []
    for id in after:
        if id in before and before[id].term != after[id].term:
            same = before[id].says == after[id].says and before[id].value == after[id].value
            (restated if same else changed).append(Change(before[id], after[id]))
    return Changes(
        tuple(changed),
        tuple(restated),
        tuple(after[id] for id in after if id not in before),
        tuple(before[id] for id in before if id not in after),
    )


def index(request: HttpRequest) -> HttpResponse:
    """The topics with their rules on the day asked; with `?and=`, what changed between two days."""
    if "and" in request.GET:
        return _compared(request)
    found = rules().on(asked(request).day)
    topics = _by_topic(list(found.values()))
    facts = {
        "topics": topics,
        "count": len(found),
        "open": sum(bool(rule.uncertain) for rule in found.values()),
        "edges": _edges_near(asked(request).day),
    }
    return render(request, "portal/rules.html", facts)


def _edges_near(day: date) -> dict[str, date | None]:
    edges = rules().edges
    return {
        "before": max((edge for edge in edges if edge <= day), default=None),
        "after": min((edge for edge in edges if edge > day), default=None),
    }


def _by_topic(found: list[Rule]) -> list[tuple[str, list[Rule]]]:
    topics: dict[str, list[Rule]] = {}
    for rule in found:
        topics.setdefault(rule.topic, []).append(rule)
    return list(topics.items())


WHOLE = 60
"""So many changes are shown on one page; more of them go by topic."""


def _compared(request: HttpRequest, topic: str | None = None) -> HttpResponse:
    one, written = asked(request).day, request.GET.get("and", "").strip()[:20]
    other = parsed(written)
    if other is None:
        problem = Problem("rulebook.bad_other_day", {"written": written or "—"})
        return render(request, "portal/compare.html", {"problem": problem, "other": written})
    first, second = sorted((one, other))
    found = compare(rules(), first, second)
    by_topic = _counted(found) if topic is None and _size(found) > WHOLE else None
    facts = {
        "changes": found if topic is None else _of_topic(found, topic),
        "by_topic": by_topic,
        "topic": topic,
        "first": first,
        "second": second,
        "other": other.strftime("%d.%m.%Y"),
    }
    return render(request, "portal/compare.html", facts)


def _size(found: Changes) -> int:
    return len(found.changed) + len(found.added) + len(found.gone)


def _of_topic(found: Changes, topic: str) -> Changes:
    return Changes(
        tuple(one for one in found.changed if one.after.topic == topic),
        tuple(one for one in found.restated if one.after.topic == topic),
        tuple(rule for rule in found.added if rule.topic == topic),
        tuple(rule for rule in found.gone if rule.topic == topic),
    )


def _counted(found: Changes) -> list[tuple[str, Changes]]:
    topics = [
        *(one.after.topic for one in (*found.changed, *found.restated)),
        *(rule.topic for rule in (*found.added, *found.gone)),
    ]
    return [(topic, _of_topic(found, topic)) for topic in sorted(set(topics))]


def topic(request: HttpRequest, topic: str) -> HttpResponse:
    """Every rule of a topic on the day asked; with `?and=`, what changed between two days."""
    if all(rule.topic != topic for versions in rules().rules.values() for rule in versions):
        raise Http404
    if "and" in request.GET:
        return _compared(request, topic)
    found = [rule for rule in rules().on(asked(request).day).values() if rule.topic == topic]
    return render(request, "portal/topic.html", {"topic": topic, "rules": found})


def rule(request: HttpRequest, id: str) -> HttpResponse:
    """One rule: what it says on the day asked, and all its versions."""
    versions = rules().rules.get(id)
    if versions is None:
        raise Http404
    found = rules().on(asked(request).day)
    now = next((one for one in found.values() if one.id == id), None)
    facts: dict[str, Any] = {"id": id, "versions": versions[::-1], "now": now}
    facts |= {"rule": now or versions[-1], "value": _plain(now) if now else ""}
    return render(request, "portal/rule.html", facts)


def _plain(rule: Rule) -> str:
    value = msgspec.to_builtins(rule.value, str_keys=True)
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False) if value else ""
