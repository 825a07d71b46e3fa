"""Where an operation goes that is named and not called: `for f in (torch.log, torch.exp)`, `jit(jnp.log)(x)`.

Read from names alone, and so from above: what a name means where it is called, the engine is asked later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from tree_sitter import Node

from nanproof.names.bindings import word_starts
from nanproof.names.syntax import called_name, code_in, first_child, inside, is_a, parent_of, required, text
from nanproof.source.document import Document

_DISPLAYS = ("tuple", "list", "set", "parenthesized_expression", "conditional_expression", "expression_list")
_DEFINES = (b"def ", b"class ")
_OF_TABLES = frozenset({"items", "values"})
_CONSTRUCTOR = "__init__"
MOST_NAMES = 16  # that one operation is handed on as
MOST_TAKERS = 4  # definitions of one name

Held = tuple[frozenset[bytes], tuple[Node, ...]]


class Holders:
    """The names that operations of one document are held by, and the calls of what holds them without a name."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._takers: dict[str, list[Node]] = {}

    def of(self, expression: Node) -> Held:
        """Return the names that an expression is handed on as, and the calls of what it is wrapped in."""
        names, calls = set[bytes](), list[Node]()
        for each in self._held(expression):
            if isinstance(each, Node):
                calls.append(each)
            else:
                names.add(each.encode())
        return frozenset(names), tuple(calls)

    def _held(self, expression: Node) -> Iterator[str | Node]:
        held, above = expression, parent_of(expression)
        while is_a(above, *_DISPLAYS):
            held, above = above, parent_of(above)
        match above.type:
            case "for_statement" | "for_in_clause":
                yield from _names_in(required(above, "left"))
            case "assignment":
                yield from _assigned(above)
            case "default_parameter" | "typed_default_parameter":
                yield text(above.child_by_field_name("name"))
            case "pair":
                yield from self._of_table(parent_of(above))
            case "argument_list" | "keyword_argument":
                yield from self._of_argument(held, above)
            case "subscript" | "call":
                yield from _called(above)
            case "attribute" if text(above.child_by_field_name("attribute")) in _OF_TABLES:
                if is_a(above.parent, "call"):  # `for name, f in TABLE.items()`
                    yield from self._held(parent_of(above))
            case _:
                return

    def _of_table(self, table: Node) -> Iterator[str | Node]:
        """Yield what a dictionary is assigned to: whose items may be called."""
        if is_a(table.parent, "assignment"):
            yield from _assigned(parent_of(table))
        elif is_a(table.parent, "subscript"):
            yield from _called(parent_of(table))

    def _of_argument(self, argument: Node, listed: Node) -> Iterator[str | Node]:
        """Yield the parameter that an argument is given as, and what is made of it: `jit(log)`, that may be called."""
        keyword = ""
        if listed.type == "keyword_argument":
            keyword = text(listed.child_by_field_name("name"))
            argument, listed = listed, parent_of(listed)
        call = parent_of(listed)
        if not is_a(call, "call") or listed.type != "argument_list":
            return
        yield from _called(call)
        if is_a(call.parent, "assignment"):
            yield from _assigned(parent_of(call))
        if keyword:
            yield keyword
            return
        given = [each for each in code_in(listed) if each.type != "keyword_argument"]
        for taker in self._taking(called_name(call)):
            yield from _names_at(taker, given.index(argument))

    def _taking(self, name: str) -> list[Node]:
        """Return the functions of a name, and the constructors of the classes of that name."""
        if name not in self._takers:
            self._takers[name] = list(self._defined(name)) if len(self._takers) < MOST_NAMES else []
        return self._takers[name]

    def _defined(self, name: str) -> Iterator[Node]:
        data, word = self._document.data, name.encode()
        starts = (each for each in word_starts(word, data) if data[max(each - 6, 0) : each].endswith(_DEFINES))
        for start in islice(starts, MOST_TAKERS):
            found = self._document.tree.root_node.descendant_for_byte_range(start, start + len(word))
            definition = found.parent if found is not None else None
            if is_a(definition, "function_definition"):
                yield definition
            elif is_a(definition, "class_definition"):
                yield from _constructors(definition)


def _constructors(owner: Node) -> Iterator[Node]:
    for each in code_in(owner.child_by_field_name("body")):
        function = each.child_by_field_name("definition") or each
        if function.type == "function_definition" and text(function.child_by_field_name("name")) == _CONSTRUCTOR:
            yield function


def _names_at(function: Node, index: int) -> Iterator[str]:
    """Yield the names that a positional argument may have; whether the first is `self` is not asked."""
    parameters = code_in(function.child_by_field_name("parameters"))
    for each in parameters[index : index + 2]:
        name = each if each.type == "identifier" else each.child_by_field_name("name") or first_child(each)
        if is_a(name, "identifier"):
            yield text(name)


def _assigned(assignment: Node) -> Iterator[str]:
    yield from _names_in(required(assignment, "left"))


def _names_in(target: Node) -> Iterable[str]:
    """Return the names, or the last parts of the attributes, that a target binds."""
    if target.type == "attribute":
        return [text(target.child_by_field_name("attribute"))]
    return [text(each) for each in inside(target) if each.type == "identifier"]


def _called(made: Node) -> Iterator[Node]:
    """Yield the call of what an expression makes: of `jit(log)(x)`, `TABLE["log"](x)`."""
    call = made.parent
    if is_a(call, "call") and required(call, "function") == made:
        yield call
