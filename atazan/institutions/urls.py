"""The pages of bodies, offices, persons and sittings."""

from django.urls import path

from atazan.institutions import views

urlpatterns = [
    path("offices/", views.offices_page, name="offices"),
    path("offices/<slug:slug>", views.office_page, name="office"),
    path("people/", views.people_page, name="people"),
    path("people/<slug:slug>", views.person_page, name="person"),
    path("bodies/", views.bodies_page, name="bodies"),
    path("bodies/<slug:slug>", views.body_page, name="body"),
    path("sittings/", views.sittings_page, name="sittings"),
    path("sittings/<slug:slug>", views.sitting_page, name="sitting"),
]
