"""Where django-allauth asks what an account means here: names, words, letters, ways in and out."""

from __future__ import annotations

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from atazan.portal.accounts import letters
from atazan.portal.accounts.faults import Said
from atazan.portal.accounts.roles import (
    OWN,
    begins_at,
    give,
    is_staff,
    opaque_name,
    profile_of,
)
from atazan.portal.shown import page_lang
from atazan.rules.words import all_words, phrase

_STAGE = "atazan.portal.accounts.adapter.ConfirmEmail"


class Adapter(DefaultAccountAdapter):
    """Accounts of Ata Zañ."""

    error_messages = Said()  # type: ignore[assignment]

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        """Open an account under an opaque name, in the role its holder chose."""
        user.username = opaque_name()
        saved = super().save_user(request, user, form, commit)
        give(saved, OWN[1] if form.cleaned_data.get("for_others") else OWN[0])
        profile = profile_of(saved)
        profile.language = page_lang()
        profile.save()
        return saved

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """The name is opaque and given before; no part of it comes from its holder."""
        user.username = user.username or opaque_name()

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted by django-axes alone."""

    def pre_login(self, request: HttpRequest, user: Any, **facts: Any) -> HttpResponse | None:
        """A demo account opens nothing where this is no demo."""
        if profile_of(user).demo and not settings.ATAZAN_DEMO:
            return render(request, "portal/fault.html", {"what": "forbidden"}, status=403)
        return super().pre_login(request, user, **facts)

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in for 12 hours (staff) or 14 days."""
        super().login(request, user)
        keep(request)

    def get_login_stages(self) -> list[str]:
        """The library's stages, with ours for accounts that have no e-mail."""
        mine = {"allauth.account.stages.EmailVerificationStage": _STAGE}
        return [mine.get(stage, stage) for stage in super().get_login_stages()]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where the work of the account begins; a new account without a password makes its key."""
        if not _can_come_back(request.user):
            return reverse("mfa_add_webauthn")
        return begins_at(request.user, page_lang())

    get_signup_redirect_url = get_login_redirect_url

    def is_reauthentication_required(self, *, app: str, **facts: Any) -> bool:
        """Ask again before what opens the account is changed, where there is anything to ask.

        Who signed in within the last quarter of an hour has just been asked.
        """
        user = self.request.user
        if not _can_come_back(user) or (settings.ATAZAN_DEMO and profile_of(user).demo):
            return False
        asked = [one["at"] for one in get_authentication_records(self.request, user)]
        if asked and time.time() - asked[-1] < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return super().is_reauthentication_required(app=app, **facts)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        return reverse("account")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Tell what was done, in our words; what needs no telling has none."""
        name = (message_template or "").rpartition("/")[2].removesuffix(".txt")
        if f"account.told.{name}" in all_words():
            facts = {"email": (message_context or {}).get("email", "")}
            message = phrase(f"account.told.{name}", page_lang(), facts)
        if message:
            messages.add_message(request, level, message, extra_tags=extra_tags)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a letter; one about a change goes in the language its holder chose."""
        name = template_prefix.rpartition("/")[2]
        user = context.get("user")
        lang = letters.language_of(user) if user and name in letters.CHANGES else None
        letters.letter(name, email, context, lang).send()

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell the holder by a letter what was changed."""
        to = email or EmailAddress.objects.get_primary_email(user)
        if to:
            self.send_mail(template_prefix, to, {**(context or {}), "user": user})


class MfaAdapter(DefaultMFAAdapter):
    """Second factors and passkeys of Ata Zañ."""

    error_messages = Said()  # type: ignore[assignment]

    def get_totp_issuer(self) -> str:
        """The name an authenticator app shows."""
        return phrase("portal.name", page_lang())

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name a passkey shows beside the host it belongs to."""
        return {**super().get_public_key_credential_rp_entity(), "name": self.get_totp_issuer()}

    def build_totp_svg(self, url: str) -> str:
        """The square to scan, as SVG that stands in the page itself."""
        svg: str = super().build_totp_svg(url)
        return svg[svg.index("<svg") :]

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """A first name for a passkey; its holder may change it."""
        made = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return phrase("account.key_name", page_lang(), {"no": made + 1})


class ConfirmEmail(EmailVerificationStage):
    """An address must be confirmed before the first sign-in, where the account has one at all."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Ask for the confirmation. Accounts made on the command line may have no address."""
        user = self.login.user
        if user and not user.email and not EmailAddress.objects.filter(user=user).exists():
            return None, True
        answer: tuple[HttpResponse | None, bool] = super().handle()
        return answer


def keep(request: HttpRequest) -> None:
    """Set how long the session lasts: its end does not move as it is used."""
    hours = settings.ATAZAN_STAFF_SESSION_HOURS
    request.session.set_expiry(
        hours * 3600 if is_staff(request.user) else app_settings.SESSION_COOKIE_AGE
    )


def _can_come_back(user: Any) -> bool:
    """Whether the account has a password or a passkey."""
    return user.has_usable_password() or Authenticator.objects.filter(user=user).exists()
