"""What takes too long today, or too much memory: each is a case like all others once a budget cuts it short.

FIXME: today most of these are ended by their limits, so the test is red by purpose until the budgets are there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.kinds.slow import SLOW
from tests.hostile.test_check import judged
from tests.hostile.warm import Limits, Warm


@pytest.mark.parametrize("name", SLOW)
def test_a_budget_cuts_it_short(name: str, warm: Warm, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "case.py").write_bytes(SLOW[name]())
    judged(warm.run(["check", "--output-format", "json", "case.py"], folder, Limits()))
