"""What is offered for the oracle's programs is what was offered when the oracle executed it."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.fixes.offered import FILE, Block, blocks

GROUPS: dict[str, list[Block]] = defaultdict(list)
for each in blocks():
    GROUPS[each.group].append(each)
KNOWN: dict[str, list[str]] = defaultdict(list)
for block in FILE.read_text(encoding="utf-8").removeprefix("== ").removesuffix("\n").split("\n== "):
    KNOWN[block.partition(":")[0]].append(f"== {block}")


def test_each_program_is_there() -> None:
    assert list(KNOWN) == list(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_what_is_offered(group: str) -> None:
    assert [str(each) for each in GROUPS[group]] == KNOWN[group]
