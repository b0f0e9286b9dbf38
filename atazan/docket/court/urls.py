"""Addresses of the Court's desks."""

from django.urls import path, re_path

from atazan.docket.court import views
from atazan.docket.desk import views as deeds
from atazan.docket.desk.forms import FORMS

_DEED = "|".join(sorted(FORMS))
_NUMBER = "[0-9]{4}-[0-9]{5,7}"

urlpatterns = [
    path("desk/cases/", views.desk, name="desk-cases"),
    re_path(rf"^desk/cases/(?P<number>{_NUMBER})$", views.case, name="desk-case"),
    re_path(
        rf"^desk/cases/(?P<number>{_NUMBER})/(?P<act>{_DEED})$",
        deeds.act,
        {"room": "cases"},
        name="desk-act",
    ),
]
