"""nanproof started inside the workspace of traps, as people start it: none of them snaps."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from nanproof.cli.processes import WORTH_A_PROCESS, useful_processes
from nanproof.import_path import without_working_folder
from tests.traps.session import edit_and_leave, running, search_and_leave
from tests.traps.workspace import BEFORE_NANPROOF, ORDERS, Workspace, build

CONSOLE = (str(Path(sysconfig.get_path("scripts")) / "nanproof"),)
MODULE = (sys.executable, "-m", "nanproof")
STARTS = pytest.mark.parametrize("start", [CONSOLE, MODULE], ids=["console", "module"])
COMMANDS = {
    "check": ("check", "."),
    "fix": ("check", "--fix", "--unsafe-fixes", "."),
    "diff": ("check", "--diff", "."),
    "json": ("check", "--output-format", "json", "."),
    "reveal": ("reveal", "train.py:20"),
    "suspects": ("suspects", "train.py"),
    "catalog": ("catalog", "torch.log"),
    "explain": ("explain", "NAN101"),
}
SECONDS = 120.0


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return build(tmp_path)


def done(
    command: Sequence[str], made: Workspace, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command inside the workspace."""
    return subprocess.run(
        command,
        cwd=made.folder,
        env=environment or made.environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )


def with_python_path(made: Workspace, *entries: str) -> dict[str, str]:
    """Return the environment with more entries of PYTHONPATH; an empty one means the folder one stands in."""
    others = [entry for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry]
    # A variable that is empty as a whole counts as none.
    return {**made.environment(), "PYTHONPATH": os.pathsep.join([*others, *entries]) or os.pathsep}


@STARTS
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_runs_nothing(start: tuple[str, ...], name: str, workspace: Workspace) -> None:
    result = done([*start, *COMMANDS[name]], workspace)
    assert "Traceback" not in result.stderr
    assert result.returncode in (0, 1)
    assert workspace.ran() == []


@STARTS
def test_a_key_that_would_run_something_is_refused(start: tuple[str, ...], workspace: Workspace) -> None:
    (workspace.folder / "pyproject.toml").write_text(ORDERS, encoding="utf-8")
    result = done([*start, "check", "."], workspace)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("nanproof: pyproject.toml:2: there is no key 'path'\n")
    assert workspace.ran() == []


@STARTS
def test_the_server_runs_nothing(start: tuple[str, ...], workspace: Workspace) -> None:
    with running([*start, "server"], workspace.folder, workspace.environment()) as session:
        assert "NAN101" in edit_and_leave(session, workspace.folder, workspace.train)
    assert workspace.ran() == []


@STARTS
def test_a_search_of_the_server_runs_nothing(start: tuple[str, ...], workspace: Workspace) -> None:
    with running([*start, "server"], workspace.folder, workspace.environment()) as session:
        assert "NAN101" in search_and_leave(session, workspace.folder, workspace.train)
    assert workspace.ran() == []


@STARTS
def test_its_processes_run_nothing(start: tuple[str, ...], workspace: Workspace) -> None:
    many = workspace.folder / "many"
    many.mkdir()
    for number in range(2 * WORTH_A_PROCESS):
        (many / f"part{number}.py").write_text("import re, torch\n", encoding="utf-8")
    assert done([*start, "check", "many"], workspace).returncode == 0
    assert workspace.ran() == []


SPAWN = """
from nanproof.import_path import keep_out_the_working_folder
keep_out_the_working_folder()
import multiprocessing
process = multiprocessing.get_context("spawn").Process(target=print, args=("a child",))
process.start()
process.join()
"""


def test_a_spawned_process_runs_nothing_either(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where processes cannot be forked Python starts them anew, with the working folder on the path."""
    if sys.version_info >= (3, 11):
        assert done([sys.executable, "-c", SPAWN], workspace).stdout == "a child\n"
        assert workspace.ran() == []
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    monkeypatch.setattr("sys.version_info", (3, 11))
    assert useful_processes(10 * WORTH_A_PROCESS) == 8
    monkeypatch.setattr("sys.version_info", (3, 10))  # which has no way to keep it out
    assert useful_processes(10 * WORTH_A_PROCESS) == 1


@pytest.mark.parametrize("entry", ["", ".", "bin/.."])
def test_an_entry_of_pythonpath_that_means_here_is_passed_over(entry: str, workspace: Workspace) -> None:
    """Python itself reads sitecustomize.py before nanproof's first line: see below."""
    for name in ("sitecustomize", "usercustomize"):
        (workspace.folder / f"{name}.py").unlink()
    result = done([*MODULE, "check", "."], workspace, with_python_path(workspace, entry))
    assert result.returncode == 1
    assert workspace.ran() == []


def test_what_python_imports_before_nanproof_is_out_of_its_reach(tmp_path: Path) -> None:
    """A known limit, which SECURITY.md names: start nanproof by its own name, or with -P or -I."""
    made = build(tmp_path, BEFORE_NANPROOF)
    assert done([*MODULE, "explain", "NAN101"], made).returncode != 0
    assert set(made.ran()) & set(BEFORE_NANPROOF)
    assert done([*MODULE, "explain", "NAN101"], made, with_python_path(made, "")).returncode != 0
    assert "sitecustomize" in made.ran()
    for marker in made.markers.iterdir():
        marker.unlink()
    assert done([*CONSOLE, "check", "."], made).returncode == 1
    if sys.version_info >= (3, 11):
        assert done([sys.executable, "-P", "-m", "nanproof", "check", "."], made).returncode == 1
    assert made.ran() == []


HERE, OWN, STANDARD = "/work", "/lib/site", "/usr/lib/python3"


@pytest.mark.parametrize(
    ("path", "python_path", "kept"),
    [
        (["/work", STANDARD, OWN], "", [STANDARD, OWN]),
        (["", STANDARD, OWN], "", [STANDARD, OWN]),
        (["/venv/bin", "/work", "/deps", STANDARD, OWN], ":/deps", ["/venv/bin", "/deps", STANDARD, OWN]),
        (["/work", "/work/src", STANDARD, OWN], "src", [STANDARD, OWN]),
        (["/work", "/work/src", STANDARD, OWN], "/work/src", ["/work/src", STANDARD, OWN]),
        (["/work/", "/work/.", STANDARD, OWN], "", [STANDARD, OWN]),
        ([STANDARD, "/work", OWN], "", [STANDARD, "/work", OWN]),  # installed, editable
        (["/work", OWN], "", [OWN]),
    ],
)
def test_the_path_without_the_working_folder(path: list[str], python_path: str, kept: list[str]) -> None:
    assert without_working_folder(path, HERE, OWN, STANDARD, python_path) == kept


def test_nanproof_may_stand_in_its_own_folder() -> None:
    assert without_working_folder([OWN, STANDARD, OWN], OWN, OWN, STANDARD, "") == [OWN, STANDARD, OWN]
    assert without_working_folder([STANDARD, STANDARD], STANDARD, OWN, STANDARD, "") == [STANDARD, STANDARD]
