"""Accounts: opened by citizens, made for staff, erased by their holders; the demo's switch."""

import re
from datetime import date

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.core import mail

from atazan.config import settings as installation
from atazan.journal.record import By
from atazan.journal.rights import rights
from atazan.portal.accounts import demo, staff
from atazan.portal.accounts.roles import by_of, give, groups_of, profile_of
from atazan.rules.words import phrase

pytestmark = pytest.mark.django_db
LANGS = ("kk", "ru", "en")
PASSWORD = "қара жер құпиясы"
DAY = date(2026, 11, 27)


@pytest.fixture
def court(settings):
    """A court's installation: no demo."""
    settings.ATAZAN_DEMO = False


@pytest.fixture(autouse=True)
def no_limits(settings):
    settings.ACCOUNT_RATE_LIMITS = False


def opened(client, lang="kk", email="aigul@example.kz", **more):
    sent = {"email": email, "password1": PASSWORD, **more}
    return client.post(f"/{lang}/sign-up/", sent)


def link() -> str:
    """The path in the last letter."""
    return re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)[1]


def confirmed(client, **more) -> User:
    opened(client, **more)
    client.post(link())
    return User.objects.latest("pk")


def signed_in(client, login="aigul@example.kz", password=PASSWORD, lang="kk"):
    return client.post(f"/{lang}/sign-in/", {"login": login, "password": password})


def member(role: str, name: str = "") -> User:
    user = User.objects.create_user(name or f"a-{role}", password=PASSWORD)
    give(user, role)
    return user


def test_a_real_password_is_kept_as_argon2_keeps_it(settings):
    settings.PASSWORD_HASHERS = installation.PASSWORD_HASHERS
    assert make_password(PASSWORD).startswith("argon2$argon2id$")


@pytest.mark.parametrize("lang", LANGS)
def test_a_citizen_opens_an_account_confirms_it_signs_in_and_recovers(client, lang):
    assert opened(client, lang).headers["Location"] == f"/{lang}/account/email/sent/"
    assert signed_in(client, lang=lang).headers["Location"] == f"/{lang}/account/email/sent/"

    letter = mail.outbox[0]
    assert letter.subject == phrase("letter.confirm.subject", lang)
    assert client.get(link()).status_code == 200  # looking at it confirms nothing
    assert not EmailAddress.objects.get().verified
    client.post(link())
    client.post(f"/{lang}/sign-out/")
    assert signed_in(client, lang=lang).status_code == 302
    assert client.get(f"/{lang}/account/").status_code == 200

    client.post(f"/{lang}/sign-out/")
    client.post(f"/{lang}/account/recover/", {"email": "aigul@example.kz"})
    form = client.get(link()).headers["Location"]
    assert client.post(form, {"password1": "менің жаңа сөзім"}).status_code == 302
    assert signed_in(client, lang=lang).status_code == 422  # the old password
    assert signed_in(client, password="менің жаңа сөзім", lang=lang).status_code == 302


def test_a_name_says_nothing_of_its_holder_and_stands_under_their_acts(client):
    user = confirmed(client)

    assert re.fullmatch(r"c-[a-z2-7]{10}", user.username)
    assert groups_of(user) == ["citizen"]
    assert by_of(user, "citizen") == By(user.username, "citizen", None)


def test_who_acts_for_others_is_a_representative(client):
    assert groups_of(confirmed(client, for_others="yes")) == ["representative"]


def test_an_address_in_use_is_told_to_its_holder_only(client):
    confirmed(client)
    client.post("/kk/sign-out/")
    answer = opened(client)

    assert answer.headers["Location"] == "/kk/account/email/sent/"
    assert mail.outbox[-1].subject == phrase("letter.known.subject", "kk")
    assert User.objects.count() == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "sent, said",
    [
        ({"password1": "қысқа"}, ("account.bad.password_too_short", {"min_length": 10})),
        ({"password1": "1234567890"}, ("account.bad.password_too_common", {})),
        ({"password1": ""}, ("account.bad.password1.required", {})),
        ({"email": "aigul"}, ("account.bad.email.invalid", {})),
    ],
)
def test_a_refused_form_says_why_on_top_and_at_the_field(client, lang, sent, said):
    answer = opened(client, lang, **sent)
    words = phrase(said[0], lang, said[1])

    assert answer.status_code == 422
    assert answer.content.decode().count(words) == 2


