"""The guided check "may I apply?" over HTTP, in three languages and on days of three eras."""

import json
import re
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import Group, User

from atazan.docket.guide.controls import choice
from atazan.docket.guide.questions import QUESTIONS
from atazan.rules.words import all_words, phrase

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LANGS = ("kk", "ru", "en")
DAY = "2026-07-21"
NORM = {"act": "Тұрғын үй қатынастары туралы заң", "provision": "98-бап, 1-тармақ"}
MAY = {
    "who": "citizen",
    "by": "self",
    **NORM,
    "status": "in_force",
    "asks": "law",
    "applied": "yes",
    "affects": "yes",
    "took-part": "yes",
    "whose": "own",
    "signs": "yes",
    "appeal": "yes",
    "adopted": "2025-09-18",
    "decided": "no",
    "ended": "no",
    "returned": "no",
    "stage": "preparing",
    "written": "no",
}
WRITTEN = {
    **MAY,
    "written": "yes",
    "form": "electronic",
    "signed": "yes",
    "eds": "yes",
    "language": "kk",
    "translation": "not_needed",
    "contents": "c01-court-name,c02-applicant-id",
    "attachments": "none",
}
IN_2024 = {
    **{name: value for name, value in MAY.items() if name not in ("signs", "appeal", "affects")},
    "judgment": "pending",
    "reading": "no",
    "imperative": "yes",
    "written": "yes",
    "form": "written",
    "signed": "yes",
    "language": "ru",
    "translation": "not_needed",
    "fee": "unpaid",
    "contents": "unknown",
    "attachments": "unknown",
}
RETURNED = {
    **MAY,
    "returned": "yes",
    "first-filed": "2026-07-02",
    "notice": "2026-07-08",
    "grounds": "sr2-form-content",
}


def told(answers, **changed):
    """These answers with some changed; None leaves one out."""
    return {name: value for name, value in {**answers, **changed}.items() if value is not None}


def result(client, answers, lang="ru", on=DAY):
    return client.get(f"/{lang}/check/result", {**answers, "on": on})


def text(answer):
    html = answer.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", main)).replace("\u00a0", " ")


def said(key, lang="ru", **facts):
    return phrase(key, lang, facts).replace("\u00a0", " ")


def heading(answer):
    html = answer.content.decode()
    return re.search(r"<h1>(.*?)</h1>", html, re.S)[1].replace("\u00a0", " ")


def form(question, answers):
    """The fields a browser would send."""
    if question.kind == "norm":
        return {name: answers[name] for name in question.fields if name in answers}
    value = answers[question.id]
    if question.kind == "ticks":
        return {"unknown": "yes"} if value == "unknown" else {question.id: value.split(",")}
    if question.kind == "day":
        year, month, day = value.split("-")
        parts = (("d", day), ("m", month), ("y", year))
        return {f"{question.id}-{part}": number for part, number in parts}
    return {question.id: value}


def walk(client, answers, lang, on=DAY):
    """Answer every question the check asks; the ids asked, and the address it ends at."""
    asked, url = [], f"/{lang}/check/who?on={on}"
    by_id = {question.id: question for question in QUESTIONS}
    while "/check/answers" not in url:
        assert client.get(url).status_code == 200
        id = url.split("?")[0].rsplit("/", 1)[1]
        asked.append(id)
        answer = client.post(url, form(by_id[id], answers))
        assert answer.status_code == 302, text(answer)
        url = answer.headers["Location"]
    return asked, url


# Words


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_every_question_has_its_words(question):
    names = {"short", "title"}
    names |= {"empty", "future"} if question.kind == "day" else set()
    wanted = {f"ask.{question.id}.{name}" for name in names}
    wanted |= {option.words for option in choice(question, None)}
    wanted |= {f"check.bad.before.{other}" for other in question.after}

    assert wanted <= set(all_words())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "page",
    [
        "check/",
        "check/?on=2024-05-01",
        "check/?on=2021-05-01",
        "check/?on=1993-05-01",
        "check/bodies",
        "check/who",
        f"check/result?{urlencode(MAY)}&on={DAY}",
        f"check/result?{urlencode(MAY)}&on={DAY}&print=yes",
        f"check/result?{urlencode(WRITTEN)}&on={DAY}",
        f"check/result?{urlencode(IN_2024)}&on=2024-05-01",
    ],
)
def test_every_page_opens_with_all_its_words(client, lang, page):
    answer = client.get(f"/{lang}/{page}")
    html = answer.content.decode()

    assert answer.status_code == 200
    assert not re.search(r">[^<]*\b(ask|check)\.[a-z-]+\.[a-z_]+", html)
    assert "<script" not in html and "style=" not in html


