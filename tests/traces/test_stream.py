"""A log of any length: what is read of it is bounded, and no bytes at all make the reader raise."""

from __future__ import annotations

import random
import tracemalloc

import pytest

from nanproof.traces import log as module
from nanproof.traces.log import LogReader
from nanproof.traces.stream import MOST_LINES, Stream
from tests.traces.test_logs import PROGRAMS, log_of, report_of

ORDINARY = b"2026-01-02 03:04:05,123 INFO trainer step %d loss: 0.25 acc=0.98 and some more words\n"


def test_lines_that_say_nothing_are_not_read() -> None:
    taken: list[str] = []
    stream = Stream(lambda text, _: taken.append(text), lambda: False)
    for step in range(0, 100_000, 1000):
        stream.feed(b"".join(ORDINARY % each for each in range(step, step + 1000)))
    stream.feed(b"loss: nan\n")
    stream.close()
    assert (stream.lines, taken) == (100_001, ["loss: nan"])


def test_lines_that_are_like_others_but_for_their_numbers_are_told_apart_by_what_matters() -> None:
    rng = random.Random(3)
    words = (b"loss: 0.%d", b"n%dan", b"loss: nan %d", b"step=%d", b"grad_norm=inf at %d", b"in%df", b"Epoch %d", b"")
    lines = [each % rng.randrange(1000) if b"%" in each else each for each in rng.choices(words, k=20_000)]
    taken: list[tuple[str, int]] = []
    stream = Stream(lambda text, number: taken.append((text, number)), lambda: False)
    for start in range(0, len(lines), 50):
        quiet = [each for each in lines[start : start + 50] if b"nan" not in each and b"=inf" not in each]
        lines[start : start + 50] = quiet if start % 1000 else lines[start : start + 50]
    for start in range(0, len(lines), 50):
        stream.feed(b"".join(each + b"\n" for each in lines[start : start + 50]))
    stream.close()
    expected = [(each.decode(), at) for at, each in enumerate(lines, 1) if b"nan" in each or b"=inf" in each]
    assert taken == expected
    assert expected


def test_sentences_without_end_are_not_all_remembered() -> None:
    rng = random.Random(4)
    stream = Stream(lambda _, __: None, lambda: False)
    tracemalloc.start()
    for _ in range(100):
        stream.feed(b"".join(rng.randbytes(60).hex().encode() + b"\n" for _ in range(1000)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert stream.lines == 100_000
    assert peak < 3_000_000


def test_where_each_line_says_something_only_so_many_are_read() -> None:
    taken = 0

    def take(_: str, __: int) -> None:
        nonlocal taken
        taken += 1

    stream = Stream(take, lambda: False)
    block = b"step 1 loss: nan\n" * 10_000
    for _ in range(30):
        stream.feed(block)
    stream.close()
    assert stream.lines == 300_000
    assert taken <= MOST_LINES + 10_000


def test_what_a_framework_is_certain_of_is_found_behind_all_that() -> None:
    reader = LogReader()
    for _ in range(30):
        reader.feed(b"step 1 loss: nan\n" * 10_000)
    reader.feed(log_of("torch_log"))
    assert "LogBackward0" in [each.operation for each in reader.report().events]


def test_memory_stays_flat() -> None:
    block = log_of("tensorflow_keras") + b"".join(ORDINARY % each for each in range(5000))
    reader = LogReader()
    reader.feed(block)
    tracemalloc.start()
    for _ in range(40):
        reader.feed(block)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000
    assert len(reader.report().events) <= module.MOST_EVENTS


def test_a_line_without_end_is_cut() -> None:
    reader = LogReader()
    for _ in range(50):
        reader.feed(b"x" * 1_000_000)
    reader.feed(b"\nloss: nan\n")
    report = reader.report()
    assert (report.lines, len(report.events)) == (2, 1)


def test_a_progress_bar_is_many_lines_in_one() -> None:
    data = b"".join(b"\r 12%%|###   | %d/1000 loss=0.3" % each for each in range(100_000)) + b"\r 99%| loss=nan\n"
    report = report_of(data)
    assert (report.lines, [each.sentence for each in report.events]) == (1, ["99%| loss=nan"])


@pytest.mark.parametrize("seed", range(20))
def test_no_bytes_make_it_raise(seed: int) -> None:
    rng = random.Random(seed)
    report_of(rng.randbytes(20_000))
    data = bytearray(log_of(rng.choice(list(PROGRAMS))))
    for _ in range(50):
        data[rng.randrange(len(data))] = rng.randrange(256)
    report_of(bytes(data))
    lines = bytes(data).split(b"\n")
    rng.shuffle(lines)
    report_of(b"\n".join(lines))


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_log_may_end_anywhere(name: str) -> None:
    data = log_of(name)
    for end in range(0, len(data), max(len(data) // 150, 1)):
        report_of(data[:end])


def test_bytes_are_no_text() -> None:
    assert not report_of(random.Random(1).randbytes(5000)).is_text
    assert report_of("потеря: nan, Fehler in «код.py»\n".encode()).is_text
