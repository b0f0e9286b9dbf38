"""The API's addresses, under /api/."""

from django.urls import path

from atazan.api.api import api

urlpatterns = [path("", api.urls)]