# The route


@pytest.mark.parametrize("lang", LANGS)
def test_a_whole_route_leads_to_the_answer_in_every_language(client, lang):
    asked, url = walk(client, MAY, lang)

    review = client.get(url)
    link = re.search(rf'href="(/{lang}/check/result[^"]+)"', review.content.decode())[1]
    answer = client.get(link.replace("&amp;", "&"))

    assert asked[:3] == ["who", "by", "norm"] and asked[-1] == "written"
    assert heading(answer) == said("check.verdict.may", lang)
    assert f"<title>{phrase('check.verdict.may', lang)}" in answer.content.decode()
    assert "59" in text(answer)  # days left on 21 July until 18 September 2026


@pytest.mark.parametrize("lang", LANGS)
def test_with_a_written_petition_its_papers_are_asked_too(client, lang):
    asked, _ = walk(client, WRITTEN, lang)

    wanted = ["form", "signed", "eds", "language", "translation", "contents", "attachments"]
    assert asked[-7:] == wanted


def test_the_rules_of_2024_ask_for_the_exceptions_and_the_fee(client):
    asked, _ = walk(client, IN_2024, "ru", on="2024-05-01")

    assert {"judgment", "reading", "imperative", "fee"} <= set(asked)
    assert not {"appeal", "signs", "affects"} & set(asked)


def test_the_rules_of_2026_ask_for_none_of_them(client):
    asked, _ = walk(client, WRITTEN, "ru")

    assert not {"judgment", "reading", "imperative", "fee"} & set(asked)


def test_only_a_citizen_is_asked_further(client):
    asked, _ = walk(client, {"who": "foreigner"}, "ru")
    answer = result(client, {"who": "foreigner"})

    assert asked == ["who"]
    assert heading(answer) == said("check.verdict.may_not")
    assert said("check.result.elsewhere") in text(answer)


def test_on_a_day_of_the_council_citizens_could_not_apply(client):
    answer = client.get("/ru/check/", {"on": "2021-05-01"})
    question = client.get("/ru/check/norm", {"on": "2021-05-01"})

    assert heading(answer) == said("check.nobody.title")
    assert "1 января 2023 г." in text(answer)
    assert question.headers["Location"] == "/ru/check/?on=2021-05-01"


def test_a_question_further_on_leads_back_to_the_first_open_one(client):
    answer = client.get("/ru/check/adopted", {"on": DAY})

    assert answer.headers["Location"] == f"/ru/check/who?on={DAY}"


def test_a_changed_answer_drops_what_hung_on_it(client):
    walk(client, MAY, "ru")
    client.post(f"/ru/check/appeal?on={DAY}", {"appeal": "none"})

    assert said("ask.adopted.short") not in text(client.get(f"/ru/check/answers?on={DAY}"))


def test_answers_are_forgotten_on_request(client):
    walk(client, MAY, "ru")
    client.post("/ru/check/again")

    assert client.get(f"/ru/check/answers?on={DAY}").headers["Location"] == f"/ru/check/?on={DAY}"


@pytest.mark.parametrize("cookie", ["", "nonsense", "eyJ3aG8iOiJjaXRpemVuIn0:1:forged"])
def test_a_cookie_that_is_not_ours_counts_for_nothing(client, cookie):
    client.cookies["check"] = cookie

    assert client.get("/ru/check/").status_code == 200
    assert client.get(f"/ru/check/norm?on={DAY}").headers["Location"].startswith("/ru/check/who")


# What cannot be


@pytest.mark.parametrize("lang", LANGS)
def test_a_day_still_ahead_is_refused_with_the_same_words_above_and_at_the_field(client, lang):
    before = told(MAY, adopted=None)
    client.get(f"/{lang}/check/answers", {**before, "on": DAY})
    sent = {"adopted-d": "18", "adopted-m": "9", "adopted-y": "2027"}
    answer = client.post(f"/{lang}/check/adopted?on={DAY}", sent)
    words = answer.content.decode().count('<time datetime="2027-09-18">')

    assert answer.status_code == 422
    assert 'href="#adopted-y"' in answer.content.decode()
    assert answer.content.decode().count('aria-invalid="true"') == 1
    assert words == 2 or text(answer).count("2027") >= 2


