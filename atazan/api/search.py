"""The search: what the page finds, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from atazan.api.door import Day, Told, door
from atazan.api.faults import RequestRefused
from atazan.api.rulebook import day_of
from atazan.journal.answering import as_json
from atazan.search.address import MOST_VALUES, param
from atazan.search.asking import LONGEST, Asked
from atazan.search.audiences import audience_of
from atazan.search.bad import BadQuestion, IndexBusy
from atazan.search.document import Kind
from atazan.search.labels import FACETS
from atazan.search.record import answer

router = Router(tags=["search"])
Words = Annotated[str, Field(max_length=LONGEST, pattern=r"^[^\x00]*$")]
"""What is looked for, at most 400 characters; "exact phrases" in quotes of any kind."""
Code = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00]+$")]
Language = Literal["kk", "ru", "en"]
Cursor = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]
_FIELDS = {"search.bad.long": "q", "search.bad.most": "most"}


class Filters(Schema):
    """What the answer is narrowed by: each facet as often as wanted, any of its codes will do."""

    kind: list[Kind] = Field([], max_length=MOST_VALUES)
    text: list[Language] = Field([], max_length=MOST_VALUES)
    work: list[Code] = Field([], max_length=MOST_VALUES)
    outcome: list[Code] = Field([], max_length=MOST_VALUES)
    right: list[Code] = Field([], max_length=MOST_VALUES)
    applicant: list[Code] = Field([], max_length=MOST_VALUES)
    body: list[Code] = Field([], max_length=MOST_VALUES)
    year: list[Code] = Field([], max_length=MOST_VALUES)
    form: list[Code] = Field([], max_length=MOST_VALUES)
    state: list[Code] = Field([], max_length=MOST_VALUES)
    concept: list[Code] = Field([], max_length=MOST_VALUES)
    without: list[Code] = Field([], max_length=MOST_VALUES)

    @property
    def only(self) -> dict[str, tuple[str, ...]]:
        """The facets that are narrowed, by their names in a question."""
        told = {facet: tuple(getattr(self, param(facet))) for facet in FACETS}
        return {facet: values for facet, values in told.items() if values}


class AnsweredTold(Told):
    """An answer: hits in order, how many in all, true counts by facet.

    `straight` is the page of the one thing the words name outright, `meant` the words with likely
    misspellings put right, `after` the mark of the next page; each null where there is none.
    `widened` says how the question was widened: give an `id` as `without` to leave it out.
    `behind`: the newest acts may be missing. Pages come without the language:
    norms/const-2026/art_45.
    """

    on: date | None
    lang: Language
    total: int
    hits: list[dict[str, Any]]
    facets: dict[str, list[list[str | int]]]
    widened: list[dict[str, Any]]
    straight: str | None
    meant: str | None
    after: str | None
    behind: bool


@door(router, "GET", "/search", AnsweredTold, "/api/search?q=зейнетақы мөлшері&kind=decision")
def search(
    request: HttpRequest,
    filters: Query[Filters],
    q: Words = "",
    on: Day | None = None,
    ever: bool = False,
    language: Annotated[Language | None, Query(alias="of")] = None,
    widen: bool = True,
    order: Literal["best", "newest", "oldest"] = "best",
    after: Cursor | None = None,
    most: Annotated[int, Field(ge=1, le=100)] = 20,
) -> HttpResponse:
    """What the record holds that the words find, in Kazakh, Russian and English at once.

    As of a day (`on`, today without it) or, with `ever`, in every wording ever held. `of` is the
    language of the words, which else tell it themselves; `text` that of the texts found. Without
    words: all that the filters leave. A key of a role of the Court's staff asks the staff's index.
    """
    viewer: Any = request.auth  # type: ignore[attr-defined]
    asked = Asked(
        words=" ".join(q.split()),
        day=None if ever else day_of(request, on),
        lang=language,
        only=filters.only,
        widen=widen,
        without=tuple(filters.without),
        order=order,
        after=after or None,
        most=most,
        audience=audience_of(viewer.roles),
    )
    try:
        found = answer(asked)
    except BadQuestion as bad:
        raise RequestRefused(422, bad.key, _FIELDS.get(bad.key, "after"), **bad.facts) from None
    except IndexBusy as busy:
        raise RequestRefused(503, busy.key, "q", **busy.facts) from None
    told = {name: getattr(found, name) for name in AnsweredTold.model_fields if name != "on"}
    return as_json({"on": asked.day, **told})
