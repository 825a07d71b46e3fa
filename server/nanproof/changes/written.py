"""Which values a call or a statement writes into for certain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.changes.mutations import (
    FUNCTIONS_THAT_CHANGE,
    FUNCTIONS_THAT_KEEP_VALUES,
    INPLACE_AT,
    LAYER_INPLACE_AT,
    LAYOUT,
    LIBRARY_FUNCTIONS_THAT_CHANGE,
    METHODS_THAT_CHANGE,
    METHODS_THAT_CHANGE_AS_STATEMENTS,
    OUT_AT,
)
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, code_in, first_child, inside, is_a, required, text
from nanproof.sites.site import Site

WRITES = frozenset({"assignment", "augmented_assignment", "delete_statement"})
_PLACES = frozenset({"subscript", "attribute"})
_PATTERNS = frozenset({"pattern_list", "tuple_pattern", "list_pattern", "delete_statement", "expression_list"})
# How far functions of one file that call each other are looked into.
MOST_CALLS = 1


@dataclass(frozen=True, slots=True)
class Called:
    """A call, taken apart; it `is_function` where it calls one of a framework."""

    node: Node
    callee: Node
    name: str
    receiver: Node | None
    given: tuple[Node, ...]
    keywords: Mapping[str, Node]
    qualified: str
    is_function: bool

    @property
    def first(self) -> tuple[Node, ...]:
        """The first argument, whichever way it is given."""
        return (*self.given, *self.keywords.values())[:1]


def places_written(statement: Node) -> Iterator[Node]:
    """Yield the places that a statement writes into, and a name whose value it may change."""
    left = statement.child_by_field_name("left") or statement
    if statement.type == "augmented_assignment":
        yield left
        return
    waiting = [left]
    while waiting:
        node = waiting.pop()
        if node.type in _PLACES:
            is_layout = text(node.child_by_field_name("attribute")) in LAYOUT
            held = required(node, "value") if node.type == "subscript" else node
            yield required(node, "object") if is_layout else held
        elif node.type in _PATTERNS:
            waiting += node.named_children


def changed_by(site: Site, call: Called, calls: int = MOST_CALLS) -> tuple[Node, ...]:
    """Return what a call writes into for certain, and may give as its result."""
    return tuple(dict.fromkeys(_changed_by(site, call, calls)))


def taken_apart(site: Site, call: Node) -> Called:
    """Return a call's parts."""
    callee, arguments = required(call, "function"), code_in(call.child_by_field_name("arguments"))
    qualified = site.engine.names.qualified(site.document, callee) or ""
    keywords = {
        text(required(each, "name")): required(each, "value") for each in arguments if each.type == "keyword_argument"
    }
    return Called(
        call,
        callee,
        called_name(call),
        callee.child_by_field_name("object"),
        tuple(each for each in arguments if each.type != "keyword_argument"),
        keywords,
        qualified,
        _is_of_framework(site, qualified),
    )


def _is_of_framework(site: Site, qualified: str) -> bool:
    """Say whether a full name is one of a framework's, or of Python's own functions of numbers."""
    if qualified in LIBRARY_FUNCTIONS_THAT_CHANGE:
        return False
    catalog = site.engine.catalog
    framework = catalog.framework_of(qualified.partition(".")[0])
    is_of_tensors = framework is not None and framework.tensor is not None
    operation = catalog.operation(qualified)
    # What holds or hands on what it is given, `list`, `iter`, `map`, computes no number.
    return is_of_tensors or (operation is not None and operation.function.transfer != "unknown")


def is_in_place(name: str) -> bool:
    """Say whether a function or method is called as PyTorch calls what writes into its operand: `add_`, `zeros_`."""
    return name.endswith("_") and not name.endswith("__")


def _changed_by(site: Site, called: Called, calls: int) -> Iterator[Node]:
    name, given, keywords = called.name, called.given, called.keywords
    yield from _written_out(site, called)
    if any(word.startswith("overwrite_") and text(value) == "True" for word, value in keywords.items()):
        yield from given
    if called.is_function:
        if _is_function_that_changes(called):
            yield from called.first
    elif called.qualified in LIBRARY_FUNCTIONS_THAT_CHANGE or name == "shuffle":
        yield from called.first
    elif called.receiver is not None:
        is_statement = is_a(called.node.parent, "expression_statement")
        if (
            is_in_place(name)
            or (name in METHODS_THAT_CHANGE)
            or (name in METHODS_THAT_CHANGE_AS_STATEMENTS and is_statement)
            or text(keywords.get("inplace")) == "True"
        ):
            yield called.receiver
    if given and not called.is_function and _is_layer_in_place(site, called.callee):
        yield given[0]
    if calls > 0:
        yield from _changed_by_function(site, called, calls - 1)


