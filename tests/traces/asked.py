"""What `trace` and `suspects` answer of a marked program: the rank of the line that makes the NaN."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from nanproof.cli.command import main

PROGRAMS = Path(__file__).parent / "programs"
Line = tuple[str, int]


def programs() -> dict[str, Path]:
    """Return the scripts that are run, by the names of the programs: a file, or a folder with `train.py` and others."""
    found = {each.stem: each for each in PROGRAMS.glob("*.py")}
    found |= {each.parent.name: each for each in PROGRAMS.glob("*/train.py")}
    return dict(sorted(found.items()))


def true_line(program: Path) -> Line:
    """Return the file that makes the NaN, and the line, counted from 1."""
    files = [program] if program.parent == PROGRAMS else sorted(program.parent.glob("*.py"))
    return next(
        (file.name, row)
        for file in files
        for row, line in enumerate(file.read_text("utf-8").split("\n"), 1)
        if line.endswith("# NAN")
    )


def rank_of(line: Line, command: str, *arguments: str) -> int:
    """Return the rank that a command gives to a line, 0 where it does not tell it."""
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        main([command, "--output-format", "json", *arguments])
    told = json.loads(out.getvalue() or "[]")
    places = ((Path(each["filename"]).name, each["location"]["row"]) for each in told)
    lines = list(dict.fromkeys(places))  # two suspects of one line are one place
    return lines.index(line) + 1 if line in lines else 0