@pytest.mark.parametrize(
    ("day", "month", "year", "words"),
    [
        ("", "", "", "День судебного акта не указан"),
        ("31", "2", "2025", "31.02.2025"),
        ("18", "сентября", "2025", "Месяц «сентября»"),
        ("18", "9", "", "Год «»"),
        ("3", "3", "2019", "По этому акту обратиться нельзя"),
    ],
)
def test_a_day_that_cannot_be_is_told_with_its_value(client, day, month, year, words):
    client.get("/ru/check/answers", {**told(MAY, adopted=None), "on": DAY})
    sent = {"adopted-d": day, "adopted-m": month, "adopted-y": year}
    answer = client.post(f"/ru/check/adopted?on={DAY}", sent)

    assert answer.status_code == 422
    assert words in text(answer)


def test_an_act_without_a_provision_is_told_at_once(client):
    client.get("/ru/check/answers", {"who": "citizen", "by": "self", "on": DAY})
    answer = client.post(f"/ru/check/norm?on={DAY}", {"act": "УК", "provision": " "})

    assert answer.status_code == 422
    assert "Статья не указана" in text(answer)


def test_a_filing_before_the_judgment_is_told(client):
    answers = told(MAY, stage="filed", written=None, **{"filed-on": "2025-09-01"})
    answer = result(client, answers)

    assert answer.status_code == 422
    assert "раньше дня судебного акта" in text(answer)


@pytest.mark.parametrize(
    ("name", "value"),
    [("who", "martian"), ("appeal", "<b>"), ("adopted", "18.09.2025"), ("stage", "unknown")],
)
def test_an_answer_in_a_link_that_is_none_is_refused_and_named(client, name, value):
    answer = result(client, told(MAY, **{name: value}))

    assert answer.status_code == 422
    assert f"/ru/check/{name}" in answer.content.decode()
    assert "<b>" not in re.search(r'class="err".*?</ul>', answer.content.decode(), re.S)[0]


# The answer


@pytest.mark.parametrize(
    ("on", "verdict"),
    [("2026-09-17", "may"), ("2026-09-18", "may"), ("2026-09-19", "may_not")],
)
def test_the_last_day_is_the_same_day_a_year_on_and_counts(client, on, verdict):
    assert heading(result(client, MAY, on=on)) == said(f"check.verdict.{verdict}")


@pytest.mark.parametrize("lang", LANGS)
def test_the_result_shows_how_the_last_day_was_counted(client, lang):
    shown = text(result(client, MAY, lang))

    assert said("check.result.how", lang) in shown
    assert "18.09.2025" in shown and "18.09.2026" in shown
    assert said("check.result.never", lang) in shown  # neither suspended nor prolonged


@pytest.mark.parametrize("lang", LANGS)
def test_a_judgment_of_the_first_instance_is_not_enough_since_july_2026(client, lang):
    answer = result(client, told(MAY, appeal="first", adopted=None), lang)

    assert heading(answer) == said("check.verdict.may_not", lang)
    assert said("check.judicial_act.not_appeal", lang) in text(answer)
    assert said("check.result.elsewhere", lang) in text(answer)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_known_is_named_and_nothing_is_promised(client, lang):
    answer = result(client, told(MAY, appeal="unknown", adopted=None), lang)

    assert heading(answer) == said("check.verdict.open", lang)
    assert said("missing.case.judicial_acts", lang) in text(answer)


def test_a_missing_answer_leads_to_its_question_also_from_a_saved_link(client):
    html = result(client, told(MAY, appeal="unknown", adopted=None)).content.decode()
    link = re.search(r'href="([^"]+then=appeal)"', html)[1].replace("&amp;", "&")

    assert client.get(link).headers["Location"] == f"/ru/check/appeal?on={DAY}"
    assert client.get(f"/ru/check/appeal?on={DAY}").status_code == 200


@pytest.mark.parametrize("lang", LANGS)
def test_a_petition_that_lacks_papers_may_be_filed_once_they_are_added(client, lang):
    answer = result(client, WRITTEN, lang)

    assert heading(answer) == said("check.verdict.may_after", lang)
    assert said("check.result.lacking_papers", lang, n=7) in text(answer)


def test_a_corrected_petition_keeps_its_first_day(client):
    filed = told(RETURNED, stage="filed", written=None, **{"filed-on": "2026-08-08"})
    late = {**filed, "filed-on": "2026-08-09"}
    kept = text(result(client, {**filed, "adopted": "2025-07-02"}, on="2026-08-20"))
    lost = result(client, {**late, "adopted": "2025-07-02"}, on="2026-08-20")

    assert "Считается поданным 2 июля 2026 г." in kept
    assert heading(lost) == said("check.verdict.filed.may_not")


def test_while_the_window_runs_the_last_day_is_that_of_the_window(client):
    answer = result(client, {**RETURNED, "adopted": "2025-07-10"}, on="2026-07-21")

    assert heading(answer) == said("check.verdict.may")
    assert "Последний день — 8 августа 2026 г., суббота." in text(answer)


