"""The pages of the decisions: the list, one decision, its paper; the desks of the bench."""

from django.urls import path

from atazan.decisions import desk, duties, position_views, publications, views

_CASE = "desk/cases/<str:number>/resolution"

urlpatterns = [
    path("decisions/", views.index, name="decisions"),
    path("decisions/duties/", duties.index, name="duties"),
    path("decisions/<str:key>", views.decision, name="decision"),
    path("decisions/<str:key>/p-<int:place>", views.paragraph, name="decision-paragraph"),
    path("positions/", position_views.index, name="positions"),
    path("positions/<str:key>", position_views.one, name="position"),
    path("decisions/<str:key>/resolution-<str:lang>.pdf", views.paper, name="decision-paper"),
    path(_CASE, desk.resolution, name="desk-resolution"),
    path(f"{_CASE}/preview", desk.preview, name="desk-resolution-preview"),
    path(f"{_CASE}/adopt", desk.adopt, name="desk-resolution-adopt"),
    path(f"{_CASE}/draft-<str:lang>.pdf", desk.draft_paper, name="desk-resolution-draft"),
    path("desk/publications/", publications.index, name="desk-publications"),
    path("desk/publications/<str:key>", publications.one, name="desk-publication"),
]
