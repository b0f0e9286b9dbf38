"""The pages of the search room."""

from django.urls import path

from atazan.search import feed, views
from atazan.search.saved import views as saved
from atazan.search.thesaurus import views as concepts

urlpatterns = [
    path("search/", views.results, name="search"),
    path("search/feed.atom", feed.feed, name="search-feed"),
    path("search/save", saved.save, name="search-save"),
    path("search/stop/<str:token>", saved.stop, name="search-stop"),
    path("account/searches/", saved.index, name="saved-searches"),
    path("account/searches/<int:id>", saved.change, name="saved-search"),
    path("concepts/", concepts.index, name="concepts"),
    path("concepts/concepts.<slug:ending>", concepts.thesaurus, name="concepts-file"),
    path("concepts/<slug:id>", concepts.concept, name="concept"),
]
