"""The pages of the law: search and works, one work, one provision, texts compared."""

from django.urls import path

from atazan.law import text_views, views
from atazan.law.unknown import slashless

urlpatterns = [
    path("norms/", views.index, name="norms"),
    path("norms/concordance", text_views.concordance, name="norms-concordance"),
    path("norms/<str:name>/compare", text_views.compare, name="norms-compare"),
    path("norms/<str:name>/languages", text_views.languages, name="norms-languages"),
    path("norms/<str:name>/conformity", text_views.conformity, name="norms-conformity"),
    path("norms/<str:name>", views.work, name="norms-work"),
    path("norms/<str:name>/<str:where>", views.provision, name="norms-provision"),
    path("norms/<path:where>/", slashless),
]
