"""Makes `.venv` beside the sources and installs nanproof into it, with what an extra names.

    python3 scripts/environment.py          nanproof alone
    python3 scripts/environment.py test     and what its tests need
    python3 scripts/environment.py dev      and what its developers need
    python3 scripts/environment.py oracle   and the frameworks on which the catalogue's claims are executed
    python3 scripts/environment.py mutants  and what plants faults, to see whether the tests notice them

Needs nothing but Python itself; uses uv instead of pip where it is on PATH, because it is faster.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".venv"
PROGRAMS = FOLDER / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 10)
EXTRAS = ("", "test", "dev", "oracle", "mutants")


class SetupError(Exception):
    """What stands in the way; its text is a sentence for the person at the terminal."""


def prepare(extra: str = "") -> None:
    """Make the environment, or bring it up to date; cheap when nothing has changed since the last time."""
    stamp = FOLDER / f"nanproof-{extra or 'alone'}.sha256"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted and works():
        return
    if not works():
        create()
    what = f".[{extra}]" if extra else "."
    print(
        f"Installing nanproof{f' with what its extra {extra!r} names' if extra else ''} into {FOLDER} ...",
        flush=True,
    )
    install(["--editable", what])
    stamp.write_text(wanted)


def works() -> bool:
    """Whether there is an environment whose interpreter starts and is new enough."""
    if not PYTHON.exists():
        return False
    question = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.run([PYTHON, "-c", question], capture_output=True, check=False).returncode == 0


def create() -> None:
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise SetupError(f"nanproof needs Python 3.10 or newer, and this is {found}.")
    if uv := shutil.which("uv"):
        run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, FOLDER])
        return
    try:
        venv.create(FOLDER, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError) as problem:
        raise SetupError(
            f"The environment {FOLDER} could not be made: {problem}. "
            "On Debian and Ubuntu, `apt install python3-venv` brings what Python lacks there."
        ) from problem


def install(arguments: Sequence[str]) -> None:
    if uv := shutil.which("uv"):
        run([uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", PYTHON, *arguments])
    else:
        run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments])


def run(command: Sequence[str | Path]) -> None:
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode != 0:
        words = " ".join(str(word) for word in command)
        raise SetupError(f"`{words}` failed with exit code {done.returncode}; its own words stand above.")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("extra", nargs="?", choices=EXTRAS, default="")
    try:
        prepare(parser.parse_args().extra)
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
