"""How long is what a mask selects, `len(x[m])`, `x[m].size(0)`, `m.nonzero().numel()`: 0 where it holds nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.narrowing import spelt_out
from nanproof.infer.value import Frame
from nanproof.names.syntax import bare, called_name, code_in, is_a, operands, required, text
from nanproof.sites.elements import Selection, places_in, selected_in

_EXTENTS = frozenset({"size", "numel", "nelement", "dim"})
_SHAPE, _LENGTH, _RANK = "shape", "len", "dim"
_FIRST = ("", "0")
_MOST_FACTORS = 3


@dataclass(frozen=True, slots=True)
class Extent:
    """What a divisor says the length of, as it is written, and what selects it."""

    node: Node
    measured: Node
    selection: Selection


def is_extent(node: Node) -> bool:
    """Say whether an expression is how long something is, whatever it is of: `x.shape[0]`, `x.size(0)`, `len(x)`."""
    return _measured(node) is not None


def selected_extent(engine: Engine, frame: Frame, divisor: Node) -> Extent | None:
    """Return the length of a selection that a divisor is, or is a multiple of; None where it is none."""
    for node in _factors(engine, frame, divisor):
        measured = _measured(node)
        if measured is None or not _is_of_first_axis(node):
            continue
        selection = selected_in(engine, frame, measured) or places_in(engine, frame, measured)
        if selection is not None and selection.is_compared:
            return Extent(node, measured, selection)
    return None


def _factors(engine: Engine, frame: Frame, divisor: Node) -> Iterator[Node]:
    waiting = [divisor]
    for _ in range(_MOST_FACTORS):
        if not waiting:
            return
        node = spelt_out(engine, frame, bare(waiting.pop()))
        both = operands(node, "*")
        if both is None:
            yield node
        else:
            waiting += reversed(both)


def _measured(node: Node) -> Node | None:
    """Return what an expression says the length of, along whichever axis."""
    if node.type == "subscript":
        shape = required(node, "value")
        is_shape = is_a(shape, "attribute") and text(required(shape, "attribute")) == _SHAPE
        return required(shape, "object") if is_shape else None
    if node.type != "call":
        return None
    callee, given = required(node, "function"), code_in(node.child_by_field_name("arguments"))
    if text(callee) == _LENGTH:
        return given[0] if len(given) == 1 else None
    is_method = callee.type == "attribute" and called_name(node) in _EXTENTS
    return required(callee, "object") if is_method else None


def _is_of_first_axis(node: Node) -> bool:
    """Say whether a length is that of the axis along which a mask selects."""
    if node.type == "subscript":
        return text(node.child_by_field_name("subscript")) in _FIRST
    given = code_in(node.child_by_field_name("arguments"))
    if called_name(node) == _RANK:
        return False
    return called_name(node) == _LENGTH or not given or text(given[-1]).rpartition("=")[2] in _FIRST
