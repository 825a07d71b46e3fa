"""`nanproof reveal FILE:LINE[:COLUMN]`: what nanproof thinks of an expression, and why."""

from __future__ import annotations

import os

from nanproof.cli.cells import printable
from nanproof.cli.loading import load
from nanproof.cli.output import complain, say
from nanproof.cli.problem import Problem
from nanproof.cli.processes import USUAL_LIMITS, on_disk
from nanproof.cli.roots import by_root
from nanproof.cli.text_format import friendly
from nanproof.explain.revelation import Revelation
from nanproof.source.document import Document
from nanproof.source.positions import Encoding, Position
from nanproof.watchdog import watchdog


def reveal(asked: str) -> int:
    """Print what is known of the expression at a place, or of all on a line; return the exit code."""
    path, line, column = _place(asked)
    if line is None:
        complain(f"{asked!r} names no line; write FILE:LINE or FILE:LINE:COLUMN, as in train.py:48 or train.py:48:12")
        return 2
    absolute = os.path.abspath(path)  # noqa: PTH100 - as discovery makes them absolute
    source = load(absolute)
    if isinstance(source, Problem):
        complain(f"{friendly(absolute)}: {source.sentence}")
        return 2
    if source.notebook is not None:
        complain(f"{friendly(absolute)} is a notebook, of which nothing is revealed: name a file of Python")
        return 2
    document = Document.from_text(absolute, source.text)
    if line > document.lines.count:
        complain(f"{friendly(absolute)} has {document.lines.count} lines, so there is no line {line}")
        return 2
    root = next(iter(by_root([absolute])))
    project = on_disk(root)

    def work() -> tuple[Revelation, ...]:
        if column is None:
            return project.reveal_line(document, line - 1)
        return project.reveal(document, document.lines.offset(Position(line - 1, column - 1), Encoding.UTF32))

    found = watchdog().budget(USUAL_LIMITS).attempt(work)
    if found is None:
        complain(f"stopped after {USUAL_LIMITS.seconds:g} s of computing what stands at {asked}")
        return 2
    if not found:
        complain(f"there is no expression at {asked}")
        return 2
    say("".join(_written(document, each) for each in found))
    return 0


def _place(asked: str) -> tuple[str, int | None, int | None]:
    """Read `FILE:LINE` or `FILE:LINE:COLUMN`; the file's name may hold colons, as on Windows."""
    path, _, last = asked.rpartition(":")
    if not last.isdecimal() or not path or int(last) < 1:
        return asked, None, None
    before, _, middle = path.rpartition(":")
    if middle.isdecimal() and before and int(middle) >= 1:
        return before, int(middle), int(last)
    return path, int(last), None


def _written(document: Document, revelation: Revelation) -> str:
    where = document.lines.position(revelation.span.start, Encoding.UTF32)
    lines = [
        f"{friendly(document.path)}:{where.line + 1}:{where.column + 1} {printable(revelation.text)}",
        f"  {printable(revelation.value)}",
    ]
    for reason in revelation.reasons:
        place = reason.place
        line = place.document.lines.line_at(place.span.start) + 1
        story = printable(f"{' '.join(place.text.split())}: {reason.message}")
        lines.append(f"    {friendly(place.document.path)}:{line} {story}")
    return "\n".join(lines) + "\n"
