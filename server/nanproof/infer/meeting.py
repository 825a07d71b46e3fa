"""Branches that never meet: what `a if c else b` leaves in a name is `b` where the use stands in a branch without `c`.

`s = eye if dense else ones`, and later `cholesky(s) if dense else sqrt(s)`: the root is of ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from tree_sitter import Node

from nanproof.infer.comparisons import Comparison, comparisons, subject
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import Frame
from nanproof.names.bindings import Bindings
from nanproof.names.scopes import is_always_before, scope_of
from nanproof.names.syntax import bare, code_in, inside, outwards, parent_of, required, text

_BLOCKS = frozenset({"block", "module"})
_LOOPS = frozenset({"for_statement", "while_statement"})
_ASKING = frozenset({"if_statement", "elif_clause"})
# What a condition may be made of that is the same whenever it is asked, as long as its names are.
_LITERALS = frozenset({"string", "string_start", "string_content", "string_end", "integer", "float"})
_PLAIN = _LITERALS | {"comparison_operator", "attribute", "none", "true", "false"}


def met(evaluator: Evaluator, frame: Frame, use: Node, value: Node) -> Node:
    """Return the branch of an assigned choice that a use can meet; the whole value where it may be either."""
    inner = bare(value)
    parts = code_in(inner) if inner.type == "conditional_expression" else []
    if len(parts) != 3:
        return value
    is_taken = said_of(evaluator, frame, use, parts[1])
    if is_taken is None:
        return value
    return parts[0] if is_taken else parts[2]


def said_of_assigned(evaluator: Evaluator, frame: Frame, use: Node, written: Node) -> Iterator[Comparison]:
    """Yield what holds at a use of the difference that was assigned to a name: `span = hi - lo; if hi > lo:`."""
    bindings = evaluator.modules.bindings(frame.document)
    if written.type != "binary_operator" or bindings.scope_of(use) != bindings.scope_of(written):
        return
    for said in evaluator.guards(frame.document).at(use).get(subject(written), ()):
        names = (text(written.child_by_field_name(side)) for side in ("left", "right"))
        stretch = since(written, use)
        if all(name.isidentifier() and not bindings.bound_between(name, *stretch) for name in names):
            yield said.comparison


def said_of(evaluator: Evaluator, frame: Frame, use: Node, condition: Node) -> bool | None:
    """Return whether what holds around a use decides a condition that was asked before, of a name not bound since."""
    bindings = evaluator.modules.bindings(frame.document)
    if bindings.scope_of(use) != bindings.scope_of(condition):
        return None
    for outcome in (True, False):
        needed = list(comparisons(condition, holds=outcome))
        if len(needed) == 1 and _is_said(evaluator, frame, use, needed[0], condition):
            return outcome
    return _asked_again(evaluator, frame, use, condition)


def _asked_again(evaluator: Evaluator, frame: Frame, use: Node, condition: Node) -> bool | None:
    """Return what the same comparison, written once more around a use, says there: `if mode == "bayes":`."""
    if condition.type != "comparison_operator":
        return None
    child = use
    for outer in takewhile(lambda each: each.start_byte >= condition.end_byte, outwards(use)):
        if outer.type in _ASKING and text(asked := required(outer, "condition")) == text(condition):
            return _branch(outer, child) if _is_as_before(evaluator, frame, condition, asked) else None
        child = outer
    return None


def _branch(statement: Node, child: Node) -> bool | None:
    """Return what the condition of an `if` was where a branch of it runs, None where that is not known."""
    if child == statement.child_by_field_name("consequence"):
        return True
    others = statement.children_by_field_name("alternative")
    return False if child in others else None


def _is_as_before(evaluator: Evaluator, frame: Frame, condition: Node, again: Node) -> bool:
    """Say whether a condition is of names and attributes alone, none of which is bound before it is asked again."""
    bindings = evaluator.modules.bindings(frame.document)
    start, end = since(condition, again)
    for each in inside(condition):
        if each.type == "identifier":
            is_attribute = parent_of(each).child_by_field_name("attribute") == each
            is_bound = is_set_between if is_attribute else Bindings.bound_between
            if is_bound(bindings, text(each), start, end):
                return False
        elif each.type not in _PLAIN:
            return False
    return True


def _is_said(evaluator: Evaluator, frame: Frame, use: Node, needed: Comparison, condition: Node) -> bool:
    """Say whether a switch is known to stand at a use as it must: `if dense:`."""
    said = evaluator.guards(frame.document).at(use).get(needed.subject, ())
    if not any(each.comparison == needed for each in said):
        return False
    name, *attributes = needed.subject.split(".")
    bindings, between = evaluator.modules.bindings(frame.document), since(condition, use)
    is_set = any(is_set_between(bindings, each, *between) for each in attributes)
    return name.isidentifier() and not is_set and not bindings.bound_between(name, *between)


def is_set_between(bindings: Bindings, attribute: str, start: int, end: int) -> bool:
    """Say whether an attribute is set anywhere in a stretch of the text, of whatever."""
    return any(start <= one.name_node.start_byte < end for one in bindings.of_attribute(attribute))


def since(asked: Node, use: Node) -> tuple[int, int]:
    """Return the stretch of the text that may run between an expression and a use of what it decided.

    It is all of a loop around both, where the expression may have run in another pass than the use.
    """
    *_, statement = asked, *outwards(asked, *_BLOCKS)
    if statement.end_byte <= use.start_byte and is_always_before(statement, use):
        return asked.end_byte, use.start_byte
    scope = scope_of(asked)
    around = (each for each in takewhile(lambda each: each != scope, outwards(asked)) if each.type in _LOOPS)
    loops = [each for each in around if each.start_byte <= use.start_byte < each.end_byte]
    return (loops[-1].start_byte, loops[-1].end_byte) if loops else (asked.end_byte, use.start_byte)
