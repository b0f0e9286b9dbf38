"""One view for every deed of the desks: fill in, look over, send; what hinders, in words.

The version of the file travels in the form. Who was slower is shown what came meanwhile beside the
own deed, and can send it again; nothing is lost.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods
from msgspec import Struct

from atazan.docket import vault
from atazan.docket.desk import choices, people, sent
from atazan.docket.desk.access import COURT, REGISTRY, ROOMS, for_roles, lang, opened, today
from atazan.docket.desk.file import result, statement
from atazan.docket.desk.forms import FORMS, SECRET, STRAIGHT, Field, Form
from atazan.docket.desk.history import meanwhile, rule_of
from atazan.docket.desk.openings import role_for
from atazan.docket.desk.reading import lines, notice, tongue_of
from atazan.docket.doing import Done, attempt
from atazan.docket.guide.norm import suggestions
from atazan.docket.models import Petition
from atazan.docket.sight import Shown, show
from atazan.journal.acts import Act
from atazan.journal.problems import BadAct, Problem
from atazan.journal.record import By, record, version_of
from atazan.journal.rights import rights
from atazan.rules.book import rules
from atazan.rules.day import parsed
from atazan.rules.words import phrase

HOME = {"petitions": "desk-petition", "cases": "desk-case"}


class Doing(Struct, frozen=True):
    """A deed about to be done: on which petition, by whom, with which form, from which room."""

    request: Any
    room: str
    row: Petition
    shown: Shown
    form: Form
    by: By
    today: date

    @property
    def home(self) -> str:
        """The page of the petition in this room."""
        return reverse(HOME[self.room], args=(self.row.id,))

    @property
    def seen(self) -> int:
        """The version the sender looked at; that of now where nothing was sent."""
        written = self.request.POST.get("_seen", "")
        return int(written) if written.isdigit() else version_of(f"petition/{self.row.id}")


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, number: str, act: str, room: str = "cases") -> HttpResponse:
    """The steps of one deed."""
    return for_roles(*ROOMS[room])(_act)(request, number, act, room)


def _act(request: HttpRequest, number: str, slug: str, room: str) -> HttpResponse:
    form = FORMS.get(slug)
    if form is None:
        raise Http404
    row, shown = opened(request, number)
    viewer: Any = request.viewer  # type: ignore[attr-defined]
    role = role_for(form.kind, row.step, viewer)
    if role is None:
        raise PermissionDenied
    by = request.by(role)  # type: ignore[attr-defined]
    one = Doing(request, room, row, shown, form, by, today(request))
    return _begun(one, role) if request.method == "GET" else _posted(one)


def _begun(one: Doing, role: str) -> HttpResponse:
    if rights().of(role, one.form.kind, "petition", one.row.step) is None:
        closed = Problem("deed.closed", {"state": rights().states[one.row.step].says(lang())})
        return _form(one, {}, refused=(closed,), closed=True)
    words = "\n\n".join(words for _, words in statement(one.shown))
    return _form(one, choices.first_values(one.form, one.row, one.today, words))


def _posted(one: Doing) -> HttpResponse:
    post = one.request.POST
    given = sent.raw(one.form, post)
    if post.get("_step") == "change":
        return _form(one, given)
    try:
        deed = sent.act_of(one.form, given, one.row, today=one.today, by=one.by)
    except sent.NotWhole as wrong:
        return _form(one, given, wrong.problems)
    except BadAct as wrong:
        return _form(one, given, refused=wrong.problems)
    if post.get("_step") == "send" or one.form.kind in STRAIGHT:
        return _sent(one, deed, given)
    return _look(one, deed, given)


def _sent(one: Doing, deed: Act, given: dict[str, list[str]]) -> HttpResponse:
    done = attempt(partial(record, deed, by=one.by, at=one.request.now, seen=one.seen))
    if not done.ok:
        return _not_done(one, deed, given, done)
    words = phrase(f"deed.done.{one.form.slug}", lang())
    entry = phrase("deed.entry", lang(), {"no": done.result.number})
    messages.success(one.request, f"{words} {entry}")
    return HttpResponseRedirect(one.home, status=303)


def _look(one: Doing, deed: Act, given: dict[str, list[str]]) -> HttpResponse:
    done = attempt(partial(_rehearsed, deed, one))
    return _looked(one, deed, given) if done.ok else _not_done(one, deed, given, done)


def _rehearsed(deed: Act, one: Doing) -> None:
    """Find what recording would say, and record nothing."""
    with transaction.atomic():
        record(deed, by=one.by, at=one.request.now, seen=one.seen)
        transaction.set_rollback(True)


def _not_done(one: Doing, deed: Act, given: dict[str, list[str]], done: Done) -> HttpResponse:
    if done.stale:
        return _looked(one, deed, given, stale=done)
    return _form(one, given, refused=done.refused)


def _looked(
    one: Doing, deed: Act, given: dict[str, list[str]], stale: Done | None = None
) -> HttpResponse:
    """The deed as it would be recorded; where others were faster, beside what they did."""
    facts = {
        **_page(one),
        "rule": rule_of(one.form.kind, date.fromisoformat(str(deed.done_on))),
        "lines": lines(deed, one.form),
        "done_on": date.fromisoformat(str(deed.done_on)),
        "dated": one.form.dated,
        "notice": notice(deed, one.row) if one.form.slug == "petition-returned" else None,
        "hidden": [(name, value) for name, values in given.items() for value in values],
        "seen": stale.now if stale else one.seen,
        "secret": one.form.kind in SECRET,
        "stale": stale is not None,
    }
    if stale:
        facts["theirs"] = meanwhile(stale.theirs, show(one.row, one.request.viewer))
    return render(one.request, "docket/desk/look.html", facts, status=409 if stale else 200)


def _form(
    one: Doing,
    given: dict[str, list[str]],
    problems: dict[str, Problem] | None = None,
    refused: tuple[Any, ...] = (),
    closed: bool = False,
) -> HttpResponse:
    """The form with what was filled in, and what is not as it must be."""
    told = problems or {}
    facts = {
        **_page(one),
        "rule": rule_of(one.form.kind, one.today),
        "fields": [] if closed else [_field(one, field, given, told) for field in one.form.fields],
        "done_on": _written(next(iter(given.get("done_on", ())), "")),
        "problems": told,
        "bad_day": told.get("done_on"),
        "refused": people.in_words(refused, lang()),
        "closed": closed,
        "seen": one.seen,
    }
    status = 409 if closed else 422 if problems or refused else 200
    return render(one.request, "docket/desk/act.html", facts, status=status)


def _page(one: Doing) -> dict[str, Any]:
    told = {"row": one.row, "shown": one.shown, "room": one.room, "home": one.home}
    slug = one.form.slug
    return {**told, "form": one.form, "today": one.today, "do": f"deed.do.{slug}"}


def _field(
    one: Doing, field: Field, given: dict[str, list[str]], problems: dict[str, Problem]
) -> dict[str, Any]:
    values = given.get(field.name, [])
    told: dict[str, Any] = {"field": field, "problem": problems.get(field.name), "problems": {}}
    told |= {"words": f"deed.f.{field.name}", "value": next(iter(values), "")}
    told["choices"] = f"deed.{field.name}"
    if field.sort == "day":
        told["value"] = _written(told["value"])
    if field.sort == "grounds":
        law = rules().on(one.today)
        found = choices.grounds(field, given, one.row, law, tongue_of(one.row), _found(one))
        told["grounds"] = [(ground, problems.get(f"reason-{ground.id}")) for ground in found]
    if field.sort in ("judges", "presiding"):
        told["seats"] = choices.seats(one.row.id, one.today, values)
    if field.sort == "present":
        told["seats"] = choices.convened(one.row, one.today, values)
    if field.sort == "case":
        told["cases"] = choices.cases(one.row)
    if field.sort == "recused":
        told["recused"] = choices.waiting_recusals(one.row)
    if field.sort == "norms":
        told |= _norms(one, given, values)
    told["suggests"] = field.sort == "judges" and one.form.slug.endswith("convened")
    return told


def _norms(one: Doing, given: dict[str, list[str]], kept: list[str]) -> dict[str, Any]:
    """The provisions challenged, each kept or not, and the words of one more."""
    known = [(f"{norm['work']} {norm['provision']}", norm) for norm in one.row.norms]
    added = [next(iter(given.get(name, ())), "") for name in sent.ADDED]
    return {
        "norms": [(key, norm, key in kept) for key, norm in known],
        "added": added,
        "acts": suggestions(lang()),
    }


def _found(one: Doing) -> dict[str, str]:
    """The words of what the check found for each ground, in the petition's language."""
    found = result(one.row, one.shown)
    if found is None:
        return {}
    tongue = tongue_of(one.row)
    lacks = "".join(f"\n– {paper.rule.title.says(tongue)}" for paper in found.to_add)
    return {
        ground.id: " ".join(reason.says(tongue) for reason in ground.because)
        + (lacks if "form" in ground.rule.value.heads else "")
        for ground in found.assessment.grounds
    }


def _written(day: str) -> str:
    """A day as readers write it."""
    found = parsed(day)
    return found.strftime("%d.%m.%Y") if found else day


@require_GET
@for_roles(*REGISTRY, *COURT)
def file(request: HttpRequest, number: str, sha256: str) -> HttpResponse:
    """A file of the petition, for those who see its files; never opened by the browser itself."""
    _, shown = opened(request, number)
    found = next((one for one in shown.files if one["sha256"] == sha256), None)
    if found is None:
        raise Http404
    try:
        source = vault.open(sha256)
    except (vault.NotKept, vault.Changed) as gone:
        raise Http404 from gone
    name = found["name"] or sha256[:8]
    answer = FileResponse(source, as_attachment=True, filename=name, content_type=found["media"])
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
