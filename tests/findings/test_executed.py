"""What is told and offered of the programs that the oracle executes stays what it was, or somebody reads the change."""

from __future__ import annotations

import pytest

from tests.findings import executed

_GROUPS = executed.groups()


@pytest.mark.parametrize("group", _GROUPS)
def test_what_is_told_of_a_program_is_as_it_was(group: str) -> None:
    expected = executed.read()
    told = {name: executed.told(source) for name, source in _GROUPS[group].items()}
    assert told == {name: expected.get(name) for name in told}, "read it, then `python -m tests.findings.executed`"


def test_nothing_is_said_of_what_is_no_program() -> None:
    assert set(executed.read()) == {name for group in _GROUPS.values() for name in group}
