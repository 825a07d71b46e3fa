"""VS Code with the packaged extension: inside the extension host, and by mouse and keyboard in the page."""

import json
import os
import shutil
import sys
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from nanproof import __version__
from tests.traps.workspace import Workspace

from .code_server import CodeServer, running_code_server
from .conftest import Require
from .driver import NotDoneError, Session, assert_mended, run_driver
from .inputs import INPUTS, Input
from .install import CHROMIUM_PART, EXTENSION_PART, NODE, NODE_MODULES, VSCODE_PART, chromium
from .pictures import PROGRAM, recorded, take

HERE = Path(__file__).parent
SCRIPTS = HERE / "vscode"
SHOTS = HERE.parents[1] / ".e2e" / "vscode"
SECONDS = 300.0
PLAIN = INPUTS[0]
CELLS = ("%matplotlib inline\nimport torch\np = torch.softmax(z, 0)", "%%time\nloss = -torch.log(p)")
# What PyTorch prints of the program in the pictures, trained in another place.
LOG = """\
step 12 loss: 0.31
UserWarning: Error detected in LogBackward0. Traceback of forward call that caused the error:
  File "/workspace/run/train.py", line 12, in <module>
    loss = penalty - 0.01 * entropy(logits)
  File "/workspace/run/losses.py", line 6, in entropy
    return -(p * torch.log(p)).sum(dim=-1).mean()
RuntimeError: Function 'LogBackward0' returned nan values in its 0th output.
"""

# They share one code-server.
pytestmark = pytest.mark.xdist_group("vscode")


@pytest.fixture(scope="module")
def code_server(tmp_path_factory: pytest.TempPathFactory, require: Require) -> Iterator[CodeServer]:
    """VS Code as somebody has it who installed the extension and nothing else: no nanproof, and a bare Python."""
    for part in (CHROMIUM_PART, VSCODE_PART, EXTENSION_PART):
        require(part)
    bare = tmp_path_factory.mktemp("bare")
    venv.create(bare)
    assert {path.name for path in bare.glob("lib/python*/site-packages/*")} == set()
    other = tmp_path_factory.mktemp("other")
    venv.create(other)
    environment = {
        "PATH": f"{bare / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "NANPROOF_E2E_PYTHON": sys.executable,
        "NANPROOF_E2E_OTHER_PYTHON": str(other / "bin" / "python"),
    }
    with running_code_server(tmp_path_factory.mktemp("code-server"), environment) as server:
        yield server


@pytest.fixture(scope="module")
def shots() -> Path:
    """Where the screenshots of this run go, for a person to look at."""
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(parents=True)
    return SHOTS


def workspace(server: CodeServer, name: str, settings: Mapping[str, object]) -> Path:
    folder = server.folder / name
    (folder / ".vscode").mkdir(parents=True)
    (folder / ".vscode" / "settings.json").write_text(json.dumps(settings))
    return folder


def run_script(server: CodeServer, script: str, *arguments: Path) -> dict[str, Any]:
    environment = {
        "CHROMIUM": chromium() or "",
        "CODE_SERVER_URL": server.url,
        "NODE_MODULES": str(NODE_MODULES),
    }
    return run_driver([NODE, SCRIPTS / script, *arguments], environment, SECONDS)


