"""nanproof's command line, many times over: each run in a process of its own with limits, none of which loads anything.

`python -m tests.hostile.warm` loads nanproof once, reads one request a line, and forks for each. The kernel keeps the
limits, so they hold whatever the interpreter is busy with: processor time, time on the clock, memory, size of a file.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
MEGABYTE = 1_000_000
STDOUT, STDERR = "stdout", "stderr"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may use: seconds of the processor and on the clock, bytes of memory above the start, bytes written.

    On the clock it is a guard against waiting for ever, for a machine that many share.
    """

    processor: int = 8
    clock: int = 120
    memory: int = 800 * MEGABYTE
    output: int = 20 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: the exit code, or the signal that ended it, and the seconds of the processor that it took."""

    code: int | None
    signal: str | None
    seconds: float
    megabytes: float
    stdout: str
    stderr: str


@dataclass(frozen=True, slots=True)
class _Request:
    arguments: list[str]
    folder: str
    limits: dict[str, int]


class Warm:
    """A process that has nanproof loaded."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.hostile.warm"]
        self._process = subprocess.Popen(
            command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, arguments: Sequence[str], folder: Path, limits: Limits) -> Outcome:
        """Run the command line in a folder, beside which its output is kept."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        request = _Request(list(arguments), str(folder), asdict(limits))
        stdin.write(json.dumps(asdict(request)) + "\n")
        stdin.flush()
        told = json.loads(stdout.readline())
        said = (Path(f"{folder}.{each}").read_text("utf-8", "replace") for each in (STDOUT, STDERR))
        return Outcome(told["code"], told["signal"], told["seconds"], told["megabytes"], *said)

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


def _serve() -> None:
    # What `check` imports on its way; the child has nothing to load but what its own text asks for.
    from nanproof.catalog import load
    from nanproof.cli.command import main

    importlib.import_module("nanproof.cli.check")
    load()
    for line in sys.stdin:
        request = _Request(**json.loads(line))
        child = os.fork()
        if not child:
            _limit(request)
            os._exit(main(request.arguments))
        _, status, used = os.wait4(child, 0)
        answer = {
            "code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            "signal": signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else None,
            "seconds": used.ru_utime + used.ru_stime,
            "megabytes": used.ru_maxrss / 1_000,
        }
        print(json.dumps(answer), flush=True)


def _limit(request: _Request) -> None:
    limits = Limits(**request.limits)
    os.chdir(request.folder)
    for number, name in ((0, os.devnull), (1, f"{request.folder}.{STDOUT}"), (2, f"{request.folder}.{STDERR}")):
        opened = os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + limits.memory,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.processor,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(limits.clock)


if __name__ == "__main__":
    _serve()
