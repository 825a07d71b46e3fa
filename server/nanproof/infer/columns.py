"""Columns of what was put together: `k = stack((a, b), 1); k[:, 1]` is b, `cat((a, b), -1)[..., 3]` one of the two."""

from __future__ import annotations

import re
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.joining import gathered
from nanproof.infer.structure import constant, essence
from nanproof.infer.value import Frame, Number, Parts, Value
from nanproof.names.binding import Binding, Binds
from nanproof.names.syntax import is_a, text
from nanproof.values.ranges import Range
from nanproof.values.transfer.arithmetic import ARITHMETIC
from nanproof.values.transfer.elementwise import ELEMENTWISE

_SLICE = re.compile(r"(\d*):(\d*)")
_SAME_SHAPE = frozenset({*ARITHMETIC, *ELEMENTWISE, "clip", "softmax", "cast", "detach"})
_RESHAPES = frozenset({"same", "cast"})
DEEPEST_SHAPE = 8


def column(evaluator: Evaluator, frame: Frame, number: Number, node: Node) -> Number:
    """Return what a subscript picks of a number: of one that was put together only the parts that it can come from.

    Where that is not known, `y[:, n:]`, it is one of them, and takes for certain only what all of them take.
    """
    parts = number.parts or _reshaped(number)
    if parts is None:
        return number
    index = _along(parts.axis, node.children_by_field_name("subscript"))
    if index is None or text(index).strip() == ":":
        return number
    bounds = _bounds(evaluator, frame, index)
    if bounds is None and index.type != "slice":
        return number  # the columns in another order, perhaps
    picked = those_between(evaluator, parts, *bounds) if bounds is not None and number.parts is not None else ()
    if not picked:
        return replace(number, range=taken_by_all(number.range, parts), parts=None)
    found = gathered(picked)
    return found if isinstance(found, Number) else number


def put(value: Value, binding: Binding) -> Value:
    """Return what an assignment to some columns puts there: of what was put together a reader meets one part."""
    subscript = binding.name_node.parent if binding.kind is Binds.ITEM else None
    if not isinstance(value, Number) or value.parts is None or not is_a(subscript, "subscript"):
        return value
    indices = subscript.children_by_field_name("subscript")
    if len(indices) <= 1 or text(indices[-1]).strip() == ":":
        return value
    return replace(value, range=taken_by_all(value.range, value.parts), parts=None)


def _reshaped(number: Number) -> Parts | None:
    """Return what was put together and then reshaped: `reshape(cat((a, b), -1), (-1, n))` still holds both."""
    made = number.computation
    for _ in range(DEEPEST_SHAPE):
        if made is None or made.function.name not in _RESHAPES:
            return None
        x = made.roles["x"]
        if x.parts is not None:
            return x.parts
        made = x.computation
    return None


def _along(axis: int, indices: list[Node]) -> Node | None:
    """Return the index of an axis; without an ellipsis the last index is taken to be that of the last axis."""
    dots = next((at for at, each in enumerate(indices) if each.type == "ellipsis"), None)
    if axis >= 0:
        return indices[axis] if axis < len(indices) and (dots is None or axis < dots) else None
    if dots is None:
        return indices[-1] if axis == -1 and len(indices) > 1 else None
    return indices[axis] if len(indices) + axis > dots else None


def _bounds(evaluator: Evaluator, frame: Frame, index: Node) -> tuple[int, int | None] | None:
    """Return where what an index picks begins and ends, as far as it is written as numbers."""
    if index.type == "slice":
        found = _slice(text(index))
        return (int(found[1] or 0), int(found[2]) if found[2] else None) if found is not None else None
    at = evaluator.value(frame, index)
    position = at.range.single if isinstance(at, Number) else None
    if position is None or not position.is_integer():
        return None
    return int(position), int(position) + 1 if position != -1 else None


def _slice(written: str) -> re.Match[str] | None:
    return _SLICE.fullmatch("".join(written.split()))


def those_between(evaluator: Evaluator, parts: Parts, start: int, end: int | None) -> tuple[Number, ...]:
    """Return the parts that lie between two positions; none where their sizes do not tell."""
    if parts.is_stack:
        return parts.items[start:end]
    if (start, end) == (0, 1) or start == -1:
        return parts.items[start:end]
    if parts.are_turned:
        return ()
    picked, position = [], 0
    for item in parts.items:
        if end is not None and position >= end:
            break
        size = size_along(evaluator, item, parts.axis)
        if not size and item is parts.items[-1] and position <= start:
            picked.append(item)  # however much there is of it, there is nothing behind it
        elif not size:
            return ()
        if position + size > start:
            picked.append(item)
        position += size
    return tuple(picked)


def size_along(evaluator: Evaluator, item: Number, axis: int) -> int:
    """Return how many elements a number has along an axis, 0 where that is not known."""
    return _size(evaluator, item.term, axis, DEEPEST_SHAPE)


def _size(evaluator: Evaluator, term: int, axis: int, depth: int) -> int:
    """Return how many elements a number has along an axis, by the slice that it was computed from; 0: not known."""
    match evaluator.structure(term):
        case ("part", _, index):
            written = str(index).strip("[]").split(",")
            found = _slice(written[axis]) if -len(written) <= axis < len(written) else None
            return max(int(found[2]) - int(found[1] or 0), 0) if found is not None and found[2] else 0
        case (name, tuple(roles)) if name in _SAME_SHAPE and depth > 0:
            operands = [each for _, each in roles if constant(evaluator, each) is None]
            sizes = {_size(evaluator, essence(evaluator, each), axis, depth - 1) for each in operands}
            return max(sizes, default=0) if 0 not in sizes or max(sizes) > 1 else 0
        case _:
            return 0


def taken_by_all(known: Range, parts: Parts) -> Range:
    """Return a range that takes what all parts take: of one of them, it is not known which."""
    common = set.intersection(*({point.value for point in each.range.points} for each in parts.items))
    return replace(known, points=tuple(point for point in known.points if point.value in common))
