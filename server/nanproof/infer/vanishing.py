"""What is 0 where all that it is computed of is 0, or equal: a norm of a difference, a sum of squares, a product.

Where nothing is known of these, nothing shows that they are not: a loss is met exactly, a region of an image is flat,
two nodes stand at one place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.fed import OF_WEIGHTS
from nanproof.infer.structure import constant, essence, made_by, uncast
from nanproof.infer.underflow import underflows
from nanproof.infer.value import Computation, Holder, Number
from nanproof.values.transfer.operands import OPEN

# Activations that leave 0 where it is.
THROUGH_0 = frozenset(
    {"tanh", "leaky_relu", "prelu", "elu", "selu", "celu", "gelu", "silu", "mish", "softsign", "hard_tanh"}
)
_OF_ONE = THROUGH_0 | frozenset(
    {"same", "cast", "detach", "tensor", "abs", "square", "negative", "sum", "mean", "sqrt", "norm", "std", "var"}
    | {"std_of_all", "var_of_all", "max", "min", "cumsum", "relu", "avg_pool", "max_pool", "l2_normalize"}
    | {"imaginary_part", "spectrum", "prod", "neighbour_difference", "difference_across"}
)
_OF_BOTH = frozenset({"add", "subtract", "concat", "stack", "distance"})
_OF_EITHER = frozenset({"multiply", "matmul", "weighted_sum", "divide"})
# What a network makes is 0 for some input, as what nothing is known of: there is no constant beside it.
_FREE = OF_WEIGHTS | {"matmul", "parameter_from_0"}
_ZERO_AT_BEST = frozenset({"loss", "cross_entropy_of_weights", "hypot", "squared_difference", "var_of_all"})
# Traits of what somebody bounded, moved or chose, and of what is trained.
MASKED = frozenset({"mask", "offset", "chosen", "trained"})
_POWERS = frozenset({"pow", "integer_pow"})
# Along which axis, by name or by place: `sum(x, -1)`, `x.sum((0, 2), keepdim=True)`, `einsum("ij->i", x)`.
_PLACE = r"(?:-?\d|[(\[]\s*-?\d[-\d\s,]*[)\]])"
_AXIS = re.compile(rf"\b(?:dim|axis)\s*=|[(,]\s*{_PLACE}\s*(?:,\s*keep\w*\s*=\s*\w+\s*)?\)$|->\w")
DEEPEST = 16


def vanishes(evaluator: Evaluator, number: Number, depth: int = DEEPEST) -> bool:
    """Say whether a number is 0 where all that it is computed of is."""
    if not depth or number.holder is Holder.PYTHON:
        return False
    if number.traits & MASKED:
        return _is_chosen_as_0(number)
    if not number.range.interval.contains(0.0):
        return False
    computation = number.computation
    if computation is None:
        return _is_free(evaluator, number)
    name, roles = computation.function.name, computation.roles
    if name in _ZERO_AT_BEST or (name in _FREE and number.direct is not None):
        return True
    if name in _POWERS:
        power = constant(evaluator, roles["y"].term)
        return power is not None and power > 0 and vanishes(evaluator, roles["x"], depth - 1)
    if name in _OF_ONE:
        return vanishes(evaluator, roles["x"], depth - 1)
    if name in _OF_BOTH:
        if name == "subtract" and _may_be_equal(evaluator, roles, depth):
            return True
        is_offset = name == "add" and _has_offset(roles)
        return not is_offset and all(vanishes(evaluator, each, depth - 1) for each in roles.values())
    if name in _OF_EITHER:
        return _is_product_of_zero(evaluator, computation, depth)
    return underflows(number)


def _is_chosen_as_0(number: Number) -> bool:
    """Say whether a condition replaces something by 0, `where(mask, x, 0.0)`, and nothing is added to it."""
    made = number.computation
    for _ in range(DEEPEST):
        if made is None or made.function.name not in _OF_ONE | _POWERS:
            break
        made = made.roles["x"].computation
    if made is None or made.function.name not in ("where", "masked_fill"):
        return False
    return any(each.range.single == 0 for each in made.roles.values())


def is_rest_of_squares(evaluator: Evaluator, number: Number) -> bool:
    """Say whether an unknown share of a square is taken from what is never negative, and all of it is 0 at times.

    So a variance is weighted, `(d ** 2).mean() - share * d.mean() ** 2`.
    """
    made = number.computation
    if made is None or made.function.name != "subtract":
        return False
    whole, product = made.roles["x"], made.roles["y"].computation
    if product is None or product.function.name != "multiply" or whole.range.interval.low < 0:
        return False
    squares = [each for each in product.roles.values() if each.range.interval.low >= 0 and each.computation is not None]
    shares = [each for each in product.roles.values() if each.computation is None]
    is_weighted = len(squares) == len(shares) == 1 and shares[0].range.single is None
    return is_weighted and vanishes(evaluator, whole) and vanishes(evaluator, squares[0])


def is_1_and_what_vanishes(evaluator: Evaluator, number: Number) -> bool:
    """Say whether 1 is added to what is 0 at times: the hyperbolic cosine of the distance of two equal points."""
    made = uncast(number).computation
    if made is None or made.function.name != "add":
        return False
    ones = [each.range.single == 1 for each in made.roles.values()]
    return sum(ones) == 1 and any(vanishes(evaluator, each) for each in made.roles.values())


def _is_moved(number: Number, depth: int) -> bool:
    """Say whether each factor is a sum with a constant, or its root, `(1 - a) * (1 - b)`: not 0 where a and b are."""
    made = uncast(number).computation
    if made is None or not depth:
        return False
    if made.function.name == "sqrt":
        return _is_moved(made.roles["x"], depth - 1)
    if made.function.name == "multiply":
        return all(each.holder is Holder.PYTHON or _is_moved(each, depth - 1) for each in made.roles.values())
    is_sum = made.function.name in ("add", "subtract")
    return is_sum and any(each.range.single not in (None, 0.0) for each in made.roles.values())


def is_size_of_either_sign(number: Number) -> bool:
    """Say whether a number is the absolute value of one that may have either sign, and passes 0 in between."""
    inner = _size(number)
    return inner is not None and inner.range.interval.low < 0 < inner.range.interval.high


def is_sum_along_an_axis(number: Number) -> bool:
    """Say whether a number is the sum of a row, or of a column: that of all is hardly 0."""
    made = uncast(number).computation
    return made is not None and made.function.name == "sum" and is_along_an_axis(made.where.text)


def is_along_an_axis(call: str) -> bool:
    """Say whether a call, as it is written, says along which axis it reduces."""
    return _AXIS.search(call) is not None


def _is_product_of_zero(evaluator: Evaluator, computation: Computation, depth: int) -> bool:
    roles = computation.roles
    if computation.function.name == "divide":
        x, y = roles["x"], roles["y"]
        above, below = _leaves(evaluator, x, depth), _leaves(evaluator, y, depth)
        if above and above <= below and not _is_moved(y, depth):
            return False  # 0 / 0 is another matter
        return vanishes(evaluator, x, depth - 1)
    return any(vanishes(evaluator, each, depth - 1) for each in roles.values())


def _compared(roles: Mapping[str, Number]) -> Mapping[str, Number]:
    """Return what is compared in a difference of the same function of two: of `log(x) - log(y)` x and y."""
    for _ in range(DEEPEST):
        roles = _without_constant(roles)
        made = [each.computation for each in roles.values()]
        names = {each.function.name if each is not None and set(each.roles) == {"x"} else "" for each in made}
        if len(names) != 1 or "" in names:
            break
        roles = {role: each.roles["x"] for role, each in zip(roles, made, strict=True) if each is not None}
    return roles


def _without_constant(roles: Mapping[str, Number]) -> Mapping[str, Number]:
    """Return what is compared where the same number was added to both sides: of `(x + 1) - (y + 1)` x and y."""
    moved = [_plus_constant(each) for each in roles.values()]
    if any(each is None for each in moved) or len({each[0] for each in moved if each is not None}) != 1:
        return roles
    return {role: each[1] for role, each in zip(roles, moved, strict=True) if each is not None}


def _plus_constant(number: Number) -> tuple[float, Number] | None:
    made = number.computation
    if made is None or made.function.name != "add":
        return None
    for one, other in ((made.roles["x"], made.roles["y"]), (made.roles["y"], made.roles["x"])):
        if one.range.single is not None and other.range.single is None:
            return one.range.single, other
    return None


def _may_be_equal(evaluator: Evaluator, roles: Mapping[str, Number], depth: int) -> bool:
    """Say whether something that nothing is known of is compared with what is not computed from it."""
    sides = _compared(roles)
    for one, other in (("x", "y"), ("y", "x")):
        number, compared = sides[one], sides[other]
        if number.computation is not None or not _is_free(evaluator, number):
            continue
        if compared.range.single is None and not _leaves(evaluator, number, 1) & _leaves(evaluator, compared, depth):
            return True
    return False


def _has_offset(roles: Mapping[str, Number]) -> bool:
    """Say whether a number that is no tensor's is added to one that is never negative: most likely an epsilon."""
    is_mixed = {each.holder for each in roles.values()} == {Holder.TENSOR, Holder.ANY}
    sizes = [_size(each) for each in roles.values()]
    is_size_of_a_name = None in sizes and any(map(_is_a_name, sizes))
    is_name = is_mixed or is_size_of_a_name or any(each.computation is None for each in roles.values())
    return is_name and any(each.computation is not None and each.range.interval.low >= 0 for each in roles.values())


def _size(number: Number) -> Number | None:
    """Return what a number is the absolute value of."""
    made = number.computation
    return made.roles["x"] if made is not None and made.function.name == "abs" else None


def _is_a_name(number: Number | None) -> bool:
    """Say whether nobody computes a number: `eps` of `eps.abs()`."""
    return number is not None and number.computation is None and number.holder is Holder.ANY


def _leaves(evaluator: Evaluator, number: Number, depth: int) -> frozenset[int]:
    """Return the terms of what a number is computed from."""
    if number.holder is Holder.PYTHON:
        return frozenset()
    if number.computation is None or not depth:
        return frozenset({essence(evaluator, number.term)} - {0})
    found = (_leaves(evaluator, each, depth - 1) for each in number.computation.roles.values())
    return frozenset().union(*found)


def _is_free(evaluator: Evaluator, number: Number) -> bool:
    """Say whether nothing at all is known of a number, or of what it is at times, or only that a network made it."""
    if number.range.is_unknown or number.traits >= OPEN:
        return bool(evaluator.structure(number.term)) or number.framework is not None
    made = number.direct.function.name if number.direct is not None else made_by(evaluator, number.term)
    return made in _FREE | _ZERO_AT_BEST
