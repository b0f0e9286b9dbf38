"""Published figures about the work of courts."""

from django.db import models

from atazan.journal.rows import RegisterRow


class Figure(RegisterRow):
    body = models.CharField(max_length=120, db_index=True)
    metric = models.CharField(max_length=80, db_index=True)
    value = models.CharField(max_length=40)
    unit = models.CharField(max_length=20)
    qualifier = models.JSONField(null=True)
    category = models.JSONField(null=True)
    since = models.CharField(max_length=10, null=True)
    until = models.CharField(max_length=10, null=True)
    as_of = models.CharField(max_length=10, null=True)
