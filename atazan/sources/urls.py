"""The pages of the record: sources, what they describe, and the chronicle by year."""

from django.urls import path

from atazan.sources import views

urlpatterns = [
    path("record/", views.record_page, name="record"),
    path("record/<str:name>", views.document_page, name="document"),
]