def test_an_admitted_petition_shows_when_the_decision_is_due(client):
    answers = told(
        MAY,
        stage="admitted",
        written=None,
        **{"filed-on": "2026-07-02", "admitted-on": "2026-07-16"},
    )
    answer = result(client, answers)

    assert heading(answer) == said("check.verdict.admitted")
    assert "16 октября 2026 г., пятница" in text(answer)


def test_a_petition_of_the_spring_waits_for_its_author_after_1_july_2026(client):
    answers = told(MAY, stage="filed", written=None, **{"filed-on": "2026-06-01"})
    asked = text(result(client, {**answers, "adapted": "unknown"}))

    assert "ещё не приведено в соответствие с новой Конституцией" in asked


def test_the_same_answer_is_given_as_data(client):
    answer = client.get("/ru/check/result.json", {**MAY, "on": DAY})
    data = json.loads(answer.content)

    assert data["outcome"] == "admissible"
    assert data["last_day_to_file"] == "2026-09-18"


def test_bad_answers_are_refused_as_data_too(client):
    answer = client.get("/en/check/result.json", {**MAY, "who": "martian", "on": DAY})

    assert answer.status_code == 422
    assert "martian" in json.loads(answer.content)["problems"][0]["says"]


# The register


@pytest.mark.parametrize("lang", LANGS)
def test_the_rulings_on_the_very_provision_are_shown(client, lang):
    until = told(MAY, act="УПК", provision="342(3)", decided=None)
    client.get(f"/{lang}/check/answers", {**until, "on": DAY})
    html = client.get(f"/{lang}/check/decided?on={DAY}").content.decode()

    assert "decisions/cc-2026-085" in html


def test_a_provision_the_court_struck_down_is_marked_as_no_longer_in_force(client):
    norm = {"act": "Уголовный кодекс РК", "provision": "статья 72, часть 8, подпункт 1)"}
    client.get("/ru/check/answers", {"who": "citizen", "by": "self", **norm, "on": DAY})
    html = client.get(f"/ru/check/status?on={DAY}").content.decode()

    assert re.search(r'value="lost_force" checked', html)


def test_an_act_the_register_does_not_know_is_asked_about(client):
    asked, _ = walk(client, told(MAY, act="Приказ № 999", kind="normative"), "ru")

    assert "kind" in asked
    before = told(MAY, act="Приказ № 999", kind="normative", decided=None)
    client.get("/ru/check/answers", {**before, "on": DAY})
    assert said("check.norm.no_work") in text(client.get(f"/ru/check/decided?on={DAY}"))


# The registry's desk

PETITION = """
applicant: {capacity: citizen}
challenged: [{act: Закон о жилищных отношениях, provision: статья 98, kind: normative}]
case: {norm_applied: true, judicial_acts: [{instance: first, adopted_on: 2025-09-18}]}
stage: filed
events: {filed_on: 2026-07-02}
"""


@pytest.fixture
def registry(client):
    user = User.objects.create_user("registrar")
    user.groups.add(Group.objects.get_or_create(name="registry")[0])
    client.force_login(user)
    return client


def test_the_desk_is_for_the_registry(client):
    assert client.get("/ru/desk/check/").status_code == 302
    client.force_login(User.objects.create_user("reader"))
    assert client.get("/ru/desk/check/").status_code == 403


@pytest.mark.parametrize("lang", LANGS)
def test_the_desk_names_each_ground_by_its_id(registry, lang):
    answer = registry.post(f"/{lang}/desk/check/?on={DAY}", {"petition": PETITION})

    assert answer.status_code == 200
    assert "sr5-conditions" in text(answer) and "citizen.judicial_act" in text(answer)
    assert said("outcome.returned_by_staff", lang) in text(answer)


def test_the_desk_gives_the_answer_as_a_file(registry):
    sent = {"petition": PETITION, "format": "json"}
    answer = registry.post(f"/ru/desk/check/?on={DAY}", sent)

    assert "attachment" in answer.headers["Content-Disposition"]
    assert json.loads(answer.content)["grounds"][0]["id"] == "sr5-conditions"


@pytest.mark.parametrize(
    ("petition", "words"),
    [
        ("", "Данных обращения нет"),
        ("{oops", "JSON"),
        ("a: [", "YAML"),
        ("applicant: {capacity: citizen}", "Не указана оспариваемая норма"),
    ],
)
def test_the_desk_says_what_cannot_be_read(registry, petition, words):
    answer = registry.post(f"/ru/desk/check/?on={DAY}", {"petition": petition})

    assert answer.status_code == 422
    assert words in text(answer)
