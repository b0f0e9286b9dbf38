"""Pages in a real browser: axe finds nothing, nothing runs over the edge, the policy is kept.

The pages are rendered first and then served to the browser from memory: no server, no network.
"""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.staticfiles import finders

from tests.conftest import chromium

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PUBLIC = (
    "",
    "?on=30.06.2026",
    "rules/",
    "rules/?on=2026-06-30&and=2026-07-01",
    "rules/topic/standing",
    "rules/citizen.judicial_act",
    "about/",
    "marks/",
    "doubts/",
    "rights/",
    "receipt/?no=1",
    "report/",
    "sign-in/",
    "nothing-here",
    "offices/constitutional_court_chair?on=2024-05-01",
    "people/azimova",
    "sittings/senate-2022-12-29",
    "norms/cl-court-2022/art_45__para_2",
    "norms/concordance?kind=new",
    "decisions/cc-2026-088",
    "referendums/ref-2022",
    "associations/aacc?on=2019-11-04",
    "record/seed-001",
    "figures/",
)
DESK = ("desk/", "desk/record/", "desk/record/office.taken/1", "desk/streams/person/azimova")
HOST = "http://atazan.test"
VIOLATIONS = (
    "axe.run({resultTypes: ['violations']})"
    ".then(found => found.violations.map(v => v.id + ' ' + v.nodes[0].html))"
)
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def rendered(client, paths):
    found = {}
    for path in paths:
        answer = client.get(path)
        found[HOST + path] = (answer.status_code, dict(answer.headers), answer.content)
    return found


def serve(pages):
    def answer(route):
        url = route.request.url
        if url in pages:
            status, headers, body = pages[url]
            route.fulfill(status=status, headers=headers, body=body)
            return
        path = finders.find(url.removeprefix(HOST + "/static/"))
        route.fulfill(path=path) if path else route.fulfill(status=404)

    return answer


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(client, lang):
    from playwright.sync_api import sync_playwright

    pages = rendered(client, [f"/{lang}/{page}" for page in PUBLIC])
    user = User.objects.create_user("keeper")
    user.groups.add(Group.objects.get_or_create(name="chief_curator")[0])
    client.force_login(user)
    pages |= rendered(client, [f"/{lang}/{page}" for page in DESK])
    wrong = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for width in (1280,) if lang == "ru" else (320,):
            context = browser.new_context(viewport={"width": width, "height": 800})
            page = context.new_page()
            said: list[str] = []
            page.on("console", lambda message, said=said: said.append(message.text))
            page.route("**/*", serve(pages))
            for place, url in enumerate(pages):
                said.clear()
                page.goto(url)
                over = page.evaluate(OVER)
                refused = [one for one in said if "Content Security Policy" in one]
                found = [*refused]
                if place % 3 == ("kk", "ru", "en").index(lang):  # each page in one language
                    page.evaluate(AXE.read_text("utf-8"))
                    found += page.evaluate(VIOLATIONS)
                if found or over > 0:
                    wrong.append((width, url, over, found))
        browser.close()
    assert wrong == []
