"""What a draft asks beside the guided check: one question a page, each with the rule that asks it.

Words stand under `draft.<page>.*` and `draft.field.<name>`. Faults are told and the words are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from atazan.docket.drafts import Draft
from atazan.journal.problems import Problem
from atazan.rules.book import RulesOnDay
from atazan.rules.iin import iin_fault

LONGEST = {"line": 300, "area": 40_000, "iin": 20, "email": 254, "tel": 40}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")


class Field(Struct, frozen=True):
    """A field to write in, or a choice of `options` (words `<words>.<option>`)."""

    name: str
    kind: Literal["line", "area", "iin", "email", "tel", "choice"] = "area"
    required: bool = True
    autocomplete: str = "off"
    options: tuple[str, ...] = ()
    words: str = ""
    rows: int = 10


class Page(Struct, frozen=True):
    """A page of the draft; it opens onto `rule`, and is asked when `when` says so."""

    id: str
    rule: str
    fields: tuple[Field, ...]
    when: Callable[[Draft, RulesOnDay], bool] = lambda draft, law: True

    @property
    def title(self) -> str:
        return f"draft.{self.id}.title"


def represented(draft: Draft, law: RulesOnDay) -> bool:
    """Whether a representative files it."""
    return draft.answers.get("by") == "representative"


_PERSON = (
    Field("name", "line", autocomplete="name"),
    Field("iin", "iin"),
    Field("address", "line", autocomplete="street-address"),
    Field("phone", "tel", required=False, autocomplete="tel"),
    Field("email", "email", required=False, autocomplete="email"),
)
_REPRESENTATIVE = tuple(
    Field(f"rep_{name}", kind, required)  # type: ignore[arg-type]
    for name, kind, required in (
        ("name", "line", True),
        ("address", "line", True),
        ("phone", "tel", False),
        ("email", "email", False),
    )
)
_TRANSLATION = Field(
    "translation", "choice", options=("not_needed", "yes", "no"), words="ask.translation"
)
_FEE = Field("fee", "choice", options=("paid", "exempt", "unpaid"), words="ask.fee")

PAGES = (
    Page(
        "language",
        "form.language",
        (Field("language", "choice", options=("kk", "ru"), words="ask.language"),),
    ),
    Page("you", "content.c02-applicant-id", _PERSON),
    Page("representative", "content.c03-representative", _REPRESENTATIVE, represented),
    Page("essence", "content.c14-substance", (Field("essence"),)),
    Page("grounds", "content.c14-substance", (Field("grounds", rows=14),)),
    Page("request", "content.c14-substance", (Field("request", rows=6),)),
    Page("facts", "content.c15-facts", (Field("facts", rows=12),)),
    Page(
        "remedies",
        "content.c15-1-other-remedies",
        (Field("other_remedies", required=False, rows=6),),
        lambda draft, law: "content.c15-1-other-remedies" in law,
    ),
    Page("norms", "content.c16-legal-basis", (Field("norms", rows=5),)),
    Page("translation", "form.translation", (_TRANSLATION,)),
    Page("fee", "fee.paid", (_FEE,), lambda draft, law: "fee.paid" in law),
)
BY_ID = {page.id: page for page in PAGES}


def asked(draft: Draft, law: RulesOnDay) -> list[Page]:
    """The pages of this draft under the rules of the day, in order."""
    return [page for page in PAGES if page.when(draft, law)]


def told(page: Page, sent: dict[str, str]) -> dict[str, str]:
    """What a form says, without spaces at its ends; line ends as one sign."""
    return {one.name: sent.get(one.name, "").replace("\r\n", "\n").strip() for one in page.fields}


def faults(page: Page, said: dict[str, str]) -> dict[str, Problem]:
    """What is missing or wrong on a page, by field."""
    found = {one.name: _fault(one, said.get(one.name, "")) for one in page.fields}
    return {name: problem for name, problem in found.items() if problem}


def _fault(field: Field, value: str) -> Problem | None:
    if not value:
        return Problem(f"draft.bad.{field.name}") if field.required else None
    if field.kind == "choice":
        return None if value in field.options else Problem(f"draft.bad.{field.name}")
    if len(value) > LONGEST[field.kind]:
        facts = {"n": len(value), "most": LONGEST[field.kind]}
        return Problem("draft.bad.too_long", facts)
    if field.kind == "email" and not _EMAIL.match(value):
        return Problem("draft.bad.email", {"value": value})
    if field.kind == "iin" and (wrong := iin_fault(value)):
        return Problem(f"draft.bad.iin_{wrong}", {"n": len(value)})
    return None


def state(page: Page, draft: Draft) -> Literal["done", "open", "optional"]:
    """Whether a page is filled in without a fault."""
    said = {one.name: str(draft.told.get(one.name, "")) for one in page.fields}
    if faults(page, said):
        return "open"
    return "done" if any(said.values()) else "optional"
