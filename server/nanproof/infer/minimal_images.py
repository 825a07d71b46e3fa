"""Differences brought back into a periodic box: `d - box * round(d / box)`, `mod(d + h, box) - h`: 0 where `d` is 0.

Whatever the box is: of nothing no multiple of it is taken away, and what is moved by `h` and back is where it was.
"""

from __future__ import annotations

from dataclasses import replace

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, essence, uncast
from nanproof.infer.value import Computation, Number
from nanproof.values.ranges import Range

_ROUNDS = frozenset({"round", "floor", "ceil", "trunc"})
_REMAINDERS = frozenset({"mod", "ieee_remainder"})
_SCALES = frozenset({"divide", "multiply", "add", "subtract"})
_MOST_STEPS = 3


def minimal_image(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Return a difference in a periodic box, 0 where the difference itself is: that of a particle and itself."""
    x, y = roles["x"], roles["y"]
    inner = x if _is_multiple_of_box(evaluator, x, y) else _moved_and_back(evaluator, x, y)
    zeros = tuple(each for each in inner.range.points if each.value == 0) if inner is not None else ()
    if inner is None or not zeros:
        return None
    interval = result.range.interval
    return replace(result, range=Range(interval, zeros, result.range.may_be_nan), made=inner.made, trace=inner.trace)


def _is_multiple_of_box(evaluator: Evaluator, x: Number, y: Number) -> bool:
    """Say whether `y` is a box, times how often it goes into `x`: `box * round(x / box)`."""
    made = _made(y, "multiply")
    if made is None:
        return False
    return any(_counts_boxes(evaluator, x, each, other) for each, other in _both_ways(made))


def _counts_boxes(evaluator: Evaluator, x: Number, times: Number, box: Number) -> bool:
    rounded = uncast(times).computation
    if rounded is None or rounded.function.name not in _ROUNDS:
        return False
    ratio = uncast(rounded.roles["x"]).computation
    for _ in range(_MOST_STEPS):
        if ratio is None or ratio.function.name not in _SCALES:
            return False
        first = ratio.roles["x"]
        if ratio.function.name == "divide":
            return _is_same(evaluator, ratio.roles["y"], box) and _is_same(evaluator, first, x)
        ratio = uncast(first).computation  # `floor(x / box + 0.5)`
    return False


def _moved_and_back(evaluator: Evaluator, x: Number, y: Number) -> Number | None:
    """Return what was moved by `y` before a remainder, `mod(d + y, box)`; None of anything else."""
    remainder = uncast(x).computation
    if remainder is None or remainder.function.name not in _REMAINDERS:
        return None
    moved = _made(remainder.roles["x"], "add")
    for inner, by in _both_ways(moved) if moved is not None else ():
        if _is_same(evaluator, by, y):
            return inner
    return None


def _is_same(evaluator: Evaluator, one: Number, other: Number) -> bool:
    """Say whether two numbers are one, or the same product in either order: `box * 0.5` and `0.5 * box`."""
    terms = [essence(evaluator, each.term) for each in (one, other)]
    if terms[0] == terms[1]:
        return terms[0] != 0
    factors = [_factors(evaluator, each) for each in (one, other)]
    return factors[0] == factors[1] != frozenset()


def _factors(evaluator: Evaluator, number: Number) -> frozenset[int]:
    made = _made(number, "multiply")
    terms = (
        frozenset(essence(evaluator, each.term) for each in made.roles.values()) if made is not None else frozenset()
    )
    return terms if 0 not in terms else frozenset()


def _made(number: Number, name: str) -> Computation | None:
    made = uncast(number).computation
    return made if made is not None and made.function.name == name and made.roles.keys() >= {"x", "y"} else None


def _both_ways(made: Computation) -> tuple[tuple[Number, Number], tuple[Number, Number]]:
    x, y = made.roles["x"], made.roles["y"]
    return (x, y), (y, x)
