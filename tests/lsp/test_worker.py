"""The worker's queue."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError
from functools import partial
from threading import Event, get_ident

import pytest

from nanproof.lsp.worker import Worker


@pytest.fixture
def gate() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


@pytest.fixture
def worker(gate: Event) -> Iterator[Worker]:
    """A worker that is busy until the gate opens."""
    worker, started = Worker(), Event()

    def wait() -> None:
        started.set()
        gate.wait(10)

    worker.submit("busy", wait)
    assert started.wait(10)
    yield worker
    worker.stop()


def test_of_waiting_jobs_with_one_key_the_newest_runs(worker: Worker, gate: Event) -> None:
    ran: list[int] = []
    futures = [worker.submit("a", partial(ran.append, number)) for number in range(5)]
    other = worker.submit("b", lambda: ran.append(99))
    gate.set()
    other.result(10)
    assert ran == [4, 99]
    assert [future.cancelled() for future in futures] == [True, True, True, True, False]


def test_a_first_job_overtakes(worker: Worker, gate: Event) -> None:
    ran: list[str] = []
    last = worker.submit("a", lambda: ran.append("a"))
    worker.submit("b", lambda: ran.append("b"), first=True)
    gate.set()
    last.result(10)
    assert ran == ["b", "a"]


def test_errors_go_to_whoever_asked_and_all_runs_on_one_thread(worker: Worker, gate: Event) -> None:
    gate.set()
    broken = worker.submit("a", lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        broken.result(10)
    threads = {worker.submit(number, get_ident).result(10) for number in range(3)}
    assert len(threads) == 1
    assert get_ident() not in threads


def test_a_withdrawn_job_is_not_run(worker: Worker, gate: Event) -> None:
    ran: list[str] = []
    withdrawn = worker.submit("a", lambda: ran.append("a"))
    worker.withdraw("a")
    worker.withdraw("never asked")
    gate.set()
    worker.submit("b", lambda: None).result(10)
    assert ran == []
    with pytest.raises(CancelledError):
        withdrawn.result(0)


def test_nothing_starts_after_stop(worker: Worker, gate: Event) -> None:
    never = worker.submit("a", lambda: None)
    worker.stop()
    gate.set()
    worker._thread.join(10)
    assert not never.done()
