"""What the page about continuous integration tells people to type is what nanproof understands."""

import re
from pathlib import Path

import pytest

from nanproof.cli.arguments import parsed

PAGE = (Path(__file__).parents[2] / "docs" / "ci.md").read_text(encoding="utf-8")
VARIABLES = {"${{ matrix.shard }}": "3", "${{ strategy.job-total }}": "8", "$CI_NODE_INDEX": "3", "$CI_NODE_TOTAL": "8"}
COMMANDS = re.findall(r"^ *(?:- )?(?:run: )?nanproof (check [^#>\n]*)", PAGE, re.MULTILINE)


def test_some_commands_are_told() -> None:
    assert len(COMMANDS) == 6
    assert sum("--shard" in each for each in COMMANDS) == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_understood(command: str) -> None:
    for name, value in VARIABLES.items():
        command = command.replace(name, value)
    asked = parsed(command.split())
    assert asked is not None
    assert asked.paths == ["."]
    assert "--shard" not in command or str(asked.shard) == "3/8"


def test_the_category_is_that_of_the_file() -> None:
    [category] = re.findall(r"category: (.*)", PAGE)
    for name, value in VARIABLES.items():
        category = category.replace(name, value)
    assert category == "nanproof/3-of-8"  # and a slash behind it, which the action adds
