"""What a loop hands to its target: any item of what it runs over, `zip` and `enumerate` taken apart."""

from __future__ import annotations

from collections.abc import Sequence as Sequenced
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.joining import Choice, join
from nanproof.infer.taken_apart import part_at
from nanproof.infer.taken_by import is_moved
from nanproof.infer.value import (
    UNKNOWN,
    Computation,
    Frame,
    Holder,
    Instance,
    Layer,
    Number,
    Sequence,
    Table,
    Unknown,
    Value,
)
from nanproof.names.syntax import bare, code_in, required, text
from nanproof.values.dtype import DType

Path = Sequenced[int | None]
_VALUES = frozenset({"items", "values"})


def item(evaluator: Evaluator, frame: Frame, iterable: Node, path: Path) -> Value:
    """Return what is handed to the target at `path` of a loop, or of a comprehension, over an iterable."""
    iterable = bare(iterable)
    inside = _inside(evaluator, frame, iterable, path)
    if inside is not None:
        return item(evaluator, frame, *inside)
    value = _values_of_table(evaluator, frame, iterable)
    if value is not None:
        if _method(iterable) == "values":
            return unpacked(evaluator, value, path)
        return unpacked(evaluator, value, path[1:]) if path and path[0] == 1 else UNKNOWN
    value = evaluator.value(frame, iterable)
    if isinstance(value, Sequence):
        if not path and value.items and all(isinstance(each, Layer | Instance) for each in value.items):
            return value.items[-1]  # `for layer in layers: x = layer(x)`: the last makes what is left
        choice = Choice((frame.key, iterable.start_byte), tuple(path))
        return join(evaluator, (unpacked(evaluator, each, path) for each in value.items), choice)
    if isinstance(value, Number) and value.alternatives is not None and value.alternatives.by is None:
        choice = Choice((frame.key, iterable.start_byte), tuple(path))
        return join(evaluator, (unpacked(evaluator, each, path) for each in value.alternatives.numbers), choice)
    return unpacked(evaluator, value, path) if isinstance(value, Number | Unknown) else UNKNOWN


def unpacked(evaluator: Evaluator, value: Value, path: Path, targets: int = 0) -> Value:
    """Return what unpacking hands to the target at `path`: an item of a tuple, or a row of a tensor.

    `targets` is how many there are, where that is known.
    """
    for index in path:
        part = part_at(value, index, targets) if isinstance(value, Number) and index is not None else None
        if part is not None:
            value = part
            continue
        if isinstance(value, Number) and (value.holder is not Holder.PYTHON or value.dtype is DType.INTEGER):
            term = evaluator.interned(("part", value.term, f"[{index}]")) if value.term and index is not None else 0
            value = replace(value, term=term, parts=None)
            continue
        if isinstance(value, Unknown) and is_moved(evaluator, value.term):
            continue
        if not isinstance(value, Sequence) or index is None or index >= len(value.items):
            return UNKNOWN
        value = value.items[index]
    return value


def values_beside_places(evaluator: Evaluator, frame: Frame, call: Node) -> Number | None:
    """Return the values that a call gives together with where they stood, `x.max(-1)`: the first of its two results.

    `torch.max(x, y)` gives one.
    """
    call = bare(call)
    callee = required(call, "function") if call.type == "call" else None
    operation = evaluator.operation_of(evaluator.value(frame, callee)) if callee is not None else None
    if operation is None or operation.name.rpartition(".")[2] not in operation.framework.backward.places:
        return None
    match evaluator.value(frame, call):
        case Number(computation=Computation(roles={"y": _})):
            return None
        case Number() as value:
            return value
        case _:
            return None


def _inside(evaluator: Evaluator, frame: Frame, iterable: Node, path: Path) -> tuple[Node, Path] | None:
    """Return which argument of `zip` or `enumerate` a target runs over, with the path that is left inside of it."""
    if iterable.type != "call" or not path or path[0] is None:
        return None
    operation = evaluator.operation_of(evaluator.value(frame, required(iterable, "function")))
    kind = operation.function.name if operation is not None else ""
    given = [each for each in code_in(iterable.child_by_field_name("arguments")) if each.type != "keyword_argument"]
    if any(each.type == "list_splat" for each in given):
        return None
    if kind == "zipped" and path[0] < len(given):
        return given[path[0]], path[1:]
    if kind == "enumerated" and path[0] == 1 and given:
        return given[0], path[1:]
    return None


def _method(call: Node) -> str:
    return text(required(call, "function").child_by_field_name("attribute"))


def _values_of_table(evaluator: Evaluator, frame: Frame, iterable: Node) -> Value | None:
    """Return what a dictionary holds under any of its keys, of `d.values()` and of the second of `d.items()`."""
    if iterable.type != "call" or _method(iterable) not in _VALUES:
        return None
    value = evaluator.value(frame, required(required(iterable, "function"), "object"))
    return held(evaluator, value, (frame.key, iterable.start_byte)) if isinstance(value, Table) else None


def held(evaluator: Evaluator, table: Table, where: tuple[object, ...]) -> Value:
    """Return what a dictionary holds under a key of which nothing is known."""
    values = [*(value for _, value in table.items), *((table.others,) if table.others is not None else ())]
    return join(evaluator, values, Choice(("held", where))) if values else UNKNOWN
