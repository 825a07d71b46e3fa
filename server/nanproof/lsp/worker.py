"""The one thread that asks the analyst."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Condition, Thread
from typing import Any, TypeVar

R = TypeVar("R")

# However many urgent jobs come: a job that is always begun again comes to no end.
MOST_BEGUN_AGAIN = 2


class InterruptionError(Exception):
    """Raised by a job that was interrupted before its end."""


@dataclass(frozen=True, slots=True)
class _Task:
    key: Hashable
    future: Future[Any]
    job: Callable[[], Any]
    is_urgent: bool
    is_idle: bool


class Worker:
    """Runs jobs one at a time, in order, on a thread of its own.

    Of several waiting jobs with one key only the newest is run, in the place of the oldest; the futures of the others
    are cancelled. A job that is under way is interrupted when a newer one with its key comes, and when an urgent one
    comes: then it is run again afterwards. One that is idle makes way for any other that is not.

    The thread is a daemon: no job keeps the server from exiting.
    """

    def __init__(self, interrupt: Callable[[], None]) -> None:
        self._interrupt = interrupt
        self._waiting: OrderedDict[Hashable, _Task] = OrderedDict()
        self._running: _Task | None = None
        self._unwanted: _Task | None = None
        self._begun_again: dict[Hashable, int] = {}
        self._changed = Condition()
        self._stopped = False
        self._thread = Thread(target=self._run, name="nanproof-worker", daemon=True)
        self._thread.start()

    @property
    def is_free(self) -> bool:
        """Whether a job that is submitted now is begun at once."""
        return self._running is None and not self._waiting

    def submit(
        self,
        key: Hashable,
        job: Callable[[], R],
        *,
        first: bool = False,
        is_urgent: bool = False,
        is_idle: bool = False,
    ) -> Future[R]:
        """Have a job run, before all others that wait if it is to be `first` or is urgent."""
        future: Future[R] = Future()
        with self._changed:
            replaced = self._waiting.get(key)
            self._waiting[key] = _Task(key, future, job, is_urgent, is_idle)
            if first or is_urgent:
                self._waiting.move_to_end(key, last=False)
            running = self._running
            is_in_the_way = running is not None and (
                running.key == key
                or (running.is_idle and not is_idle)
                or (is_urgent and not running.is_urgent and self._begun_again.get(running.key, 0) < MOST_BEGUN_AGAIN)
            )
            self._changed.notify()
        if replaced is not None:
            replaced.future.cancel()
        if is_in_the_way:
            self._interrupt()
        return future

    def withdraw(self, key: Hashable) -> None:
        """Cancel the job with a key that waits, and interrupt the one that is under way."""
        with self._changed:
            waiting = self._waiting.pop(key, None)
            is_running = self._running is not None and self._running.key == key
            self._unwanted = self._running if is_running else self._unwanted
        if waiting is not None:
            waiting.future.cancel()
        if is_running:
            self._interrupt()

    def stop(self) -> None:
        """Start no further job."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        self._interrupt()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            if not task.future.running() and not task.future.set_running_or_notify_cancel():
                continue
            try:
                result = task.job()
            except InterruptionError:
                self._put_back(task)
            except BaseException as error:  # it belongs to whoever asked
                task.future.set_exception(error)
            else:
                task.future.set_result(result)
            if task.future.done():
                self._begun_again.pop(task.key, None)

    def _next(self) -> _Task | None:
        with self._changed:
            self._running = None
            self._changed.wait_for(lambda: self._stopped or self._waiting)
            if self._stopped:
                return None
            urgent = next((task.key for task in self._waiting.values() if task.is_urgent), None)
            usual = next((key for key, task in self._waiting.items() if not task.is_idle), None)
            chosen = urgent if urgent is not None else usual
            self._running = self._waiting.pop(chosen) if chosen is not None else self._waiting.popitem(last=False)[1]
            return self._running

    def _put_back(self, task: _Task) -> None:
        """Have an interrupted job run again, unless a newer one has taken its place."""
        with self._changed:
            is_wanted = task is not self._unwanted and task.key not in self._waiting and not self._stopped
            if is_wanted:
                self._begun_again[task.key] = self._begun_again.get(task.key, 0) + 1
                self._waiting[task.key] = task
                self._waiting.move_to_end(task.key, last=False)
        if not is_wanted:
            task.future.set_exception(InterruptionError())
