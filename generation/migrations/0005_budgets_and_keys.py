from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('entities', '0005_invitation'),
        ('generation', '0004_take_marks'),
        ('projects', '0005_gains'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Budget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('micros', models.PositiveBigIntegerField(help_text='Millionths of a dollar.')),
                ('set_at', models.DateTimeField(auto_now=True)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='budgets', to='entities.library')),
                ('project', models.OneToOneField(blank=True, help_text='Empty: all films.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='budget', to='projects.project')),
                ('set_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('project', None)), fields=('library',), name='budget_once_per_library')],
            },
        ),
        migrations.CreateModel(
            name='SwitchedOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='switched_off', to='entities.library')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='switched_off', to='generation.modeloffer')),
            ],
            options={
                'verbose_name_plural': 'switched off',
                'constraints': [models.UniqueConstraint(fields=('library', 'offer'), name='switched_off_once_per_library')],
            },
        ),
        migrations.CreateModel(
            name='VendorKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vendor', models.CharField(max_length=40)),
                ('sealed', models.TextField(editable=False)),
                ('identity', models.CharField(blank=True, help_text='Whose key it is, as the vendor says.', max_length=200)),
                ('balance', models.CharField(blank=True, help_text='What is left, as the vendor says.', max_length=200)),
                ('problem', models.CharField(blank=True, help_text='Why it did not work when it was last tried.', max_length=500)),
                ('written_at', models.DateTimeField()),
                ('tested_at', models.DateTimeField()),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vendor_keys', to='entities.library')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('library', 'vendor'), name='vendor_key_once_per_library')],
            },
        ),
    ]
