"""The database itself refuses to rewrite the journal; what gets past it is found."""

import pytest
from django.db import DatabaseError, connection, transaction

from atazan.institutions.models import Person
from atazan.journal.chain import canonical, digest
from atazan.journal.models import Checkpoint, Entry
from atazan.journal.replay import replay, restore
from atazan.journal.verify import checkpoint, receipt, receipt_holds, verify
from tests.journal.building import NOON, done, person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE journal_entry SET body = '{}' WHERE number = %s",
        "UPDATE journal_entry SET recorded_by = 'someone else' WHERE number = %s",
        "UPDATE journal_entry SET number = number + 100000 WHERE number = %s",
        "DELETE FROM journal_entry WHERE number = %s",
        "DELETE FROM journal_entry WHERE number >= %s",
    ],
)
def test_an_entry_can_be_neither_changed_nor_deleted(attack):
    number = done(person()).number

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(attack, [number])

    assert verify().breaks == ()


def test_the_whole_journal_cannot_be_emptied():
    done(person())
    emptied = (
        "TRUNCATE journal_entry"
        if connection.vendor == "postgresql"
        else "DELETE FROM journal_entry"
    )

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(emptied)


def test_the_orm_cannot_change_an_entry_either():
    entry = Entry.objects.get(number=done(person()).number)
    entry.recorded_by = "someone else"

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.delete()


def test_a_checkpoint_can_be_neither_changed_nor_deleted():
    point = checkpoint(NOON)

    for attack in (
        "UPDATE journal_checkpoint SET root = 'x' WHERE size = %s",
        "DELETE FROM journal_checkpoint WHERE size = %s",
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(attack, [point.size])

    assert Checkpoint.objects.filter(size=point.size).exists()


@pytest.mark.parametrize(
    ("number", "version", "previous"),
    [(0, 1, "0" * 64), (2, 1, "0" * 64), (1, 2, "0" * 64), (1, 1, "f" * 64), (1, 0, "0" * 64)],
    ids=["number taken", "number skipped", "version skipped", "false start", "version zero"],
)
def test_an_entry_that_does_not_follow_is_refused(number, version, previous):
    last = done(person()).number
    body = canonical({"forged": number + version})

    with pytest.raises(DatabaseError), transaction.atomic():
        Entry(
            number=last + number,
            stream="person/forged",
            version=version,
            kind="person.registered/1",
            recorded_at=NOON,
            recorded_by="forger",
            previous=previous,
            hash=digest(body),
            body=body.decode(),
        ).save(force_insert=True)


def unguarded(attack: str, *values: object) -> None:
    """What someone with the rights of the database's owner could do: switch the triggers off."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute(attack, values)
            cursor.execute("SET LOCAL session_replication_role = origin")
        else:
            cursor.execute("DROP TRIGGER journal_entry_no_update")
            cursor.execute("DROP TRIGGER journal_entry_no_delete")
            cursor.execute(attack, values)


def test_a_body_rewritten_behind_the_triggers_is_found():
    number = done(person()).number

    unguarded("UPDATE journal_entry SET body = '{}' WHERE number = %s", number)

    assert [(one.number, one.what) for one in verify().breaks] == [
        (number, "its body does not give its hash")
    ]


def test_a_body_and_hash_rewritten_together_are_found_by_the_head_and_the_checkpoint():
    number = done(person()).number
    checkpoint(NOON)
    entry = Entry.objects.get(number=number)
    forged = entry.body.replace("Test Person", "Some Person")

    unguarded(
        "UPDATE journal_entry SET body = %s, hash = %s WHERE number = %s",
        forged,
        digest(forged.encode()),
        number,
    )

    found = {one.what for one in verify().breaks}
    assert "the head of 'person/test-person' is not its last entry" in found
    assert "the checkpoint's root is not that of its entries" in found


def test_an_entry_cut_out_behind_the_triggers_is_found():
    first = done(person()).number
    done(person("second-person"))

    unguarded("DELETE FROM journal_entry WHERE number = %s", first)

    assert any("an entry is missing" in one.what for one in verify().breaks)


def test_a_register_row_changed_by_hand_is_found_and_restored():
    done(person())
    Person.objects.filter(pk="test-person").update(names={"en": "Somebody Else"})
    Person.objects.create(id="ghost", stream="person/ghost", entry=1, names={})

    found = {(one.row, one.what) for one in replay().differences}
    assert found == {
        ("test-person", "differs in names"),
        ("ghost", "stands in the register, not in the journal"),
    }
    restore()
    assert replay().differences == ()


def test_a_receipt_proves_its_entry_without_the_database():
    number = done(person()).number
    point = checkpoint(NOON)
    done(person("later-person"))

    told = receipt(number)

    assert receipt_holds(told, point.root)
    assert not receipt_holds({**told, "entry": told["entry"] + " "}, point.root)
    assert not receipt_holds(told, "0" * 64)
