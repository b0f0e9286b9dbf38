"""The pages of the record: sources, what they describe, and the chronicle by year."""

from django.urls import path

from atazan.sources import views
from atazan.sources.curated import views as desk

_READING = "desk/reading/<str:id>"
_PROPOSAL = f"{_READING}/<int:no>"

urlpatterns = [
    path("desk/reading/", desk.waiting, name="desk-readings"),
    path(_READING, desk.reading, name="desk-reading"),
    path(f"{_READING}/sure", desk.sure, name="desk-reading-sure"),
    path(f"{_PROPOSAL}/accept", desk.accept, name="desk-reading-accept"),
    path(f"{_PROPOSAL}/act", desk.act, name="desk-reading-act"),
    path(f"{_PROPOSAL}/correct", desk.correct, name="desk-reading-correct"),
    path(f"{_PROPOSAL}/done", desk.done, name="desk-reading-done"),
    path(f"{_PROPOSAL}/reject", desk.reject, name="desk-reading-reject"),
    path(f"{_PROPOSAL}/reopen", desk.reopen, name="desk-reading-reopen"),
    path("record/", views.record_page, name="record"),
    path("record/<str:name>", views.document_page, name="document"),
]
