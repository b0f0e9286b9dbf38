"""The pages of the law: search and works, one work, one provision."""

from django.urls import path

from atazan.law import views

urlpatterns = [
    path("norms/", views.index, name="norms"),
    path("norms/<str:name>", views.work, name="norms-work"),
    path("norms/<str:name>/<str:where>", views.provision, name="norms-provision"),
]
