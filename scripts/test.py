"""Installs what the tests need and runs them all.

    python3 scripts/test.py                 everything, on up to four cores
    python3 scripts/test.py tests/cli -x    arguments go on to pytest

Needs nothing but Python 3.10 or newer. The end-to-end tests drive Neovim, Emacs and VS Code: what can be
installed is installed (Debian's packages only by root), what cannot be is named, and its tests are not run;
with CI=true in the environment that is an error.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from environment import PYTHON, ROOT, SetupError, prepare

END_TO_END = Path("tests/e2e")
# One that has imported all frameworks takes about 2 GB.
MOST_PROCESSES = 4


def drives_editors(arguments: Sequence[str]) -> bool:
    """Whether the chosen tests have end-to-end tests among them; all tests do."""
    chosen = [
        Path(argument.partition("::")[0]) for argument in arguments if (ROOT / argument.partition("::")[0]).exists()
    ]
    return not chosen or any(END_TO_END.is_relative_to(path) or path.is_relative_to(END_TO_END) for path in chosen)


def install_editors() -> bool:
    """Install the editors; say whether the tests may run."""
    command = [PYTHON, END_TO_END / "install.py"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode == 0:
        return True
    if os.environ.get("CI") == "true":
        print("CI=true: every end-to-end test must run, so this is an error.", file=sys.stderr)
        return False
    again = f"sudo {PYTHON} {END_TO_END / 'install.py'}"
    print(f"The end-to-end tests of what is missing are not run; `{again}` installs it.", file=sys.stderr)
    return True


def in_parallel() -> list[str]:
    """Return the arguments that have all tests run on several cores."""
    affinity = getattr(os, "sched_getaffinity", None)  # not everywhere
    cores = len(affinity(0)) if affinity is not None else os.cpu_count() or 1
    return ["-n", str(min(cores, MOST_PROCESSES)), "--dist", "loadgroup"]


def main() -> int:
    arguments = sys.argv[1:]
    try:
        prepare("test")
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    if drives_editors(arguments) and not install_editors():
        return 2
    chosen = arguments or in_parallel()
    return subprocess.run([PYTHON, "-m", "pytest", *chosen], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
