"""What would take minutes, or all memory: the budget of a file cuts it short, and what was not looked at is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.kinds.slow import SLOW
from tests.hostile.warm import Limits, Warm


@pytest.mark.parametrize("name", SLOW)
def test_a_budget_cuts_it_short(name: str, warm: Warm, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "case.py").write_bytes(SLOW[name]())
    arguments = ["check", "--seconds-per-file", "0.7", "--output-format", "json", "case.py"]
    outcome = warm.run(arguments, folder, Limits())
    assert outcome.signal is None, f"ended by {outcome.signal} after {outcome.seconds:.1f} s"
    assert outcome.code in (0, 1), outcome.stderr
    told = outcome.stderr.splitlines()
    assert len(told) <= 1
    assert all("stopped after 0.7 s of computing or 500 MB: line" in each for each in told), outcome.stderr
