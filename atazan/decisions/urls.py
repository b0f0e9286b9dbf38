"""The pages of the decisions: the list, and one decision."""

from django.urls import path

from atazan.decisions import views

urlpatterns = [
    path("decisions/", views.index, name="decisions"),
    path("decisions/<str:key>", views.decision, name="decision"),
]
