"""The answers as lines to read: the question in short, what was said, where to change it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.docket.guide.answers import offered
from atazan.docket.guide.questions import NONE, UNKNOWN, Answers, Question, answered, route
from atazan.rules.book import RulesOnDay
from atazan.rules.text import Text
from atazan.rules.words import all_words


class Line(Struct, frozen=True):
    """One answer. `key` names its words; a day, the reader's own words, or titles go before it."""

    question: Question
    key: str = ""
    day: date | None = None
    own: str = ""
    titles: tuple[Text, ...] = ()
    kind: Literal["said", "unknown", "none"] = "said"


def lines(answers: Answers, law: RulesOnDay) -> list[Line]:
    """Every answer on the route, in its order."""
    return [
        _line(question, answers, law)
        for question in route(answers, law)
        if answered(question, answers)
    ]


def _line(question: Question, answers: Answers, law: RulesOnDay) -> Line:
    if question.kind == "norm":
        return _norm(question, answers)
    value = answers[question.id]
    if value == UNKNOWN:
        return Line(question, words_of(question, law)["unknown"], kind="unknown")
    if question.kind == "day":
        return Line(question, day=date.fromisoformat(value))
    if question.kind == "ticks":
        if value == NONE:
            return Line(question, "check.page.none", kind="none")
        titles = {code: rule.title for code, rule in offered(question, answers, law.day)}
        return Line(question, titles=tuple(titles[code] for code in value.split(",")))
    return Line(question, f"ask.{question.id}.{value}")


def _norm(question: Question, answers: Answers) -> Line:
    said = ", ".join(filter(None, (answers["act"], answers.get("provision"))))
    key = "ask.norm.whole_act" if answers.get("whole") == "yes" else ""
    return Line(question, key, own=said)


def words_of(question: Question, law: RulesOnDay) -> dict[str, str]:
    """The keys of a question's words: title, and hint, why, where, unknown as far as there are any.

    Where a judgment of any instance will do, the question about its day has words of its own.
    """
    any_act = question.id == "adopted" and not law["citizen.judicial_act"].value.instances
    found = {"unknown": "check.page.unknown"}
    for name in ("title", "hint", "why", "where", "unknown"):
        key = f"ask.{question.id}.{name}"
        if any_act and f"{key}_any" in all_words():
            key += "_any"
        if key in all_words():
            found[name] = key
    return found
