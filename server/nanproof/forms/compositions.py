"""Compositions for which frameworks have one function that is stable: what a site is really computing.

`log(softmax(z))` is `log_softmax(z)`, `exp(x) / sum(exp(x))` is `softmax(x)`. Observed (FACTS, T6 and T15): the
composition is infinite or NaN where its parts underflow or overflow, and the one function is not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.changes.mutations import RANDOM
from nanproof.forms.expressions import Call, Origin, call_from, call_of, is_number, number_at, origin
from nanproof.names.syntax import bare, called_name, code_in, text
from nanproof.sites.elements import is_asked_before
from nanproof.sites.site import Site

MOST_STEPS = 4
# What is added to a probability as a mask, and not as a term of a formula.
LARGEST_EPSILON = 1e-2
# exp of these is finite in float32, and so is the sum of a few thousand of them.
LARGEST_EXPONENT = 80.0

_LOG_OF = {"softmax": "log_softmax", "sigmoid": "log_sigmoid"}


_REDUCTIONS = frozenset({"amax", "max"})  # as `scatter(x, index, reduce="max")` is told
_LARGEST = frozenset({"amax", "logsumexp", "max", "maximum", "reduce_logsumexp", "reduce_max"})


@dataclass(frozen=True, slots=True)
class LogOf:
    """The logarithm of an activation: `twin` names the function that computes both at once.

    `call` is the activation, `assignment` the statement that it stands in where that is another one. Of a
    complement, `1 - sigmoid(z)`, the twin takes the negative; something small `is_masked` was added to it. `steps` are
    the names that were followed to it.
    """

    twin: str
    call: Call
    assignment: Node | None = None
    is_complement: bool = False
    is_masked: bool = False
    steps: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A function written out by hand: `twin` names it, `operand` is its argument, `reduction` the sum inside.

    `summed` is the exponential that the sum is of, where that is written, or followed to, for itself.
    """

    twin: str
    operand: Node
    exponential: Call
    reduction: Call | None = None
    summed: Call | None = None

    @property
    def calls(self) -> tuple[Call, ...]:
        """The operations that it is made of."""
        return tuple(each for each in (self.exponential, self.reduction, self.summed) if each is not None)


def log_of(site: Site) -> LogOf | None:
    """Return which activation a site takes the logarithm of, to any base."""
    node, is_complement = site.operand_node, False
    if site.function.name == "log1p":
        argument = negated(node)
        if argument is None:
            return None
        node, is_complement = argument, True
    elif site.function.name not in ("log", "log2", "log10"):
        return None
    steps: list[Origin] = []
    is_masked = False
    for _ in range(MOST_STEPS):
        source = origin(site, node)
        node = source.node
        steps += [source] if source.assignment is not None else []
        left, operator, right = parts(node)
        without = _without_epsilon(site, node)
        if without is not None and not is_complement:
            node, is_masked = without, True
        elif operator == "-" and is_number(left, 1.0) and right is not None and not is_complement:
            node, is_complement = right, True
        elif source.assignment is None or node.type != "identifier":
            break
    call = call_of(site, node)
    twin = twin_of(call) if call is not None else None
    if call is None or twin is None or (is_complement and call.function != "sigmoid"):
        return None
    assignment = steps[-1].assignment if steps else None
    return LogOf(twin, call, assignment, is_complement, is_masked, tuple(steps))


def twin_of(call: Call) -> str | None:
    """Return the function that computes the logarithm of an activation at once: none where noise is drawn as well."""
    is_drawn = call.operation.name.rpartition(".")[2] in RANDOM
    return None if is_drawn else _LOG_OF.get(call.function)


def negated(node: Node) -> Node | None:
    """Return the operand of a minus sign."""
    node = bare(node)
    if node.type != "unary_operator" or text(node.child_by_field_name("operator")) != "-":
        return None
    return node.child_by_field_name("argument")


def handwritten(site: Site) -> Handwritten | None:
    """Return which function a site writes out by hand, None where its exponentials cannot overflow."""
    found = _logarithm(site) if site.function.name in ("log", "log1p") else _quotient(site)
    return found if found is not None and _may_overflow(site, found) else None


