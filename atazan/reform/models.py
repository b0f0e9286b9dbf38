"""Referendums, drafts, duties of transition and measures of reform."""

from django.db import models

from atazan.journal.rows import RegisterRow


class Referendum(RegisterRow):
    question = models.JSONField()
    about_constitution = models.BooleanField()
    called_on = models.CharField(max_length=10, null=True)
    called_by = models.CharField(max_length=120, null=True)
    decree = models.CharField(max_length=60, null=True)
    vote_on = models.CharField(max_length=10, db_index=True)
    electorate = models.PositiveIntegerField(null=True)
    voted = models.PositiveIntegerField(null=True)
    in_favour = models.PositiveIntegerField(null=True)
    against = models.PositiveIntegerField(null=True)
    invalid = models.PositiveIntegerField(null=True)
    not_counted = models.PositiveIntegerField(null=True)
    turnout = models.CharField(max_length=10, null=True)
    in_favour_share = models.CharField(max_length=10, null=True)
    regions_in_favour = models.PositiveSmallIntegerField(null=True)
    regions_total = models.PositiveSmallIntegerField(null=True)
    regions = models.JSONField(default=dict)
    facts = models.JSONField(default=list)
    decided_on = models.CharField(max_length=10, null=True)
    adopted = models.BooleanField(null=True)
    outcome = models.JSONField(null=True)


class DraftStep(RegisterRow):
    draft = models.CharField(max_length=120, db_index=True)
    step = models.JSONField()
    done_on = models.CharField(max_length=10, null=True)
    done_by = models.CharField(max_length=120, null=True)
    facts = models.JSONField(default=list)


class Duty(RegisterRow):
    rule = models.CharField(max_length=120)
    set_on = models.CharField(max_length=10, null=True)
    met_on = models.CharField(max_length=10, null=True)
    how = models.JSONField(null=True)


class Measure(RegisterRow):
    title = models.JSONField()
    programme = models.JSONField(null=True)
    state = models.CharField(max_length=20)
    area = models.CharField(max_length=40)
    rule = models.CharField(max_length=120, null=True)
    done_on = models.CharField(max_length=10, null=True)
    done_by = models.CharField(max_length=120, null=True)
    facts = models.JSONField(default=list)
