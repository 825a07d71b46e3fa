"""The one thread that analyses."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import partial
from threading import Condition, Thread
from typing import TypeVar

R = TypeVar("R")

_STACK_BYTES = 16 * 1024 * 1024  # macOS gives a thread 512 KB, too little for the recursion of jedi and parso


class Worker:
    """Runs jobs one at a time, in order, on a thread of its own.

    Of several waiting jobs with one key only the newest is run, in the place of the oldest; the futures of
    the others are cancelled. The thread is a daemon: no analysis keeps the server from exiting.
    """

    def __init__(self) -> None:
        self._waiting: OrderedDict[Hashable, tuple[Future[object], Callable[[], None]]] = OrderedDict()
        self._changed = Condition()
        self._stopped = False
        self._thread = Thread(target=self._run, name="nanproof-analysis", daemon=True)
        usual = threading.stack_size(_STACK_BYTES)
        self._thread.start()
        threading.stack_size(usual)

    def submit(self, key: Hashable, job: Callable[[], R], *, first: bool = False) -> Future[R]:
        """Have a job run, before all others that wait if it is to be `first`."""
        future: Future[R] = Future()
        with self._changed:
            replaced = self._waiting.get(key)
            self._waiting[key] = (future, partial(_run_into, future, job))  # type: ignore[assignment]  # R differs by job
            if first:
                self._waiting.move_to_end(key, last=False)
            self._changed.notify()
        if replaced is not None:
            replaced[0].cancel()
        return future

    def withdraw(self, key: Hashable) -> None:
        """Cancel the job that waits under a key, if one does."""
        with self._changed:
            waiting = self._waiting.pop(key, None)
        if waiting is not None:
            waiting[0].cancel()

    def stop(self) -> None:
        """Start no further job."""
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def _run(self) -> None:
        while (run := self._next()) is not None:
            run()

    def _next(self) -> Callable[[], None] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or self._waiting)
            if self._stopped:
                return None
            _, (_, run) = self._waiting.popitem(last=False)
            return run


def _run_into(future: Future[R], job: Callable[[], R]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = job()
    except BaseException as error:  # it belongs to whoever asked
        future.set_exception(error)
    else:
        future.set_result(result)
