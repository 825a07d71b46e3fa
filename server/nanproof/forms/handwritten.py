"""Functions that are written out by hand with exponentials, where frameworks have them in a stable form.

`exp(x) / sum(exp(x))` is `softmax(x)`. Observed (FACTS, T6 and T15): by hand it is Inf / Inf where one overflows.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tree_sitter import Node

from nanproof.forms.compositions import is_largest, negated
from nanproof.forms.expressions import Call, call_from, is_number, number_at, origin
from nanproof.infer.drawn import is_drawn
from nanproof.infer.value import Computation, Holder, Number
from nanproof.names.syntax import bare, operands, required, text
from nanproof.sites.site import Site

# exp of these is finite in float32, and so is the sum of a few thousand of them.
LARGEST_EXPONENT = 80.0
_DISTANCES = frozenset({"distance_by_hand", "distance_to_itself"})
# These are Inf where what they are made of is, but for a product with 0.
_INFINITE_WITH = frozenset({"sum", "mean", "add", "multiply", "same", "cast"})
_MOST_STEPS = 16
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A function written out by hand: `twin` names it, `operand` is its argument, `reduction` the sum inside.

    `exponentials` are those that it is made of, as often as they are written, or followed to; the first is of the
    operand. One that `is_reciprocal`, `1 / (1 + exp(-x))`, is the function of the negative operand, and right where
    the exponential overflows: only its gradient is not. The function is multiplied by a `factor`. One that is `of_half`
    is the function of half the operand: `(exp(2 * x) - 1) / (exp(2 * x) + 1)` is tanh(x).
    """

    twin: str
    exponentials: tuple[Call, ...]
    reduction: Call | None = None
    is_reciprocal: bool = False
    factor: Node | None = None
    of_half: bool = False

    @property
    def operand(self) -> Node:
        """The argument of the function, or its negative."""
        return self.exponential.operand

    @property
    def exponential(self) -> Call:
        """The exponential of the operand."""
        return self.exponentials[0]

    @property
    def calls(self) -> tuple[Call, ...]:
        """The operations that it is made of."""
        return (*self.exponentials, *((self.reduction,) if self.reduction is not None else ()))


def handwritten(site: Site) -> Handwritten | None:
    """Return which function a site writes out by hand, None where its exponentials cannot overflow."""
    found = written_out(site)
    return found if found is not None and _may_overflow(site, found) else None


def written_out(site: Site) -> Handwritten | None:
    """Return which function a site writes out by hand, whether its exponentials can overflow or not."""
    return _logarithm(site) if site.function.name in ("log", "log1p") else _quotient(site)


def overflowing(number: Number, steps: int = _MOST_STEPS) -> Computation | None:
    """Return the exponential that makes a number Inf where it overflows, None where nothing shows one that may.

    What something is subtracted from, `exp(x - m)`, is shifted by its largest element more often than not.
    """
    made = number.computation
    if made is None or not steps:
        return None
    if made.function.name in _INFINITE_WITH:
        found = (overflowing(each, steps - 1) for each in made.roles.values())
        return next((each for each in found if each is not None), None)
    exponent = made.roles.get("x") if made.function.name == "exp" else None
    if exponent is None or exponent.range.interval.high <= LARGEST_EXPONENT:
        return None
    is_shifted = exponent.computation is not None and exponent.computation.function.name == "subtract"
    return None if is_shifted else made


def _logarithm(site: Site) -> Handwritten | None:
    """Recognise `log(1 + exp(x))`, `log1p(exp(x))`, `log(sum(exp(x)))` and `log(mean(exp(x)))`."""
    exponential = _one_and_exponential(site, site.operand_node) if site.function.name == "log" else None
    if site.function.name == "log1p":
        exponential = _exponential(site, site.operand_node)
    if exponential is not None:
        return Handwritten("softplus", (exponential,))
    if site.function.name == "log1p":
        return None
    reduction = call_from(site, site.operand_node)
    if reduction is None or reduction.function not in ("sum", "mean"):
        return None
    exponential = _exponential(site, reduction.operand)
    return Handwritten("logsumexp", (exponential,), reduction) if exponential is not None else None


def _quotient(site: Site) -> Handwritten | None:
    """Recognise the functions that are quotients, written with the operator, also in place: `w /= w.sum()`."""
    node = site.node
    is_in_place = node.type == "augmented_assignment" and text(required(node, "operator")) == "/="
    sides = (required(node, "left"), required(node, "right")) if is_in_place else operands(node, "/")
    if sides is None:
        return None
    return _softmax(site, *sides) or _sigmoid(site, *sides) or _tanh(site, *sides) or _tanh_of_half(site, *sides)


def _softmax(site: Site, left: Node, right: Node) -> Handwritten | None:
    """Recognise `exp(x) / sum(exp(x))`."""
    above = _exponential(site, left)
    if above is None:
        return None
    reduction = call_from(site, right)
    if reduction is None or reduction.function != "sum":
        return None
    below = _exponential(site, reduction.operand)
    if below is None or text(below.operand) != text(above.operand):
        return None
    return Handwritten("softmax", (above, below), reduction)


