"""The pages of the library. Its addresses stand before those of decisions, which take any name."""

from django.urls import path

from atazan.library.views import rights

urlpatterns = [
    path("constitution/rights/", rights.index, name="constitution-rights"),
    path("constitution/rights/report", rights.chosen, name="rights-report"),
    path("constitution/rights/report.<str:format>", rights.file, name="rights-report-file"),
    path("constitution/rights/<slug:id>", rights.right, name="constitution-right"),
]
