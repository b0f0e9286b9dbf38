"""From a citizen's guided check to a published resolution, by what each person sees and clicks."""

from __future__ import annotations

import hashlib
import io
import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from pikepdf import Pdf

from atazan.docket.guide.controls import choice
from atazan.docket.guide.questions import BY_ID
from atazan.rules.book import rules
from atazan.rules.day import day_in_astana
from tests.browser.walking import Person
from tests.test_check_pages import MAY
from tests.test_citizen_pages import IIN

pytestmark = pytest.mark.browser
LANGS = ("kk", "ru", "en")
NUMBER = re.compile(r"20[0-9]{2}-[0-9]{5,}")
TODAY = day_in_astana(datetime.now(UTC))
YESTERDAY = TODAY - timedelta(days=1)
JUDGED = TODAY - timedelta(days=30)
"""The day of the judicial act: well within the year in which one may apply."""


class Norm(NamedTuple):
    """A provision no made-up petition of the demo is about, as a reader names it.

    `extent` is how far it is held not to conform: `insofar` or, where empty, wholly.
    """

    act: str
    provision: str
    path: str
    extent: str = "insofar"


NORMS = {
    "kk": Norm("Еңбек кодексі", "52-бап", "norms/labour-code-2015/art_52"),
    "ru": Norm("Уголовный кодекс", "статья 104", "norms/criminal-code-2014/art_104"),
    "en": Norm("Land Code", "article 54", "norms/land-code-2003/art_54", extent=""),
}
STATE = {"insofar": "in_part", "": "ceased"}
"""How the provision then stands, by the extent."""
WRITTEN = {
    "essence": "draft.essence.title",
    "grounds": "draft.grounds.title",
    "request": "draft.request.title",
    "facts": "draft.facts.title",
    "remedies": "draft.remedies.title",
    "norms": "draft.norms.title",
}
NAME = "Canary Айгүл Серікқызы"


def pdf(mark):
    """A paper of one page, another one for each mark."""
    made, out = Pdf.new(), io.BytesIO()
    made.add_blank_page()
    made.docinfo["/Title"] = mark
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("lang", LANGS)
def test_from_a_citizen_to_a_published_resolution(served, browser, axe, lang):
    axe = axe if lang == "kk" else None  # the pages are the same in the other two
    citizen = Person(browser, served.url, lang, axe)
    checks(citizen, NORMS[lang])
    begins(citizen)
    citizen.leave()
    citizen = Person(browser, served.url, lang, axe)  # she goes on on another device
    citizen.become("aigul")
    resumes(citizen)
    paper = pdf(f"whole way {lang}")
    uploads(citizen, paper)
    number, code = files(citizen, paper)

    anyone = Person(browser, served.url, lang, axe)
    anyone.go(f"verify/{code}")
    anyone.look()
    assert number in anyone.page.locator("main").inner_text() and not anyone.reads(NAME)
    assert anyone.reads(hashlib.sha256(paper).hexdigest())

    court = Person(browser, served.url, lang, axe)
    registers(court, number)
    admits(court, number)
    hears(court, number)
    nothing_is_known_yet(anyone, number)
    decision = adopts(court, NORMS[lang].extent)
    publishes(court, number, NORMS[lang].extent)
    sees(anyone, number, decision, NORMS[lang])
    is_told(citizen, number, decision)
    for person in (citizen, court, anyone):
        person.leave()


def checks(person, norm):
    """The guided check, question by question, to "may apply"."""
    person.go("check/")
    person.open("check.start.begin")
    while not person.page.url.split("?")[0].endswith("/answers"):
        answers(person, person.page.url.split("?")[0].rsplit("/", 1)[1], norm)
        person.press("check.page.go_on")
    person.open("check.answers.show")
    assert person.page.title().startswith(person.says("check.verdict.may"))
    person.press("check.result.petition")


