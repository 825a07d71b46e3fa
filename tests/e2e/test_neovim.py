"""Neovim, old and new, set up by the pastes in clients/neovim."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from .conftest import Require
from .driver import Session, assert_mended, run_driver
from .inputs import INPUTS, Input
from .install import NEW_NEOVIM, NEW_NEOVIM_PART, OLD_NEOVIM_PART, Part, old_neovim

HERE = Path(__file__).parent
PASTES = HERE.parents[1] / "clients" / "neovim"
DRIVER = HERE / "neovim" / "drive.lua"
SECONDS = 60.0


def drive(program: str | Path | None, paste: str, file: Path, surroundings: Mapping[str, str]) -> Session:
    assert program is not None
    command = [program, "--headless", "-n", "-i", "NONE", "-u", PASTES / paste, "-c", f"luafile {DRIVER}"]
    return Session(**run_driver(command, {**surroundings, "NANPROOF_E2E_FILE": str(file)}, SECONDS))


@pytest.mark.parametrize(
    ("part", "paste"),
    [
        pytest.param(OLD_NEOVIM_PART, "nanproof-0.7.lua", id="old"),
        pytest.param(NEW_NEOVIM_PART, "nanproof.lua", id="new"),
    ],
)
@pytest.mark.parametrize("given", INPUTS, ids=lambda given: given.name)
def test_the_quick_fix_mends_the_file(
    given: Input, part: Part, paste: str, tmp_path: Path, surroundings: Mapping[str, str], require: Require
) -> None:
    require(part)
    program = old_neovim() if part is OLD_NEOVIM_PART else NEW_NEOVIM
    file = tmp_path / "train.py"
    file.write_bytes(given.before)
    assert_mended(drive(program, paste, file, surroundings), given, file)
