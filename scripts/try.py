"""Installs nanproof into `.venv` and runs it on the programs in `examples`, two of which are faulty.

    python3 scripts/try.py

Needs nothing but Python 3.10 or newer. Ends with 0 when nanproof found the faults, as it should.
"""

import subprocess
import sys

from environment import PROGRAMS, ROOT, SetupError, prepare


def main() -> int:
    try:
        prepare()
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    print("$ nanproof check examples\n", flush=True)
    done = subprocess.run([PROGRAMS / "nanproof", "check", "examples"], cwd=ROOT, check=False)
    if done.returncode != 1:
        print(f"nanproof ended with exit code {done.returncode}; here it should be 1.", file=sys.stderr)
        return 2
    print(f"\nThe exit code was 1: there are findings. Check your own code: {PROGRAMS / 'nanproof'} check PATH")
    return 0


if __name__ == "__main__":
    sys.exit(main())
