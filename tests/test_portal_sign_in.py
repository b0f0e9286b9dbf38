"""Signing in: wrong passwords are told calmly, and five of them close the door for a while."""

import pytest
from django.contrib.auth.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return User.objects.create_user("keeper", password="a long enough password")


def tried(client, password, lang="ru"):
    return client.post(f"/{lang}/sign-in/", {"username": "keeper", "password": password})


def test_the_right_password_leads_to_the_desk_in_the_same_language(client, keeper):
    assert tried(client, "a long enough password").headers["Location"] == "/ru/desk/"


def test_a_wrong_password_says_neither_which_was_wrong(client, keeper):
    html = tried(client, "wrong").content.decode()

    assert "Имя или пароль не подходят" in html and 'role="alert"' in html


def test_five_wrong_passwords_close_the_door_in_the_house_style(client, keeper, settings):
    settings.AXES_LOCKOUT_CALLABLE = "atazan.portal.sign_in.locked_out"
    for _ in range(5):
        answer = tried(client, "wrong")

    assert answer.status_code == 429
    assert "Вход временно закрыт" in answer.content.decode()
    assert tried(client, "a long enough password").status_code == 429


def test_signing_out_is_a_button_not_a_link(client, keeper):
    client.force_login(keeper)

    assert client.get("/ru/sign-out/").status_code == 405
    assert client.post("/ru/sign-out/").headers["Location"] == "/ru/"


def test_nobody_is_led_elsewhere_after_signing_in(client, keeper):
    sent = {"username": "keeper", "password": "a long enough password", "next": "https://evil.kz/"}

    assert client.post("/ru/sign-in/", sent).headers["Location"] == "/ru/desk/"
