"""Emacs with eglot and with lsp-mode, set up by the pastes in clients/emacs."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.traps.workspace import Workspace

from .conftest import Require
from .driver import Session, another, assert_mended, assert_others, run_driver
from .inputs import INPUTS, Input
from .install import EMACS_PART, LSP_MODE_PART, Part

HERE = Path(__file__).parent
PASTES = HERE.parents[1] / "clients" / "emacs"
SECONDS = 90.0
NOTHING: Mapping[str, str] = MappingProxyType({})
CLIENTS = pytest.mark.parametrize(
    ("part", "paste", "driver"),
    [
        pytest.param(EMACS_PART, "nanproof.el", "drive.el", id="eglot"),
        pytest.param(LSP_MODE_PART, "nanproof-lsp-mode.el", "drive-lsp-mode.el", id="lsp-mode"),
    ],
)


def drive(
    paste: str, driver: str, file: Path, surroundings: Mapping[str, str], other: Mapping[str, str] = NOTHING
) -> Session:
    command: list[str | Path] = ["emacs", "-Q", "--batch", "-l", PASTES / paste, "-l", HERE / "emacs" / driver]
    return Session(**run_driver(command, {**surroundings, **other, "NANPROOF_E2E_FILE": str(file)}, SECONDS))


@CLIENTS
@pytest.mark.parametrize("given", INPUTS, ids=lambda given: given.name)
def test_the_quick_fix_mends_the_file(
    given: Input, part: Part, paste: str, driver: str, tmp_path: Path, surroundings: Mapping[str, str], require: Require
) -> None:
    require(part)
    file = tmp_path / "train.py"
    file.write_bytes(given.before)
    is_eglot = part is EMACS_PART
    session = drive(paste, driver, file, surroundings, another(given, tmp_path) if is_eglot else NOTHING)
    assert_mended(session, given, file)
    if is_eglot and given is INPUTS[0]:
        assert_others(session)


@CLIENTS
def test_a_workspace_of_traps_runs_nothing(
    part: Part, paste: str, driver: str, traps: Workspace, surroundings: Mapping[str, str], require: Require
) -> None:
    """They start the server in the project: `nanproof` by its own name does not look for modules there."""
    require(part)
    assert "NAN101" in drive(paste, driver, traps.train, surroundings).opened
    assert traps.ran() == []
