"""Persons, tenures, sittings, votes and elections as the journal tells them."""

from django.db import models

from atazan.journal.rows import RegisterRow


class Person(RegisterRow):
    names = models.JSONField()
    variants = models.JSONField(default=list)
    common_usage = models.JSONField(default=list)


class Tenure(RegisterRow):
    person = models.CharField(max_length=120, db_index=True)
    office = models.CharField(max_length=120, db_index=True)
    since = models.CharField(max_length=10, null=True)
    until = models.CharField(max_length=10, null=True)
    seen_first = models.CharField(max_length=10, null=True)
    seen_last = models.CharField(max_length=10, null=True)
    ongoing = models.BooleanField(default=False)
    acting = models.BooleanField(default=False)
    how = models.JSONField(null=True)
    by = models.CharField(max_length=120, null=True)
    appointed_on = models.CharField(max_length=10, null=True)
    consent_by = models.CharField(max_length=120, null=True)
    consent = models.CharField(max_length=120, null=True)
    decree = models.CharField(max_length=120, null=True)
    ended_how = models.JSONField(null=True)
    ended_by = models.CharField(max_length=120, null=True)


class Candidacy(RegisterRow):
    """A person proposed for an office; `by` proposes, `body` is to decide."""

    person = models.CharField(max_length=120, db_index=True)
    office = models.CharField(max_length=120, db_index=True)
    done_on = models.CharField(max_length=10, null=True)
    by = models.CharField(max_length=120, null=True)
    body = models.CharField(max_length=120, null=True)


class Oath(RegisterRow):
    person = models.CharField(max_length=120, db_index=True)
    office = models.CharField(max_length=120, db_index=True)
    done_on = models.CharField(max_length=10, null=True)
    before = models.CharField(max_length=120, null=True)


class Establishment(RegisterRow):
    body = models.CharField(max_length=120, db_index=True)
    title = models.JSONField()
    done_on = models.CharField(max_length=10, null=True)


class Sitting(RegisterRow):
    body = models.CharField(max_length=120, db_index=True)
    title = models.JSONField()
    done_on = models.CharField(max_length=10, null=True)
    until = models.CharField(max_length=10, null=True)
    place = models.JSONField(null=True)
    participants = models.JSONField(default=list)
    facts = models.JSONField(default=list)


class Vote(RegisterRow):
    sitting = models.CharField(max_length=120, db_index=True)
    body = models.CharField(max_length=120)
    question = models.CharField(max_length=120)
    title = models.JSONField()
    done_on = models.CharField(max_length=10, null=True)
    carried = models.BooleanField()
    person = models.CharField(max_length=120, null=True)
    office = models.CharField(max_length=120, null=True)
    ballot = models.CharField(max_length=20, null=True)
    unanimous = models.BooleanField(null=True)
    seats = models.PositiveIntegerField(null=True)
    present = models.PositiveIntegerField(null=True)
    in_favour = models.PositiveIntegerField(null=True)
    against = models.PositiveIntegerField(null=True)
    abstained = models.PositiveIntegerField(null=True)


class Election(RegisterRow):
    body = models.CharField(max_length=120, db_index=True)
    title = models.JSONField()
    done_on = models.CharField(max_length=10, null=True)
    held = models.BooleanField(default=True)
    results = models.JSONField(default=dict)
    facts = models.JSONField(default=list)


class PowersSuspension(RegisterRow):
    """A holder's powers stand suspended from `since` until `until`, which no longer counts."""

    tenure = models.CharField(max_length=120, db_index=True)
    office = models.CharField(max_length=120)
    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, null=True)
    cause = models.CharField(max_length=30)
