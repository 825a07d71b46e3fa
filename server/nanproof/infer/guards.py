"""Guards: what the conditions around a use, and before it, say of an expression, by its text.

`if x > 0:`, `if n == 0: return`, `assert n`, `x if x > eps else eps`, `a and b`, comprehension conditions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.names.reaching import leaves
from nanproof.names.scopes import FUNCTIONS
from nanproof.names.syntax import code_in, first_child, text

DEEPEST_CONDITION = 20  # `a and b and ...` beyond this is not decided
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
_NEGATED = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}
# What holds for the smallest (largest) element holds for every element.
_OF_EXTREMES = {"min": (">", ">="), "max": ("<", "<=")}
_OF_EXTREMES |= {"reduce_min": _OF_EXTREMES["min"], "reduce_max": _OF_EXTREMES["max"]}
_ALL = frozenset({"all", "reduce_all"})
_ANY = frozenset({"any", "reduce_any"})


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition, and whether it holds where the use stands."""

    condition: Node
    holds: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """`subject operator bound`, as it holds at the use; the subject is compared by its source text."""

    subject: str
    operator: str
    bound: Node | None  # None: the subject is compared with 0, `if n:`


@dataclass(frozen=True, slots=True)
class Said:
    """A comparison that holds at a use, and the condition that it was read from."""

    comparison: Comparison
    condition: Node


Sayings = Mapping[str, tuple[Said, ...]]
_NOTHING: Sayings = {}


class Guards:
    """What the conditions of one document say, by the place where it holds. Kept: the document never changes."""

    def __init__(self) -> None:
        self._said: dict[int, Sayings] = {}

    def about(self, node: Node) -> tuple[Said, ...]:
        """Return what is said of an expression where it stands."""
        said = self._at(node)
        return said.get(text(node), ()) if said else ()

    def _at(self, node: Node) -> Sayings:
        """Return what holds at a node, by subject, out to the function that it stands in."""
        above: list[Node] = []
        each: Node | None = node
        while each is not None and each.id not in self._said:
            above.append(each)
            each = each.parent if each.type not in FUNCTIONS else None
        # Downwards, and not by recursion: people's code is not nested so deep, but there are programs that write code.
        for below in reversed(above):
            self._enter(below)
        return self._said[node.id]

    def _enter(self, node: Node) -> None:
        """Work out what holds at a node, where that of its parent is known."""
        parent = node.parent
        if parent is None or node.type in FUNCTIONS:
            self._said[node.id] = _NOTHING
        elif parent.type in _BLOCKS:
            self._enter_block(parent)
            self._said.setdefault(node.id, self._said[parent.id])
        else:
            self._said[node.id] = _with(self._said[parent.id], _around(parent, node))

    def _enter_block(self, block: Node) -> None:
        """Work out what holds at each statement of a block: what holds around it, and what those before left."""
        said = self._said[block.id]
        for statement in block.named_children:
            self._said[statement.id] = said
            said = _with(said, _left_behind(statement))


_BLOCKS = frozenset({"block", "module", "ERROR"})


def _with(said: Sayings, guards: Iterator[Guard]) -> Sayings:
    """Return what is said, and what some guards say."""
    added: dict[str, tuple[Said, ...]] | None = None
    for guard in guards:
        for comparison in comparisons(guard.condition, holds=guard.holds):
            added = dict(said) if added is None else added
            added[comparison.subject] = (*added.get(comparison.subject, ()), Said(comparison, guard.condition))
    return said if added is None else added


def _around(parent: Node, child: Node) -> Iterator[Guard]:
    match parent.type:
        case "if_statement" | "elif_clause" | "conditional_expression":
            yield from _of_branch(parent, child)
        case "while_statement":
            condition = condition_of(parent)
            if condition is not None and parent.child_by_field_name("body") == child:
                yield Guard(condition, holds=True)
        case "boolean_operator":
            left = parent.child_by_field_name("left")
            if left is not None and parent.child_by_field_name("right") == child:
                yield Guard(left, holds=text(parent.child_by_field_name("operator")) == "and")
        case "list_comprehension" | "set_comprehension" | "generator_expression" | "dictionary_comprehension":
            conditions = (each for each in parent.named_children if each.type == "if_clause" and each != child)
            for clause in conditions:
                condition = first_child(clause)
                if condition is not None:
                    yield Guard(condition, holds=True)


def where_around(node: Node) -> Guard | None:
    """Return the condition under which `where(condition, x, y)` chooses the branch that a node stands in.

    It guards the value alone: the derivative of both branches is computed.
    """
    child, parent = node, node.parent
    while parent is not None and parent.type not in _BLOCKS and child.type not in FUNCTIONS:
        if parent.type == "argument_list" and parent.parent is not None:
            name = text(parent.parent.child_by_field_name("function")).rpartition(".")[2]
            given = code_in(parent)
            if name == "where" and len(given) == 3 and child in given[1:]:
                return Guard(given[0], holds=child == given[1])
        child, parent = parent, parent.parent
    return None


def _of_branch(branching: Node, child: Node) -> Iterator[Guard]:
    condition, taken = condition_of(branching), taken_branch(branching, child)
    if condition is not None and taken is not None:
        yield Guard(condition, taken)
    if child.type in ("elif_clause", "else_clause"):
        for clause in branching.children_by_field_name("alternative"):
            earlier = clause.child_by_field_name("condition")
            if clause.start_byte < child.start_byte and earlier is not None:
                yield Guard(earlier, holds=False)


