"""`nanproof check` against `ruff check --no-cache` on one folder, in one run, turn by turn.

Once without its cache, and once again where nothing changed since.

python benchmarks/check_speed.py FOLDER [--rounds 7]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lsp_client import as_installed
from nanproof.files.discovery import discover

COMMANDS = {
    "nanproof check --no-cache": [sys.executable, "-m", "nanproof", "check", "--no-cache"],
    "nanproof check, again": [sys.executable, "-m", "nanproof", "check"],
    "ruff check --no-cache": [str(Path(sys.executable).with_name("ruff")), "check", "--no-cache"],
}


@dataclass(slots=True)
class Runs:
    """What was measured of one command: seconds, seconds of the processor, bytes."""

    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    memory: int = 0


def run(command: Sequence[str], runs: Runs) -> None:
    """Run a command once and note what it took; exit codes 0 and 1 are both right."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=as_installed())
    _, status, usage = os.wait4(process.pid, 0)
    runs.seconds.append(time.perf_counter() - started)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"`{' '.join(command)}` ended with exit code {process.returncode}")
    runs.processor.append(usage.ru_utime + usage.ru_stime)
    runs.memory = max(runs.memory, usage.ru_maxrss * 1024)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    files = discover([str(asked.folder)]).files
    lines = sum(Path(file).read_bytes().count(b"\n") for file in files)
    measured = {name: Runs() for name in COMMANDS}
    for name in measured:  # compiles the modules, fills the caches
        run([*COMMANDS[name], str(asked.folder)], Runs())
    for _ in range(asked.rounds):
        for name, runs in measured.items():
            run([*COMMANDS[name], str(asked.folder)], runs)
    base = statistics.median(measured["ruff check --no-cache"].seconds)
    print(f"{asked.folder.name}: {len(files):,} files, {lines:,} lines; {asked.rounds} rounds, turn by turn\n")
    print("| command | median | fastest | to ruff | processor | peak memory of a process |")
    print("|---|---|---|---|---|---|")
    for name, runs in measured.items():
        median = statistics.median(runs.seconds)
        print(
            f"| {name} | {median:.2f} s | {min(runs.seconds):.2f} s | {median / base:.1f}x "
            f"| {statistics.median(runs.processor):.2f} s | {runs.memory / 1e6:.0f} MB |"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
