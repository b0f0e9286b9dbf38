"""The words of a text: language, dictionary form, key."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from atazan.api.door import Told, door
from atazan.journal.answering import as_json
from atazan.words import analysed
from atazan.words.analysed import as_json as word_told

router = Router(tags=["search"])
Text = Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")]
"""Words, at most 2000 characters."""


class WordsTold(Told):
    """The words of a text. `start` and `end` count Unicode code points, `end` is not part of it;
    `key` is what the search finds a word by; `others` are further readings."""

    words: list[dict[str, Any]]


@door(router, "GET", "/words", WordsTold, "/api/words?text=азаматтардың құқықтары")
def words(
    request: HttpRequest,
    text: Text,
    language: Annotated[Literal["kk", "ru", "en"] | None, Query(alias="of")] = None,
) -> HttpResponse:
    """The words of a text, with language, dictionary form and search key.

    `of` is the language of the text; without it the text tells it, passage by passage.
    """
    return as_json({"words": [word_told(one) for one in analysed(text, language)]})
