"""How often `nanproof trace` and `nanproof suspects` name the line that made the NaN.

    .venv/bin/python benchmarks/traced.py [--markdown] [NAME ...]

Of each program in tests/traces/programs the line that makes the NaN is marked, and tests/traces/logs holds what its
framework printed (`benchmarks/logs.py`). The programs were written for this; nothing is run here.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.traces.asked import programs, rank_of, true_line

from nanproof.traces.log import LogReader

TRACES = Path(__file__).resolve().parents[1] / "tests" / "traces"
FRAMEWORKS = {"torch": "PyTorch", "tensorflow": "TensorFlow", "keras": "Keras", "jax": "JAX", "numpy": "NumPy"}
FEW = 3
HEADS = ("", "programs", "named by the framework", "trace: first", "first three", "suspects: first", "first three")


@dataclass(frozen=True, slots=True)
class Answer:
    """Where the true line of a program stands: 0 where it is not told at all."""

    name: str
    framework: str
    is_named: bool
    traced: int
    suspected: int


def answer(name: str, program: Path) -> Answer:
    """Ask both commands about a program."""
    line, log = true_line(program), TRACES / "logs" / f"{name}.log"
    reader = LogReader()
    reader.feed(log.read_bytes())
    named = [
        [(Path(each.path).name, each.line) for each in event.frames if each.path.startswith("/home/ada/project/")]
        for event in reader.report().events
    ]
    return Answer(
        name=name,
        framework=framework_of(program),
        is_named=any(lines and lines[-1] == line for lines in named),
        traced=rank_of(line, "trace", str(log), str(program)),
        suspected=rank_of(line, "suspects", str(program)),
    )


def framework_of(program: Path) -> str:
    """Return the framework that a program imports first; Keras where the program is of it alone."""
    text = program.read_text("utf-8")
    return next((shown for module, shown in FRAMEWORKS.items() if f"import {module}" in text), "PyTorch")


def counts(answers: Sequence[Answer]) -> list[int]:
    """Return one row of the table."""
    return [
        len(answers),
        sum(each.is_named for each in answers),
        sum(each.traced == 1 for each in answers),
        sum(1 <= each.traced <= FEW for each in answers),
        sum(each.suspected == 1 for each in answers),
        sum(1 <= each.suspected <= FEW for each in answers),
    ]


def table(answers: Sequence[Answer], *, as_markdown: bool) -> str:
    """Return the figures by framework and of all."""
    groups = {shown: [each for each in answers if each.framework == shown] for shown in FRAMEWORKS.values()}
    rows = [HEADS, *((shown, *map(str, counts(own))) for shown, own in groups.items() if own)]
    rows.append(("all", *map(str, counts(answers))))
    if as_markdown:
        rows.insert(1, ("---", *["---:"] * (len(HEADS) - 1)))
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, and the programs of which the true line is not first or not told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--markdown", action="store_true", help="the table as README.md shows it")
    parser.add_argument("names", nargs="*", metavar="NAME", help="programs; all by default")
    asked = parser.parse_args(arguments)
    marked = programs()
    answers = [answer(each, marked[each]) for each in asked.names or marked]
    print(table(answers, as_markdown=asked.markdown))
    for each in answers:
        if each.traced != 1 or not 1 <= each.suspected <= FEW:
            print(f"{each.name}: trace {each.traced or 'not told'}, suspects {each.suspected or 'not told'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
