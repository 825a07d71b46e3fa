"""Python's scopes in a syntax tree: which one an expression is evaluated in, and which encloses which."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.syntax import is_a, outwards

COMPREHENSIONS = frozenset(
    {"list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression"}
)
_ALWAYS_RUN = frozenset({"assignment", "expression_statement"})
FUNCTIONS = frozenset({"function_definition", "lambda"})
LOCAL = FUNCTIONS | COMPREHENSIONS
SCOPES = LOCAL | {"class_definition", "module"}

# In these it depends on the part whether it is evaluated inside; what stands in any other is evaluated where that is.
DIVIDED = LOCAL | {
    "class_definition",
    "for_in_clause",
    "lambda_parameters",
    "default_parameter",
    "typed_parameter",
    "typed_default_parameter",
}

# Parts of a definition that are evaluated outside the scope that it opens.
_EVALUATED_OUTSIDE = frozenset({"superclasses", "return_type", "name", "type_parameters"})


def scope_of(node: Node) -> Node:
    """Return the scope that an expression is evaluated in: the node of the module, function, class or comprehension.

    A default value, an annotation, a base class and the first iterable of a comprehension belong to the scope
    around the one they help to open. The outermost scope is the root of the tree, which is an error node where the
    grammar made nothing of the text.
    """
    child, parent = node, node.parent
    while parent is not None:
        if parent.type in SCOPES and _is_inside(parent, child, node):
            return parent
        child, parent = parent, parent.parent
    return child


def functions_around(node: Node) -> Iterator[Node]:
    """Yield the functions and lambdas that a node stands in, the innermost first; itself where it is one."""
    return (each for each in (node, *outwards(node)) if each.type in FUNCTIONS)


def named_functions_around(node: Node) -> Iterator[Node]:
    """Yield the functions that a node stands in and that have a name, from the inside out."""
    return (each for each in functions_around(node) if each.type == "function_definition")


def definitions_around(node: Node) -> Iterator[Node]:
    """Yield the functions and classes, as far as they have a name, that a node stands in, the innermost first."""
    return (each for each in (node, *outwards(node)) if each.type in ("function_definition", "class_definition"))


def class_around(node: Node) -> Node | None:
    """Return the innermost class that a node stands in, itself where it is one."""
    return next((each for each in definitions_around(node) if each.type == "class_definition"), None)


def enclosing(scope: Node) -> Node | None:
    """Return the next scope outwards, None for the module."""
    return scope_of(scope) if scope.parent is not None else None


def _is_inside(scope: Node, child: Node, node: Node) -> bool:
    if scope.type == "module" or child.type == "block":
        return True
    if scope.type in COMPREHENSIONS:
        return not _in_first_iterable(scope, child, node)
    if child.type in ("parameters", "lambda_parameters"):
        return _is_parameter_name(child, node)
    return all(scope.child_by_field_name(field) != child for field in _EVALUATED_OUTSIDE)


def _in_first_iterable(comprehension: Node, child: Node, node: Node) -> bool:
    clause = next((each for each in comprehension.named_children if each.type == "for_in_clause"), None)
    if clause is None or clause != child:
        return False
    iterable = clause.child_by_field_name("right")
    return iterable is not None and iterable.start_byte <= node.start_byte < iterable.end_byte


def _is_parameter_name(parameters: Node, node: Node) -> bool:
    """Say whether the node is a parameter's name, and not its default value or annotation."""
    child, parent = node, node.parent
    while parent is not None and parent != parameters:
        if parent.child_by_field_name("value") == child or parent.child_by_field_name("type") == child:
            return False
        child, parent = parent, parent.parent
    return True


def block_of(scope: Node) -> Node | None:
    """Return the body of a function or class, the module itself for a module."""
    return scope if scope.parent is None else scope.child_by_field_name("body")


def is_always_before(statement: Node, node: Node) -> bool:
    """Say whether a statement of a block has run whenever what follows in the block, or further in, does."""
    block, above = statement.parent, node.parent
    while is_a(block, *_ALWAYS_RUN):
        block = block.parent
    while block is not None and is_a(block.parent, "with_statement"):
        block = block.parent.parent
    while above is not None and above != block:
        above = above.parent
    return above is not None
