"""Timelines: what concerns whom, in the order of days, as of a day, and who tells of it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from itertools import pairwise

import pytest
from django.test import Client

from atazan.cli.main import main
from atazan.institutions.acts import OfficeTaken, PersonRegistered
from atazan.journal.corrections import ActCorrected, ActWithdrawn, SourceAdded
from atazan.journal.models import Entry
from atazan.journal.record import By, record, version_of
from atazan.rules.words import phrase
from atazan.sources.acts import ActProposed, DocumentRead, ProposalAccepted
from atazan.sources.timelines.concerns import concerns, told
from atazan.sources.timelines.formats import as_json, in_csv
from atazan.sources.timelines.graph import PREFIXES, triples
from atazan.sources.timelines.ledger import ledger
from atazan.sources.timelines.outlets import Outlets, outlet, table
from atazan.sources.timelines.subjects import (
    Keyring,
    UnknownSubject,
    subject,
    with_acts,
)
from atazan.sources.timelines.timeline import timeline
from tests.conftest import MOMENT

pytestmark = [pytest.mark.django_db, pytest.mark.once]
TODAY = date(2026, 11, 21)
CHAIR = "constitutional_court_chair"


def of(sort, id, on=TODAY, **asked):
    return timeline(subject(sort, id), on, whole=True, **asked)


def put(act, stream, role="curator"):
    record(act, by=By("keeper", role), at=MOMENT, seen=version_of(stream))
    return Entry.objects.order_by("-number")[0]


def made_up_tenure(**told):
    """A made-up person takes the office of a senator."""
    names = {"kk": "Ойдан Шыққан", "ru": "Выдуманный Лицо", "en": "Made-up Person"}
    put(PersonRegistered(id="made-up", names=names, sources=("made up",)), "person/made-up")
    given = {"id": "t-made-up", "sources": ("https://zakon.kz/made-up",), **told}
    given |= {"since": told["done_on"]} if "done_on" in told else {}
    return put(OfficeTaken(person="made-up", office="senator", **given), "office/senator")


def test_an_act_concerns_those_it_names_and_the_body_of_the_office():
    keys = concerns(
        {
            "kind": "office.taken/1",
            "id": "t",
            "person": "azimova",
            "office": CHAIR,
            "by": "president",
        }
    )

    assert {("people", "azimova"), ("offices", CHAIR), ("bodies", "constitutional_court")} <= keys
    assert ("offices", "president") in keys and ("tenures", "t") in keys


def test_deeds_of_those_who_keep_the_record_are_told_by_no_timeline():
    assert told("office.taken/1") and told("oath.taken/1")
    assert not any(map(told, ("person.registered/1", "document.read/1", "proposal.accepted/1")))


def test_who_left_an_office_is_found_through_the_tenure():
    kinds = {one.told.kind for one in of("people", "mami").entries}

    assert {"office.taken/1", "office.left/1", "presidency.taken/1"} <= kinds


def test_a_person_whom_an_agreement_calls_by_name_has_it_on_the_timeline():
    assert "mou-undp-2023" in {one.told.id for one in of("people", "azimova").entries}


def test_a_right_has_the_decisions_whose_pages_show_it():
    found = of("concepts", "electoral_rights")

    assert "ccl-2004-5" in {one.told.id for one in found.entries}


def test_a_day_known_in_part_stands_before_the_days_within_it():
    days = [one.day for one in of("people", "mami").entries]

    assert days == sorted(days)
    assert days.index("2019-11") < days.index("2019-11-03") < days.index("2019-11-04")


def test_acts_without_a_day_come_last_whichever_way_it_is_told():
    for newest in (False, True):
        days = [one.day for one in of("associations", "aacc", newest=newest).entries]
        assert None in days and None not in days[: days.index(None)]
        assert set(days[days.index(None) :]) == {None}


def test_as_of_a_day_nothing_later_is_told_and_what_may_be_later_says_so():
    made_up_tenure(done_on="2026-05")
    before, within, after = (of("people", "made-up", date(2026, m, 10)).entries for m in (4, 5, 6))

    assert before == () and within[0].maybe_later and not after[0].maybe_later
    assert of("people", "made-up", date(2026, 4, 10)).later == 1


def test_a_person_only_seen_in_office_is_not_said_to_have_taken_it_that_day():
    made_up_tenure(seen_first="2024-03-01")

    (one,) = of("people", "made-up").entries
    assert (one.day, one.known) == ("2024-03-01", "seen")


def test_a_corrected_act_is_told_as_it_reads_now_with_what_stood_first():
    entry = made_up_tenure(done_on="2024-03-01")
    fix = ActCorrected(
        subject=entry.stream,
        version=entry.version,
        changes={"done_on": "2024-03-02"},
        reason="the decree gives another day",
        sources=("https://adilet.zan.kz/rus/docs/U2400000001",),
    )
    last = put(fix, entry.stream)

    (one,) = of("people", "made-up").entries
    (apart,) = one.differences
    assert (one.day, one.changed) == ("2024-03-02", last.number)
    assert (apart.record, apart.other, apart.reason) == ("2024-03-02", "2024-03-01", fix.reason)
    assert [e.number for e in of("people", "made-up", only="differ").entries] == [one.number]


def test_a_withdrawn_act_is_told_no_more():
    entry = made_up_tenure(done_on="2024-03-01")
    told = {"reason": "no such act", "sources": ("made up",)}
    out = ActWithdrawn(subject=entry.stream, version=entry.version, **told)
    put(out, entry.stream, "chief_curator")

    assert of("people", "made-up").entries == ()
    assert entry.number in ledger().withdrawn


def test_the_gazette_added_to_the_press_makes_both():
    entry = made_up_tenure(done_on="2024-03-01")
    assert of("people", "made-up").counts["press"] == 1
    more = ("https://adilet.zan.kz/rus/docs/U2400000001",)
    put(SourceAdded(subject=entry.stream, version=entry.version, sources=more), entry.stream)

    assert of("people", "made-up").counts["both"] == 1


@pytest.mark.parametrize(
    ("objects", "differs"),
    [((), ["day"]), (("В. Лицо",), ["day"]), (("Аскар Никто",), ["day", "name"])],
)
def test_a_confirmed_document_that_tells_it_otherwise_stands_beside_the_record(objects, differs):
    entry = made_up_tenure(done_on="2024-03-01")
    at = {"id": "doc-1", "document": "doc", "sources": ("https://zakon.kz/2",)}
    read = {"language": "en", "hash": "0" * 64, "place": "doc.txt", "text": "Words."}
    words = {"tells": "appoint", "quote": "was appointed", "start": 0, "end": 13, "sure": 90}
    cited = "https://zakon.kz/2"
    put(DocumentRead(id="doc", cited_as=cited, sources=(cited,), **read), "reading/doc")
    proposed = ActProposed(date="2024-03-04", objects=objects, **words, **at)
    put(proposed, "reading/doc")
    assert not of("people", "made-up").differing
    put(ProposalAccepted(how="strengthened", entries=(entry.number,), **at), "reading/doc")

    (found,) = [one.differences for one in of("people", "made-up").entries]
    apart = found[0]
    assert [one.field for one in found] == differs
    assert (apart.record, apart.other, apart.source) == ("2024-03-01", "2024-03-04", cited)
    page = Client().get("/en/timelines/press?told=differ&on=2026-11-21").content.decode()
    assert "A source says otherwise" in page and "2024-03-04" in page


@pytest.mark.parametrize(
    ("source", "sort"),
    [
        ("https://adilet.zan.kz/kaz/docs/S2000000001", "gazette"),
        ("zan.gov.kz, law No. 153-VII, article 63", "gazette"),
        ("https://www.akorda.kz/ru/legal_acts/decrees/o-naznachenii", "gazette"),
        ("https://www.akorda.kz/ru/events/vstrecha", "official"),
        ("adilet.gov.kz, project page", "official"),
        ("https://qz.inform.kz/amp/a3932846", "press"),
        ("vlast.kz article 55100", "press"),
        ("https://online.zakon.kz/Document/?doc_id=1", "other"),
        ("https://www.zakon.kz/pravo/1", "press"),
        ("https://notzakon.kz/pravo/1", "other"),
        ("Wikipedia: Constitutional Court of Kazakhstan", "other"),
    ],
)
def test_a_source_is_sorted_by_where_it_speaks_from(source, sort):
    assert outlet(source) == sort


def test_a_document_of_the_record_speaks_from_where_it_was_published():
    sides = Outlets([(("000_x.txt",), None, "Kazinform")])

    assert sides.of("000_x.txt") == "press" and sides.of("001_x.txt") == "other"


def test_every_outlet_of_the_table_is_known_by_its_domain_or_a_name():
    for domain, line in table().items():
        known = domain if "." in domain else line.names[0]
        assert outlet(f"https://{domain}/" if "." in domain else known) == line.sort, domain


def test_every_thing_listed_has_acts_and_organs_stand_once():
    found = with_acts(ledger())
    paths = [one.path for one, n in found if n]

    assert len(paths) == len(found) == len(set(paths))
    assert "bodies/constitutional_court" in paths and "partners/constitutional_court" not in paths


def test_what_is_recorded_after_the_ledger_was_read_is_in_it():
    before = len(ledger().of(Keyring().keys(subject("offices", "senator"))))
    made_up_tenure(done_on="2024-03-01")

    assert len(ledger().of(Keyring().keys(subject("offices", "senator")))) == before + 1


def test_nobody_has_no_timeline():
    for sort, id in (("people", "nobody"), ("kings", "azimova"), ("tenures", "t-001")):
        with pytest.raises(UnknownSubject):
            subject(sort, id)


def test_every_act_in_csv_has_a_line_and_no_cell_is_a_formula():
    made_up_tenure(done_on="2024-03-01", sources=("=cmd()",))
    found = of("people", "made-up")
    (line,) = csv.DictReader(io.StringIO(in_csv(found)))

    assert line["day"] == "2024-03-01" and line["sources"] == "'=cmd()"
    assert line["entry"] == str(found.entries[0].number)


def test_rdf_says_the_office_its_days_and_the_sources():
    found = {(t.subject.rpartition("/")[2], t.predicate, t.object) for t in graph("mami")}
    site = "https://court.example"
    taken = next(o for s, p, o in found if p == "p:P39" and o.endswith("#t-074"))
    said = {p: o for t in graph("mami") if t.subject == taken for p, o in [(t.predicate, t.object)]}

    assert ("mami", "wdt:P39", f"{site}/offices/supreme_court_chair") in found
    assert said["pq:P580"].words == "2013" and said["pq:P580"].datatype.endswith("gYear")
    assert "pq:P582" in said and "prov:wasDerivedFrom" in said


def graph(person):
    return list(triples(of("people", person), "https://court.example"))


def test_rdf_uses_prefixes_it_declares_and_tells_each_subject_in_one_block():
    order = [one.subject for one in graph("mami")]

    assert {one.predicate.partition(":")[0] for one in graph("mami")} <= set(PREFIXES)
    assert len(set(order)) == 1 + sum(a != b for a, b in pairwise(order))


def test_the_page_shows_days_sources_entries_and_keeps_the_day():
    page = Client().get("/en/timelines/people/azimova?on=2023-01-01").content.decode()

    assert "The press tells it; neither" in page and "/receipt/?no=" in page
    assert "/en/people/azimova?on=2023-01-01" in page and "done after that day" in page


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_press_page_counts_who_tells_and_narrows(lang):
    found = timeline(None, TODAY, whole=True)
    page = Client().get(f"/{lang}/timelines/press?told=both&on=2026-11-21").content.decode()

    assert page.count('class="row row--day') == min(found.counts["both"], 100)
    assert phrase("timelines.press", lang) in page


def test_json_of_the_page_and_of_the_api_is_the_same():
    page = Client().get("/en/timelines/people/mami?format=json&on=2026-11-21").json()
    api = Client().get("/api/timelines/people/mami?on=2026-11-21").json()

    assert page == api and api["total"] == len(api["entries"])
    assert Client().get("/api/timelines/people/nobody").status_code == 404


def test_the_command_tells_the_same_and_says_what_there_is(capsys):
    assert main(["timeline", "people/mami", "--format", "json", "--on", "2026-11-21"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == as_json(of("people", "mami"))["total"]
    assert main(["timeline", "kings/arthur", "--lang", "en"]) == 2
    assert "bodies, offices" in capsys.readouterr().err
