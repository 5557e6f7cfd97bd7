"""A place for the words of a post."""

from __future__ import annotations

from django.db import migrations, models

ROLES = [
    ("script", "Script"),
    ("cast", "Cast"),
    ("scenes", "Scenes"),
    ("shots", "Shots"),
    ("speech", "Speech"),
    ("reference", "Reference"),
    ("frame", "First frame"),
    ("clip", "Clip"),
    ("lipsync", "Lip sync"),
    ("camera", "Camera"),
    ("upscaled", "Upscaled clip"),
    ("foley", "Foley"),
    ("voiced", "Changed voice"),
    ("aligned", "Times of words"),
    ("music", "Music"),
    ("effects", "Effects"),
    ("export", "Export"),
    ("sample", "Voice sample"),
    ("described", "Description of a picture"),
    ("post", "Words of a post"),
]


class Migration(migrations.Migration):
    dependencies = [("generation", "0010_looked_with")]

    operations = [
        migrations.AlterField(model_name="slot", name="role", field=models.CharField(choices=ROLES, max_length=9)),
        migrations.AlterField(
            model_name="slot",
            name="variant",
            field=models.CharField(
                blank=True,
                help_text="The format of an export; the library of a sample; the platform and draft of a post.",
                max_length=40,
            ),
        ),
    ]
