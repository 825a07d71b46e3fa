"""A suspect as a terminal and a program are shown it: a finding with its rank and its way to the loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nanproof.printed.cells import printable
from nanproof.printed.palette import Palette
from nanproof.printed.record import Record, Step, Stretch
from nanproof.printed.text import as_text, counted, where
from nanproof.suspects.certainty import Certainty, Kind

_INDENT = "  "
_MOST_SHOWN = 70  # characters of a step's source


@dataclass(frozen=True, slots=True)
class Suspected:
    """One suspect: `way` are the steps from the operation on to the loss, `distance` is None where none is known."""

    rank: int
    certainty: Certainty
    kind: Kind
    distance: int | None
    record: Record
    way: tuple[Step, ...]

    @property
    def is_on_way(self) -> bool:
        """Whether it is known to go into the loss."""
        return self.distance is not None


@dataclass(frozen=True, slots=True)
class Cleared:
    """An operation that was looked at and is no suspect, and why."""

    stretch: Stretch
    operation: str
    operand: str
    reason: str
    values: str


def in_full(suspected: Suspected, palette: Palette) -> Iterator[str]:
    """Yield the lines of a suspect: its rank, the finding as `check` prints it, and its way to the loss."""
    told = palette.severity(suspected.record.severity, suspected.certainty.value)
    first, *others = as_text([suspected.record], palette)
    yield f"{suspected.rank}. {told}, {_what(suspected)}"
    yield first
    yield from others[:-1]
    yield from (_INDENT + line for line in _way(suspected, palette))
    yield ""


def in_a_line(suspected: Suspected) -> str:
    """Return a suspect on one line."""
    first = printable(suspected.record.message.split("\n", 1)[0])
    told = f"{where(suspected.record.stretch)} {suspected.record.code} {first}"
    return f"{suspected.rank}. {suspected.certainty.value}, {_what(suspected)}: {told}"


def cleared_lines(cleared: Iterable[Cleared]) -> Iterator[str]:
    """Yield a line for each operation that is no suspect."""
    for each in cleared:
        operand = printable(" ".join(each.operand.split()))
        yield f"{where(each.stretch)}: safe {each.operation} of `{operand}`: {each.reason} ({printable(each.values)})"


def _what(suspected: Suspected) -> str:
    kind = "the gradient alone" if suspected.kind is Kind.GRADIENT else "the value"
    if suspected.distance is None:
        return f"{kind}, on no known way to the loss"
    if suspected.distance == 0:
        return f"{kind}, in the loss itself"
    return f"{kind}, {counted(suspected.distance, 'step')} before the loss"


def _way(suspected: Suspected, palette: Palette) -> Iterator[str]:
    if suspected.way:
        yield f" {palette.paint('margin', '=')} on to the loss:"
    for step in suspected.way:
        written = " ".join(step.stretch.line.split())
        shown = written if len(written) <= _MOST_SHOWN else f"{written[: _MOST_SHOWN - 1]}…"
        yield f"     {palette.paint('reason', where(step.stretch))} {printable(step.message)}: {printable(shown)}"
