"""Pages in three languages on any day: they open, keep page and day, and hold to the policy."""

import re

import pytest
from django.test import Client

from atazan.journal.models import Entry
from atazan.journal.private import reveal
from atazan.journal.record import acts_of
from atazan.journal.verify import checkpoint
from atazan.sources.models import ErrorReport
from tests.conftest import MOMENT

PAGES = (
    "",
    "rules/",
    "rules/topic/standing",
    "rules/citizen.judicial_act",
    "about/",
    "marks/",
    "doubts/",
    "rights/",
    "receipt/",
    "report/",
    "sign-in/",
)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("day", ["", "?on=1996-03-01", "?on=30.06.2026", "?on=nonsense"])
def test_every_page_opens_in_every_language_on_any_day(client, lang, page, day):
    answer = client.get(f"/{lang}/{page}{day}")
    html = answer.content.decode()

    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in html
    assert "style=" not in html
    assert "<script" not in html or page == "sign-in/"  # a passkey is the one thing that needs it


def test_the_bare_address_leads_to_the_readers_language_and_to_kazakh_for_others(client):
    def led(accepts: str) -> str:
        return client.get("/", headers={"accept-language": accepts}).headers["Location"]

    assert led("ru,en;q=0.5") == "/ru/"
    assert led("en-GB") == "/en/"
    assert led("fr") == "/kk/"
    assert led("") == "/kk/"


def test_another_language_keeps_the_page_and_the_day(client):
    html = client.get("/kk/rules/topic/standing?on=2024-05-01").content.decode()

    assert 'href="/en/rules/topic/standing?on=2024-05-01"' in html


def test_links_keep_a_past_day_and_leave_today_unsaid(client):
    assert "/kk/rules/?on=2024-05-01" in client.get("/kk/?on=2024-05-01").content.decode()
    assert 'href="/kk/rules/"' in client.get("/kk/").content.decode()


def test_a_past_day_looks_different_and_offers_today(client):
    past = client.get("/ru/?on=15.06.2026").content.decode()

    assert "day--other" in past and "К сегодняшнему дню" in past
    assert "day--other" not in client.get("/ru/").content.decode()


def test_the_era_of_the_day_is_marked(client):
    for day, words in (
        ("2022-12-31", "Конституционный Совет"),
        ("2023-01-01", "Суд, Конституция 1995"),
        ("2026-06-30", "Суд, Конституция 1995"),
        ("2026-07-01", "Суд, Конституция 2026"),
    ):
        html = client.get(f"/ru/rules/?on={day}").content.decode().replace("\u00a0", " ")
        eras = html.split('<ol class="eras">')[1].split("</ol>")[0]
        current = re.search(r'aria-current="true"><b>.*?</b>([^<]+)', eras)
        assert current and current[1].startswith(words)


def test_the_home_page_shows_the_latest_acts_up_to_the_day(client):
    now = client.get("/ru/").content.decode()
    before = client.get("/ru/?on=2026-07-06").content.decode()

    assert "89-НП" in now and "89-НП" not in before


def test_what_changed_on_the_first_of_july_comes_from_the_rules(client):
    html = client.get("/en/").content.decode()

    assert "appeal instance" in html and "What changed on 1 July 2026" in html


@pytest.mark.parametrize(
    ("lang", "words"), [("kk", "Мұндай бет жоқ"), ("ru", "Такой страницы"), ("en", "no such page")]
)
def test_a_page_that_is_not_there_is_told_in_the_readers_language(client, lang, words):
    answer = client.get(f"/{lang}/no-such-page/")

    assert answer.status_code == 404 and words in answer.content.decode()


def test_a_broken_page_asks_nothing_of_the_database():
    from django.test import RequestFactory

    from atazan.portal.faults import broken

    answer = broken(RequestFactory().get("/ru/"))
    assert answer.status_code == 500 and "<main" in answer.content.decode()


def test_a_form_without_its_token_is_refused():
    answer = Client(enforce_csrf_checks=True).post("/ru/report/", {"says": "x"})

    assert answer.status_code == 403