def answers(person, id, norm):
    if id == "norm":
        person.write("ask.norm.act", norm.act)
        person.write("ask.norm.provision", norm.provision)
    elif id == "adopted":
        for part, value in zip("dmy", (JUDGED.day, JUDGED.month, JUDGED.year), strict=True):
            person.page.locator(f"#adopted-{part}").fill(str(value))
    else:
        option = next(one for one in choice(BY_ID[id], None) if one.code == MAY[id])
        person.choose(option.words)


def begins(person):
    """She signs in, and the answers are still there; she writes some pages and leaves."""
    assert "/sign-in/" in person.page.url
    person.become("aigul")
    person.go("petitions/")
    person.open("mine.kept_use")
    person.press("new.with")
    assert person.page.locator("h1").inner_text() == person.says("draft.title")
    person.look()
    person.open("draft.language.title")
    person.choose(f"ask.language.{'ru' if person.lang == 'ru' else 'kk'}")
    person.press("draft.save")
    who = {"name": NAME, "iin": IIN, "address": "Canary көшесі, 1"}
    for field, words in who.items():
        person.write(f"draft.field.{field}", words)
    person.press("draft.save")
    person.write(WRITTEN["essence"], "Canary essence")
    person.press("draft.leave")


def resumes(person):
    """What was written stands there; the rest is written."""
    person.page.locator("main h3 a[href*='/petitions/draft/']").first.click()
    person.open("draft.essence.title")
    assert person.page.locator("#essence").input_value() == "Canary essence"
    for title in WRITTEN.values():
        person.write(title, f"Canary {person.lang}")
        person.press("draft.save")
    person.choose("ask.translation.not_needed")
    person.press("draft.save")


def uploads(person, paper):
    """An empty file is refused in words; the PDF beside it is kept."""
    empty = {"name": "empty.pdf", "mimeType": "application/pdf", "buffer": b""}
    whole = {"name": "акт.pdf", "mimeType": "application/pdf", "buffer": paper}
    choosing = person.page.get_by_label(person.says("draft.files.choose"))
    choosing.set_input_files([whole, empty])
    person.press("draft.files.add")
    assert person.reads(person.says("file.empty", name="empty.pdf"))
    assert person.page.locator("main ol h2").all_inner_texts() == ["акт.pdf"]
    person.look()
    person.press("draft.save")


def files(person, paper):
    """Check everything on one page and file; the number and the code of the receipt."""
    person.look()
    assert person.reads(NAME) and person.reads("акт.pdf")
    person.choose("review.truth")
    person.press("review.do")
    assert person.reads(person.says("receipt.filed"))
    person.look()
    assert person.reads(hashlib.sha256(paper).hexdigest())
    number = NUMBER.search(person.page.locator("main").inner_text())[0]
    code = person.page.locator("main a[href*='/verify/']").get_attribute("href")
    person.open("receipt.follow")
    person.look()
    return number, code.split("?")[0].rsplit("/", 1)[1]


def file_of(person, name, number):
    """As somebody at a desk, find the petition in a list there and open it."""
    person.become(name)
    person.link(person.says("dossier.number", id=number))
    assert number in person.page.locator("h1").inner_text()


def deed(person, slug, fill=None):
    """A deed from the open file: its form, what is to be sent, done."""
    do = f"deed.do.{slug}"
    person.open(do)
    if fill is not None:
        fill(person)
        person.press("deed.look")
    person.press(do)
    assert person.reads(person.says(f"deed.done.{slug}")), person.page.url


def as_offered(person):
    """The form as it opens: today, and whom the portal suggests."""


def registers(court, number):
    court.become("registry")
    court.look()
    court.link(court.says("dossier.number", id=number))
    court.look()
    assert court.reads(NAME)
    deed(court, "petition-registered")


