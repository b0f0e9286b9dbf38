"""The pages of timelines and their feeds."""

from django.urls import path

from atazan.sources.timelines import views
from atazan.sources.watched import feed

urlpatterns = [
    path("timelines/", views.index, name="timelines"),
    path("timelines/press", views.press, name="timelines-press"),
    path("timelines/<slug:sort>/<slug:id>", views.of_subject, name="timeline"),
    path("timelines/<slug:sort>/<slug:id>/feed.atom", feed.feed, name="timeline-feed"),
]
