from django.db import migrations, models


class Migration(migrations.Migration):
    """All a question about a piece needs stands in its index: rows need not be fetched."""

    dependencies = [("law", "0005_words_by_bytes")]

    operations = [
        migrations.RemoveIndex("TextPiece", "law_piece_history"),
        migrations.AddIndex(
            "TextPiece",
            models.Index(
                fields=["work", "lang", "wid", "since", "entry", "eid", "place", "words"],
                name="law_piece_covered",
            ),
        ),
    ]
