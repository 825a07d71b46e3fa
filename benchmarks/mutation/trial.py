"""One fault in a process of its own: is there a test that turns red?

The tests are collected once; each trial is a fork of that process, in which the functions with the fault get their new
code. A fault that is met while modules are imported begins with a process of its own (`fresh.py`). No file is changed.
"""

from __future__ import annotations

import gc
import math
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from inspect import CO_OPTIMIZED
from types import CodeType, FunctionType

import pytest

from mutation.covered import ROOT, SERVER, run
from mutation.sites import Fault

SECONDS = 60  # of the processor, for one test, of which the longest takes some seconds
HANGING = 1800.0  # seconds in which nothing is heard of a process: it waits for something that never comes
MEMORY = 6 * 2**30


class Verdict(Enum):
    NOTICED = "noticed"
    TOO_LONG = "noticed, too long"
    SURVIVED = "survived"
    STILLBORN = "not importable"
    GIVEN_UP = "survived as far as was tried"


@dataclass(frozen=True)
class Outcome:
    """What became of a fault, and the last test that ran."""

    verdict: Verdict
    test: str = ""


_INLINE = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")  # made by the function around them each time
_EXITS = {
    0: Verdict.SURVIVED,
    1: Verdict.NOTICED,
    3: Verdict.STILLBORN,
    4: Verdict.GIVEN_UP,
    -signal.SIGXCPU: Verdict.TOO_LONG,
}


def tried(
    fault: Fault, after: str, tests: Sequence[str], session: pytest.Session, patience: float = math.inf
) -> Outcome:
    """Run some of the tests that were collected on a fault, until the first red one."""
    changes = _changes(fault, after)
    if changes is None:
        return tried_afresh(fault, after, tests, patience)
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return _watched(child, reading)
    try:  # in the child, which must never come back
        os.close(reading)
        begin()
        for function, code in changes:
            function.__code__ = code
        os._exit(_run(tests, session, writing, patience))
    finally:
        os._exit(1)


def tried_afresh(fault: Fault, after: str, tests: Sequence[str], patience: float = math.inf) -> Outcome:
    """Do the same in a process that has imported nothing yet."""
    reading, writing = os.pipe()
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as source:
        source.write("\n".join([*tests, ""]))
        source.write("\f" + after)
        source.flush()
        command = [sys.executable, "-m", "mutation.fresh", fault.module, str(fault.path), source.name, str(writing)]
        command.append(str(patience))
        path = os.pathsep.join([str(SERVER), str(ROOT / "benchmarks"), str(ROOT)])
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, cwd=ROOT, env=environment, pass_fds=[writing], stdout=quiet, stderr=quiet)
        os.close(writing)
        return _watched(process.pid, reading)


def begin() -> None:
    """Be a process group that is silent and cannot eat the machine."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _run(tests: Sequence[str], session: pytest.Session, writing: int, patience: float) -> int:
    items = {item.nodeid: item for item in session.items}
    chosen = [items[test] for test in tests if test in items]
    return run_until_red(chosen, session, writing, patience)


def run_until_red(chosen: Sequence[pytest.Item], session: pytest.Session, writing: int, patience: float) -> int:
    """Run tests, each of which is announced, and return the exit status."""
    seen = Reports()
    session.config.pluginmanager.register(seen)
    for at, item in enumerate(chosen):
        used = time.process_time()
        if used > patience:
            return 4
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + SECONDS, resource.RLIM_INFINITY))
        os.write(writing, f"{item.nodeid}\n".encode())
        run(item, chosen[at + 1 :], session)
        if seen.red:
            return 1
    return 0


class Reports:
    """Hears whether a test was red."""

    def __init__(self) -> None:
        self.red = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.red = self.red or report.failed


def _watched(child: int, reading: int) -> Outcome:
    """Wait for a process that announces its tests."""
    told, ready = b"", True
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while ready:
            ready = bool(select.select([pipe], [], [], HANGING)[0])
            news = pipe.read(65536) if ready else b""
            if not news:
                break
            told += news
    if not ready:
        _end(child)
    test = (told.decode().splitlines() or [""])[-1]
    _, status = os.waitpid(child, 0)
    verdict = _EXITS.get(os.waitstatus_to_exitcode(status), Verdict.NOTICED)
    return Outcome(verdict if ready else Verdict.TOO_LONG, test)


def _end(child: int) -> None:
    """End a process that is the first of a group, if it came so far."""
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)


def _changes(fault: Fault, after: str) -> list[tuple[FunctionType, CodeType]] | None:
    """Return the functions with their new code; None where more than functions changes."""
    file = str(fault.path)
    old = compile(fault.path.read_text(encoding="utf-8"), file, "exec", dont_inherit=True)
    pairs = _pairs(old, compile(after, file, "exec", dont_inherit=True))
    if pairs is None:
        return None
    named = [(_key(before), now) for before, now in pairs if before != now and before.co_name not in _INLINE]
    changed = dict(named)
    if len(changed) < len(named):
        return None
    alive = [each for each in gc.get_objects() if isinstance(each, FunctionType) and each.__code__.co_filename == file]
    changes = [(each, changed[_key(each.__code__)]) for each in alive if _key(each.__code__) in changed]
    kept = all(len(code.co_freevars) == len(function.__code__.co_freevars) for function, code in changes)
    return changes if changes and kept else None


def _pairs(before: CodeType, after: CodeType) -> list[tuple[CodeType, CodeType]] | None:
    """Return the functions of two states of a module beside each other; None where the rest is not the same."""
    inside = _codes(before), _codes(after)
    if _without_codes(before) != _without_codes(after) or len(inside[0]) != len(inside[1]):
        return None
    pairs: list[tuple[CodeType, CodeType]] = []
    for old, new in zip(*inside, strict=True):
        if old.co_name != new.co_name:
            return None
        if old.co_flags & CO_OPTIMIZED:
            pairs.append((old, new))
            continue
        deeper = _pairs(old, new)
        if deeper is None:
            return None
        pairs += deeper
    return pairs


def _codes(code: CodeType) -> list[CodeType]:
    return [each for each in code.co_consts if isinstance(each, CodeType)]


def _without_codes(code: CodeType) -> tuple[object, ...]:
    consts = [(type(each), each) for each in code.co_consts if not isinstance(each, CodeType)]
    return code.co_code, consts, code.co_names


def _key(code: CodeType) -> tuple[str, int]:
    return code.co_name, code.co_firstlineno
