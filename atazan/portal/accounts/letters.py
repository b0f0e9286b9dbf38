"""Letters about an account: confirm an address, recover, and what was changed on it."""

from __future__ import annotations

from typing import Any

from django.core.mail import EmailMessage

from atazan.portal.accounts.roles import profile_of
from atazan.portal.shown import page_lang
from atazan.rules.text import Lang
from atazan.rules.words import phrase

_LINKS = ("activate_url", "password_reset_url", "signup_url")
_OF_THEIR_OWN = {
    "email_confirmation": "confirm",
    "email_confirmation_signup": "confirm",
    "password_reset_key": "recover",
    "account_already_exists": "known",
    "unknown_account": "unknown",
}
CHANGES = (
    "email_changed",
    "email_confirm",
    "email_deleted",
    "password_changed",
    "password_reset",
    "password_set",
    "recovery_codes_generated",
    "totp_activated",
    "totp_deactivated",
    "webauthn_added",
    "webauthn_removed",
)
"""Changes that the holder of an account is told of by a letter."""


def letter(name: str, to: str, facts: dict[str, Any], lang: Lang | None = None) -> EmailMessage:
    """The letter of a library's template name, in the language of the reader or of the page."""
    lang = lang or page_lang()
    kind = _OF_THEIR_OWN.get(name, "changed")
    words = {key: str(facts[key]) for key in _LINKS if facts.get(key)}
    words |= {"email": to, "what": phrase(f"letter.what.{name}", lang) if _changed(name) else ""}
    subject = phrase(f"letter.{kind}.subject", lang, words)
    body = phrase(f"letter.{kind}", lang, words)
    end = phrase("letter.end", lang)
    return EmailMessage(subject, f"{body.strip()}\n\n{end.strip()}\n", to=[to])


def _changed(name: str) -> bool:
    return name not in _OF_THEIR_OWN


def language_of(user: Any) -> Lang:
    """The language the holder of an account reads letters in."""
    found: Lang = profile_of(user).language  # type: ignore[assignment]
    return found
