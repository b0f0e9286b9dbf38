"""The guided check "may I apply to the Constitutional Court?": one question a page, then a result.

Nothing here decides: the pages ask, `rules.admissibility.assess` finds, `answered.Result` shows.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from atazan.docket.facts import petition_of
from atazan.docket.guide import answers as kept_answers
from atazan.docket.guide import controls
from atazan.docket.guide.answered import Result, question_of, version_after, version_before
from atazan.docket.guide.norm import Norm, norm, suggestions
from atazan.docket.guide.questions import (
    BY_ID,
    FIELDS,
    Answers,
    Question,
    answered,
    next_open,
    route,
)
from atazan.docket.guide.shown import Line, lines, words_of
from atazan.rules.admissibility import assess
from atazan.rules.answer import as_json
from atazan.rules.bad_petition import Problem
from atazan.rules.book import RulesOnDay, rules
from atazan.rules.petition import Applicant, Petition
from atazan.rules.text import Lang

CITIZENS = "standing.citizen_complaint"
REVIEW = "competence.listed_questions"


def to(request: HttpRequest, name: str, *args: str, **query: str) -> str:
    """The address of a page of the check, on the reader's day."""
    asked = request.asked  # type: ignore[attr-defined]
    if not asked.is_today:
        query["on"] = asked.day.isoformat()
    path = reverse(name, args=args)
    return f"{path}?{urlencode(query)}" if query else path


def _law(request: HttpRequest) -> RulesOnDay:
    return rules().on(request.asked.day)  # type: ignore[attr-defined]


