"""Decisions of the Court and the Council and what they hold; their effects stand in law."""

from django.db import models

from atazan.journal.rows import RegisterRow


class Decision(RegisterRow):
    body = models.CharField(max_length=120, db_index=True)
    form = models.CharField(max_length=60)
    number = models.CharField(max_length=40, null=True)
    number_kk = models.CharField(max_length=40, null=True)
    done_on = models.CharField(max_length=10, null=True, db_index=True)
    title = models.JSONField(default=dict)
    subject = models.JSONField()
    applicant = models.JSONField(null=True)
    question = models.CharField(max_length=60, null=True)
    outcome = models.CharField(max_length=60, null=True)
    outcome_note = models.JSONField(null=True)
    constitution = models.JSONField(default=list)
    presiding = models.CharField(max_length=120, null=True)
    rapporteur = models.CharField(max_length=120, null=True)
    composition = models.JSONField(default=list)
    published_on = models.CharField(max_length=10, null=True)
    follow_up = models.JSONField(null=True)
    follow_up_due = models.CharField(max_length=10, null=True)
    follow_up_met = models.JSONField(null=True)
    follow_up_met_on = models.CharField(max_length=10, null=True)
    relates_to = models.JSONField(default=list)
    facts = models.JSONField(default=list)
    doc_id = models.CharField(max_length=60, null=True)


class Holding(RegisterRow):
    """One holding on one provision; `outcome` null: examined, the holding was not found."""

    decision = models.CharField(max_length=120, db_index=True)
    place = models.PositiveSmallIntegerField()
    work = models.CharField(max_length=60, db_index=True)
    provision = models.CharField(max_length=80)
    outcome = models.CharField(max_length=60, null=True)
    extent = models.JSONField(null=True)
    reading = models.JSONField(null=True)
    since = models.CharField(max_length=10, null=True)


class Resolution(RegisterRow):
    """A resolution adopted in a case, before and after it is published. Sealed until then."""

    sealed = True

    petition = models.CharField(max_length=12, db_index=True)
    number = models.CharField(max_length=40)
    number_kk = models.CharField(max_length=40)
    title = models.JSONField()
    subject = models.JSONField()
    holdings = models.JSONField(default=list)
    texts = models.CharField(max_length=71)
    constitution = models.JSONField(default=list)
    asks_measures = models.JSONField(null=True)
    term = models.CharField(max_length=10, null=True)
    adopted_on = models.CharField(max_length=10)


class DecisionText(RegisterRow):
    """A published text: its paragraphs in one language, in order."""

    decision = models.CharField(max_length=120, db_index=True)
    language = models.CharField(max_length=2)
    paragraphs = models.JSONField()


class Position(RegisterRow):
    """A legal position of a decision; it counts from the decision's day."""

    decision = models.CharField(max_length=120, db_index=True)
    says = models.JSONField()
    paragraphs = models.JSONField(default=list)
    provisions = models.JSONField(default=list)
    concepts = models.JSONField(default=list)
    author = models.JSONField(null=True)
    written_on = models.CharField(max_length=10, null=True)


class Treatment(RegisterRow):
    """What the later `decision` did with a position of an earlier one."""

    decision = models.CharField(max_length=120, db_index=True)
    position = models.CharField(max_length=120, db_index=True)
    treatment = models.CharField(max_length=20)
    why = models.JSONField()
    paragraphs = models.JSONField(default=list)
    author = models.JSONField(null=True)


class Summary(RegisterRow):
    """A plain-language summary; of several the one written last is shown."""

    decision = models.CharField(max_length=120, db_index=True)
    summary = models.JSONField()
    author = models.JSONField()
    written_on = models.CharField(max_length=10)


class Indexing(RegisterRow):
    """Under what a decision is indexed; of several the last counts. `keywords` by language."""

    decision = models.CharField(max_length=120, db_index=True)
    codes = models.JSONField(default=list)
    thesaurus = models.CharField(max_length=3, null=True)
    concepts = models.JSONField(default=list)
    keywords = models.JSONField(default=dict)
    author = models.JSONField(null=True)
    written_on = models.CharField(max_length=10)


class Precis(RegisterRow):
    """A précis for CODICES in one language; of several the one written last counts."""

    decision = models.CharField(max_length=120, db_index=True)
    language = models.CharField(max_length=2)
    headnotes = models.JSONField()
    facts = models.JSONField()
    reasoning = models.JSONField()
    supplementary = models.JSONField(default=list)
    author = models.JSONField()
    written_on = models.CharField(max_length=10)


class DraftResolution(models.Model):
    """The words of a resolution being drafted, for the bench alone; gone once it is adopted.

    `version` counts the savings: who saves over another's words is told.
    """

    petition = models.CharField(primary_key=True, max_length=12)
    version = models.PositiveIntegerField(default=1)
    content = models.JSONField(default=dict)
    saved_by = models.CharField(max_length=150)
    saved_at = models.DateTimeField()
