"""Staff work behind a second factor: until one is set up, an account sees itself and no more."""

from __future__ import annotations

import re
from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from atazan.portal.accounts.faults import said
from atazan.portal.accounts.roles import is_staff

Answer = Callable[[HttpRequest], HttpResponse]
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
_OPEN = re.compile(r"^/(kk|ru|en)/(account|sign-in|sign-out|receipt|report)/|^/static/")


def has_second_factor(user: object) -> bool:
    """Whether the account has an authenticator app or a passkey."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def must_set_up(request: HttpRequest) -> bool:
    """Whether the signed-in account is staff without a second factor, outside a demo."""
    if settings.ATAZAN_DEMO or not request.user.is_authenticated:
        return False
    return is_staff(request.user) and not has_second_factor(request.user)


def second_factor(answer: Answer) -> Answer:
    """Send staff to set up their second factor; the API is told why it answers nothing."""

    def guarded(request: HttpRequest) -> HttpResponse:
        if _OPEN.match(request.path) or not must_set_up(request):
            return answer(request)
        if request.path.startswith("/api/"):
            why = {"id": "second_factor", "says": said("second_factor")}
            return JsonResponse({"problems": [why]}, status=403)
        return redirect("account")

    return guarded
