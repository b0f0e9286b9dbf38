"""The five documents on the curator's desk, read as a careful reader does, and the keystrokes.

A keystroke stands for the button it presses (static/sources/reading.js): `a` accepts, `d` says that
it happened, `r` and a digit reject with a reason, `n` goes on to the next text.
"""

from __future__ import annotations

import re

import pytest

from atazan.journal.models import Entry
from atazan.journal.sealed import open_entries
from atazan.sources.models import Proposal
from tests.curated_papers import seeds
from tests.test_curated import desk, on_desk

pytestmark = [pytest.mark.django_db, pytest.mark.once]
__all__ = ["desk"]

SECONDS_A_KEY = 4
"""To read a proposal with what the record says of it, and press."""


@pytest.fixture
def read(desk):
    return [on_desk(one).id for one in seeds()]


def press(desk, html: str, id: str, no: int, key: str, **posted: str):
    """The button of a key in a proposal's card: its form is sent as the page gives it."""
    card = html[html.index(f'id="p-{no}"') :]
    card = card[: card.index("</li>\n")] if "</li>\n" in card else card
    button = card.index(f'data-key="{key}"')
    forms = list(re.finditer(r'<form method="post" action="([^"]+)"', card))
    before = [one for one in forms if one.start() < button]
    after = [one for one in forms if one.start() > button]
    action = (before[-1] if key in "ad" else after[0])[1]
    return desk.post(action, {"_seen": seen(id), **posted})


def seen(id: str) -> int:
    """The version of the file of a text now."""
    return Entry.objects.filter(stream=f"reading/{id}").count()


def decide(desk, id: str) -> int:
    """Every proposal of a text decided, as its page offers; how many keys that took."""
    answer = desk.get(f"/en/desk/reading/{id}")
    html, keys = answer.content.decode(), 0
    for card in answer.context["cards"]:
        if card.row.modality == "reported" and card.plan.known and not card.ready:
            press(desk, html, id, card.no, "d")
            desk.post(f"/en/desk/reading/{id}/{card.no}/accept", {"_seen": seen(id)})
            keys += 2
        elif card.ready:
            press(desk, html, id, card.no, "a")
            keys += 1
        else:
            press(desk, html, id, card.no, "r", reason="not_done")
            keys += 2
    return keys


def test_the_five_documents_are_confirmed_in_under_three_minutes(desk, read):
    before = open_entries().count()

    keys = sum(decide(desk, id) for id in read) + len(read) - 1

    assert not Proposal.objects.filter(state="open").exists()
    assert Proposal.objects.filter(state="accepted").count() >= 20
    assert keys <= 40 and keys * SECONDS_A_KEY < 180
    new = list(open_entries().order_by("number").values_list("kind", flat=True))[before:]
    assert new.count("candidate.proposed/1") == 2  # the rest the record had already


def test_those_that_are_sure_may_be_accepted_together_once_looked_over(desk, read):
    sure = desk.get("/en/desk/reading/seed-000").context["sure"]

    desk.post("/en/desk/reading/seed-000/sure", {"_seen": 8})

    rows = Proposal.objects.filter(document="seed-000")
    assert rows.filter(state="accepted").count() == sure == 7
    acceptances = Entry.objects.filter(stream="reading/seed-000", kind="proposal.accepted/1")
    assert acceptances.count() == 7


def test_the_public_page_shows_what_was_confirmed_with_its_words_and_nothing_else(desk, client):
    id = on_desk(seeds()[0]).id
    desk.post(f"/en/desk/reading/{id}/6/accept", {"_seen": 8})
    desk.post(f"/en/desk/reading/{id}/4/reject", {"_seen": 9, "reason": "not_done"})
    client.logout()

    answer = client.get(f"/en/record/{id}")

    html = answer.content.decode()
    assert [one.quote for one in answer.context["confirmed"]] == [
        "подписан меморандум о сотрудничестве между Конституционным советом Казахстана и "
        "Конституционным судом Индонезии"
    ]
    assert "подписан меморандум" in html and "состоялось заседание" not in html
    assert "обсуждены вопросы проведения" not in html
