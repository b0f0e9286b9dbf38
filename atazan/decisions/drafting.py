"""The draft of a resolution: what its form holds, where it is kept, and the act it makes.

A form holds strings: `title_kk`, `h2_outcome`. Holdings are numbered as the provisions asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import msgspec
from django.db import IntegrityError, transaction

from atazan.decisions.acts import Holding, ResolutionAdopted
from atazan.decisions.models import Decision, DraftResolution, Resolution
from atazan.docket.models import Petition
from atazan.journal.problems import Problem
from atazan.rules.book import rules
from atazan.rules.citation import UnreadCitation, read_citation
from atazan.rules.day import PartialDay
from atazan.rules.regime import regime
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase

Content = dict[str, str]
Asked = list[tuple[str, str]]
TEXTS = ("title", "subject")
OF_HOLDING = ("outcome", "scope", "since")
TEXTS_OF_HOLDING = ("extent", "reading")
PLAIN = (
    "number",
    "number_kk",
    "measures",
    "term",
    "constitution",
    "text_kk",
    "text_ru",
    "contents",
)
_NUMBER = re.compile(r"^[0-9]{1,4}(?=-|$)")


class DraftChanged(RuntimeError):
    """Another saved the draft since it was opened: `theirs` is what stands now."""

    def __init__(self, theirs: DraftResolution) -> None:
        self.theirs = theirs
        super().__init__(f"draft {theirs.petition} is at version {theirs.version}")


class Unwritten(ValueError):
    """The draft makes no act yet: the problem of each field."""

    def __init__(self, problems: dict[str, Problem]) -> None:
        self.problems = problems
        super().__init__(", ".join(problems))


def names(asked: Asked) -> list[str]:
    """Every field of the form."""
    texts = [*TEXTS, "asks", *(f"h{n}_{t}" for n in numbers(asked) for t in TEXTS_OF_HOLDING)]
    by_language = [f"{name}_{lang}" for name in texts for lang in LANGS]
    return [*PLAIN, *by_language, *(f"h{n}_{one}" for n in numbers(asked) for one in OF_HOLDING)]


def numbers(asked: Asked) -> range:
    """The holdings are counted from 1."""
    return range(1, len(asked) + 1)


def sent(posted: Mapping[str, str], asked: Asked) -> Content:
    """The form as sent; what is no field of it is left out."""
    return {
        name: posted.get(name, "").replace("\r\n", "\n").strip()
        for name in names(asked)
        if posted.get(name, "").strip()
    }


def suggested() -> Content:
    """A new draft: the number that follows the last one. Observed practice, not a rule of law."""
    number = next_number()
    return {"number": f"{number}-НП", "number_kk": f"{number}-НҚ"}


def next_number() -> int:
    """The next number of a normative resolution: they run on from year to year."""
    known = Decision.objects.filter(body="constitutional_court", form="normative_resolution")
    taken = [*known.values_list("number", flat=True), *_adopted_numbers()]
    found = [int(match[0]) for one in taken if (match := _NUMBER.match(one or ""))]
    return max(found, default=0) + 1


def _adopted_numbers() -> list[str]:
    return list(Resolution.objects.values_list("number", flat=True))


def draft(id: str) -> DraftResolution:
    """The draft kept for a case; a new one, of version 0, where there is none."""
    kept = DraftResolution.objects.filter(pk=id).first()
    return kept or DraftResolution(petition=id, version=0, content=suggested())


def keep(id: str, content: Content, *, seen: int, by: str, at: datetime) -> int:
    """Save the draft over the version seen; the new version. Raises DraftChanged."""
    told = {"content": content, "saved_by": by, "saved_at": at, "version": seen + 1}
    rows = DraftResolution.objects.filter(pk=id)
    try:
        with transaction.atomic():
            if seen == 0:
                DraftResolution.objects.create(petition=id, **told)
                return 1
    except IntegrityError:
        raise DraftChanged(rows.get()) from None
    if not rows.filter(version=seen).update(**told):
        raise DraftChanged(draft(id))
    return seen + 1


def forget(id: str) -> None:
    """The draft is not needed any more."""
    DraftResolution.objects.filter(pk=id).delete()


def act_of(row: Petition, content: Content, asked: Asked, day: date) -> ResolutionAdopted:
    """The act the draft makes on a day. A provision with no outcome chosen has no holding: the law
    then refuses it. Raises Unwritten."""
    wrong: dict[str, Problem] = {}
    number = content.get("number", "")
    measures = content.get("measures") == "yes"
    told: dict[str, Any] = {
        "id": row.id,
        "done_on": day.isoformat(),
        "decision": _id(number, day, wrong),
        "number": number,
        "number_kk": _said(content, "number_kk", wrong),
        "title": _text(content, "title", wrong),
        "subject": _text(content, "subject", wrong),
        "holdings": tuple(_holdings(content, asked, wrong)),
        "texts": texts_of(content),
        "constitution": tuple(_constitution(content, day, wrong)),
        "asks_measures": _text(content, "asks", wrong) if measures else None,
        "term": _day(content, "term", wrong) if measures else None,
    }
    if wrong:
        raise Unwritten(wrong)
    return ResolutionAdopted(**told)


def paragraphs(written: str) -> list[str]:
    """A text pasted in: a blank line parts its paragraphs."""
    return [" ".join(one.split()) for one in re.split(r"\n\s*\n", written) if one.strip()]


def texts_of(content: Content) -> str:
    """Both texts, paragraph by paragraph, as the act holds them."""
    both = {lang: paragraphs(content.get(f"text_{lang}", "")) for lang in ("kk", "ru")}
    return msgspec.json.encode(both).decode()


def _id(number: str, day: date, wrong: dict[str, Problem]) -> str:
    found = _NUMBER.match(number)
    if found is None:
        wrong["number"] = Problem("decisions.form.number")
        return ""
    return f"cc-{day.year}-{int(found[0]):03}"


def _said(content: Content, name: str, wrong: dict[str, Problem]) -> str:
    if not content.get(name):
        wrong[name] = Problem("decisions.form.needed")
    return content.get(name, "")


def _text(content: Content, name: str, wrong: dict[str, Problem]) -> Text | None:
    """Words in the three languages, or none at all; the first one missing is told."""
    words = {lang: content.get(f"{name}_{lang}", "") for lang in LANGS}
    missing = [lang for lang in LANGS if not words[lang]]
    if missing:
        wrong[f"{name}_{missing[0]}"] = Problem("decisions.form.needed_in")
        return None
    return Text(**words)


def _optional(content: Content, name: str, wrong: dict[str, Problem]) -> Text | None:
    if not any(content.get(f"{name}_{lang}") for lang in LANGS):
        return None
    return _text(content, name, wrong)


def _day(content: Content, name: str, wrong: dict[str, Problem]) -> str | None:
    written = content.get(name)
    if not written:
        return None
    try:
        return as_day(written).isoformat()
    except ValueError:
        wrong[name] = Problem("decisions.form.day", {"written": written[:20]})
        return None


def as_day(written: str) -> date:
    """A whole day: 2026-12-01 or 01.12.2026. Raises ValueError."""
    parts = written.strip().split(".")
    read = PartialDay.read("-".join(reversed(parts)) if len(parts) == 3 else written.strip())
    if not read.exact:
        raise ValueError(written)
    return read.first


def _holdings(content: Content, asked: Asked, wrong: dict[str, Problem]) -> Iterable[Holding]:
    for n, (work, provision) in zip(numbers(asked), asked, strict=True):
        outcome = content.get(f"h{n}_outcome")
        if outcome:
            yield Holding(
                work=work,
                provisions=(provision,),
                outcome=outcome,
                extent=_extent(content, n, wrong),
                reading=_optional(content, f"h{n}_reading", wrong),
                since=_day(content, f"h{n}_since", wrong),
                scope=_scope(content, n),
            )


def _scope(content: Content, n: int) -> Any:
    scope = content.get(f"h{n}_scope")
    return scope if scope in ("words", "insofar") else None


def _extent(content: Content, n: int, wrong: dict[str, Problem]) -> Text | None:
    """How far it reaches: certain words are named as such, so that a list may say it alone."""
    scope = _scope(content, n)
    written = _text(content, f"h{n}_extent", wrong) if scope else None
    if written is None or scope == "insofar":
        return written
    bare = {lang: written.says(lang).strip('«»“”"') for lang in LANGS}
    return Text(**{k: phrase("decisions.extent.words", k, {"words": v}) for k, v in bare.items()})


def _constitution(content: Content, day: date, wrong: dict[str, Problem]) -> Iterable[str]:
    """A line a norm of the Constitution of the day: `13(2)`, `13-бап 2-тармақ`."""
    work = regime(day, rules()).value.constitution
    for line in filter(None, map(str.strip, content.get("constitution", "").split("\n"))):
        try:
            yield f"{work}#{read_citation(line)}"
        except UnreadCitation:
            wrong["constitution"] = Problem("decisions.form.citation", {"written": line[:60]})