def admits(court, number):
    """A judge studies it, three judges vote, the Chair admits it."""
    file_of(court, "chair", number)
    chosen = []
    deed(court, "petition-assigned", lambda one: chosen.extend(names_judges(one, 1, chair=False)))
    file_of(court, chosen[0], number)
    deed(court, "study-reported", reports)
    file_of(court, "chair", number)
    deed(court, "admission-convened", lambda one: chosen.extend(names_session(one, 3)))
    vote(court, number, chosen[1:])
    deed(court, "petition-admitted", as_offered)
    file_of(court, "secretary", number)
    deed(court, "participants-notified", as_offered)


def reports(person):
    person.choose("deed.proposal.admit")
    person.write("deed.f.report", "Canary report")


def names_judges(person, number, chair=True):
    """Tick so many judges, the Chair among them or not; their accounts, the Chair first."""
    seats = person.page.locator(".picks .pick")
    chairs = seats.filter(has=person.page.get_by_text(person.says("court.chair"), exact=True))
    first = chairs.locator("input").get_attribute("value")
    able = [one.get_attribute("value") for one in seats.locator("input:enabled").all()]
    others = [one for one in able if one != first]
    judges = ([first] if chair else []) + others[: number - chair]
    for one in able:
        seats.locator(f"input[value='{one}']").set_checked(one in judges)
    return ["chair" if one == first else one for one in judges]


def names_session(person, number):
    """So many judges sit today, the Chair presides."""
    form = {3: "panel_of_three", 5: "panel_of_five"}[number]
    person.choose(f"deed.form.{form}")
    judges = names_judges(person, number)
    chair = person.page.locator(".picks input:checked").first.get_attribute("value")
    person.page.get_by_label(person.says("deed.f.presiding")).select_option(chair)
    assert person.page.locator("#sits_on").input_value() == TODAY.strftime("%d.%m.%Y")
    return judges


def vote(court, number, judges):
    """The judges vote one by one; the Chair is told to wait, and votes last.

    It begins and ends with the Chair at the file.
    """
    panel = court.page.locator("section[aria-labelledby=now]").inner_text()
    assert court.says("dossier.not_yet") in panel
    assert court.says("docket.no.chair_last", who="").partition(":")[0] in panel
    assert not any(judge in panel for judge in judges[1:])  # by name, not by account
    main = court.page.locator("main")
    assert main.get_by_role("link", name=court.says("deed.do.vote-cast")).count() == 0
    votes_unseen(court, number, judges[2:])
    for judge in (judges[1], judges[0]):
        file_of(court, judge, number)
        deed(court, "vote-cast", votes)


def votes(person):
    person.choose("deed.vote.for")
    person.look()


def votes_unseen(court, number, judges):
    """Judges vote by the same form and with the same rights, without drawing each page."""
    path, token = f"desk/cases/{number}/vote-cast", court.token()
    for judge in judges:
        assert court.send("demo/", name=judge, csrfmiddlewaretoken=token).status == 302
        form = court.fetch(f"/{court.lang}/{path}").text()
        token, seen = (held(form, name) for name in ("csrfmiddlewaretoken", "_seen"))
        told = {"csrfmiddlewaretoken": token, "_seen": seen, "_step": "send", "vote": "for"}
        assert court.send(path, **told).status == 303, judge


def held(form, name):
    """What a hidden field of a page holds."""
    return re.search(f'name="{name}" value="([^"]+)"', form)[1]


def hears(court, number):
    """A rapporteur is named, five judges sit the same day, and retire."""
    file_of(court, "chair", number)
    deed(court, "rapporteur-appointed", as_offered)
    five = []
    deed(court, "hearing-convened", lambda one: five.extend(names_session(one, 5)))
    file_of(court, "secretary", number)
    deed(court, "minutes-kept", lambda one: one.write("deed.f.text", "Canary minutes"))
    file_of(court, "chair", number)
    deed(court, "judges-retired", as_offered)
    vote(court, number, five)