def _logarithm(site: Site) -> Handwritten | None:
    """Recognise `log(1 + exp(x))`, `log1p(exp(x))` and `log(sum(exp(x)))`."""
    exponential = _one_and_exponential(site, site.operand_node) if site.function.name == "log" else None
    if site.function.name == "log1p":
        exponential = _exponential(site, site.operand_node)
    if exponential is not None:
        return Handwritten("softplus", exponential.operand, exponential)
    if site.function.name == "log1p":
        return None
    reduction = call_from(site, site.operand_node)
    if reduction is None or reduction.function != "sum":
        return None
    exponential = _exponential(site, reduction.operand)
    return Handwritten("logsumexp", exponential.operand, exponential, reduction) if exponential is not None else None


def _quotient(site: Site) -> Handwritten | None:
    """Recognise `exp(x) / sum(exp(x))` and `1 / (1 + exp(-x))`, written with the operator."""
    left, operator, right = parts(site.node)
    if operator != "/" or left is None or right is None:
        return None
    if is_number(left, 1.0):
        exponential = _one_and_exponential(site, right)
        return Handwritten("sigmoid", exponential.operand, exponential) if exponential is not None else None
    above = _exponential(site, left)
    reduction = call_from(site, right)
    if above is None or reduction is None or reduction.function != "sum":
        return None
    below = _exponential(site, reduction.operand)
    if below is None or text(below.operand) != text(above.operand):
        return None
    return Handwritten("softmax", above.operand, above, reduction, below)


def _one_and_exponential(site: Site, node: Node) -> Call | None:
    left, operator, right = parts(node)
    if operator != "+" or left is None or right is None:
        return None
    if is_number(left, 1.0):
        return _exponential(site, right)
    return _exponential(site, left) if is_number(right, 1.0) else None


def _exponential(site: Site, node: Node) -> Call | None:
    call = call_from(site, node)
    return call if call is not None and call.function == "exp" else None


def _may_overflow(site: Site, found: Handwritten) -> bool:
    """Say whether nothing shows that an exponential stays finite. A shift by the largest element is written as `-`."""
    exponential = found.exponential
    _, operator, right = parts(origin(site, exponential.operand).node)
    is_shifted = operator == "-" and right is not None and not is_number(right, 0.0)
    if right is not None and is_shifted and (found.reduction is not None or _is_largest(site, right)):
        return False
    number = number_at(site, exponential.operand)
    return number is None or number.range.interval.high > LARGEST_EXPONENT


def is_shifted_by_largest(site: Site) -> bool:
    """Say whether the largest of something is subtracted from an operand, by what is not known to compute it.

    `src - src_max[index]` with `src_max = segment(src, ptr, reduce="max")`: the largest in its group.
    """
    _, operator, right = parts(origin(site, site.operand_node).node)
    number = number_at(site, right) if operator == "-" and right is not None else None
    if right is None or number is None:
        return False
    return math.isinf(number.range.interval.low) and math.isinf(number.range.interval.high) and _is_largest(site, right)


def _is_largest(site: Site, subtrahend: Node) -> bool:
    """Say whether what is subtracted is the larger one of two, computed or asked for: a `logaddexp` by hand."""
    made = origin(site, subtrahend).node
    if called_name(made if made.type == "call" else None) in _LARGEST or "max" in text(subtrahend):
        return True
    given = code_in(made.child_by_field_name("arguments")) if made.type == "call" else []
    if any(text(each).rpartition("=")[2].strip("\"' ") in _REDUCTIONS for each in given):
        return True
    return is_asked_before(site, frozenset({text(subtrahend)}))


def parts(node: Node) -> tuple[Node | None, str, Node | None]:
    """Return the operands of a binary operator and its sign; nothing of another expression."""
    node = bare(node)
    if node.type != "binary_operator":
        return None, "", None
    sign = text(node.child_by_field_name("operator"))
    return node.child_by_field_name("left"), sign, node.child_by_field_name("right")


def _without_epsilon(site: Site, node: Node) -> Node | None:
    """Return what a small positive constant was added to."""
    left, operator, right = parts(node)
    if operator != "+" or left is None or right is None:
        return None
    for term, other in ((left, right), (right, left)):
        number = number_at(site, other)
        single = number.range.single if number is not None else None
        if single is not None and 0 < single <= LARGEST_EPSILON:
            return term
    return None
