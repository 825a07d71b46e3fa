"""Neovim, old and new, set up by the pastes in clients/neovim."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.traps.workspace import Workspace

from .conftest import Require
from .driver import Session, another, assert_mended, assert_others, run_driver
from .inputs import INPUTS, Input
from .install import NEW_NEOVIM, NEW_NEOVIM_PART, OLD_NEOVIM_PART, Part, old_neovim

HERE = Path(__file__).parent
PASTES = HERE.parents[1] / "clients" / "neovim"
DRIVER = HERE / "neovim" / "drive.lua"
SECONDS = 60.0
NOTHING: Mapping[str, str] = MappingProxyType({})


def drive(
    part: Part, paste: str, file: Path, surroundings: Mapping[str, str], other: Mapping[str, str] = NOTHING
) -> Session:
    """Run the editor in the folder of the file, as people do."""
    program = old_neovim() if part is OLD_NEOVIM_PART else NEW_NEOVIM
    assert program is not None
    # Without its own Python: Neovim asks one about itself where it stands, and that runs what lies there.
    before = f"cd {file.parent} | let g:loaded_python3_provider = 0"
    command = [program, "--headless", "-n", "-i", "NONE", "--cmd", before, "-u", PASTES / paste]
    command += ["-c", f"luafile {DRIVER}"]
    return Session(**run_driver(command, {**surroundings, **other, "NANPROOF_E2E_FILE": str(file)}, SECONDS))


VERSIONS = pytest.mark.parametrize(
    ("part", "paste"),
    [
        pytest.param(OLD_NEOVIM_PART, "nanproof-0.7.lua", id="old"),
        pytest.param(NEW_NEOVIM_PART, "nanproof.lua", id="new"),
    ],
)


@VERSIONS
@pytest.mark.parametrize("given", INPUTS, ids=lambda given: given.name)
def test_the_quick_fix_mends_the_file(
    given: Input, part: Part, paste: str, tmp_path: Path, surroundings: Mapping[str, str], require: Require
) -> None:
    require(part)
    file = tmp_path / "train.py"
    file.write_bytes(given.before)
    session = drive(part, paste, file, surroundings, another(given, tmp_path))
    assert_mended(session, given, file)
    if given is INPUTS[0]:
        assert_others(session)


@VERSIONS
def test_a_workspace_of_traps_runs_nothing(
    part: Part, paste: str, traps: Workspace, surroundings: Mapping[str, str], require: Require
) -> None:
    """Not even with an empty entry in PYTHONPATH, which many people have: it means the folder one stands in."""
    require(part)
    python_path = f"{os.environ.get('PYTHONPATH', '')}{os.pathsep}"
    assert "NAN101" in drive(part, paste, traps.train, {**surroundings, "PYTHONPATH": python_path}).opened
    assert traps.ran() == []
