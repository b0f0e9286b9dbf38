"""Pages of the rights view: the rights of a day, one right, a report of a choice of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from atazan.journal.answering import as_json, day_of, in_words, lang_of, page, wants_json
from atazan.library.reports.printed import FORMATS, handed, told
from atazan.library.reports.shown import drawn, shown
from atazan.library.rights import report
from atazan.library.rights.chosen import BODIES, Choice, as_query, read
from atazan.library.rights.joined import GROUPS, RightOn, RightsOn, rights_on
from atazan.library.rights.right import NoSuchRight, RightPage, Shaped, of_right
from atazan.papers.report import Bar, Bars
from atazan.rules.book import NoRuleInForce
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.rules.works import works


def index(request: HttpRequest) -> HttpResponse:
    """The rights of the Constitution of the day by group, with their decisions counted."""
    try:
        found = rights_on(day_of(request))
    except NoRuleInForce:
        return _too_early(request)
    lang = lang_of(request)
    groups = [(one, report.group_name(one, lang), found.of(one)) for one in GROUPS]
    facts = {
        "found": found,
        "groups": [(one, name, rights, _with(rights)) for one, name, rights in groups if rights],
        "total": len(found.shaped()),
        "chart": drawn(_by_group(found, lang)),
    }
    return page(request, "library/rights.html", facts, lambda: _told(found))


def right(request: HttpRequest, id: str) -> HttpResponse:
    """One right: positions, decisions with what became of the provisions, what was changed."""
    try:
        found = of_right(id, day_of(request))
    except NoRuleInForce:
        return _too_early(request)
    except NoSuchRight:
        if wants_json(request):
            return as_json({"unknown_right": id[:60]}, 404)
        return render(request, "library/right_unknown.html", {"id": id[:60]}, status=404)
    facts = {
        "page": found,
        "right": found.right,
        "group_name": report.group_name(found.right.group, lang_of(request)),
        "former": (works()["const-1995"].in_force_until or day_of(request)) - timedelta(days=1),
    }
    return page(request, "library/right.html", facts, lambda: _told_one(found))


def chosen(request: HttpRequest) -> HttpResponse:
    """The form of a report and the report of what was chosen in it."""
    choice, day, lang = _choice(request), day_of(request), lang_of(request)
    try:
        known = rights_on(day)
        made = report.of_choice(choice, day, lang)
    except NoRuleInForce:
        return _too_early(request)
    facts = {
        "choice": choice,
        "report": shown(made),
        "groups": [(one, report.group_name(one, lang), known.of(one)) for one in GROUPS],
        "bodies": BODIES,
        "query": urlencode({**as_query(choice), "on": [day.isoformat()]}, doseq=True),
        "formats": FORMATS,
    }
    return page(request, "library/rights_report.html", facts, lambda: told(made))


def file(request: HttpRequest, format: str) -> HttpResponse:
    """The report as a file, in the language of the address."""
    if format not in FORMATS:
        raise Http404
    try:
        made = report.of_choice(_choice(request), day_of(request), lang_of(request))
    except NoRuleInForce:
        return _too_early(request)
    return handed(made, lang_of(request), format, "rights")


def _choice(request: HttpRequest) -> Choice:
    return read({name: values for name, values in request.GET.lists()})


def _with(rights: tuple[RightOn, ...]) -> int:
    return sum(bool(one.shaped) for one in rights)


def _by_group(found: RightsOn, lang: Lang) -> Bars:
    """Decisions by group; each counts once in a group."""
    bars = []
    for group in GROUPS:
        rows = found.shaped(one.concept.id for one in found.of(group))
        if found.of(group):
            values = tuple(sum(row.body == body for row in rows) for body in BODIES)
            bars.append(Bar(name=report.group_name(group, lang), values=values))
    most = max(bars, key=lambda one: sum(one.values))
    says = phrase("library.rights.chart", lang, {"name": most.name, "n": sum(most.values)})
    series = tuple(phrase(f"decisions.body.{one}", lang) for one in BODIES)
    return Bars(title=says, series=series, bars=tuple(bars))


def _too_early(request: HttpRequest) -> HttpResponse:
    day = day_of(request)
    if wants_json(request):
        return as_json({"on": day, "no_constitution": True}, 404)
    return render(request, "library/rights_early.html", {"day": day}, status=404)


def _told(found: RightsOn) -> dict[str, Any]:
    return {
        "constitution": found.work,
        "decisions": len(found.shaped()),
        "rights": [_right(one) for one in found.rights],
    }


def _right(one: RightOn) -> dict[str, Any]:
    return {
        "id": one.concept.id,
        "group": one.group,
        "name": in_words(one.concept.preferred),
        "provisions": [f"{where.work}#{where.eid}" for where in one.places],
        "decisions": [
            {
                "id": each.decision.id,
                "body": each.decision.body,
                "because": [
                    {
                        "why": why.why,
                        "provision": f"{why.where.work}#{why.where.eid}" if why.where else None,
                    }
                    for why in each.reasons
                ],
            }
            for each in one.shaped
        ],
    }


def _told_one(found: RightPage) -> dict[str, Any]:
    return {
        **_right(found.right),
        "positions": [{"id": one.row.id, "state": one.state} for one in found.positions],
        "shaped": [_shaped(one) for one in found.shaped],
        "changed": [
            {
                "from": [where.eid for where in one.old],
                "to": [where.eid for where in one.new],
                "kind": one.entry.kind,
                "says": [in_words(each.says) for each in one.entry.changed],
            }
            for one in found.changed
        ],
    }


def _shaped(one: Shaped) -> dict[str, Any]:
    return {
        "id": one.row.id,
        "outcomes": list(one.outcomes),
        "follow_up": one.follow_up.state,
        "held": [
            {
                "provision": f"{each.held.provision.work}#{each.held.provision.eid}",
                "outcome": each.held.outcome,
                "now": each.now.code,
                "lawmaker": [
                    {"since": str(after.since), "by": after.by.id} for after in each.after
                ],
            }
            for each in one.held
        ],
    }
