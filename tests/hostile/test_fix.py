"""Whatever stands in a file, `nanproof check --fix` changes what it says it changes, and nothing else."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.hostile.kinds import KINDS
from tests.hostile.warm import Limits, Outcome, Warm

_FIXED = re.compile(r"fixed (?:nothing|(\d+) problems?)")
_MOST_LINES_OF_A_FIX = 4


def _parses(data: bytes) -> bool:
    try:
        ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _fixed(outcome: Outcome) -> int:
    said = _FIXED.search(outcome.stderr)
    return int(said[1] or 0) if said is not None else 0


@pytest.mark.parametrize("name", sorted(KINDS)[::3])
@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
def test_fix(name: str, warm: Warm, tmp_path: Path) -> None:
    folder, before = tmp_path / "project", KINDS[name]()
    folder.mkdir()
    file = folder / "case.py"
    file.write_bytes(before)
    command = ["check", "--fix", "--unsafe-fixes", "--level", "hint", "--seconds-per-file", "0.5", "case.py"]
    outcome = warm.run(command, folder, Limits(processor=20))
    after, applied = file.read_bytes(), _fixed(outcome)
    assert outcome.signal is None, f"ended by {outcome.signal} after {outcome.seconds:.1f} s"
    assert "Traceback" not in outcome.stderr
    assert "nanproof itself failed" not in outcome.stderr, outcome.stderr
    assert [each.name for each in folder.iterdir()] == ["case.py"]
    if not applied:
        assert after == before
        return
    judged_lines = Counter(before.splitlines(keepends=True)) - Counter(after.splitlines(keepends=True))
    assert after != before
    assert judged_lines.total() <= _MOST_LINES_OF_A_FIX * applied
    assert _parses(after) or not _parses(before)
