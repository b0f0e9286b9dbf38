from django.db import migrations, models


class Migration(migrations.Migration):
    """Words by the bytes of their digest, packed closer. Importing the texts again brings them."""

    dependencies = [("law", "0004_texts")]

    operations = [
        migrations.DeleteModel("KeptWords"),
        migrations.CreateModel(
            name="KeptWords",
            fields=[
                ("sha256", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("base", models.BinaryField(max_length=32, null=True)),
                ("packed", models.BinaryField()),
            ],
        ),
        migrations.RemoveIndex("TextPiece", "law_piece_history"),
        migrations.RemoveIndex("TextPiece", "law_piece_of_eid"),
        migrations.AddIndex(
            "TextPiece",
            models.Index(
                fields=["work", "lang", "wid", "since", "entry"], name="law_piece_history"
            ),
        ),
        migrations.AddIndex(
            "TextPiece", models.Index(fields=["work", "lang", "eid"], name="law_piece_of_eid")
        ),
    ]
