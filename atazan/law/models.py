"""What happened to works and provisions: one table for the lawmaker and for the Court."""

from django.db import models

from atazan.journal.rows import RegisterRow


class Adoption(RegisterRow):
    work = models.CharField(max_length=60, null=True, db_index=True)
    title = models.JSONField()
    number = models.CharField(max_length=60, null=True)
    done_on = models.CharField(max_length=10, null=True)
    done_by = models.CharField(max_length=120, null=True)
    in_force_from = models.CharField(max_length=10, null=True)
    amends = models.JSONField(default=list)
    facts = models.JSONField(default=list)


class Effect(RegisterRow):
    """`effect` on a provision from `since` (counts) to `until` (does not), by a work or a decision.

    `provision` is an eId, or `whole` for the whole work; `extent` says in words how far it reaches
    (null: wholly).
    """

    work = models.CharField(max_length=60, db_index=True)
    provision = models.CharField(max_length=80, db_index=True)
    effect = models.CharField(max_length=40)
    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, null=True)
    by_work = models.CharField(max_length=60, null=True)
    by_decision = models.CharField(max_length=120, null=True, db_index=True)
    extent = models.JSONField(null=True)
    says = models.JSONField(null=True)


class Citation(RegisterRow):
    """A provision names another in its own words, from `since` (counts) to `until` (does not)."""

    from_work = models.CharField(max_length=60, db_index=True)
    from_provision = models.CharField(max_length=80)
    to_work = models.CharField(max_length=60, db_index=True)
    to_provision = models.CharField(max_length=80)
    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, null=True)
