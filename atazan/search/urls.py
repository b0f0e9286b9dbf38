"""The pages of the search room."""

from django.urls import path

from atazan.search.thesaurus import views as concepts

urlpatterns = [
    path("concepts/", concepts.index, name="concepts"),
    path("concepts/concepts.<slug:ending>", concepts.thesaurus, name="concepts-file"),
    path("concepts/<slug:id>", concepts.concept, name="concept"),
]