def test_the_content_policy_allows_nothing_inline(client):
    policy = client.get("/kk/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy and "unsafe-inline" not in policy


# Rules


def test_a_rule_says_which_version_holds_on_the_day(client):
    def says(day: str) -> str:
        html = client.get(f"/en/rules/citizen.judicial_act?on={day}").content.decode()
        return html.split('class="verdict">')[1].split("</p>")[0]

    assert "appeal" not in says("2026-06-30")
    assert "appeal" in says("2026-07-01")
    assert "not in force on this day" in says("2022-12-31")


def test_a_rule_that_is_not_in_the_book_is_not_found(client):
    assert client.get("/en/rules/no.such_rule").status_code == 404


def test_two_days_are_compared_whichever_stands_first(client):
    one = client.get("/en/rules/?on=2026-06-30&and=2026-07-01").context
    other = client.get("/en/rules/?on=2026-07-01&and=30.06.2026").context

    assert one["changes"] == other["changes"]
    gone = {rule.id for rule in one["changes"].gone}
    assert "elsewhere.demand_decision" in gone


def test_a_second_day_that_cannot_be_read_is_told(client):
    assert "cannot be read as a day" in client.get("/en/rules/?and=soon").content.decode()


# Receipts and reports


def test_a_receipt_is_found_by_number_and_by_hash_and_proves_itself(client):
    checkpoint(MOMENT)
    entry = Entry.objects.get(number=5)
    for written in ("5", "№ 5", entry.hash, entry.hash[:12]):
        answer = client.get("/en/receipt/", {"no": written})
        assert entry.hash in answer.content.decode()
        assert answer.context["holds"] is True and answer.context["chained"] is True


@pytest.mark.parametrize("written", ["0", "99999999", "zzz", "abc", "'; --"])
def test_a_receipt_nobody_gave_is_told_in_words(client, written):
    answer = client.get("/en/receipt/", {"no": written})

    assert answer.status_code == 200 and "has no entry" in answer.content.decode()


def test_a_report_enters_the_journal_with_words_and_contact_sealed(client):
    answer = client.post(
        "/en/report/", {"says": "The day is wrong", "page": "/en/rules/", "contact": "a@b.kz"}
    )
    row = ErrorReport.objects.get()
    act = acts_of(f"report/{row.id}")[0]

    assert str(answer.context["receipt"].number) in answer.content.decode()
    assert act.contact.startswith("sha256:") and act.says.startswith("sha256:")
    assert (reveal(row.says), reveal(row.contact)) == ("The day is wrong", "a@b.kz")
    for receipt in (f"/en/receipt/{row.entry}.json", f"/en/receipt/?no={row.entry}"):
        assert "The day is wrong" not in client.get(receipt).content.decode()


def test_an_empty_report_is_sent_back_with_what_was_written(client):
    answer = client.post("/ru/report/", {"says": " ", "page": "/ru/about/"})

    assert answer.status_code == 422 and "/ru/about/" in answer.content.decode()
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize("page", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_a_reported_address_elsewhere_is_no_link(client, page):
    answer = client.post("/en/report/", {"says": "x", "page": page})

    assert f'href="{page}"' not in answer.content.decode()


def test_a_report_from_a_result_keeps_none_of_the_readers_answers(client):
    secret = "/ru/check/result?who=citizen&act=Secret&on=2026-07-21"
    asked = client.get("/ru/report/", {"page": secret}).context["sent"]["page"]
    client.post("/ru/report/", {"says": "x", "page": secret, "contact": ""})
    row = ErrorReport.objects.get()

    assert asked == row.page == "/ru/check/result?on=2026-07-21"
    assert "Secret" not in Entry.objects.get(number=row.entry).body


def test_another_sites_address_is_no_page_of_ours(client):
    client.post("/en/report/", {"says": "x", "page": "https://elsewhere.example/x"})

    assert ErrorReport.objects.get().page == "/"
