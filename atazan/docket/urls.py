"""The pages of the docket: the guided check, and the registry's desk for petitions."""

from django.urls import path

from atazan.docket.cases.urls import urlpatterns as cases
from atazan.docket.citizen.urls import urlpatterns as citizen
from atazan.docket.court.urls import urlpatterns as of_the_court
from atazan.docket.guide import desk, views
from atazan.docket.registry.urls import urlpatterns as of_the_registry

urlpatterns = [
    path("check/", views.start, name="check"),
    path("check/again", views.again, name="check-again"),
    path("check/answers", views.review, name="check-answers"),
    path("check/bodies", views.bodies, name="check-bodies"),
    path("check/result", views.result, name="check-result"),
    path("check/result.json", views.result_json, name="check-result-json"),
    path("check/<slug:id>", views.question, name="check-question"),
    path("desk/check/", desk.check, name="desk-check"),
    *cases,
    *of_the_registry,
    *of_the_court,
    *citizen,
]