def test_closing_an_account_erases_who_its_holder_is_and_keeps_the_name(client):
    user = confirmed(client)
    assert "/account/again/" in client.post("/kk/account/close/").headers["Location"]
    client.post("/kk/sign-out/")
    signed_in(client)
    client.post("/kk/account/close/")
    user.refresh_from_db()

    assert not EmailAddress.objects.exists() and not user.email and not user.is_active
    assert user.username.startswith("c-") and profile_of(user).closed_at
    assert client.get("/kk/account/").status_code == 302
    assert signed_in(client).status_code == 422


def test_staff_do_not_close_their_own_accounts(client):
    user = member("registry")
    signed_in(client, "a-registry")

    assert client.post("/kk/account/close/").status_code == 403
    user.refresh_from_db()
    assert user.is_active


def code_of(client) -> str:
    """What the app would show now."""
    secret = client.session[auth.SECRET_SESSION_KEY]
    counter = next(auth.yield_hotp_counters_from_time())
    return auth.format_hotp_value(auth.hotp_value(secret, counter))


def test_staff_without_a_second_factor_see_their_account_only(client, court):
    member("registry")
    assert signed_in(client, "a-registry").status_code == 302

    for path in ("/kk/desk/", "/kk/desk/record/", "/ru/desk/streams/", "/kk/"):
        assert client.get(path).headers["Location"].endswith("/account/")
    assert client.get("/api/openapi.json").status_code == 403
    html = client.get("/kk/account/").content.decode()
    assert phrase("account.must_set_up", "kk") in html


def test_staff_set_up_an_app_and_sign_in_with_its_code(client, court):
    member("registry")
    signed_in(client, "a-registry")
    client.get("/kk/account/app/")
    refused = client.post("/kk/account/app/", {"code": "000000"})
    assert refused.status_code == 422
    assert phrase("account.bad.incorrect_code", "kk") in refused.content.decode()
    assert client.post("/kk/account/app/", {"code": code_of(client)}).status_code == 302
    assert client.get("/kk/desk/").status_code == 200

    client.post("/kk/sign-out/")
    assert signed_in(client, "a-registry").headers["Location"] == "/kk/sign-in/second/"
    assert client.get("/kk/desk/").status_code == 302  # the password alone opens nothing
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert client.post("/kk/sign-in/second/", {"code": "000000"}).status_code == 422
    assert client.post("/kk/sign-in/second/", {"code": codes[0]}).status_code == 302
    assert client.get("/kk/desk/").status_code == 200


def test_citizens_need_no_second_factor(client, court):
    confirmed(client)

    assert client.get("/kk/").status_code == 200


def test_in_a_demo_staff_need_no_second_factor_and_are_told_of_it(client):
    member("registry")
    signed_in(client, "a-registry")

    assert client.get("/kk/desk/").status_code == 200
    assert phrase("demo.second_factor", "en") in client.get("/en/account/").content.decode()


def test_the_demo_has_an_account_for_every_role_and_every_judge_of_the_record():
    made = demo.make(DAY)
    roles = {role for user in User.objects.all() for role in groups_of(user)}

    assert set(rights().roles) - {"visitor", "founder"} <= roles
    assert "registry" in [name for name, _, role in made if role == "registry"]
    chair = User.objects.get(username="chair")
    assert groups_of(chair) == ["chair", "judge"] and by_of(chair, "judge").person
    judges = [one for one in User.objects.all() if "judge" in groups_of(one)]
    assert len(judges) == len({profile_of(one).person for one in judges}) >= 8


def test_the_technical_administrator_has_no_other_role():
    demo.make(DAY)
    assert groups_of(User.objects.get(username="admin")) == ["admin"]
    with pytest.raises(staff.NoAccount, match="no other role"):
        staff.add("root", ["admin", "judge"])


