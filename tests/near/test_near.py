"""What is told of a case that is changed a little stays what it was, or somebody reads the change."""

from __future__ import annotations

import pytest

from tests.near import near


@pytest.mark.parametrize("name", near.cases())
def test_what_is_told_of_a_neighbour_is_as_it_was(name: str) -> None:
    expected = [line for line in near.read() if line.partition(" ")[0] == name]
    assert list(near.lines(name)) == expected, "read it, then `python -m tests.near.near`"


def test_nothing_is_said_of_what_is_no_case() -> None:
    assert {line.partition(" ")[0] for line in near.read()} <= set(near.cases())
