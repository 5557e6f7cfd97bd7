"""What an empty digest means, and two vendors of one name told apart where nobody has renamed them."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SAME = "Google Gemini"
LABELS = {"gemini": "Google Gemini (words)", "google": "Google Gemini (pictures, clips)"}


def tell_apart(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendors = apps.get_model("generation", "Vendor").objects
    for key, label in LABELS.items():
        vendors.filter(key=key, label=SAME).update(label=label)


def call_alike(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendors = apps.get_model("generation", "Vendor").objects
    for key, label in LABELS.items():
        vendors.filter(key=key, label=label).update(label=SAME)


class Migration(migrations.Migration):
    dependencies = [("generation", "0008_times_of_words")]

    operations = [
        migrations.AlterField(
            model_name="take",
            name="recipe_digest",
            field=models.CharField(
                blank=True, help_text="Empty: uploaded, or changed with words, so never stale.", max_length=64
            ),
        ),
        migrations.RunPython(tell_apart, call_alike),
    ]
