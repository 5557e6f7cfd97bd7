from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('projects', '0008_findings'),
    ]

    operations = [
        migrations.AddField(
            model_name='shot',
            name='framing',
            field=models.JSONField(blank=True, default=dict, help_text='Where the window of a version in another shape was put by hand, by shape: its middle, 0 to 1.'),
        ),
    ]
