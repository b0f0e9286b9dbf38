"""The API's addresses, under /api/."""

from django.urls import path

from atazan.api.api import api, unknown

urlpatterns = [path("", api.urls), path("<path:rest>", unknown)]
