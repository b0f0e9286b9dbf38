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


class Review(RegisterRow):
    """The provisions a petition asks the Court about; under review from `since` (counts; null: not
    admitted) to `until` (does not).

    `norms` are pairs of work and eId. `told`: the end is public; that of a resolution is not until
    it is published. `into`: joined to that petition, whose review goes on for these norms too.
    """

    sealed = True

    norms = models.JSONField(default=list)
    since = models.CharField(max_length=10, null=True, db_index=True)
    until = models.CharField(max_length=10, null=True)
    told = models.BooleanField(default=False)
    into = models.CharField(max_length=12, null=True)
