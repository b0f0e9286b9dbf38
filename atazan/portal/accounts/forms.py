"""The forms of an account: the library's, with one password field and our roles."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as library
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.http import HttpRequest, HttpResponse

from atazan.portal.accounts.adapter import keep


class SignIn(library.LoginForm):
    """E-mail or user name, and a password."""

    login_max = 254

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(max_length=self.login_max)
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """Names differ by letters only, so that wrong tries are counted together."""
        return str(super().clean_login()).lower()

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Sign in; the session lasts as long as the role allows, whatever the library sets."""
        answer: HttpResponse = super().login(request, redirect_url)
        if request.user.is_authenticated:
            keep(request)
        return answer


class SignUp(library.SignupForm):
    """A new account of a citizen, or of one who acts for others."""

    for_others = forms.BooleanField(required=False)


class ChangePassword(library.ChangePasswordForm):
    """The password one has, and the new one once."""

    password2 = None  # type: ignore[assignment]


class SetPassword(library.SetPasswordForm):
    """A first password for an account that was opened with a passkey."""

    password2 = None  # type: ignore[assignment]


class NewPassword(library.ResetPasswordKeyForm):
    """A new password, by a link from a letter."""

    password2 = None  # type: ignore[assignment]


class AddKey(AddWebAuthnForm):
    """A passkey is always asked to know its holder: by finger, face or code of the device."""

    def clean(self) -> dict[str, Any]:
        """Raises what the library raises; the key must have checked its holder."""
        self.cleaned_data["passwordless"] = True
        found: dict[str, Any] = super().clean()
        return found
