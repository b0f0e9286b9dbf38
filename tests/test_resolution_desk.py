"""The resolution: drafted and adopted at the desk, published, and what everybody then sees."""

from datetime import date, timedelta

import msgspec
import pytest
from django.contrib.auth.models import Group, User

from atazan.decisions import drafting
from atazan.decisions.acts import DutyMet, Holding
from atazan.decisions.models import Decision, DraftResolution
from atazan.decisions.publish import publish
from atazan.institutions.bench import bench
from atazan.journal.problems import BadAct, NotPermitted
from atazan.journal.record import record, version_of
from atazan.journal.replay import replay
from atazan.law.queries import standing
from atazan.law.review import under_review
from atazan.portal.models import Profile
from atazan.rules.text import Text
from tests.docket_way import NORM, Way, at, by

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)
CANARY = "Canary holding"


@pytest.fixture(autouse=True)
def demo(settings):
    settings.ATAZAN_DEMO = True


def signed_in(client, role):
    user, _ = User.objects.get_or_create(username=f"a-{role}")
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    if role in ("chair", "judge"):  # both sat in the case
        person = bench(DAY).judges[role == "judge"].person
        Profile.objects.update_or_create(user=user, defaults={"person": person})
    client.force_login(user)
    return client


def voted(day=DAY):
    return Way(day).admitted().in_session().retired().vote()


def written(**more):
    told = {
        "number": "901-НП",
        "number_kk": "901-НҚ",
        "h1_outcome": "does_not_conform",
        "measures": "yes",
        "constitution": "13(2)\n17-бап 1-тармақ",
        "text_kk": f"Бірінші абзац {CANARY}.\n\nЕкінші абзац.",
        "text_ru": f"Первый абзац {CANARY}.\n\nВторой абзац.",
        **{f"title_{lang}": f"{CANARY} {lang}" for lang in ("kk", "ru", "en")},
        **{f"subject_{lang}": f"{CANARY} subject {lang}" for lang in ("kk", "ru", "en")},
        **{f"asks_{lang}": f"{CANARY} measures {lang}" for lang in ("kk", "ru", "en")},
    }
    return told | more


def desk(way):
    return f"/ru/desk/cases/{way.id}/resolution"


def saved(client, way, **more):
    version = drafting.draft(way.id).version
    return client.post(desk(way), written(version=version, **more))


def adopt(client, way):
    facts = {"version": drafting.draft(way.id).version, "seen": version_of(f"petition/{way.id}")}
    return client.post(f"{desk(way)}/adopt", facts)


def text(answer):
    return answer.content.decode()


def test_a_resolution_is_drafted_looked_at_and_adopted(client):
    way = voted()
    signed_in(client, "secretary")

    assert "901-НП" not in text(client.get(desk(way)))
    assert saved(client, way, do="save").status_code == 302
    assert CANARY in text(client.get(desk(way)))
    assert "Второй абзац" in text(client.get(f"{desk(way)}/preview"))
    assert client.get(f"{desk(way)}/draft-kk.pdf").content.startswith(b"%PDF")
    assert adopt(client, way).headers["Location"].endswith("/desk/publications/cc-2026-901")
    assert way.row.step == "decided" and not DraftResolution.objects.exists()


def test_the_number_that_follows_the_last_one_is_suggested():
    last = Decision.objects.filter(body="constitutional_court", number__endswith="-НП")
    digits = max(int(one.split("-")[0]) for one in last.values_list("number", flat=True))

    assert drafting.suggested() == {"number": f"{digits + 1}-НП", "number_kk": f"{digits + 1}-НҚ"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"h1_outcome": ""}, "h1_outcome"),
        ({"h1_outcome": "official_interpretation"}, "h1_outcome"),
        ({"h1_outcome": "conforms_as_interpreted"}, "h1_reading_kk"),
        ({"h1_outcome": "conforms", "h1_since": "01.12.2026"}, "h1_since"),
        ({"h1_since": "soon"}, "h1_since"),
        ({"title_en": ""}, "title_en"),
        ({"number": "88-НП"}, "number"),
        ({"number": "next"}, "number"),
        ({"text_ru": "Один абзац."}, "text_kk"),
        ({"term": "01.01.2026"}, "term"),
        ({"constitution": "everything"}, "constitution"),
    ],
)
def test_a_refusal_stands_at_its_field_and_nothing_is_lost(client, change, field):
    way = voted()
    signed_in(client, "chair")
    saved(client, way, do="preview", **change)
    answer = adopt(client, way)

    assert answer.status_code == 422, text(answer)[:2000]
    assert f'href="#{field}"' in text(answer)
    assert CANARY in text(answer) and way.row.step == "deliberation"


