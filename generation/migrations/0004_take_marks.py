from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("generation", "0003_voice_samples"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="take",
            name="is_kept",
            field=models.BooleanField(default=False, help_text="Marked by hand: never tidied away."),
        ),
        migrations.AddField(
            model_name="take",
            name="made_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Who uploaded it.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="take",
            name="removed_at",
            field=models.DateTimeField(blank=True, help_text="Put aside by hand; it can be put back.", null=True),
        ),
    ]
