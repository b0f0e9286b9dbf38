"""Feeds of the register of decisions: Atom in three languages, OAI-PMH with every error."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from atazan.journal.corrections import ActWithdrawn
from atazan.journal.record import By, record, version_of
from atazan.library.exported.judgment.read import read
from atazan.library.exported.stamps import stamps
from atazan.library.exported.told import told
from atazan.library.feeds.oai import FORMATS, PAGE, Provider
from tests.library_exported import KEY, SAID, describe
from tests.test_library_deeds import NOON

pytestmark = pytest.mark.django_db
NS = {
    "a": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "o": "http://www.openarchives.org/OAI/2.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "akn": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
}
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SITE = "https://court.example"


def withdraw():
    stream = f"decision/{KEY}"
    act = ActWithdrawn(subject=stream, version=1, reason="made up for a test", sources=("test",))
    record(act, by=By("chief", "chief_curator"), at=NOON, seen=version_of(stream))


def feed(client, query="", lang="kk"):
    answer = client.get(f"/{lang}/decisions/feed.atom{query}")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    return etree.fromstring(answer.content)


def entries(client, query=""):
    """The ids of every page of a feed."""
    found, root = [], feed(client, query)
    while True:
        found += root.xpath("a:entry/a:id/text()", namespaces=NS)
        after = root.xpath("a:link[@rel='next']/@href", namespaces=NS)
        if not after:
            return [one.removeprefix("urn:atazan:decision:") for one in found]
        root = feed(client, "?" + after[0].partition("?")[2])


# -- Atom ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_feed_has_what_atom_wants_of_it(client, lang):
    root = feed(client, lang=lang)

    for name in ("id", "title", "updated", "author"):
        assert len(root.findall(f"a:{name}", NS)) == 1
    assert root.xpath("a:link[@rel='self']/@href", namespaces=NS)[0].endswith("/feed.atom")
    held = root.findall("a:entry", NS)
    assert held
    for entry in held:
        for name in ("id", "title", "updated", "summary"):
            assert entry.findtext(f"a:{name}", namespaces=NS).strip()
        moment = entry.findtext("a:updated", namespaces=NS)
        assert datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ")
        assert len(entry.xpath("a:link[@rel='alternate']/@hreflang", namespaces=NS)) == 3


def test_the_pages_of_a_feed_tell_every_decision_once(client):
    assert sorted(entries(client)) == sorted(one.row.id for one in told())


def test_a_feed_of_an_outcome_a_right_or_an_act_tells_those_alone(client):
    every = list(told())
    by_outcome = {one.row.id for one in every if "official_interpretation" in one.outcomes}
    work = next(held.work for one in every for held in one.holdings)
    by_work = {one.row.id for one in every if any(held.work == work for held in one.holdings)}
    right = next(concept.id for one in every for concept in one.rights)
    by_right = {one.row.id for one in every if right in [concept.id for concept in one.rights]}

    assert set(entries(client, "?outcome=official_interpretation")) == by_outcome
    assert set(entries(client, f"?work={work}")) == by_work
    assert set(entries(client, f"?right={right}")) == by_right


@pytest.mark.parametrize(
    "query", ["?outcome=crown", "?right=court_fee_of_mars", "?work=none", "?page=x", "?page=²"]
)
def test_a_feed_of_nothing_known_is_not_found(client, query):
    assert client.get(f"/en/decisions/feed.atom{query}").status_code == 404


def test_what_was_told_anew_stands_first_with_its_moment_and_the_same_id(client):
    before = feed(client)
    describe()
    after = feed(client)

    first = after.findall("a:entry", NS)[:2]  # it, and the later decision that followed it
    assert f"urn:atazan:decision:{KEY}" in [one.findtext("a:id", namespaces=NS) for one in first]
    for one in first:
        assert one.findtext("a:updated", namespaces=NS) == "2026-11-28T12:00:00Z"
    assert after.findtext("a:id", namespaces=NS) == before.findtext("a:id", namespaces=NS)
    assert after.findtext("a:updated", namespaces=NS) == "2026-11-28T12:00:00Z"


def test_an_unchanged_feed_is_not_sent_again(client):
    mark = client.get("/ru/decisions/feed.atom")["ETag"]
    again = client.get("/ru/decisions/feed.atom", headers={"if-none-match": mark})
    assert again.status_code == 304
    describe()
    again = client.get("/ru/decisions/feed.atom", headers={"if-none-match": mark})
    assert again.status_code == 200


def test_a_decision_withdrawn_is_told_as_deleted(client):
    withdraw()
    root = feed(client)

    assert KEY not in entries(client)
    (gone,) = root.findall("at:deleted-entry", NS)
    assert gone.get("ref") == f"urn:atazan:decision:{KEY}"


@pytest.mark.parametrize("path", ["decisions/", f"decisions/{KEY}", "decisions/downloads/"])
def test_pages_of_decisions_name_their_feed(client, path, tmp_path, settings):
    settings.HOME = tmp_path
    body = client.get(f"/kk/{path}").content.decode()
    assert (
        '<link rel="alternate" type="application/atom+xml" href="/kk/decisions/feed.atom"' in body
    )


# -- OAI-PMH ---------------------------------------------------------------------------------------


def ask(**given):
    given = {name.rstrip("_"): value for name, value in given.items()}
    lists = {name: value if isinstance(value, list) else [value] for name, value in given.items()}
    return etree.fromstring(Provider(SITE).answer(lists, NOW))


def code(**given):
    (found,) = ask(**given).findall("o:error", NS)
    return found.get("code")


def harvest(verb="ListIdentifiers", **given):
    """The headers of a whole list, page by page."""
    root, found = ask(verb=verb, **given), []
    while True:
        found += root.iter("{http://www.openarchives.org/OAI/2.0/}header")
        token = root.findtext(f"o:{verb}/o:resumptionToken", namespaces=NS)
        if not token:
            return found
        root = ask(verb=verb, resumptionToken=token)


def ids(headers):
    return [one.findtext("o:identifier", namespaces=NS).rpartition(":")[2] for one in headers]


def test_it_says_who_it_is():
    found = {etree.QName(one).localname: one.text for one in ask(verb="Identify")[2]}
    assert found["protocolVersion"] == "2.0"
    assert found["deletedRecord"] == "persistent"
    assert found["baseURL"] == f"{SITE}/oai"
    first = min(one.at for one in stamps().values())
    assert found["earliestDatestamp"] == first.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_every_decision_is_harvested_once_in_each_format():
    expected = sorted(stamps())
    assert len(expected) > PAGE
    assert sorted(ids(harvest(metadataPrefix="oai_dc"))) == expected
    for prefix in FORMATS:
        root = ask(verb="ListRecords", metadataPrefix=prefix)
        assert len(root.findall(".//o:metadata/*", NS)) == PAGE
        assert root.find(".//o:resumptionToken", NS).get("completeListSize") == str(len(expected))


def test_a_judgment_harvested_is_the_judgment_word_by_word():
    describe()
    root = ask(verb="GetRecord", identifier=f"oai:court.example:{KEY}", metadataPrefix="akn_ru")
    back = read(etree.tostring(root.find(".//o:metadata/*", NS)))
    assert list(back.paragraphs.values()) == list(SAID["ru"])


def test_dublin_core_names_the_decision_and_its_court():
    root = ask(verb="GetRecord", identifier=f"oai:court.example:{KEY}", metadataPrefix="oai_dc")
    named = root.xpath("//dc:identifier/text()", namespaces=NS)
    assert f"{SITE}/kk/decisions/{KEY}" in named and "KZ:KKRK:2023:33.NQ" in named
    assert "Конституциялық Сот" in root.xpath("//dc:creator/text()", namespaces=NS)
    assert "Kazakhstan" in root.xpath("//dc:coverage/text()", namespaces=NS)


def test_from_the_last_moment_on_only_what_changed_is_harvested():
    describe()
    found = ids(harvest(metadataPrefix="oai_dc", from_="2026-11-28T12:00:00Z"))
    moved = [id for id, one in stamps().items() if one.at >= NOON]
    assert sorted(found) == sorted(moved) and KEY in found
    assert ids(harvest(metadataPrefix="oai_dc", from_="2026-11-28")) == found
    early = ids(harvest(metadataPrefix="oai_dc", until="2026-11-27"))
    assert sorted([*early, *found]) == sorted(stamps())


def test_a_set_is_harvested_alone_and_said_in_the_header():
    sets = ask(verb="ListSets").xpath("//o:setSpec/text()", namespaces=NS)
    assert {"body-constitutional_court", "outcome-does_not_conform"} <= set(sets)
    headers = harvest(metadataPrefix="oai_dc", set="outcome-official_interpretation")
    assert headers
    for one in headers:
        specs = [spec.text for spec in one.findall("o:setSpec", NS)]
        assert "outcome-official_interpretation" in specs


def test_a_decision_withdrawn_stays_as_a_deleted_record():
    withdraw()
    headers = harvest(metadataPrefix="oai_dc", from_="2026-11-28T12:00:00Z")
    status = dict(zip(ids(headers), [one.get("status") for one in headers], strict=True))
    assert status[KEY] == "deleted"
    root = ask(verb="GetRecord", identifier=f"oai:court.example:{KEY}", metadataPrefix="akn")
    assert root.find(".//o:metadata", NS) is None
    given = {"verb": "ListMetadataFormats", "identifier": f"oai:court.example:{KEY}"}
    assert code(**given) == "noMetadataFormats"


LISTED = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "badVerb"),
        ({"verb": "Crown"}, "badVerb"),
        ({"verb": ["Identify", "Identify"]}, "badVerb"),
        ({"verb": "Identify", "set": "a"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({**LISTED, "metadataPrefix": ["oai_dc", "akn"]}, "badArgument"),
        ({**LISTED, "from_": "28.11.2026"}, "badArgument"),
        ({**LISTED, "from_": "2026-02-30"}, "badArgument"),
        ({**LISTED, "from_": "2026-11-28", "until": "2026-11-28T12:00:00Z"}, "badArgument"),
        ({**LISTED, "from_": "2026-11-28", "until": "2026-11-27"}, "badArgument"),
        ({**LISTED, "resumptionToken": "a"}, "badArgument"),
        ({**LISTED, "set": "a\x00b"}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "nonsense"}, "badResumptionToken"),
        ({"verb": "ListSets", "resumptionToken": "a"}, "badResumptionToken"),
        ({**LISTED, "metadataPrefix": "marc"}, "cannotDisseminateFormat"),
        ({**LISTED, "set": "crown"}, "noRecordsMatch"),
        ({**LISTED, "from_": "2030-01-01"}, "noRecordsMatch"),
        (
            {"verb": "GetRecord", "identifier": "oai:x:1", "metadataPrefix": "oai_dc"},
            "idDoesNotExist",
        ),
        ({"verb": "ListMetadataFormats", "identifier": "oai:x:1"}, "idDoesNotExist"),
    ],
)
def test_each_wrong_request_has_its_own_error(given, expected):
    assert code(**given) == expected


def test_the_address_answers_get_and_post_alike(client):
    got = client.get("/oai", {"verb": "Identify"})
    posted = client.post("/oai", {"verb": "Identify"})
    for answer in (got, posted):
        assert answer.status_code == 200 and answer["Content-Type"].startswith("text/xml")
        assert etree.fromstring(answer.content).find("o:Identify", NS) is not None
