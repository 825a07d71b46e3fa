"""What was put together and is taken apart again: of `stack((a, b), 1).unbind(1)` the second is b.

So are the pieces of a concatenation, as far as the sizes tell which part they come from.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

from nanproof.catalog.model import Operation
from nanproof.infer.columns import size_along, taken_by_all, those_between
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.joining import gathered
from nanproof.infer.operands import Roles
from nanproof.infer.value import UNKNOWN, Number, Parts, Sequence, Value, python_number

_SAME = "same"
_ONE_BY_ONE = frozenset({"unbind", "unstack"})
# What a list says of the pieces, and what a number says of them, by the name that the frameworks give the parameter.
_SIZES, _PLACES, _COUNT, _SIZE = "sizes", "places", "count", "size"
_TOLD = {
    "split_size_or_sections": (_SIZES, _SIZE),
    "split_size": (_SIZES, _SIZE),
    "num_or_size_splits": (_SIZES, _COUNT),
    "indices_or_sections": (_PLACES, _COUNT),
    "indices": (_PLACES, _COUNT),
    "chunks": (_SIZES, _COUNT),
}
_FIRST_AXIS = python_number(0.0, is_integer=True)
MOST_PIECES = 16

_Bounds = tuple[int | None, int | None]  # where a piece begins and ends, None where that is not known


def taken_apart(evaluator: Evaluator, operation: Operation, roles: Roles, result: Value) -> Value:
    """Return the pieces of what was put together along the axis that it is taken apart along, else the result as it is.

    Where it is not known which part a piece comes from, it takes for certain only what all parts take.
    """
    told = next((each for each in _TOLD if each in roles), None)
    is_one_by_one = operation.name.rpartition(".")[2] in _ONE_BY_ONE
    made = result.computation if isinstance(result, Number) and (told is not None or is_one_by_one) else None
    parts = made.roles["x"].parts if made is not None and made.function.name == _SAME else None
    if parts is None or not isinstance(result, Number):
        return result
    along = _number(evaluator.argument(roles.get("axis", _FIRST_AXIS)))
    if along is not None and along != parts.axis and (along < 0) == (parts.axis < 0):
        return result
    if is_one_by_one and along is not None and not (parts.is_stack and along == parts.axis):
        # Most likely along 1, where it was put together along -1: it is asked how many targets there are.
        return replace(result, parts=Parts(parts.items, 0, is_stack=False, are_turned=True))
    unknown = replace(result, range=taken_by_all(result.range, parts))
    if along != parts.axis:
        return unknown
    bounds = _one_by_one(parts) if told is None else _bounds(evaluator, told, evaluator.argument(roles[told]), parts)
    pieces = [_piece(evaluator, parts, index, bounds) or unknown for index in range(len(bounds))]
    return Sequence(tuple(pieces)) if pieces else unknown


def part_at(whole: Number, index: int, targets: int) -> Number | None:
    """Return what unpacking hands to one of several targets, where it takes apart what lies along the first axis.

    Of a concatenation each of the parts is one of the targets', where there are as many of these.
    """
    parts = whole.parts
    if parts is None or parts.axis != 0:
        return None
    if index < len(parts.items) and (parts.is_stack or targets == len(parts.items)):
        return parts.items[index]
    return replace(whole, range=taken_by_all(whole.range, parts), parts=None) if parts.are_turned else None


def _one_by_one(parts: Parts) -> list[_Bounds]:
    return [(index, index + 1) for index in range(len(parts.items))]


def _bounds(evaluator: Evaluator, name: str, told: Value, parts: Parts) -> list[_Bounds]:
    """Return where the pieces begin and end along the axis, nothing where it is not known how many there are."""
    of_list, of_number = _TOLD[name]
    if isinstance(told, Sequence):
        numbers = [_number(each) for each in told.items]
        places = [0, *numbers] if of_list == _PLACES else list(accumulate([0, *numbers], _added))
        if of_list == _PLACES:
            places.append(None)
        return list(pairwise(places))[:MOST_PIECES]
    number = _number(told)
    if number is None or number <= 0:
        return []
    total = _total(evaluator, parts)
    if of_number == _COUNT:
        size = total // number if total and not total % number else None
        at = [size * index if size is not None else None for index in range(number + 1)]
        return list(pairwise(at))[:MOST_PIECES]
    count = -(-total // number)
    return [(index * number, (index + 1) * number) for index in range(min(count, MOST_PIECES))]


def _added(place: int | None, size: int | None) -> int | None:
    return place + size if place is not None and size is not None and size >= 0 else None


def _total(evaluator: Evaluator, parts: Parts) -> int:
    """Return how long what was put together is along the axis; 0 where that is not known."""
    sizes = [1 if parts.is_stack else size_along(evaluator, each, parts.axis) for each in parts.items]
    return sum(sizes) if all(sizes) else 0


def _piece(evaluator: Evaluator, parts: Parts, index: int, bounds: list[_Bounds]) -> Number | None:
    """Return what a piece holds: the parts between its bounds, or the part in its place where there are as many."""
    start, end = bounds[index]
    is_last = index == len(bounds) - 1
    picked: tuple[Number, ...] = ()
    if start is not None and (end is not None or is_last):
        picked = those_between(evaluator, parts, start, end)
    if not picked and len(bounds) == len(parts.items):
        picked = parts.items[index : index + 1]
    found = gathered(picked) if picked else UNKNOWN
    return found if isinstance(found, Number) else None


def _number(value: Value) -> int | None:
    single = value.range.single if isinstance(value, Number) else None
    return int(single) if single is not None and single.is_integer() else None