def test_another_who_saved_meanwhile_is_not_overwritten_in_silence(client):
    way = voted()
    signed_in(client, "chair")
    saved(client, way, do="save")
    answer = client.post(desk(way), written(version=0, title_ru="Моё название"))

    assert answer.status_code == 409
    assert "Моё название" in text(answer) and f"{CANARY} ru" in text(answer)
    assert drafting.draft(way.id).content["title_ru"] == f"{CANARY} ru"


def test_only_chair_and_secretary_draft(client):
    way = voted()
    assert client.get(desk(way)).status_code == 302
    for role in ("citizen", "judge", "registry", "publisher", "auditor", "admin"):
        assert signed_in(client, role).get(desk(way)).status_code == 403, role


def test_before_the_vote_a_draft_may_be_written_but_not_adopted(client):
    way = Way(DAY).admitted().in_session().retired()
    signed_in(client, "chair")
    saved(client, way, do="preview")

    assert adopt(client, way).status_code == 422
    assert way.row.step == "deliberation"


def test_each_provision_needs_a_holding_and_no_other_may_have_one():
    way = voted()
    other = Holding(work=NORM.work, provisions=("art_152",), outcome="conforms")
    mine = Holding(work=NORM.work, provisions=(NORM.provision,), outcome="conforms")
    for holdings in ((), (other,), (mine, other)):
        with pytest.raises(NotPermitted):
            way.adopt(holdings=holdings)
    way.adopt(holdings=(mine,))
    assert way.row.step == "decided"


PUBLIC = ("decisions/", f"norms/{NORM.work}/{NORM.provision}", "", "cases/")


def test_what_is_not_published_is_nowhere(client):
    way = voted()
    words = Text(kk=CANARY, ru=CANARY, en=CANARY)
    way.adopt(title=words, subject=words, asks_measures=words, number="902-НП", number_kk="902-НҚ")
    id = str(way.row.decision)
    pages = [*PUBLIC, f"cases/{way.id}", f"norms/?q={id}", "norms/?q=902-НП"]
    for role in (None, "citizen", "admin", "auditor"):
        if role:
            signed_in(client, role)
        for page in pages:
            for form in ("", "json"):
                told = text(client.get(f"/ru/{page}", {"format": form} if form else {}))
                assert CANARY not in told and f"decisions/{id}" not in told, (role, page)
        assert client.get(f"/ru/decisions/{id}").status_code == 404
        assert client.get(f"/ru/decisions/{id}/resolution-kk.pdf").status_code == 404
    assert Decision.objects.filter(pk=id).count() == 0


def test_the_bench_reads_the_paper_before_it_is_published_and_all_after(client):
    way = voted()
    way.adopt()
    path = f"/ru/decisions/{way.row.decision}/resolution-ru.pdf"
    for role in ("judge", "publisher"):
        assert signed_in(client, role).get(path).content.startswith(b"%PDF"), role
    first = client.get(path).content
    client.logout()
    assert client.get(path).status_code == 404
    publish_now(way)
    assert client.get(path).content == first == client.get(path).content


def publish_now(way):
    way.day += timedelta(days=1)
    seen = version_of(f"petition/{way.id}")
    publish(str(way.row.decision), by=by("publisher"), at=at(way.day), seen=seen)


def test_the_publisher_publishes_and_sees_what_happened(client):
    way = voted()
    way.adopt()
    id = str(way.row.decision)
    signed_in(client, "publisher")
    assert id in text(client.get("/ru/desk/publications/"))
    before = text(client.get(f"/ru/desk/publications/{id}"))
    assert "Опубликовать на казахском и русском" in before
    seen = version_of(f"petition/{way.id}")
    assert client.post(f"/ru/desk/publications/{id}", {"seen": seen}).status_code == 302
    after = text(client.get(f"/ru/desk/publications/{id}"))
    assert "Что произошло" in after and "прекратило действие" in after
    assert client.post(f"/ru/desk/publications/{id}", {"seen": seen}).status_code == 409


def test_only_the_publisher_publishes(client):
    way = voted()
    way.adopt()
    path = f"/ru/desk/publications/{way.row.decision}"
    seen = version_of(f"petition/{way.id}")
    for role in ("chair", "judge", "secretary", "citizen"):
        assert signed_in(client, role).post(path, {"seen": seen}).status_code == 403, role
    assert way.row.step == "decided"


