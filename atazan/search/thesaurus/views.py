"""The pages of the thesaurus and its files; each page also as JSON."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import msgspec
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse

from atazan.journal.answering import lang_of, page
from atazan.rules.bodies import bodies, offices
from atazan.rules.citation import Provision
from atazan.rules.concepts import CONSTITUTIONS, KINDS, Concept, concepts, narrower
from atazan.rules.text import LANGS, Lang
from atazan.search.thesaurus.finding import find
from atazan.search.thesaurus.formats import FORMATS, as_json, skos
from atazan.search.thesaurus.tree import groups

LONGEST = 200
"""Characters of a question to the thesaurus that are read."""


def index(request: HttpRequest) -> HttpResponse:
    """The kinds with their counts; with `?kind=` its tree; with `?q=` what the words find."""
    words, kind = request.GET.get("q", "").strip()[:LONGEST], request.GET.get("kind", "")
    if kind and kind not in KINDS:
        raise Http404
    counts = Counter(one.kind for one in concepts().values())
    found = find(words) if words else []
    facts = {
        "count": len(concepts()),
        "kinds": [(one, counts[one]) for one in KINDS],
        "kind": kind,
        "groups": groups(kind) if kind else [],
        "words": words,
        "found": [(one, _others(one, lang_of(request))) for one in found],
        "files": [*(one.ending for one in FORMATS.values()), "json"],
        "search": _search(),
    }
    listed = found if words else [one for one in concepts().values() if kind in ("", one.kind)]
    return page(
        request, "search/concepts.html", facts, lambda: {"concepts": list(map(as_json, listed))}
    )


def concept(request: HttpRequest, id: str) -> HttpResponse:
    """One concept: its labels, what is around it, where the Constitutions say it."""
    known = concepts()
    if id not in known:
        raise Http404
    one = known[id]
    facts = {
        "concept": one,
        "labels": [(lang, one.labels(lang)) for lang in LANGS],
        "broader": [known[other] for other in one.broader],
        "narrower": [known[other] for other in narrower(id)],
        "related": [known[other] for other in one.related],
        "provisions": [
            (work, [Provision(work, eid) for eid in one.in_work(work)])
            for work in CONSTITUTIONS
            if one.in_work(work)
        ],
        "own": _own_page(one),
        "search": _search(),
        "asked_words": one.preferred.says(lang_of(request)),
    }
    return page(request, "search/concept.html", facts, lambda: as_json(one))


def thesaurus(request: HttpRequest, ending: str) -> HttpResponse:
    """The whole thesaurus as a file: SKOS in one of FORMATS, or JSON."""
    name = f"concepts.{ending}"
    if ending == "json":
        body, media = _json(), "application/json"
    else:
        format = next((key for key, one in FORMATS.items() if one.ending == ending), None)
        if format is None:
            raise Http404
        body, media = _skos(format, settings.ATAZAN_SITE), FORMATS[format].media
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type=f"{media}; charset=utf-8", headers=headers)


@lru_cache(maxsize=8)
def _skos(format: str, site: str) -> bytes:
    return skos(concepts(), format, site).encode()


@lru_cache(maxsize=1)
def _json() -> bytes:
    return msgspec.json.encode(list(map(as_json, concepts().values())))


def _others(one: Concept, lang: Lang) -> list[tuple[Lang, str]]:
    return [(other, one.preferred.says(other)) for other in LANGS if other != lang]


def _own_page(one: Concept) -> str | None:
    """The path of the page of a body or an office, without the language."""
    if one.id in offices():
        return f"offices/{one.id}"
    return f"bodies/{one.id}" if one.id in bodies() else None


def _search() -> str | None:
    """The address of the search, where the portal has one."""
    try:
        return reverse("search")
    except NoReverseMatch:
        return None
