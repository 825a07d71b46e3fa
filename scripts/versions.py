"""Runs the oracle on the oldest and the newest supported release of each framework, each in an environment of its own.

    python3 scripts/versions.py                              the whole matrix
    python3 scripts/versions.py --framework torch --newest   one cell of it
    python3 scripts/versions.py --only tests/oracle/test_claims.py

The oldest supported releases are the lower bounds of the extra `oracle` in pyproject.toml: what is older was never run,
so nothing is claimed of it. The newest are what the package index has. The environments lie in ~/.cache/nanproof-oracle
(or --folder) and are used again; --fresh makes them anew. PyTorch's newest brings its CUDA libraries: 5.5 GB. Prints a
Markdown table: release, tests passed, failed, and what failed. The exit code is 1 where a test fails.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from environment import ROOT, SetupError

FOLDER = Path.home() / ".cache" / "nanproof-oracle"
SCIPY = "scipy"  # the oracle's formulas are written with it
# What belongs to a framework is installed beside it.
PACKAGES = {
    "torch": ("torch", "einops"),
    "tensorflow": ("tensorflow-cpu", "keras"),
    "keras": ("keras", "tensorflow-cpu"),
    "jax": ("jax", "flax", "optax"),
    "numpy": ("numpy",),
}
# These name no framework and run only one.
ALONE = {"torch": ("training",)}
_COUNT = re.compile(r"(\d+) (passed|failed|error)")
# Everything of the oracle that a claim or a fix rests on.
TESTS = ("tests/oracle",)


def requirements(framework: str, *, newest: bool) -> list[str]:
    """Return what is installed: the releases of the lower bounds, or the newest from there on."""
    extra = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("\noracle = [")[2].partition("]\n]")[0]
    extra = extra.partition("\n]")[0]
    wanted: list[str] = []
    for package in (*PACKAGES[framework], SCIPY):
        found = re.search(rf'"{re.escape(package)}[>=]=([\d.]+)"', extra)
        if found is None:
            raise SetupError(f"pyproject.toml gives {package} no lower bound in its extra `oracle`.")
        exact = found[1] if found[1].count(".") > 1 else f"{found[1]}.*"
        wanted.append(f"{package}>={found[1]}" if newest else f"{package}=={exact}")
    return wanted


def interpreter(folder: Path) -> Path:
    """Return the Python of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(folder: Path, wanted: Sequence[str], *, newest: bool) -> None:
    """Make an environment with some requirements, or bring it up to date."""
    if not interpreter(folder).exists():
        print(f"Making {folder} with {', '.join(wanted)} ...", file=sys.stderr, flush=True)
        venv.create(folder, with_pip=True, clear=True)
    python = interpreter(folder)
    upgrade = ["--upgrade", "--upgrade-strategy", "only-if-needed"] if newest else []
    command: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*command, *upgrade, "--editable", f"{ROOT}[test]", *wanted], check=False)
    if done.returncode != 0:
        raise SetupError(f"{', '.join(wanted)} could not be installed into {folder}; pip's own words stand above.")


def release(folder: Path, package: str) -> str:
    """Return the release of a package in an environment."""
    question = f"from importlib.metadata import version; print(version({package!r}))"
    return subprocess.run(
        [interpreter(folder), "-c", question], capture_output=True, text=True, check=True
    ).stdout.strip()


def run(framework: str, folder: Path, tests: Sequence[str]) -> tuple[int, int, list[str]]:
    """Run a framework's part of the oracle; return how many tests passed and failed, and which."""
    chosen = " or ".join((framework, *ALONE.get(framework, ())))
    environment = {name: value for name, value in os.environ.items() if name not in ("CI", "PYTHONPATH")}
    done = subprocess.run(
        [interpreter(folder), "-m", "pytest", *tests, "-k", chosen, "--tb=short", "-rfE", "--no-header"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    (folder / "oracle.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    counts = dict.fromkeys(("passed", "failed", "error"), 0)
    for number, what in _COUNT.findall(done.stdout.rpartition("\n=")[2] or done.stdout[-500:]):
        counts[what] = int(number)
    if done.returncode not in (0, 1):
        raise SetupError(f"pytest could not run in {folder}: see {folder / 'oracle.log'}.")
    failed = [
        line.partition(" - ")[0].partition(" ")[2]
        for line in done.stdout.splitlines()
        if line.startswith(("FAILED ", "ERROR "))
    ]
    return counts["passed"], counts["failed"] + counts["error"], failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--framework", choices=PACKAGES, action="append")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--oldest", action="store_true")
    which.add_argument("--newest", action="store_true")
    parser.add_argument("--only", nargs="+", default=TESTS, metavar="TEST")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--fresh", action="store_true")
    asked = parser.parse_args()
    ends = [end for end in ("oldest", "newest") if getattr(asked, end) or not (asked.oldest or asked.newest)]
    print("| framework | release | passed | failed |\n|---|---|---|---|", flush=True)
    wrong: list[str] = []
    for framework in asked.framework or PACKAGES:
        for end in ends:
            folder = asked.folder / f"{framework}-{end}"
            if asked.fresh:
                shutil.rmtree(folder, ignore_errors=True)
            try:
                prepare(folder, requirements(framework, newest=end == "newest"), newest=end == "newest")
                passed, failed, names = run(framework, folder, asked.only)
            except SetupError as problem:
                print(problem, file=sys.stderr)
                return 2
            number = release(folder, PACKAGES[framework][0])
            print(f"| {framework} | {number} ({end}) | {passed} | {failed} |", flush=True)
            wrong += [f"{framework} {number}: {name}" for name in names]
    print("\n".join(["", *wrong]) if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
