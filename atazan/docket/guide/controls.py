"""The controls of a question's form: what to write beside them, what they hold, which are wrong."""

from __future__ import annotations

from msgspec import Struct

from atazan.docket.guide.answers import PARTS, offered
from atazan.docket.guide.questions import NONE, UNKNOWN, Answers, Question
from atazan.rules.bad_petition import Problem
from atazan.rules.book import RulesOnDay
from atazan.rules.text import Lang, Text
from atazan.rules.words import all_words

Problems = tuple[Problem, ...]


class Option(Struct, frozen=True):
    """A thing to choose or tick. `words` is a phrase; `title`, `says` and `cited` are a rule's."""

    id: str
    code: str
    chosen: bool
    words: str = ""
    title: Text | None = None
    says: Text | None = None
    cited: str = ""


class Field(Struct, frozen=True):
    """A field to write in."""

    name: str
    value: str
    words: str
    hint: str = ""
    problems: Problems = ()


def choice(question: Question, chosen: str | None) -> list[Option]:
    """The options of a choice, "I do not know" last."""
    codes = [*question.options, *([UNKNOWN] if question.unknown else [])]
    return [
        Option(_id(question, code, place), code, code == chosen, _option(question, code))
        for place, code in enumerate(codes)
    ]


def ticks(
    question: Question, given: Answers, said: Answers, law: RulesOnDay, lang: Lang
) -> list[Option]:
    """What may be ticked, "none of these" last."""
    ticked = given.get(question.id, "").split(",")
    found = [
        Option(
            _id(question, code, place),
            code,
            code in ticked,
            title=rule.title,
            says=rule.says,
            cited=rule.source.provision.cite(lang),
        )
        for place, (code, rule) in enumerate(offered(question, said, law.day))
    ]
    if question.id == "grounds":
        return found
    none = Option(f"{question.id}-{NONE}", NONE, NONE in ticked, "check.page.none")
    return [*found, none]


def _id(question: Question, code: str, place: int) -> str:
    """The first control bears the id of the question: the error summary leads there."""
    return f"{question.id}-{code}" if place else question.id


def _option(question: Question, code: str) -> str:
    key = f"ask.{question.id}.{code}"
    return key if key in all_words() else "check.page.unknown"


def day(question: Question, given: Answers, problems: Problems) -> list[Field]:
    """Day, month and year; only the part that is wrong is marked."""
    written = [*given.get(question.id, "").split("-"), "", ""][:3]
    values = dict(zip("ymd", written, strict=True))
    return [
        Field(
            name=f"{question.id}-{part}",
            value=values[part].lstrip("0") if part != "y" else values[part],
            words=f"check.page.day_{part}",
            problems=tuple(one for one in problems if one.field == f"{question.id}-{part}"),
        )
        for part in PARTS
    ]


def norm(given: Answers, problems: Problems) -> list[Field]:
    """The act and its provision, in the reader's own words."""
    return [
        Field(
            name=name,
            value=given.get(name, ""),
            words=f"ask.norm.{name}",
            hint=f"ask.norm.{name}_hint",
            problems=tuple(one for one in problems if one.field == name),
        )
        for name in ("act", "provision")
    ]
