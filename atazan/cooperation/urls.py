"""The pages of cooperation: associations, agreements, projects, partners, events."""

from django.urls import path

from atazan.cooperation import views

urlpatterns = [
    path("cooperation/", views.index, name="cooperation"),
    path("associations/<slug:id>", views.association_page, name="association"),
    path("agreements/", views.agreements_page, name="agreements"),
    path("agreements/<slug:id>", views.agreement_page, name="agreement"),
    path("projects/", views.projects_page, name="projects"),
    path("projects/<slug:id>", views.project_page, name="project"),
    path("partners/", views.partners_page, name="partners"),
    path("partners/<slug:id>", views.partner_page, name="partner"),
    path("events/", views.events_page, name="events"),
    path("events/<slug:id>", views.event_page, name="event"),
]
