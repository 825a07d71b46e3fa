"""What the end-to-end tests share: `nanproof` on PATH, a place of their own, editors that may be missing."""

import os
import shlex
import shutil
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.traps.workspace import BEFORE_NANPROOF, Workspace, build

from .inputs import PLAIN
from .install import Part

Require = Callable[[Part], None]


@pytest.fixture(scope="session")
def require() -> Require:
    """Fail where a part is missing in CI; elsewhere say how to install it and skip."""

    def check(part: Part) -> None:
        if part.present():
            return
        if os.environ.get("CI") == "true":
            pytest.fail(part.absence)
        pytest.skip(part.absence)

    return check


@pytest.fixture(scope="session")
def nanproof_on_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH on which `nanproof` and `python` are those under test, whatever else is installed."""
    folder = tmp_path_factory.mktemp("bin")
    own = {"nanproof": str(Path(sysconfig.get_path("scripts")) / "nanproof"), "python": sys.executable}
    for name, target in own.items():
        program = folder / name
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(target)} "$@"\n')
        program.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.fixture
def traps(tmp_path: Path) -> Workspace:
    """The workspace of traps with a fault to mend. Its repository is left out: an editor may well ask git about it."""
    made = build(tmp_path / "traps", BEFORE_NANPROOF)
    shutil.rmtree(made.folder / ".git")
    made.train.write_text(PLAIN, encoding="utf-8")
    return made


@pytest.fixture
def surroundings(tmp_path: Path, nanproof_on_path: str) -> Mapping[str, str]:
    """An environment in which an editor finds no settings of yours, and leaves none."""
    home = tmp_path / "home"
    home.mkdir()
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": nanproof_on_path} | folders
