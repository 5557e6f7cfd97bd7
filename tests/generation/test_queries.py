"""No page of a film asks the database more often for a longer film, or more than thirty times."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entities.models import Library
from generation.views.steps import PAGES
from tests.generation.cut_film import cut_film

MOST = 30
ADDRESSES = ["", "live/?since=x", *(f"{step}/" for step in PAGES), *(f"{step}/live/?since=x" for step in PAGES)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_longer_film_takes_no_more_queries(address: str, client: Client, library: Library) -> None:
    counts = []
    for shots, scenes in ((10, 2), (40, 8)):
        path = f"/films/{cut_film(library, shots=shots, scenes=scenes).pk}/{address}"
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= MOST
