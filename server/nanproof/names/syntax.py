"""Small questions to a syntax node that the tree-sitter binding answers with an exception or with bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from tree_sitter import Node


def is_a(node: Node | None, *types: str) -> TypeGuard[Node]:
    """Say whether there is a node, and one of these types."""
    return node is not None and node.type in types


def required(node: Node, name: str) -> Node:
    """Return a child that the grammar requires of every node of this type, also where the text is no program.

    Raises LookupError where the grammar does not: an annotated name need not have a value, and a lambda that is being
    typed has no body (tests/names/test_syntax.py has the list).
    """
    child = node.child_by_field_name(name)
    if child is None:
        raise LookupError(f"{node.type} need not have a {name}")
    return child


def parent_of(node: Node) -> Node:
    """Return what a node stands in; the root stands in itself, and is no expression."""
    return node.parent or node


def outwards(node: Node, *ends: str) -> Iterator[Node]:
    """Yield what a node stands in, from the inside outwards, as far as one of some types."""
    each = node.parent
    while each is not None and each.type not in ends:
        yield each
        each = each.parent


def first_child(node: Node | None) -> Node | None:
    """Return the first child that is code, None where there is none."""
    if node is None:
        return None
    return next(iter(code_in(node)), None)


def code_in(node: Node | None) -> list[Node]:
    """Return the named children that are code: the grammar names comments and backslashes at line ends too."""
    return [child for child in node.named_children if child.type not in _NO_CODE] if node is not None else []


def passed(argument: Node) -> Node:
    """Return the expression that an argument of a call passes, without the name that it may have."""
    return required(argument, "value") if argument.type == "keyword_argument" else argument


def bare(expression: Node) -> Node:
    """Return an expression without the parentheses around it."""
    while expression.type == "parenthesized_expression" and (inner := first_child(expression)) is not None:
        expression = inner
    return expression


def node_at(root: Node, start: int, end: int) -> Node:
    """Return the smallest node that holds a stretch of the text."""
    found = root.descendant_for_byte_range(start, end)
    return found if found is not None else root


def inside(expression: Node) -> Iterator[Node]:
    """Yield an expression and all that stands in it."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.named_children


_NO_CODE = frozenset({"comment", "line_continuation"})


def text(node: Node | None) -> str:
    """Return the source of a node; the empty string for none."""
    return (node.text or b"").decode("utf-8", "replace") if node is not None else ""


def undecorated(statement: Node) -> Node:
    """Return what a statement defines without its decorators; any other statement itself."""
    return statement.child_by_field_name("definition") or statement


def with_items(statement: Node) -> list[Node]:
    """Return the items of a `with` statement, none of another."""
    return [item for each in statement.named_children if each.type == "with_clause" for item in each.named_children]


def called_name(call: Node | None) -> str:
    """Return the last name of what a call calls: `log` of `tf.math.log(x)`, the empty string for no call."""
    return text(call.child_by_field_name("function")).rpartition(".")[2] if call is not None else ""


def assigned_name(expression: Node) -> str | None:
    """Return the name, or the attribute's, that an assignment gives the whole of an expression."""
    above = expression.parent
    if above is None or above.type != "assignment" or above.child_by_field_name("right") != expression:
        return None
    left = above.child_by_field_name("left")
    if left is None or left.type not in ("identifier", "attribute"):
        return None
    return text(left.child_by_field_name("attribute") if left.type == "attribute" else left)


def is_literal_data(node: Node) -> bool:
    """Say whether an expression is a number that is written out, or a list of such, or of lists of them."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.type in ("list", "tuple", "unary_operator"):
            waiting += code_in(each)
        elif each.type not in ("integer", "float"):
            return False
    return True


def is_label(name: Node) -> bool:
    """Say whether an identifier is the name of an attribute or of an argument."""
    above = name.parent
    if above is None:
        return False
    field = {"attribute": "attribute", "keyword_argument": "name"}.get(above.type)
    return field is not None and above.child_by_field_name(field) == name


def sides(node: Node) -> tuple[Node, str, Node] | None:
    """Return the operands of a binary operator and its sign between them, None of another expression."""
    node = bare(node)
    if node.type != "binary_operator":
        return None
    return required(node, "left"), text(required(node, "operator")), required(node, "right")


def operands(node: Node, sign: str) -> tuple[Node, Node] | None:
    """Return the operands of a binary operator of one sign, None of another expression."""
    match sides(node):
        case left, operator, right if operator == sign:
            return left, right
        case _:
            return None


def parts(node: Node) -> tuple[Node | None, str, Node | None]:
    """Return the operands of a binary operator and its sign; nothing of another expression."""
    return sides(node) or (None, "", None)
