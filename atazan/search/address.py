"""A question as an address: read from the query of a page or a feed, and written as one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast, get_args
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict
from msgspec import Struct
from msgspec.structs import replace

from atazan.rules.text import LANGS, Lang
from atazan.search.asking import Asked
from atazan.search.bad import BadQuestion
from atazan.search.document import Audience, Kind
from atazan.search.engines import Order
from atazan.search.labels import FACETS

PARAMS = {"lang": "text"}
"""Facets by their name in an address where it is another: `lang` is that of an API's answer."""
MOST_VALUES = 20
"""Values of one facet that are read."""
_NO = ("0", "false", "no")
_YES = ("1", "true", "yes")


class Read(Struct, frozen=True):
    """A question read from a query. `problems`: what of it could not be read, and was left out."""

    asked: Asked
    problems: tuple[BadQuestion, ...] = ()


def param(facet: str) -> str:
    """The name of a facet in an address.

    >>> param("lang"), param("kind")
    ('text', 'kind')
    """
    return PARAMS.get(facet, facet)


def read(query: QueryDict, day: date | None, audience: Audience = "public") -> Read:
    """The question of a query. `day` is that of the page; `ever=1` asks every wording ever held."""
    wrong: list[BadQuestion] = []
    order = _one_of(query, "order", get_args(Order), wrong) or "best"
    lang = _one_of(query, "of", LANGS, wrong)
    only = {facet: tuple(query.getlist(param(facet))[:MOST_VALUES]) for facet in FACETS}
    _known_kinds(only, wrong)
    asked = Asked(
        words=" ".join(query.get("q", "").replace("\0", " ").split()),
        day=None if query.get("ever") in _YES else day,
        lang=cast(Lang | None, lang),
        only={
            facet: kept for facet, values in only.items() if (kept := tuple(filter(None, values)))
        },
        widen=query.get("widen") not in _NO,
        without=tuple(query.getlist("without")[:MOST_VALUES]),
        order=cast(Order, order),
        after=query.get("after") or None,
        audience=audience,
    )
    return Read(asked, tuple(wrong))


def _one_of(
    query: QueryDict, name: str, known: tuple[str, ...], wrong: list[BadQuestion]
) -> str | None:
    given = query.get(name) or None
    if given is None or given in known:
        return given
    facts = {"given": given[:40], "name": name, "known": ", ".join(known)}
    wrong.append(BadQuestion("search.page.unknown", facts))
    return None


def _known_kinds(only: dict[str, tuple[str, ...]], wrong: list[BadQuestion]) -> None:
    """Kinds and languages there are none of are left out, and said."""
    for facet, known in (("kind", get_args(Kind)), ("lang", LANGS)):
        for given in filter(None, only[facet]):
            if given not in known:
                facts = {"given": given[:40], "name": param(facet), "known": ", ".join(known)}
                wrong.append(BadQuestion("search.page.unknown", facts))
        only[facet] = tuple(one for one in only[facet] if one in known)


def query_of(asked: Asked, **changed: Any) -> str:
    """The query of a question, with some of its fields changed; the day is left to the page.

    A changed question begins at its first page.

    >>> query_of(Asked(words="сот", only={"lang": ("kk",)}), order="newest")
    'q=%D1%81%D0%BE%D1%82&text=kk&order=newest&ever=1'
    """
    asked = replace(asked, **{"after": None, **changed})
    pairs: list[tuple[str, str]] = [("q", asked.words)] if asked.words else []
    for facet in FACETS:
        pairs += [(param(facet), value) for value in asked.only.get(facet, ())]
    pairs += [("without", one) for one in asked.without]
    told = {
        "of": asked.lang,
        "widen": None if asked.widen else "false",
        "order": None if asked.order == "best" else asked.order,
        "ever": None if asked.day else "1",
        "after": asked.after,
    }
    pairs += [(name, value) for name, value in told.items() if value]
    return urlencode(pairs)


def page_of(path: str, lang: Lang, on: str | None = None, anchor: str | None = None) -> str:
    """The whole address of a page of the portal, for letters and feeds."""
    day, place = f"?on={on}" if on else "", f"#{anchor}" if anchor else ""
    return f"{settings.ATAZAN_SITE}/{lang}/{path}{day}{place}"


def with_value(
    only: Mapping[str, tuple[str, ...]], facet: str, value: str
) -> dict[str, tuple[str, ...]]:
    """Facets with a value more; values of one facet are alternatives."""
    return {**only, facet: (*only.get(facet, ()), value)}


def without_value(
    only: Mapping[str, tuple[str, ...]], facet: str, value: str
) -> dict[str, tuple[str, ...]]:
    """Facets without a value."""
    return {**only, facet: tuple(one for one in only.get(facet, ()) if one != value)}
