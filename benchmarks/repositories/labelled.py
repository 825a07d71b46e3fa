"""Call sites of public repositories that people have judged, and how a run agrees with them: `labels/*.jsonl`.

A row holds where the site stands (`repository`, `commit`, `file`, and the `line` of the operation's name or sign),
which `operation` it is, and the `verdict`:

- `unsafe`: the operand really takes a value for which the result or the gradient is NaN or Inf, without a mask between;
- `ineffective`: there is a mask, and in its dtype it does not work;
- `safe`;
- `context`: it cannot be decided from the code, or can be defended both ways, and does not count.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from repositories.pinned import Repository

FOLDER = Path(__file__).with_name("labels")
FAULTY, SAFE, CONTEXT = frozenset({"unsafe", "ineffective"}), "safe", "context"
VERDICTS = FAULTY | {SAFE, CONTEXT}
STRONG = frozenset({"error", "warning"})
# Operations on one line are told apart by their family only.
FAMILIES = {
    "log": frozenset({"log", "log2", "log10", "log1p", "logit", "xlogy", "lgamma", "digamma", "log_prob"}),
    "div": frozenset({"div", "divide", "true_divide", "truediv", "realdiv", "reciprocal", "/", "floordiv", "mod"}),
    "sqrt": frozenset({"sqrt", "rsqrt", "pow", "**", "norm", "std", "cbrt", "hypot", "power"}),
    "exp": frozenset({"exp", "expm1", "exp2", "cosh", "sinh", "softmax", "logsumexp"}),
    "inverse": frozenset({"acos", "asin", "arccos", "arcsin", "atanh", "arctanh", "acosh", "erfinv", "atan2"}),
}


class LabelError(Exception):
    """Labels that cannot be read; the text of the error says where and why."""


@dataclass(frozen=True, slots=True)
class Label:
    """One judged site."""

    repository: str
    commit: str
    file: str
    line: int
    operation: str
    verdict: str

    @property
    def family(self) -> str | None:
        return family(self.operation)

    @property
    def origin(self) -> Repository:
        """The repository that it is a site of, as it was read."""
        return Repository(self.repository, f"https://github.com/{self.repository}", self.commit)


@dataclass(frozen=True, slots=True)
class Found:
    """What a score needs of a finding: the lines that it covers, and its operation."""

    first: int
    last: int
    operation: str
    severity: str

    @classmethod
    def of(cls, found: dict[str, Any]) -> Found:
        """Read a finding of `--output-format json`."""
        rows = found["location"]["row"], found["end_location"]["row"]
        return cls(*rows, found["operation"], found["severity"])


@dataclass(frozen=True, slots=True)
class Score:
    """How a run agrees with some labels; `missed` and `false` are the labels with which it does not."""

    faulty: int
    safe: int
    missed: tuple[Label, ...]
    false: tuple[Label, ...]

    @property
    def found(self) -> int:
        return self.faulty - len(self.missed)

    @property
    def recall(self) -> float:
        """The share of what is faulty that is found."""
        return self.found / self.faulty if self.faulty else 1.0

    @property
    def precision(self) -> float:
        """The share of what is found that is faulty."""
        found = self.found + len(self.false)
        return self.found / found if found else 1.0


def family(operation: str) -> str | None:
    """Return the family of an operation by its last name, None where it has none."""
    name = operation.rpartition(".")[2].strip("_")
    return next((each for each, names in FAMILIES.items() if name in names), None)


def labels_of(text: str) -> tuple[Label, ...]:
    """Read the rows of a file."""
    return tuple(_label(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())


def _label(number: int, line: str) -> Label:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise LabelError(f"line {number} is no JSON: {error}") from error
    names = {each.name for each in fields(Label)}
    if not isinstance(row, dict) or set(row) != names:
        raise LabelError(f"line {number} must have {', '.join(sorted(names))}, and nothing else")
    label = Label(**row)
    if label.verdict not in VERDICTS:
        raise LabelError(f"line {number}: {label.verdict!r} is no verdict")
    return label


def scored(labels: Iterable[Label], found: Sequence[tuple[Label, Sequence[Found]]], *, strong: bool = True) -> Score:
    """Compare labels with the findings in the file of each; only errors and warnings count where `strong`."""
    said = dict(found)
    judged = [each for each in labels if each.verdict != CONTEXT]
    reported = {each for each in judged if any(_is_of(one, each, strong=strong) for one in said.get(each, ()))}
    faulty = [each for each in judged if each.verdict in FAULTY]
    safe = [each for each in judged if each.verdict == SAFE]
    missed = tuple(each for each in faulty if each not in reported)
    return Score(len(faulty), len(safe), missed, tuple(each for each in safe if each in reported))


def _is_of(found: Found, label: Label, *, strong: bool) -> bool:
    if (strong and found.severity not in STRONG) or not found.first <= label.line <= found.last:
        return False
    mine, theirs = label.family, family(found.operation)
    return mine is None or theirs is None or mine == theirs