def _lang() -> Lang:
    code = (get_language() or "kk")[:2]
    return code if code in ("ru", "en") else "kk"  # type: ignore[return-value]


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Where the check begins; on a day without petitions of citizens, the answer at once."""
    law = _law(request)
    if CITIZENS not in law:
        return _nobody(request, law)
    said = kept_answers.remembered(request, law)
    then = next_open(said, law)
    facts = {
        "said": len(lines(said, law)),
        "next": to(request, "check-question", then.id) if then else to(request, "check-answers"),
        "first": to(request, "check-question", "who"),
        "limit": law["deadline.citizen_limit"],
        "standing": law[CITIZENS],
        "act": law["citizen.judicial_act"],
    }
    return render(request, "docket/start.html", facts)


def _nobody(request: HttpRequest, law: RulesOnDay) -> HttpResponse:
    """A day on which a citizen could not apply: why, since when one can, who could."""
    begins = next(iter(rules().rules[CITIZENS]))
    facts: dict[str, Any] = {"begins": begins, "standing": law.under("standing.")}
    if REVIEW in law:
        petition = Petition(applicant=Applicant(capacity="citizen"))
        facts["result"] = Result(assess(petition, law.day), {"who": "citizen"}, _lang())
        facts["rule"] = law[REVIEW]
    return render(request, "docket/nobody.html", facts)


@require_GET
def bodies(request: HttpRequest) -> HttpResponse:
    """Who else may apply, question by question, under the rules of the day."""
    law = _law(request)
    return render(request, "docket/bodies.html", {"standing": law.under("standing.")})


@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, id: str) -> HttpResponse:
    """One question: shown, or its answer taken."""
    asked = BY_ID.get(id)
    if asked is None:
        raise Http404
    law = _law(request)
    if CITIZENS not in law:
        return HttpResponseRedirect(to(request, "check"))
    said = kept_answers.remembered(request, law)
    if asked not in _open_to(said, law):
        return HttpResponseRedirect(_onward(request, said, law))
    if request.method == "GET":
        return _ask(request, asked, said, law)
    raw = kept_answers.posted(asked, request.POST)
    taken, problems = kept_answers.checked(asked, raw, said, law.day, law)
    if problems:
        return _ask(request, asked, said, law, raw, tuple(problems))
    before = {field: value for field, value in said.items() if field not in asked.fields}
    now = kept_answers.read({**before, **taken}, law.day, law).answers
    answer = HttpResponseRedirect(_onward(request, now, law))
    kept_answers.remember(answer, now, request.is_secure())
    return answer


def _open_to(said: Answers, law: RulesOnDay) -> list[Question]:
    """The questions answered already, and the next one."""
    then = next_open(said, law)
    return [one for one in route(said, law) if answered(one, said) or one is then]


def _onward(request: HttpRequest, said: Answers, law: RulesOnDay) -> str:
    then = next_open(said, law)
    return to(request, "check-question", then.id) if then else to(request, "check-answers")


def _ask(
    request: HttpRequest,
    asked: Question,
    said: Answers,
    law: RulesOnDay,
    raw: dict[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> HttpResponse:
    path = _open_to(said, law)
    place = path.index(asked)
    rule = law[asked.rule]
    facts: dict[str, Any] = {
        "question": asked,
        "words": words_of(asked, law),
        "number": place + 1,
        "problems": problems,
        "rule": rule,
        "before": version_before(rule),
        "after": version_after(rule),
        "lines": [one for one in lines(said, law) if one.question is not asked],
        "back": to(request, "check-question", path[place - 1].id)
        if place
        else to(request, "check"),
        **_control(asked, said if raw is None else raw, problems, said, law),
    }
    return render(request, "docket/question.html", facts, status=422 if problems else 200)


def _control(
    asked: Question,
    given: Answers,
    problems: tuple[Problem, ...],
    said: Answers,
    law: RulesOnDay,
) -> dict[str, Any]:
    """What the kind of a question needs beside its words."""
    if asked.kind == "day":
        return {"day": controls.day(asked, given, problems)}
    if asked.kind == "norm":
        fields = controls.norm(given, problems)
        return {"fields": fields, "whole": given.get("whole"), "suggestions": suggestions(_lang())}
    if asked.kind == "ticks":
        return {"options": controls.ticks(asked, given, said, law, _lang())}
    found = _norm(said, law) if asked.id in ("status", "decided") else None
    chosen = given.get(asked.id) or (found.status if found and asked.id == "status" else None)
    return {"options": controls.choice(asked, chosen), "norm": found}


def _norm(said: Answers, law: RulesOnDay) -> Norm:
    whole = said.get("whole") == "yes"
    return norm(said.get("act", ""), said.get("provision", ""), whole, law.day)


@require_GET
def review(request: HttpRequest) -> HttpResponse:
    """The answers, to be checked and changed; taken from the address where it holds some."""
    law = _law(request)
    if CITIZENS not in law:
        return HttpResponseRedirect(to(request, "check"))
    if any(field in request.GET for field in FIELDS):
        given = kept_answers.read(request.GET.dict(), law.day, law).answers
        then = request.GET.get("then", "")
        where = (
            to(request, "check-question", then) if then in BY_ID else to(request, "check-answers")
        )
        answer = HttpResponseRedirect(where)
        kept_answers.remember(answer, given, request.is_secure())
        return answer
    said = kept_answers.remembered(request, law)
    if not said:
        return HttpResponseRedirect(to(request, "check"))
    return _review(request, said, law)


def _review(
    request: HttpRequest, said: Answers, law: RulesOnDay, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    then = next_open(said, law)
    facts = {
        "lines": lines(said, law),
        "next": to(request, "check-question", then.id) if then else None,
        "left": sum(not answered(one, said) for one in route(said, law)),
        "result": to(request, "check-result", **said),
        "problems": [(one, question_of(one.field)) for one in problems],
    }
    return render(request, "docket/answers.html", facts, status=422 if problems else 200)


@require_GET
def result(request: HttpRequest) -> HttpResponse:
    """The answer to the answers in the address: it can be saved, sent and read again."""
    law = _law(request)
    if CITIZENS not in law:
        return HttpResponseRedirect(to(request, "check"))
    read = kept_answers.read(request.GET.dict(), law.day, law)
    if read.problems:
        return _review(request, read.answers, law, read.problems)
    if "who" not in read.answers:
        said = kept_answers.remembered(request, law)
        where = to(request, "check-result", **said) if "who" in said else to(request, "check")
        return HttpResponseRedirect(where)
    found = Result(assess(petition_of(read.answers), law.day), read.answers, _lang())
    facts = {
        "result": found,
        "assessment": found.assessment,
        "lines": _told(read.answers, law),
        "norm": _norm(read.answers, law),
        "change": to(request, "check-answers", **read.answers),
        "printing": "print" in request.GET,
        "to_print": to(request, "check-result", **read.answers, print="yes"),
        "saved": to(request, "check-result", **read.answers),
        "json_url": to(request, "check-result-json", **read.answers),
        "to_draft": f"{reverse('petition-new')}?{urlencode(read.answers)}",
        "draft": request.session.get("draft"),
    }
    return render(request, "docket/result.html", facts)


def _told(said: Answers, law: RulesOnDay) -> list[Line]:
    """The answers worth repeating beside the result."""
    short = ("who", "representative", "norm", "appeal", "judgment", "adopted", "returned", "stage")
    return [one for one in lines(said, law) if one.question.id in short]


@require_GET
def result_json(request: HttpRequest) -> HttpResponse:
    """The same answer as data."""
    law = _law(request)
    read = kept_answers.read(request.GET.dict(), law.day, law)
    if read.problems or "who" not in read.answers or CITIZENS not in law:
        wrong = [{"field": one.field, "says": one.says(_lang())} for one in read.problems]
        return _data({"problems": wrong}, status=422)
    return _data(as_json(assess(petition_of(read.answers), law.day), _lang()))


def _data(value: Any, status: int = 200) -> HttpResponse:
    raw = msgspec.json.format(msgspec.json.encode(value), indent=2)
    return HttpResponse(raw, content_type="application/json; charset=utf-8", status=status)


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Forget the answers and begin again."""
    answer = HttpResponseRedirect(to(request, "check"))
    kept_answers.forget(answer)
    return answer
