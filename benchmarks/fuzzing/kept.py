"""A failing session as a file: Python literals, because JSON would join the halves of a surrogate pair."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from pathlib import Path
from pprint import pformat

from fuzzing.in_process import Ask, Change, Step
from fuzzing.text_model import Edit


def keep(path: Path, files: Mapping[str, str], steps: Sequence[Step]) -> None:
    """Write the files and steps of a session."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(pformat({"files": dict(files), "steps": [_written(step) for step in steps]}, width=120), "utf-8")


def kept(path: Path) -> tuple[dict[str, str], list[Step]]:
    """Read a session back."""
    held = ast.literal_eval(path.read_text("utf-8"))
    return held["files"], [_read(*each) for each in held["steps"]]


def _written(step: Step) -> tuple[object, ...]:
    if isinstance(step, Ask):
        return "ask", step.name, step.compares
    edits = [(edit.start, edit.stop, edit.text) for edit in step.edits]
    return "change", step.name, edits, step.through, step.parses


def _read(kind: str, name: str, *rest: object) -> Step:
    match kind, *rest:
        case "ask", bool(compares):
            return Ask(name, compares)
        case "change", list(edits), str(through), bool(parses):
            return Change(name, tuple(Edit(*each) for each in edits), through, parses)
    raise ValueError(f"no step of a session: {kind}")
