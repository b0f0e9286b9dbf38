"""The pages of a draft: begun from the guided check, written page by page, checked, filed."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from atazan.docket import drafts, letters, queries
from atazan.docket.citizen.asking import BY_ID, Page, asked, faults, represented, state, told
from atazan.docket.citizen.doors import by, for_applicants, lang, of_draft, today
from atazan.docket.citizen.handing import answers_of, assessed, hand_in
from atazan.docket.citizen.tracker import Tracked
from atazan.docket.doing import attempt
from atazan.docket.drafts import Draft, DraftMoved
from atazan.docket.guide import answers as kept_answers
from atazan.docket.guide.answered import Result
from atazan.docket.guide.questions import answered, next_open, route
from atazan.docket.guide.shown import lines
from atazan.docket.sight import show_all
from atazan.journal.problems import Problem
from atazan.rules.book import RulesOnDay, rules

SESSION = "draft"
"""Where the session keeps the draft whose check is being answered."""


@for_applicants
def mine(request: HttpRequest) -> HttpResponse:
    """The drafts and petitions of the account, and what each waits for."""
    name, viewer = request.user.get_username(), request.viewer  # type: ignore[attr-defined]
    rows = {row.id: row for row in queries.mine(name)}
    followed = [
        Tracked(rows[one.id], one, viewer, today(request), lang())
        for one in show_all(rows.values(), viewer)
    ]
    answers = kept_answers.remembered(request, rules().on(today(request)))
    facts = {"drafts": drafts.mine(name), "followed": followed, "kept": len(answers)}
    facts["news"] = letters.messages(request.viewer.name, 8)  # type: ignore[attr-defined]
    return render(request, "docket/citizen/mine.html", facts)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Turn the answers of the check into a draft, or begin one without them."""
    law = rules().on(today(request))
    given = kept_answers.read(request.GET.dict(), law.day, law).answers
    answers = given if "who" in given else kept_answers.remembered(request, law)
    if not request.user.is_authenticated:
        answer: HttpResponse = redirect_to_login(reverse("petition-new"))
        if "who" in given:
            kept_answers.remember(answer, given, request.is_secure())
        return answer
    return _new(request, answers, law)


@for_applicants
def _new(request: HttpRequest, answers: dict[str, str], law: RulesOnDay) -> HttpResponse:
    if request.method == "GET":
        facts = {"lines": lines(answers, law), "rule": law["step.filed"]}
        return render(request, "docket/citizen/new.html", facts)
    if "without" in request.POST:
        answers = {}
    draft = _checked(request)
    if draft is not None and "another" not in request.POST:
        drafts.answer(draft, answers, request.now)  # type: ignore[attr-defined]
    else:
        at = request.now  # type: ignore[attr-defined]
        draft = drafts.begin(request.user.get_username(), answers, at)
    request.session.pop(SESSION, None)
    answer = HttpResponseRedirect(reverse("petition-draft", args=[draft.id]))
    kept_answers.forget(answer)
    return answer


def _checked(request: HttpRequest) -> Draft | None:
    """The draft whose check is being answered, if it is still open."""
    id, name = request.session.get(SESSION), request.user.get_username()
    return Draft.objects.filter(pk=id, owner=name, filed=None).first() if id else None


@of_draft
def tasks(request: HttpRequest, draft: Draft) -> HttpResponse:
    """What the draft needs, part by part; any of them first."""
    law = rules().on(today(request))
    said = kept_answers.read(draft.answers, law.day, law).answers
    facts = {
        "draft": draft,
        "said": lines(said, law),
        "left": sum(not answered(one, said) for one in _of_check(said, law)),
        "parts": [(page, state(page, draft)) for page in asked(draft, law)],
        "files": draft.files.count(),  # type: ignore[attr-defined]
    }
    return render(request, "docket/citizen/tasks.html", facts)


def _of_check(said: dict[str, str], law: RulesOnDay) -> list[Any]:
    """The questions of the check that a draft needs: those on the paper it answers itself."""
    told = ("stage", "written", "filed-on", "admitted-on", "adapted")
    return [one for one in route(said, law) if one.id not in told]


