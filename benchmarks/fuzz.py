"""Long fuzzers: random edits, files, patterns and arguments, compared with simple models and fresh analyses.

    python benchmarks/fuzz.py edits  --edits 1000000          documents, trees and findings in process
    python benchmarks/fuzz.py server --edits 100000           a real server, over its standard input and output
    python benchmarks/fuzz.py fix --files 2000                `--fix` on variations of files
    python benchmarks/fuzz.py ignore --trees 2000             `.gitignore` patterns, compared with git's own
    python benchmarks/fuzz.py arguments --vectors 10000       command lines
    python benchmarks/fuzz.py soak                            memory and descriptors of a server

Each takes folders of Python files to begin with (default: examples and tests/cases; files of more than 6 kB are left
out) and a seed: the same seed does the same. A failure is printed with the commands that show it again; the shortest
way to it that was found is written below `--out`. The exit code is 1 when anything failed. Linux only. `tests/fuzz`
runs small samples of each.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

COMMANDS = ("edits", "server", "fix", "ignore", "arguments", "soak")
os.environ.setdefault("NANPROOF_NO_CACHE", "1")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="fuzz.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = import_module(f"fuzzing.{name}")
        command = commands.add_parser(name, description=module.__doc__)
        command.add_argument("corpus", nargs="*", type=Path, metavar="FOLDER", help="Python files to begin with")
        command.add_argument("--seed", default="1", help="what chance begins with (default: 1)")
        command.add_argument("--session", type=int, metavar="N", help="only the session of this number")
        command.add_argument("--failures", type=int, default=5, help="stop after so many (default: 5)")
        command.add_argument("--reduce", type=float, default=60, help="seconds to look for a shorter way (default: 60)")
        command.add_argument("--out", type=Path, default=Path("fuzzed"), help="where failures are written (fuzzed/)")
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    asked = parser.parse_args(arguments)
    status: int = asked.run(asked)
    return status


if __name__ == "__main__":
    sys.exit(main())
