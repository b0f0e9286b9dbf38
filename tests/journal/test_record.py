"""The one way in: what was seen, who may, and that nothing is half-done."""

import msgspec
import pytest

from atazan.institutions.models import Person, Tenure
from atazan.journal.models import Entry, Head, PrivateDatum, Stream
from atazan.journal.private import erase, reveal
from atazan.journal.problems import BadAct, NotPermitted, Stale
from atazan.journal.record import BadRow, record_many
from atazan.journal.replay import replay
from atazan.journal.verify import verify
from atazan.sources.models import ErrorReport
from tests.journal.building import CHIEF, KEEPER, NOON, VISITOR, act, done, person

pytestmark = pytest.mark.django_db


def size() -> int:
    return Head.objects.get(pk=1).size


def test_an_act_gets_a_number_a_version_and_a_receipt_and_changes_the_register():
    before = size()

    receipt = done(person())

    assert (receipt.number, receipt.version, receipt.stream) == (
        before + 1,
        1,
        "person/test-person",
    )
    assert Entry.objects.get(number=receipt.number).hash == receipt.hash
    assert Person.objects.get(pk="test-person").entry == receipt.number


def test_a_command_that_saw_an_older_version_is_refused_and_shows_both():
    done(person())
    mine = act(
        "act.corrected/1",
        subject="person/test-person",
        version=1,
        changes={"variants": ["T. Person"]},
        reason="another spelling",
    )
    theirs = msgspec.structs.replace(mine, changes={"variants": ["Person T."]})
    done(theirs, seen=1)

    with pytest.raises(Stale) as refused:
        done(mine, seen=1)

    assert refused.value.mine == mine
    assert refused.value.theirs == (theirs,)
    assert (refused.value.seen, refused.value.now) == (1, 2)
    assert Person.objects.get(pk="test-person").variants == ["Person T."]


def test_a_role_that_the_table_does_not_name_may_do_nothing():
    before = size()

    with pytest.raises(NotPermitted) as refused:
        done(person(), by=VISITOR)

    assert "Visitor" in refused.value.findings[0].says("en")
    assert size() == before
    assert not Person.objects.filter(pk="test-person").exists()


def test_a_state_that_the_table_does_not_name_allows_nothing():
    done(person())

    with pytest.raises(NotPermitted):
        done(person())


def test_only_the_chief_keeper_withdraws():
    done(person())
    withdrawal = act(
        "act.withdrawn/1", subject="person/test-person", version=1, reason="entered twice"
    )

    with pytest.raises(NotPermitted):
        done(withdrawal, by=KEEPER)
    done(withdrawal, by=CHIEF)

    assert not Person.objects.filter(pk="test-person").exists()
    assert replay().differences == ()


def test_an_act_without_source_and_without_authority_is_refused():
    with pytest.raises(BadAct, match="neither a source nor the provision"):
        done(msgspec.structs.replace(person(), sources=()))


def test_an_unknown_office_is_refused_and_the_known_ones_are_named():
    done(person())

    with pytest.raises(BadAct, match=r"'grand_vizier' is unknown.*constitutional_court_chair"):
        done(
            act(
                "office.taken/1",
                id="t",
                person="test-person",
                office="grand_vizier",
                since="2024",
            )
        )


def test_two_holders_of_one_seat_are_refused():
    done(person())
    held = Tenure.objects.filter(office="constitutional_court_chair", ongoing=True).get()

    with pytest.raises(BadAct, match=f"is held by '{held.person}'"):
        done(
            act(
                "office.taken/1",
                id="t-second",
                person="test-person",
                office="constitutional_court_chair",
                since="2024-05-01",
            )
        )


def test_an_end_before_the_start_is_refused():
    done(person())
    fields = {"person": "test-person", "office": "minister_of_justice"}
    done(act("office.taken/1", id="t-justice", since="2031-05-01", **fields))

    with pytest.raises(BadAct, match="The end must come after the start"):
        done(
            act(
                "office.left/1",
                tenure="t-justice",
                office="minister_of_justice",
                until="2031-05-01",
            )
        )


def test_a_batch_is_recorded_whole_or_not_at_all():
    before = size()
    bad = act("office.taken/1", id="t", person="nobody-here", office="ombudsman", since="2030")

    with pytest.raises(BadRow, match="act 2"):
        record_many([person(), bad], by=KEEPER, at=NOON)

    assert size() == before
    assert not Stream.objects.filter(pk="person/test-person").exists()


def test_a_correction_changes_the_register_and_keeps_the_first_words():
    first = done(person())

    done(
        act(
            "act.corrected/1",
            subject="person/test-person",
            version=1,
            changes={"names": {"en": "Test Person", "kk": "Сынақ Адам"}},
            reason="the Kazakh form was found",
        )
    )

    assert Person.objects.get(pk="test-person").names["kk"] == "Сынақ Адам"
    assert "Сынақ" not in Entry.objects.get(number=first.number).body
    assert replay().differences == ()
    assert verify().breaks == ()


def test_a_correction_that_cannot_be_read_is_refused():
    done(person())

    with pytest.raises(BadAct, match="shoe_size"):
        done(
            act(
                "act.corrected/1",
                subject="person/test-person",
                version=1,
                changes={"shoe_size": 44},
                reason="…",
            )
        )


def test_a_further_source_strengthens_an_act():
    done(person(confidence="low"))

    done(
        act(
            "source.added/1",
            subject="person/test-person",
            version=1,
            sources=["official gazette"],
            confidence="high",
        )
    )

    row = Person.objects.get(pk="test-person")
    assert (row.sources, row.confidence) == (["a test", "official gazette"], "high")


def test_personal_data_stand_beside_the_journal_and_can_be_erased():
    report = act(
        "error.reported/1", id="r-1", page="/kk/", says="A wrong date", contact="a@b.example"
    )

    receipt = done(report, by=VISITOR)

    sealed = ErrorReport.objects.get(pk="r-1").contact
    assert "a@b.example" not in Entry.objects.get(number=receipt.number).body
    assert reveal(sealed) == "a@b.example"
    assert erase(sealed)
    assert reveal(sealed) is None
    assert (verify().breaks, replay().differences) == ((), ())


def test_personal_data_that_were_changed_are_noticed():
    done(
        act("error.reported/1", id="r-2", page="/kk/", says="…", contact="a@b.example"), by=VISITOR
    )
    sealed = ErrorReport.objects.get(pk="r-2").contact
    PrivateDatum.objects.filter(pk=sealed).update(value="other@b.example")

    with pytest.raises(ValueError, match="were changed"):
        reveal(sealed)


def test_the_same_words_are_sealed_differently_each_time():
    for number in ("r-3", "r-4"):
        report = act("error.reported/1", id=number, page="/", says="…", contact="a@b.example")
        done(report, by=VISITOR)

    seals = set(ErrorReport.objects.filter(pk__in=["r-3", "r-4"]).values_list("contact", flat=True))
    assert len(seals) == 2
