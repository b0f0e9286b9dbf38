from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('docket', '0003_drafts'),
    ]

    operations = [
        migrations.CreateModel(
            name='DueDay',
            fields=[
                ('period', models.CharField(max_length=24, primary_key=True, serialize=False)),
                ('due', models.CharField(max_length=10)),
                ('sign', models.CharField(max_length=40)),
            ],
        ),
    ]
