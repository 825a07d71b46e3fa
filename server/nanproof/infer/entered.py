"""Branches that are always entered, as far as anybody can tell: `if self.eps > 0:` of an epsilon that is 1e-6.

What was bound before such a branch, and is bound anew in it, is not seen behind it. Only that is concluded: a function
is looked at for every setting, and what stands in a branch that is switched off is looked at as well. A call whose
arguments are known enters each branch whose condition holds in it: `if self.activation is not None:` of an object that
was given one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import gt, ne

from tree_sitter import Node

from nanproof.infer.asked_by_name import asks_for_names, binds_in_each, chain_around
from nanproof.infer.conditions import holds
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import name_of
from nanproof.infer.value import Frame, Holder, Number, OneOf, Value
from nanproof.names.binding import Binding, Binds
from nanproof.names.syntax import bare, code_in, is_a, parent_of, required, text

_BINDS_ANEW = frozenset({Binds.ASSIGNMENT, Binds.AUGMENTED})
_SWITCHES = frozenset({"identifier", "attribute"})
_ORDERS: dict[str, Callable[[float, float], bool]] = {">": gt, "!=": ne}


def without_bypassed(evaluator: Evaluator, frame: Frame, use: Node, bindings: Sequence[Binding]) -> list[Binding]:
    """Return the bindings that reach a use, without those that a branch which is always entered binds anew."""
    left = list(bindings)
    if len(left) <= 1:
        return left
    for chain in _chains(evaluator, frame, use, bindings):
        left = [each for each in left if each.statement.end_byte > chain.start_byte]
    for binding in bindings:
        statement = branch_of(binding, use)
        if statement is None:
            continue
        condition = required(statement, "condition")
        is_entered = frame.arguments is not None and holds(evaluator, frame, condition) is True
        if is_entered or _is_entered(evaluator, frame, condition, binding):
            inside = required(statement, "consequence")
            left = [each for each in left if each.statement.start_byte > statement.end_byte or _is_in(each, inside)]
    return left


def _chains(evaluator: Evaluator, frame: Frame, use: Node, bindings: Sequence[Binding]) -> list[Node]:
    """Return the branches before a use that ask what a setting is called, and each of which binds a name anew."""
    once = evaluator.modules.bindings(frame.document).once
    around = (once(chain_around, each.statement) for each in bindings if rebinds(each))
    chains = dict.fromkeys(each for each in around if each is not None and is_behind(use, each))
    return [each for each in chains if once(asks_for_names, each) and binds_in_each(each, bindings)]


def branch_of(binding: Binding, use: Node) -> Node | None:
    """Return the `if` whose first branch always makes a binding, where a use stands behind it in the same block."""
    statement = branch_around(binding.statement) if rebinds(binding) else None
    return statement if statement is not None and is_behind(use, statement) else None


def rebinds(binding: Binding) -> bool:
    """Say whether a binding is one of a whole name, by an assignment."""
    return binding.kind in _BINDS_ANEW and not binding.path


def branch_around(assignment: Node) -> Node | None:
    """Return the `if` whose first branch always runs an assignment."""
    statement = parent_of(parent_of(assignment)).parent
    return statement if is_a(statement, "if_statement") else None


def is_behind(use: Node, statement: Node) -> bool:
    """Say whether a use stands behind a statement in the same block, that of a `with` being the one around it."""
    return statement.end_byte <= use.start_byte < block_of(statement).end_byte


def block_of(statement: Node) -> Node:
    """Return the block that a statement is run with: what a `with` holds runs whenever that does."""
    block = parent_of(statement)
    while is_a(around := block.parent, "with_statement"):
        block = parent_of(around)
    return block


def _is_in(binding: Binding, block: Node) -> bool:
    return block.start_byte <= binding.statement.start_byte < block.end_byte


def _is_entered(evaluator: Evaluator, frame: Frame, condition: Node, binding: Binding) -> bool:
    """Say whether a condition asks whether what a binding uses is above 0, or is not 0, and all known of it is."""
    condition = bare(condition)
    if (asked := _asked_for_more_than_none(condition)) is not None:
        return _uses(binding, asked) and _is_given(evaluator, evaluator.value(frame, asked))
    if condition.type in _SWITCHES:
        return _uses(binding, condition) and _is_epsilon(evaluator, frame, condition, ne, 0.0)
    match [text(child) for child in condition.children_by_field_name("operators")], code_in(condition):
        case ["<"], [bound, subject]:
            operator = ">"
        case [operator], [subject, bound] if operator in _ORDERS:
            pass
        case _:
            return False
    if not _uses(binding, subject):
        return False
    order = _ORDERS[operator]
    known = evaluator.value(frame, bound)
    limit = known.range.single if isinstance(known, Number) else None
    return limit is not None and _is_epsilon(evaluator, frame, subject, order, limit)


def _asked_for_more_than_none(condition: Node) -> Node | None:
    """Return what a condition asks of whether it is not None, None where it asks something else."""
    operators, sides = condition.children_by_field_name("operators"), code_in(condition)
    is_asking = [text(each) for each in operators] == ["is not"] and sides[-1].type == "none"
    return sides[0] if is_asking and sides[0].type in _SWITCHES else None


def _is_given(evaluator: Evaluator, value: Value) -> bool:
    """Say whether something is a known number, by constants and defaults, or one of several of which none is None.

    An attribute begins as None for the sake of readers: each branch of a constructor may give it a number. What one
    caller gives, another one may not.
    """
    match value:
        case Number():
            ways = (choice for point in value.range.points for choice, _ in point.way)
            return not value.range.is_unknown and all(_is_of_attribute(evaluator, each) for each in ways)
        case OneOf():
            return all(_is_given(evaluator, each) for each in value.values)
        case _:
            return False


def _is_of_attribute(evaluator: Evaluator, choice: Hashable) -> bool:
    return isinstance(choice, int) and name_of(evaluator.structure(choice)) == "attribute"


def _uses(binding: Binding, subject: Node) -> bool:
    """Say whether an expression stands in what is bound; of no other the value need be asked, which costs."""
    return text(subject) in text(binding.value)


def _is_epsilon(
    evaluator: Evaluator, frame: Frame, subject: Node, order: Callable[[float, float], bool], limit: float
) -> bool:
    """Say whether a floating-point number of Python's has known values only, by constants and defaults, all above 0."""
    number = evaluator.value(frame, subject)
    if not isinstance(number, Number) or number.holder is not Holder.PYTHON or not number.dtype.is_float:
        return False
    points = number.range.points
    return bool(points) and all(each.value > 0 and order(each.value, limit) and not each.under for each in points)