def _left_behind(statement: Node) -> Iterator[Guard]:
    """Yield what a statement rules out for those after it: a branch that left, an assertion."""
    if statement.type == "assert_statement":
        condition = first_child(statement)
        if condition is not None:
            yield Guard(condition, holds=True)
    elif statement.type == "expression_statement":
        call = first_child(statement)
        if call is not None and call.type == "call" and _asserted(call) is not None:
            yield Guard(call, holds=True)
    elif statement.type == "if_statement" and not statement.children_by_field_name("alternative"):
        body, condition = statement.child_by_field_name("consequence"), condition_of(statement)
        if body is not None and condition is not None and leaves(body):
            yield Guard(condition, holds=False)


def comparisons(condition: Node, *, holds: bool, depth: int = DEEPEST_CONDITION) -> Iterator[Comparison]:
    """Yield the comparisons that hold where a condition holds (or does not)."""
    if depth <= 0:
        return
    match condition.type:
        case "parenthesized_expression":
            inner = first_child(condition)
            if inner is not None:
                yield from comparisons(inner, holds=holds, depth=depth - 1)
        case "not_operator":
            argument = condition.child_by_field_name("argument")
            if argument is not None:
                yield from comparisons(argument, holds=not holds, depth=depth - 1)
        case "boolean_operator":
            for part in _parts_that_hold(condition, holds=holds):
                yield from comparisons(part, holds=holds, depth=depth - 1)
        case "comparison_operator":
            yield from _compared(condition, holds=holds)
        case "call":
            yield from _called(condition, holds=holds, depth=depth - 1)
        case "identifier" | "attribute":
            yield Comparison(text(condition), "!=" if holds else "==", None)


def _called(call: Node, *, holds: bool, depth: int) -> Iterator[Comparison]:
    asserted = _asserted(call)
    if asserted is not None and holds:
        yield asserted
    inner = _of_elements(call, _ALL if holds else _ANY)
    if inner is not None:
        yield from comparisons(inner, holds=holds, depth=depth)


def _parts_that_hold(condition: Node, *, holds: bool) -> list[Node]:
    """Return both sides of an `and` that holds, or of an `or` that does not: each of them is known."""
    if (text(condition.child_by_field_name("operator")) == "and") is not holds:
        return []
    sides = (condition.child_by_field_name(side) for side in ("left", "right"))
    return [side for side in sides if side is not None]


def _compared(condition: Node, *, holds: bool) -> Iterator[Comparison]:
    sides = code_in(condition)
    operators = [text(child) for child in condition.children_by_field_name("operators")]
    if not holds and len(operators) > 1:
        return
    for left, operator, right in zip(sides, operators, sides[1:], strict=False):
        if operator not in _MIRRORED:
            continue
        known = operator if holds else _NEGATED[operator]
        yield from _of_all(Comparison(text(left), known, right), left)
        yield from _of_all(Comparison(text(right), _MIRRORED[known], left), right)


def _of_all(comparison: Comparison, subject: Node) -> Iterator[Comparison]:
    """Yield a comparison, and what it says of every element: `p.min() > 0`, `torch.max(p) < 1`."""
    yield comparison
    function = subject.child_by_field_name("function") if subject.type == "call" else None
    if function is None or function.type != "attribute":
        return
    extreme = text(function.child_by_field_name("attribute"))
    if comparison.operator not in _OF_EXTREMES.get(extreme, ()):
        return
    of = first_child(subject.child_by_field_name("arguments")) or function.child_by_field_name("object")
    yield Comparison(text(of), comparison.operator, comparison.bound)


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


def _asserted(call: Node) -> Comparison | None:
    """Return what a call makes sure of: `tf.debugging.assert_greater(x, 0.0)`, `tf.debugging.assert_positive(x)`."""
    name = text(call.child_by_field_name("function")).rpartition(".")[2]
    arguments = call.child_by_field_name("arguments")
    given = code_in(arguments)
    if name in _ASSERTS_OF_ONE and given:
        return Comparison(text(given[0]), _ASSERTS_OF_ONE[name], None)
    if name in _ASSERTS_OF_TWO and len(given) > 1:
        return Comparison(text(given[0]), _ASSERTS_OF_TWO[name], given[1])
    return None


def _of_elements(call: Node, quantifiers: frozenset[str]) -> Node | None:
    """Return the condition that `(x > 0).all()` or `torch.any(x > 0)` asks of every element."""
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if function is None or function.type != "attribute":
        return None
    if text(function.child_by_field_name("attribute")) not in quantifiers:
        return None
    return first_child(arguments) or function.child_by_field_name("object")


def condition_of(branching: Node) -> Node | None:
    """Return the condition of an `if`, `elif`, `while` or `a if c else b`."""
    if branching.type == "conditional_expression":
        parts = code_in(branching)
        return parts[1] if len(parts) == 3 else None
    return branching.child_by_field_name("condition")


def taken_branch(branching: Node, child: Node) -> bool | None:
    """Say whether a child runs where the condition holds (True) or where it does not (False)."""
    if branching.type == "conditional_expression":
        parts = code_in(branching)
        return None if len(parts) != 3 or child == parts[1] else child == parts[0]
    if branching.child_by_field_name("consequence") == child:
        return True
    return False if child.type in ("else_clause", "elif_clause") else None