def _written_out(site: Site, called: Called) -> Iterator[Node]:
    """Yield what NumPy and PyTorch write a result into: `out`, by name or by its place."""
    if "out" in called.keywords:
        yield called.keywords["out"]
    is_method = not called.is_function and called.receiver is not None
    # A method takes what the function of its name takes behind the array.
    qualified = f"numpy.{called.name}" if is_method else called.qualified
    if not is_method and not qualified.startswith("numpy."):
        return
    operation = site.engine.catalog.operation(qualified)
    parameters = operation.parameters if operation is not None else ()
    told = next((index for index, each in enumerate(parameters) if each.name == "out"), None)
    place = told if told is not None else OUT_AT.get(called.name)
    if place is None:
        return
    place -= 1 if is_method else 0
    if 0 <= place < len(called.given) and called.given[place].type != "none":
        yield called.given[place]


def _is_function_that_changes(called: Called) -> bool:
    name, keywords = called.name, called.keywords
    if name in FUNCTIONS_THAT_KEEP_VALUES:
        return False
    if is_in_place(name) or name in FUNCTIONS_THAT_CHANGE:
        return True
    place = INPLACE_AT.get(name, len(called.given))
    if text(keywords.get("inplace")) == "True" or [text(each) for each in called.given[place : place + 1]] == ["True"]:
        return True
    if name == "nan_to_num" and (text(keywords.get("copy")) or "".join(map(text, called.given[1:2]))) == "False":
        return True
    return ".ndarray." in called.qualified and name in METHODS_THAT_CHANGE | METHODS_THAT_CHANGE_AS_STATEMENTS


def _is_layer_in_place(site: Site, callee: Node) -> bool:
    """Say whether what is called is, for certain, a layer that was made to change what it is given."""
    made: Node | None = callee
    bindings = site.engine.modules.bindings(site.document)
    if callee.type == "identifier":
        found = reaching(callee, bindings).bindings
        made = found[0].value if len(found) == 1 and found[0].kind is Binds.ASSIGNMENT else None
    elif callee.type == "attribute":
        known = bindings.of_attribute(text(callee.child_by_field_name("attribute")))
        made = known[0].value if len(known) == 1 else None
    if not is_a(made, "call"):
        return False
    constructor = taken_apart(site, made)
    if not constructor.is_function:
        return False
    if constructor.name == "Sequential":
        return bool(constructor.given) and _is_layer_in_place(site, constructor.given[0])
    place = LAYER_INPLACE_AT.get(constructor.name)
    if place is None:
        return False
    told = constructor.keywords.get("inplace") or next(iter(constructor.given[place : place + 1]), None)
    return text(told) == "True"


def _changed_by_function(site: Site, called: Called, calls: int) -> Iterator[Node]:
    """Yield the arguments that a function of the same file writes into, as far as its body shows."""
    if not is_a(called.callee, "identifier"):
        return
    found = reaching(called.callee, site.engine.modules.bindings(site.document)).bindings
    if len(found) != 1 or found[0].kind is not Binds.FUNCTION:
        return
    function = found[0].statement
    body, parameters = required(function, "body"), code_in(function.child_by_field_name("parameters"))
    written = {text(_root_of(each)) for node in inside(body) for each in _places(site, node, calls)}
    names = [text(each if each.type == "identifier" else first_child(each)) for each in parameters]
    yield from (argument for name, argument in zip(names, called.given, strict=False) if name in written)
    yield from (argument for name, argument in called.keywords.items() if name in written)


def _places(site: Site, node: Node, calls: int) -> Iterator[Node]:
    """Yield what a node of a function's body writes into."""
    if node.type in WRITES:
        yield from places_written(node)
    elif node.type == "call":
        yield from _changed_by(site, taken_apart(site, node), calls)


def _root_of(node: Node) -> Node:
    while node.type in _PLACES:
        node = required(node, "object" if node.type == "attribute" else "value")
    return node
