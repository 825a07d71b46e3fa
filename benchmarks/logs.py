"""Run the programs of tests/traces/programs under their frameworks' own debugging, and keep what they print.

    .venv/bin/python benchmarks/logs.py [NAME ...]      # writes tests/traces/logs/NAME.log; needs the `oracle` extra

The folders of this machine become those of another one: a log is most often read elsewhere than where it was written.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.traces.asked import programs

TRACES = Path(__file__).parent.parent / "tests" / "traces"
QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "CUDA_VISIBLE_DEVICES": "-1",
    "PYTHONUNBUFFERED": "1",
}


def printed(program: Path) -> str:
    """Return what a program prints, from standard output and standard error as it comes."""
    done = subprocess.run(
        [sys.executable, str(program)],
        env={**os.environ, **QUIET},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )
    return elsewhere(done.stdout, program)


def elsewhere(text: str, program: Path) -> str:
    """Return a log as if another machine had written it."""
    text = text.replace(str(program.parent), "/home/ada/project")
    for prefix in (sys.prefix, str(Path(sys.prefix).resolve())):
        text = text.replace(prefix, "/home/ada/venv")
    return text


def main(names: list[str]) -> int:
    """Write the logs of some programs, of all by default."""
    for name, program in programs().items():
        if not names or name in names:
            (TRACES / "logs" / f"{name}.log").write_text(printed(program), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
