"""What `trace` and `suspects` answer of a marked program: the rank of the line that makes the NaN."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from nanproof.cli.command import main


def true_line(program: Path) -> int:
    """Return the line that makes the NaN, counted from 1."""
    lines = program.read_text("utf-8").split("\n")
    return next(row for row, line in enumerate(lines, 1) if line.endswith("# NAN"))


def rank_of(line: int, command: str, *arguments: str) -> int:
    """Return the rank that a command gives to a line, 0 where it does not tell it."""
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        main([command, "--output-format", "json", *arguments])
    told = json.loads(out.getvalue() or "[]")
    rows = list(dict.fromkeys(each["location"]["row"] for each in told))  # two suspects of one line are one place
    return rows.index(line) + 1 if line in rows else 0