def notebook(cells: Sequence[str]) -> str:
    made: list[dict[str, object]] = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": each} for each in cells
    ]
    return json.dumps(
        {"cells": made, "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
    )


@dataclass(frozen=True, slots=True)
class HostRun:
    """What the suite in the extension host wrote down, in one window for all its cases."""

    folder: Path

    def file(self, given: Input) -> Path:
        return self.folder / f"{given.name}.py"

    def seen(self, name: str) -> dict[str, Any]:
        seen: dict[str, Any] = json.loads((self.folder / f"{name}.json").read_text())
        assert "problem" not in seen, seen["problem"]
        return seen


@pytest.fixture(scope="module")
def host_run(code_server: CodeServer, shots: Path) -> HostRun:
    try:
        return run_in_host(code_server, shots, "host")
    except NotDoneError:  # a window of a browser may hang while it opens; what fails in one is not tried again
        return run_in_host(code_server, shots, "host-again")


def run_in_host(code_server: CodeServer, shots: Path, name: str) -> HostRun:
    run = HostRun(workspace(code_server, name, {"nanproof.severity": {"NAN102": "hint"}}))
    for given in INPUTS:
        run.file(given).write_bytes(given.before)
    for name in ("book", "other"):
        (run.folder / f"{name}.ipynb").write_text(notebook(CELLS))
    project = run.folder / "project"
    shutil.copytree(PROGRAM, project)
    (project / "train.log").write_text(LOG)
    losses, train = ((PROGRAM / name).read_text() for name in ("losses.py", "train.py"))
    (run.folder / "train.ipynb").write_text(notebook([losses, train.replace("from losses import entropy", "")]))
    run_script(code_server, "host.mjs", run.folder, SCRIPTS / "suite", shots, SCRIPTS / "python")
    return run


@pytest.mark.parametrize("given", INPUTS, ids=lambda given: given.name)
def test_the_quick_fix_mends_the_file(given: Input, host_run: HostRun) -> None:
    file = host_run.file(given)
    assert_mended(Session(**host_run.seen(file.name)), given, file)


def test_a_comment_silences_a_finding(host_run: HostRun) -> None:
    assert "  # nanproof: ignore[NAN101]" in host_run.seen("untitled")["silenced"]


def test_text_that_was_never_saved_is_checked(host_run: HostRun) -> None:
    assert "NAN101" in host_run.seen("untitled")["opened"]


def test_the_cells_of_a_notebook_are_one_program(host_run: HostRun) -> None:
    seen = host_run.seen("notebook")
    assert seen["opened"] == ["NAN101"]
    assert seen["text"].startswith("%%time\n")
    assert "log_softmax" in seen["text"] or "clamp" in seen["text"]


def test_what_is_set_in_the_editor_counts_at_once_and_no_default_does(host_run: HostRun) -> None:
    """The project's own file raises the level; the editor's default would have lowered it again."""
    seen = host_run.seen("settings")
    assert seen["byFile"] == []
    assert seen["ignored"] == []
    assert "NAN101" in seen["restored"]


def test_a_server_that_is_killed_comes_back(host_run: HostRun) -> None:
    seen = host_run.seen("killed")
    assert seen["before"] != seen["after"]
    assert "NAN101" in seen["codes"]


def test_the_commands_do_what_they_say(host_run: HostRun) -> None:
    seen = host_run.seen("commands")
    assert "softmax" in seen["report"]
    assert "unmasked-log.md" in seen["page"]
    assert "log_softmax" in seen["fixed"]
    assert "NAN101" in seen["example"]
    assert "start.py useBundled server" in seen["information"]
    assert f"nanproof {__version__}" in seen["information"]


def test_all_cells_of_a_notebook_are_fixed_at_once(host_run: HostRun) -> None:
    first, second = host_run.seen("fixed")["cells"]
    assert first.startswith("%matplotlib inline\n")
    assert second.startswith("%%time\n")
    assert "log_softmax" in second


def test_a_baseline_is_written_as_the_terminal_writes_it_and_counts_at_once(host_run: HostRun) -> None:
    """Of what lies in the folder by then: a file that was mended has nothing to live with."""
    seen = host_run.seen("baseline")
    assert seen["set"] == "known.json"
    files = set(seen["files"])
    assert {"book.ipynb", "settings.py"} <= files
    assert not {"crlf.py", "emoji.py"} & files


def test_what_makes_the_loss_nan_is_ranked_in_a_view_whose_rows_lead_there(host_run: HostRun) -> None:
    seen = host_run.seen("suspects")
    assert "losses.py:6:18 warning NAN101" in seen["text"]
    assert seen["likeliest"] == "losses.py: torch.log(p)"
    assert seen["reason"] == "losses.py: torch.softmax(logits, dim=-1)"


def test_a_log_leads_to_the_line_wherever_it_comes_from(host_run: HostRun) -> None:
    """The terminal leads over the clipboard, which gets back what it held."""
    seen = host_run.seen("traced")
    assert "LogBackward0" in seen["given"]
    assert "losses.py:6:18 warning NAN101" in seen["given"]
    assert seen["place"] == "losses.py: torch.log(p)"
    assert seen["given"] == seen["copied"] == seen["onScreen"] == seen["inFile"]
    assert "losses.py:6:18 warning NAN101" in seen["inTerminal"]["text"]
    assert seen["inTerminal"]["kept"] == "kept"


def test_a_suspect_in_a_notebook_leads_to_its_cell(host_run: HostRun) -> None:
    seen = host_run.seen("notebook-suspects")
    assert "cell 1:6:18 warning NAN101" in seen["text"]
    assert seen["likeliest"] == "train.ipynb: torch.log(p)"


def test_only_what_another_start_needs_starts_the_server_again(host_run: HostRun) -> None:
    seen = host_run.seen("restarts")
    assert seen["first"] == seen["ignored"] != seen["hinted"]


def test_the_python_that_is_chosen_in_the_python_extension_runs_the_server(host_run: HostRun) -> None:
    seen = host_run.seen("chosen")
    assert seen["program"].endswith("/bin/python")
    assert "other" in seen["program"]
    assert seen["again"] == seen["after"]


def test_the_server_can_be_started_again(host_run: HostRun) -> None:
    assert "NAN101" in host_run.seen("restart")["opened"]


def test_a_person_mends_the_file_by_mouse_and_keyboard(code_server: CodeServer, shots: Path) -> None:
    """The rows of the Problems panel hold code and place; nanproof comes with the extension."""
    folder = workspace(code_server, "page", {})
    file = folder / "train.py"
    file.write_bytes(PLAIN.before)
    seen = run_script(code_server, "page.mjs", file, shots)
    rows = {step: ["NAN101" for row in seen[step] if "NAN101" in row] for step in ("opened", "mended", "undone")}
    assert_mended(Session(**(seen | rows)), PLAIN, file)


def test_the_pictures_of_the_readmes_show_what_is_there_today(code_server: CodeServer, shots: Path) -> None:
    """Where this fails, look at what changed; then `python -m tests.e2e.pictures` takes them anew."""
    assert take(code_server, shots) == {name: picture.text for name, picture in recorded().items()}


@pytest.mark.parametrize(
    "settings",
    [{}, {"nanproof.path": ["${env:NANPROOF_E2E_PYTHON}", "-m", "nanproof"]}],
    ids=["bundled", "path"],
)
def test_a_workspace_of_traps_runs_nothing(
    settings: Mapping[str, object], code_server: CodeServer, shots: Path, traps: Workspace
) -> None:
    """`python -m` looks for modules where it is started; a trusted workspace is still not that place."""
    (traps.folder / ".vscode" / "settings.json").write_text(json.dumps(settings))
    assert run_script(code_server, "opened.mjs", traps.train, shots) == {"warned": True}
    assert traps.ran() == []


def test_without_a_python_that_can_one_sentence_says_what_to_do(code_server: CodeServer, shots: Path) -> None:
    folder = workspace(code_server, "old", {})
    old = folder / "python3.8"
    told = {"version": [3, 8, 18], "executable": str(old), "isBundled": True, "problem": None}
    old.write_text(f"#!/bin/sh\necho '{json.dumps(told)}'\n")
    old.chmod(0o755)
    (folder / ".vscode" / "settings.json").write_text(json.dumps({"nanproof.interpreter": str(old)}))
    file = folder / "train.py"
    file.write_bytes(PLAIN.before)
    seen = run_script(code_server, "missing.mjs", file, shots)
    assert seen["messages"] == [
        f"nanproof did not start: {old} cannot run it: it is Python 3.8.18. "
        "Name a Python 3.10 or newer in the setting nanproof.interpreter, or leave it empty."
    ]
    assert sorted(seen["buttons"]) == ["Get Python", "Open Settings", "Show Log"]


def test_a_missing_server_is_told_once_with_what_to_do(code_server: CodeServer, shots: Path) -> None:
    folder = workspace(code_server, "missing", {"nanproof.path": "${workspaceFolder}/.venv/bin/nanproof"})
    file = folder / "train.py"
    file.write_bytes(PLAIN.before)
    seen = run_script(code_server, "missing.mjs", file, shots)
    program = folder / ".venv" / "bin" / "nanproof"
    assert seen["messages"] == [
        f"nanproof did not start: there is no program {program}. Correct the setting nanproof.path."
    ]
    assert sorted(seen["buttons"]) == ["Open Settings", "Show Log"]


def test_a_server_that_keeps_dying_is_left_alone_with_what_to_do(code_server: CodeServer, shots: Path) -> None:
    dying = ["${env:NANPROOF_E2E_PYTHON}", str(SCRIPTS / "dying.py")]
    folder = workspace(code_server, "dying", {"nanproof.path": dying})
    file = folder / "train.py"
    file.write_bytes(PLAIN.before)
    seen = run_script(code_server, "missing.mjs", file, shots)
    assert seen["messages"] == [
        "The nanproof server ended 4 times within 3 minutes and stays off. "
        "Close the file that it looked at last, restart it, and report what the log says."
    ]
    assert sorted(seen["buttons"]) == ["Restart Server", "Show Log"]
