"""Where everything is: each app's pages stand under the language, the API beside them."""

from __future__ import annotations

from importlib.util import find_spec

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from atazan.library.views.oai import oai
from atazan.portal.home import to_language

APPS = (
    "docket",
    "law",
    "library",  # before decisions, whose addresses take any name
    "decisions",
    "institutions",
    "reform",
    "cooperation",
    "monitoring",
    "sources",
    "sources.timelines",
    "sources.watched",
    "search",
)


def _built(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


_pages = [f"atazan.{app}.urls" for app in APPS if _built(f"atazan.{app}.urls")]

urlpatterns = [
    path("", to_language),
    *([path("api/", include("atazan.api.urls"))] if _built("atazan.api.urls") else []),
    path("oai", oai),
    *i18n_patterns(
        path("", include("atazan.portal.urls")),
        *(path("", include(module)) for module in _pages),
    ),
]

handler400 = "atazan.portal.faults.bad_request"
handler403 = "atazan.portal.faults.forbidden"
handler404 = "atazan.portal.faults.not_found"
handler500 = "atazan.portal.faults.broken"
handler429 = "atazan.portal.accounts.sign_in.too_often"
