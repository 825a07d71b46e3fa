"""What an expression may take, as far as anybody can tell, though nothing shows that it does: `log(x ** 2)`.

Interval arithmetic forgets that two operands belong together, so an interval alone is no evidence. It forgets nothing
where each thing of which nothing is known stands in the expression once: then the values up to its ends are possible.
"""

from __future__ import annotations

from math import inf

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.parted import PICKED
from nanproof.infer.structure import constant, essence, made_by
from nanproof.infer.value import Computation, Holder, Number

_KEPT = frozenset({"same", "cast", "detach", "tensor"})
_EACH = frozenset({"abs", "square", "negative", "sum", "mean", "sqrt"})
_OF_TWO = frozenset({"add", "subtract", "multiply"})
# By their nature these are 0: the loss of what is met exactly.
_FROM_ZERO = frozenset({"loss", "cross_entropy_of_weights", "mean_cross_entropy", "mean_loss", "hypot"})
# These come near to their end without being there: only what lies beyond it is possible.
_NEARLY = frozenset({"exp", "exp2"})
_MASKED = frozenset({"offset", "chosen", "trained"})
_BOUNDS = frozenset({"clip", "maximum", "minimum"})
_BOTH_ENDS = frozenset({"low", "high"})
DEEPEST_EXACT = 12
MOST_LEAVES = 12


def may_be_below(evaluator: Evaluator, number: Number, low: float) -> bool:
    """Say whether a number may be `low` or less: no operand excludes it, and none stands there twice."""
    known = number.range
    # Of what a mask bounds at one end nothing is known at the other: `1 - x.clamp(min=1e-8)`.
    is_open = "mask" in number.traits and known.interval.low == -inf
    if known.is_unknown or known.interval.low > low or (known.points and not is_open):
        return False
    if low == 0 and _is_expm1_of_difference(number):
        return True
    leaves: list[int] = []
    names: set[str] = set()
    if not _is_exact(evaluator, number, leaves, names, DEEPEST_EXACT) or len(set(leaves)) < len(leaves):
        return False
    if names & _BOUNDS and not is_open:
        return False
    return known.interval.low < low or not names & _NEARLY


def _is_expm1_of_difference(number: Number) -> bool:
    """Say whether a number is `exp(a - b) - 1`, which is 0 where both are equal, however they were computed."""
    made = number.computation
    if made is None or made.function.name != "subtract" or made.roles["y"].range.single != 1:
        return False
    power = made.roles["x"].computation
    if power is None or power.function.name != "exp":
        return False
    exponent = power.roles["x"].computation
    return exponent is not None and exponent.function.name == "subtract"


def is_rest_of_an_exponential(evaluator: Evaluator, number: Number) -> bool:
    """Say whether a number is `1 - exp(-x)` of what is 0 at times, as a loss is: rounding alone leaves it below 0."""
    made = number.computation
    if made is None or made.function.name != "subtract" or made.roles["x"].range.single != 1:
        return False
    power = made.roles["y"].computation
    if power is None or power.function.name != "exp" or power.roles["x"].range.interval.high > 0:
        return False
    return may_be_below(evaluator, number, 0.0)


def _is_exact(evaluator: Evaluator, number: Number, leaves: list[int], names: set[str], depth: int) -> bool:
    """Collect what an expression is made of; False where something else goes into it than what its interval says."""
    if number.traits & _MASKED or not depth or len(leaves) > MOST_LEAVES:
        return False
    computation = number.computation
    if computation is None:
        return _is_leaf(evaluator, number, leaves)
    name, roles = computation.function.name, computation.roles
    names.add(name)
    if name == "pow":
        return _is_positive(evaluator, roles["y"]) and _is_exact(evaluator, roles["x"], leaves, names, depth - 1)
    if name == "divide":
        divisor = roles["y"]
        is_apart = _is_number(divisor) or _is_exact(evaluator, divisor, leaves, names, depth - 1)
        return is_apart and _is_exact(evaluator, roles["x"], leaves, names, depth - 1)
    if name == "multiply" and _is_square(evaluator, computation):
        return _is_exact(evaluator, roles["x"], leaves, names, depth - 1)
    if name not in _KEPT | _EACH | _OF_TWO | _NEARLY | _BOUNDS:
        return False
    if name == "add" and any(map(is_usually_positive, roles.values())):
        return False  # `eps ** 2` of a parameter is an epsilon, as `eps` is
    if name in _BOUNDS and (
        roles.keys() >= _BOTH_ENDS or sum(each.range.single is None for each in roles.values()) > 1
    ):
        return False  # a bound of which nothing is known is a bound
    varying = [each for each in roles.values() if not _is_number(each)]
    return bool(varying) and all(_is_exact(evaluator, each, leaves, names, depth - 1) for each in varying)


def _is_leaf(evaluator: Evaluator, number: Number, leaves: list[int]) -> bool:
    structure = evaluator.structure(number.term)
    if (
        not structure
        or structure[0] == PICKED
        or (structure[0] == "part" and str(structure[2]).strip("[]").isidentifier())
    ):
        return False  # x[mask]: what the mask leaves out is not known
    leaves.append(essence(evaluator, number.term))
    return number.range.is_unknown or made_by(evaluator, number.term) in _FROM_ZERO


def _is_number(number: Number) -> bool:
    """Say whether an operand is no tensor: a number that stands there, or a count that Python holds."""
    return number.range.single is not None or number.holder is Holder.PYTHON


def _is_positive(evaluator: Evaluator, exponent: Number) -> bool:
    """Say whether an exponent is above 0: a number, or a setting whose default is."""
    value = constant(evaluator, exponent.term)
    if value is not None:
        return value > 0
    return is_usually_positive(exponent)


def is_usually_positive(number: Number) -> bool:
    """Say whether a number of Python's has a default, and that is above 0."""
    is_default = number.holder is Holder.PYTHON and number.range.single is None
    usual = number.range.points if is_default else ()
    return bool(usual) and all(point.value > 0 and not point.under for point in usual)


def _is_square(evaluator: Evaluator, computation: Computation) -> bool:
    factor, other = (essence(evaluator, computation.roles[role].term) for role in ("x", "y"))
    return factor == other  # both 0 where they are known by no term, and then no leaf is either
