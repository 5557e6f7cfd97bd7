from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("projects", "0004_editing"),
    ]

    operations = [
        migrations.AddField(
            model_name="project",
            name="effects_gain_db",
            field=models.FloatField(default=0.0, help_text="How much louder than usual effects are."),
        ),
        migrations.AddField(
            model_name="project",
            name="music_gain_db",
            field=models.FloatField(default=0.0, help_text="How much louder than usual music is, against speech."),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("effects_gain_db__range", (-24.0, 12.0)), ("music_gain_db__range", (-24.0, 12.0))),
                name="project_gains_in_range",
            ),
        ),
    ]
