"""Signing in: wrong passwords are told calmly, and five of them close the door for a while."""

import pytest
from django.contrib.auth.models import User

pytestmark = pytest.mark.django_db
MISMATCH = {
    "kk": "Аты немесе құпия сөзі сәйкес келмейді",
    "ru": "Имя или пароль не подходят",
    "en": "The name or the password does not match",
}


@pytest.fixture
def keeper():
    from atazan.portal.accounts.roles import give

    user = User.objects.create_user("keeper", password="a long enough password")
    give(user, "curator")
    return user


def tried(client, password, lang="ru", **more):
    return client.post(f"/{lang}/sign-in/", {"login": "keeper", "password": password, **more})


def test_the_right_password_leads_to_the_desk_in_the_same_language(client, keeper):
    assert tried(client, "a long enough password").headers["Location"] == "/ru/desk/"


@pytest.mark.parametrize("lang", MISMATCH)
def test_a_wrong_password_says_neither_which_was_wrong(client, keeper, lang):
    answer = tried(client, "wrong", lang)

    assert answer.status_code == 422
    html = answer.content.decode()
    assert html.count(MISMATCH[lang]) == 2 and 'role="alert"' in html  # on top and at the field


def test_five_wrong_passwords_close_the_door_in_the_house_style(client, keeper):
    for _ in range(5):
        answer = tried(client, "wrong")

    assert answer.status_code == 429
    assert "Вход временно закрыт" in answer.content.decode()
    assert tried(client, "a long enough password").status_code == 429


def test_writing_the_name_in_capitals_gives_no_more_tries(client, keeper):
    for name in ("keeper", "Keeper", "KEEPER", "kEEPER", "keepeR"):
        answer = client.post("/ru/sign-in/", {"login": name, "password": "wrong"})

    assert answer.status_code == 429


def test_signing_out_is_a_button_not_a_link(client, keeper):
    client.force_login(keeper)

    assert client.get("/ru/sign-out/").status_code == 405
    assert client.post("/ru/sign-out/").headers["Location"] == "/ru/"


def test_nobody_is_led_elsewhere_after_signing_in(client, keeper):
    to = tried(client, "a long enough password", next="https://evil.kz/").headers["Location"]

    assert to == "/ru/desk/"


def test_one_is_led_back_to_where_one_came_from(client, keeper):
    page = client.get("/ru/desk/record/")
    html = client.get(page.headers["Location"]).content.decode()

    assert 'name="next" value="/ru/desk/record/"' in html
    to = tried(client, "a long enough password", next="/ru/desk/record/").headers["Location"]
    assert to == "/ru/desk/record/"


def test_a_session_of_staff_ends_after_twelve_hours_and_of_a_citizen_after_two_weeks(
    client, keeper
):
    from atazan.portal.accounts.roles import give

    tried(client, "a long enough password")
    assert client.session.get_expiry_age() <= 12 * 3600

    give(keeper, "citizen")
    client.logout()
    tried(client, "a long enough password")
    assert 13 * 86400 < client.session.get_expiry_age() <= 14 * 86400
