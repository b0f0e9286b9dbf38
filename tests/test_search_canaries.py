"""What the law seals never reaches an index: not its answers, not its files."""

from __future__ import annotations

import msgspec
import pytest
from django.db import transaction

from atazan.docket import searched as docket
from atazan.docket.sight import ANYONE, show
from atazan.journal.record import By, record
from atazan.search.asking import Asked
from atazan.search.document import Document
from atazan.search.freshness import Kept
from atazan.sources.acts import ErrorReported
from tests.canaries import CANARY, WAYS, said, walked
from tests.conftest import MOMENT
from tests.search_files import kept_words

pytestmark = [pytest.mark.django_db, pytest.mark.once]
PUBLISHED = list(WAYS).index("published")
SORTS = (
    "applicant contact statement facts files clerk reasons study minutes draft own report".split()
)
OPEN = {("draft", str(PUBLISHED))}
"""The words of a resolution that was published: art. 65(1)(2)."""


@pytest.fixture(scope="module")
def indexes(django_db_setup, django_db_blocker, tmp_path_factory):
    """Petitions at every step, and a reader's report, with canaries in every private field; both
    indexes."""
    with django_db_blocker.unblock(), transaction.atomic():
        rows = [way.row for way in walked()]
        report = ErrorReported(
            id="made-up-report",
            page="norms/",
            says=said("report", 0),
            contact=said("report", 1),
            done_on="2026-11-20",
            sources=("norms/",),
        )
        record(report, by=By("visitor", "visitor"), at=MOMENT, seen=0)
        found = {}
        for audience in ("public", "court"):
            found[audience] = Kept(tmp_path_factory.mktemp(audience), audience)
            found[audience].refresh()
        yield rows, found
        for one in found.values():
            one.close()
        transaction.set_rollback(True)


def test_a_word_put_into_an_index_is_seen_by_this_test(tmp_path):
    one = Kept(tmp_path, "public")
    told = {"ru": said("planted", 1)}
    one.index.put([Document(id="source/x", kind="source", title=told, text=told, path="record/x")])
    one.close()

    assert said("planted", 1) in kept_words(tmp_path)


@pytest.mark.parametrize("audience", ["public", "court"])
def test_no_file_of_an_index_holds_a_sealed_word(audience, indexes):
    found = set(CANARY.findall(kept_words(indexes[1][audience].folder).lower()))

    assert found == OPEN


@pytest.mark.parametrize("audience", ["public", "court"])
def test_no_answer_says_a_sealed_word(audience, indexes):
    index = indexes[1][audience].index
    for place in range(len(WAYS)):
        for sort in SORTS:
            word = said(sort, place)
            answered = index.ask(Asked(words=word, audience=audience))
            hits = msgspec.json.encode(answered.hits).decode()
            if (sort, str(place)) in OPEN:
                assert word in hits
            else:
                assert not answered.total and word != answered.meant, word


def test_a_case_is_in_the_index_where_the_public_register_shows_it(indexes):
    rows, found = indexes
    for row in rows:
        shown = show(row, ANYONE)
        for audience in ("public", "court"):
            document = found[audience].index.get(f"case/{row.id}")
            assert (document is None) == (shown is None), (row.step, audience)


def test_the_court_sees_more_of_a_case_only_where_its_whole_staff_does(indexes):
    rows, found = indexes
    more = {
        row.step
        for row in rows
        if (public := found["public"].index.get(f"case/{row.id}"))
        and public.text != found["court"].index.get(f"case/{row.id}").text
    }

    assert more == {"decided", "published"}
    assert docket.staff_sees("published") >= {"number", "norms", "composition"}
    assert not docket.staff_sees("lodged") and not docket.staff_sees("admitted")


def test_a_resolution_is_found_from_the_day_it_is_published_and_not_before(indexes):
    rows, found = indexes
    by_step = {row.step: row for row in rows}
    index = found["court"].index

    assert index.get(f"decision/{by_step['published'].decision}") is not None
    assert by_step["decided"].decision
    assert index.get(f"decision/{by_step['decided'].decision}") is None
