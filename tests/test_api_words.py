"""`/api/words` tells of words what the command tells."""

import pytest


def test_words_are_told(client):
    told = client.get("/api/words", {"text": "Решение судей. Азаматтардың құқығы"}).json()["words"]

    assert [(one["lang"], one["lemma"]) for one in told] == [
        ("ru", "решение"),
        ("ru", "судья"),
        ("kk", "азамат"),
        ("kk", "құқық"),
    ]


def test_the_language_given_is_kept(client):
    (one,) = client.get("/api/words", {"text": "адам", "of": "ru"}).json()["words"]

    assert one["lang"] == "ru"


@pytest.mark.parametrize("asked", [{}, {"text": "a" * 2001}, {"text": "a", "of": "de"}])
def test_what_cannot_be_answered_is_refused(client, asked):
    answer = client.get("/api/words", asked)

    assert answer.status_code == 422 and answer.json()["problems"][0]["says"]


def test_a_text_without_words_has_none(client):
    assert client.get("/api/words", {"text": " . "}).json()["words"] == []
