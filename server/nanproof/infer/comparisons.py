"""Comparisons: what a condition says where it holds, or where it does not, of expressions by their text.

`x > 0`, `not (n == 0)`, `a and b`, `(a > 0) & ~(b < 0)`, `tf.greater(hi, lo)`, `(x > 0).all()`, `p.min() > 0`,
`x.abs() > eps`, `tf.debugging.assert_positive(x)`. `hi > lo` says of `hi - lo` that it is above 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.infer.asked_counts import count_of, counted, reduced
from nanproof.infer.joined_conditions import CONNECTING, DISPLAYS, listed, reduced_by
from nanproof.infer.places import asked_of_places
from nanproof.names.syntax import bare, called_name, code_in, first_child, is_a, passed, required, text

DEEPEST_CONDITION = 20  # `a and b and ...` beyond this is not decided
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
_NEGATED = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}
# What holds for the smallest (largest) element holds for every element.
_OF_EXTREMES = {"min": (">", ">="), "max": ("<", "<=")}
_OF_EXTREMES |= {"reduce_min": _OF_EXTREMES["min"], "reduce_max": _OF_EXTREMES["max"]}
# What is never negative, and 0 for 0 alone.
_SIZES = frozenset({"abs", "absolute", "fabs"})
_BELOW = frozenset({"<", "<="})
_ZERO = re.compile(r"0+(?:\.0*)?")
# Of two operands these are what an operator is; of arrays `&` is an `and`, and `~` a `not`.
_COMPARING = {
    "greater": ">",
    "gt": ">",
    "greater_equal": ">=",
    "ge": ">=",
    "less": "<",
    "lt": "<",
    "less_equal": "<=",
    "le": "<=",
    "not_equal": "!=",
    "ne": "!=",
    "equal": "==",
    "eq": "==",
}
_NEGATING = frozenset({"logical_not"})
# What holds the value that it is given, on the way to a Python number: `x.detach().cpu().item()`, `float(x)`.
_KEEPING_METHODS = frozenset({"item", "detach", "cpu", "numpy", "tolist"})
_KEEPING_FUNCTIONS = frozenset({"float", "bool"})
_ALL = frozenset({"all", "reduce_all"})
_ANY = frozenset({"any", "reduce_any"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """`subject operator bound`, as it holds at the use; the subject is compared by its source text."""

    subject: str
    operator: str
    bound: Node | None  # None: the subject is compared with 0, `if n:`
    is_negated: bool = False  # it is compared with the negative of the bound: `-1 < x` of `abs(x) < 1`


def comparisons(
    condition: Node, *, holds: bool, depth: int = DEEPEST_CONDITION, spelt: Callable[[Node], Node] = lambda node: node
) -> Iterator[Comparison]:
    """Yield the comparisons that hold where a condition holds (or does not).

    `spelt` returns the condition that a name stands for, or what it is given.
    """
    if depth <= 0:
        return
    condition = spelt(condition)
    if (asked := asked_of_places(condition)) is not None:
        yield Comparison(text(asked), "!=" if holds else "==", None)
        yield from comparisons(asked, holds=holds, depth=depth - 1, spelt=spelt)
        return
    match condition.type:
        case "parenthesized_expression":
            yield from comparisons(code_in(condition)[0], holds=holds, depth=depth - 1, spelt=spelt)
        case "not_operator":
            yield from comparisons(required(condition, "argument"), holds=not holds, depth=depth - 1, spelt=spelt)
        case "unary_operator" if text(condition.child_by_field_name("operator")) == "~":
            yield from comparisons(required(condition, "argument"), holds=not holds, depth=depth - 1, spelt=spelt)
        case "boolean_operator" | "binary_operator" | "augmented_assignment":
            sides = [condition.child_by_field_name(side) for side in ("left", "right")]
            operator = text(condition.child_by_field_name("operator"))
            yield from _connected(
                operator, [side for side in sides if side is not None], holds=holds, depth=depth, spelt=spelt
            )
        case "comparison_operator":
            yield from _compared(condition, holds=holds)
        case "named_expression":
            yield Comparison(text(required(condition, "name")), "!=" if holds else "==", None)
            yield from comparisons(required(condition, "value"), holds=holds, depth=depth - 1, spelt=spelt)
        case "call":
            yield from _called(condition, holds=holds, depth=depth - 1, spelt=spelt)
        case "identifier" | "attribute" | "subscript":
            yield Comparison(text(condition), "!=" if holds else "==", None)


def _called(call: Node, *, holds: bool, depth: int, spelt: Callable[[Node], Node]) -> Iterator[Comparison]:
    yield from asserted(call)
    if (kept := _kept(call)) is not None:
        yield from comparisons(kept, holds=holds, depth=depth, spelt=spelt)
    else:
        yield Comparison(text(call), "!=" if holds else "==", None)
    if (mask := reduced(call, _ANY)) is not None:
        yield Comparison(count_of(mask), "!=" if holds else "==", None)
    inner = _of_elements(call, _ALL if holds else _ANY) or reduced_by(call, holds=holds)
    if inner is not None:
        for each in listed(inner):
            yield from comparisons(each, holds=holds, depth=depth, spelt=spelt)
    name, given = called_name(call), operands(call)
    if name in _NEGATING and given:
        yield from comparisons(given[-1], holds=not holds, depth=depth, spelt=spelt)
    elif name in CONNECTING:
        yield from _connected(name, given, holds=holds, depth=depth, spelt=spelt)
    elif name in _COMPARING and len(given) == 2:
        yield from _of_two(given[0], _COMPARING[name], given[1], holds=holds)


def operands(call: Node) -> list[Node]:
    """Return what a call compares or connects: its arguments, behind what has the method where there are too few."""
    function, given = required(call, "function"), code_in(call.child_by_field_name("arguments"))
    receiver = function.child_by_field_name("object")
    return [receiver, *given] if receiver is not None and len(given) < 2 else given


def _connected(
    operator: str, sides: list[Node], *, holds: bool, depth: int, spelt: Callable[[Node], Node]
) -> Iterator[Comparison]:
    """Yield what both sides of an `and` that holds say, or of an `or` that does not: each of them is known."""
    if CONNECTING.get(operator) is holds:
        for side in sides:
            yield from comparisons(side, holds=holds, depth=depth - 1, spelt=spelt)


def _compared(condition: Node, *, holds: bool) -> Iterator[Comparison]:
    sides = code_in(condition)
    operators = [text(child) for child in condition.children_by_field_name("operators")]
    if not holds and len(operators) > 1:
        return
    for left, operator, right in zip(sides, operators, sides[1:], strict=False):
        if operator in _MIRRORED:
            yield from _of_two(left, operator, right, holds=holds)
        elif operator == ("not in" if holds else "in") and right.type in DISPLAYS:
            for item in code_in(right):
                yield from _of_two(left, "!=", item, holds=True)


def _of_two(left: Node, operator: str, right: Node, *, holds: bool) -> Iterator[Comparison]:
    known = operator if holds else _NEGATED[operator]
    left, right = bare(left), bare(right)
    for each, as_known, other in ((left, known, right), (right, _MIRRORED[known], left)):
        yield from _of_all(Comparison(text(each), as_known, other), each)
        if (kept := _unmade(each)) != each:
            yield from _of_all(Comparison(subject(kept), as_known, other), kept)
        if each.type == "named_expression":  # `(s := x.std()) > eps` says it of `s` and of `x.std()`
            for part in map(bare, each.named_children):
                yield from _of_all(Comparison(text(part), as_known, other), part)
    for each, as_known, other in ((left, known, right), (right, _MIRRORED[known], left)):
        if is_a(each, "binary_operator") and _is_not_zero(Comparison("", as_known, other)):
            yield from _of_factors(each)
    left, right = _unmade(left), _unmade(right)
    yield Comparison(difference(left, right), known, None)
    yield Comparison(difference(right, left), _MIRRORED[known], None)


def _of_factors(product: Node) -> Iterator[Comparison]:
    """Yield that no factor of a product is 0, where the product is not; which sign each has is not said."""
    waiting = [product]
    while waiting:
        each = bare(waiting.pop())
        if each != product:
            yield Comparison(text(each), "!=", None)
        if is_a(each, "binary_operator") and text(each.child_by_field_name("operator")) == "*":
            waiting += code_in(each)


def _is_not_zero(comparison: Comparison) -> bool:
    """Say whether what compares so is not 0: above something, or below 0."""
    is_below = comparison.operator == "<" and _ZERO.fullmatch(text(comparison.bound)) is not None
    return is_below or _is_above_zero(comparison)


def _unmade(expression: Node) -> Node:
    """Return what a Python number is made of, or the expression itself."""
    while (kept := _kept(expression)) is not None:
        expression = bare(kept)
    return expression


def _kept(expression: Node) -> Node | None:
    """Return what a call makes a Python number of, or another array of the same values."""
    if expression.type != "call":
        return None
    function, given = required(expression, "function"), first_child(expression.child_by_field_name("arguments"))
    if text(function) in _KEEPING_FUNCTIONS:
        return given
    is_kept = given is None and text(function.child_by_field_name("attribute")) in _KEEPING_METHODS
    return function.child_by_field_name("object") if is_kept else None


def subject(expression: Node) -> str:
    """Return an expression as conditions speak of it."""
    if expression.type != "binary_operator" or text(required(expression, "operator")) != "-":
        return text(expression)
    return difference(required(expression, "left"), required(expression, "right"))


def subjects(expression: Node) -> tuple[str, ...]:
    """Return what conditions call an expression: itself, and a count by what it counts."""
    count = counted(expression)
    return (subject(expression),) if count is None else (subject(expression), count)


def difference(left: Node, right: Node) -> str:
    """Return a difference as conditions speak of it."""
    return f"{text(left)} - {text(right)}"


def _of_all(comparison: Comparison, subject: Node) -> Iterator[Comparison]:
    """Yield a comparison, and what it says of every element: `p.min() > 0`, `torch.max(p) < 1`, `p.abs() > eps`."""
    yield comparison
    if (count := counted(subject)) is not None:
        yield Comparison(count, comparison.operator, comparison.bound)
    function = required(subject, "function") if subject.type == "call" else None
    if function is None:
        return
    called = text(function).rpartition(".")[2]
    of = first_child(subject.child_by_field_name("arguments")) or function.child_by_field_name("object")
    if comparison.operator in _OF_EXTREMES.get(called, ()):
        yield Comparison(text(of), comparison.operator, comparison.bound)
    if called in _SIZES and _is_above_zero(comparison):
        yield Comparison(text(of), "!=", None)
    if called in _SIZES and comparison.operator in _BELOW:
        yield Comparison(text(of), comparison.operator, comparison.bound)
        yield Comparison(text(of), _MIRRORED[comparison.operator], comparison.bound, is_negated=True)


def _is_above_zero(comparison: Comparison) -> bool:
    """Say whether a size that compares so is not 0. A threshold is taken to be above 0, unless it is written out."""
    is_zero = _ZERO.fullmatch(text(comparison.bound)) is not None
    return comparison.operator in (">", "!=") if is_zero else comparison.operator in (">", ">=")


# Calls that raise unless a comparison holds for every element: with 0, or of their first two arguments.
_ASSERTS_OF_ONE = {
    "assert_positive": ">",
    "assert_negative": "<",
    "assert_non_negative": ">=",
    "assert_non_positive": "<=",
}
_ASSERTS_OF_TWO = {
    "assert_greater": ">",
    "assert_greater_equal": ">=",
    "assert_less": "<",
    "assert_less_equal": "<=",
    "assert_none_equal": "!=",
}
_OPERANDS = ("x", "y")


def asserted(call: Node) -> Iterator[Comparison]:
    """Yield what a call makes sure of: `tf.debugging.assert_greater(x, 0.0)`, `tf.debugging.assert_positive(x)`."""
    name = called_name(call)
    written = code_in(required(call, "arguments"))
    given = {_OPERANDS[at]: each for at, each in enumerate(written[:2]) if each.type != "keyword_argument"}
    given |= {text(required(each, "name")): passed(each) for each in written if each.type == "keyword_argument"}
    x, y = (given.get(operand) for operand in _OPERANDS)
    if name in _ASSERTS_OF_ONE and x is not None:
        yield Comparison(text(x), _ASSERTS_OF_ONE[name], None)
    if name in _ASSERTS_OF_TWO and x is not None and y is not None:
        yield from _of_two(x, _ASSERTS_OF_TWO[name], y, holds=True)


def _of_elements(call: Node, quantifiers: frozenset[str]) -> Node | None:
    """Return the condition that `(x > 0).all()` or `torch.any(x > 0)` asks of every element."""
    function, arguments = required(call, "function"), required(call, "arguments")
    if not is_a(function, "attribute"):
        return None
    if text(function.child_by_field_name("attribute")) not in quantifiers:
        return None
    return first_child(arguments) or function.child_by_field_name("object")
