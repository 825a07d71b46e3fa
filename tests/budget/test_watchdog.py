"""Whatever some work does, it ends when its budget does, and nothing but the work."""

from __future__ import annotations

import signal
import sys
import time
from threading import Timer
from types import FrameType

import pytest

from nanproof.budget import Interrupted
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit
from nanproof.watchdog import Limits, held_megabytes, stopped_after, watchdog

SHORT = Limits(seconds=0.2)


def endless() -> int:
    while True:
        pass


def in_a_handler() -> int:
    """Take an interruption for an error, once, as a library may."""
    try:
        endless()
    except BaseException:
        endless()
    return 0


def sorting() -> int:
    return len(sorted(range(10), key=lambda _: endless()))


def waiting() -> int:
    """Do nothing at all for a while: no computing, no budget."""
    time.sleep(0.5)
    return 1


def parsing() -> int:
    """Parse a text over which the parser, which is C, takes minutes."""
    text = b"y = x /" + b" \\\n" * 100_000 + b" 2\n"
    return Document("a.py", text).tree.root_node.end_byte


def parsing_again() -> int:
    """Parse the text after an edit of it."""
    before = Document("a.py", b"y = x / 2\n")
    assert before.tree.root_node.end_byte == 10
    after = before.changed([TextEdit(Span(7, 7), " \\\n" * 100_000)])
    return after.tree.root_node.end_byte


@pytest.mark.parametrize("work", [endless, in_a_handler, sorting, parsing, parsing_again])
def test_work_without_an_end_is_ended(work: object) -> None:
    assert callable(work)
    budget = watchdog().budget(SHORT)
    assert budget.attempt(work) is None
    assert budget.is_spent
    assert not budget.is_withdrawn


def test_work_that_ends_in_time_is_not_disturbed() -> None:
    budget = watchdog().budget(SHORT)
    assert budget.attempt(lambda: 1) == 1
    assert not budget.is_spent
    time.sleep(0.3)
    assert budget.attempt(waiting) == 1, "what counts is computing, not waiting"


def test_one_attempt_takes_no_more_than_its_share() -> None:
    budget = watchdog().budget(Limits(seconds=1.0))
    before = time.process_time()
    assert budget.attempt(endless, share=0.1) is None
    assert time.process_time() - before < 0.9
    assert not budget.is_spent
    assert budget.attempt(lambda: 1) == 1


def test_errors_of_the_work_are_its_own() -> None:
    def fail() -> int:
        raise ZeroDivisionError

    budget = watchdog().budget(SHORT)
    with pytest.raises(ZeroDivisionError):
        budget.attempt(fail)
    assert watchdog().watched is None


def test_memory_is_a_budget_too() -> None:
    if not held_megabytes():
        pytest.fail("this system does not tell how much memory a process holds")
    held: list[bytes] = []

    def grow() -> int:
        while True:
            held.append(b"x" * 1_000_000)

    budget = watchdog().budget(Limits(seconds=60.0, megabytes=100.0))
    assert budget.attempt(grow) is None
    assert budget.is_spent
    assert 50 < len(held) < 2_000
    held.clear()


def test_nobody_waits_any_more() -> None:
    budget = watchdog().budget(Limits(seconds=60.0))
    Timer(0.2, budget.withdraw).start()
    assert budget.attempt(endless) is None
    assert budget.is_withdrawn
    assert budget.attempt(lambda: 1) is None, "no other attempt is begun"


def test_an_interruption_that_comes_too_late_harms_nobody() -> None:
    late = watchdog().budget(SHORT)
    late.attempt(lambda: 1)
    late.withdraw()

    def work() -> int:
        late.withdraw()
        return sum(range(1000))

    assert watchdog().budget(Limits(seconds=60.0)).attempt(work) == 499500


def test_an_interruption_at_any_instant_leaves_the_next_attempt_whole() -> None:
    """Python looks at signals where a function begins and where code in C returns: withdraw at each such place."""
    instant, places = 0, 1
    while instant < places:
        instant += 1
        places = max(places, _withdrawn_at(instant))
        assert _within_seconds(2.0) == 1, f"after an interruption at place {instant}"
    assert places > 5


def _withdrawn_at(instant: int) -> int:
    """Attempt something that is withdrawn at one place; return how many places there were up to it."""
    budget, seen = watchdog().budget(Limits(seconds=60.0)), 0

    def look(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal seen
        if event in ("call", "c_return"):
            seen += 1
            if seen == instant:
                sys.setprofile(None)
                budget.withdraw()

    sys.setprofile(look)
    budget.attempt(lambda: 1)
    sys.setprofile(None)
    return seen + (seen == instant)


def _within_seconds(seconds: float) -> int | None:
    """Attempt something; fail where it waits, as it would for a lock that nobody gives back."""

    def wake(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    usual = signal.signal(signal.SIGALRM, wake)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return watchdog().budget(Limits(seconds=60.0)).attempt(lambda: 1)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, usual)


def test_it_is_no_error_that_a_handler_of_errors_takes() -> None:
    assert not issubclass(Interrupted, Exception)


def test_many_places_are_said_as_one() -> None:
    few = stopped_after(Limits(1.0), [(1, 2), (5, 5)])
    assert few.endswith("500 MB: lines 1-2 and line 5 were not looked at to the end")
    many = stopped_after(Limits(1.0), [(number, number) for number in range(10, 1000, 2)])
    assert many.endswith("500 MB: lines 10-998, in 495 places, were not looked at to the end")
