"""Computing a number again with another operand on its way: what a mask, a condition or a compiler changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.numbers import computed
from nanproof.infer.value import Computation, Number

DEEPEST_WAY = 12

Replacing = Callable[[Number], Number | None]


def recomputed(evaluator: Evaluator, number: Number, replacing: Replacing) -> Number:
    """Return a number as it would be if some of those that it is computed from were others.

    What a condition around its use said of the old one is not known of the new one.
    """
    return _again(evaluator, number, replacing, {}, DEEPEST_WAY)


def _again(evaluator: Evaluator, number: Number, replacing: Replacing, done: dict[int, Number], depth: int) -> Number:
    held = done.get(id(number))
    if held is not None:
        return held
    result, computation = replacing(number), number.computation
    if result is None:
        result = number
        if computation is not None and depth > 0:
            before = computation.roles
            after = {role: _again(evaluator, each, replacing, done, depth - 1) for role, each in before.items()}
            if any(after[role] is not each for role, each in before.items()):
                result = computed_with(evaluator, computation, after)
    done[id(number)] = result
    return result


def computed_with(evaluator: Evaluator, computation: Computation, roles: Mapping[str, Number]) -> Number:
    """Return what an operation gives for other operands."""
    return computed(
        evaluator,
        computation.function,
        roles,
        computation.where,
        computation.context,
        computation.operation,
        dtype=computation.dtype,
    )
