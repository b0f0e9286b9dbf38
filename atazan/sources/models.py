"""Documents the record rests on, documents read with what they propose, and reports of errors."""

from typing import ClassVar

from django.db import models

from atazan.journal.rows import RegisterRow


class Document(RegisterRow):
    title = models.JSONField()
    language = models.CharField(max_length=2)
    publisher = models.CharField(max_length=200, null=True)
    published = models.CharField(max_length=10, null=True)
    url = models.CharField(max_length=500, null=True)
    files = models.JSONField(default=list)


class Reading(RegisterRow):
    """A document read in. `text` is the digest of its words; what it proposes is for the desk."""

    sealed: ClassVar[bool] = True

    title = models.CharField(max_length=500, null=True)
    outlet = models.CharField(max_length=200, null=True)
    author = models.CharField(max_length=200, null=True)
    published = models.CharField(max_length=10, null=True)
    language = models.CharField(max_length=2)
    url = models.CharField(max_length=500, null=True)
    hash = models.CharField(max_length=64, db_index=True)
    place = models.CharField(max_length=500)
    cited_as = models.CharField(max_length=500)
    text = models.CharField(max_length=71)
    repeats = models.CharField(max_length=120, null=True, db_index=True)
    rests_on = models.JSONField(default=list)


class Proposal(RegisterRow):
    """An act that a document is read to tell of, and what a person decided about it."""

    sealed: ClassVar[bool] = True

    document = models.CharField(max_length=120, db_index=True)
    tells = models.CharField(max_length=40)
    date = models.CharField(max_length=10, null=True)
    actors = models.JSONField(default=list)
    object_names = models.JSONField(default=list)
    office = models.CharField(max_length=500, null=True)
    counterparts = models.JSONField(default=list)
    modality = models.CharField(max_length=10)
    quote = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sure = models.PositiveSmallIntegerField()
    said_by = models.CharField(max_length=500, null=True)
    pattern = models.CharField(max_length=120, default="")
    known = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default="open", db_index=True)
    corrected = models.BooleanField(default=False)
    how = models.CharField(max_length=20, null=True)
    reason = models.CharField(max_length=20, null=True)
    words = models.TextField(null=True)
    recorded = models.JSONField(default=list)


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
