"""The pages of the watch list."""

from django.urls import path

from atazan.sources.watched import views

urlpatterns = [
    path("account/watching/", views.index, name="watching"),
    path("account/watching/thing", views.watch, name="watching-thing"),
    path("account/watching/how", views.how, name="watching-how"),
    path("watching/stop/<str:token>", views.stop, name="watching-stop"),
]
