"""Addresses of the registry's desk."""

from django.urls import path, re_path

from atazan.docket.desk import views as deeds
from atazan.docket.desk.forms import FORMS
from atazan.docket.registry import paper, views

_DEED = "|".join(sorted(FORMS))
_NUMBER = "[0-9]{4}-[0-9]{5,7}"

urlpatterns = [
    path("desk/petitions/", views.queue, name="desk-petitions"),
    path("desk/petitions/new", paper.new, name="desk-petition-new"),
    re_path(rf"^desk/petitions/(?P<number>{_NUMBER})$", views.file, name="desk-petition"),
    re_path(
        rf"^desk/petitions/(?P<number>{_NUMBER})/again$", paper.again, name="desk-petition-again"
    ),
    re_path(
        rf"^desk/petitions/(?P<number>{_NUMBER})/(?P<act>{_DEED})$",
        deeds.act,
        {"room": "petitions"},
        name="desk-petition-act",
    ),
    re_path(
        rf"^desk/petitions/(?P<number>{_NUMBER})/files/(?P<sha256>[0-9a-f]{{64}})$",
        deeds.file,
        name="desk-file",
    ),
]
