"""What every page knows: its day, its languages, its sections, and where the journal stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from atazan.journal.models import Checkpoint, Head
from atazan.portal import links
from atazan.portal.accounts.roles import groups_of
from atazan.portal.day import Asked, asked
from atazan.portal.shown import page_lang
from atazan.rules.book import rules
from atazan.rules.regime import KEY, regimes
from atazan.rules.text import LANGS, Lang

SECTIONS = "check norms decisions cases offices reform cooperation figures record rules".split()
_HOMES = {
    **dict.fromkeys(("people", "bodies", "sittings"), "offices/of"),
    **dict.fromkeys(("referendums", "drafts", "measures", "transition"), "reform/of"),
    **dict.fromkeys(
        ("associations", "agreements", "projects", "partners", "events"), "cooperation/of"
    ),
    **dict.fromkeys(("positions", "constitution", "message"), "decisions/of"),
    "timelines": "record/of",
}
"""Pages that stand in a section without its name in their address."""
_KEEPERS = ("curator", "chief_curator")
_COURT = ("chair", "judge", "secretary", "analyst", "publisher")
DESK_SECTIONS: dict[str, tuple[str, ...]] = {
    "desk/petitions": ("registry", "chair", "analyst", "secretary", "auditor"),
    "desk/cases": _COURT,
    "desk/publications": ("publisher", "chair", "judge", "secretary"),
    "desk/check": ("registry",),
    "desk": (*_KEEPERS, "registry", "auditor"),
    "desk/reading": _KEEPERS,
    "desk/record": _KEEPERS,
    "desk/streams": (*_KEEPERS, "auditor"),
    "rights": (),
}
"""Sections of the desks and the roles they are for; without roles, for everyone."""
_LANGUAGES: dict[Lang, str] = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def page(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    lang, found = page_lang(), asked(request)
    return {
        "lang": lang,
        "asked": found,
        "demo": settings.ATAZAN_DEMO,
        "languages": [
            {"code": one, "name": _LANGUAGES[one], "href": links.in_language(request, one)}
            for one in LANGS
        ],
        "eras": SimpleLazyObject(lambda: list(_eras(request, found))),
        "sections": SimpleLazyObject(lambda: sections(request, SECTIONS)),
        "desk_sections": SimpleLazyObject(lambda: desk_sections(request)),
        "kept_query": [(k, v) for k, vs in request.GET.lists() if k != "on" for v in vs],
        "permanent": _permanent(request, found),
        "report_page": f"{request.path}?on={found.day.isoformat()}",
        "permanent_read": SimpleLazyObject(lambda: unquote(_permanent(request, found))),
        "to_today": links.with_query(request, request.path, on=None),
        "journal": SimpleLazyObject(_journal),
    }


def _permanent(request: HttpRequest, found: Asked) -> str:
    return links.with_query(request, request.path, on=found.day.isoformat())


def sections(request: HttpRequest, names: tuple[str, ...] | list[str]) -> list[dict[str, str]]:
    """The sections that are built, with the one this page stands in marked."""
    lang = page_lang()
    inside = request.path.partition(f"/{lang}/")[2].rstrip("/")
    inside = _HOMES.get(inside.partition("/")[0], inside)
    open_ = max(
        (n for n in names if inside == n or inside.startswith(n + "/")), default="", key=len
    )
    return [
        {
            "name": name,
            "words": f"section.{name.replace('/', '_')}",
            "href": links.path_at(request, lang, f"{name}/"),
            "current": ("page" if inside == name else "true") if name == open_ else "",
        }
        for name in names
        if links.exists(f"/{lang}/{name}/")
    ]


def desk_sections(request: HttpRequest) -> list[dict[str, str]]:
    """The sections of the desks that are for the reader's roles."""
    held = set(groups_of(request.user))
    names = [name for name, roles in DESK_SECTIONS.items() if not roles or held & set(roles)]
    return sections(request, names)


def _eras(request: HttpRequest, found: Asked) -> Iterator[dict[str, Any]]:
    """The eras of constitutional review: each a link to this page on a day of that era."""
    spans: dict[str, list[Any]] = {}
    for one in regimes(rules()) if KEY in rules().rules else ():
        spans.setdefault(one.era, []).append(one.term)
    assert found.today is not None
    for era, terms in spans.items():
        last = terms[-1].last
        day = min(last, found.today) if last else max(found.today, terms[0].since)
        yield {
            "era": era,
            "href": links.with_query(request, request.path, on=day.isoformat()),
            "current": any(term.covers(found.day) for term in terms),
            "years": f"portal.era.{era}.years",
            "words": f"portal.era.{era}",
        }


def _journal() -> dict[str, Any]:
    size = Head.objects.filter(pk=1).values_list("size", flat=True).first() or 0
    return {"size": size, "checkpoint": Checkpoint.objects.order_by("-size").first()}
