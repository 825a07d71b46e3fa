"""The exact range of each transfer function stays what it was, or somebody reads the change."""

from __future__ import annotations

from itertools import groupby

import pytest

from nanproof.values.transfer.registry import TRANSFERS
from tests.values import tabled


@pytest.mark.parametrize("name", sorted(TRANSFERS))
def test_the_range_of_a_function_is_as_it_was(name: str) -> None:
    now = dict(tabled.lines(name))
    expected = {asked: told for asked, told in tabled.read().items() if asked.partition(" ")[0] == name}
    assert now == expected, "read it, then `python -m tests.values.tabled`"


def test_nothing_else_is_in_the_file() -> None:
    assert {name for name, _ in groupby(tabled.read(), lambda asked: asked.partition(" ")[0])} == set(TRANSFERS)
