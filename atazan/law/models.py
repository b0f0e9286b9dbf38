"""The register of the law: what happened to provisions, and the texts with their versions.

One table of effects for the lawmaker and for the Court. The words themselves lie beside the
journal, once for each piece of text, under their SHA-256 (docs/adr/0012).
"""

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

    `provision` is an eId, or `whole` for the whole work; `wid` its permanent name and `before` its
    eId before a renumbering, where they differ. `lang`: the one language of the text it was seen in
    (null: all). `extent` says in words how far it reaches (null: wholly), `span` which words alone
    it touches: a list of {lang, words}. `intervals`, where it applies over several: a list of
    {since, until, extent}. `superseded`: a text recorded later tells it otherwise.
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
    lang = models.CharField(max_length=2, null=True)
    wid = models.CharField(max_length=100, null=True)
    before = models.CharField(max_length=80, null=True)
    span = models.JSONField(default=list)
    intervals = models.JSONField(default=list)
    superseded = models.BooleanField(default=False)


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


class RegisteredWork(RegisterRow):
    """A statute the register knows beside works.yaml; days as there."""

    uri = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=40)
    title = models.JSONField()
    short = models.JSONField()
    number = models.CharField(max_length=60, null=True)
    adopted = models.CharField(max_length=10, null=True)
    in_force_from = models.CharField(max_length=10, null=True)
    in_force_until = models.CharField(max_length=10, null=True)
    url = models.CharField(max_length=300, null=True)


class TextVersion(RegisterRow):
    """The text of a work in one language from `since` (counts), as recorded by its entry.

    `digest` is the SHA-256 of the whole text without blanks. `by_work` made this version. The same
    day again is a correction: the later entry counts.
    """

    work = models.CharField(max_length=60, db_index=True)
    lang = models.CharField(max_length=2)
    since = models.CharField(max_length=10)
    source = models.CharField(max_length=300)
    by_work = models.CharField(max_length=60, null=True)
    digest = models.CharField(max_length=64)
    title = models.CharField(max_length=600, null=True)
    anomalies = models.JSONField(default=dict)


class TextPiece(RegisterRow):
    """The words of one piece of a text (an article, a heading, the preamble) from `since`.

    On a day, as known at an entry: of the rows with `since` and `entry` up to these the one with
    the greatest (since, entry). `words` is the SHA-256 the words lie under; null: the piece is
    gone. `place` puts the pieces in the order of the text.
    """

    work = models.CharField(max_length=60)
    lang = models.CharField(max_length=2)
    wid = models.CharField(max_length=100)
    eid = models.CharField(max_length=80)
    place = models.BigIntegerField()
    since = models.CharField(max_length=10)
    words = models.CharField(max_length=64, null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["work", "lang", "wid", "since", "entry", "eid", "place", "words"],
                name="law_piece_covered",
            ),
            models.Index(fields=["work", "lang", "eid"], name="law_piece_of_eid"),
        ]


class KeptWords(models.Model):
    """The words of a piece beside the journal, packed; `base` is the SHA-256 of what they are
    packed against, null where they stand alone. Digests are their 32 bytes."""

    sha256 = models.BinaryField(primary_key=True, max_length=32)
    base = models.BinaryField(null=True, max_length=32)
    packed = models.BinaryField()