def _sigmoid(site: Site, left: Node, right: Node) -> Handwritten | None:
    """Recognise `1 / (1 + exp(-x))` and `exp(x) / (1 + exp(x))`."""
    below = _one_and_exponential(site, right)
    if below is None:
        return None
    if is_number(left, 1.0):
        return Handwritten("sigmoid", (below,), is_reciprocal=True)
    factor, above = _factor(left, lambda node: _exponential(site, node))
    if above is None or text(above.operand) != text(below.operand):
        return None
    return Handwritten("sigmoid", (above, below), factor=factor)


def _factor(node: Node, found_in: Callable[[Node], _T | None]) -> tuple[Node | None, _T | None]:
    """Return what is found in an expression, or in one side of a product and the other side as its factor."""
    if (whole := found_in(node)) is not None:
        return None, whole
    sides = operands(node, "*")
    if sides is None:
        return None, None
    left, right = sides
    behind = found_in(right)
    return (left, behind) if behind is not None else (right, found_in(left))


def _tanh(site: Site, left: Node, right: Node) -> Handwritten | None:
    """Recognise `(exp(x) - exp(-x)) / (exp(x) + exp(-x))`, and what is that many times a factor."""
    below = _two_exponentials(site, right, "+")
    if below is None:
        return None
    factor, above = _factor(origin(site, left).node, lambda node: _two_exponentials(site, node, "-"))
    if above is None or {text(bare(each.operand)) for each in above} != {text(bare(each.operand)) for each in below}:
        return None
    opposite = negated(above[1].operand)
    if opposite is None or text(bare(opposite)) != text(bare(above[0].operand)):
        return None
    return Handwritten("tanh", (*above, *below), factor=factor)


def _tanh_of_half(site: Site, left: Node, right: Node) -> Handwritten | None:
    """Recognise `(exp(x) - 1) / (exp(x) + 1)`, of either sign."""
    below, sides = _one_and_exponential(site, right), operands(origin(site, left).node, "-")
    if below is None or sides is None or not any(is_number(each, 1.0) for each in sides):
        return None
    above = next((each for each in (_exponential(site, side) for side in sides) if each is not None), None)
    if above is None or text(bare(above.operand)) != text(bare(below.operand)):
        return None
    return Handwritten("tanh", (above, below), of_half=True)


def _two_exponentials(site: Site, node: Node, sign: str) -> tuple[Call, Call] | None:
    sides = operands(origin(site, node).node, sign)
    if sides is None:
        return None
    one, other = (_exponential(site, each) for each in sides)
    return (one, other) if one is not None and other is not None else None


def _one_and_exponential(site: Site, node: Node) -> Call | None:
    terms = operands(node, "+")
    if terms is None:
        return None
    left, right = terms
    if is_number(left, 1.0):
        return _exponential(site, right)
    return _exponential(site, left) if is_number(right, 1.0) else None


def _exponential(site: Site, node: Node) -> Call | None:
    call = call_from(site, node)
    return call if call is not None and call.function == "exp" else None


def _difference(site: Site, written: Node) -> tuple[Node, Node] | None:
    """Return both sides of a difference, or of one that is scaled: `r * (x - x.max())`."""
    if (sides := operands(written, "-")) is not None:
        return sides
    factors = operands(written, "*") or operands(written, "/") or ()
    found = (operands(origin(site, each).node, "-") for each in factors)
    return next((each for each in found if each is not None), None)


def _may_overflow(site: Site, found: Handwritten) -> bool:
    """Say whether nothing shows that an exponential stays finite. A shift by the largest element is written as `-`."""
    written = origin(site, found.operand).node
    difference = operands(written, "-") if found.reduction is None else _difference(site, written)
    if difference is not None and (found.reduction is not None or is_largest(site, difference[1])):
        return False
    exponents = [number_at(site, each.operand) for each in found.exponentials]
    return any(each is None or not _is_small(each) for each in exponents)


def _is_small(exponent: Number) -> bool:
    return exponent.range.interval.high <= LARGEST_EXPONENT or _usual_sign(exponent) < 0


def _usual_sign(number: Number, steps: int = _MOST_STEPS) -> int:
    """Return the sign of a number where a setting has that of its default: `-t * d ** 2` is not above 0; 0: unknown."""
    made, interval = number.computation, number.range.interval
    if is_drawn(number):
        return 0  # an example
    if interval.low >= 0 or interval.high <= 0:
        return 1 if interval.low >= 0 else -1
    if number.direct is not None and number.direct.function.name in _DISTANCES:
        return 1  # up to rounding
    if made is None or not steps:
        signs = {math.copysign(1, point.value) for point in number.range.points if not point.under}
        is_setting = number.holder is Holder.PYTHON and len(signs) == 1
        return int(signs.pop()) if is_setting else 0
    signs_of = [_usual_sign(each, steps - 1) for each in made.roles.values()]
    match made.function.name:
        case "negative":
            return -math.prod(signs_of)
        case "multiply" | "divide" | "same" | "cast":
            return math.prod(signs_of)
        case _:
            return 0