def test_published_the_provision_stands_so_from_the_day_of_adoption(client):
    way = Way(DAY).published()
    decided = date.fromisoformat(str(way.row.decided_on))
    page = f"/ru/norms/{NORM.work}/{NORM.provision}"
    day_before = text(client.get(page, {"on": (decided - timedelta(days=1)).isoformat()}))
    same_day = text(client.get(page, {"on": decided.isoformat()}))

    assert "Суд проверяет эту норму" in day_before
    assert "прекратило действие" in same_day and "Суд проверяет эту норму" not in same_day
    assert f"/ru/decisions/{way.row.decision}" in same_day
    assert f"/ru/decisions/{way.row.decision}" in text(client.get("/ru/decisions/"))


def test_a_later_day_of_effect_is_awaited_until_it_comes():
    way = voted()
    decided, later = way.day, way.day + timedelta(days=30)
    held = Holding(
        work=NORM.work,
        provisions=(NORM.provision,),
        outcome="does_not_conform",
        since=later.isoformat(),
    )
    way.adopt(holdings=(held,))
    publish_now(way)
    stood = [standing(NORM.work, NORM.provision, later + timedelta(days=n)).state for n in (-1, 0)]

    assert stood == ["in_force", "ceased"]
    assert standing(NORM.work, NORM.provision, decided).state == "in_force"


def test_what_conforms_as_interpreted_shows_its_reading(client):
    way = voted()
    reading = Text(kk="Осылай оқылады", ru="Читается именно так", en="Read just so")
    held = Holding(
        work=NORM.work,
        provisions=(NORM.provision,),
        outcome="conforms_as_interpreted",
        reading=reading,
    )
    way.adopt(holdings=(held,), asks_measures=None)
    publish_now(way)
    for page in (f"norms/{NORM.work}/{NORM.provision}", f"decisions/{way.row.decision}"):
        assert "Читается именно так" in text(client.get(f"/ru/{page}")), page


def test_certain_words_are_named_as_words():
    way = voted()
    content = written(h1_scope="words", **{f"h1_extent_{k}": "«тек»" for k in ("kk", "ru", "en")})
    act = drafting.act_of(way.row, content, [(NORM.work, NORM.provision)], way.day)

    assert act.holdings[0].extent.ru == "слова «тек»"
    assert msgspec.json.decode(act.texts)["kk"][1] == "Екінші абзац."


def test_the_public_page_shows_both_texts_the_duty_and_what_waits(client):
    waiting, admitted = Way(DAY), Way(DAY).admitted()
    way = Way(DAY).published()
    page = text(client.get(f"/ru/decisions/{way.row.decision}"))

    assert "Бір" in page and "Один" in page
    assert f"О-{admitted.id}" in page and waiting.id not in page
    assert "в принятии 1 ещё не принятого" in page
    due = Decision.objects.get(pk=way.row.decision).follow_up_due
    assert due and f'datetime="{due}"' in page
    only = text(client.get(f"/ru/decisions/{way.row.decision}", {"text": "kk"}))
    assert "Бір" in only and "<p>Один</p>" not in only
    told = client.get(f"/ru/decisions/{way.row.decision}", {"format": "json"}).json()
    assert told["case"] == way.id and told["texts"] == {"kk": ["Бір"], "ru": ["Один"]}


def test_a_review_ends_with_the_published_decision_and_follows_a_joined_case():
    way = Way(DAY).admitted()
    assert under_review(NORM.work, NORM.provision, way.day)[0].case == way.id
    assert under_review(NORM.work, "art_151__para_1", way.day)
    assert not under_review(NORM.work, "art_152", way.day)
    assert not under_review(NORM.work, NORM.provision, way.day - timedelta(days=9))
    way.in_session().retired().vote()
    way.adopt()
    assert under_review(NORM.work, NORM.provision, way.day)
    publish_now(way)
    assert not under_review(NORM.work, NORM.provision, way.day)
    assert replay().differences == ()


def test_a_taken_number_is_refused_in_the_act_too():
    way = voted()
    with pytest.raises(BadAct):
        way.adopt(number="88-НП")


def test_the_duty_is_awaited_until_it_is_met(client):
    id = str(Way(DAY).published().row.decision)

    def state():
        told = client.get("/ru/decisions/duties/", {"format": "json"}).json()["duties"]
        return {one["decision"]: one["state"] for one in told}[id]

    assert state() == "due"
    assert f"/kk/decisions/{id}" in text(client.get("/kk/decisions/duties/"))
    how = Text(kk="Заң жобасы енгізілді", ru="Законопроект внесён", en="A bill was brought in")
    act = DutyMet(decision=id, how=how, done_on="2026-11-02", sources=("https://example.org/",))
    seen = version_of(f"decision/{id}")
    record(act, by=by("curator"), at=at(date(2026, 11, 3)), seen=seen)
    assert state() == "met"
    assert "Законопроект внесён" in text(client.get(f"/ru/decisions/{id}"))
