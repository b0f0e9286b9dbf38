"""The journal's tables. Entries and checkpoints are append-only: the database itself refuses."""

from django.db import models

from atazan.journal.rows import RegisterRow


class Head(models.Model):
    """The one row every writer locks: how long the journal is. Numbers have no gaps."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    size = models.PositiveIntegerField(default=0)


class Stream(models.Model):
    """One subject's acts: how many, the last hash, and the state the rules read.

    `owner` is the account that began it; `day` that of the last act whose day is known.
    """

    name = models.CharField(primary_key=True, max_length=160)
    version = models.PositiveIntegerField()
    head = models.CharField(max_length=64)
    state = models.CharField(max_length=40)
    owner = models.CharField(max_length=150, default="", db_index=True)
    day = models.CharField(max_length=10, null=True)


class Entry(models.Model):
    """An act as recorded. `body` is the canonical JSON that `hash` is the SHA-256 of."""

    number = models.PositiveIntegerField(primary_key=True)
    stream = models.CharField(max_length=160)
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=60, db_index=True)
    done_on = models.CharField(max_length=10, null=True)
    recorded_at = models.DateTimeField(db_index=True)
    recorded_by = models.CharField(max_length=150)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)
    body = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "version"], name="one_entry_a_version")
        ]


class Checkpoint(models.Model):
    """The Merkle root over the first `size` entries, as published at a moment."""

    size = models.PositiveIntegerField(primary_key=True)
    root = models.CharField(max_length=64)
    at = models.DateTimeField()


class PrivateDatum(models.Model):
    """Personal data beside the journal, found by its salted digest; may be erased."""

    digest = models.CharField(primary_key=True, max_length=71)
    salt = models.CharField(max_length=32)
    value = models.TextField()


class Flag(RegisterRow):
    """A recorded act that does not fit the rules of its day: kept, and shown as a question."""

    of_entry = models.PositiveIntegerField(db_index=True)
    finding = models.CharField(max_length=120)
    rule = models.CharField(max_length=120)
    work = models.CharField(max_length=60)
    provision = models.CharField(max_length=80)
    key = models.CharField(max_length=120)
    facts = models.JSONField(default=dict)
