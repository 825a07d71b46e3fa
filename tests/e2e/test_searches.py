"""What makes the loss NaN, listed by Neovim's quickfix and by Emacs, set up by the pastes in clients/."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.test_suspects import LOSSES, TRAIN

from .conftest import Require
from .driver import run_driver
from .install import EMACS_PART, NEW_NEOVIM, NEW_NEOVIM_PART, OLD_NEOVIM_PART, Part, old_neovim

HERE = Path(__file__).parent
CLIENTS = HERE.parents[1] / "clients"
SECONDS = 120.0
ODD = "é😀"
# Columns in the editors are bytes and characters.
LONG = LOSSES.replace("return -(p", f'return "{ODD}" and -(p')


@pytest.fixture
def train(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "losses.py").write_text(LONG, encoding="utf-8")
    (tmp_path / "train.py").write_text(TRAIN, encoding="utf-8")
    return tmp_path / "train.py"


def assert_found(seen: Mapping[str, list[str]], column: int) -> None:
    """From the file by its way to the loss, from the log by its line: the same logarithm."""
    (found,) = seen["file"]
    assert found.startswith(f"losses.py:6:{column} 1. taken: ")
    assert seen["log"][0].startswith(f"losses.py:6:{column} 1. certain: ")


@pytest.mark.parametrize(
    ("part", "paste"),
    [
        pytest.param(OLD_NEOVIM_PART, "nanproof-0.7.lua", id="old"),
        pytest.param(NEW_NEOVIM_PART, "nanproof.lua", id="new"),
    ],
)
def test_neovim(part: Part, paste: str, train: Path, surroundings: Mapping[str, str], require: Require) -> None:
    require(part)
    program = old_neovim() if part is OLD_NEOVIM_PART else NEW_NEOVIM
    assert program is not None
    before = f"cd {train.parent} | let g:loaded_python3_provider = 0"
    command = [program, "--headless", "-n", "-i", "NONE", "--cmd", before, "-u", CLIENTS / "neovim" / paste]
    command += ["-c", f"luafile {CLIENTS / 'neovim' / 'nanproof-suspects.lua'}"]
    command += ["-c", f"luafile {HERE / 'neovim' / 'suspects.lua'}"]
    seen = run_driver(command, {**surroundings, "NANPROOF_E2E_FILE": str(train)}, SECONDS)
    assert_found(seen, 18 + len(f'"{ODD}" and '.encode()))


def test_emacs(train: Path, surroundings: Mapping[str, str], require: Require) -> None:
    require(EMACS_PART)
    pastes = CLIENTS / "emacs"
    command: list[str | Path] = ["emacs", "-Q", "--batch", "-l", pastes / "nanproof.el"]
    command += ["-l", pastes / "nanproof-suspects.el", "-l", HERE / "emacs" / "suspects.el"]
    seen = run_driver(command, {**surroundings, "NANPROOF_E2E_FILE": str(train)}, SECONDS)
    assert_found(seen, 18 + len(f'"{ODD}" and '))
