"""The page of published figures."""

from django.urls import path

from atazan.monitoring import views

urlpatterns = [path("figures/", views.figures_page, name="figures")]
