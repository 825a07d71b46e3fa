"""Logs that the frameworks really printed (benchmarks/logs.py), and the line of each program that made the NaN."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nanproof.traces.log import LogReader
from nanproof.traces.report import Report, Trouble
from tests.traces.asked import programs, rank_of, true_line

HERE = Path(__file__).parent
PROGRAMS = programs()


def report_of(data: bytes, piece: int = 1 << 20) -> Report:
    reader = LogReader()
    for start in range(0, len(data), piece):
        reader.feed(data[start : start + piece])
    return reader.report()


def log_of(name: str) -> bytes:
    return (HERE / "logs" / f"{name}.log").read_bytes()


# FIXME: the programs of which the true line is not the first that is told, and its rank today (0: it is not told).
RANKS = {
    # Which matrices are singular, no interval says.
    "torch_flow_logdet": 0,
    # The divisor is a sum of sigmoids, which only underflows; the dividend is 0, and the logarithm behind it -inf.
    "torch_soft_iou": 2,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_true_line_stands_first(name: str) -> None:
    program = PROGRAMS[name]
    assert rank_of(true_line(program), "trace", str(HERE / "logs" / f"{name}.log"), str(program)) == RANKS.get(name, 1)


# What each framework says itself: the operation, of value or gradient, and the innermost line of the program.
SAID = {
    "torch_log": ("torch", "LogBackward0", Trouble.GRADIENT, 9),
    "torch_downstream": ("torch", "PowBackward0", Trouble.GRADIENT, 12),
    "jax_value": ("jax", "mul", Trouble.UNKNOWN, 11),
    "jax_gradient": ("jax", "mul", Trouble.GRADIENT, 9),
    "jax_checkify": ("jax", "div", Trouble.VALUE, 8),
    "tensorflow_eager": ("tensorflow", "Log", Trouble.VALUE, 8),
    "tensorflow_keras": ("tensorflow", "Log", Trouble.VALUE, 7),
    "tensorflow_v1": ("tensorflow", "CheckNumerics", Trouble.VALUE, 7),
    "numpy_warning": ("numpy", "log", Trouble.VALUE, 11),
    "own_check": ("", "", Trouble.UNKNOWN, 11),
}


@pytest.mark.parametrize("name", SAID)
def test_what_the_framework_said(name: str) -> None:
    event = next(each for each in report_of(log_of(name)).events if not each.vague)
    own = [each for each in event.frames if each.path.startswith("/home/ada/project")]
    assert (event.framework, event.operation, event.trouble, own[-1].line) == SAID[name]


@pytest.mark.parametrize("name", ["keras_terminate", "loss_only"])
def test_a_log_that_names_no_line_is_vague(name: str) -> None:
    events = report_of(log_of(name)).events
    assert events
    assert all(each.vague for each in events)


@pytest.mark.parametrize("piece", [1, 7, 1000])
def test_it_does_not_matter_in_which_pieces_a_log_comes(piece: int) -> None:
    for name in ("torch_log", "numpy_warning"):
        assert report_of(log_of(name), piece) == report_of(log_of(name))


def test_windows_line_ends_change_nothing() -> None:
    for name in SAID:
        data = log_of(name)
        assert report_of(data.replace(b"\n", b"\r\n")).events == report_of(data).events


DRESSED = {
    "rank": b"[rank1]: %s",
    "time": b"2026-01-02T03:04:05.123456789Z stderr F %s",
    "log": b"2026-01-02 03:04:05,123 ERROR - %s",
    "ray": b"(Trainer pid=1234, ip=10.0.0.1) %s",
    "mpirun": b"[1,3]<stderr>:%s",
    "compose": b"trainer-1  | %s",
    "coloured": b"\x1b[31m%s\x1b[0m",
}


@pytest.mark.parametrize("dress", DRESSED)
@pytest.mark.parametrize("name", ["torch_log", "jax_gradient", "numpy_warning", "tensorflow_keras"])
def test_what_launchers_and_loggers_put_around_a_line_is_taken_off(dress: str, name: str) -> None:
    lines = log_of(name).split(b"\n")
    dressed = report_of(b"\n".join(DRESSED[dress] % line for line in lines))
    told = [(each.operation, each.frames) for each in dressed.events if not each.vague]
    assert told == [(each.operation, each.frames) for each in report_of(log_of(name)).events if not each.vague]


def test_ranks_that_write_at_the_same_time_are_told_apart() -> None:
    one, other = log_of("torch_log").split(b"\n"), log_of("torch_downstream").split(b"\n")
    mixed = []
    for index in range(max(len(one), len(other))):
        mixed += [b"[rank0]: " + line for line in one[index : index + 1]]
        mixed += [b"[rank1]: " + line for line in other[index : index + 1]]
    told = {(each.channel, each.operation) for each in report_of(b"\n".join(mixed)).events if not each.vague}
    assert told == {("0", "LogBackward0"), ("1", "PowBackward0")}


def test_the_same_trouble_of_many_ranks_is_told_once() -> None:
    data = b"".join(b"[rank%d]: %s\n" % (rank, line) for rank in range(8) for line in log_of("torch_log").split(b"\n"))
    assert len([each for each in report_of(data).events if not each.vague]) == 1


NOTEBOOKS = {
    "old": (
        "FloatingPointError                        Traceback (most recent call last)\n"
        "<ipython-input-7-0a1b2c> in <module>\n      1 x = 1\n----> 2 y = loss(x)\n\n"
        "<ipython-input-5-0a1b2c> in loss(p)\n      1 def loss(p):\n----> 2     return np.log(p)\n\n"
        "FloatingPointError: divide by zero encountered in log\n"
    ),
    "new": (
        "FloatingPointError                        Traceback (most recent call last)\n"
        "Cell In[7], line 2\n      1 x = 1\n----> 2 y = loss(x)\n\n"
        "Cell In[5], line 2, in loss(p)\n      1 def loss(p):\n----> 2     return np.log(p)\n\n"
        "FloatingPointError: divide by zero encountered in log\n"
    ),
}


@pytest.mark.parametrize("style", NOTEBOOKS)
def test_cells_are_read_as_ipython_prints_them(style: str) -> None:
    (event,) = report_of(NOTEBOOKS[style].encode()).events
    assert [(each.cell, each.line, each.text) for each in event.frames] == [
        (7, 2, "y = loss(x)"),
        (5, 2, "return np.log(p)"),
    ]


@pytest.mark.parametrize(
    ("line", "framework"),
    [
        ("Gradient overflow.  Skipping step, loss scaler 0 reducing loss scale to 32768.0", "grad scaler"),
        ("[deepspeed] OVERFLOW! Rank 0 Skipping step. Attempted loss scale: 65536, reducing to 32768", "grad scaler"),
        ("| INFO | NOTE: gradient overflow detected, ignoring gradient, setting loss scale to: 64.0", "grad scaler"),
        ("ValueError: The loss returned in `training_step` is nan or inf.", "lightning"),
        ("Batch 12: Invalid loss, terminating training", "keras"),
        ("RuntimeError: The total norm of order 2.0 for gradients from `parameters` is non-finite, so", "torch"),
        ("ERROR:tensorflow:Model diverged with loss = NaN.", "tensorflow"),
        ("Epoch 3/10 - loss: nan - accuracy: 0.1", ""),
        ("{'loss': nan, 'grad_norm': nan, 'learning_rate': 5e-05, 'epoch': 0.1}", ""),
        ("train_loss=inf", ""),
        ("loss: tensor(nan, grad_fn=<MeanBackward0>)", ""),
    ],
)
def test_what_says_that_there_is_a_nan_and_not_where(line: str, framework: str) -> None:
    (event,) = report_of(f"before\n{line}\n".encode()).events
    assert (event.framework, event.vague, event.at) == (framework, True, 2)


@pytest.mark.parametrize(
    "line",
    [
        "INFO loading financial data, inference began",
        "loss: 0.25 nanoseconds 12",
        "Loaded nan_detector.py, loss 0.3",
        "information: loss inf_rate=3",
        "KeyError: 'loss'",
    ],
)
def test_what_only_looks_like_it_is_no_event(line: str) -> None:
    assert report_of(f"{line}\n".encode()).events == ()


def test_an_exception_of_another_kind_is_named() -> None:
    text = 'Traceback (most recent call last):\n  File "a.py", line 2, in <module>\n    f()\nKeyError: 7\n'
    report = report_of(text.encode())
    assert (report.events, report.ended_by) == ((), "KeyError: 7")


def test_a_log_as_powershell_writes_it() -> None:
    data = log_of("numpy_warning").decode().replace("\n", "\r\n").encode("utf-16")
    assert report_of(data).events == report_of(log_of("numpy_warning")).events


def test_each_log_is_of_another_machine() -> None:
    for name in PROGRAMS:
        assert not re.search(rb"/work/|/root/|/tmp/", log_of(name)), name
