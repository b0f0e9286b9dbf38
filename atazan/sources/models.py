"""Documents the record rests on, the mechanisms they describe, and readers' reports of errors."""

from django.db import models

from atazan.journal.rows import RegisterRow


class Document(RegisterRow):
    title = models.JSONField()
    language = models.CharField(max_length=2)
    publisher = models.CharField(max_length=200, null=True)
    published = models.CharField(max_length=10, null=True)
    url = models.CharField(max_length=500, null=True)
    files = models.JSONField(default=list)


class Mechanism(RegisterRow):
    document = models.CharField(max_length=120, db_index=True)
    says = models.JSONField()
    page = models.CharField(max_length=200)
    command = models.CharField(max_length=200, null=True)


class ErrorReport(RegisterRow):
    page = models.CharField(max_length=300)
    says = models.CharField(max_length=71)
    contact = models.CharField(max_length=71, null=True)
    answer = models.TextField(null=True)
