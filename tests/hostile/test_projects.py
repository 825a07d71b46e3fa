"""Whatever a folder holds, `nanproof check` looks at its files, writes nothing and comes back."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.hostile.projects import PROJECTS
from tests.hostile.warm import Limits, Warm


def _names(folder: Path) -> list[bytes]:
    return sorted(
        os.fsencode(Path(parent) / name) for parent, folders, files in os.walk(folder) for name in (*folders, *files)
    )


@pytest.mark.parametrize("name", PROJECTS)
def test_check_of_a_folder(name: str, warm: Warm, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    PROJECTS[name](folder)
    before = _names(folder)
    outcome = warm.run(
        ["check", "--output-format", "json", "--level", "hint", "--fail-on", "hint", "."], folder, Limits(processor=20)
    )
    assert outcome.signal is None, f"ended by {outcome.signal} after {outcome.seconds:.1f} s"
    assert outcome.code == 1, outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert "nanproof itself failed" not in outcome.stderr, outcome.stderr
    assert json.loads(outcome.stdout)
    assert _names(folder) == before