@pytest.mark.parametrize("role", ["citizen", "representative", "judge", "analyst", "admin"])
def test_the_desk_of_the_record_is_for_those_who_keep_it(client, role):
    client.force_login(member(role))

    for path in ("", "record/", "streams/"):
        assert client.get(f"/kk/desk/{path}").status_code == 403


def test_the_switcher_signs_in_at_once_as_a_demo_account_only(client):
    demo.make(DAY)
    member("curator", "real")

    assert client.post("/kk/demo/", {"name": "keeper"}).headers["Location"] == "/kk/desk/"
    assert client.get("/kk/desk/").status_code == 200
    assert client.post("/kk/demo/", {"name": "real"}).status_code == 404


def test_a_court_has_no_switcher_and_no_demo_accounts(client, settings):
    demo.make(DAY)
    user = User.objects.get(username="keeper")
    user.set_password(PASSWORD)
    user.save()
    settings.ATAZAN_DEMO = False

    assert client.get("/kk/demo/").status_code == 404
    assert client.post("/kk/demo/", {"name": "keeper"}).status_code == 404
    assert "/demo/" not in client.get("/kk/").content.decode()
    assert signed_in(client, "keeper").status_code == 403
    with pytest.raises(demo.NoDemo):
        demo.make(DAY)


def test_staff_get_an_account_whose_first_sign_in_works_once(client, court):
    path = staff.add("azimova", ["judge"], "azimova", "azimova@example.kz", "ru")
    form = client.get(path).headers["Location"]
    client.post(form, {"password1": PASSWORD})

    assert signed_in(client, "azimova@example.kz").status_code == 302
    assert by_of(User.objects.get(username="azimova"), "judge").person == "azimova"
    assert client.get(path, follow=True).context["token_fail"]


@pytest.mark.parametrize(
    "args, says",
    [
        (("x", ["citizen"]), "no role of staff"),
        (("x", ["judge"], "nobody-known"), "knows no person"),
        (("taken", ["judge"]), "already"),
    ],
)
def test_an_account_of_staff_is_refused_with_the_reason(args, says):
    member("registry", "taken")
    with pytest.raises(staff.NoAccount, match=says):
        staff.add(*args)


def test_a_change_is_told_by_a_letter_in_the_language_its_holder_chose(client):
    confirmed(client)
    assert client.post("/kk/account/language/", {"language": "ru"}).headers["Location"] == (
        "/ru/account/"
    )
    client.post("/kk/account/password/", {"oldpassword": PASSWORD, "password1": "тағы бір жаңа"})

    assert phrase("letter.what.password_changed", "ru") in mail.outbox[-1].body


def test_without_a_password_the_passkey_is_made_after_the_address_is_confirmed(client):
    client.post("/kk/sign-up/passkey/", {"email": "daniyar@example.kz"})

    assert client.post(link()).headers["Location"] == "/kk/account/passkeys/add/"
    page = client.get("/kk/account/passkeys/add/")
    assert page.status_code == 200 and b"creation_options" in page.content
    assert not User.objects.latest("pk").has_usable_password()


PAGES = (
    "sign-in/",
    "sign-up/",
    "sign-up/passkey/",
    "account/",
    "account/email/",
    "account/email/sent/",
    "account/email/nonsense/",
    "account/password/",
    "account/recover/",
    "account/recover/sent/",
    "account/recover/done/",
    "account/recover/1-x-y/",
    "account/app/",
    "account/passkeys/add/",
    "account/close/",
    "account/inactive/",
    "demo/",
)


@pytest.mark.parametrize("lang", LANGS)
def test_no_english_of_the_library_is_on_a_page(client, lang):
    user = confirmed(client)
    for page in PAGES:
        if page.startswith(("sign", "account/recover", "account/inactive")):
            client.logout()
        else:
            signed_in(client)
        html = client.get(f"/{lang}/{page}").content.decode()
        assert f'<html lang="{lang}">' in html, page
        text = re.sub(r"<(script|svg|style).*?</\1>|<[^>]*>|/\S+", " ", html, flags=re.DOTALL)
        if lang != "en":
            assert not re.search(r"\b(the|your|you|please|password|email|key)\b", text, re.I), page
    assert user.username.startswith("c-")
