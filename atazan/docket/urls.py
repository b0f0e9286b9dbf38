"""The pages of the docket: the guided check, and the registry's desk for petitions."""

from django.urls import path

from atazan.docket.guide import desk, views

urlpatterns = [
    path("check/", views.start, name="check"),
    path("check/again", views.again, name="check-again"),
    path("check/answers", views.review, name="check-answers"),
    path("check/bodies", views.bodies, name="check-bodies"),
    path("check/result", views.result, name="check-result"),
    path("check/result.json", views.result_json, name="check-result-json"),
    path("check/<slug:id>", views.question, name="check-question"),
    path("desk/check/", desk.check, name="desk-check"),
]
