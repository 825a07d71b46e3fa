"""Emacs with eglot, set up by the paste in clients/emacs."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.traps.workspace import Workspace

from .conftest import Require
from .driver import Session, assert_mended, run_driver
from .inputs import INPUTS, Input
from .install import EMACS_PART

HERE = Path(__file__).parent
PASTE = HERE.parents[1] / "clients" / "emacs" / "nanproof.el"
DRIVER = HERE / "emacs" / "drive.el"
SECONDS = 90.0


def drive(file: Path, surroundings: Mapping[str, str]) -> Session:
    command: list[str | Path] = ["emacs", "-Q", "--batch", "-l", PASTE, "-l", DRIVER]
    return Session(**run_driver(command, {**surroundings, "NANPROOF_E2E_FILE": str(file)}, SECONDS))


@pytest.mark.parametrize("given", INPUTS, ids=lambda given: given.name)
def test_the_quick_fix_mends_the_file(
    given: Input, tmp_path: Path, surroundings: Mapping[str, str], require: Require
) -> None:
    require(EMACS_PART)
    file = tmp_path / "train.py"
    file.write_bytes(given.before)
    assert_mended(drive(file, surroundings), given, file)


def test_a_workspace_of_traps_runs_nothing(traps: Workspace, surroundings: Mapping[str, str], require: Require) -> None:
    """eglot starts the server in the project: `nanproof` by its own name does not look for modules there."""
    require(EMACS_PART)
    assert "NAN101" in drive(traps.train, surroundings).opened
    assert traps.ran() == []
