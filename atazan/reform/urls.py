"""The pages of reform: referendums, drafts step by step, the transition, measures."""

from django.urls import path

from atazan.reform import views

urlpatterns = [
    path("reform/", views.index, name="reform"),
    path("referendums/", views.referendums_page, name="referendums"),
    path("referendums/<slug:id>", views.referendum_page, name="referendum"),
    path("drafts/", views.drafts_page, name="drafts"),
    path("drafts/<slug:id>", views.draft_page, name="draft"),
    path("measures", views.measures_page, name="measures"),
    path("transition", views.transition_page, name="transition"),
]
