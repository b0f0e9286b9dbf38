"""Associations with members and presidencies; partners, agreements, projects and events."""

from django.db import models

from atazan.journal.rows import RegisterRow


class Association(RegisterRow):
    names = models.JSONField()
    short = models.JSONField()
    place = models.JSONField(null=True)
    founded = models.CharField(max_length=10, null=True)


class Member(RegisterRow):
    association = models.CharField(max_length=120, db_index=True)
    country = models.JSONField()
    institution = models.JSONField()
    standing = models.CharField(max_length=20)
    since = models.CharField(max_length=10, null=True)
    ended = models.CharField(max_length=10, null=True)
    how = models.JSONField(null=True)


class Presidency(RegisterRow):
    association = models.CharField(max_length=120, db_index=True)
    institution = models.JSONField()
    since = models.CharField(max_length=10, null=True)
    until = models.CharField(max_length=10, null=True)
    elected = models.CharField(max_length=10, null=True)
    how = models.JSONField(null=True)
    head = models.CharField(max_length=120, null=True)


class Secretariat(RegisterRow):
    association = models.CharField(max_length=120, db_index=True)
    names = models.JSONField()
    institution = models.JSONField()
    seat = models.JSONField()
    since = models.CharField(max_length=10, null=True)
    tasks = models.JSONField(default=list)


class Event(RegisterRow):
    type = models.CharField(max_length=40)
    title = models.JSONField()
    done_on = models.CharField(max_length=10, null=True)
    until = models.CharField(max_length=10, null=True)
    place = models.JSONField(null=True)
    association = models.CharField(max_length=120, null=True, db_index=True)
    number = models.PositiveSmallIntegerField(null=True)
    host = models.JSONField(null=True)
    parties = models.JSONField(default=list)
    people = models.JSONField(default=list)
    facts = models.JSONField(default=list)


class Partner(RegisterRow):
    type = models.CharField(max_length=60)
    names = models.JSONField()
    common_usage = models.JSONField(default=list)


class Agreement(RegisterRow):
    type = models.CharField(max_length=40)
    title = models.JSONField()
    done_on = models.CharField(max_length=10, null=True)
    until = models.CharField(max_length=10, null=True)
    parties = models.JSONField(default=list)
    place = models.JSONField(null=True)
    signed_by = models.JSONField(default=list)
    commitments = models.JSONField(default=list)
    facts = models.JSONField(default=list)


class Project(RegisterRow):
    type = models.CharField(max_length=40)
    title = models.JSONField()
    since = models.CharField(max_length=10, null=True)
    until = models.CharField(max_length=10, null=True)
    parties = models.JSONField(default=list)
    budget = models.CharField(max_length=300, null=True)
    facts = models.JSONField(default=list)
