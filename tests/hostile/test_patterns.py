"""No regular expression costs more than in proportion to its text, however that is made.

`re` holds the interpreter while it searches: the server would answer nothing, not even the request to end.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.patterns import slow_texts

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "pattern",
    [
        rb"([A-Za-z_]\w*)[ \t]*\(",  # starts over at each letter of a word
        r"\[([^\]]+)\]",
        r"(`+|\*\*)(.+?)\1",
        r"#\s*ignore(?:\[[^\]\n]*\])?",
        r"(?:a|b|ab)*c",
        r"\s+$",
    ],
)
def test_what_is_slow_is_known_to_be_slow(pattern: str | bytes) -> None:
    assert next(slow_texts(re.compile(pattern), at_one_place=False), None)


def test_each_pattern_is_linear_in_its_own_worst_text() -> None:
    command = [sys.executable, "-m", "tests.hostile.patterns"]
    process = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stderr
    told = json.loads(process.stdout)
    assert not told["unseen"], "patterns that no run of `everything` makes: have it make them"
    assert len(told["verdicts"]) > 50
    slow = [f"{each['where']} {each['pattern']}: {text}" for each in told["verdicts"] for text in each["slow"]]
    assert not slow, "\n".join(slow)
