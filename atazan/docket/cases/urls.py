"""The pages of the public register of cases."""

from django.urls import path

from atazan.docket.cases import views

urlpatterns = [
    path("cases/", views.index, name="cases"),
    path("cases/<str:number>", views.case, name="case"),
]
