"""Whether an infinite derivative is stopped on its way back, by a mask that chooses in its own backward pass.

Observed (FACTS, T10): at `x <= 0` relu answers 0 whatever arrives, in PyTorch and JAX; outside of their bounds `clamp`,
`maximum` and their kind do so in PyTorch and TensorFlow. There `sqrt(clamp(x, min=0))` fails where x is exactly 0, and
nowhere else. `jnp.clip` and `tf.nn.relu` multiply with 0, which makes NaN.
PyTorch's `clamp` answers 0 at its bounds too since a release (FACTS, T19), whatever arrives, through all that works on
each element alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial

from nanproof.infer.engine import Engine
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.producer import Producer
from nanproof.infer.structure import constant as constant_of
from nanproof.infer.structure import last_name
from nanproof.infer.value import Computation, Holder, Number
from nanproof.masks.before import LONGEST_WAY, Masking, constant, masks_of, value_at
from nanproof.releases import Share
from nanproof.sites.site import Site
from nanproof.sites.xla import is_for_xla
from nanproof.values.ranges import Point

_BOUNDS_CHOOSE = frozenset({"torch", "tensorflow"})
# What comes so near to a bound is taken to meet it: where rounding decides, as in a difference of two squares.
NEAR = 1e-3
# `torch.maximum` and `torch.minimum`, of two tensors, are none.
_CLIPS = frozenset(f"{name}{inplace}" for name in ("clamp", "clip", "clamp_min", "clamp_max") for inplace in ("", "_"))
# Each element of the result rests on one of the operand: what a clip stops on its way back is stopped for all of it.
_ELEMENTWISE = frozenset(
    {
        "add",
        "subtract",
        "multiply",
        "divide",
        "negative",
        "square",
        "pow",
        "integer_pow",
        "abs",
        "same",
        "cast",
        "clip",
        "maximum",
        "minimum",
        "nan_to_num",
    }
)
# Through these a layer's output is followed to the layer: a product with weights, and what a bias is added to.
_WEIGHED = frozenset({"matmul", "add", "same", "cast"})
_PRODUCTS = frozenset({"matmul", "multiply", "divide"})
# Of nothing but zeros these are 0, and of numbers that are never negative in no other way.
_ZERO_FOR_ZEROS = frozenset(
    {"sum", "mean", "max", "norm", "square", "pow", "integer_pow", "multiply", "divide", "abs", "same", "cast", "add"}
)


@dataclass(frozen=True, slots=True)
class Until:
    """Words that say up to which release something is so: those of a message, and what is added further down."""

    short: str = ""
    aside: str = ""


def _choosing(site: Site) -> frozenset[str]:
    """Return the functions that answer 0 at their bounds to whatever derivative arrives, where a site runs."""
    in_xla = site.framework.stops_at_its_bounds_in_xla
    return in_xla if in_xla and is_for_xla(site) else site.framework.stops_at_its_bounds


def in_use(site: Site, points: list[Point]) -> tuple[list[Point], Until]:
    """Return the points at which a derivative is infinite in releases that the project uses, and words for the message.

    The words say up to which release, where the project uses later ones too. Where a clip stops only some of the
    points, the others are told: there it is infinite in every release.
    """
    framework, since = site.framework, site.framework.clip_is_flat_since
    bounds = partial(_activation_bounds, _choosing(site))
    points = [point for point in points if not _is_met(site.operand, point, bounds)]
    share = site.engine.releases.before(framework.name, since) if since else Share.ALL
    if share is Share.ALL:
        return points, Until()
    lasting = [point for point in points if not _is_met(site.operand, point, _clip_bounds)]
    if lasting or share is Share.NONE:
        return lasting, Until()
    aside = f"; from {framework.title} {since} on a clip has the gradient 0 at its bounds"
    return points, Until(f" (before {framework.title} {since})", aside)


def _is_met(operand: Number, point: Point, bounds: Callable[[Computation, Number], frozenset[float]]) -> bool:
    """Say whether what is on the only way of an operand is at one of its bounds where a point is taken."""
    known, taken = operand, {point.value}
    for _ in range(LONGEST_WAY):
        made = known.computation
        if made is None or not taken:
            return False
        if taken <= bounds(made, known):
            return True
        if made.function.name not in _ELEMENTWISE:
            return False
        inner = _only_varying(made)
        if inner is None:
            return False
        known = inner
        taken = {each.value for each in inner.range.points if each.holds_for(point)}
    return False


def _activation_bounds(choosing: frozenset[str], made: Computation, result: Number) -> frozenset[float]:
    """Return the bounds of an activation at which, and beyond which, it stops every derivative."""
    if made.function.name not in choosing:
        return frozenset()
    interval = result.range.interval
    return frozenset(each for each in (interval.low, interval.high) if math.isfinite(each))


def _clip_bounds(made: Computation, result: Number) -> frozenset[float]:
    """Return the numbers that bound a clip, as they are in its dtype; a bound that is a tensor is none (observed)."""
    if last_name(made.operation) not in _CLIPS:
        return frozenset()
    rounded = arithmetic_of(result.dtype, result.holder, result.framework).round
    numbers = (constant(each) for each in made.roles.values() if each.holder is Holder.PYTHON)
    return frozenset(rounded(each) for each in numbers if each is not None)


def _only_varying(made: Computation) -> Number | None:
    """Return the only operand that is no constant; `x * x` has one as well."""
    varying = [each for each in made.roles.values() if constant(each) is None]
    return next(iter(varying), None) if all(_is_same(each, varying[0]) for each in varying) else None


def _is_same(number: Number, other: Number) -> bool:
    return number is other or number.term == other.term != 0


def is_stopped(site: Site) -> bool:
    """Say whether a relu, or another that is 0 at its bound, answers 0 to a derivative that is infinite or NaN there.

    So it does where the operand is 0 for no other reason than that the relu is, and is made of nothing else that has a
    gradient: a sum of its squares, what several are put together to, and not a product with a weight. A difference of
    two is 0 otherwise where both are equal: of what other weights make that is a coincidence.
    """
    choosing = _choosing(site)
    return bool(choosing) and bool(_relus(site.operand, choosing))


def _relus(number: Number, choosing: frozenset[str], depth: int = LONGEST_WAY) -> list[Number]:
    """Return the relus that a number is 0 for, and for nothing else; none where something else makes it 0."""
    waiting, relus = [number], list[Number]()
    for _ in range(depth):
        if not waiting:
            return relus
        known = waiting.pop()
        if known.direct is not None and known.direct.function.name in choosing and known.range.interval.low == 0:
            relus.append(known)
            continue
        made = known.computation
        if made is not None and made.function.name == "subtract":
            sides = [_relus(each, choosing, depth // 2) for each in made.roles.values()]
            if not all(sides) or not _are_of_other_weights(*sides):
                return []
            relus += [each for side in sides for each in side]
            continue
        if known.parts is None and (made is None or not _is_0_for_zeros(made)):
            return []
        inner = known.parts.items if made is None and known.parts is not None else made.roles.values() if made else ()
        waiting += [each for each in inner if each.holder is not Holder.PYTHON]
    return []


def _is_0_for_zeros(made: Computation) -> bool:
    """Say whether an operation gives 0 for zeros, and for nothing else: a product of matrices where it is a square."""
    if made.function.name == "matmul":
        return _is_same(made.roles["x"], made.roles["y"])
    return made.function.name in _ZERO_FOR_ZEROS


def _are_of_other_weights(some: list[Number], others: list[Number]) -> bool:
    """Say whether layers make what some relus are given, and no layer both some and others."""
    layers = [[_weights(each) for each in relus] for relus in (some, others)]
    return all(all(each) for each in layers) and set(layers[0]).isdisjoint(layers[1])


def _weights(relu: Number) -> Hashable:
    """Return what stands for the weights that make what a relu is given: a layer as it is called, or a factor."""
    known = next(iter(relu.computation.roles.values()), None) if relu.computation is not None else None
    for _ in range(LONGEST_WAY):
        if known is None:
            return None
        made = known.computation
        if made is None and known.direct is not None and "(" in known.direct.place.text:
            return known.direct.place.text.partition("(")[0]
        if made is None or made.function.name not in _WEIGHED:
            return None
        if made.function.name == "matmul":
            return made.roles["y"].term or None
        known = made.roles.get("x")
    return None


def is_bound_of_the_unknown(site: Site) -> bool:
    """Say whether an operand is 0 only because something unknown was clipped to it: possible, not shown.

    A bound at -1 or 1 is there for a cosine, which is exactly 1 for equal directions.
    """
    match next(masks_of(site.operand), None):
        case Masking(inner=Number() as inner) as masking if masking.result == site.operand:
            return masking.is_half_line and inner.range.is_unknown
        case _:
            return False


def is_stopped_but_at_the_bound(site: Site, point: Point) -> bool:
    """Say whether a derivative is infinite only where what was clipped is the bound itself, as hardly any number is."""
    if site.framework.name not in _BOUNDS_CHOOSE:
        return False
    masking = next(masks_of(site.operand), None)
    if masking is None or masking.inner is None:
        return False
    points, bound = masking.inner.range.points, value_at(masking.result, point)
    if bound != 0 and _is_of_two(site.engine, masking.inner.term):
        return False  # a cosine, which is exactly 1 for equal directions
    return bound is not None and all(abs(inner.value - bound) > NEAR for inner in points)


def _is_of_two(engine: Engine, term: int, depth: int = LONGEST_WAY) -> bool:
    """Say whether a term is computed of a product of two, a dot product for one: what is clipped to 1 is a cosine."""
    if not depth:
        return False
    match engine.structure(term):
        case ("part", int() as whole, *_):
            return _is_of_two(engine, whole, depth - 1)
        case ("made", Producer() as made):
            return made.function in _PRODUCTS
        case (function, tuple() as operands):
            is_product = function in _PRODUCTS and all(constant_of(engine, each) is None for _, each in operands)
            return is_product or any(_is_of_two(engine, each, depth - 1) for _, each in operands)
        case _:
            return False
