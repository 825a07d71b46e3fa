"""What is inferred in the literate cases stays what it was, or somebody reads the change."""

from __future__ import annotations

import pytest

from tests.infer import inferred


@pytest.mark.parametrize("name", inferred.names())
def test_what_is_inferred_in_a_case_is_as_it_was(name: str) -> None:
    expected = [line for line in inferred.read() if line.partition(" ")[0] == name]
    assert list(inferred.lines(name)) == expected, "read it, then `python -m tests.infer.inferred`"


def test_nothing_is_said_of_what_is_no_case() -> None:
    assert {line.partition(" ")[0] for line in inferred.read()} <= set(inferred.names())