@require_POST
@of_draft
def questions(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Go through the questions of the check with the draft's answers, and come back with them."""
    law = rules().on(today(request))
    said = kept_answers.read(draft.answers, law.day, law).answers
    then = next_open(said, law)
    name = ("check-question", [then.id]) if then else ("check-answers", [])
    answer = HttpResponseRedirect(reverse(name[0], args=name[1]))
    kept_answers.remember(answer, said, request.is_secure())
    request.session[SESSION] = str(draft.id)
    return answer


@require_http_methods(["GET", "POST"])
@of_draft
def page(request: HttpRequest, draft: Draft, name: str) -> HttpResponse:
    """One page: shown, or saved. What was written is kept, with its faults."""
    found, law = BY_ID.get(name), rules().on(today(request))
    if found is None or found not in asked(draft, law):
        raise Http404
    if request.method == "GET":
        return _ask(request, draft, found, law)
    said = told(found, request.POST.dict())
    try:
        seen = int(request.POST.get("seen") or 0)
        draft = drafts.save(draft.id, seen, said, request.now)  # type: ignore[attr-defined]
    except DraftMoved as moved:
        return _ask(request, moved.draft, found, law, said=said, status=409)
    if "leave" in request.POST:
        return HttpResponseRedirect(reverse("petition-draft", args=[draft.id]))
    if wrong := faults(found, said):
        return _ask(request, draft, found, law, wrong=wrong, status=422)
    return HttpResponseRedirect(_onward(draft, found, law))


def _onward(draft: Draft, done: Page, law: RulesOnDay) -> str:
    """The page after this one: the next to write, then the files."""
    pages = asked(draft, law)
    after = pages[pages.index(done) + 1 :]
    if after:
        return reverse("draft-page", args=[draft.id, after[0].id])
    return reverse("draft-files", args=[draft.id])


def _ask(
    request: HttpRequest,
    draft: Draft,
    page: Page,
    law: RulesOnDay,
    said: dict[str, str] | None = None,
    wrong: dict[str, Problem] | None = None,
    status: int = 200,
) -> HttpResponse:
    pages = asked(draft, law)
    facts = {
        "draft": draft,
        "page": page,
        "fields": [_field(one, draft, said or {}, wrong or {}) for one in page.fields],
        "problems": wrong,
        "moved": said is not None,
        "rule": law[page.rule],
        "good_faith": law["participants.good_faith"],
        "number": pages.index(page) + 1,
        "of": len(pages),
        "onward": _onward(draft, page, law),
    }
    return render(request, "docket/citizen/page.html", facts, status=status)


def _field(
    one: Any, draft: Draft, said: dict[str, str], wrong: dict[str, Problem]
) -> dict[str, Any]:
    """A field as its page shows it: `value` in the form, `theirs` what was saved elsewhere."""
    kept = str(draft.told.get(one.name, ""))
    value = said.get(one.name, kept)
    moved = one.name in said and kept != value
    return {
        "field": one,
        "value": value,
        "theirs": kept if moved else None,
        "problem": wrong.get(one.name),
        "options": [(code, f"{one.words}.{code}") for code in one.options],
    }


@require_http_methods(["GET", "POST"])
@of_draft
def delete(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Delete the draft with all it holds."""
    if request.method == "POST":
        draft.delete()
        return HttpResponseRedirect(reverse("my-petitions"))
    return render(request, "docket/citizen/delete.html", {"draft": draft})


@require_http_methods(["GET", "POST"])
@of_draft
def review(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Everything on one page, with what the registry will see; filed from here."""
    if request.method == "GET":
        return _review(request, draft)
    wrong = _unready(request, draft)
    if wrong:
        return _review(request, draft, wrong, status=422)
    at = request.now  # type: ignore[attr-defined]
    done = attempt(
        lambda: hand_in(draft.id, by=by(request), at=at, day=today(request), lang=lang())
    )
    if not done.ok:
        problems = {"file": done.refused[0]} if done.refused else {}
        facts = {"findings": done.refused, "stale": done.stale}
        return _review(request, draft, problems, status=done.status, **facts)
    return HttpResponseRedirect(reverse("petition-receipt", args=[done.result]))


def _unready(request: HttpRequest, draft: Draft) -> dict[str, Problem]:
    """What a filing cannot do without: whose it is, and that it is true."""
    found = {}
    if not draft.told.get("name"):
        found["name"] = Problem("draft.bad.name")
    if request.POST.get("truth") != "yes":
        found["truth"] = Problem("draft.bad.truth")
    return found


def _review(
    request: HttpRequest,
    draft: Draft,
    wrong: dict[str, Any] | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    day = today(request)
    law = rules().on(day)
    assessment = assessed(draft, day)
    said = kept_answers.read(draft.answers, law.day, law).answers
    facts = {
        "draft": draft,
        "parts": [(one, _fields(one, draft), state(one, draft)) for one in asked(draft, law)],
        "represented": represented(draft, law),
        "said": lines(said, law),
        "files": _files(draft, law),
        "result": Result(assessment, answers_of(draft, day), lang()) if assessment else None,
        "good_faith": law["participants.good_faith"],
        "filed": law["step.filed"],
        "problems": wrong,
        **more,
    }
    return render(request, "docket/citizen/review.html", facts, status=status)


def _fields(page: Page, draft: Draft) -> list[dict[str, Any]]:
    return [_field(one, draft, {}, {}) for one in page.fields]


def _files(draft: Draft, law: RulesOnDay) -> list[dict[str, Any]]:
    return [
        {"file": one, "rule": law.get(f"attachment.{one.what}")}
        for one in draft.files.order_by("pk")  # type: ignore[attr-defined]
    ]
