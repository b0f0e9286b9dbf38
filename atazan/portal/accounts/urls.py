"""Pages of accounts. The names in `account_…` and `mfa_…` are those django-allauth looks for."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import path, re_path

from atazan.portal.accounts import demo, views
from atazan.portal.accounts.sign_in import SignOut
from atazan.portal.accounts.views import refusing

_sign_in = refusing(account.login)
_sign_out = SignOut.as_view()
_new_password = refusing(account.password_reset_from_key)

urlpatterns = [
    path("sign-in/", _sign_in, name="sign-in"),
    path("sign-in/", _sign_in, name="account_login"),
    path("sign-in/second/", refusing(factor.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("sign-out/", _sign_out, name="sign-out"),
    path("sign-out/", _sign_out, name="account_logout"),
    path("sign-up/", refusing(account.signup), name="account_signup"),
    path(
        "sign-up/passkey/",
        refusing(views.OpenWithPasskey.as_view()),
        name="account_signup_by_passkey",
    ),
    path("account/", views.account, name="account"),
    path("account/", views.account, name="mfa_index"),
    path("account/", views.account, name="mfa_list_webauthn"),
    path("account/language/", views.language, name="account-language"),
    path("account/close/", views.close, name="account-close"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("account/again/", refusing(account.reauthenticate), name="account_reauthenticate"),
    path("account/again/code/", refusing(factor.reauthenticate), name="mfa_reauthenticate"),
    path(
        "account/again/passkey/",
        keys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/email/", refusing(account.email), name="account_email"),
    path(
        "account/email/sent/",
        account.email_verification_sent,
        name="account_email_verification_sent",
    ),
    path("account/email/<str:key>/", account.confirm_email, name="account_confirm_email"),
    path("account/password/", refusing(account.password_change), name="account_change_password"),
    path("account/password/set/", refusing(account.password_set), name="account_set_password"),
    path("account/recover/", refusing(account.password_reset), name="account_reset_password"),
    path("account/recover/sent/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "account/recover/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^account/recover/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        _new_password,
        name="account_reset_password_from_key",
    ),
    path("account/app/", refusing(totp.activate_totp), name="mfa_activate_totp"),
    path("account/app/remove/", refusing(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "account/codes/new/",
        refusing(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("account/codes/file/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("account/passkeys/add/", refusing(keys.add_webauthn), name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/name/", refusing(keys.edit_webauthn), name="mfa_edit_webauthn"),
    path(
        "account/passkeys/<int:pk>/remove/",
        refusing(keys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path("demo/", demo.switch, name="demo"),
]
