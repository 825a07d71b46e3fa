"""Whatever stands in a file, `nanproof check` answers in time, within its memory, and with a sentence for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.hostile.kinds import KINDS
from tests.hostile.warm import Limits, Outcome, Warm

CHECK = ["check", "--level", "hint", "--seconds-per-file", "0.5"]


def judged(outcome: Outcome) -> None:
    assert outcome.signal is None, f"ended by {outcome.signal} after {outcome.seconds:.1f} s"
    assert outcome.code in (0, 1, 2), outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert "nanproof itself failed" not in outcome.stderr, outcome.stderr
    # What takes longer than its time is said, and is no failure.
    told = [line for line in outcome.stderr.splitlines() if "stopped after" not in line]
    assert (outcome.code == 2) == bool(told), outcome.stderr


def test_there_are_enough_kinds() -> None:
    assert len(KINDS) >= 140
    assert len({make() for make in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_check_as_json(name: str, warm: Warm, tmp_path: Path) -> None:
    folder, data = tmp_path / "project", KINDS[name]()
    folder.mkdir()
    (folder / "case.py").write_bytes(data)
    outcome = warm.run([*CHECK, "--output-format", "json", "case.py"], folder, Limits())
    judged(outcome)
    rows = len(data.splitlines()) + 2
    for each in json.loads(outcome.stdout):
        assert 1 <= each["location"]["row"] <= each["end_location"]["row"] <= rows
        assert len(each["message"]) < 2_000


@pytest.mark.parametrize("name", sorted(KINDS)[::4])  # the other form of what was found above
def test_check_as_text(name: str, warm: Warm, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "case.py").write_bytes(KINDS[name]())
    outcome = warm.run([*CHECK, "case.py"], folder, Limits())
    judged(outcome)
    assert outcome.stdout
