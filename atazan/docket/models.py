"""The docket: petitions as the journal says, and what happened to each. Sealed: who sees what is
in the table of rights."""

from django.db import models

from atazan.docket.drafts import Draft, DraftFile  # noqa: F401 (Django finds its tables here)
from atazan.journal.rows import RegisterRow


class Petition(RegisterRow):
    """One petition. `step` is its state; digests lead to what is private.

    `filed_on`: first filing; `received_on`: last filing; `counts_on`: the day that counts as filing
    for the one-year limit (art. 47(4)).
    """

    sealed = True

    code = models.CharField(max_length=14, unique=True)
    step = models.CharField(max_length=20)
    filed_on = models.CharField(max_length=10)
    received_on = models.CharField(max_length=10)
    counts_on = models.CharField(max_length=10)
    language = models.CharField(max_length=2)
    channel = models.CharField(max_length=6)
    norms = models.JSONField(default=list)
    files = models.JSONField(default=list)
    found = models.JSONField(default=dict)
    outcome = models.CharField(max_length=20, default="")
    applicant = models.CharField(max_length=71)
    statement = models.CharField(max_length=71)
    facts = models.CharField(max_length=71)
    names = models.CharField(max_length=71, default="")
    clerk = models.CharField(max_length=150, default="")
    grounds = models.JSONField(default=list)
    reasons = models.CharField(max_length=71, default="")
    returned_on = models.CharField(max_length=10, null=True)
    noticed_on = models.CharField(max_length=10, null=True)
    demanded_on = models.CharField(max_length=10, null=True)
    judges = models.JSONField(default=list)
    proposal = models.CharField(max_length=6, default="")
    proposed = models.JSONField(default=list)
    report = models.CharField(max_length=71, default="")
    session = models.JSONField(null=True)
    present = models.JSONField(default=list)
    minutes = models.CharField(max_length=71, default="")
    round = models.PositiveSmallIntegerField(default=0)
    admitted_on = models.CharField(max_length=10, null=True, db_index=True)
    refused_on = models.CharField(max_length=10, null=True)
    notified_on = models.CharField(max_length=10, null=True)
    rapporteurs = models.JSONField(default=list)
    joined_to = models.CharField(max_length=12, null=True, db_index=True)
    joined_on = models.CharField(max_length=10, null=True)
    urgent = models.BooleanField(default=False)
    to_plenary = models.BooleanField(default=False)
    withdrawn_on = models.CharField(max_length=10, null=True)
    adapted_on = models.CharField(max_length=10, null=True)
    decision = models.CharField(max_length=120, null=True, db_index=True)
    decided_on = models.CharField(max_length=10, null=True)
    published_on = models.CharField(max_length=10, null=True)
    served_on = models.CharField(max_length=10, null=True)
    ended_on = models.CharField(max_length=10, null=True)

    class Meta:
        indexes = [
            models.Index(fields=["step", "filed_on", "id"], name="queue_oldest_first"),
            models.Index(fields=["step", "clerk", "filed_on", "id"], name="queue_of_a_clerk"),
            models.Index(fields=["step", "outcome", "filed_on", "id"], name="queue_by_outcome"),
            models.Index(fields=["step", "notified_on", "filed_on", "id"], name="queue_to_notify"),
            models.Index(fields=["step", "served_on", "filed_on", "id"], name="queue_to_serve"),
        ]


class ChallengedNorm(RegisterRow):
    """A provision that a petition challenges now."""

    sealed = True

    petition = models.CharField(max_length=12, db_index=True)
    work = models.CharField(max_length=60)
    provision = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["work", "provision"], name="petitions_on_a_norm")]


class Suspension(RegisterRow):
    """Proceedings stood still from `since` until `until` (the day they went on; not counted)."""

    sealed = True

    petition = models.CharField(max_length=12, db_index=True)
    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, null=True)
    cause = models.CharField(max_length=20)
    reason = models.CharField(max_length=71)


class Prolongation(RegisterRow):
    """The period prolonged on a day to another, inclusive."""

    sealed = True

    petition = models.CharField(max_length=12, db_index=True)
    decided_on = models.CharField(max_length=10)
    to = models.CharField(max_length=10)
    reason = models.CharField(max_length=71)


class Recusal(RegisterRow):
    """A judge's self-recusal in a case; `granted` None until the Court decides."""

    sealed = True

    petition = models.CharField(max_length=12, db_index=True)
    judge = models.CharField(max_length=120)
    stated_on = models.CharField(max_length=10)
    granted = models.BooleanField(null=True)
    reason = models.CharField(max_length=71)


class Vote(RegisterRow):
    """That a judge voted in a round of a session; `vote` is the digest of how."""

    sealed = True

    petition = models.CharField(max_length=12, db_index=True)
    round = models.PositiveSmallIntegerField()
    judge = models.CharField(max_length=120)
    vote = models.CharField(max_length=71)


class Likeness(models.Model):
    """By what a petition is known again: no register, but keyed digests that may be erased.

    `applicant_key` is that of the IIN, `sketch` the smallest keyed digests of three words each.
    """

    petition = models.CharField(primary_key=True, max_length=12)
    applicant_key = models.CharField(max_length=64, db_index=True)
    sketch = models.BinaryField()


class Delivery(models.Model):
    """The letter about one entry: no register, the journal is what is to be told.

    `claimed_at` is the last moment somebody took it to send; `sent_at` when it went; `fault` says
    why it did not. Settled where sent, or where `fault` stands and `tries` are used up.
    """

    entry = models.PositiveIntegerField(primary_key=True)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=200, default="")

    class Meta:
        indexes = [
            models.Index(fields=["entry"], name="letters_waiting", condition=models.Q(sent_at=None))
        ]


class DueDay(models.Model):
    """The last day of a period as the nightly check last found it: no register, only a memory.

    `period` is the petition's number and what the period is for (2026-04117/decision); `sign` is
    what may lawfully move the day: where it stays and the day does not, the calendar moved it.
    """

    period = models.CharField(primary_key=True, max_length=24)
    due = models.CharField(max_length=10)
    sign = models.CharField(max_length=40)
