"""The broker of files: messages arrive whole, in order, once, whoever writes and reads at the same time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from kombu import Connection

from generation import queue
from sceneme import celery_app, filebroker


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Connection]:
    """A connection to a broker in a folder of its own. Kombu remembers queues per process, so tests share none."""
    filebroker.register()
    folders = {
        "data_folder_in": "messages",
        "data_folder_out": "messages",
        "processed_folder": "done",
        "control_folder": "control",
    }
    for name in set(folders.values()):
        (tmp_path / name).mkdir()
    options = {option: str(tmp_path / name) for option, name in folders.items()}
    with Connection("files://", transport_options={**options, "polling_interval": 0.001}) as connection:
        yield connection


def test_messages_arrive_whole_and_once_while_many_write(broker: Connection) -> None:
    def write(writer: int) -> None:
        with broker.clone() as connection, connection.SimpleQueue("films") as films:
            for number in range(50):
                films.put({"writer": writer, "number": number, "padding": "x" * 20_000})

    with broker.SimpleQueue("films"):
        pass  # the queue is entered into the table before anybody writes, as the studio does
    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in writers:
        thread.start()
    with broker.SimpleQueue("films") as films:
        received = [films.get(timeout=20).payload for _ in range(200)]
    for thread in writers:
        thread.join()

    assert sorted((message["writer"], message["number"]) for message in received) == [
        (writer, number) for writer in range(4) for number in range(50)
    ]


def test_messages_of_one_writer_arrive_in_their_order(broker: Connection) -> None:
    with broker.SimpleQueue("shots") as films:
        for number in range(20):
            films.put(number)

        assert [films.get(timeout=5).payload for _ in range(20)] == list(range(20))


def test_a_message_that_is_being_written_is_not_seen(broker: Connection, tmp_path: Path) -> None:
    (tmp_path / "messages" / "00000000000000000001_x.lines.part").write_text('{"half')

    with broker.SimpleQueue("lines") as films:
        films.put("whole")

        assert films.get(timeout=5).payload == "whole"


def test_a_message_about_a_film_goes_to_one_queue_and_one_about_a_job_to_the_other() -> None:
    router = celery_app.amqp.Router()

    routes = {
        name: router.route({}, name)["queue"]
        for name in (queue.RUN_JOB, queue.ADVANCE_RUN, "generation.recover_interrupted", "generation.poll_waiting")
    }

    assert {name: found.name for name, found in routes.items()} == {
        queue.RUN_JOB: "work",
        queue.ADVANCE_RUN: "control",
        "generation.recover_interrupted": "control",
        "generation.poll_waiting": "control",
    }
    assert len({found.routing_key for found in routes.values()}) == 2