def nothing_is_known_yet(anyone, number):
    anyone.go(f"cases/{number}")
    anyone.fits()
    assert not anyone.reads(NAME)
    assert anyone.page.get_by_role("link", name=anyone.says("cases.decision")).count() == 0


def adopts(court, extent):
    """The Chair writes the resolution and adopts it; its key."""
    court.open("deed.do.resolution-adopted")
    page = court.page
    for lang in LANGS:
        page.locator(f"#title_{lang}").fill(f"Whole way {court.lang} {lang}")
        page.locator(f"#subject_{lang}").fill(f"Walked in {court.lang}, told in {lang}")
    page.get_by_label(outcome(court)).check()
    if extent:
        says_how_far(court, extent)
    for lang in LANGS:
        page.locator(f"#asks_{lang}").fill(f"measures {court.lang} {lang}")
    court.choose("decisions.f.measures")
    court.write("decisions.f.text_kk", "Бірінші абзац.\n\nЕкінші абзац.")
    court.write("decisions.f.text_ru", "Первый абзац.\n\nВторой абзац.")
    court.look()
    court.press("decisions.desk.preview_do")
    court.fits()
    court.press("decisions.desk.adopt_do")
    assert "/desk/publications/" in page.url
    return page.url.split("?")[0].rsplit("/", 1)[1]


def says_how_far(court, extent):
    court.page.get_by_label(court.says("decisions.f.scope")).select_option(extent)
    court.page.get_by_text(court.says("decisions.desk.extent_open")).click()
    for lang in LANGS:
        court.page.locator(f"#h1_extent_{lang}").fill(f"insofar {court.lang} {lang}")


def outcome(court):
    title = rules().on(TODAY)["outcome.does_not_conform"].title.says(court.lang)
    return re.compile("^" + re.escape(title))


def publishes(court, number, extent):
    """The publisher publishes in both languages; the registry sends the resolution."""
    court.become("publisher")
    court.go("desk/publications/")
    court.look()
    row = court.page.locator("tr", has_text=court.says("dossier.number", id=number))
    row.get_by_role("link").first.click()
    court.fits()
    court.press("decisions.pub.do")
    assert court.reads(f"Whole way {court.lang}")
    assert court.reads(court.says(f"law.mark.{STATE[extent]}"))
    court.fits()
    file_of(court, "secretary", number)
    deed(court, "resolution-served", as_offered)
    court.look()


def sees(anyone, number, decision, norm):
    """The case leads to the decision, with both texts and papers; the provision stands anew."""
    lang = anyone.lang
    anyone.go("cases/")
    anyone.look()
    anyone.go(f"cases/{number}")
    anyone.look()
    anyone.open("cases.decision")
    anyone.look()
    assert anyone.page.url.split("?")[0].endswith(f"/{lang}/decisions/{decision}")
    for words in ("Бірінші абзац.", "Второй абзац.", f"measures {lang} {lang}"):
        assert anyone.reads(words), words
    assert not anyone.reads(NAME)
    for key in ("decisions.pdf_kk", "decisions.pdf_ru"):
        paper = anyone.page.get_by_role("link", name=anyone.says(key), exact=True)
        answer = anyone.fetch(paper.get_attribute("href"))
        assert answer.status == 200 and answer.body().startswith(b"%PDF")
    anyone.go(norm.path)
    anyone.fits()
    state = f"law.mark.{STATE[norm.extent]}"
    assert anyone.says(state) in anyone.page.locator("main .title").inner_text()
    anyone.go(f"{norm.path}?on={YESTERDAY}")
    assert anyone.says("law.mark.not_said") in anyone.page.locator("main .title").inner_text()


def is_told(citizen, number, decision):
    """The tracker leads to the published resolution."""
    citizen.go(f"petitions/{number}")
    citizen.fits()
    citizen.open("tracker.resolution")
    assert citizen.page.url.split("?")[0].endswith(f"/decisions/{decision}")
