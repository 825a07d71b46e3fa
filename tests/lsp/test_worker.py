"""The worker's queue."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError
from functools import partial
from threading import Event, get_ident

import pytest

from nanproof.lsp.worker import MOST_BEGUN_AGAIN, InterruptionError, Worker


@pytest.fixture
def gate() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


@pytest.fixture
def worker(gate: Event) -> Iterator[Worker]:
    """A worker that is busy until the gate opens."""
    worker, started = Worker(lambda: None), Event()

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


class Interruptible:
    """A worker whose jobs wait until they are interrupted, or may go on to their end."""

    def __init__(self) -> None:
        self.interrupted = Event()
        self.begun = Event()
        self.finish = Event()
        self.log: list[str] = []
        self.worker = Worker(self.interrupted.set)

    def job(self, name: str) -> str:
        self.log.append(name)
        self.begun.set()
        while not self.finish.is_set():
            if self.interrupted.wait(0.01):
                self.interrupted.clear()
                raise InterruptionError
        return name


@pytest.fixture
def slow() -> Iterator[Interruptible]:
    slow = Interruptible()
    yield slow
    slow.finish.set()
    slow.worker.stop()


def test_a_newer_job_with_its_key_interrupts_the_one_under_way(slow: Interruptible) -> None:
    older = slow.worker.submit("a", lambda: slow.job("older"))
    assert slow.begun.wait(10)
    newer = slow.worker.submit("a", lambda: "newer")
    assert newer.result(10) == "newer"
    assert isinstance(older.exception(10), InterruptionError)
    assert slow.log == ["older"]


def test_an_urgent_job_interrupts_another_which_is_run_again(slow: Interruptible) -> None:
    other = slow.worker.submit("a", lambda: slow.job("other"))
    assert slow.begun.wait(10)
    later = slow.worker.submit("b", lambda: slow.log.append("later"))
    urgent = slow.worker.submit("hover", lambda: slow.log.append("urgent"), is_urgent=True)
    urgent.result(10)
    slow.finish.set()
    assert other.result(10) == "other"
    later.result(10)
    assert slow.log == ["other", "urgent", "other", "later"]


def test_no_job_interrupts_one_with_another_key(slow: Interruptible) -> None:
    first = slow.worker.submit("a", lambda: slow.job("first"))
    assert slow.begun.wait(10)
    slow.worker.submit("b", lambda: None)
    assert not slow.interrupted.is_set()
    slow.finish.set()
    assert first.result(10) == "first"


def test_a_withdrawn_job_that_is_under_way_is_not_run_again(slow: Interruptible) -> None:
    withdrawn = slow.worker.submit("a", lambda: slow.job("withdrawn"))
    assert slow.begun.wait(10)
    slow.worker.withdraw("a")
    assert isinstance(withdrawn.exception(10), InterruptionError)
    slow.worker.submit("b", lambda: None).result(10)
    assert slow.log == ["withdrawn"]
    assert slow.worker.is_free


def test_an_urgent_job_does_not_begin_another_again_for_ever(slow: Interruptible) -> None:
    other = slow.worker.submit("a", lambda: slow.job("other"))
    for number in range(MOST_BEGUN_AGAIN):
        assert slow.begun.wait(10)
        slow.begun.clear()
        slow.worker.submit(number, lambda: None, is_urgent=True).result(10)
    assert slow.begun.wait(10)
    late = slow.worker.submit("late", lambda: slow.log.append("late"), is_urgent=True)
    assert not slow.interrupted.is_set()
    slow.finish.set()
    late.result(10)
    assert other.result(10) == "other"
    assert slow.log == ["other"] * (MOST_BEGUN_AGAIN + 1) + ["late"]
