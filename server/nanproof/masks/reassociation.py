"""What a compiler makes of an epsilon that is added to a difference: `(1 - p) + e` becomes `(1 + e) - p`.

Observed (FACTS, T5): Grappler, the graph optimiser of TensorFlow, does it to any difference; XLA, below jax.jit and
jit_compile, where one of its operands is constant. NumPy, PyTorch and eager execution compute what is written. A
maximum, a clip, an abs, a product between the difference and the epsilon stop it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from nanproof.infer.again import recomputed
from nanproof.infer.joining import alternatives_of
from nanproof.infer.numbers import arithmetic_of, computed
from nanproof.infer.structure import constant as number_of
from nanproof.infer.structure import essence, operand
from nanproof.infer.value import Computation, Number, python_number
from nanproof.masks.before import Masking, constant, masks_of, value_at
from nanproof.sites.site import Site

# An element that stands for all of the usual size: x of `x - min(x) + e`.
_USUAL = 1.0


@dataclass(frozen=True, slots=True)
class Removed:
    """An epsilon that the compiler moves into a constant, which swallows it; `site` is the operation as compiled.

    `is_spread`: the mask is that of a difference from the largest or smallest element, `max - min + e`.
    """

    masking: Masking
    site: Site
    epsilon: float
    swallowed_by: float
    is_spread: bool


def removed_masks(site: Site) -> Iterator[Removed]:
    """Yield the epsilons on the way of an operand that are gone once the code is compiled."""
    for masking in masks_of(site.operand):
        inner = masking.inner
        if masking.computation.function.name != "add" or inner is None:
            continue
        moved = _moved(site, masking, inner, masking.epsilon)
        if moved is None:
            continue
        operand = recomputed(site.engine, site.operand, partial(_instead, masking.computation, moved[0]))
        yield Removed(masking, replace(site, operand=operand), masking.epsilon, moved[1], _is_spread(inner))


def _is_spread(number: Number) -> bool:
    """Say whether a number is the difference of the largest and the smallest element, or of each from one of them."""
    return number.direct is not None and number.direct.function.name in ("span", "spread")


def _instead(made_by: Computation, result: Number, each: Number) -> Number | None:
    return result if each.computation is made_by else None


def _moved(site: Site, masking: Masking, inner: Number, epsilon: float) -> tuple[Number, float] | None:
    """Return the masked difference as it is compiled, and the number that the epsilon is added to."""
    difference = inner.computation
    rounded = arithmetic_of(masking.result.dtype, masking.result.holder, masking.result.framework).round
    if difference is None:
        return _moved_for_a_caller(site, inner, epsilon, rounded)
    if difference.function.name != "subtract":
        return None
    x, y = difference.roles["x"], difference.roles["y"]
    for role, known in (("x", x), ("y", y)):
        value = constant(known)
        if value is None:
            continue
        total = rounded(value + epsilon) if role == "x" else rounded(value - epsilon)
        if total != rounded(value):
            return None
        roles = {**difference.roles, role: python_number(total, is_integer=False)}
        function = site.engine.catalog.functions["subtract"]
        return computed(site.engine, function, roles, masking.computation.where, masking.computation.context), value
    if site.framework.name != "tensorflow":
        return None
    if _is_spread(inner):
        return (inner, _USUAL) if rounded(_USUAL + epsilon) == _USUAL else None
    beside = {point: taken for point in inner.range.points if (taken := value_at(x, point)) is not None}
    lost = {point: taken for point, taken in beside.items() if rounded(taken + epsilon) == rounded(taken)}
    kept = replace(inner, range=replace(inner.range, points=tuple(lost)))
    return next(((kept, taken) for taken in lost.values()), None)


def _moved_for_a_caller(
    site: Site, inner: Number, epsilon: float, rounded: Callable[[float], float]
) -> tuple[Number, float] | None:
    """Return the same for a helper that adds the epsilon, `log(x + e)`, where one of its callers passes a difference.

    What is passed then stands as it is: of `1 - p` the values that this caller makes.
    """
    for choice, index, term in alternatives_of(site.engine, inner.term):
        structure = site.engine.structure(essence(site.engine, term))
        value = number_of(site.engine, operand(structure)) if structure[:1] == ("subtract",) else None
        if value is None or rounded(value + epsilon) != rounded(value):
            continue
        own = tuple(each for each in inner.range.points if dict(each.way).get(choice, ~0) & 1 << index)
        return replace(inner, range=replace(inner.range, points=own)), value
    return None
