"""The desk of those who keep the record."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """Reports that wait for an answer."""
    return render(request, "portal/desk.html")
