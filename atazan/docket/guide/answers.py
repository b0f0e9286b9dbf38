"""Answers as people give them: read from a form or a link, checked, kept on their own device.

No name and no number of a person is asked, so the answers may stand in a signed cookie and in the
address of the result.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from msgspec import Struct

from atazan.docket.guide.questions import (
    NONE,
    QUESTIONS,
    UNKNOWN,
    Answers,
    Question,
    kept,
)
from atazan.rules.admissibility import plan_on
from atazan.rules.bad_petition import Problem
from atazan.rules.book import Rule, RulesOnDay, rules
from atazan.rules.deadline import add_years
from atazan.rules.due_days import LIMIT

COOKIE = "check"
_SALT = "atazan.docket.check"
_KEPT_FOR = 60 * 24 * 3600
_LONGEST = {"act": 200, "provision": 120}
PARTS = ("d", "m", "y")


class Read(Struct, frozen=True):
    """Answers read, and what was wrong with those that could not be taken."""

    answers: dict[str, str]
    problems: tuple[Problem, ...] = ()


def read(given: Mapping[str, str], on: date, law: RulesOnDay) -> Read:
    """The answers that count among those given, each checked; asked in the order of the route."""
    found: dict[str, str] = {}
    wrong: list[Problem] = []
    for question in QUESTIONS:
        raw = {field: given[field] for field in question.fields if field in given}
        if not raw or not question.when(found, law):
            continue
        taken, problems = checked(question, raw, found, on, law)
        found.update(taken)
        wrong += problems
    return Read(kept(found, law), tuple(wrong))


def checked(
    question: Question, raw: Mapping[str, str], answers: Answers, on: date, law: RulesOnDay
) -> tuple[dict[str, str], list[Problem]]:
    """One answer, or what is wrong with it."""
    if question.kind == "norm":
        return _norm(raw)
    value = raw.get(question.id, "").strip()
    if value == UNKNOWN and question.unknown:
        return {question.id: UNKNOWN}, []
    if question.kind == "choice":
        wrong = _choice(question, value)
    elif question.kind == "ticks":
        wrong = _ticks(question, value, answers, law)
    else:
        wrong = _day(question, value, answers, on)
    return ({}, [wrong]) if wrong else ({question.id: value}, [])


def _choice(question: Question, value: str) -> Problem | None:
    if value in question.options:
        return None
    key = "check.bad.not_an_option" if value else "check.bad.no_choice"
    return Problem(question.id, key, {"value": value[:40]})


def _norm(raw: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    said = {name: " ".join(raw.get(name, "").split()) for name in ("act", "provision")}
    whole = raw.get("whole") == "yes"
    wrong = []
    if not said["act"]:
        wrong.append(Problem("act", "check.bad.no_act"))
    if not said["provision"] and not whole:
        wrong.append(Problem("provision", "check.bad.no_provision"))
    for name, most in _LONGEST.items():
        if len(said[name]) > most:
            facts = {"length": len(said[name]), "most": most}
            wrong.append(Problem(name, "check.bad.too_long", facts))
    if wrong:
        return {}, wrong
    return {**said, "whole": "yes"} if whole else said, []


def offered(question: Question, answers: Answers, on: date) -> list[tuple[str, Rule]]:
    """What may be ticked under the rules of the day, each with its rule."""
    from atazan.docket.facts import petition_of

    if question.id == "grounds":
        law = rules().on(_noticed(answers, on))
        return [
            (rule.id.removeprefix("ground."), rule)
            for rule in law.of_kind("ground")
            if rule.value.leads_to == "returned_by_staff"
        ]
    plan = plan_on(rules(), on, "citizen_complaint")
    demands = plan.contents if question.id == "contents" else plan.attachments
    return sorted(demands.of(petition_of(answers)).items())


def _noticed(answers: Answers, on: date) -> date:
    """The day whose grounds of return count: that of the notification."""
    for id in ("notice", "first-filed"):
        value = answers.get(id)
        if value and value != UNKNOWN:
            return date.fromisoformat(value)
    return on


def _ticks(question: Question, value: str, answers: Answers, law: RulesOnDay) -> Problem | None:
    ticked = [one for one in value.split(",") if one]
    if not ticked:
        return Problem(question.id, "check.bad.no_tick")
    if ticked == [NONE] and question.id != "grounds":
        return None
    if NONE in ticked:
        return Problem(question.id, "check.bad.none_and_more")
    known = [code for code, _ in offered(question, answers, law.day)]
    strange = [one for one in ticked if one not in known]
    if strange:
        return Problem(question.id, "check.bad.not_an_option", {"value": strange[0][:40]})
    return None


_ISO = re.compile(r"([0-9]{1,4})-([0-9]{1,2})-([0-9]{1,2})\Z")


def _day(question: Question, value: str, answers: Answers, on: date) -> Problem | None:
    id = question.id
    match = _ISO.match(value)
    if match is None:
        return _unfinished(id, value)
    year, month, day = (int(part) for part in match.groups())
    try:
        found = date(year, month, day)
    except ValueError:
        written = f"{day:02}.{month:02}.{year}"
        return Problem(f"{id}-{_wrong_part(month)}", "check.bad.day_unreal", {"written": written})
    if year < 1991:
        return Problem(f"{id}-y", "check.bad.day_year", {"year": str(year)})
    if found > on:
        return Problem(
            f"{id}-{_later_part(found, on)}", f"ask.{id}.future", {"day": found, "on": on}
        )
    for other in question.after:
        before = answers.get(other)
        if before and before != UNKNOWN and value < before:
            facts = {"day": found, "before": date.fromisoformat(before)}
            return Problem(f"{id}-d", f"check.bad.before.{other}", facts)
    return _before_the_court(id, found) if id == "adopted" else None


def _unfinished(id: str, value: str) -> Problem:
    """A day with parts left out, or written in letters."""
    parts = dict(zip("ymd", [*value.split("-"), "", ""][:3], strict=True))
    if not any(parts.values()):
        return Problem(f"{id}-d", f"ask.{id}.empty")
    for part in PARTS:
        if not parts[part].isdecimal():
            return Problem(
                f"{id}-{part}", f"check.bad.day_part.{part}", {"value": parts[part][:12]}
            )
    return Problem(f"{id}-y", "check.bad.day_part.y", {"value": parts["y"][:12]})


def _wrong_part(month: int) -> str:
    return "d" if 1 <= month <= 12 else "m"


def _later_part(day: date, on: date) -> str:
    """The part of a day that makes it come after another: only that one turns red."""
    return "y" if day.year > on.year else "m" if day.month > on.month else "d"


def _before_the_court(id: str, day: date) -> Problem | None:
    first = rules().rules[LIMIT][0]
    last = add_years(day, first.value.length)
    if last >= first.term.since:
        return None
    facts = {"day": day, "last": last, "court": first.term.since}
    return Problem(f"{id}-y", "check.bad.before_court", facts)


def posted(question: Question, form: QueryDict) -> dict[str, str]:
    """The raw answer of a form: days from three fields, ticks from many."""
    if question.kind == "norm":
        return {field: form.get(field, "") for field in question.fields}
    if "unknown" in form:
        return {question.id: UNKNOWN}
    if question.kind == "ticks":
        return {question.id: ",".join(form.getlist(question.id))}
    if question.kind == "choice":
        return {question.id: form.get(question.id, "")}
    day, month, year = (form.get(f"{question.id}-{part}", "").strip() for part in PARTS)
    if day.isdecimal() and month.isdecimal():
        day, month = day.zfill(2), month.zfill(2)
    return {question.id: f"{year}-{month}-{day}"}


def remembered(request: HttpRequest, law: RulesOnDay) -> dict[str, str]:
    """The answers kept on this device, as far as they count under the rules of the day."""
    try:
        given = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=_KEPT_FOR)
    except signing.BadSignature:
        return {}
    return read(given, law.day, law).answers if isinstance(given, dict) else {}


def remember(response: HttpResponse, answers: Answers, secure: bool) -> None:
    """Keep the answers on the reader's device for sixty days."""
    value = signing.dumps(dict(answers), salt=_SALT, compress=True)
    response.set_cookie(
        COOKIE, value, max_age=_KEPT_FOR, httponly=True, samesite="Lax", secure=secure
    )


def forget(response: HttpResponse) -> None:
    """Leave nothing on the reader's device."""
    response.delete_cookie(COOKIE, samesite="Lax")
