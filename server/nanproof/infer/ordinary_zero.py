"""Sums of squares that ordinary inputs make 0: the slope of a flat image, a silent bin, an edge between equal points.

A picture has flat regions, a recording silent ones, and a graph two nodes at one place. That a loss is met exactly, or
that a row is all 0, is only possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import constant, essence, made_by, operand, part_of
from nanproof.infer.value import Computation, Number

_FLAT = "where the input is flat"
SILENT = "where the input is silent"
_AT_ONE_PLACE = "where both ends are at one place"
_PASSED = frozenset({"same", "cast", "negative"})
_ADDED = frozenset({"sum", "mean"})
_SCALED = frozenset({"multiply", "divide"})
# The real part beside an imaginary one says whether both are of a spectrum.
_MADE = {"neighbour_difference": _FLAT, "difference_across": _FLAT, "spectrum": SILENT, "imaginary_part": SILENT}
DEEPEST = 12


def when_ordinary(evaluator: Evaluator, number: Number) -> str | None:
    """Say for which ordinary inputs a sum of squares is 0, None where nothing shows that it is."""
    bases = list(_bases(evaluator, number, DEEPEST, is_summed=False))
    kinds = {_kind(evaluator, each) if each is not None else None for each, _ in bases}
    kind = kinds.pop() if len(kinds) == 1 else None
    # A single square has a root that is its size.
    return kind if len(bases) > 1 or any(is_summed for _, is_summed in bases) else None


def when_ordinary_vector(evaluator: Evaluator, number: Number) -> str | None:
    """Say for which ordinary inputs all elements of a vector are 0, whose norm is taken."""
    return _kind(evaluator, number)


def _bases(
    evaluator: Evaluator, number: Number, depth: int, *, is_summed: bool
) -> Iterator[tuple[Number | None, bool]]:
    """Yield what is squared and added up, and whether several elements of it are; None for what is no square."""
    made = number.computation
    if made is None or not depth:
        yield None, is_summed
    elif made.function.name in _PASSED | _ADDED:
        summed = is_summed or made.function.name in _ADDED
        yield from _bases(evaluator, made.roles["x"], depth - 1, is_summed=summed)
    elif made.function.name == "add":
        for each in made.roles.values():
            yield from _bases(evaluator, each, depth - 1, is_summed=is_summed)
    else:
        yield _squared(evaluator, made), is_summed


def _squared(evaluator: Evaluator, made: Computation) -> Number | None:
    if made.function.name == "square":
        return made.roles["x"]
    if not made.roles.keys() >= {"x", "y"}:
        return None
    x, y = made.roles["x"], made.roles["y"]
    # Of what vanishes no power is a negative one.
    is_product = essence(evaluator, x.term) == essence(evaluator, y.term) != 0
    return x if made.function.name in ("pow", "integer_pow") or is_product else None


def _kind(evaluator: Evaluator, number: Number) -> str | None:
    made = number.computation
    if made is not None and made.function.name == "weighted_sum":
        # Of weights that are written out: a filter for edges.
        return _FLAT if "y" in made.roles and _is_written_out(made.roles["y"]) else None
    return _kind_of(evaluator, number.term, DEEPEST)


def _is_written_out(weights: Number) -> bool:
    interval = weights.range.interval
    return -inf < interval.low < 0 < interval.high < inf


def _kind_of(evaluator: Evaluator, term: int, depth: int) -> str | None:
    structure = evaluator.structure(term)
    if not structure or not depth:
        return None
    name = made_by(evaluator, term) or str(structure[0])
    if name in _MADE:
        return _MADE[name]
    whole = part_of(structure)
    if whole is not None:
        return _kind_of(evaluator, whole[0], depth - 1)
    x, y = operand(structure), operand(structure, "y")
    if name == "multiply" and constant(evaluator, x) is not None:
        x, y = y, x
    if name in _PASSED or (name in _SCALED and constant(evaluator, y) is not None):
        return _kind_of(evaluator, x, depth - 1)
    if name != "subtract":
        return None
    one, other = _part(evaluator, x), _part(evaluator, y)
    if one is None or other is None or one[0] != other[0] or one[1] == other[1]:
        kinds = {_kind_of(evaluator, each, depth - 1) for each in (x, y)}
        return kinds.pop() if len(kinds) == 1 else None
    if ":" in one[1] + other[1]:
        return _FLAT
    return _AT_ONE_PLACE if all(any(letter.isalpha() for letter in each[1]) for each in (one, other)) else None


def _part(evaluator: Evaluator, term: int) -> tuple[int, str] | None:
    """Return what a term is a part of, and how the part is written: `x[src]`."""
    found = part_of(evaluator.structure(essence(evaluator, term)))
    return (essence(evaluator, found[0]), found[1]) if found is not None else None
