from django.db import migrations


def declare(apps, schema_editor):
    """A referendum whose result is told is `declared`; `decided` is a step of a petition."""
    streams = apps.get_model("journal", "Stream").objects
    streams.filter(name__startswith="referendum/", state="decided").update(state="declared")


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_owner_and_day")]
    operations = [migrations.RunPython(declare, migrations.RunPython.noop)]
